package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.Money;

/** One person's work in a post, as a payroll has it. */
public sealed interface PayrollPost {

  String role();

  /** Which part of full time: above 0, at most 1. */
  BigDecimal fte();

  /**
   * Somebody on the authority's payroll.
   *
   * @param salary pounds a year of a full-time post
   * @param hoursAWeek contracted, of a full-time post
   */
  record Employed(String role, BigDecimal fte, Money salary, BigDecimal hoursAWeek)
      implements PayrollPost {}

  /**
   * Somebody whom an agency sends.
   *
   * @param dayRate pounds a day worked
   * @param hoursADay that it pays for
   */
  record Agency(String role, BigDecimal fte, Money dayRate, BigDecimal hoursADay)
      implements PayrollPost {}
}
