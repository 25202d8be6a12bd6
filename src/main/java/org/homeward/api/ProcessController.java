package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.CostBook;
import org.homeward.picture.ProcessBpmn;
import org.homeward.picture.ProcessSvg;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/** Processes: their tasks, minutes, unit costs and pictures. */
@Controller("/api/processes")
class ProcessController {

  static final String SVG = "image/svg+xml";
  static final String BPMN = "application/bpmn+xml";

  private final CurrentCatalogue current;

  ProcessController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "listProcesses",
      summary = "List the processes with their unit costs",
      tags = "processes")
  @OfVersion
  @Get
  List<ProcessResponses.ProcessSummary> list(@Nullable @QueryValue String catalogue) {
    return current.at(catalogue).book().processes().stream()
        .map(ProcessController::summary)
        .toList();
  }

  /** JSON, or its picture: SVG to look at, BPMN to edit. */
  @Operation(
      operationId = "getProcess",
      summary = "One process: JSON, or its picture as SVG or BPMN",
      tags = "processes")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ProcessResponses.ProcessResponse.class)),
        @Content(mediaType = SVG, schema = @Schema(type = "string")),
        @Content(mediaType = BPMN, schema = @Schema(type = "string"))
      })
  @OfVersion
  @Get("/{id}")
  @Produces({MediaType.APPLICATION_JSON, SVG, BPMN})
  HttpResponse<?> get(String id, HttpRequest<?> request, @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    CompiledProcess process = ById.find(id, book::process);
    if (Accepted.type(request, SVG)) {
      return HttpResponse.ok(ProcessSvg.of(process.graph(), process.unitCost(0))).contentType(SVG);
    }
    if (Accepted.type(request, BPMN)) {
      return HttpResponse.ok(ProcessBpmn.of(process.graph())).contentType(BPMN);
    }
    return HttpResponse.ok(response(book.book(), process));
  }

  private static ProcessResponses.ProcessResponse response(CostBook book, CompiledProcess process) {
    ProcessGraph graph = process.graph();
    UnitCost cost = process.unitCost(0);
    Map<String, BigDecimal> minutes = new LinkedHashMap<>();
    cost.minutesByRole().forEach((role, m) -> minutes.put(role, m.rounded()));
    List<LedgerResponses.UnitCostResponse> variations =
        cost.stated() != null
            ? List.of()
            : IntStream.range(0, graph.variations().size())
                .mapToObj(v -> unitCost(book, process, process.unitCost(1 << v)))
                .toList();
    ProcessGraph.CriticalPath path = graph.criticalPath();
    return new ProcessResponses.ProcessResponse(
        Stamp.of(book, cost.illustrative()),
        graph.id(),
        graph.name(),
        graph.group(),
        graph.description(),
        graph.provenance().source(),
        graph.provenance().note(),
        graph.tasks().stream().map(t -> ProcessResponses.TaskResponse.of(t, cost)).toList(),
        path.tasks(),
        path.workingDays(),
        minutes,
        unitCost(book, process, cost),
        variations);
  }

  private static LedgerResponses.UnitCostResponse unitCost(
      CostBook book, CompiledProcess process, UnitCost cost) {
    return LedgerResponses.UnitCostResponse.of(
        book,
        process.graph(),
        cost,
        process.per().code(),
        process.graph().trigger() instanceof Trigger.Continuous);
  }

  private static ProcessResponses.ProcessSummary summary(CompiledProcess process) {
    UnitCost cost = process.unitCost(0);
    String per =
        process.graph().trigger() instanceof Trigger.Continuous
            ? process.per().code()
            : "occurrence";
    ProcessGraph g = process.graph();
    return new ProcessResponses.ProcessSummary(
        g.id(),
        g.name(),
        g.group(),
        g.description(),
        cost.perOccurrence().toPounds(),
        per,
        cost.basis().code(),
        cost.illustrative());
  }
}
