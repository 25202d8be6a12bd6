package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;

/** Pathway templates, and the ledger of one pathway with the working of every line. */
@Controller("/api/pathways")
class PathwayController {

  private final CurrentCatalogue current;

  PathwayController(CurrentCatalogue current) {
    this.current = current;
  }

  @Get
  List<Responses.PathwayTemplateResponse> list() {
    return current.catalogue().pathways().stream().map(PathwayController::response).toList();
  }

  @Get("/{id}")
  Responses.PathwayTemplateResponse get(String id) {
    return response(find(id));
  }

  @Get("/{id}/ledger")
  Responses.LedgerResponse ledger(String id, HttpRequest<?> request) {
    PathwayTemplate template = find(id);
    Problems problems = new Problems();
    Requests.CaseRead read = Requests.read(QueryCase.only(request), problems);
    problems.throwIfAny();
    if (read == null) {
      throw missingCase();
    }
    Pathway pathway =
        template.forChild(read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    return response(current.book(), read, pathway);
  }

  @Post("/cost")
  Responses.LedgerResponse cost(@Body Requests.CostRequest request) {
    CompiledBook book = current.bookWith(request.overrides());
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

  private PathwayTemplate find(String id) {
    try {
      return current.catalogue().pathway(id);
    } catch (InputException e) {
      throw new InputException(
          e.problems().stream()
              .map(p -> new Problem("id", p.value(), p.reason(), p.remedy()))
              .toList());
    }
  }

  private static InputException missingCase() {
    return new InputException(
        Problem.of("child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
  }

  private static Responses.PathwayTemplateResponse response(PathwayTemplate t) {
    return new Responses.PathwayTemplateResponse(
        t.id(),
        t.name(),
        t.description(),
        t.provenance().illustrative(),
        t.provenance().note(),
        t.sources());
  }
}
