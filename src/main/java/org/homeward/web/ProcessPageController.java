package org.homeward.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.costbook.CompiledProcess;
import org.homeward.picture.ProcessSvg;

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
  HttpResponse<String> list() {
    return pages.page(
        HttpStatus.OK, "processes.jte", Map.of("processes", current.at(null).book().processes()));
  }

  @Get("/{id}")
  HttpResponse<String> one(String id) {
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
