package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/** Pathway templates, and the ledger of one pathway with the working of every line. */
@Controller("/api/pathways")
class PathwayController {

  private static final String FIGURE =
      "Which figure: total (default), a component, component/item, component/item/first day, a working such as unit-cost/review; nominal, discounted, hours, hours/social-worker, a-week, a-year, or spent/12 for what is spent by month 12; payer/social-care for what one payer pays";

  private final CurrentCatalogue current;

  PathwayController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "listPathways",
      summary = "List the pathway templates",
      tags = "pathways")
  @OfVersion
  @Get
  List<PathwayTemplateResponses.PathwayTemplateResponse> list(
      @Nullable @QueryValue String catalogue) {
    return current.at(catalogue).catalogue().pathways().stream()
        .map(PathwayTemplateResponses.PathwayTemplateResponse::of)
        .toList();
  }

  @Operation(operationId = "getPathway", summary = "One pathway template", tags = "pathways")
  @OfVersion
  @Get("/{id}")
  PathwayTemplateResponses.PathwayTemplateResponse get(
      String id, @Nullable @QueryValue String catalogue) {
    return PathwayTemplateResponses.PathwayTemplateResponse.of(find(current.at(catalogue), id));
  }

  @Operation(
      operationId = "getPathwayLedger",
      summary = "The ledger of a template for one child, every line with its working",
      tags = "pathways")
  @AboutChild
  @Refusable
  @OfVersion
  @Get("/{id}/ledger")
  LedgerResponses.LedgerResponse ledger(
      String id, HttpRequest<?> request, @Nullable @QueryValue String catalogue) {
    return response(asked(id, request, catalogue, Set.of()));
  }

  @Operation(
      operationId = "explainPathway",
      summary = "Why a template costs what it costs for one child: any figure of its ledger",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = FIGURE,
      schema = @Schema(type = "string"),
      example = "case-management/review")
  @AboutChild
  @InPriceYears
  @Refusable
  @OfVersion
  @Get("/{id}/explain")
  ExplanationResponses.ExplanationResponse explain(
      String id,
      HttpRequest<?> request,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    return explained(
        asked(id, request, catalogue, Set.of("figure", "priceYears")),
        request.getParameters().get("figure"),
        priceYears);
  }

  private Asked asked(
      String id, HttpRequest<?> request, @Nullable String catalogue, Set<String> others) {
    PathwayTemplate template = find(current.at(catalogue), id);
    Problems problems = new Problems();
    CaseRequests.CaseRead read =
        CaseRequests.read(QueryCase.only(request, others, problems), problems);
    problems.throwIfAny();
    if (read == null) {
      throw missingCase();
    }
    Pathway pathway =
        template.forChild(read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    return new Asked(current.bookWith(catalogue, QueryCase.overrides(request)), read, pathway);
  }

  @Operation(
      operationId = "costPathway",
      summary = "The ledger of an own pathway",
      tags = "pathways")
  @Refusable
  @OfVersion
  @Post("/cost")
  LedgerResponses.LedgerResponse cost(
      @Body ComparisonRequests.CostRequest request, @Nullable @QueryValue String catalogue) {
    return response(posted(request, catalogue));
  }

  @Operation(
      operationId = "explainOwnPathway",
      summary = "Why an own pathway costs what it costs: any figure of its ledger",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = FIGURE,
      schema = @Schema(type = "string"),
      example = "total")
  @InPriceYears
  @Refusable
  @OfVersion
  @Post("/explain")
  ExplanationResponses.ExplanationResponse explainPosted(
      @Body ComparisonRequests.CostRequest request,
      @Nullable @QueryValue String figure,
      @Nullable @QueryValue String priceYears,
      @Nullable @QueryValue String catalogue) {
    return explained(posted(request, catalogue), figure, priceYears);
  }

  private Asked posted(ComparisonRequests.CostRequest request, @Nullable String catalogue) {
    StampedBook book = current.bookWith(catalogue, request.overrides());
    Problems problems = new Problems();
    CaseRequests.CaseRead read = CaseRequests.read(request.child(), problems);
    Pathway pathway =
        read == null
            ? null
            : PathwayRequests.read(request.pathway(), "pathway", read, book.book(), problems);
    problems.throwIfAny();
    if (read == null || pathway == null) {
      throw missingCase();
    }
    return new Asked(book, read, pathway);
  }

  private record Asked(StampedBook book, CaseRequests.CaseRead read, Pathway pathway) {}

  private static LedgerResponses.LedgerResponse response(Asked c) {
    Ledger ledger = new LedgerCalculator(c.book().book()).calculate(c.pathway());
    return LedgerResponses.LedgerResponse.of(c.book(), c.read(), c.pathway(), ledger);
  }

  private static ExplanationResponses.ExplanationResponse explained(
      Asked c, @Nullable String figure, @Nullable String priceYears) {
    String asked = figure == null ? ExplanationCalculator.TOTAL : figure;
    return ExplanationResponses.ExplanationResponse.of(
        c.book(), priceYears, book -> figure(book, c.pathway(), asked));
  }

  private static Explanation figure(CompiledBook book, Pathway pathway, String figure) {
    Ledger ledger = new LedgerCalculator(book).calculate(pathway);
    return FigureExplanations.isOne(figure)
        ? new FigureExplanations(book, pathway, ledger).of(figure, WeeksInYear.ACTUAL_DAYS)
        : ExplanationResponses.find(
            List.of(new ExplanationCalculator(book).total(pathway, ledger)), figure);
  }

  private static PathwayTemplate find(PublishedCatalogue published, String id) {
    return ById.find(id, published.catalogue()::pathway);
  }

  private static InputException missingCase() {
    return new InputException(
        Problem.of("child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
  }
}
