package org.homeward.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.costbook.CompiledBook;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/** What processes that happen so often a year ask of each role. */
@Controller("/api/workload")
@ExecuteOn(TaskExecutors.BLOCKING)
class WorkloadController {

  private final CurrentCatalogue current;

  WorkloadController(CurrentCatalogue current) {
    this.current = current;
  }

  /** How often each process happens in a year, and by which estimates. */
  @Serdeable
  record WorkloadRequest(
      @Nullable Map<String, BigDecimal> occurrences,
      ComparisonRequests.@Nullable Overrides overrides) {}

  @Operation(
      operationId = "calculateWorkload",
      summary = "Hours and full-time equivalents by role for so many processes a year",
      description =
          "Of a process that runs over time, its weeks, months or years are counted: see per at"
              + " /api/processes.",
      tags = "estimates")
  @Refusable
  @OfVersion
  @Post
  EstimateSetResponses.WorkloadResponse workload(
      @Body WorkloadRequest request, @Nullable @QueryValue String catalogue) {
    StampedBook stamped = current.bookWith(catalogue, request.overrides());
    CompiledBook book = stamped.book();
    Map<String, BigDecimal> asked =
        request.occurrences() == null ? Map.of() : request.occurrences();
    Problems problems = new Problems();
    if (asked.isEmpty()) {
      problems.add(
          "occurrences",
          null,
          "No process is named.",
          "Say how often each happens in a year, for instance {\"review\": 400}.");
    }
    Map<UnitCost, BigDecimal> occurrences = new LinkedHashMap<>();
    boolean illustrative = false;
    for (Map.Entry<String, BigDecimal> one : asked.entrySet()) {
      UnitCost cost = cost(book, one.getKey(), one.getValue(), problems);
      if (cost != null) {
        occurrences.put(cost, one.getValue());
        illustrative |= cost.illustrative();
      }
    }
    problems.throwIfAny();
    return new EstimateSetResponses.WorkloadResponse(
        stamped.stamp(illustrative),
        Workload.of(occurrences, book.book().hourlyCosts()).stream()
            .map(EstimateSetResponses.RoleWorkload::of)
            .toList());
  }

  private static @Nullable UnitCost cost(
      CompiledBook book, String process, @Nullable BigDecimal count, Problems problems) {
    if (count == null
        || count.signum() < 0
        || (long) count.precision() - count.scale() > 6
        || count.scale() > 6) {
      problems.add(
          "occurrences." + process,
          count,
          "The number must be between 0 and 999,999, with at most six decimals.",
          "Give how often the process happens in a year.");
      return null;
    }
    try {
      return book.process(process).unitCost(0);
    } catch (InputException e) {
      e.problems().forEach(p -> problems.add(p.within("occurrences")));
      return null;
    }
  }
}
