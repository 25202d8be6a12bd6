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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.api.CurrentCatalogue;
import org.homeward.intake.EstimateDesk;
import org.homeward.intake.SurveyLibrary;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Format;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;

/** Estimate sets: drafts, published for good. */
@Hidden
@Controller("/time-data")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EstimateSetPageController {

  private final CurrentCatalogue current;
  private final SurveyLibrary library;
  private final EstimateDesk desk;
  private final EstimateSetStore store;
  private final Pages pages;

  EstimateSetPageController(
      CurrentCatalogue current,
      SurveyLibrary library,
      EstimateDesk desk,
      EstimateSetStore store,
      Pages pages) {
    this.current = current;
    this.library = library;
    this.desk = desk;
    this.store = store;
    this.pages = pages;
  }

  @Get("/new-set")
  HttpResponse<?> form(HttpRequest<?> request) {
    return pages.orProblems(
        () -> editPage(HttpStatus.OK, "/time-data/new-set", Form.of(request.getParameters())));
  }

  private HttpResponse<?> editPage(HttpStatus status, String address, Form form) {
    return pages.page(
        status,
        "time-data-set-form.jte",
        Map.of(
            "address",
            address,
            "form",
            form,
            "surveys",
            library.list().stream()
                .map(
                    s ->
                        new Option(
                            s.id(),
                            s.title(),
                            s.authority()
                                + ", "
                                + Format.words(s.method().code())
                                + (s.illustrative() ? ", illustrative" : "")))
                .toList()));
  }

  @Post("/new-set")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body Map<String, Object> body) {
    return pages.orProblems(
        () -> {
          Form form = Form.posted(body);
          try {
            EstimateSetEntry draft =
                desk.draft(form.value("name"), form.value("note"), methods(form), surveys(form));
            return Pages.seeOther("/time-data/sets/" + draft.id());
          } catch (InputException e) {
            return editPage(HttpStatus.BAD_REQUEST, "/time-data/new-set", form.with(e.problems()));
          }
        });
  }

  /** On a page something must be chosen: it would not be seen that nothing means everything. */
  private static List<String> surveys(Form form) {
    if (form.chosen("surveys").isEmpty()) {
      throw new InputException(
          Problem.of("surveys", null, "No survey is chosen.", "Choose at least one."));
    }
    return form.chosen("surveys");
  }

  private static Set<Method> methods(Form form) {
    Problems problems = new Problems();
    EnumSet<Method> methods = EnumSet.noneOf(Method.class);
    for (String code : form.chosen("methods")) {
      Method method =
          problems.attempt("methods", code, "Choose from the list.", () -> Method.of(code));
      if (method != null) {
        methods.add(method);
      }
    }
    if (methods.isEmpty()) {
      problems.add("methods", null, "No method is chosen.", "Choose at least one.");
    }
    problems.throwIfAny();
    return methods;
  }

  @Get("/sets/{id}")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          EstimateSetEntry entry = desk.set(id);
          EstimateSet set = entry.isPublished() ? current.estimateSet(id) : desk.estimates(entry);
          Table estimates = estimates(set, new Names(current.at(null).book().book()));
          return pages.page(
              request,
              "time-data-set.jte",
              Map.of(
                  "entry",
                  entry,
                  "about",
                  about(entry),
                  "estimates",
                  estimates,
                  "problems",
                  List.of()),
              List.of(estimates));
        });
  }

  private static Map<String, Cell> about(EstimateSetEntry entry) {
    Map<String, Cell> about = new LinkedHashMap<>();
    about.put(
        "Methods",
        Cell.text(
            String.join(
                ", ",
                entry.methods().stream().sorted().map(m -> Format.words(m.code())).toList())));
    about.put("Surveys", Cell.text(String.join(", ", entry.surveys())));
    about.put("Note", Cell.text(entry.note().isBlank() ? "–" : entry.note()));
    if (entry.publishedAt() != null && entry.sha256() != null) {
      about.put(
          "Published",
          Cell.date(entry.publishedAt().atZone(java.time.ZoneOffset.UTC).toLocalDate()));
      about.put("Hash", Cell.text(entry.sha256()));
    }
    return about;
  }

  private static Table estimates(EstimateSet set, Names names) {
    return new Table(
        "estimates",
        "Estimates, in minutes per occurrence",
        List.of("Task and role", "Process", "Mean", "95% from", "to", "Answers", "People"),
        set.timeUse().estimates().stream().map(e -> row(e, names)).toList());
  }

  private static Table.Row row(Estimate e, Names names) {
    return Table.Row.of(
        Cell.text(names.cell(e.cell())),
        Cell.text(names.process(e.cell().process())),
        minutes(e.mean().value().doubleValue()).illustrative(e.illustrative()),
        minutes(e.statistics().intervalLow()),
        minutes(e.statistics().intervalHigh()),
        Cell.number(e.answers()),
        Cell.number(e.participants()));
  }

  private static Cell minutes(double minutes) {
    return Cell.number(BigDecimal.valueOf(minutes).setScale(1, java.math.RoundingMode.HALF_EVEN));
  }

  @Get("/sets/{id}/edit")
  HttpResponse<?> editForm(String id) {
    return pages.orProblems(
        () -> {
          EstimateSetEntry draft = desk.set(id);
          Form form =
              Form.EMPTY
                  .with("name", draft.name())
                  .with("note", draft.note())
                  .with("edition", String.valueOf(draft.edition()))
                  .with(
                      "methods", draft.methods().stream().map(Method::code).toArray(String[]::new))
                  .with("surveys", draft.surveys().toArray(String[]::new));
          return editPage(HttpStatus.OK, "/time-data/sets/" + id + "/edit", form);
        });
  }

  @Post("/sets/{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> edit(String id, @Body Map<String, Object> body) {
    return pages.orProblems(
        () -> {
          Form form = Form.posted(body);
          try {
            EstimateSetEntry before = desk.set(id);
            boolean edited =
                desk.edit(
                    new EstimateSetEntry(
                        id,
                        form.value("name").isBlank() ? before.name() : form.value("name"),
                        form.value("note"),
                        methods(form),
                        surveys(form),
                        1 + edition(form),
                        before.createdAt(),
                        null,
                        null));
            if (!edited) {
              throw new InputException(changed());
            }
            return Pages.seeOther("/time-data/sets/" + id);
          } catch (InputException e) {
            return editPage(
                HttpStatus.BAD_REQUEST, "/time-data/sets/" + id + "/edit", form.with(e.problems()));
          }
        });
  }

  private static int edition(Form form) {
    return form.value("edition").matches("\\d{1,8}") ? Integer.parseInt(form.value("edition")) : 0;
  }

  private static Problem changed() {
    return Problem.of(
        "name",
        null,
        "The set was edited or published in the meantime.",
        "Open it again to see what it is now.");
  }

  @Post("/sets/{id}/publish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> publish(String id, @Body Map<String, Object> body) {
    return pages.orProblems(
        () -> {
          EstimateSetEntry draft = desk.set(id);
          boolean asSeen = edition(Form.posted(body)) == draft.edition();
          if (draft.isPublished() || !asSeen || !desk.publish(draft)) {
            throw new InputException(changed());
          }
          return Pages.seeOther("/time-data/sets/" + id);
        });
  }

  @Post("/sets/{id}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(String id) {
    return pages.orProblems(
        () -> {
          if (!store.deleteDraft(id)) {
            throw new InputException(changed());
          }
          return Pages.seeOther("/time-data?done=deleted");
        });
  }
}
