package org.homeward.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What each of some factors adds to a difference: the mean, over every order in which they can be
 * changed one after another, of what the change of the factor adds (Shapley value; Shorrocks,
 * Decomposition procedures for distributional analysis, 2013). Exact; the parts add up to the
 * difference, and their order does not matter.
 */
final class Shapley {

  /** More factors than this are too many sets to value. */
  private static final int MOST_FACTORS = 10;

  private Shapley() {}

  /**
   * @param factors how many
   * @param value of the set of factors that are changed: one bit each
   * @return as many parts, adding up to the value of all less that of none
   */
  static List<BigFraction> parts(int factors, IntFunction<BigFraction> value) {
    if (factors < 1 || factors > MOST_FACTORS) {
      throw new IllegalArgumentException("There must be 1 to 10 factors, but were " + factors);
    }
    BigFraction[] values = new BigFraction[1 << factors];
    for (int set = 0; set < values.length; set++) {
      values[set] = value.apply(set);
    }
    List<BigFraction> parts = new ArrayList<>();
    for (int factor = 0; factor < factors; factor++) {
      BigFraction part = BigFraction.ZERO;
      for (int set = 0; set < values.length; set++) {
        if ((set & 1 << factor) == 0) {
          BigFraction added = values[set | 1 << factor].subtract(values[set]);
          part = part.add(added.multiply(weight(Integer.bitCount(set), factors)));
        }
      }
      parts.add(part);
    }
    return parts;
  }

  /** |S|! (n − |S| − 1)! ÷ n! */
  static BigFraction weight(int before, int factors) {
    return BigFraction.of(
        BigInteger.valueOf(factorial(before) * factorial(factors - before - 1)),
        BigInteger.valueOf(factorial(factors)));
  }

  private static long factorial(int n) {
    return LongStream.rangeClosed(2, n).reduce(1, (a, b) -> a * b);
  }
}
