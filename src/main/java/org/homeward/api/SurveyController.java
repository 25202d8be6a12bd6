package org.homeward.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.intake.LoadJobs;
import org.homeward.intake.Progress;
import org.homeward.intake.SurveyDesk;
import org.homeward.intake.SurveyForm;
import org.homeward.intake.SurveyTemplate;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.SurveyStore;
import org.homeward.timeuse.Method;

/** Surveys: those of the catalogue, and those that users load, check and take away. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class SurveyController {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String CSV = "text/csv";
  private static final int LONGEST_WAIT = 30;

  private final CurrentCatalogue current;
  private final SurveyStore store;
  private final SurveyDesk desk;
  private final LoadJobs jobs;

  SurveyController(CurrentCatalogue current, SurveyStore store, SurveyDesk desk, LoadJobs jobs) {
    this.current = current;
    this.store = store;
    this.desk = desk;
    this.jobs = jobs;
  }

  @Operation(
      operationId = "listSurveys",
      summary = "The time-use surveys, bundled and loaded",
      tags = "surveys")
  @OfVersion
  @Get("/surveys")
  List<SurveyResponses.SurveyResponse> list(@Nullable @QueryValue String catalogue) {
    List<SurveyResponses.SurveyResponse> all = new ArrayList<>();
    current
        .at(catalogue)
        .catalogue()
        .surveys()
        .forEach(s -> all.add(SurveyResponses.SurveyResponse.of(s)));
    store.list().forEach(s -> all.add(SurveyResponses.SurveyResponse.of(s)));
    return all;
  }

  @Operation(operationId = "getSurvey", summary = "One survey", tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.SurveyResponse.class)))
  @Absent
  @Get("/surveys/{id}")
  SurveyResponses.SurveyResponse get(String id) {
    return list(null).stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> none(id));
  }

  @Operation(operationId = "deleteSurvey", summary = "Take a loaded survey away", tags = "surveys")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(
      responseCode = "400",
      description = "A bundled survey cannot be taken away",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Absent
  @Delete("/surveys/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(String id) {
    if (current.catalogue().surveys().stream().anyMatch(s -> s.id().equals(id))) {
      throw new InputException(
          Problem.of(
              "survey",
              id,
              "The survey belongs to the catalogue.",
              "Take its folder out of timeuse-surveys and start the service again."));
    }
    if (!store.delete(id)) {
      throw none(id);
    }
  }

  private static InputException none(String id) {
    return new InputException(
        Problem.of("id", id, "There is no survey of this id.", "See /api/surveys for the ids."));
  }

  /** All or nothing; a load that takes longer than the wait goes on as a job. */
  @Operation(
      operationId = "loadSurvey",
      summary = "Load a survey from CSV or XLSX",
      description =
          "All or nothing. The same file twice is said to be known, and nothing is added. What takes longer than the wait goes on as a job.",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The same file was loaded before; nothing was added",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.LoadResponse.class)))
  @ApiResponse(
      responseCode = "201",
      description = "It is loaded",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.LoadResponse.class)))
  @ApiResponse(
      responseCode = "202",
      description = "It takes longer: see the job at Location",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.JobResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "The file was refused and left no trace; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Bounded
  @ApiResponse(
      responseCode = "429",
      description = "Too many loads wait already",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Post("/surveys")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> load(
      @Part CompletedFileUpload file,
      @Nullable @Part String title,
      @Nullable @Part String authority,
      @Nullable @Part String method,
      @Nullable @Part String from,
      @Nullable @Part String to,
      @Nullable @Part String instrument,
      @Nullable @Part String contactRole,
      @Nullable @Part String priceNeutral,
      @Nullable @Part String includesNonCaseRelatedTime,
      @Nullable @Part String illustrative,
      @Nullable @Part String note,
      @Nullable @Part String process,
      @Nullable @Part String personalDataFree,
      @Nullable @Part String ignoreColumns,
      @QueryValue(defaultValue = "1") int wait) {
    Map<String, String> fields = new HashMap<>();
    put(fields, "title", title);
    put(fields, "authority", authority);
    put(fields, "instrument", instrument);
    put(fields, "contactRole", contactRole);
    put(fields, "priceNeutral", priceNeutral);
    put(fields, "includesNonCaseRelatedTime", includesNonCaseRelatedTime);
    put(fields, "illustrative", illustrative);
    put(fields, "note", note);
    SurveyForm form = form(fields, method, from, to, process, personalDataFree, ignoreColumns);
    LoadJobs.Job job = jobs.begin(Upload.of(file).file(), form).orElse(null);
    if (job == null) {
      return tooMany();
    }
    LoadJobs.Job.State state = job.await(1000L * Math.max(0, Math.min(LONGEST_WAIT, wait)));
    return state.isDone() ? done(state) : accepted(job);
  }

  private static HttpResponse<?> accepted(LoadJobs.Job job) {
    return HttpResponse.status(HttpStatus.ACCEPTED)
        .header(HttpHeaders.LOCATION, "/api/jobs/" + job.id())
        .body(SurveyResponses.JobResponse.of(job));
  }

  private static HttpResponse<?> done(LoadJobs.Job.State state) {
    SurveyDesk.Outcome outcome = state.outcome();
    if (outcome != null) {
      return HttpResponse.status(outcome.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
          .header(HttpHeaders.LOCATION, "/api/surveys/" + outcome.survey().id())
          .body(SurveyResponses.LoadResponse.of(outcome));
    }
    if (state.failed()) {
      throw new IllegalStateException("A load failed; the log says why");
    }
    throw new InputException(state.problems());
  }

  private static HttpResponse<?> tooMany() {
    return ProblemResponse.tooMany(
        "/api/surveys", "Too many loads wait already.", "Send the file again in a minute.");
  }

  @Operation(
      operationId = "getJob",
      summary = "How far a load has come, and how it ended",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.JobResponse.class)))
  @Absent
  @Get("/jobs/{id}")
  SurveyResponses.JobResponse job(String id) {
    return jobs.find(id)
        .map(SurveyResponses.JobResponse::of)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "id",
                        id,
                        "There is no job of this id.",
                        "Jobs are forgotten when the service stops: see /api/surveys.")));
  }

  @Operation(
      operationId = "checkSurvey",
      summary = "Check a survey file and keep nothing",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "What was found: every problem, conversion and note",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SurveyResponses.CheckResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "The file cannot be read as a table",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Bounded
  @Post("/surveys/check")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  SurveyResponses.CheckResponse check(
      @Part CompletedFileUpload file,
      @Nullable @Part String method,
      @Nullable @Part String from,
      @Nullable @Part String to,
      @Nullable @Part String process,
      @Nullable @Part String personalDataFree,
      @Nullable @Part String ignoreColumns) {
    SurveyForm form =
        form(new HashMap<>(), method, from, to, process, personalDataFree, ignoreColumns);
    try (Upload upload = Upload.of(file)) {
      return SurveyResponses.CheckResponse.of(desk.check(upload.file(), form, Progress.NONE));
    }
  }

  /** The file itself comes back with its problems marked, in its own format. */
  @Operation(
      operationId = "markUpSurvey",
      summary = "The file itself with its problems marked, in its own format",
      description =
          "Two more columns, problem and remedy; in XLSX coloured cells with comments as well. Nothing is kept. Cells that a spreadsheet would calculate are neutralised.",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The marked-up copy",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  @ApiResponse(
      responseCode = "400",
      description = "The file cannot be read as a table",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Bounded
  @Post("/surveys/marked-up")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({CSV, XLSX})
  HttpResponse<?> markUp(
      @Part CompletedFileUpload file,
      @Nullable @Part String method,
      @Nullable @Part String from,
      @Nullable @Part String to,
      @Nullable @Part String process,
      @Nullable @Part String personalDataFree,
      @Nullable @Part String ignoreColumns) {
    SurveyForm form =
        form(new HashMap<>(), method, from, to, process, personalDataFree, ignoreColumns);
    try (Upload upload = Upload.of(file)) {
      return MarkedUpFile.of(desk, upload, form);
    }
  }

  @Operation(
      operationId = "getSurveyTemplate",
      summary = "A form to fill in for a process: one row for each task and role",
      tags = "surveys")
  @ApiResponse(
      responseCode = "200",
      description = "The form; what is filled in can be loaded as it is",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  @Refusable
  @Get("/surveys/template")
  @Produces({CSV, XLSX})
  HttpResponse<byte[]> template(
      @QueryValue String process,
      @QueryValue(defaultValue = "xlsx") String format,
      @QueryValue(defaultValue = "online-survey") String method) {
    if (!format.equals("xlsx") && !format.equals("csv")) {
      throw new InputException(
          Problem.of("format", format, "There is no template of this format.", "Use xlsx or csv."));
    }
    org.homeward.problem.Problems problems = new org.homeward.problem.Problems();
    Method of = problems.attempt("method", method, "Use a known method.", () -> Method.of(method));
    problems.throwIfAny();
    SurveyTemplate template = desk.template(process, of == null ? Method.ONLINE_SURVEY : of);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (format.equals("csv")) {
      template.csv(bytes);
    } else {
      template.xlsx(bytes);
    }
    return HttpResponse.ok(bytes.toByteArray())
        .contentType(format.equals("csv") ? CSV : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + template.fileName(format) + "\"");
  }

  private static SurveyForm form(
      Map<String, String> fields,
      @Nullable String method,
      @Nullable String from,
      @Nullable String to,
      @Nullable String process,
      @Nullable String personalDataFree,
      @Nullable String ignoreColumns) {
    put(fields, "method", method);
    put(fields, "from", from);
    put(fields, "to", to);
    put(fields, "process", process);
    put(fields, "personalDataFree", personalDataFree);
    put(fields, "ignoreColumns", ignoreColumns);
    return new SurveyForm(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
