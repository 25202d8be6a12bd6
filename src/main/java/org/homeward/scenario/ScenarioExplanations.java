package org.homeward.scenario;

import org.homeward.comparison.Comparison;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.FigureExplanations;
import org.homeward.quantity.WeeksInYear;

/**
 * Explains a figure of a route of a what-if: before, after, or the change, which is after less
 * before, each down to its inputs.
 */
public final class ScenarioExplanations {

  public static final String BEFORE = "before/";
  public static final String AFTER = "after/";
  public static final String CHANGE = FigureExplanations.CHANGE + "/";

  private final FigureExplanations before;
  private final FigureExplanations after;

  /**
   * @param was the route before the changes
   * @param is the same after them
   */
  public ScenarioExplanations(
      ScenarioResult result, Comparison.CostedPathway was, Comparison.CostedPathway is) {
    before = new FigureExplanations(result.book(), was.pathway(), was.ledger());
    after = new FigureExplanations(result.changedBook(), is.pathway(), is.ledger());
  }

  /**
   * @param figure before, after or change, and then as {@link FigureExplanations} has it; after, if
   *     it says none of them
   * @throws org.homeward.problem.InputException about {@code figure}, if there is none
   */
  public Explanation of(String figure, WeeksInYear weeks) {
    String of = figure.substring(figure.indexOf('/') + 1);
    return figure.startsWith(BEFORE)
        ? before.of(of, weeks)
        : figure.startsWith(CHANGE)
            ? after.change(before, of, weeks)
            : after.of(figure.startsWith(AFTER) ? of : figure, weeks);
  }
}
