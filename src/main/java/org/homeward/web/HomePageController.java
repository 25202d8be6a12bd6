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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.costbook.CostBook;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.EditConflict;
import org.homeward.drafting.InHouseLoad;
import org.homeward.drafting.OpenBook;
import org.homeward.parameter.Paths;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The homes that an authority runs itself: what they cost and why, and into a draft, more. */
@Hidden
@Controller("/cost-books/{id}/in-house")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public class HomePageController {

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final Pages pages;

  HomePageController(BookShelf shelf, CostBookDesk desk, Pages pages) {
    this.shelf = shelf;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param home path of the home that is to be typed already
   */
  @Get
  HttpResponse<?> homes(HttpRequest<?> request, String id, @Nullable @QueryValue String home) {
    return pages.orProblems(
        () -> {
          OpenBook book = shelf.open(id);
          return page(request, HttpStatus.OK, book, form(book.book(), home), List.of());
        });
  }

  private static HomeForm form(CostBook book, @Nullable String path) {
    if (path == null || path.isEmpty()) {
      return HomeForm.of(Form.EMPTY.with("placement", "residential"));
    }
    return book.fees().rows().stream()
        .map(FeeRow::home)
        .filter(h -> h != null && Paths.home(h).equals(path))
        .findFirst()
        .map(h -> HomeForm.of(Objects.requireNonNull(h)))
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "id",
                        path,
                        "The book has no such home.",
                        "Follow a link of the page of its homes.")));
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      HttpStatus status,
      OpenBook book,
      HomeForm form,
      List<Problem> inFile) {
    HomeTables tables = HomeTables.of(book.entry().id(), book.book());
    Names names = new Names(book.book());
    List<Shown> homes = new ArrayList<>();
    for (FeeRow fee : tables.fees()) {
      InHouseHome home = Objects.requireNonNull(fee.home());
      homes.add(
          new Shown(
              HomeTables.name(home), Paths.home(home), tables.parts(fee, homes.size() + 1, names)));
    }
    Table all = tables.homes();
    List<Table> exhibits = new ArrayList<>(List.of(all));
    homes.forEach(h -> exhibits.add(h.parts()));
    Map<String, Object> model = new HashMap<>();
    model.put("book", book.entry());
    model.put("priceYear", book.book().priceYear().toString());
    model.put("all", all);
    model.put("homes", homes);
    model.put("typed", form);
    model.put("inFile", inFile);
    model.put(
        "roles",
        HomeForm.roles(
            book.book().hourlyCosts().stream()
                .map(h -> Option.of(h.role().id(), h.role().name()))));
    model.put("placements", HomeForm.placements());
    model.put("payers", HomeForm.payers());
    model.put(
        "processes",
        book.book().processes().stream().map(p -> Option.of(p.id(), p.name())).toList());
    model.put("place", new Place("/cost-books/" + book.entry().id() + "/in-house"));
    return pages.page(request, status, "homes.jte", model, exhibits);
  }

  /**
   * A home on the page.
   *
   * @param path by which it is given to be typed again
   */
  public record Shown(String name, String path, Table parts) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> load(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
    HomeForm form = HomeForm.of(Form.posted(body));
    return pages.orProblems(
        () ->
            HomeForm.asksForMore(form.form())
                ? page(request, HttpStatus.OK, shelf.open(id), form, List.of())
                : load(request, id, form));
  }

  private HttpResponse<?> load(HttpRequest<?> request, String id, HomeForm form) {
    Problems own = new Problems();
    InHouseLoad load = form.read(own).load();
    try {
      List<String> notes =
          desk.load(
              id,
              CostBookPageController.edition(form.form()),
              form.form().value("by"),
              form.form().value("reason"),
              new InHouseLoad(book -> home(own.list(), load, book)));
      return pages.page(
          HttpStatus.OK, "book-loaded.jte", Map.of("book", shelf.entry(id), "notes", notes));
    } catch (EditConflict e) {
      return CostBookPageController.conflict(pages, shelf, e, "/cost-books/" + id + "/in-house");
    } catch (InputException e) {
      List<Problem> inFile =
          e.problems().stream().filter(p -> p.where().startsWith("catalogue/")).toList();
      List<Problem> ofFields = new ArrayList<>(e.problems());
      ofFields.removeAll(inFile);
      return page(request, HttpStatus.BAD_REQUEST, shelf.open(id), form.with(ofFields), inFile);
    }
  }

  /**
   * @throws InputException with what is no number on the page, and what the book refuses
   */
  private static InHouseHome home(List<Problem> own, InHouseLoad load, CostBook book) {
    Problems problems = new Problems();
    problems.addAll(own);
    InHouseHome home = null;
    try {
      home = load.home().apply(book);
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    problems.throwIfAny();
    return Objects.requireNonNull(home);
  }
}
