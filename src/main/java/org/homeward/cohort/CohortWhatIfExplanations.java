package org.homeward.cohort;

import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Rule;
import org.homeward.problem.InputException;
import org.homeward.scenario.ScenarioExplanations;
import org.jspecify.annotations.Nullable;

/**
 * Explains a figure of a group of children in a what-if: before, after, or the change, each as
 * {@link GroupExplanations} does.
 */
public final class CohortWhatIfExplanations {

  private final GroupExplanations before;
  private final GroupExplanations after;
  private final boolean keepsBack;

  /**
   * @param before the book of the base
   * @param after that of what is changed
   * @param keepsBack whether small numbers are
   */
  public CohortWhatIfExplanations(CompiledBook before, CompiledBook after, boolean keepsBack) {
    this.before = new GroupExplanations(before, keepsBack);
    this.after = new GroupExplanations(after, keepsBack);
    this.keepsBack = keepsBack;
  }

  /**
   * @param values of the group, one for each dimension; {@link CostTable#ALL} for any, none for the
   *     whole cohort
   * @param figure {@code before/}, {@code after/} or {@code change/}, and then a figure of a group
   * @throws InputException if there is no such group or figure, or it is kept back
   */
  public Explanation of(CohortWhatIf whatIf, List<String> values, String figure) {
    CohortWhatIf.Difference group = group(whatIf, values);
    String of = figure.substring(figure.indexOf('/') + 1);
    @Nullable Explanation was = group.base() == null ? null : before.find(group.base(), of);
    @Nullable Explanation is = group.changed() == null ? null : after.find(group.changed(), of);
    @Nullable Explanation made =
        figure.startsWith(ScenarioExplanations.BEFORE)
            ? was
            : figure.startsWith(ScenarioExplanations.AFTER)
                ? is
                : figure.startsWith(ScenarioExplanations.CHANGE) ? change(was, is) : null;
    if (made == null) {
      throw GroupExplanations.unknown(figure, "before/, after/ or change/ and then ");
    }
    return made.at(figure);
  }

  private static @Nullable Explanation change(@Nullable Explanation was, @Nullable Explanation is) {
    Explanation known = is == null ? was : is;
    return known == null
        ? null
        : Explanation.change(
            Objects.requireNonNullElse(was, nothing(known)),
            Objects.requireNonNullElse(is, nothing(known)));
  }

  /** Where nobody is of a figure. */
  private static Explanation nothing(Explanation like) {
    return Explanation.of(like.label(), like.measure(), Rule.SUM, List.of());
  }

  private CohortWhatIf.Difference group(CohortWhatIf whatIf, List<String> values) {
    CohortWhatIf.Difference found = whatIf.find(values);
    if (found == null) {
      throw GroupExplanations.missing(values, GroupExplanations.NO_GROUP);
    }
    if (keepsBack && whatIf.keptBack().contains(found.values())) {
      throw GroupExplanations.missing(values, GroupExplanations.OF_FEW);
    }
    return found;
  }
}
