package org.homeward.quantity;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/** Working time in minutes, zero or more, exact: the mean of seven answers is kept as a seventh. */
public record Minutes(BigFraction value) implements Comparable<Minutes> {

  public static final Minutes ZERO = new Minutes(BigFraction.ZERO);

  /**
   * @throws IllegalArgumentException if the value is negative
   */
  public Minutes {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          "Minutes must be zero or more, but were " + Fractions.toDecimal(value, 2) + ".");
    }
  }

  public static Minutes of(long minutes) {
    return new Minutes(BigFraction.of(minutes));
  }

  public static Minutes of(BigDecimal minutes) {
    return new Minutes(Fractions.of(minutes));
  }

  public Minutes plus(Minutes other) {
    return new Minutes(value.add(other.value));
  }

  public Minutes times(BigFraction factor) {
    return new Minutes(value.multiply(factor));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  /** To two decimal places, for showing. */
  public BigDecimal rounded() {
    return Fractions.toDecimal(value, 2);
  }

  @Override
  public int compareTo(Minutes other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return rounded().stripTrailingZeros().toPlainString() + " min";
  }
}
