package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.homeward.comparison.PartExplanations;
import org.homeward.costbook.CompiledBook;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.OpenBook;
import org.homeward.explanation.BookFigures;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.intake.CohortJobs;
import org.homeward.pathway.Pathway;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/** Several cost books side by side, and why they differ. */
@Controller("/api/cost-books/{id}/variations")
@ExecuteOn(TaskExecutors.BLOCKING)
class VariationController {

  private static final String ROUTE = "route/";

  private final BookShelf shelf;
  private final CohortJobs cohorts;

  VariationController(BookShelf shelf, CohortJobs cohorts) {
    this.shelf = shelf;
    this.cohorts = cohorts;
  }

  @Operation(
      operationId = "listVariations",
      summary =
          "Unit costs, fees, hours and whole routes of several books side by side, and why they differ",
      description =
          "Everything is in the price year of the first book. A difference of a unit cost is taken apart into salary, on-costs, overhead, hours, time, mix and conventions by Shapley values; that of a route into these and fees, prices and activity. The parts add up to it to the penny. Of a cohort the share of fees that goes on the ten dearest placements is told, small numbers kept back.",
      tags = "cost books")
  @Parameter(
      name = "others",
      in = ParameterIn.QUERY,
      required = true,
      description = "Ids of the books to set beside it, with commas between",
      schema = @Schema(type = "string"),
      example = "testshire")
  @Parameter(
      name = "on",
      in = ParameterIn.QUERY,
      description =
          "The day on which fees are looked up and routes begin; the first of the price year if left out",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "ages",
      in = ParameterIn.QUERY,
      description =
          "Ages for which fees are looked up and at which routes begin, with commas between; 10 if left out",
      schema = @Schema(type = "string"),
      example = "2,9,15")
  @Parameter(
      name = "pathways",
      in = ParameterIn.QUERY,
      description =
          "Ids of templates of the first book that are costed to the 18th birthday by every book, with commas between",
      schema = @Schema(type = "string"),
      example = "foster-in-house,adoption")
  @Parameter(
      name = "cohort",
      in = ParameterIn.QUERY,
      description =
          "Id of a cohort: the share of its fees that goes on its ten dearest placements, by every book",
      schema = @Schema(type = "string"))
  @Refusable
  @Absent
  @Get
  VariationResponses.VariationsResponse variations(
      String id,
      @Nullable @QueryValue String others,
      @Nullable @QueryValue String on,
      @Nullable @QueryValue String ages,
      @Nullable @QueryValue String pathways,
      @Nullable @QueryValue String cohort) {
    BooksBeside asked = BooksBeside.of(shelf, id, others, on, ages, pathways);
    List<VariationResponses.DearestShare> dearest =
        cohort == null
            ? List.of()
            : VariationResponses.dearest(asked, cohorts.answers().held(cohort));
    return VariationResponses.VariationsResponse.of(asked, dearest);
  }

  @Operation(
      operationId = "explainVariation",
      summary = "Why a figure of another book is higher or lower, both down to their inputs",
      description =
          "In the price year of the first book: the figure of the other book less that of the first.",
      tags = "explanations")
  @Parameter(
      name = "other",
      in = ParameterIn.QUERY,
      required = true,
      description = "Id of the book that is set beside it",
      schema = @Schema(type = "string"),
      example = "testshire")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      required = true,
      description =
          "unit-cost/PROCESS, with variations unit-cost/PROCESS+VARIATION, minutes/PROCESS, hourly-cost/ROLE, week/TYPE/PROVIDER/AREA/AGE/DAY, route/TEMPLATE of the first book, or dearest/COHORT/share, spend or spend-on-dearest; part/FACTOR/ before unit-cost/PROCESS or route/TEMPLATE asks for the part of a factor in the difference, as salary or time",
      schema = @Schema(type = "string"),
      example = "unit-cost/review")
  @Parameter(
      name = "start",
      in = ParameterIn.QUERY,
      description = "The day on which a route begins; the first of the price year if left out",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "age",
      in = ParameterIn.QUERY,
      description = "The age at which a route begins; 10 if left out",
      schema = @Schema(type = "string"),
      example = "2")
  @Refusable
  @Absent
  @Get("/explain")
  ExplanationResponses.ExplanationResponse explain(
      String id,
      @Nullable @QueryValue String other,
      @QueryValue(defaultValue = "") String figure,
      @Nullable @QueryValue String start,
      @QueryValue(defaultValue = "10") String age) {
    Problems problems = new Problems();
    String named = Fields.given(other, "other", problems);
    OpenBook first = shelf.open(id);
    FinancialYear year = first.book().priceYear();
    LocalDate day = start == null ? year.firstDay() : Fields.date(start, "start", problems);
    Integer years = problems.attempt("age", age, "Give one age, for instance 2.", () -> age(age));
    problems.throwIfAny();
    if (named == null || day == null || years == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    OpenBook second = shelf.open(named);
    CompiledBook mine = new CompiledBook(first.book());
    if (figure.startsWith(PartExplanations.PART)) {
      String whole = PartExplanations.whole(figure);
      return ExplanationResponses.ExplanationResponse.of(
          StampedBook.of(mine),
          BooksBeside.parts(first, second)
              .of(
                  figure,
                  whole.startsWith(ROUTE)
                      ? BooksBeside.route(first, whole.substring(ROUTE.length()), years, day)
                      : null));
    }
    CompiledBook theirs = new CompiledBook(second.book().inPricesOf(year));
    if (BooksBeside.isOfDearest(figure)) {
      return ExplanationResponses.ExplanationResponse.of(
          StampedBook.of(mine),
          Explanation.change(
              BooksBeside.dearest(cohorts.answers(), figure, mine),
              BooksBeside.dearest(cohorts.answers(), figure, theirs)));
    }
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(mine),
        figure.startsWith(ROUTE)
            ? route(
                BooksBeside.route(first, figure.substring(ROUTE.length()), years, day),
                mine,
                theirs)
            : new BookFigures(theirs)
                .less(
                    figure,
                    second.entry().name(),
                    new BookFigures(mine),
                    figure,
                    first.entry().name()));
  }

  private static int age(String text) {
    int age = Integer.parseInt(text);
    if (age < 0 || age >= BooksBeside.GROWN_UP) {
      throw new IllegalArgumentException("A route begins between 0 and 17.");
    }
    return age;
  }

  /** By how much a route is dearer by their book than by mine. */
  private static Explanation route(Pathway pathway, CompiledBook mine, CompiledBook theirs) {
    return FigureExplanations.of(theirs, pathway)
        .change(
            FigureExplanations.of(mine, pathway),
            ExplanationCalculator.TOTAL,
            WeeksInYear.ACTUAL_DAYS);
  }
}
