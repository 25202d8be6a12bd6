package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.Problem;

/** Which value of a number makes two routes cost the same. */
@Hidden
@Controller("/what-if/equal")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EqualCostController {

  private final CurrentCatalogue current;
  private final QuestionForms forms;
  private final Pages pages;

  EqualCostController(CurrentCatalogue current, QuestionForms forms, Pages pages) {
    this.current = current;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> equal(HttpRequest<?> request) {
    Form sent = Form.of(request.getParameters());
    EqualCost question = EqualCost.read(sent);
    List<Problem> problems = new ArrayList<>();
    PublishedCatalogue version =
        Pages.attempt(() -> current.at(question.routes().version()), problems)
            .orElseGet(() -> current.at(null));
    ParameterCatalogue parameters = version.parameters();
    List<Pathway> pathways =
        Pages.attempt(() -> question.routes().pathways(version.catalogue()), problems)
            .orElse(List.of());
    NumberSearch search = NumberSearch.of(question.search(), pathways, version.book(), parameters);
    Map<String, Object> model = new HashMap<>();
    List<Exhibit> exhibits = new ArrayList<>();
    if (sent.value("do").equals("solve") && problems.isEmpty()) {
      Pages.attempt(() -> question.solve(pathways, version.book(), parameters), problems)
          .ifPresent(
              answer -> {
                model.put("answer", answer);
                exhibits.add(answer.table());
              });
    }
    model.put("question", question);
    model.put("numbers", question.options(search, pathways, version.book(), parameters));
    model.put("found", search.title(question.search()));
    model.put("form", question.form(problems));
    model.put("routes", forms.of(question.routes(), problems));
    return pages.orProblems(
        () ->
            pages.page(
                request,
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "equal.jte",
                model,
                exhibits));
  }
}
