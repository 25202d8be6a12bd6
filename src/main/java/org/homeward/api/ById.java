package org.homeward.api;

import java.util.function.Function;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** What an address names by its id. */
final class ById {

  private ById() {}

  /**
   * What there is of this id.
   *
   * @throws InputException about the field {@code id}, which is answered with 404, if there is
   *     nothing
   */
  static <T> T find(String id, Function<String, T> catalogue) {
    try {
      return catalogue.apply(id);
    } catch (InputException e) {
      throw new InputException(
          e.problems().stream()
              .map(p -> new Problem("id", p.value(), p.reason(), p.remedy()))
              .toList());
    }
  }
}
