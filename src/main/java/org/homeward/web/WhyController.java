package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;

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
          CompiledBook book = current.book(question.version(), question.estimateSet());
          return Why.page(
              pages,
              request,
              book,
              new ComparisonCalculator(book)
                  .calculate(question.pathways(version.catalogue()))
                  .pathways(),
              question.weeks(),
              Section.COMPARE,
              new Link("Comparison", question.address("/")));
        });
  }
}
