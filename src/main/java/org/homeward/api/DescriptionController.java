package org.homeward.api;

import io.micronaut.http.HttpHeaders;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.homeward.intake.SurveyLibrary;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.store.ExclusionStore;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.DescriptionCalculator;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.jspecify.annotations.Nullable;

/** What the answers of surveys say, and which of them are left out. */
@Controller("/api/surveys")
@ExecuteOn(TaskExecutors.BLOCKING)
class DescriptionController {

  /** Means that lie further apart are said to disagree. */
  private static final double DISAGREEMENT = 1.5;

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_CODE = 80;

  private final CurrentCatalogue current;
  private final SurveyLibrary library;
  private final ExclusionStore exclusions;

  DescriptionController(
      CurrentCatalogue current, SurveyLibrary library, ExclusionStore exclusions) {
    this.current = current;
    this.library = library;
    this.exclusions = exclusions;
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
          "Of every cell of process, task, role, variation and category all answers together, then by method and by authority. CSV has the statistics alone.",
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
      @QueryValue(defaultValue = "json") String format) {
    Problems problems = new Problems();
    Method only =
        method == null
            ? null
            : problems.attempt("method", method, "Use a known method.", () -> Method.of(method));
    if (!List.of("json", "csv", "xlsx").contains(format)) {
      problems.add("format", format, "There is no such format.", "Use json, csv or xlsx.");
    }
    List<ProcessGraph> processes = current.book().book().processes();
    if (process != null && processes.stream().noneMatch(p -> p.id().equals(process))) {
      problems.add(
          "process", process, "There is no process of this id.", "See /api/processes for the ids.");
    }
    problems.throwIfAny();
    List<Survey> found =
        library.named("surveys", parts(surveys)).stream()
            .filter(s -> only == null || s.method() == only)
            .toList();
    Description description =
        new DescriptionCalculator(DISAGREEMENT)
            .calculate(
                found,
                library.exclusions(),
                c ->
                    (process == null || c.process().equals(process))
                        && (task == null || c.task().equals(task))
                        && (role == null || c.role().equals(role)),
                processes.stream().filter(p -> process == null || p.id().equals(process)).toList());
    DescriptionResponses.DescriptionResponse response =
        DescriptionResponses.DescriptionResponse.of(description);
    return switch (format) {
      case "csv" -> attached(new DescriptionTable(response).csv(), "csv", SurveyController.CSV);
      case "xlsx" -> attached(new DescriptionTable(response).xlsx(), "xlsx", SurveyController.XLSX);
      default -> HttpResponse.ok(response).contentType(MediaType.APPLICATION_JSON);
    };
  }

  private static HttpResponse<?> attached(Object body, String extension, String type) {
    return HttpResponse.ok(body)
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"description." + extension + "\"");
  }

  private static List<String> parts(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
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
    Problems problems = new Problems();
    String respondent = text(request.respondent(), "respondent", LONGEST_CODE, problems);
    String reason = text(request.reason(), "reason", LONGEST_REASON, problems);
    String by = text(request.by(), "by", LONGEST_CODE, problems);
    problems.throwIfAny();
    Exclusion exclusion =
        new Exclusion(
            UUID.randomUUID().toString(),
            id,
            respondent,
            request.process(),
            request.task(),
            request.role(),
            reason,
            by,
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            null);
    if (survey.answers().stream().noneMatch(a -> exclusion.leavesOut(id, a))) {
      throw new InputException(
          Problem.of(
              "respondent",
              respondent,
              "The survey has no answer that this would leave out.",
              "Check the respondent's code, and process, task and role where they are given."));
    }
    exclusions.keep(exclusion);
    return DescriptionResponses.ExclusionResponse.of(exclusion);
  }

  private static String text(@Nullable String text, String field, int longest, Problems problems) {
    if (text == null || text.isBlank() || text.length() > longest) {
      problems.add(
          field,
          text == null ? null : text.substring(0, Math.min(60, text.length())),
          text == null || text.isBlank() ? "It is missing." : "It is too long.",
          "Give it in at most " + longest + " characters.");
      return "";
    }
    return text.strip();
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
    if (!exclusions.takeBack(id, exclusion, Instant.now().truncatedTo(ChronoUnit.MICROS))) {
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
