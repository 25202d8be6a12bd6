package org.homeward.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What employers pay on wages, in force from a day until the next row of its kind.
 *
 * @param rate part of one: 0.15 for 15 %
 * @param threshold pounds a year and person below which nothing is paid; zero where all wages count
 */
public record EmployerRate(
    Kind kind, LocalDate from, BigDecimal rate, Money threshold, Provenance provenance) {

  /** What the rate is for. */
  public enum Kind implements Coded {
    NATIONAL_INSURANCE("national-insurance"),
    PENSION("pension");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws IllegalArgumentException if the rate is outside 0 to 1 or the threshold negative
   */
  public EmployerRate {
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "An employer's rate must be between 0 and 1, but was " + rate.toPlainString() + ".");
    }
    if (threshold.isNegative()) {
      throw new IllegalArgumentException(
          "A threshold must be zero or more, but was " + threshold + ".");
    }
  }

  /** For instance {@code national-insurance from 2025-04-06}. */
  public String label() {
    return kind.code() + " from " + from;
  }
}
