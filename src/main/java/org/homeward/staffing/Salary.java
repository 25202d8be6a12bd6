package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What a role is paid in a financial year.
 *
 * @param amount pounds a year of a full-time post
 * @param hoursAWeek contracted, of a full-time post
 * @param fte which part of full time one person of the role works on average: 1 where all are full
 *     time, 0.5 where two share a post; National Insurance is counted by person
 */
public record Salary(
    String role,
    FinancialYear year,
    Money amount,
    BigDecimal hoursAWeek,
    BigDecimal fte,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the salary is negative, the hours are not above 0 and at
   *     most 60, or the part of full time is not above 0 and at most 1
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
    if (fte.signum() <= 0 || fte.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The part of full time that a person works as "
              + role
              + " must be above 0 and at most 1, but was "
              + fte.toPlainString()
              + ".");
    }
  }

  /** Of a role in which everybody works full time. */
  public static Salary fullTime(
      String role, FinancialYear year, Money amount, BigDecimal hoursAWeek, Provenance provenance) {
    return new Salary(role, year, amount, hoursAWeek, BigDecimal.ONE, provenance);
  }
}
