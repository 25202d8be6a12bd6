package org.homeward.timeuse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One collection of time-use data.
 *
 * @param asked the tasks that respondents were asked about
 * @param includesNonCaseRelatedTime whether answers count team meetings, training and the like:
 *     then the case-related hour would count that time twice
 * @param answers normalised; of event records one for each observed case and cell
 */
public record Survey(
    String id,
    String title,
    String authority,
    Method method,
    String dates,
    boolean includesNonCaseRelatedTime,
    boolean illustrative,
    String note,
    Set<AskedTask> asked,
    List<Answer> answers) {

  public Survey {
    asked = Set.copyOf(asked);
    answers = List.copyOf(answers);
  }

  /** The survey with the answers that no exclusion in force leaves out. */
  public Survey without(Collection<Exclusion> exclusions) {
    List<Exclusion> own =
        exclusions.stream().filter(e -> e.inForce() && e.survey().equals(id)).toList();
    return own.isEmpty()
        ? this
        : withAnswers(
            answers.stream().filter(a -> own.stream().noneMatch(e -> e.leavesOut(id, a))).toList());
  }

  /** The survey with its answers about some cells. */
  public Survey about(Predicate<TimeCell> wanted) {
    return withAnswers(answers.stream().filter(a -> wanted.test(a.cell())).toList());
  }

  private Survey withAnswers(List<Answer> some) {
    return new Survey(
        id,
        title,
        authority,
        method,
        dates,
        includesNonCaseRelatedTime,
        illustrative,
        note,
        asked,
        some);
  }

  /** A task and role that a survey asked about. */
  public record AskedTask(String process, String task, String role) {}
}
