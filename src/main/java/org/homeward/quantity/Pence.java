package org.homeward.quantity;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A whole number of pence: what a ledger line holds. Sums are integer sums and fail rather than
 * overflow.
 */
public record Pence(long value) implements Comparable<Pence> {

  public static final Pence ZERO = new Pence(0);

  public static Pence of(long pence) {
    return pence == 0 ? ZERO : new Pence(pence);
  }

  public Pence plus(Pence other) {
    return of(Math.addExact(value, other.value));
  }

  public Pence minus(Pence other) {
    return of(Math.subtractExact(value, other.value));
  }

  /** The same amount in pounds, with two decimals. */
  public BigDecimal toPounds() {
    return BigDecimal.valueOf(value, 2);
  }

  /** The same amount in pounds, to calculate on with. */
  public BigFraction pounds() {
    return BigFraction.of(value, 100);
  }

  @Override
  public int compareTo(Pence other) {
    return Long.compare(value, other.value);
  }

  /** For instance {@code £1,234.50} or {@code −£3.00}. */
  @Override
  public String toString() {
    long whole = Math.abs(value) / 100;
    return (value < 0 ? "−£" : "£")
        + String.format(java.util.Locale.UK, "%,d.%02d", whole, Math.abs(value) % 100);
  }
}
