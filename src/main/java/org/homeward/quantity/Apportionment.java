package org.homeward.quantity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Splits whole pence into parts that add up to them, by largest remainder; ties go to the part that
 * stands first.
 */
public final class Apportionment {

  private Apportionment() {}

  /**
   * The parts of a total in proportion to exact weights.
   *
   * @param weights not all zero unless the total is; their sign must be that of the total
   * @return as many parts as weights, in their order, adding up to the total
   */
  public static List<Pence> of(Pence total, List<BigFraction> weights) {
    BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
    if (sum.signum() == 0) {
      if (total.value() != 0) {
        throw new IllegalArgumentException(
            "Nothing to apportion " + total + " by: all weights are zero.");
      }
      return weights.stream().map(w -> Pence.ZERO).toList();
    }
    List<BigFraction> shares =
        weights.stream()
            .map(w -> w.multiply(BigInteger.valueOf(total.value())).divide(sum))
            .toList();
    long[] parts = shares.stream().mapToLong(Apportionment::floor).toArray();
    long left = total.value() - java.util.Arrays.stream(parts).sum();
    List<Integer> byRemainder = new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
    byRemainder.sort(
        Comparator.comparing((Integer i) -> shares.get(i).subtract(BigFraction.of(parts[i])))
            .reversed());
    for (int i = 0; i < left; i++) {
      parts[byRemainder.get(i)]++;
    }
    return IntStream.range(0, parts.length).mapToObj(i -> Pence.of(parts[i])).toList();
  }

  private static long floor(BigFraction value) {
    BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
    return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
  }
}
