package org.homeward.cohort;

import java.util.EnumSet;
import java.util.List;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the costs of a cohort.
 *
 * @param by the dimensions, in the order in which groups are wanted; none for one sum
 * @param window the days whose costs are wanted
 * @param ages for {@link Dimension#AGE}
 * @param afterCare the homes after an order that are counted as well; null for care alone
 * @param feesApart whether the nights of each row of the fee table are told apart
 */
public record CostQuestion(
    List<Dimension> by,
    DateSpan window,
    AgeBands ages,
    @Nullable AfterCare afterCare,
    boolean feesApart) {

  /**
   * @throws org.homeward.problem.InputException if a dimension stands twice or there is no day
   */
  public CostQuestion {
    by = List.copyOf(by);
    Problems problems = new Problems();
    EnumSet<Dimension> seen = EnumSet.noneOf(Dimension.class);
    for (Dimension dimension : by) {
      if (!seen.add(dimension)) {
        problems.add(
            "by", dimension.code(), "The dimension stands twice.", "Name each dimension once.");
      }
    }
    if (window.isEmpty()) {
      problems.add(
          "window", window, "There is no day to sum costs of.", "Let it end after it starts.");
    }
    problems.throwIfAny();
  }

  /** About care alone, with the age bands of the national statistics. */
  public static CostQuestion of(List<Dimension> by, DateSpan window) {
    return new CostQuestion(by, window, AgeBands.NATIONAL, null, false);
  }

  /** The same, with the homes after an order. */
  public CostQuestion with(AfterCare homes) {
    return new CostQuestion(by, window, ages, homes, feesApart);
  }

  /** The same, with the nights of each row of the fee table told apart. */
  public CostQuestion withFeesApart() {
    return new CostQuestion(by, window, ages, afterCare, true);
  }
}
