package org.homeward.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.costfile.CostFile;
import org.homeward.intake.ChildLine;
import org.homeward.intake.CohortJob;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CostsAsked;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.Pseudonym;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Cohorts: looked-after returns are sent, read, merged and costed; costs and findings are asked.
 */
@Controller("/api/cohorts")
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortController {

  private static final Duration TICK = Duration.ofMillis(250);
  private static final int CHILDREN = 100;

  private final CurrentCatalogue current;
  private final CohortStore store;
  private final CohortJobs jobs;

  CohortController(CurrentCatalogue current, CohortStore store, CohortJobs jobs) {
    this.current = current;
    this.store = store;
    this.jobs = jobs;
  }

  @Operation(
      operationId = "beginCohort",
      summary = "Send looked-after returns (SSDA903) to be read, merged and costed",
      description =
          "Files of several years and authorities at once. Children get pseudonyms made with your"
              + " key; neither the key nor a number, birth or postcode is kept. See the progress at"
              + " Location.",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "202",
      description = "It is begun",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CohortResponses.CohortResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "The key is too short, a file is missing, or an option is nonsense",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @ApiResponse(
      responseCode = "404",
      description = "There is no such version of the catalogue",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @OfReturns
  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> begin(@Body MultipartBody body) {
    try (CohortUpload upload = CohortUpload.of(body)) {
      PublishedCatalogue catalogue = current.at(upload.field("catalogue"));
      StoredCohort begun = jobs.begin(upload.submission(catalogue)).orElse(null);
      if (begun == null) {
        return tooMany();
      }
      return HttpResponse.status(HttpStatus.ACCEPTED)
          .header(HttpHeaders.LOCATION, "/api/cohorts/" + begun.id())
          .body(CohortResponses.CohortResponse.of(begun, jobs));
    }
  }

  static HttpResponse<?> tooMany() {
    return ProblemResponse.tooMany(
        "/api/cohorts",
        "Too many cohorts wait already.",
        "Send it again when one of them is done.");
  }

  @Operation(
      operationId = "listCohorts",
      summary = "The cohorts, the newest first",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The cohorts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              array =
                  @ArraySchema(
                      schema = @Schema(implementation = CohortResponses.CohortResponse.class))))
  @OneType
  @Get
  List<CohortResponses.CohortResponse> list() {
    return store.list().stream().map(c -> CohortResponses.CohortResponse.of(c, jobs)).toList();
  }

  @Operation(
      operationId = "getCohort",
      summary = "How far a cohort is, and what was read, merged, repaired and rejected",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CohortResponses.CohortResponse.class)))
  @Absent
  @Get("/{id}")
  CohortResponses.CohortResponse get(String id) {
    return CohortResponses.CohortResponse.of(find(id), jobs);
  }

  private StoredCohort find(String id) {
    return find(store, id);
  }

  static StoredCohort find(CohortStore store, String id) {
    return store.find(id).orElseThrow(() -> none(id));
  }

  private static InputException none(String id) {
    return new InputException(
        Problem.of("id", id, "There is no cohort of this id.", "See /api/cohorts for the ids."));
  }

  @Operation(
      operationId = "watchCohort",
      summary = "The progress of a cohort as server-sent events, until it is done",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "Events; the data of each is JSON with state, stage, percent and count",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(implementation = CohortResponses.CohortProgressResponse.class)))
  @Absent
  @Get("/{id}/progress")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<CohortResponses.CohortProgressResponse>> progress(String id) {
    find(id);
    return Flux.interval(Duration.ZERO, TICK)
        .map(tick -> at(id))
        .distinctUntilChanged()
        .takeUntil(at -> !at.state().equals(StoredCohort.State.RUNNING.code()))
        .map(Event::of);
  }

  private CohortResponses.CohortProgressResponse at(String id) {
    CohortJob.At at = jobs.running(id).map(CohortJob::at).orElse(CohortJob.DONE);
    String state =
        at.stage() == CohortJob.DONE.stage()
            ? store.find(id).map(c -> c.state().code()).orElse("deleted")
            : StoredCohort.State.RUNNING.code();
    return new CohortResponses.CohortProgressResponse(
        state, at.stage().code(), at.percent(), at.count());
  }

  @Operation(
      operationId = "cancelCohort",
      summary = "End a cohort that runs; nothing of it is kept but that it was cancelled",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CohortResponses.CohortResponse.class)))
  @Absent
  @Post("/{id}/cancel")
  CohortResponses.CohortResponse cancel(String id) {
    StoredCohort cohort = find(id);
    jobs.cancel(id);
    return CohortResponses.CohortResponse.of(cohort, jobs);
  }

  @Operation(
      operationId = "deleteCohort",
      summary = "Take a cohort away with everything derived from it",
      tags = "cohorts")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Absent
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(String id) {
    if (!jobs.delete(id)) {
      throw none(id);
    }
  }

  @Operation(
      operationId = "getCohortCosts",
      summary = "What a cohort cost, by any dimensions",
      description =
          "As JSON, or as a file. Any days can be asked about while the histories are in memory,"
              + " whole calendar months ever after. The kind is costs, processes, staff, or"
              + " milestones, which are days since entry into care, by one of route, sex, authority,"
              + " entry-year, or by nothing.",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = CohortResponses.CohortCostsResponse.class)),
        @Content(
            mediaType = "application/octet-stream",
            schema = @Schema(type = "string", format = "binary"))
      })
  @ApiResponse(
      responseCode = "400",
      description = "A dimension, day or format is not known, or it cannot be worked out any more",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Absent
  @Get("/{id}/costs")
  HttpResponse<?> costs(
      String id,
      @QueryValue(defaultValue = "year,placement") String by,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @QueryValue(defaultValue = "costs") String kind,
      @QueryValue(defaultValue = "false") boolean suppress,
      @QueryValue(defaultValue = "json") String format) {
    StoredCohort cohort = finished(id);
    CostTable table = jobs.answers().answer(id, asked(by, from, to, kind, suppress));
    if (format.equals("json")) {
      return HttpResponse.ok(CohortResponses.CohortCostsResponse.of(table));
    }
    CostFile file = file(format);
    return HttpResponse.ok(file.write(table, notes(cohort, by)))
        .contentType(MediaType.of(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"cohort-costs." + file.code() + "\"");
  }

  private StoredCohort finished(String id) {
    StoredCohort cohort = find(id);
    if (cohort.state() != StoredCohort.State.FINISHED) {
      throw new InputException(
          Problem.of(
              "cohort",
              cohort.state().code(),
              "The cohort is not finished, so there is no answer.",
              cohort.state() == StoredCohort.State.RUNNING
                  ? "Wait for it."
                  : "Send the files and the key again."));
    }
    return cohort;
  }

  static CostsAsked asked(
      String by, @Nullable String from, @Nullable String to, String kind, boolean suppress) {
    Problems problems = new Problems();
    List<Dimension> dimensions = CohortUpload.dimensions(by, problems);
    CostTable.Kind read =
        problems.attempt(
            "kind",
            kind,
            "Use costs, processes, staff or milestones.",
            () -> CostTable.Kind.of(kind));
    DateSpan window =
        from == null && to == null
            ? null
            : problems.attempt(
                "from",
                from + " to " + to,
                "Give both days, such as 2023-04-01 and 2024-04-01.",
                () -> DateSpan.of(day(from), day(to)));
    if (read == CostTable.Kind.MILESTONES && window != null) {
      problems.add(
          "from", window, "Milestones are of all years that are held.", "Leave from and to out.");
    }
    problems.throwIfAny();
    return new CostsAsked(dimensions, window, read == null ? CostTable.Kind.COSTS : read, suppress);
  }

  private static LocalDate day(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("One of the two days is missing.");
    }
    return LocalDate.parse(text);
  }

  private static CostFile file(String format) {
    Problems problems = new Problems();
    CostFile file =
        problems.attempt(
            "format", format, "Use json, csv, xlsx or parquet.", () -> CostFile.of(format));
    problems.throwIfAny();
    return file == null ? CostFile.CSV : file;
  }

  private static Map<String, String> notes(StoredCohort cohort, String by) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Cohort", cohort.name());
    notes.put("By", by);
    notes.put("Catalogue", cohort.catalogue());
    notes.put(
        "Illustrative",
        "Minutes, salaries and some fees of the shipped catalogue are illustrative.");
    return notes;
  }

  @Operation(
      operationId = "getCohortFindings",
      summary = "Everything that was found in the rows, and what was done about it",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "Line by line: file, line, child, rule, what was done",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @Absent
  @Get("/{id}/findings")
  @Produces("text/csv")
  HttpResponse<String> findings(String id) {
    find(id);
    return HttpResponse.ok(String.join("", store.findings(id)))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"");
  }

  @Operation(
      operationId = "listCohortChildren",
      summary = "The children of a cohort by pseudonym, a hundred at a time",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CohortResponses.CohortChildrenResponse.class)))
  @Absent
  @Get("/{id}/children")
  CohortResponses.CohortChildrenResponse children(String id, @Nullable @QueryValue String after) {
    find(id);
    List<String> children = store.children(id, after == null ? "" : after, CHILDREN);
    return new CohortResponses.CohortChildrenResponse(
        children, children.size() < CHILDREN ? null : children.get(CHILDREN - 1));
  }

  @Operation(
      operationId = "getCohortChild",
      summary = "One child under its pseudonym: where it lived, what happened, what it cost",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChildLine.class)))
  @Absent
  @Get("/{id}/children/{pseudonym}")
  ChildLine child(String id, String pseudonym) {
    find(id);
    return pseudonym(pseudonym)
        .flatMap(p -> jobs.answers().child(id, p))
        .orElseThrow(() -> noChild(pseudonym));
  }

  /** As pseudonyms are written, or nothing. */
  static Optional<String> pseudonym(String text) {
    try {
      return Optional.of(Pseudonym.parse(text).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static InputException noChild(String pseudonym) {
    return new InputException(
        Problem.of(
            "id",
            pseudonym,
            "The cohort has no child of this pseudonym.",
            "See /api/cohorts/{id}/children."));
  }
}
