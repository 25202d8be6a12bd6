package org.homeward.timeuse;

import java.util.List;
import java.util.Set;

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

  /** A task and role that a survey asked about. */
  public record AskedTask(String process, String task, String role) {}
}
