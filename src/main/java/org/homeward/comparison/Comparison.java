package org.homeward.comparison;

import java.util.List;
import org.homeward.pathway.DiscountedCost;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Pathways compared; the first is the baseline.
 *
 * @param breakEvens one for each pair, in order of the pathways
 */
public record Comparison(List<CostedPathway> pathways, List<BreakEven> breakEvens) {

  public Comparison {
    pathways = List.copyOf(pathways);
    breakEvens = List.copyOf(breakEvens);
  }

  /**
   * What one pathway costs.
   *
   * @param perWeek the exact total by the weeks of its span; shown, never added up
   * @param difference from the baseline
   * @param differenceShare of the baseline's total, 0.25 for a quarter more, to four places; null
   *     where that is zero
   * @param cumulative pence by the end of each pathway month
   */
  public record CostedPathway(
      Pathway pathway,
      Ledger ledger,
      DiscountedCost discounted,
      Money perWeek,
      Pence difference,
      java.math.@Nullable BigDecimal differenceShare,
      List<Long> cumulative) {}

  /**
   * From when on one of two pathways has cost less.
   *
   * @param cheaper id of the pathway that is the cheaper one from then on; null where they never
   *     settle
   * @param dearer id of the other
   * @param month the first pathway month from which its cumulative cost stays strictly below to the
   *     horizon; 0 if never
   * @param reason in words
   */
  public record BreakEven(
      String first,
      String second,
      @Nullable String cheaper,
      @Nullable String dearer,
      int month,
      String reason) {}
}
