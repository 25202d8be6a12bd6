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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.BookDifferences;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.EditConflict;
import org.homeward.drafting.OpenBook;
import org.homeward.problem.InputException;
import org.homeward.store.BookEditStore;
import org.jspecify.annotations.Nullable;

/** Cost books: the list, one book, what two differ in; drafting, publishing and taking away. */
@Hidden
@Controller("/cost-books")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CostBookPageController {

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final BookEditStore edits;
  private final Pages pages;

  CostBookPageController(BookShelf shelf, CostBookDesk desk, BookEditStore edits, Pages pages) {
    this.shelf = shelf;
    this.desk = desk;
    this.edits = edits;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return list(request, HttpStatus.OK, Form.EMPTY);
  }

  private HttpResponse<?> list(HttpRequest<?> request, HttpStatus status, Form form) {
    List<CostBookEntry> books = shelf.list();
    Table table = CostBookTables.books(books);
    List<Option> copies =
        books.stream().filter(b -> !b.isDraft()).map(CostBookTables::option).toList();
    Map<String, Object> model = Map.of("table", table, "form", form, "copies", copies);
    return pages.orProblems(
        () -> pages.page(request, status, "cost-books.jte", model, List.of(table)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> draft(HttpRequest<?> request, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    try {
      CostBookEntry draft =
          desk.draft(
              form.value("copyOf"), form.value("name"), "", form.value("by"), form.value("reason"));
      return Pages.seeOther("/cost-books/" + draft.id());
    } catch (InputException e) {
      return list(request, HttpStatus.BAD_REQUEST, form.with(e.problems()));
    }
  }

  @Get("/{id}")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return one(request, id, HttpStatus.OK, Form.EMPTY);
  }

  private HttpResponse<?> one(HttpRequest<?> request, String id, HttpStatus status, Form form) {
    return pages.orProblems(
        () -> {
          OpenBook book = shelf.open(id);
          Table made = CostBookTables.edits(edits.edits(book.entry().id()), book.parameters());
          List<CostBookEntry> others =
              shelf.list().stream().filter(b -> !b.id().equals(book.entry().id())).toList();
          return pages.page(
              request,
              status,
              "cost-book.jte",
              Map.of(
                  "book", book.entry(),
                  "facts", CostBookTables.facts(book),
                  "edits", made,
                  "form", form,
                  "place", new Place("/cost-books/" + id),
                  "warnings", book.book().warnings(),
                  "others", others.stream().map(CostBookTables::option).toList()),
              List.of(made));
        });
  }

  @Post("/{id}/publish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> publish(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    return orConflict(
        request,
        id,
        form,
        () -> "/" + desk.publish(id, edition(form), form.value("by"), form.value("reason")).id());
  }

  @Post("/{id}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> delete(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
    Form form = Form.posted(body);
    return orConflict(
        request,
        id,
        form,
        () -> {
          desk.delete(id, edition(form));
          return "";
        });
  }

  private HttpResponse<?> orConflict(
      HttpRequest<?> request, String id, Form form, Supplier<String> work) {
    try {
      return Pages.seeOther("/cost-books" + work.get());
    } catch (EditConflict e) {
      return conflict(pages, shelf, e, "/cost-books/" + e.now().id());
    } catch (InputException e) {
      return one(request, id, HttpStatus.BAD_REQUEST, form.with(e.problems()));
    }
  }

  /** What somebody else did to the draft in the meantime, and the way on. */
  static HttpResponse<?> conflict(
      Pages pages, BookShelf shelf, EditConflict conflict, String again) {
    CostBookEntry book = conflict.now();
    Table since = CostBookTables.edits(conflict.since(), shelf.open(book.id()).parameters());
    return pages.page(
        HttpStatus.CONFLICT,
        "book-conflict.jte",
        Map.of("book", book, "since", since, "again", again, "place", Place.WITHIN));
  }

  /** The edition that a page was made from; none fits where it is missing. */
  static int edition(Form form) {
    String typed = form.value("edition");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }

  @Get("/{id}/diff")
  HttpResponse<?> diff(HttpRequest<?> request, String id, @Nullable @QueryValue String other) {
    return pages.orProblems(
        () -> {
          OpenBook first = shelf.open(other == null ? "" : other);
          OpenBook second = shelf.open(id);
          BookDifferences all = BookDifferences.between(first, second);
          Names names = new Names(second);
          Table differences = CostBookTables.differences(all.diff(), second.entry(), names);
          Table unitCosts =
              CostBookTables.unitCosts(all.diff(), first.entry(), second.entry(), names);
          Table variedCosts =
              CostBookTables.variedCosts(all.diff(), first.entry(), second.entry(), names);
          Table routes =
              CostBookTables.routes(
                  all.routes(),
                  first.book().priceYear().firstDay(),
                  first.entry(),
                  second.entry(),
                  names);
          Table lines = CostBookTables.lines(all.files());
          return pages.page(
              request,
              "book-diff.jte",
              Map.of(
                  "first",
                  first.entry(),
                  "second",
                  second.entry(),
                  "differences",
                  differences,
                  "unitCosts",
                  unitCosts,
                  "variedCosts",
                  variedCosts,
                  "routes",
                  routes,
                  "lines",
                  lines),
              List.of(differences, unitCosts, routes, variedCosts, lines));
        });
  }

  /** The address of a number's page. */
  static String parameterAddress(String book, String path) {
    return UriBuilder.of("/cost-books/" + book + "/parameter").queryParam("path", path).toString();
  }
}
