package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.Problems;
import org.homeward.scenario.ScenarioNumber;
import org.homeward.scenario.Solver;
import org.homeward.store.SavedScenario;
import org.jspecify.annotations.Nullable;

/** What-if: changes to inputs and pathways, saved and shared; and what makes two routes equal. */
@Controller("/api/scenarios")
class ScenarioController {

  private final CurrentCatalogue current;
  private final ScenarioDesk desk;

  ScenarioController(CurrentCatalogue current, ScenarioDesk desk) {
    this.current = current;
    this.desk = desk;
  }

  /** A name for a copy. */
  @Serdeable
  record CopyRequest(@Nullable String name) {}

  /** Two routes, the number to look for, and the range and the steps to look in. */
  @Serdeable
  record SolveRequest(
      @Nullable List<String> templates,
      @Nullable List<PathwayRequests.PathwayRequest> pathways,
      CaseRequests.@Nullable Case child,
      @Nullable String path,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal step) {}

  @Operation(
      operationId = "createScenario",
      summary = "Cost a what-if and save it",
      tags = "scenarios")
  @ApiResponse(
      responseCode = "201",
      description = "It is saved",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScenarioResponses.ScenarioResponse.class)))
  @Refusable
  @OfVersion
  @Post
  @Status(HttpStatus.CREATED)
  ScenarioResponses.ScenarioResponse create(
      @Body ScenarioRequest request, @Nullable @QueryValue String catalogue) {
    return response(desk.save(request, catalogue));
  }

  @Operation(
      operationId = "calculateScenario",
      summary = "Cost a what-if without saving it",
      tags = "scenarios")
  @Refusable
  @OfVersion
  @Post("/calculate")
  ScenarioResponses.ScenarioResultResponse calculate(
      @Body ScenarioRequest request, @Nullable @QueryValue String catalogue) {
    return desk.answer(request, catalogue);
  }

  @Operation(
      operationId = "listScenarios",
      summary = "The saved what-ifs, the newest first",
      tags = "scenarios")
  @OneType
  @Get
  List<ScenarioResponses.ScenarioResponse> list() {
    return desk.list().stream().map(this::response).toList();
  }

  @Operation(operationId = "getScenario", summary = "One saved what-if", tags = "scenarios")
  @Absent
  @Get("/{id}")
  ScenarioResponses.ScenarioResponse get(String id) {
    return response(desk.find(id));
  }

  /** As it was saved; or, where a version is named, worked out again from that version. */
  @Operation(
      operationId = "getScenarioResult",
      summary = "What a saved what-if does: as saved, or again on the version that is named",
      tags = "scenarios")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScenarioResponses.ScenarioResultResponse.class)))
  @Refusable
  @OfVersion
  @Get("/{id}/result")
  HttpResponse<String> result(String id, @Nullable @QueryValue String catalogue) {
    return HttpResponse.ok(desk.answer(id, catalogue)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  @Operation(
      operationId = "copyScenario",
      summary = "Copy a saved what-if, for the version that answered it or the one that is named",
      tags = "scenarios")
  @ApiResponse(
      responseCode = "201",
      description = "The copy",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScenarioResponses.ScenarioResponse.class)))
  @Refusable
  @OfVersion
  @Post("/{id}/copy")
  @Status(HttpStatus.CREATED)
  ScenarioResponses.ScenarioResponse copy(
      String id, @Body CopyRequest request, @Nullable @QueryValue String catalogue) {
    return response(desk.copy(id, request.name(), catalogue));
  }

  @Operation(
      operationId = "reportScenario",
      summary =
          "What a saved what-if does, as a document: as saved, or on the version that is named",
      tags = "scenarios")
  @AsDocument
  @Refusable
  @OfVersion
  @Get("/{id}/report")
  @Produces({MediaType.TEXT_HTML, ReportFormat.XLSX_TYPE, ReportFormat.DOCX_TYPE})
  HttpResponse<byte[]> report(
      HttpRequest<?> request, String id, @Nullable @QueryValue String catalogue) {
    return ReportController.report(request, desk.costed(id, catalogue));
  }

  @Operation(
      operationId = "explainScenario",
      summary = "Why a figure of a saved what-if is what it is: before, after, or the change",
      tags = "explanations")
  @OfWhatIf
  @Refusable
  @OfVersion
  @Get("/{id}/explain")
  ExplanationResponses.ExplanationResponse explain(
      String id,
      @Nullable @QueryValue String pathway,
      @QueryValue(defaultValue = CostedScenario.CHANGE_OF_TOTAL) String figure,
      @Nullable @QueryValue String catalogue) {
    return explained(desk.costed(id, catalogue), pathway, figure);
  }

  @Operation(
      operationId = "explainOwnScenario",
      summary = "Why a figure of a what-if is what it is, without saving it",
      tags = "explanations")
  @OfWhatIf
  @Refusable
  @OfVersion
  @Post("/explain")
  ExplanationResponses.ExplanationResponse explainPosted(
      @Body ScenarioRequest request,
      @Nullable @QueryValue String pathway,
      @QueryValue(defaultValue = CostedScenario.CHANGE_OF_TOTAL) String figure,
      @Nullable @QueryValue String catalogue) {
    return explained(desk.costed(request, catalogue), pathway, figure);
  }

  private static ExplanationResponses.ExplanationResponse explained(
      CostedScenario costed, @Nullable String pathway, String figure) {
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(costed.base()), costed.explain(pathway, figure));
  }

  @Operation(
      operationId = "deleteScenario",
      summary = "Take a saved what-if away",
      tags = "scenarios")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Absent
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(String id) {
    desk.delete(id);
  }

  @Operation(
      operationId = "listPathwayNumbers",
      summary = "The numbers of templates and own pathways that a what-if can change",
      tags = "scenarios")
  @Refusable
  @OfVersion
  @Post("/pathway-numbers")
  List<ScenarioResponses.PathwayNumberResponse> numbers(
      @Body ComparisonRequests.ComparisonRequest request, @Nullable @QueryValue String catalogue) {
    CostedComparison asked = CostedComparison.of(current, catalogue, request, new Problems());
    return asked.pathways().stream()
        .flatMap(p -> ScenarioNumber.of(p, asked.book()).stream())
        .map(ScenarioResponses.PathwayNumberResponse::of)
        .toList();
  }

  @Operation(
      operationId = "solve",
      summary = "Which fee, length or share makes two routes cost the same",
      tags = "scenarios")
  @Refusable
  @OfVersion
  @Post("/solve")
  ScenarioResponses.SolutionResponse solve(
      @Body SolveRequest request, @Nullable @QueryValue String catalogue) {
    Problems problems = new Problems();
    String path = Fields.given(request.path(), "path", problems);
    BigDecimal low = Fields.given(request.low(), "low", problems);
    BigDecimal high = Fields.given(request.high(), "high", problems);
    CostedComparison asked =
        CostedComparison.of(
            current,
            catalogue,
            new ComparisonRequests.ComparisonRequest(
                request.templates(), request.pathways(), request.child(), null, null),
            problems);
    if (path == null || low == null || high == null) {
      throw new IllegalStateException("What is missing was told");
    }
    ParameterCatalogue parameters = current.parameters(catalogue);
    List<Pathway> pathways = asked.pathways();
    ScenarioNumber number = ScenarioNumber.find(path, pathways, parameters, asked.book());
    BigDecimal step = request.step() == null ? number.step() : request.step();
    Solver.Solution solution =
        Solver.solve(
            parameters, asked.book(), pathways, new Solver.Question(path, low, high, step));
    return ScenarioResponses.SolutionResponse.of(
        asked.book(), number, pathways.get(0).name(), pathways.get(1).name(), solution);
  }

  private ScenarioResponses.ScenarioResponse response(SavedScenario saved) {
    return ScenarioResponses.ScenarioResponse.of(saved, desk.question(saved));
  }
}
