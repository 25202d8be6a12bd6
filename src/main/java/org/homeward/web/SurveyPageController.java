package org.homeward.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.MarkedUpFile;
import org.homeward.api.Upload;
import org.homeward.intake.Checked;
import org.homeward.intake.LoadJobs;
import org.homeward.intake.Progress;
import org.homeward.intake.SurveyDesk;
import org.homeward.intake.SurveyForm;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Survey files: checked, marked up and loaded from a page. */
@Hidden
@Controller("/time-data")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SurveyPageController {

  private static final int WAIT_MILLIS = 2_000;

  private final SurveyDesk desk;
  private final LoadJobs jobs;
  private final Pages pages;

  SurveyPageController(SurveyDesk desk, LoadJobs jobs, Pages pages) {
    this.desk = desk;
    this.jobs = jobs;
    this.pages = pages;
  }

  @Get("/load")
  HttpResponse<?> form() {
    return page(HttpStatus.OK, Form.EMPTY, null, List.of());
  }

  /** The button that was pressed says whether to check, to mark up or to load. */
  @Post("/load")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> send(
      @Nullable @Part CompletedFileUpload file,
      @Nullable @Part String action,
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
      @Nullable @Part String ignoreColumns) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "title", title);
    put(fields, "authority", authority);
    put(fields, "method", method);
    put(fields, "from", from);
    put(fields, "to", to);
    put(fields, "instrument", instrument);
    put(fields, "contactRole", contactRole);
    put(fields, "priceNeutral", priceNeutral);
    put(fields, "includesNonCaseRelatedTime", includesNonCaseRelatedTime);
    put(fields, "illustrative", illustrative);
    put(fields, "note", note);
    put(fields, "process", process);
    put(fields, "personalDataFree", personalDataFree);
    put(fields, "ignoreColumns", ignoreColumns);
    Form form = Form.posted(fields);
    if (file == null || file.getSize() == 0) {
      return page(
          HttpStatus.BAD_REQUEST,
          form.with(List.of(Problem.of("file", null, "No file was chosen.", "Choose one."))),
          null,
          List.of());
    }
    try {
      return answer(Upload.of(file), new SurveyForm(fields), form, action == null ? "" : action);
    } catch (InputException e) {
      return refused(form, e.problems(), null);
    }
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private HttpResponse<?> answer(Upload upload, SurveyForm fields, Form form, String action) {
    if (action.equals("load")) {
      LoadJobs.Job job = jobs.begin(upload.file(), fields).orElse(null);
      if (job == null) {
        throw new InputException(
            Problem.of("file", null, "Too many loads wait already.", "Send it again in a minute."));
      }
      LoadJobs.Job.State state = job.await(WAIT_MILLIS);
      return state.isDone() ? done(state, form) : Pages.seeOther("/time-data/loads/" + job.id());
    }
    try (upload) {
      if (action.equals("mark-up")) {
        return MarkedUpFile.of(desk, upload, fields);
      }
      Checked checked = desk.check(upload.file(), fields, Progress.NONE);
      return checked.isAccepted()
          ? page(HttpStatus.OK, form, checked, List.of())
          : refused(form, checked.told(), checked);
    }
  }

  private HttpResponse<?> done(LoadJobs.Job.State state, Form form) {
    SurveyDesk.Outcome outcome = state.outcome();
    if (outcome != null) {
      return Pages.seeOther(
          "/time-data/surveys/"
              + outcome.survey().id()
              + "?done="
              + (outcome.fresh() ? "loaded" : "known"));
    }
    return state.failed()
        ? page(HttpStatus.INTERNAL_SERVER_ERROR, form.with(List.of(fault())), null, List.of())
        : refused(form, state.problems(), null);
  }

  private static Problem fault() {
    return Problem.of(
        "file",
        null,
        "The file could not be loaded, by a fault of the service; nothing was kept.",
        "Send it again; if it stays, tell the people who run this service.");
  }

  /** Problems of fields stand at the fields, those of the file in a list by line and column. */
  private HttpResponse<?> refused(Form form, List<Problem> problems, @Nullable Checked checked) {
    List<Problem> atFields = new ArrayList<>();
    List<Problem> inFile = new ArrayList<>();
    for (Problem problem : problems) {
      boolean field = SurveyForm.NAMES.contains(problem.where()) || problem.where().equals("file");
      (field ? atFields : inFile).add(problem);
    }
    if (!inFile.isEmpty()) {
      long all = checked == null ? inFile.size() : checked.totalProblems();
      atFields.add(
          Problem.of(
              "file",
              null,
              all == 1
                  ? "The file has a problem, and nothing of it was kept."
                  : String.format(
                      java.util.Locale.UK,
                      "The file has %,d problems, and nothing of it was kept.",
                      all),
              "Mend what is listed below and choose the file again."));
    }
    return page(HttpStatus.BAD_REQUEST, form.with(atFields), checked, inFile);
  }

  private HttpResponse<?> page(
      HttpStatus status, Form form, @Nullable Checked checked, List<Problem> inFile) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("inFile", inFile);
    model.put("place", Place.WITHIN);
    if (checked != null) {
      model.put("checked", checked);
    }
    return pages.page(status, "time-data-load.jte", model);
  }

  /** How far a long load has come; once it is over, what came of it. */
  @Get("/loads/{id}")
  HttpResponse<?> load(String id) {
    LoadJobs.Job job = jobs.find(id).orElse(null);
    if (job == null) {
      return pages.orProblems(
          () -> {
            throw new InputException(
                Problem.of(
                    "load",
                    null,
                    "There is no load of this address: they are forgotten when the service stops.",
                    "See the list of surveys for what is loaded."));
          });
    }
    LoadJobs.Job.State state = job.state();
    return state.isDone()
        ? done(state, Form.EMPTY)
        : pages.page(HttpStatus.OK, "time-data-loading.jte", Map.of("state", state));
  }
}
