package org.homeward.scenario;

import java.util.List;
import org.homeward.parameter.Change;
import org.homeward.problem.Problems;

/**
 * A what-if under a name: changes in their order, to numbers of the cost book and, where a path
 * begins with {@code pathways/}, of the pathways.
 */
public record Scenario(String name, List<Change> changes) {

  private static final int MOST_CHANGES = 100;
  private static final int LONGEST_NAME = 200;

  /**
   * @throws org.homeward.problem.InputException naming every gap: no name, no change, changes
   *     without a reason
   */
  public Scenario {
    changes = List.copyOf(changes);
    Problems problems = new Problems();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      problems.add(
          "name", name, "A scenario needs a name of at most 200 characters.", "Give it one.");
    }
    if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
      problems.add(
          "changes",
          changes.size(),
          "A scenario has from one to " + MOST_CHANGES + " changes.",
          "Name at least one number and what is done with it.");
    }
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).reason().isBlank()) {
        problems.add(
            "changes[" + i + "].reason",
            null,
            "The change has no reason.",
            "Say why, so that who reads the result can judge it.");
      }
    }
    problems.throwIfAny();
  }

  static boolean isOfPathway(Change change) {
    return change.path().startsWith("pathways/");
  }
}
