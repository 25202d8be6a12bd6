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
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.api.ScenarioDesk;
import org.homeward.api.ScenarioRequest;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.BookShelf;
import org.homeward.problem.InputException;
import org.homeward.quantity.WeeksInYear;
import org.homeward.store.SavedScenario;

/** A saved what-if: its answer, again on another cost book, copied, taken away. */
@Hidden
@Controller("/what-if/saved/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SavedWhatIfController {

  private final ScenarioDesk desk;
  private final BookShelf books;
  private final Pages pages;

  SavedWhatIfController(ScenarioDesk desk, BookShelf books, Pages pages) {
    this.desk = desk;
    this.books = books;
    this.pages = pages;
  }

  static String address(String id) {
    return "/what-if/saved/" + id;
  }

  @Get
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return one(request, id, HttpStatus.OK, Form.of(request.getParameters()));
  }

  private HttpResponse<?> one(HttpRequest<?> request, String id, HttpStatus status, Form form) {
    return pages.orProblems(
        () -> {
          SavedScenario saved = desk.find(id);
          ScenarioRequest asked = desk.question(saved);
          String catalogue =
              form.value("catalogue").isEmpty() ? saved.catalogue() : form.value("catalogue");
          WhatIfQuestion question = WhatIfQuestion.of(asked, catalogue);
          WhatIfAnswer answer =
              WhatIfAnswer.of(desk.calculate(asked, catalogue), why(saved.id(), catalogue));
          Map<String, Object> model = new HashMap<>();
          model.put("saved", saved);
          model.put("answeredBy", book(catalogue));
          model.put("again", !catalogue.equals(saved.catalogue()));
          model.put("answer", answer);
          model.put("change", question == null ? null : question.address());
          model.put(
              "report",
              UriBuilder.of("/api/scenarios/" + saved.id() + "/report")
                  .queryParam("catalogue", catalogue)
                  .toString());
          model.put("books", books());
          model.put("form", form);
          model.put("place", new Place(again(saved.id(), catalogue)));
          return pages.page(request, status, "what-if-saved.jte", model, answer.exhibits());
        });
  }

  private static String again(String id, String catalogue) {
    return UriBuilder.of(address(id)).queryParam("catalogue", catalogue).toString();
  }

  private static String why(String id, String catalogue) {
    return UriBuilder.of(address(id) + "/why").queryParam("catalogue", catalogue).toString();
  }

  /** Why a figure of it is what it is. */
  @Get("/why")
  HttpResponse<?> why(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          SavedScenario saved = desk.find(id);
          String asked = Form.of(request.getParameters()).value("catalogue");
          String catalogue = asked.isEmpty() ? saved.catalogue() : asked;
          return WhatIfWhy.page(
              pages,
              request,
              desk.calculate(desk.question(saved), catalogue),
              WeeksInYear.ACTUAL_DAYS,
              new Link(saved.name(), again(id, catalogue)));
        });
  }

  private List<Option> books() {
    return Stream.concat(
            Stream.of(Option.of("", "The one that it was saved with")),
            books.list().stream().filter(b -> !b.isDraft()).map(CostBookTables::option))
        .toList();
  }

  /** The book of an id or hash, in words. */
  private String book(String catalogue) {
    return books.list().stream()
        .filter(b -> b.id().equals(catalogue) || catalogue.equals(b.hash()))
        .findFirst()
        .map((CostBookEntry b) -> b.name() + " (" + b.id() + ")")
        .orElse("version " + catalogue.substring(0, Math.min(12, catalogue.length())));
  }

  @Post("/copy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> copy(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    try {
      return Pages.seeOther(address(desk.copy(id, form.value("name"), null).id()));
    } catch (InputException e) {
      return one(request, id, HttpStatus.BAD_REQUEST, form.with(e.problems()));
    }
  }

  @Post("/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(String id) {
    return pages.orProblems(
        () -> {
          desk.delete(id);
          return Pages.seeOther("/what-if#saved-heading");
        });
  }
}
