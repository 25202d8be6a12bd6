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
import java.util.ArrayList;
import java.util.List;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.SpreadsheetText;
import org.homeward.pathway.Component;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.Trajectory;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.CumulativeChart;
import org.homeward.picture.Size;
import org.homeward.picture.Spending;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
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
            schema = @Schema(implementation = Responses.ComparisonResponse.class)),
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
    Requests.ComparisonRequest asked = QueryCase.comparison(request, problems);
    Answer answer = answer(catalogue, asked, priceYears, problems);
    if (Accepted.type(request, SVG)) {
      return HttpResponse.ok(chart(answer.comparison(), components)).contentType(SVG);
    }
    return Accepted.type(request, CSV)
        ? HttpResponse.ok(csv(answer.comparison())).contentType(CSV)
        : HttpResponse.ok(answer.response());
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
  Responses.ComparisonResponse comparePosted(
      @Body Requests.ComparisonRequest request,
      @Nullable @QueryValue String catalogue,
      @Nullable @QueryValue String priceYears) {
    return answer(catalogue, request, priceYears, new Problems()).response();
  }

  private record Answer(
      CompiledBook book,
      Requests.CaseRead read,
      Comparison comparison,
      WeeksInYear weeksInYear,
      List<Responses.PriceYearResponse> priceYears) {

    Responses.ComparisonResponse response() {
      return Responses.ComparisonResponse.of(book, read, comparison, weeksInYear, priceYears);
    }
  }

  private Answer answer(
      @Nullable String catalogue,
      Requests.ComparisonRequest request,
      @Nullable String priceYears,
      Problems problems) {
    PublishedCatalogue published = current.at(catalogue);
    CompiledBook book = current.bookWith(catalogue, request.overrides());
    Requests.CaseRead read = Requests.read(request.child(), problems);
    List<Pathway> pathways = new ArrayList<>();
    for (String id : Requests.orEmpty(request.templates())) {
      Pathway pathway = template(published, id, read, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    List<Requests.PathwayRequest> own = Requests.orEmpty(request.pathways());
    for (int i = 0; read != null && i < own.size(); i++) {
      Pathway pathway = Requests.read(own.get(i), "pathways[" + i + "]", read, book, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    WeeksInYear weeksInYear = Requests.weeksInYear(request.weeksInYear(), problems);
    List<CompiledBook> inYears = PriceYears.books(priceYears, book, problems);
    problems.throwIfAny();
    if (read == null) {
      throw new InputException(
          Problem.of(
              "child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
    }
    return new Answer(
        book,
        read,
        new ComparisonCalculator(book).calculate(pathways),
        weeksInYear,
        inYears.stream()
            .map(
                b ->
                    Responses.PriceYearResponse.of(
                        b.book(), new ComparisonCalculator(b).calculate(pathways)))
            .toList());
  }

  private static @Nullable Pathway template(
      PublishedCatalogue published,
      String id,
      Requests.@Nullable CaseRead read,
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

  private static String chart(Comparison comparison, boolean components) {
    return components
        ? ComponentChart.of(
            "components", "What each pathway costs in all, by component", comparison, Size.WIDE)
        : CumulativeChart.of(
            "cumulative", "Spent so far on each pathway", Spending.of(comparison), Size.WIDE);
  }

  /** Tidy rows: one value a line. */
  private static String csv(Comparison comparison) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("pathway", "month", "component", "amount", "cumulative");
      for (Comparison.CostedPathway pathway : comparison.pathways()) {
        for (Trajectory.Month month : Trajectory.of(pathway.ledger()).months()) {
          for (Component component : Component.values()) {
            csv.writeRecord(
                SpreadsheetText.neutral(pathway.pathway().id()),
                month.month().toString(),
                component.code(),
                month
                    .byComponent()
                    .getOrDefault(component, org.homeward.quantity.Pence.ZERO)
                    .toPounds()
                    .toPlainString(),
                month.cumulative().toPounds().toPlainString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }
}
