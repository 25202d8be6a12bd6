package org.homeward.intake;

import java.util.ArrayList;
import java.util.List;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one file: the first thousand in words, the rest as a number. */
final class Findings {

  private final String file;
  private final List<Finding> first = new ArrayList<>();
  private long total;

  Findings(String file) {
    this.file = file;
  }

  /** A problem of a whole file. */
  void ofFile(@Nullable Object value, String reason, String remedy) {
    add(0, -1, Problem.of(file, value, reason, remedy));
  }

  /** A problem of a whole line. */
  void ofLine(long line, @Nullable Object value, String reason, String remedy) {
    add(line, -1, Problem.of(file + ": line " + line, value, reason, remedy));
  }

  void ofCell(
      long line, int column, String name, @Nullable Object value, String reason, String remedy) {
    String where = file + ": line " + line + ", column " + name;
    add(line, column, Problem.of(where, value, reason, remedy));
  }

  private void add(long line, int column, Problem problem) {
    total++;
    if (first.size() < Limits.PROBLEMS) {
      first.add(new Finding(line, column, problem));
    }
  }

  String file() {
    return file;
  }

  boolean isEmpty() {
    return total == 0;
  }

  long total() {
    return total;
  }

  List<Finding> list() {
    return List.copyOf(first);
  }

  /** The problems as they are told; where there are more, the last line says how many. */
  static List<Problem> told(List<Finding> findings, long total, String file) {
    List<Problem> told = new ArrayList<>();
    findings.forEach(f -> told.add(f.problem()));
    if (total > findings.size()) {
      told.add(
          Problem.of(
              file,
              null,
              "There are " + total + " problems; the first " + findings.size() + " are listed.",
              "Mend these and check again."));
    }
    return told;
  }

  /** A file that cannot be read at all. */
  static InputException unreadable(String file, @Nullable Object v, String reason, String remedy) {
    return new InputException(Problem.of(file, v, reason, remedy));
  }
}
