package org.homeward.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/** A comparison that a request asked for, with the book and the case it is of. */
record CostedComparison(
    StampedBook stamped,
    CaseRequests.CaseRead read,
    Comparison comparison,
    WeeksInYear weeksInYear) {

  CompiledBook book() {
    return stamped.book();
  }

  /**
   * @throws InputException with every problem of the request
   */
  static CostedComparison of(
      CurrentCatalogue current,
      @Nullable String catalogue,
      ComparisonRequests.ComparisonRequest request,
      Problems problems) {
    PublishedCatalogue published = current.at(catalogue);
    StampedBook stamped = published.bookWith(request.overrides(), current::estimateSet);
    CompiledBook book = stamped.book();
    CaseRequests.CaseRead read = CaseRequests.read(request.child(), problems);
    List<Pathway> pathways = new ArrayList<>();
    for (String id : Fields.orEmpty(request.templates(), "templates")) {
      Pathway pathway = template(published, id, read, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    List<PathwayRequests.PathwayRequest> own = Fields.orEmpty(request.pathways(), "pathways");
    for (int i = 0; read != null && i < own.size(); i++) {
      Pathway pathway =
          PathwayRequests.read(own.get(i), "pathways[" + i + "]", read, book, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    WeeksInYear weeksInYear = Fields.weeksInYear(request.weeksInYear(), problems);
    problems.throwIfAny();
    if (read == null) {
      throw new InputException(
          Problem.of(
              "child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
    }
    return new CostedComparison(
        stamped, read, new ComparisonCalculator(book).calculate(pathways), weeksInYear);
  }

  /** The same pathways in prices of each year that is asked for. */
  Map<FinancialYear, Comparison> inPricesOf(@Nullable String priceYears) {
    Problems problems = new Problems();
    List<CompiledBook> books = PriceYears.books(priceYears, book(), problems);
    problems.throwIfAny();
    Map<FinancialYear, Comparison> byYear = new LinkedHashMap<>();
    books.forEach(b -> byYear.put(b.book().priceYear(), by(b)));
    return byYear;
  }

  /** The same pathways by a book. */
  @SuppressWarnings("ReferenceEquality") // the one that they were compared by
  Comparison by(CompiledBook other) {
    return other == book() ? comparison : new ComparisonCalculator(other).calculate(pathways());
  }

  List<Pathway> pathways() {
    return comparison.pathways().stream().map(Comparison.CostedPathway::pathway).toList();
  }

  private static @Nullable Pathway template(
      PublishedCatalogue published,
      String id,
      CaseRequests.@Nullable CaseRead read,
      Problems problems) {
    try {
      var template = published.catalogue().pathway(id);
      return read == null
          ? null
          : template.forChild(
              read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }
}
