package org.homeward.quantity;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How many weeks a year is said to have where a figure is shown by the year (method, section 2): a
 * setting of presentation that never touches a ledger.
 */
public enum WeeksInYear implements Coded {
  ACTUAL_DAYS("actual-days", BigFraction.of(1461, 28)), // 365.25 ÷ 7
  DAYS_OF_COMMON_YEAR("365/7", BigFraction.of(365, 7)),
  WEEKS_52("52", BigFraction.of(52)),
  WEEKS_48("48", BigFraction.of(48));

  private final String code;
  private final BigFraction weeks;

  WeeksInYear(String code, BigFraction weeks) {
    this.code = code;
    this.weeks = weeks;
  }

  @Override
  public String code() {
    return code;
  }

  public BigFraction weeks() {
    return weeks;
  }

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public static WeeksInYear of(String code) {
    return Coded.of(WeeksInYear.class, code);
  }

  /** A year of so much a week: exact. */
  public Money yearOf(Money perWeek) {
    return perWeek.times(weeks);
  }
}
