package org.homeward.quantity;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A rate made ready for adding up: whole pence accrued by the end of any number of days, equal to
 * {@link Rate#upTo(int)} to the penny.
 *
 * <p>The daily rate is kept as whole pence and a binary fraction cut off after {@value #BITS} bits.
 * What is cut off is less than one unit of the last bit a day, so the sum says by itself whether
 * rounding could go either way – half a penny exactly, or too near to it to tell; only then is the
 * exact fraction asked.
 */
public final class Accrual {

  /** Days and fraction together stay below 63 bits. */
  private static final int BITS = 48;

  private static final int MOST_DAYS = 1 << 14;
  private static final long ONE = 1L << BITS;
  private static final long HALF = ONE >> 1;
  private static final BigInteger PENCE = BigInteger.valueOf(100);

  private final Rate rate;
  private final long wholePence;
  private final long fraction;

  /** Beyond so many days, or from day 0 where pence do not fit a long, the fraction is asked. */
  private final int days;

  private Accrual(Rate rate) {
    this.rate = rate;
    BigInteger numerator = rate.perDay().pounds().getNumerator().multiply(PENCE);
    BigInteger denominator = rate.perDay().pounds().getDenominator();
    BigInteger scaled = floor(numerator.shiftLeft(BITS), denominator);
    BigInteger whole = scaled.shiftRight(BITS);
    boolean fits = whole.bitLength() < Long.SIZE - Integer.SIZE;
    days = fits ? MOST_DAYS : 0;
    wholePence = fits ? whole.longValueExact() : 0;
    fraction = scaled.subtract(whole.shiftLeft(BITS)).longValueExact();
  }

  public static Accrual of(Rate rate) {
    return new Accrual(rate);
  }

  public Rate rate() {
    return rate;
  }

  /** A part or a multiple of it: of the exact rate, so that it rounds once. */
  public Accrual times(BigFraction factor) {
    return factor.equals(BigFraction.ONE) ? this : of(rate.times(factor));
  }

  /** Whole pence accrued by the end of so many days from the rate's start, half-even. */
  public long upTo(int day) {
    long part = day * fraction + HALF;
    long rest = part & (ONE - 1);
    boolean certain = rest != 0 && rest + day < ONE;
    if (certain && day >= 0 && day < days) {
      return day * wholePence + (part >>> BITS);
    }
    return rate.upTo(day).value();
  }

  /** What accrues between two days counted from the rate's start. */
  public long between(int fromDay, int toDay) {
    return fromDay == 0 ? upTo(toDay) : upTo(toDay) - upTo(fromDay);
  }

  /** Accruals of the same exact rate are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Accrual a && rate.equals(a.rate));
  }

  @Override
  public int hashCode() {
    return rate.hashCode();
  }

  private static BigInteger floor(BigInteger value, BigInteger divisor) {
    BigInteger[] parts = value.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
