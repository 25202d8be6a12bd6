package org.homeward.staffing;

import java.math.BigDecimal;

/**
 * Weeks a year in which a post is paid and not worked.
 *
 * @param leave annual leave
 * @param statutory bank holidays
 * @param sickness absence through illness
 * @param training days away for training
 */
public record WeeksAway(
    BigDecimal leave, BigDecimal statutory, BigDecimal sickness, BigDecimal training) {

  private static final BigDecimal YEAR = BigDecimal.valueOf(52);

  /**
   * @throws IllegalArgumentException if one is negative or no week is left to work in
   */
  public WeeksAway {
    for (BigDecimal weeks : new BigDecimal[] {leave, statutory, sickness, training}) {
      if (weeks.signum() < 0) {
        throw new IllegalArgumentException(
            "Weeks of leave, statutory days, sickness and training must not be negative, but one was "
                + weeks.toPlainString()
                + ".");
      }
    }
    BigDecimal all = leave.add(statutory).add(sickness).add(training);
    if (all.compareTo(YEAR) >= 0) {
      throw new IllegalArgumentException(
          "Weeks not worked must be below 52 a year, but were " + all.toPlainString() + ".");
    }
  }

  /** All of them together. */
  public BigDecimal all() {
    return leave.add(statutory).add(sickness).add(training);
  }
}
