package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/** What a role is paid in a financial year, in pounds a year for the contracted hours a week. */
public record Salary(
    String role, FinancialYear year, Money amount, BigDecimal hoursAWeek, Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the salary is negative, or the hours are not above 0 and at
   *     most 60
   */
  public Salary {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "The salary of " + role + " must not be negative, but was " + amount + ".");
    }
    if (hoursAWeek.signum() <= 0 || hoursAWeek.compareTo(BigDecimal.valueOf(60)) > 0) {
      throw new IllegalArgumentException(
          "The contracted hours of "
              + role
              + " must be above 0 and at most 60 a week, but were "
              + hoursAWeek.toPlainString()
              + ".");
    }
  }
}
