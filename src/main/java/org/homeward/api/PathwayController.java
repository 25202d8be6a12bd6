package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

  @Operation(
      operationId = "listPathways",
      summary = "List the pathway templates",
      tags = "pathways")
  @Get
  List<Responses.PathwayTemplateResponse> list() {
    return current.catalogue().pathways().stream()
        .map(Responses.PathwayTemplateResponse::of)
        .toList();
  }

  @Operation(operationId = "getPathway", summary = "One pathway template", tags = "pathways")
  @ApiResponse(
      responseCode = "404",
      description = "There is nothing of this id",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Get("/{id}")
  Responses.PathwayTemplateResponse get(String id) {
    return Responses.PathwayTemplateResponse.of(find(id));
  }

  @Operation(
      operationId = "getPathwayLedger",
      summary = "The ledger of a template for one child, every line with its working",
      tags = "pathways")
  @Parameter(
      name = "ageAtStart",
      in = ParameterIn.QUERY,
      description = "Age in whole years at the start; or give birth",
      schema = @Schema(type = "integer", minimum = "0", maximum = "24"),
      example = "2")
  @Parameter(
      name = "birth",
      in = ParameterIn.QUERY,
      description = "Day of birth, in place of ageAtStart",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "start",
      in = ParameterIn.QUERY,
      required = true,
      description = "First day",
      schema = @Schema(type = "string", format = "date"),
      example = "2025-04-01")
  @Parameter(
      name = "horizon",
      in = ParameterIn.QUERY,
      description = "age-18 (default), age-21, 36-months or a date; not itself costed",
      schema = @Schema(type = "string"),
      example = "age-18")
  @Parameter(
      name = "area",
      in = ParameterIn.QUERY,
      description = "Where looked-after placements are, in place of the template's",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"in-area", "out-of-area"}))
  @Parameter(
      name = "needs",
      in = ParameterIn.QUERY,
      description = "Needs, with commas between",
      schema = @Schema(type = "string"))
  @ApiResponse(
      responseCode = "400",
      description = "The question cannot be answered; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @ApiResponse(
      responseCode = "404",
      description = "There is nothing of this id",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Get("/{id}/ledger")
  Responses.LedgerResponse ledger(String id, HttpRequest<?> request) {
    PathwayTemplate template = find(id);
    Problems problems = new Problems();
    Requests.CaseRead read = Requests.read(QueryCase.only(request, problems), problems);
    problems.throwIfAny();
    if (read == null) {
      throw missingCase();
    }
    Pathway pathway =
        template.forChild(read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    return response(current.book(), read, pathway);
  }

  @Operation(
      operationId = "costPathway",
      summary = "The ledger of an own pathway",
      tags = "pathways")
  @ApiResponse(
      responseCode = "400",
      description = "The question cannot be answered; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
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
}
