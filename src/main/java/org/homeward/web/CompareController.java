package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.PublishedCatalogue;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.problem.InputException;

/** The home page: routes compared for one child. */
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
class CompareController {

  private static final String TEMPLATE = "compare.jte";

  private final CurrentCatalogue current;
  private final QuestionForms forms;
  private final Pages pages;

  CompareController(CurrentCatalogue current, QuestionForms forms, Pages pages) {
    this.current = current;
    this.forms = forms;
    this.pages = pages;
  }

  /** A question that the form has just sent is led to its shorter address. */
  @Get
  HttpResponse<?> compare(HttpRequest<?> request) {
    Question question = Question.read(request.getParameters());
    try {
      PublishedCatalogue version = current.at(question.version());
      CompiledBook book = current.book(question.version(), question.estimateSet());
      Comparison comparison =
          new ComparisonCalculator(book).calculate(question.pathways(version.catalogue()));
      if (Question.isFreshlySent(request.getParameters())) {
        return Pages.seeOther(question.address("/"));
      }
      ComparisonAnswer answer =
          ComparisonAnswer.of(question, version.book().book(), book.book(), comparison);
      Map<String, Object> model =
          Map.of("question", question, "form", forms.of(question, List.of()), "answer", answer);
      return pages.page(request, TEMPLATE, model, answer.exhibits());
    } catch (InputException e) {
      return pages.page(
          HttpStatus.BAD_REQUEST,
          TEMPLATE,
          Map.of("question", question, "form", forms.of(question, e.problems())));
    }
  }
}
