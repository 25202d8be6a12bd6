package org.homeward.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact rationals from and to decimals. */
public final class Fractions {

  private Fractions() {}

  /** The exact value of a decimal. */
  public static BigFraction of(BigDecimal value) {
    return value.scale() <= 0
        ? BigFraction.of(value.toBigIntegerExact())
        : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The nearest whole number; ties go to the even neighbour. */
  public static long roundHalfEven(BigFraction value) {
    return toDecimal(value, 0).longValueExact();
  }

  /** The value to so many decimal places, half-even. */
  public static BigDecimal toDecimal(BigFraction value, int places) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), places, RoundingMode.HALF_EVEN);
  }
}
