package org.homeward.api;

import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CompiledBook;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/** The price years that a request names. */
final class PriceYears {

  private static final int MOST = 12;

  private PriceYears() {}

  /** The book in prices of each year that is asked for; years that cannot be are problems. */
  static List<CompiledBook> books(@Nullable String asked, CompiledBook book, Problems problems) {
    List<String> years = Fields.list(asked).stream().distinct().toList();
    if (years.size() > MOST) {
      problems.add(
          "priceYears", years.size(), "There are too many price years.", "Name at most 12.");
      return List.of();
    }
    return years.stream()
        .map(year -> inPricesOf(year, book, problems))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable CompiledBook inPricesOf(
      String year, CompiledBook book, Problems problems) {
    FinancialYear parsed =
        problems.attempt(
            "priceYears",
            year,
            "Write financial years with commas between: 2023-24,2024-25.",
            () -> FinancialYear.parse(year));
    try {
      return parsed == null ? null : new CompiledBook(book.book().inPricesOf(parsed));
    } catch (InputException e) {
      e.problems().stream()
          .map(p -> Problem.of("priceYears", year, p.reason(), p.remedy()))
          .forEach(problems::add);
      return null;
    }
  }
}
