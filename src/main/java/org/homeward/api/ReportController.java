package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparison;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.costbook.CostBook;
import org.homeward.problem.Problems;
import org.homeward.quantity.Format;
import org.homeward.report.ComparisonReport;
import org.homeward.report.Document;
import org.homeward.report.HtmlReport;
import org.homeward.report.JourneyReport;
import org.homeward.report.JourneyWorkbook;
import org.homeward.report.WordReport;
import org.homeward.report.WorkbookReport;
import org.jspecify.annotations.Nullable;

/** Comparisons, journeys and what-ifs as documents for a committee. */
@Controller("/api/reports")
public class ReportController {

  private final CurrentCatalogue current;
  private final ScenarioCosting costing;

  ReportController(CurrentCatalogue current, ScenarioCosting costing) {
    this.current = current;
    this.costing = costing;
  }

  /** A page for print, a workbook whose formulas go on calculating, or a Word document. */
  @Operation(
      operationId = "reportComparison",
      summary = "Compare pathway templates for one child, as a document",
      tags = "reports")
  @Parameter(
      name = "pathways",
      in = ParameterIn.QUERY,
      required = true,
      description = "Ids of templates, with commas between; the first is the baseline",
      schema = @Schema(type = "string"),
      example = "foster-in-house,adoption,special-guardianship")
  @AboutChild
  @InPriceYears
  @AsDocument
  @Refusable
  @OfVersion
  @Get("/comparison")
  @Produces({MediaType.TEXT_HTML, ReportFormat.XLSX_TYPE, ReportFormat.DOCX_TYPE})
  HttpResponse<byte[]> comparison(
      HttpRequest<?> request,
      @Nullable @QueryValue String catalogue,
      @Nullable @QueryValue String priceYears) {
    Problems problems = new Problems();
    ComparisonRequests.ComparisonRequest asked =
        QueryCase.comparison(request, Set.of("format"), problems);
    return report(request, CostedComparison.of(current, catalogue, asked, problems), priceYears);
  }

  @Operation(
      operationId = "reportOwnComparison",
      summary = "Compare templates and own pathways, as a document",
      tags = "reports")
  @InPriceYears
  @AsDocument
  @Refusable
  @OfVersion
  @Post("/comparison")
  @Produces({MediaType.TEXT_HTML, ReportFormat.XLSX_TYPE, ReportFormat.DOCX_TYPE})
  HttpResponse<byte[]> comparisonPosted(
      HttpRequest<?> request,
      @Body ComparisonRequests.ComparisonRequest asked,
      @Nullable @QueryValue String catalogue,
      @Nullable @QueryValue String priceYears) {
    return report(
        request, CostedComparison.of(current, catalogue, asked, new Problems()), priceYears);
  }

  @Operation(
      operationId = "reportJourneys",
      summary = "Set an actual history against an anticipated one, as a document",
      tags = "reports")
  @AsDocument
  @Refusable
  @Post("/journeys")
  @Produces({MediaType.TEXT_HTML, ReportFormat.XLSX_TYPE, ReportFormat.DOCX_TYPE})
  HttpResponse<byte[]> journeys(
      HttpRequest<?> request, @Body JourneyController.JourneyComparisonRequest asked) {
    JourneyController.Costed costed = JourneyController.Costed.of(asked);
    return journeys(
        request,
        costed.calculator(),
        costed.actual(),
        costed.anticipated(),
        costed.result(),
        costed.months(),
        Fields.orEmpty(asked.assumptions(), "assumptions"));
  }

  /** Two journeys as a document of the format that a request asks for. */
  public static HttpResponse<byte[]> journeys(
      HttpRequest<?> request,
      JourneyComparisonCalculator calculator,
      Journey actual,
      Journey anticipated,
      JourneyComparison comparison,
      Journey.MonthLength months,
      List<String> assumptions) {
    JourneyReport report =
        JourneyReport.of(calculator, actual, anticipated, comparison, assumptions, stamp(months));
    return answer(request, "journeys", report.document(), () -> JourneyWorkbook.of(report));
  }

