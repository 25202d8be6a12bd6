package org.homeward.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Exact rationals from and to decimals. */
public final class Fractions {

  private static final BigInteger FIVE = BigInteger.valueOf(5);

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

  /** The nearest whole number to so many times a value; ties go to the even neighbour. */
  public static long roundHalfEven(long times, BigFraction value) {
    return new BigDecimal(value.getNumerator().multiply(BigInteger.valueOf(times)))
        .divide(new BigDecimal(value.getDenominator()), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** The value to so many decimal places, half-even. */
  public static BigDecimal toDecimal(BigFraction value, int places) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), places, RoundingMode.HALF_EVEN);
  }

  /** The exact decimal value, or null if no decimal holds it, as for a third. */
  public static @Nullable BigDecimal exactDecimal(BigFraction value) {
    BigInteger rest = value.getDenominator();
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    for (BigInteger[] d = rest.divideAndRemainder(FIVE);
        d[1].signum() == 0;
        d = rest.divideAndRemainder(FIVE)) {
      rest = d[0];
      fives++;
    }
    return rest.equals(BigInteger.ONE) ? plain(toDecimal(value, Math.max(twos, fives))) : null;
  }

  /** The same number without zeros after its last decimal: 0.70 is written 0.7, and 100 stays. */
  public static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * The part of a sum that pays it off in equal amounts at the end of each year: rate ÷ (1 − (1 +
   * rate)^−years), or 1 ÷ years without a rate.
   */
  public static BigFraction annuity(int years, BigFraction rate) {
    return rate.signum() == 0
        ? BigFraction.of(1, years)
        : rate.divide(BigFraction.ONE.subtract(BigFraction.ONE.add(rate).pow(years).reciprocal()));
  }
}
