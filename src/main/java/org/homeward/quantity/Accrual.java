package org.homeward.quantity;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A rate made ready for adding up: whole pence accrued by the end of any number of days, equal to
 * {@link Rate#upTo(int)} to the penny. A tabled accrual answers by look-up, for rates that are
 * walked many times.
 */
public final class Accrual {

  /** Longer than any childhood and its years of leaving care. */
  private static final int TABLED_DAYS = 10_600;

  private static final BigInteger PENCE = BigInteger.valueOf(100);

  private final Rate rate;
  private final boolean tabled;
  private volatile long @Nullable [] table;

  private Accrual(Rate rate, boolean tabled) {
    this.rate = rate;
    this.tabled = tabled;
  }

  public static Accrual of(Rate rate) {
    return new Accrual(rate, false);
  }

  /** With a table of its first {@value #TABLED_DAYS} days (85 kB), made when first asked for. */
  public static Accrual tabled(Rate rate) {
    return new Accrual(rate, true);
  }

  public Rate rate() {
    return rate;
  }

  public boolean isZero() {
    return rate.perDay().isZero();
  }

  /** Whole pence accrued by the end of so many days from the rate's start, half-even. */
  public long upTo(int days) {
    long[] t = table;
    if (t == null && tabled) {
      t = tabulate();
    }
    return t != null && days < t.length ? t[days] : rate.upTo(days).value();
  }

  /** What accrues between two days counted from the rate's start. */
  public long between(int fromDay, int toDay) {
    return upTo(toDay) - upTo(fromDay);
  }

  private long[] tabulate() {
    BigInteger step = rate.perDay().pounds().getNumerator().multiply(PENCE);
    BigInteger denominator = rate.perDay().pounds().getDenominator();
    long[] t = new long[TABLED_DAYS];
    BigInteger whole = BigInteger.ZERO;
    BigInteger rest =
        BigInteger
            .ZERO; // 0 <= rest < denominator, so that days × rate = whole + rest ÷ denominator
    for (int day = 0; day < TABLED_DAYS; day++) {
      int half = rest.shiftLeft(1).compareTo(denominator);
      boolean up = half > 0 || (half == 0 && whole.testBit(0));
      t[day] = (up ? whole.add(BigInteger.ONE) : whole).longValueExact();
      BigInteger sum = rest.add(step);
      BigInteger floor = floor(sum, denominator);
      whole = whole.add(floor);
      rest = sum.subtract(floor.multiply(denominator));
    }
    table = t;
    return t;
  }

  private static BigInteger floor(BigInteger value, BigInteger divisor) {
    BigInteger[] parts = value.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
