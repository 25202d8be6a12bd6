package org.homeward.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.loader.SpreadsheetText;
import org.homeward.pathway.Component;
import org.homeward.pathway.Trajectory;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.CumulativeChart;
import org.homeward.picture.Size;
import org.homeward.picture.Spending;
import org.homeward.problem.Problems;
import org.homeward.quantity.Pence;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/** What routes cost for one child, side by side. */
@Controller("/api/comparisons")
class ComparisonController {

  static final String CSV = "text/csv";
  static final String SVG = ProcessController.SVG;

  private final CurrentCatalogue current;

  ComparisonController(CurrentCatalogue current) {
    this.current = current;
  }

  /** JSON; tidy CSV or a chart as SVG where that is what the caller accepts. */
  @Operation(
      operationId = "compareTemplates",
      summary = "Compare pathway templates for one child",
      tags = "comparisons")
  @Parameter(
      name = "pathways",
      in = ParameterIn.QUERY,
      required = true,
      description = "Ids of templates, with commas between; the first is the baseline",
      schema = @Schema(type = "string"),
      example = "foster-in-house,adoption,special-guardianship")
  @Parameter(
      name = "weeksInYear",
      in = ParameterIn.QUERY,
      description =
          "How many weeks a year is shown to have: changes perYear, never a ledger; actual-days if left out",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"actual-days", "365/7", "52", "48"}))
  @Parameter(
      name = "chart",
      in = ParameterIn.QUERY,
      description =
          "Which chart an SVG shows: what has been spent by the end of each month (cumulative), or what each pathway costs by component",
      schema =
          @Schema(
              type = "string",
              defaultValue = "cumulative",
              allowableValues = {"cumulative", "components"}))
  @InPriceYears
  @AboutChild
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ComparisonResponses.ComparisonResponse.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = SVG, schema = @Schema(type = "string"))
      })
  @Refusable
  @OfVersion
  @Get
  @Produces({MediaType.APPLICATION_JSON, CSV, SVG})
  HttpResponse<?> compare(
      HttpRequest<?> request,
      @Nullable @QueryValue String catalogue,
      @Nullable @QueryValue String priceYears) {
    Problems problems = new Problems();
    boolean components = QueryCase.asksForComponents(request, problems);
    CostedComparison answer =
        CostedComparison.of(
            current, catalogue, QueryCase.comparison(request, Set.of(), problems), problems);
    List<ComparisonResponses.PriceYearResponse> inYears = inYears(priceYears, answer);
    if (Accepted.type(request, SVG)) {
      return HttpResponse.ok(chart(answer.comparison(), components)).contentType(SVG);
    }
    return Accepted.type(request, CSV)
        ? HttpResponse.ok(csv(answer.comparison())).contentType(CSV)
        : HttpResponse.ok(
            ComparisonResponses.ComparisonResponse.of(
                answer.stamped(),
                answer.read(),
                answer.comparison(),
                answer.weeksInYear(),
                inYears));
  }

  @Operation(
      operationId = "comparePathways",
      summary = "Compare templates and own pathways, with overrides",
      tags = "comparisons")
  @InPriceYears
  @Refusable
  @OfVersion
  @Post
  @Produces(MediaType.APPLICATION_JSON)
  ComparisonResponses.ComparisonResponse comparePosted(
      @Body ComparisonRequests.ComparisonRequest request,
      @Nullable @QueryValue String catalogue,
      @Nullable @QueryValue String priceYears) {
    CostedComparison answer = CostedComparison.of(current, catalogue, request, new Problems());
    return ComparisonResponses.ComparisonResponse.of(
        answer.stamped(),
        answer.read(),
        answer.comparison(),
        answer.weeksInYear(),
        inYears(priceYears, answer));
  }

  private static List<ComparisonResponses.PriceYearResponse> inYears(
      @Nullable String priceYears, CostedComparison answer) {
    return answer.inPricesOf(priceYears).entrySet().stream()
        .map(
            e ->
                ComparisonResponses.PriceYearResponse.of(
                    e.getKey(), e.getValue(), answer.book().book().indices()))
        .toList();
  }

  @Operation(
      operationId = "explainComparison",
      summary = "Why routes differ, or why one of them costs what it costs",
      tags = "explanations")
  @Parameter(
      name = "pathways",
      in = ParameterIn.QUERY,
      required = true,
      description = "Ids of templates, with commas between; the first is the baseline",
      schema = @Schema(type = "string"),
      example = "foster-in-house,adoption")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "Which figure: difference/ and the id of a route (default: of the second, or the total of a single one), or the id of a route, / and a figure of it: adoption/total, adoption/case-management/review, adoption/nominal, adoption/discounted, adoption/hours/social-worker, adoption/a-week, adoption/spent/12",
      schema = @Schema(type = "string"),
      example = "adoption/case-management")
  @AboutChild
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/explain")
  ExplanationResponses.ExplanationResponse explain(
      HttpRequest<?> request,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    Problems problems = new Problems();
    CostedComparison answer =
        CostedComparison.of(
            current,
            catalogue,
            QueryCase.comparison(request, Set.of("figure"), problems),
            problems);
    String figure = request.getParameters().get("figure");
    return ExplanationResponses.ExplanationResponse.of(
        answer.stamped(),
        priceYears,
        book -> figure(book, answer.by(book).pathways(), figure, answer.weeksInYear()));
  }

  private static Explanation figure(
      CompiledBook book,
      List<Comparison.CostedPathway> pathways,
      @Nullable String figure,
      WeeksInYear weeks) {
    for (Comparison.CostedPathway p : pathways) {
      String route = p.pathway().id() + "/";
      if (figure != null
          && figure.startsWith(route)
          && FigureExplanations.isOne(figure.substring(route.length()))) {
        return new FigureExplanations(book, p.pathway(), p.ledger())
            .of(figure.substring(route.length()), weeks);
      }
    }
    List<Explanation> trees = trees(new ExplanationCalculator(book), pathways);
    return figure == null ? trees.get(0) : ExplanationResponses.find(trees, figure);
  }

  private static List<Explanation> trees(
      ExplanationCalculator calculator, List<Comparison.CostedPathway> pathways) {
    Comparison.CostedPathway baseline = pathways.get(0);
    return pathways.size() == 1
        ? List.of(calculator.totalOf(baseline.pathway(), baseline.ledger()))
        : pathways.stream()
            .skip(1)
            .map(
                p ->
                    calculator.difference(
                        p.pathway(), p.ledger(), baseline.pathway(), baseline.ledger()))
            .toList();
  }

  private static String chart(Comparison comparison, boolean components) {
    return components
        ? ComponentChart.of(
            "components", "What each pathway costs in all, by component", comparison, Size.WIDE)
        : CumulativeChart.of(
            "cumulative", "Spent so far on each pathway", Spending.of(comparison), Size.WIDE);
  }

  /** Tidy rows: what a component costs in a month, and up to its end. */
  private static String csv(Comparison comparison) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("pathway", "month", "component", "amount", "cumulative");
      for (Comparison.CostedPathway pathway : comparison.pathways()) {
        Map<Component, Pence> cumulative = new EnumMap<>(Component.class);
        for (Trajectory.Month month : Trajectory.of(pathway.ledger()).months()) {
          for (Component component : Component.values()) {
            Pence amount = month.byComponent().getOrDefault(component, Pence.ZERO);
            csv.writeRecord(
                SpreadsheetText.neutral(pathway.pathway().id()),
                month.month().toString(),
                component.code(),
                amount.toPounds().toPlainString(),
                cumulative.merge(component, amount, Pence::plus).toPounds().toPlainString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }
}
