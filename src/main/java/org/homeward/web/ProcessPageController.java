package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.api.CurrentCatalogue;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.explanation.BookFigures;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.quantity.Format;
import org.homeward.unitcost.UnitCost;

/** The processes: what each costs, its tasks as a picture, who does what. */
@Hidden
@Controller("/processes")
@Produces(MediaType.TEXT_HTML)
class ProcessPageController {

  private final CurrentCatalogue current;
  private final Pages pages;

  ProcessPageController(CurrentCatalogue current, Pages pages) {
    this.current = current;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          List<Table> groups = groups(current.at(null).book().processes());
          return pages.page(request, "processes.jte", Map.of("groups", groups), groups);
        });
  }

  @Get("/{id}")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          CompiledBook book = current.at(null).book();
          ProcessPage page = ProcessPage.of(book.book(), book.process(id));
          return pages.page(request, "process.jte", Map.of("page", page), page.exhibits());
        });
  }

  /** A table for each group of processes, in the order of the first of each. */
  private static List<Table> groups(List<CompiledProcess> processes) {
    Map<String, List<CompiledProcess>> groups =
        processes.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.graph().group(), LinkedHashMap::new, Collectors.toList()));
    List<Table> tables = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            tables.add(
                new Table(
                    group,
                    Format.title(group),
                    List.of("Process", "When it happens", "Working days", "Cost", "For"),
                    members.stream().map(ProcessPageController::row).toList())));
    return tables;
  }

  private static Table.Row row(CompiledProcess process) {
    ProcessGraph graph = process.graph();
    UnitCost cost = process.unitCost(0);
    return Table.Row.of(
        Cell.text(graph.name()).to("/processes/" + graph.id()),
        Cell.text(TriggerWords.of(graph.trigger())),
        Cell.number(graph.criticalPath().workingDays()),
        Cell.pounds(cost.perOccurrence())
            .illustrative(cost.illustrative())
            .to(BookWhy.CURRENT.address(BookFigures.unitCost(graph.id()))),
        Cell.text(
            graph.trigger() instanceof Trigger.Continuous c
                ? "a " + Format.words(c.per().code())
                : "each time"));
  }
}
