package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.pathway.LineSource;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Variation;
import org.homeward.staffing.HourlyCost;
import org.jspecify.annotations.Nullable;

/** What the figures that every answer rests on are made of: unit costs, hours, fees, prices. */
@Controller("/api")
class ExplainController {

  private final CurrentCatalogue current;

  ExplainController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "explainUnitCost",
      summary = "Why a process costs what it costs, down to minutes and salaries",
      tags = "explanations")
  @Parameter(
      name = "variations",
      in = ParameterIn.QUERY,
      description = "Ids of the variations that apply, with commas between; none if left out",
      schema = @Schema(type = "string"),
      example = "first-review")
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/processes/{id}/explain")
  ExplanationResponses.ExplanationResponse unitCost(
      String id,
      @Nullable @QueryValue String variations,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    ProcessGraph graph = ById.find(id, book::process).graph();
    int variant = variant(graph, variations);
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(book),
        priceYears,
        b ->
            new ExplanationCalculator(b)
                .unitCost(new LineSource.OfProcess(b.process(graph.id()), variant)));
  }

  /** A bit for each variation that applies; a stated unit cost has none that could be named. */
  private static int variant(ProcessGraph graph, @Nullable String variations) {
    if (variations == null || variations.isBlank()) {
      return 0;
    }
    List<String> ids = graph.variations().stream().map(Variation::id).toList();
    Problems problems = new Problems();
    int variant = 0;
    for (String asked : Arrays.stream(variations.split(",", -1)).map(String::strip).toList()) {
      int place = ids.indexOf(asked);
      if (place < 0) {
        problems.add(
            "variations",
            asked,
            "The process has no such variation.",
            ids.isEmpty() ? "It has none." : "Use " + String.join(", ", ids) + ".");
      } else {
        variant |= 1 << place;
      }
    }
    problems.throwIfAny();
    return variant;
  }

  @Operation(
      operationId = "explainHourlyCost",
      summary = "Why an hour of a role costs what it costs",
      tags = "explanations")
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/staff-costs/{role}/explain")
  ExplanationResponses.ExplanationResponse hourlyCost(
      String role,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    find(book.book().hourlyCosts(), (HourlyCost h) -> h.role().id(), role, "role", "id");
    return answer(book, priceYears, c -> c.hourlyCost(role));
  }

  @Operation(
      operationId = "explainFee",
      summary = "A placement fee as stated, and in prices of the cost book",
      tags = "explanations")
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/fees/explain")
  ExplanationResponses.ExplanationResponse fee(
      @QueryValue String label,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    FeeRow row = find(book.book().fees().rows(), FeeRow::label, label, "fee", "label");
    return answer(book, priceYears, c -> c.fee(row));
  }

  @Operation(
      operationId = "explainPrice",
      summary = "A support, allowance or one-off cost as stated, and in prices of the cost book",
      tags = "explanations")
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/prices/explain")
  ExplanationResponses.ExplanationResponse price(
      @QueryValue String label,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    PriceRow row = find(book.book().prices().rows(), PriceRow::label, label, "price", "label");
    return answer(book, priceYears, c -> c.price(row));
  }

  private static ExplanationResponses.ExplanationResponse answer(
      CompiledBook book,
      @Nullable String priceYears,
      Function<ExplanationCalculator, Explanation> figure) {
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(book), priceYears, b -> figure.apply(new ExplanationCalculator(b)));
  }

  private static <T> T find(
      List<T> all, Function<T, String> name, String asked, String kind, String field) {
    return all.stream()
        .filter(t -> name.apply(t).equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        field,
                        asked,
                        "There is no " + kind + " of this name.",
                        "Use one of " + String.join(", ", all.stream().map(name).toList()) + ".")));
  }
}
