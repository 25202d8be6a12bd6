package org.homeward.api;

import io.micronaut.http.HttpHeaders;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.costbook.CostBook;
import org.homeward.intake.ExclusionDesk;
import org.homeward.intake.SurveyLibrary;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.store.ExclusionStore;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.DescriptionCalculator;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.jspecify.annotations.Nullable;

/** What the answers of surveys say, and which of them are left out. */
@Controller("/api/surveys")
@ExecuteOn(TaskExecutors.BLOCKING)
class DescriptionController {

  private static final List<String> FORMATS = List.of("json", "csv", "xlsx");

  private final CurrentCatalogue current;
  private final SurveyLibrary library;
  private final ExclusionStore exclusions;
  private final ExclusionDesk desk;

  DescriptionController(
      CurrentCatalogue current,
      SurveyLibrary library,
      ExclusionStore exclusions,
      ExclusionDesk desk) {
    this.current = current;
    this.library = library;
    this.exclusions = exclusions;
    this.desk = desk;
  }

  /** What is to be left out. */
  @Serdeable
  record ExclusionRequest(
      @Nullable String respondent,
      @Nullable String process,
      @Nullable String task,
      @Nullable String role,
      @Nullable String reason,
      @Nullable String by) {}

  @Operation(
      operationId = "describeSurveys",
      summary = "What the answers say: statistics, outliers, agreement, coverage, exclusions",
      description =
          "Of every cell of process, task, role, variation and category all answers together, then by method and by authority. CSV has the statistics alone. The format may be asked for with Accept instead.",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = DescriptionResponses.DescriptionResponse.class)),
        @Content(mediaType = SurveyController.CSV, schema = @Schema(type = "string")),
        @Content(
            mediaType = SurveyController.XLSX,
            schema = @Schema(type = "string", format = "binary"))
      })
  @Refusable
  @Get("/description")
  @Produces({MediaType.APPLICATION_JSON, SurveyController.CSV, SurveyController.XLSX})
  HttpResponse<?> describe(
      @Nullable @QueryValue String surveys,
      @Nullable @QueryValue String process,
      @Nullable @QueryValue String task,
      @Nullable @QueryValue String role,
      @Nullable @QueryValue String method,
      @Nullable @QueryValue String format,
      HttpRequest<?> request) {
    Problems problems = new Problems();
    Method only =
        method == null
            ? null
            : problems.attempt("method", method, "Use a known method.", () -> Method.of(method));
    if (format != null && !FORMATS.contains(format)) {
      problems.add("format", format, "There is no such format.", "Use json, csv or xlsx.");
    }
    CostBook book = current.book().book();
    List<ProcessGraph> processes =
        book.processes().stream().filter(p -> process == null || p.id().equals(process)).toList();
    known("process", process, processes.stream().map(ProcessGraph::id), problems);
    known(
        "task", task, processes.stream().flatMap(p -> p.tasks().stream()).map(Task::id), problems);
    known("role", role, book.hourlyCosts().stream().map(c -> c.role().id()), problems);
    problems.throwIfAny();
    List<Survey> found =
        library.named("surveys", Fields.list(surveys)).stream()
            .filter(s -> only == null || s.method() == only)
            .toList();
    Description description =
        new DescriptionCalculator()
            .calculate(
                found,
                library.exclusions(),
                c ->
                    (process == null || c.process().equals(process))
                        && (task == null || c.task().equals(task))
                        && (role == null || c.role().equals(role)),
                processes);
    DescriptionResponses.DescriptionResponse response =
        DescriptionResponses.DescriptionResponse.of(description);
    return switch (format == null ? accepted(request) : format) {
      case "csv" -> attached(new DescriptionTable(response).csv(), "csv", SurveyController.CSV);
      case "xlsx" -> attached(new DescriptionTable(response).xlsx(), "xlsx", SurveyController.XLSX);
      default -> HttpResponse.ok(response).contentType(MediaType.APPLICATION_JSON);
    };
  }

  private static void known(
      String field, @Nullable String asked, Stream<String> ids, Problems problems) {
    if (asked != null && ids.noneMatch(asked::equals)) {
      problems.add(
          field, asked, "There is no " + field + " of this id.", "See /api/processes for the ids.");
    }
  }

  /** By the Accept header, where the address does not say it. */
  private static String accepted(HttpRequest<?> request) {
    return Accepted.type(request, SurveyController.CSV)
        ? "csv"
        : Accepted.type(request, SurveyController.XLSX) ? "xlsx" : "json";
  }

  private static HttpResponse<?> attached(Object body, String extension, String type) {
    return HttpResponse.ok(body)
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"description." + extension + "\"");
  }

  @Operation(
      operationId = "listExclusions",
      summary = "What was left out of a survey, and what was taken back",
      tags = "surveys")
  @Absent
  @Get("/{id}/exclusions")
  List<DescriptionResponses.ExclusionResponse> exclusions(String id) {
    survey(id);
    return exclusions.list(id).stream().map(DescriptionResponses.ExclusionResponse::of).toList();
  }

  @Operation(
      operationId = "excludeAnswers",
      summary = "Leave answers of a respondent, group or case out, with the reason",
      tags = "surveys")
  @ApiResponse(
      responseCode = "201",
      description = "They are left out",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DescriptionResponses.ExclusionResponse.class)))
  @Refusable
  @Absent
  @Post("/{id}/exclusions")
  @Status(HttpStatus.CREATED)
  DescriptionResponses.ExclusionResponse exclude(String id, @Body ExclusionRequest request) {
    Survey survey = survey(id);
    return DescriptionResponses.ExclusionResponse.of(
        desk.exclude(
            survey,
            new ExclusionDesk.Wish(
                request.respondent(),
                request.process(),
                request.task(),
                request.role(),
                request.reason(),
                request.by())));
  }

  @Operation(
      operationId = "takeExclusionBack",
      summary = "Let answers count again; that they were left out stays on record",
      tags = "surveys")
  @ApiResponse(responseCode = "204", description = "They count again")
  @Absent
  @Delete("/{id}/exclusions/{exclusion}")
  @Status(HttpStatus.NO_CONTENT)
  void takeBack(String id, String exclusion) {
    if (!desk.takeBack(id, exclusion)) {
      throw new InputException(
          Problem.of(
              "id",
              exclusion,
              "The survey has no exclusion of this id in force.",
              "See /api/surveys/" + id + "/exclusions."));
    }
  }

  private Survey survey(String id) {
    return library.find(id).orElseThrow(() -> new InputException(library.none("id", id)));
  }
}
