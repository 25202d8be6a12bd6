package org.homeward.timeuse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a survey as a whole.
 *
 * @param from first day of the collection, or null if unknown
 * @param to last day of the collection, or null if unknown
 * @param instrument how people were asked, for instance "paper diary"
 * @param contactRole whom to ask about it: a role or a team mailbox's name, never a person
 * @param priceNeutral whether the answers hold time only, so that they serve in any price year
 * @param includesNonCaseRelatedTime whether answers count team meetings, training and the like
 */
public record SurveyDescription(
    String title,
    String authority,
    Method method,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String instrument,
    String contactRole,
    boolean priceNeutral,
    boolean includesNonCaseRelatedTime,
    boolean illustrative,
    String note) {

  /**
   * @throws IllegalArgumentException if the title is empty or the last day comes before the first
   */
  public SurveyDescription {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A survey must have a title.");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "The survey ends on " + to + ", before it begins on " + from + ".");
    }
  }

  /** The days of the collection as they are shown: {@code 2025-01-06/2025-03-28}. */
  public String dates() {
    return from == null && to == null
        ? ""
        : (from == null ? ".." : from.toString()) + "/" + (to == null ? ".." : to.toString());
  }
}
