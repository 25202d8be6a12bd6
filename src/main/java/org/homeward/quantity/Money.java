package org.homeward.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exact amount of pounds sterling. Nothing is rounded: a third of a pound is kept as a third.
 * Only {@link #toPence()} rounds, once, when a ledger line is made.
 */
public record Money(BigFraction pounds) implements Comparable<Money> {

  public static final Money ZERO = new Money(BigFraction.ZERO);

  public static Money ofPounds(BigDecimal pounds) {
    return new Money(Fractions.of(pounds));
  }

  public static Money ofPounds(String pounds) {
    return ofPounds(new BigDecimal(pounds));
  }

  public static Money ofPounds(long pounds) {
    return new Money(BigFraction.of(pounds));
  }

  public Money plus(Money other) {
    return new Money(pounds.add(other.pounds));
  }

  public Money minus(Money other) {
    return new Money(pounds.subtract(other.pounds));
  }

  public Money times(BigFraction factor) {
    return new Money(pounds.multiply(factor));
  }

  public Money dividedBy(BigFraction divisor) {
    return new Money(pounds.divide(divisor));
  }

  public boolean isZero() {
    return pounds.signum() == 0;
  }

  public boolean isNegative() {
    return pounds.signum() < 0;
  }

  /** Whole pence of this amount, half-even: the only way into a ledger (method, section 2). */
  public Pence toPence() {
    return Pence.of(Fractions.roundHalfEven(pounds.multiply(BigInteger.valueOf(100))));
  }

  /**
   * This amount to so many decimal places of a pound, half-even; for showing, never for adding up.
   */
  public BigDecimal rounded(int places) {
    return Fractions.toDecimal(pounds, places);
  }

  @Override
  public int compareTo(Money other) {
    return Comparator.<BigFraction>naturalOrder().compare(pounds, other.pounds);
  }

  @Override
  public String toString() {
    return "£" + rounded(6).stripTrailingZeros().toPlainString();
  }
}
