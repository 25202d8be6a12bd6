package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/**
 * Why a pathway costs what it costs: from its total down to minutes, salaries, fees and sources.
 */
@Hidden
@Controller("/why")
@Produces(MediaType.TEXT_HTML)
class WhyController {

  private final CurrentCatalogue current;
  private final Pages pages;

  WhyController(CurrentCatalogue current, Pages pages) {
    this.current = current;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> why(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          Question question = Question.read(request.getParameters());
          PublishedCatalogue version = current.at(question.version());
          String asked = String.valueOf(request.getParameters().get("pathway"));
          Pathway pathway =
              question.pathways(version.catalogue()).stream()
                  .filter(p -> p.id().equals(asked))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new InputException(
                              Problem.of(
                                  "pathway",
                                  asked,
                                  "This route is not among those compared.",
                                  "Go back to the comparison and choose one of its routes.")));
          Why why =
              Why.of(
                  version.book(), pathway, new LedgerCalculator(version.book()).calculate(pathway));
          return pages.page(
              request, "why.jte", Map.of("question", question, "why", why), why.exhibits());
        });
  }
}
