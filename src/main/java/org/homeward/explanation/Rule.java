package org.homeward.explanation;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;

/** How a figure is made of its parts. */
public enum Rule implements Coded {
  /** It is given, not made. */
  INPUT("input", "given", ", ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      throw new IllegalArgumentException("An input has no parts.");
    }
  },
  SUM("sum", "the sum of its parts", " + ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return parts.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }
  },
  /** The first less the second. */
  DIFFERENCE("difference", "the first part less the second", " − ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return parts.get(0).subtract(parts.get(1));
    }
  },
  /** The first less the second, or zero where that is below it. */
  DIFFERENCE_OR_ZERO(
      "difference-or-zero", "the first part less the second, and never below zero", " − ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      BigFraction difference = DIFFERENCE.make(parts);
      return difference.signum() < 0 ? BigFraction.ZERO : difference;
    }
  },
  PRODUCT("product", "its parts multiplied", " × ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return parts.stream().reduce(BigFraction.ONE, BigFraction::multiply);
    }
  },
  /** The first by the second. */
  QUOTIENT("quotient", "the first part divided by the second", " ÷ ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return parts.get(0).divide(parts.get(1));
    }
  },
  /**
   * The yearly sum that pays off the first, in as many years as the second says, at the rate that
   * the third says: value × rate ÷ (1 − (1 + rate)^−years).
   */
  ANNUITY(
      "annuity",
      "the yearly sum that pays it off: value × rate ÷ (1 − (1 + rate)^−years), or value ÷ years"
          + " without a rate",
      " spread over ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      BigFraction years = parts.get(1);
      if (!years.getDenominator().equals(BigInteger.ONE)) {
        throw new IllegalArgumentException("The years of an annuity must be whole.");
      }
      return parts
          .get(0)
          .multiply(Fractions.annuity(years.getNumerator().intValueExact(), parts.get(2)));
    }
  },
  /** Minutes ÷ 60 × pounds an hour. */
  TIME_AT_COST("time-at-cost", "the minutes ÷ 60 × the cost of an hour", " at ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return PRODUCT.make(parts).divide(MINUTES_PER_HOUR);
    }
  },
  /** Its parts multiplied, rounded once: how a ledger line is made (method, section 2). */
  TO_THE_PENNY(
      "to-the-penny", "its parts multiplied, rounded once to the penny, halves to even", " × ") {
    @Override
    BigFraction make(List<BigFraction> parts) {
      return BigFraction.of(
          BigInteger.valueOf(new Money(PRODUCT.make(parts)).toPence().value()),
          BigInteger.valueOf(100));
    }
  };

  private static final BigInteger MINUTES_PER_HOUR = BigInteger.valueOf(60);

  private final String code;
  private final String words;
  private final String sign;

  Rule(String code, String words, String sign) {
    this.code = code;
    this.words = words;
    this.sign = sign;
  }

  /** The value that the parts make, in their order. */
  abstract BigFraction make(List<BigFraction> parts);

  @Override
  public String code() {
    return code;
  }

  /** For instance "the sum of its parts". */
  public String words() {
    return words;
  }

  /** What stands between the parts where they are written in a row. */
  String sign() {
    return sign;
  }
}
