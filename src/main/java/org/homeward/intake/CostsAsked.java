package org.homeward.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the costs of a cohort.
 *
 * @param by the dimensions, in the order in which groups are wanted
 * @param window the days; null for all years that are held
 * @param suppress whether small numbers are kept back
 */
public record CostsAsked(
    List<Dimension> by, @Nullable DateSpan window, CostTable.Kind kind, boolean suppress) {

  public CostsAsked {
    by = List.copyOf(by);
  }

  public static CostsAsked by(List<Dimension> by) {
    return new CostsAsked(by, null, CostTable.Kind.COSTS, false);
  }

  CostQuestion question(DateSpan held) {
    return CostQuestion.of(by, window == null ? held : window);
  }

  /** By which an answer is found again. */
  String key() {
    return by.stream().map(Dimension::code).collect(Collectors.joining(","))
        + "|"
        + (window == null ? "" : window)
        + "|"
        + kind.code()
        + "|"
        + suppress;
  }
}
