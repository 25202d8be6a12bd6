package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.ReportController;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

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
      return refused(question, e.problems());
    }
  }

  /** The same as a report: a page to print, a Word document, a workbook with live formulas. */
  @Get("/report")
  @Produces(MediaType.ALL)
  HttpResponse<?> report(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          JourneyQuestion question = JourneyQuestion.read(request.getParameters());
          JourneyQuestion.Compared compared = question.compare();
          return ReportController.journeys(
              request,
              compared.calculator(),
              compared.actual(),
              compared.anticipated(),
              compared.result(),
              compared.months(),
              question.assumed());
        });
  }

  /** What was typed goes into the address, whichever button was pressed. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> typed(@Body Map<String, Object> body) {
    Form form = Form.posted(body);
    return Pages.seeOther(JourneyQuestion.posted(form).address(form.value("do")));
  }

  /** A file that was saved from this page, opened again. */
  @Post("/open")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> open(@Nullable @Part CompletedFileUpload file) throws IOException {
    JourneyQuestion nothing = JourneyExample.CHILD_3.question();
    if (file == null || file.getSize() == 0) {
      return refused(
          nothing,
          List.of(Problem.of(JourneyFile.FIELD, null, "No file is chosen.", "Choose one.")));
    }
    try (InputStream in = file.getInputStream()) {
      return Pages.seeOther(JourneyFile.read(in).address());
    } catch (InputException e) {
      return refused(nothing, e.problems());
    }
  }

  private HttpResponse<?> refused(JourneyQuestion question, List<Problem> problems) {
    return pages.page(HttpStatus.BAD_REQUEST, TEMPLATE, model(question, problems));
  }

  private static Map<String, Object> model(JourneyQuestion question, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("question", question);
    model.put("form", question.form(problems));
    return model;
  }
}
