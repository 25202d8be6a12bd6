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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.homeward.api.ParameterFilter;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.DraftEdit;
import org.homeward.drafting.EditConflict;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.ParameterHistory;
import org.homeward.parameter.Change;
import org.homeward.parameter.Parameter;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Provenance;
import org.homeward.store.BookEditStore;
import org.jspecify.annotations.Nullable;

/** The numbers of a cost book: found by words, one with its history, changed in a draft. */
@Hidden
@Controller("/cost-books/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ParameterPageController {

  private static final int A_PAGE = 100;

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final BookEditStore edits;
  private final Pages pages;

  ParameterPageController(BookShelf shelf, CostBookDesk desk, BookEditStore edits, Pages pages) {
    this.shelf = shelf;
    this.desk = desk;
    this.edits = edits;
    this.pages = pages;
  }

  @Get("/parameters")
  HttpResponse<?> list(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          OpenBook book = shelf.open(id);
          Form form = Form.of(request.getParameters());
          List<Parameter> found =
              ParameterFilter.of(
                  book.parameters(),
                  form.value("under"),
                  form.value("search"),
                  form.value("kind").isEmpty() ? null : form.value("kind").equals("illustrative"));
          Table all = CostBookTables.parameters(book.entry(), found);
          int from = from(form, found.size());
          Table shown =
              new Table(
                  all.id(),
                  all.caption(),
                  all.columns(),
                  all.rows().subList(from, Math.min(from + A_PAGE, found.size())));
          Map<String, Object> model = new HashMap<>();
          model.put("book", book.entry());
          model.put("form", form);
          model.put("count", found.size());
          model.put("table", shown);
          model.put("previous", from == 0 ? null : page(request, "Previous", from - A_PAGE));
          model.put(
              "next", from + A_PAGE >= found.size() ? null : page(request, "Next", from + A_PAGE));
          return pages.page(request, "parameters.jte", model, List.of(all));
        });
  }

  private static int from(Form form, int count) {
    String typed = form.value("from");
    int from = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    return from < count ? from : 0;
  }

  private static Link page(HttpRequest<?> request, String text, int from) {
    return new Link(
        text,
        UriBuilder.of(request.getUri()).replaceQueryParam("from", Math.max(0, from)).toString());
  }

  @Get("/parameter")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return one(request, id, HttpStatus.OK, Form.of(request.getParameters()));
  }

  private HttpResponse<?> one(HttpRequest<?> request, String id, HttpStatus status, Form form) {
    return pages.orProblems(
        () -> {
          OpenBook book = shelf.open(id);
          String path = form.value("path");
          Parameter parameter = book.parameters().at(path);
          Table series =
              CostBookTables.parameters(book.entry(), book.parameters().series(parameter));
          Table history = CostBookTables.history(ParameterHistory.of(book, path, shelf));
          Table made =
              CostBookTables.edits(
                  CostBookTables.of(path, edits.edits(book.entry().id())), book.parameters());
          Map<String, Object> model = new HashMap<>();
          model.put("book", book.entry());
          model.put("parameter", parameter);
          model.put("facts", CostBookTables.facts(book.entry(), parameter));
          model.put("series", series);
          model.put("history", history);
          model.put("edits", made);
          model.put("form", form);
          model.put("place", new Place(CostBookPageController.parameterAddress(id, path)));
          return pages.page(
              request, status, "parameter.jte", model, List.of(series, history, made));
        });
  }

  @Post("/parameter")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> edit(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    String path = form.value("path");
    try {
      desk.edit(
          id,
          new DraftEdit(
              CostBookPageController.edition(form),
              form.value("by"),
              form.value("reason"),
              List.of(
                  new DraftEdit.SourcedChange(
                      Change.set(path, value(form), form.value("reason")), provenance(form))),
              new TreeMap<>()));
      return Pages.seeOther(CostBookPageController.parameterAddress(id, path));
    } catch (EditConflict e) {
      return CostBookPageController.conflict(
          pages, shelf, e, CostBookPageController.parameterAddress(id, path));
    } catch (InputException e) {
      return one(
          request,
          id,
          HttpStatus.BAD_REQUEST,
          form.with(e.problems().stream().map(ParameterPageController::ofField).toList()));
    }
  }

  private static BigDecimal value(Form form) {
    Problems problems = new Problems();
    BigDecimal value = Typed.number(form.value("value"), "value", problems);
    problems.throwIfAny();
    return Objects.requireNonNull(value);
  }

  private static @Nullable Provenance provenance(Form form) {
    String source = form.value("source");
    return source.isEmpty()
        ? null
        : new Provenance(source, form.value("illustrative").equals("true"), "");
  }

  /** What is wrong with the change is wrong with the value that was typed. */
  private static Problem ofField(Problem problem) {
    return problem.where().startsWith("changes")
        ? new Problem("value", problem.value(), problem.reason(), problem.remedy())
        : problem;
  }
}
