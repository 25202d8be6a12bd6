package org.homeward.drafting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.quantity.Pence;

/**
 * What each route of some templates costs by a book, for children of a few ages, from a day to
 * their 18th birthday: by route, named {@code adoption/2} from the age of two on. A route that a
 * book cannot cost is left out.
 */
public final class RouteCosts implements Function<CompiledBook, Map<String, Pence>> {

  /** In the years before school, in those of primary school, and in those before leaving care. */
  private static final List<Integer> AGES = List.of(2, 9, 15);

  private static final int GROWN_UP = 18;

  private final Map<String, Pathway> routes = new LinkedHashMap<>();

  RouteCosts(List<PathwayTemplate> templates, LocalDate from) {
    for (PathwayTemplate template : templates) {
      for (int age : AGES) {
        Child child = new Child(from.minusYears(age), Set.of());
        routes.put(
            template.id() + "/" + age,
            template.forChild(child, (int) from.toEpochDay(), child.reaches(GROWN_UP), null));
      }
    }
  }

  @Override
  public Map<String, Pence> apply(CompiledBook book) {
    LedgerCalculator calculator = new LedgerCalculator(book);
    Map<String, Pence> costs = new LinkedHashMap<>();
    routes.forEach(
        (id, route) -> {
          try {
            costs.put(id, calculator.calculate(route).total());
          } catch (InputException e) {
            // It has, say, a placement of which the book has no fee.
          }
        });
    return costs;
  }
}
