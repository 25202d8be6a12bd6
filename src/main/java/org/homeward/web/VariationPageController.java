package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.api.BooksBeside;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.OpenBook;
import org.homeward.intake.CohortJobs;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.store.CohortStore;

/** Several cost books side by side, and what explains their differences. */
@Hidden
@Controller("/cost-books/{id}/variations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class VariationPageController {

  private final BookShelf shelf;
  private final CohortStore cohorts;
  private final CohortJobs jobs;
  private final Pages pages;

  VariationPageController(BookShelf shelf, CohortStore cohorts, CohortJobs jobs, Pages pages) {
    this.shelf = shelf;
    this.cohorts = cohorts;
    this.jobs = jobs;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> variations(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          OpenBook book = shelf.open(id);
          Form form = Form.of(request.getParameters());
          if (form.chosen("others").isEmpty()) {
            return page(request, HttpStatus.OK, book, form, List.of());
          }
          try {
            BooksBeside beside =
                BooksBeside.of(
                    shelf,
                    id,
                    String.join(",", form.chosen("others")),
                    form.date("on"),
                    form.value("ages"),
                    String.join(",", form.chosen("pathways")));
            List<Table> tables = new ArrayList<>(VariationTables.of(beside));
            if (!form.value("cohort").isEmpty()) {
              String cohort = form.value("cohort");
              tables.add(VariationTables.dearest(beside, cohort, jobs.answers().held(cohort)));
            }
            return page(request, HttpStatus.OK, book, form, tables);
          } catch (InputException e) {
            return page(request, HttpStatus.BAD_REQUEST, book, form.with(e.problems()), List.of());
          }
        });
  }

  private HttpResponse<?> page(
      HttpRequest<?> request, HttpStatus status, OpenBook book, Form form, List<Table> tables) {
    List<Option> others =
        shelf.list().stream()
            .filter(b -> !b.id().equals(book.entry().id()))
            .map(VariationPageController::option)
            .toList();
    List<Option> routes =
        book.catalogue().pathways().stream()
            .map((PathwayTemplate t) -> Option.of(t.id(), t.name()))
            .toList();
    return pages.page(
        request,
        status,
        "variations.jte",
        Map.of(
            "book", book.entry(),
            "form", form,
            "others", others,
            "routes", routes,
            "cohorts", cohorts(),
            "tables", tables),
        tables);
  }

  /** None, and those whose histories are in memory. */
  private List<Option> cohorts() {
    List<Option> options = new ArrayList<>(List.of(Option.of("", "None")));
    cohorts.list().stream()
        .filter(c -> jobs.answers().isHeld(c.id()))
        .forEach(c -> options.add(Option.of(c.id(), c.name())));
    return options;
  }

  private static Option option(CostBookEntry book) {
    return Option.of(book.id(), book.name() + " (" + book.id() + ")");
  }
}
