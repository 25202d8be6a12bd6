package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two roads on real children: those of the second are weighted so that in each stratum of age at
 * entry, need, first placement and number of placements in the first six months they count as much
 * as those of the first (coarsened exact matching; Iacus, King and Porro 2012). Pounds.
 *
 * @param first children of the first road who are seen from entry for all the months
 * @param second of the second
 * @param matchedFirst those who have a like on the other road
 * @param strata in how many strata
 * @param balance how unlike the two are, before and after
 * @param meanFirst mean cost of the matched, null if none is; so are the figures after it
 * @param difference mean of the first less weighted mean of the second
 * @param low of the 95 % interval, by resampling children within strata
 * @param limits what the comparison cannot show, in words
 */
public record RoadComparison(
    RoadQuestion question,
    int first,
    int second,
    int matchedFirst,
    int matchedSecond,
    int strata,
    List<Balance> balance,
    @Nullable BigDecimal meanFirst,
    @Nullable BigDecimal meanSecond,
    @Nullable BigDecimal difference,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    List<String> limits) {

  public RoadComparison {
    balance = List.copyOf(balance);
    limits = List.copyOf(limits);
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
