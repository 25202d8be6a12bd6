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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.intake.ExclusionDesk;
import org.homeward.intake.SurveyLibrary;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.ExclusionStore;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Survey;

/** Answers of a survey are left out, with a reason, and let count again. */
@Hidden
@Controller("/time-data/surveys/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExclusionPageController {

  private final CurrentCatalogue current;
  private final SurveyLibrary library;
  private final ExclusionStore exclusions;
  private final ExclusionDesk desk;
  private final Pages pages;

  ExclusionPageController(
      CurrentCatalogue current,
      SurveyLibrary library,
      ExclusionStore exclusions,
      ExclusionDesk desk,
      Pages pages) {
    this.current = current;
    this.library = library;
    this.exclusions = exclusions;
    this.desk = desk;
    this.pages = pages;
  }

  private Names names() {
    return new Names(current.at(null).book().book());
  }

  private Survey find(String id) {
    return library.find(id).orElseThrow(() -> new InputException(library.none("survey", id)));
  }

  @Get("/exclude")
  HttpResponse<?> excludeForm(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> excludePage(HttpStatus.OK, find(id), Form.of(request.getParameters())));
  }

  private HttpResponse<?> excludePage(HttpStatus status, Survey survey, Form form) {
    Names names = names();
    List<Option> processes =
        names.options(survey.answers().stream().map(a -> a.cell().process()).distinct().toList());
    Map<String, Option> tasks = new LinkedHashMap<>();
    Map<String, Option> roles = new LinkedHashMap<>();
    survey
        .answers()
        .forEach(
            a -> {
              String task = a.cell().task();
              tasks.putIfAbsent(task, Option.of(task, names.task(a.cell().process(), task)));
              roles.putIfAbsent(
                  a.cell().role(), Option.of(a.cell().role(), names.role(a.cell().role())));
            });
    return pages.page(
        status,
        "time-data-exclude.jte",
        Map.of(
            "survey",
            survey,
            "form",
            form,
            "processes",
            every("Every process", processes),
            "tasks",
            every("Every task", List.copyOf(tasks.values())),
            "roles",
            every("Every role", List.copyOf(roles.values()))));
  }

  private static List<Option> every(String words, List<Option> options) {
    List<Option> all = new java.util.ArrayList<>(List.of(Option.of("", words)));
    all.addAll(options);
    return all;
  }

  @Post("/exclude")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> exclude(String id, @Body Map<String, Object> body) {
    return pages.orProblems(
        () -> {
          Survey survey = find(id);
          Form form = Form.posted(body);
          try {
            desk.exclude(
                survey,
                new ExclusionDesk.Wish(
                    form.value("respondent"),
                    form.value("process"),
                    form.value("task"),
                    form.value("role"),
                    form.value("reason"),
                    form.value("by")));
          } catch (InputException e) {
            return excludePage(HttpStatus.BAD_REQUEST, survey, form.with(e.problems()));
          }
          return Pages.seeOther("/time-data/surveys/" + id + "?done=excluded");
        });
  }

  @Get("/exclusions/{exclusion}")
  HttpResponse<?> takeBackForm(String id, String exclusion) {
    return pages.orProblems(
        () -> {
          Exclusion found = inForce(id, exclusion);
          return pages.page(
              HttpStatus.OK,
              "time-data-take-back.jte",
              Map.of("survey", find(id), "exclusion", found, "about", names().about(found)));
        });
  }

  private Exclusion inForce(String survey, String id) {
    return exclusions.list(survey).stream()
        .filter(e -> e.id().equals(id) && e.inForce())
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "exclusion",
                        null,
                        "These answers count again already.",
                        "See the survey's page for what is left out.")));
  }

  @Post("/exclusions/{exclusion}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> takeBack(String id, String exclusion) {
    return pages.orProblems(
        () -> {
          inForce(id, exclusion);
          desk.takeBack(id, exclusion);
          return Pages.seeOther("/time-data/surveys/" + id + "?done=taken-back");
        });
  }
}
