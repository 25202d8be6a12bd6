package org.homeward.timeuse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A researcher's decision to leave answers of one respondent, group or case out, with the reason.
 * It is never deleted: what is taken back stays on record.
 *
 * @param respondent whose answers
 * @param process only answers about this process; about every one if null
 * @param task only answers about this task; about every one if null
 * @param role only answers about this role; about every one if null
 * @param by who decided: a code or a role, never a name
 * @param takenBackAt null while it is in force
 */
public record Exclusion(
    String id,
    String survey,
    String respondent,
    @Nullable String process,
    @Nullable String task,
    @Nullable String role,
    String reason,
    String by,
    Instant at,
    @Nullable Instant takenBackAt) {

  /**
   * @throws IllegalArgumentException without a respondent or a reason
   */
  public Exclusion {
    if (respondent.isBlank()) {
      throw new IllegalArgumentException("An exclusion must name a respondent, group or case.");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("An exclusion must have a reason.");
    }
  }

  public boolean inForce() {
    return takenBackAt == null;
  }

  /** Whether an answer of a survey is left out by it. */
  public boolean leavesOut(String ofSurvey, Answer answer) {
    return inForce()
        && survey.equals(ofSurvey)
        && respondent.equals(answer.respondent())
        && (process == null || process.equals(answer.cell().process()))
        && (task == null || task.equals(answer.cell().task()))
        && (role == null || role.equals(answer.cell().role()));
  }
}
