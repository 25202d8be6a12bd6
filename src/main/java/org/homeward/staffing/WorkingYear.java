package org.homeward.staffing;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;

/**
 * The time that a post is worked in a year.
 *
 * @param weeks 52 less leave, statutory days, sickness and training
 * @param hoursAWeek contracted
 */
public record WorkingYear(BigDecimal weeks, BigDecimal hoursAWeek) {

  /** Of which some are not worked. */
  public static final BigDecimal WEEKS_IN_YEAR = BigDecimal.valueOf(52);

  static WorkingYear of(Salary salary, OnCosts onCosts) {
    return new WorkingYear(WEEKS_IN_YEAR.subtract(onCosts.away().all()), salary.hoursAWeek());
  }

  public BigFraction hours() {
    return Fractions.of(weeks.multiply(hoursAWeek));
  }
}
