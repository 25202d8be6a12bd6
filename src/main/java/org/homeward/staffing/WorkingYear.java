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

  private static final BigDecimal WEEKS = BigDecimal.valueOf(52);

  static WorkingYear of(Salary salary, OnCosts onCosts) {
    return new WorkingYear(WEEKS.subtract(onCosts.away().all()), salary.hoursAWeek());
  }

  public BigFraction hours() {
    return Fractions.of(weeks.multiply(hoursAWeek));
  }
}
