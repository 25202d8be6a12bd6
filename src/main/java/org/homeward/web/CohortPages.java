package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CohortUpload;
import org.homeward.api.CurrentCatalogue;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.intake.ChildLine;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJob;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CohortReport;
import org.homeward.intake.CostsAsked;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;

/**
 * Cohorts: send returns, watch, see what was merged and rejected, break costs down, see a child.
 */
@Hidden
@Controller("/cohorts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortPages {

  private static final int CHILDREN = 100;

  private final CurrentCatalogue current;
  private final CohortStore store;
  private final CohortJobs jobs;
  private final Pages pages;

  CohortPages(CurrentCatalogue current, CohortStore store, CohortJobs jobs, Pages pages) {
    this.current = current;
    this.store = store;
    this.jobs = jobs;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return pages.orProblems(() -> form(request, HttpStatus.OK, Form.EMPTY));
  }

  private HttpResponse<?> form(HttpRequest<?> request, HttpStatus status, Form form) {
    Table sent = CohortTables.sent(store.list());
    return pages.page(
        request,
        status,
        "cohorts.jte",
        Map.of("form", form, "sent", sent, "place", new Place("/cohorts")),
        List.of(sent));
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> begin(HttpRequest<?> request, @Body MultipartBody body) {
    try (CohortUpload upload = CohortUpload.of(body)) {
      try {
        return jobs.begin(upload.submission(current.at(null)))
            .<HttpResponse<?>>map(c -> Pages.seeOther("/cohorts/" + c.id()))
            .orElseThrow(CohortPages::tooMany);
      } catch (InputException e) {
        return form(
            request, HttpStatus.BAD_REQUEST, Form.posted(upload.shown()).with(e.problems()));
      }
    }
  }

  static InputException tooMany() {
    return new InputException(
        Problem.of(
            "files",
            null,
            "Too many cohorts wait already.",
            "Send it again when one of them is done."));
  }

  @Get("/{id}")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          StoredCohort cohort = find(id);
          CohortReport report = CohortAnswers.report(cohort);
          Map<String, Object> model = new HashMap<>();
          model.put("cohort", cohort);
          model.put("report", report);
          model.put("at", jobs.running(id).map(CohortJob::at).orElse(CohortJob.DONE));
          model.put("inMemory", jobs.answers().isHeld(id));
          model.put("dimensions", CohortTables.dimensions());
          List<Table> tables = new ArrayList<>();
          Form form = asked(Form.of(request.getParameters()));
          model.put("form", form);
          if (cohort.state() == StoredCohort.State.FINISHED) {
            tables.add(costs(id, form));
            tables.addAll(CohortTables.of(report));
          }
          model.put("tables", tables);
          return pages.page(request, "cohort.jte", model, tables);
        });
  }

  /** By year and placement, unless something else is asked. */
  private static Form asked(Form form) {
    return form.value("rows").isEmpty() && form.value("columns").isEmpty()
        ? form.with("rows", Dimension.YEAR.code()).with("columns", Dimension.PLACEMENT.code())
        : form;
  }

  private Table costs(String id, Form form) {
    List<Dimension> by = dimensions(form);
    boolean suppress = keepsBack(form);
    CostsAsked asked = new CostsAsked(by, null, CostTable.Kind.COSTS, suppress);
    UriBuilder why = UriBuilder.of("/cohorts/" + id + "/why");
    for (String name : List.of("rows", "columns", "suppress")) {
      Pages.add(why, name, form.value(name));
    }
    return CohortTables.of(
        jobs.answers().answer(id, asked),
        by,
        (group, figure) -> CohortWhyController.address(why, group, figure));
  }

  /** By what a form asks costs to be broken down. */
  static List<Dimension> dimensions(Form form) {
    List<Dimension> by = new ArrayList<>();
    for (String code : List.of(form.value("rows"), form.value("columns"))) {
      if (!code.isEmpty() && by.stream().noneMatch(d -> d.code().equals(code))) {
        by.add(CohortTables.dimension(code));
      }
    }
    return by;
  }

  /** Whether a form asks to keep small numbers back. */
  static boolean keepsBack(Form form) {
    return form.value("suppress").equals("true");
  }

  @Post("/{id}/cancel")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  HttpResponse<?> cancel(String id) {
    jobs.cancel(id);
    return Pages.seeOther("/cohorts/" + id);
  }

  @Post("/{id}/delete")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  HttpResponse<?> delete(String id) {
    jobs.delete(id);
    return Pages.seeOther("/cohorts");
  }

  @Get("/{id}/children{?after}")
  HttpResponse<?> children(
      HttpRequest<?> request, String id, @jakarta.annotation.Nullable String after) {
    return pages.orProblems(
        () -> {
          StoredCohort cohort = find(id);
          String from = after == null ? "" : after;
          List<String> children = store.children(id, from, CHILDREN);
          return pages.page(
              HttpStatus.OK,
              "children.jte",
              Map.of("cohort", cohort, "children", children, "more", children.size() == CHILDREN));
        });
  }

  @Get("/{id}/children/{pseudonym}")
  HttpResponse<?> child(HttpRequest<?> request, String id, String pseudonym) {
    return pages.orProblems(
        () -> {
          StoredCohort cohort = find(id);
          ChildLine child = child(id, pseudonym);
          Table stays = CohortTables.stays(child);
          Table events = CohortTables.events(child);
          List<Exhibit> exhibits = new ArrayList<>(List.of(stays, events));
          Map<String, Object> model = new HashMap<>();
          model.put("cohort", cohort);
          model.put("child", child);
          model.put("born", CohortTables.born(child));
          model.put("stays", stays);
          model.put("events", events);
          jobs.answers()
              .ledger(id, child.pseudonym())
              .ifPresent(
                  made -> {
                    Table costs =
                        CohortTables.costs(
                            made.ledger(), request.getPath().replaceAll("/$", "") + "/why");
                    model.put("costs", costs);
                    exhibits.add(costs);
                  });
          if (!child.stays().isEmpty()) {
            Picture picture = CohortTables.timeline(child);
            model.put("timeline", picture);
            exhibits.add(picture);
          }
          return pages.page(request, "child.jte", model, exhibits);
        });
  }

  /**
   * @throws InputException if there is none
   */
  ChildLine child(String id, String pseudonym) {
    return jobs.answers()
        .child(id, pseudonym)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "pathway",
                        pseudonym,
                        "The cohort has no child of this pseudonym.",
                        "Choose one from its list.")));
  }

  /**
   * @throws InputException if there is none
   */
  StoredCohort find(String id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "pathway", id, "There is no such cohort.", "Choose one from the list.")));
  }
}
