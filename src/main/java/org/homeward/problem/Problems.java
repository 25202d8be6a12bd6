package org.homeward.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects every problem of one input, so that a user is told all of them at once. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  public void add(String where, @Nullable Object value, String reason, String remedy) {
    found.add(Problem.of(where, value, reason, remedy));
  }

  public void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  /**
   * The value made by the maker, or null with its complaint collected: nonsense is refused by the
   * values themselves.
   */
  public <T> @Nullable T attempt(
      String where, @Nullable Object value, String remedy, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InputException e) {
      e.problems().forEach(p -> add(p.within(where)));
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      add(where, value, String.valueOf(e.getMessage()), remedy);
    }
    return null;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Ends the reading of an input.
   *
   * @throws InputException with every problem, if there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