  @Operation(
      operationId = "reportOwnScenario",
      summary = "Cost a what-if without saving it, as a document",
      tags = "reports")
  @AsDocument
  @Refusable
  @OfVersion
  @Post("/scenario")
  @Produces({MediaType.TEXT_HTML, ReportFormat.XLSX_TYPE, ReportFormat.DOCX_TYPE})
  HttpResponse<byte[]> scenario(
      HttpRequest<?> request, @Body ScenarioRequest asked, @Nullable @QueryValue String catalogue) {
    return report(request, costing.cost(asked, catalogue));
  }

  static HttpResponse<byte[]> report(HttpRequest<?> request, CostedScenario costed) {
    Map<String, String> stamp = stamp(StampedBook.of(costed.base()), request);
    stamp.put("Version after the changes", costed.changed().book().hash());
    if (costed.cohort() != null) {
      stamp.put("Cohort", costed.cohort().id());
    }
    CostedScenario.Report report = costed.report(stamp);
    return answer(request, "scenario", report.document(), report.workbook());
  }

  private static HttpResponse<byte[]> report(
      HttpRequest<?> request, CostedComparison answer, @Nullable String priceYears) {
    ComparisonReport report =
        ComparisonReport.of(
            answer.book(),
            answer.comparison(),
            answer.inPricesOf(priceYears),
            stamp(answer.stamped(), request));
    return answer(request, "comparison", report.document(), () -> WorkbookReport.of(report));
  }

  private static HttpResponse<byte[]> answer(
      HttpRequest<?> request, String name, Document document, Supplier<byte[]> workbook) {
    ReportFormat format = ReportFormat.of(request);
    byte[] bytes =
        switch (format) {
          case HTML -> HtmlReport.of(document).getBytes(StandardCharsets.UTF_8);
          case XLSX -> workbook.get();
          case DOCX -> WordReport.of(document);
        };
    MutableHttpResponse<byte[]> response = HttpResponse.ok(bytes);
    if (format == ReportFormat.HTML) {
      return response
          .contentType(new MediaType("text/html;charset=utf-8"))
          .header(OwnOrigin.CONTENT_SECURITY_POLICY, HtmlReport.policy());
    }
    return response
        .contentType(MediaType.of(format.type()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"homeward-" + name + "." + format.ending() + "\"");
  }

  private static Map<String, String> stamp(Journey.MonthLength months) {
    Map<String, String> stamp = new LinkedHashMap<>();
    stamp.put("Service", "Homeward " + Version.VALUE);
    stamp.put("Months", Format.words(months.code()));
    stamp.put("Prices", "as stated, not moved to another year");
    return stamp;
  }

  /** What an answer was made from, for readers. */
  private static Map<String, String> stamp(StampedBook stamped, HttpRequest<?> request) {
    CostBook book = stamped.book().book();
    String version = stamped.catalogue();
    Map<String, String> stamp = new LinkedHashMap<>();
    stamp.put("Service", "Homeward " + Version.VALUE);
    stamp.put("Cost book", book.name());
    stamp.put("Version", version);
    if (stamped.overrides() != null) {
      stamp.put("Changed for this answer", stamped.overrides().words());
    }
    stamp.put("Price year", book.priceYear().toString());
    stamp.put("Tasks are priced by", Format.words(book.hourBasis().code()));
    stamp.put("Minutes", book.estimates().name() + " (" + book.estimates().methodsInWords() + ")");
    stamp.put("Price index", book.index().name());
    stamp.put("Discount schedule", book.discounts().name());
    stamp.put(
        "The same answer again",
        (request.getMethod() == HttpMethod.GET ? "ask " : "ask the same question of ")
            + SameAgain.address(request, version));
    return stamp;
  }
}
