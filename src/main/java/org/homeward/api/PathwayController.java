package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Pathway templates, and the ledger of one pathway with the working of every line. */
@Controller("/api/pathways")
class PathwayController {

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
  List<Responses.PathwayTemplateResponse> list(@Nullable @QueryValue String catalogue) {
    return current.at(catalogue).catalogue().pathways().stream()
        .map(Responses.PathwayTemplateResponse::of)
        .toList();
  }

  @Operation(operationId = "getPathway", summary = "One pathway template", tags = "pathways")
  @OfVersion
  @Get("/{id}")
  Responses.PathwayTemplateResponse get(String id, @Nullable @QueryValue String catalogue) {
    return Responses.PathwayTemplateResponse.of(find(current.at(catalogue), id));
  }

  @Operation(
      operationId = "getPathwayLedger",
      summary = "The ledger of a template for one child, every line with its working",
      tags = "pathways")
  @AboutChild
  @Refusable
  @OfVersion
  @Get("/{id}/ledger")
  Responses.LedgerResponse ledger(
      String id, HttpRequest<?> request, @Nullable @QueryValue String catalogue) {
    PublishedCatalogue published = current.at(catalogue);
    PathwayTemplate template = find(published, id);
    Problems problems = new Problems();
    Requests.CaseRead read = Requests.read(QueryCase.only(request, problems), problems);
    problems.throwIfAny();
    if (read == null) {
      throw missingCase();
    }
    Pathway pathway =
        template.forChild(read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    return response(current.bookWith(catalogue, QueryCase.overrides(request)), read, pathway);
  }

  @Operation(
      operationId = "costPathway",
      summary = "The ledger of an own pathway",
      tags = "pathways")
  @Refusable
  @OfVersion
  @Post("/cost")
  Responses.LedgerResponse cost(
      @Body Requests.CostRequest request, @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.bookWith(catalogue, request.overrides());
    Problems problems = new Problems();
    Requests.CaseRead read = Requests.read(request.child(), problems);
    Pathway pathway =
        read == null ? null : Requests.read(request.pathway(), "pathway", read, book, problems);
    problems.throwIfAny();
    if (read == null || pathway == null) {
      throw missingCase();
    }
    return response(book, read, pathway);
  }

  private static Responses.LedgerResponse response(
      CompiledBook book, Requests.CaseRead read, Pathway pathway) {
    return Responses.LedgerResponse.of(
        book, read, pathway, new LedgerCalculator(book).calculate(pathway));
  }

  private static PathwayTemplate find(PublishedCatalogue published, String id) {
    return ById.find(id, published.catalogue()::pathway);
  }

  private static InputException missingCase() {
    return new InputException(
        Problem.of("child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
  }
}
