package org.homeward.timeuse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * One row of a loaded survey as it was given, units converted and nothing else done to it.
 *
 * @param line of the file
 * @param respondent code of the person or group; of event records the case
 * @param participants of a focus group; otherwise 1
 * @param occurrence which occurrence of the process in the case, from 1; 0 outside event records
 * @param occurrences how many occurrences of the process were seen in the case, as far as this row
 *     knows; 0 outside event records
 * @param event id of the event, may be empty
 * @param date of the event, or null if it was not given
 */
public record GivenAnswer(
    long line,
    String respondent,
    int participants,
    int occurrence,
    int occurrences,
    String event,
    TimeCell cell,
    BigDecimal minutes,
    BigDecimal share,
    BigDecimal times,
    @Nullable LocalDate date) {

  /** Minutes × share × times: minutes per process occurrence, in all. */
  public Answer normalised() {
    return new Answer(
        respondent,
        participants,
        cell,
        Minutes.of(minutes).times(Fractions.of(share.multiply(times))));
  }
}
