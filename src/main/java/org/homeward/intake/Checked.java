package org.homeward.intake;

import java.util.List;
import java.util.Set;
import org.homeward.problem.Problem;
import org.homeward.timeuse.Survey;

/**
 * What a reading of a whole file found.
 *
 * @param rows that are not blank, without the header
 * @param answers rows that hold an answer; a row without time says only that the task was asked
 * @param problems the first ones, by line
 * @param totalProblems all of them
 */
public record Checked(
    String file,
    int rows,
    int answers,
    int respondents,
    Set<Survey.AskedTask> asked,
    List<Conversion> conversions,
    List<String> notes,
    List<Finding> problems,
    long totalProblems) {

  public boolean isAccepted() {
    return totalProblems == 0;
  }

  /** The problems as they are told. */
  public List<Problem> told() {
    return Findings.told(problems, totalProblems, file);
  }
}
