package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.quantity.Fractions;
import org.homeward.returns.ChildView;
import org.jspecify.annotations.Nullable;

/** Children whose days to each milestone are counted together, and what of them is kept back. */
final class MilestoneGroup {

  private int children;
  private boolean hidden;
  private final Map<Milestone, List<Integer>> days = new EnumMap<>(Milestone.class);
  private final Set<Milestone> hiddenRows = EnumSet.noneOf(Milestone.class);

  void add(ChildView child, int entry) {
    children++;
    for (Milestone milestone : Milestone.values()) {
      int day = milestone.dayOf(child, entry);
      if (day != Milestone.NO_DAY) {
        days.computeIfAbsent(milestone, m -> new ArrayList<>()).add(day - entry);
      }
    }
  }

  int children() {
    return children;
  }

  int reached(Milestone milestone) {
    return days.getOrDefault(milestone, List.of()).size();
  }

  /** Of those who reached it, to a tenth; at least one must have. */
  BigDecimal meanDays(Milestone milestone) {
    return Fractions.toDecimal(BigFraction.of(allDays(milestone), reached(milestone)), 1);
  }

  private long allDays(Milestone milestone) {
    return Arrays.stream(inOrder(milestone)).asLongStream().sum();
  }

  /** The fewest days that so many in a hundred do not exceed, as of costs. */
  long quantile(Milestone milestone, int percent) {
    int[] inOrder = inOrder(milestone);
    int rank = (int) ((inOrder.length * (long) percent + 99) / 100);
    return inOrder[Math.max(rank, 1) - 1];
  }

  private int[] inOrder(Milestone milestone) {
    return days.getOrDefault(milestone, List.of()).stream()
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Keeps all of it back. */
  void hide() {
    hidden = true;
  }

  /** Keeps one milestone back. */
  void hide(Milestone milestone) {
    hiddenRows.add(milestone);
  }

  boolean isHidden() {
    return hidden;
  }

  boolean isHidden(Milestone milestone) {
    return hidden || hiddenRows.contains(milestone);
  }

  /**
   * Why a figure is what it is; null if there is none of this name.
   *
   * @param spread whether mean and quantiles may be told
   */
  @Nullable Explanation explain(Milestone milestone, String figure, boolean spread) {
    Explanation reached =
        Explanation.input(
                "Children who reached it", Measure.FACTOR, BigFraction.of(reached(milestone)), null)
            .noting("of " + children + " who entered care in the years that are held");
    if (figure.equals("reached")) {
      return reached;
    }
    if (!spread) {
      return null;
    }
    if (figure.equals("mean-days")) {
      return Explanation.of(
          "Mean days from entry to " + milestone.code(),
          Measure.DAYS,
          Rule.QUOTIENT,
          Explanation.input(
                  "Days from entry, of all of them",
                  Measure.DAYS,
                  BigFraction.of(allDays(milestone)),
                  null)
              .noting("counted in the merged histories"),
          reached);
    }
    return Arrays.stream(CostTable.QUANTILES)
        .filter(percent -> figure.equals("p" + percent + "-days"))
        .mapToObj(percent -> quantileOf(milestone, percent))
        .findFirst()
        .orElse(null);
  }

  private Explanation quantileOf(Milestone milestone, int percent) {
    return Explanation.input(
            "Days from entry to " + milestone.code(),
            Measure.DAYS,
            BigFraction.of(quantile(milestone, percent)),
            null)
        .noting(
            "the fewest that "
                + percent
                + " in a hundred of "
                + reached(milestone)
                + " children do not exceed");
  }
}
