package org.homeward.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input that cannot be used, with all its problems. It is the user's to mend, never a fault of
 * the service.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InputException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  public InputException(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
