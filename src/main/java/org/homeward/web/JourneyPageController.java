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
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** What did happen against what would have happened: built row by row, kept in the address. */
@Hidden
@Controller("/journeys")
@Produces(MediaType.TEXT_HTML)
class JourneyPageController {

  private static final String TEMPLATE = "journeys.jte";

  private final Pages pages;

  JourneyPageController(Pages pages) {
    this.pages = pages;
  }

  @Get
  HttpResponse<?> journeys(HttpRequest<?> request) {
    JourneyQuestion question =
        request.getParameters().contains("months")
            ? JourneyQuestion.read(request.getParameters())
            : JourneyExample.CHILD_3.question();
    if (question.isEmpty()) {
      return pages.page(HttpStatus.OK, TEMPLATE, model(question, List.of()));
    }
    try {
      JourneyAnswer answer = JourneyAnswer.of(question);
      Map<String, Object> model = model(question, List.of());
      model.put("answer", answer);
      return pages.page(request, TEMPLATE, model, answer.exhibits());
    } catch (InputException e) {
      return pages.page(HttpStatus.BAD_REQUEST, TEMPLATE, model(question, e.problems()));
    }
  }

  /** What was typed goes into the address, whichever button was pressed. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> typed(@Body Map<String, Object> body) {
    Form form = Form.posted(body);
    return Pages.seeOther(JourneyQuestion.posted(form).address(form.value("do")));
  }

  private static Map<String, Object> model(JourneyQuestion question, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("question", question);
    model.put("form", question.form(problems));
    return model;
  }
}
