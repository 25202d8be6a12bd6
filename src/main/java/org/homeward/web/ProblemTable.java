package org.homeward.web;

import java.util.List;
import org.homeward.problem.Problem;

/** What is wrong in a file that was sent, row by row, as a table. */
public final class ProblemTable {

  private ProblemTable() {}

  public static Table of(List<Problem> problems) {
    return new Table(
        "problems",
        "Problems of the file",
        List.of("Where", "Found", "What is wrong", "What to do"),
        problems.stream()
            .map(
                p ->
                    Table.Row.of(
                        Cell.text(p.where()),
                        Cell.text(p.value() == null ? "" : p.value().toString()),
                        Cell.text(p.reason()),
                        Cell.text(p.remedy())))
            .toList());
  }
}
