package org.homeward.quantity;

import java.math.BigInteger;

/**
 * A rate made ready for walking many histories: {@code round(rate × days)} for any number of days by whole-number
 * arithmetic alone, equal to {@link Rate#upTo(int)} to the penny.
 *
 * <p>The pence of the first {@value #TABLED_DAYS} days (longer than any childhood) are tabulated when first asked for.
 */
public final class Accrual {

  private static final int TABLED_DAYS = 10_600;

  private final Rate rate;
  private volatile long @org.jspecify.annotations.Nullable [] table;

  public Accrual(Rate rate) {
    this.rate = rate;
  }

  public Rate rate() {
    return rate;
  }

  /** Whole pence accrued by the end of so many days from the rate's start, half-even. */
  public long upTo(int days) {
    long[] t = table;
    if (t == null) {
      t = tabulate();
    }
    return days < t.length ? t[days] : rate.upTo(days).value();
  }

  /** What accrues between two days counted from the rate's start. */
  public long between(int fromDay, int toDay) {
    return upTo(toDay) - upTo(fromDay);
  }

  private long[] tabulate() {
    BigInteger step = rate.perDay().pounds().getNumerator().multiply(BigInteger.valueOf(100));
    BigInteger denominator = rate.perDay().pounds().getDenominator();
    long[] t = new long[TABLED_DAYS];
    BigInteger whole = BigInteger.ZERO;
    BigInteger rest = BigInteger.ZERO; // 0 <= rest < denominator, so that days × rate = whole + rest ÷ denominator
    for (int day = 0; day < TABLED_DAYS; day++) {
      int half = rest.shiftLeft(1).compareTo(denominator);
      boolean up = half > 0 || (half == 0 && whole.testBit(0));
      t[day] = (up ? whole.add(BigInteger.ONE) : whole).longValueExact();
      BigInteger[] next = floorDivide(rest.add(step), denominator);
      whole = whole.add(next[0]);
      rest = next[1];
    }
    table = t;
    return t;
  }

  private static BigInteger[] floorDivide(BigInteger value, BigInteger divisor) {
    BigInteger[] parts = value.divideAndRemainder(divisor);
    return parts[1].signum() < 0
        ? new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(divisor)}
        : parts;
  }
}
