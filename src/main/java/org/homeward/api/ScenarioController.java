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
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.scenario.ScenarioNumber;
import org.homeward.scenario.Solver;
import org.homeward.store.SavedScenario;
import org.homeward.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/** What-if: changes to inputs and pathways, saved and shared; and what makes two routes equal. */
@Controller("/api/scenarios")
class ScenarioController {

  private final CurrentCatalogue current;
  private final ScenarioCosting costing;
  private final ScenarioStore store;
  private final JsonMapper json;

  ScenarioController(
      CurrentCatalogue current, ScenarioCosting costing, ScenarioStore store, JsonMapper json) {
    this.current = current;
    this.costing = costing;
    this.store = store;
    this.json = json;
  }

  /** Routes of a child, a cohort, or both, and an ordered list of changes under a name. */
  @Serdeable
  record ScenarioRequest(
      @Nullable String name,
      @Nullable List<String> templates,
      @Nullable List<Requests.PathwayRequest> pathways,
      Requests.@Nullable Case child,
      @Nullable CohortRequest cohort,
      @Nullable List<ChangeRequest> changes) {

    ScenarioRequest named(@Nullable String other) {
      return other == null
          ? this
          : new ScenarioRequest(other, templates, pathways, child, cohort, changes);
    }

    /** Whether routes of a child are asked about, and not a cohort alone. */
    boolean ofRoutes() {
      return cohort == null || child != null || templates != null || pathways != null;
    }

    /** What is asked before anything is different. */
    Requests.ComparisonRequest asked() {
      return comparison(templates, pathways, child);
    }
  }

  /**
   * The cohort that the changes are tried on.
   *
   * @param by dimensions with commas; none for one sum
   * @param afterCare whether the homes after adoption and special guardianship are counted as well
   */
  @Serdeable
  record CohortRequest(
      @Nullable String id,
      @Nullable String by,
      @Nullable String from,
      @Nullable String to,
      @Nullable Boolean afterCare) {}

  /** One change: set, add or multiply the number at a path, and why. */
  @Serdeable
  record ChangeRequest(
      @Nullable String path,
      @Nullable String operation,
      @Nullable BigDecimal value,
      @Nullable String reason) {}

  /** A name for a copy. */
  @Serdeable
  record CopyRequest(@Nullable String name) {}

  /** Two routes, the number to look for, and the range and the steps to look in. */
  @Serdeable
  record SolveRequest(
      @Nullable List<String> templates,
      @Nullable List<Requests.PathwayRequest> pathways,
      Requests.@Nullable Case child,
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
    return save(request, catalogue);
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
    return result(request, catalogue);
  }

  @Operation(
      operationId = "listScenarios",
      summary = "The saved what-ifs, the newest first",
      tags = "scenarios")
  @OneType
  @Get
  List<ScenarioResponses.ScenarioResponse> list() {
    return store.list().stream().map(this::response).toList();
  }

  @Operation(operationId = "getScenario", summary = "One saved what-if", tags = "scenarios")
  @Absent
  @Get("/{id}")
  ScenarioResponses.ScenarioResponse get(String id) {
    return response(find(id));
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
    SavedScenario saved = find(id);
    String answer = catalogue == null ? saved.answer() : write(result(question(saved), catalogue));
    return HttpResponse.ok(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
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
    SavedScenario saved = find(id);
    return save(
        question(saved).named(request.name()), catalogue == null ? saved.catalogue() : catalogue);
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
    SavedScenario saved = find(id);
    String version = catalogue == null ? saved.catalogue() : catalogue;
    return ReportController.report(request, costing.cost(question(saved), version));
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
    if (!store.delete(id)) {
      throw missing(id);
    }
  }

  @Operation(
      operationId = "listPathwayNumbers",
      summary = "The numbers of templates and own pathways that a what-if can change",
      tags = "scenarios")
  @Refusable
  @OfVersion
  @Post("/pathway-numbers")
  List<ScenarioResponses.PathwayNumberResponse> numbers(
      @Body Requests.ComparisonRequest request, @Nullable @QueryValue String catalogue) {
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
    String path = Requests.given(request.path(), "path", problems);
    BigDecimal low = Requests.given(request.low(), "low", problems);
    BigDecimal high = Requests.given(request.high(), "high", problems);
    CostedComparison asked =
        CostedComparison.of(
            current,
            catalogue,
            comparison(request.templates(), request.pathways(), request.child()),
            problems);
    if (path == null || low == null || high == null) {
      throw new IllegalStateException("What is missing was told");
    }
    ParameterCatalogue parameters =
        ParameterCatalogue.of(current.at(catalogue).catalogue().inputs());
    List<Pathway> pathways = asked.pathways();
    ScenarioNumber number = ScenarioNumber.find(path, pathways, parameters, asked.book());
    BigDecimal step = request.step() == null ? number.step() : request.step();
    Solver.Solution solution =
        Solver.solve(
            parameters, asked.book(), pathways, new Solver.Question(path, low, high, step));
    return ScenarioResponses.SolutionResponse.of(
        asked.book(), number, pathways.get(0).name(), pathways.get(1).name(), solution);
  }

  private ScenarioResponses.ScenarioResponse save(
      ScenarioRequest request, @Nullable String catalogue) {
    ScenarioResponses.ScenarioResultResponse result = result(request, catalogue);
    SavedScenario saved =
        new SavedScenario(
            UUID.randomUUID().toString(),
            result.name(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            result.stamp().catalogue(),
            request.cohort() == null ? null : request.cohort().id(),
            write(request),
            write(result));
    store.keep(saved);
    return response(saved);
  }

  private ScenarioResponses.ScenarioResultResponse result(
      ScenarioRequest request, @Nullable String catalogue) {
    return ScenarioResponses.ScenarioResultResponse.of(costing.cost(request, catalogue));
  }

  private static Requests.ComparisonRequest comparison(
      @Nullable List<String> templates,
      @Nullable List<Requests.PathwayRequest> pathways,
      Requests.@Nullable Case child) {
    return new Requests.ComparisonRequest(templates, pathways, child, null, null);
  }

  private SavedScenario find(String id) {
    return store.find(id).orElseThrow(() -> missing(id));
  }

  private static InputException missing(String id) {
    return new InputException(
        Problem.of(
            "id",
            id,
            "There is no saved scenario of this id.",
            "See /api/scenarios for those there are."));
  }

  private ScenarioResponses.ScenarioResponse response(SavedScenario saved) {
    return ScenarioResponses.ScenarioResponse.of(saved, question(saved));
  }

  private ScenarioRequest question(SavedScenario saved) {
    try {
      return json.readValue(
          saved.question().getBytes(StandardCharsets.UTF_8), ScenarioRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A saved question cannot be read", e);
    }
  }

  private String write(Object value) {
    try {
      return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
  }
}
