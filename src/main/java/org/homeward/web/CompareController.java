package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.problem.InputException;

/** The home page: routes compared for one child. */
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
class CompareController {

  private final CurrentCatalogue current;
  private final Pages pages;

  CompareController(CurrentCatalogue current, Pages pages) {
    this.current = current;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> compare(HttpRequest<?> request) {
    Question question = Question.read(request.getParameters());
    Map<String, Object> model = new HashMap<>();
    model.put("question", question);
    model.put("routes", current.at(null).catalogue().pathways());
    model.put("problems", List.of());
    try {
      PublishedCatalogue version = current.at(question.version());
      model.put("routes", version.catalogue().pathways());
      model.put(
          "answer",
          ComparisonAnswer.of(
              question,
              version.book().book(),
              new ComparisonCalculator(version.book())
                  .calculate(question.pathways(version.catalogue()))));
      return pages.page(HttpStatus.OK, "compare.jte", model);
    } catch (InputException e) {
      model.put("problems", e.problems());
      return pages.page(HttpStatus.BAD_REQUEST, "compare.jte", model);
    }
  }
}
