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
import org.homeward.costbook.CompiledProcess;
import org.homeward.picture.ProcessSvg;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
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
          Table table = table(current.at(null).book().processes());
          return pages.page(request, "processes.jte", Map.of("table", table), List.of(table));
        });
  }

  private static Table table(List<CompiledProcess> processes) {
    return new Table(
        "processes",
        "Processes and their unit costs",
        List.of("Process", "Group", "Unit cost", "For"),
        processes.stream().map(ProcessPageController::row).toList());
  }

  private static Table.Row row(CompiledProcess process) {
    ProcessGraph graph = process.graph();
    UnitCost cost = process.unitCost(0);
    return Table.Row.of(
        Cell.text(graph.name()).to("/processes/" + graph.id()),
        Cell.text(Format.title(graph.group())),
        Cell.pounds(cost.perOccurrence()).illustrative(cost.illustrative()),
        Cell.text(
            graph.trigger() instanceof Trigger.Continuous c
                ? "a " + Format.words(c.per().code())
                : "each time"));
  }

  @Get("/{id}")
  HttpResponse<?> one(String id) {
    return pages.orProblems(
        () -> {
          CompiledProcess process = current.at(null).book().process(id);
          return pages.page(
              HttpStatus.OK,
              "process.jte",
              Map.of(
                  "process",
                  process,
                  "picture",
                  ProcessSvg.of(process.graph(), process.unitCost(0))));
        });
  }
}
