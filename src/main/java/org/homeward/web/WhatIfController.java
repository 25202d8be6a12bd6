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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.api.ScenarioDesk;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.scenario.ScenarioCalculator;
import org.homeward.scenario.ScenarioResult;

/** What if: changes to numbers of the cost book and of routes, kept in the address, and saved. */
@Hidden
@Controller("/what-if")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WhatIfController {

  private final CurrentCatalogue current;
  private final ScenarioDesk desk;
  private final QuestionForms forms;
  private final Pages pages;

  WhatIfController(CurrentCatalogue current, ScenarioDesk desk, QuestionForms forms, Pages pages) {
    this.current = current;
    this.desk = desk;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> whatIf(HttpRequest<?> request) {
    return page(request, WhatIfQuestion.read(request.getParameters()), List.of());
  }

  /** What was typed goes into the address, whichever button was pressed; or is saved. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> typed(HttpRequest<?> request, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    WhatIfQuestion question = WhatIfQuestion.posted(form);
    WhatIfQuestion.Wish wish = WhatIfQuestion.Wish.of(form);
    if (!wish.kind().equals("save")) {
      return Pages.seeOther(question.address(wish));
    }
    try {
      question.routes().pathways(current.at(question.routes().version()).catalogue());
      return Pages.seeOther(
          SavedWhatIfController.address(
              desk.save(question.request(), question.routes().version()).id()));
    } catch (InputException e) {
      return page(request, question, e.problems());
    }
  }

  private HttpResponse<?> page(
      HttpRequest<?> request, WhatIfQuestion question, List<Problem> refused) {
    List<Problem> problems = new ArrayList<>(refused);
    Question routes = question.routes();
    PublishedCatalogue version =
        Pages.attempt(() -> current.at(routes.version()), problems)
            .orElseGet(() -> current.at(null));
    ParameterCatalogue parameters = version.parameters();
    List<Pathway> pathways =
        Pages.attempt(() -> routes.pathways(version.catalogue()), problems).orElse(List.of());
    Map<String, Object> model = new HashMap<>();
    model.put("question", question);
    model.put(
        "meanings",
        question.changes().stream()
            .map(c -> NumberSearch.meaning(c.path(), pathways, version.book(), parameters))
            .toList());
    NumberSearch search = NumberSearch.of(question.search(), pathways, version.book(), parameters);
    Table saved = WhatIfAnswer.saved(desk.list());
    model.put("search", search);
    model.put("saved", saved);
    model.put("place", new Place(question.address()));
    List<Exhibit> exhibits = new ArrayList<>(List.of(search.table(), saved));
    if (problems.isEmpty() && !question.changes().isEmpty()) {
      Pages.attempt(
              () ->
                  WhatIfAnswer.of(
                      new ScenarioCalculator(parameters, version.book())
                          .calculate(pathways, question.scenario()),
                      question.why()),
              problems)
          .ifPresent(
              answer -> {
                model.put("answer", answer);
                exhibits.addAll(answer.exhibits());
              });
    }
    List<Problem> told = problems.stream().map(WhatIfQuestion::atField).distinct().toList();
    model.put("form", question.form(told));
    model.put("routes", forms.of(routes, told));
    HttpStatus status = told.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    return pages.orProblems(() -> pages.page(request, status, "what-if.jte", model, exhibits));
  }

  /** Why a figure is what it is, before or after the changes, or what they change of it. */
  @Get("/why")
  HttpResponse<?> why(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          WhatIfQuestion question = WhatIfQuestion.read(request.getParameters());
          PublishedCatalogue version = current.at(question.routes().version());
          ScenarioResult result =
              new ScenarioCalculator(version.parameters(), version.book())
                  .calculate(question.routes().pathways(version.catalogue()), question.scenario());
          return WhatIfWhy.page(
              pages,
              request,
              result,
              question.routes().weeks(),
              new Link("What if", question.address()));
        });
  }
}
