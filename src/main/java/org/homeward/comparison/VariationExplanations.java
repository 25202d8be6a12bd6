package org.homeward.comparison;

import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.WeeksInYear;

/**
 * Explains by how much a figure of one cost book is another than of the first: both down to their
 * inputs, in prices of one year.
 *
 * @param routes that can be asked about
 */
public record VariationExplanations(
    CompiledBook first, CompiledBook other, List<Pathway> routes) {

  private static final String UNIT_COST = "unit-costs/";
  private static final String HOUR = "hours/";
  /** What the address of a route begins with. */
  public static final String ROUTE = "routes/";


  public VariationExplanations {
    routes = List.copyOf(routes);
  }

  /**
   * @param figure {@code unit-costs/PROCESS}, {@code hours/ROLE} or {@code routes/TEMPLATE}
   * @throws InputException about it, if there is none
   */
  public Explanation of(String figure) {
    String id = figure.substring(figure.indexOf('/') + 1);
    if (figure.startsWith(ROUTE)) {
      return route(id, figure);
    }
    if (figure.startsWith(UNIT_COST)) {
      return Explanation.change(unitCost(first, id), unitCost(other, id)).at(figure);
    }
    if (figure.startsWith(HOUR) && hasRole(first, id) && hasRole(other, id)) {
      return Explanation.change(
              new ExplanationCalculator(first).hourlyCost(id),
              new ExplanationCalculator(other).hourlyCost(id))
          .at(figure);
    }
    throw unknown(figure);
  }

  private static boolean hasRole(CompiledBook book, String role) {
    return book.book().hourlyCostsByRole().containsKey(role);
  }

  private static Explanation unitCost(CompiledBook book, String process) {
    return new ExplanationCalculator(book)
        .unitCost(new LineSource.OfProcess(book.process(process), 0));
  }

  private Explanation route(String id, String figure) {
    Pathway route =
        routes.stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(figure));
    return figures(other, route)
        .change(figures(first, route), ExplanationCalculator.TOTAL, WeeksInYear.ACTUAL_DAYS)
        .at(figure);
  }

  private static FigureExplanations figures(CompiledBook book, Pathway route) {
    return new FigureExplanations(book, route, new LedgerCalculator(book).calculate(route));
  }

  private static InputException unknown(String figure) {
    return new InputException(
        Problem.of(
            "figure",
            figure,
            "There is no such figure of both books.",
            "Use unit-costs/PROCESS, hours/ROLE or routes/TEMPLATE."));
  }
}
