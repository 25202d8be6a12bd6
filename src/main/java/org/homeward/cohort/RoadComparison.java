package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Two roads on real children: those of the second are weighted so that in each stratum of age at
 * entry, need, first placement and number of placements in the first six months they count as much
 * as those of the first (coarsened exact matching; Iacus, King and Porro 2012). Pounds.
 *
 * @param first children of the first road who are seen from entry for all the months
 * @param second of the second
 * @param strata those that have children of both: only they are compared
 * @param balance how unlike the two are, before and after
 * @param low of the 95 % interval, by resampling children within strata; null if nobody is matched
 * @param high of it
 * @param limits what the comparison cannot show, in words
 */
public record RoadComparison(
    RoadQuestion question,
    int first,
    int second,
    List<Stratum> strata,
    List<Balance> balance,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    List<String> limits) {

  public RoadComparison {
    strata = List.copyOf(strata);
    balance = List.copyOf(balance);
    limits = List.copyOf(limits);
  }

  /**
   * Children of both roads who are alike when care begins.
   *
   * @param name what they have in common, for readers
   * @param first how many are of the first road
   * @param costOfFirst of all of them
   */
  public record Stratum(String name, int first, Pence costOfFirst, int second, Pence costOfSecond) {

    /**
     * What the children of the second road would cost if they were as many as those of the first.
     */
    BigFraction weightedCostOfSecond() {
      return costOfSecond.pounds().multiply(BigFraction.of(first, second));
    }
  }

  /** Children of the first road who have a like on the other. */
  public int matchedFirst() {
    return strata.stream().mapToInt(Stratum::first).sum();
  }

  public int matchedSecond() {
    return strata.stream().mapToInt(Stratum::second).sum();
  }

  /** Mean cost of the matched, exact; null if none is. */
  public @Nullable BigFraction meanFirst() {
    return mean(s -> s.costOfFirst().pounds());
  }

  /** Of the second road, weighted to be like the first. */
  public @Nullable BigFraction meanSecond() {
    return mean(Stratum::weightedCostOfSecond);
  }

  /** Mean of the first less weighted mean of the second. */
  public @Nullable BigFraction difference() {
    return mean(s -> s.costOfFirst().pounds().subtract(s.weightedCostOfSecond()));
  }

  private @Nullable BigFraction mean(Function<Stratum, BigFraction> cost) {
    return strata.isEmpty()
        ? null
        : strata.stream()
            .map(cost)
            .reduce(BigFraction.ZERO, BigFraction::add)
            .divide(matchedFirst());
  }

  /**
   * Standardised mean difference of one fact: the difference of means over the root of the mean of
   * the two variances before matching. Below 0.1 is usually taken as alike.
   *
   * @param before of all children; null where nobody differs
   * @param after of the matched, weighted
   */
  public record Balance(String fact, @Nullable Double before, @Nullable Double after) {}
}
