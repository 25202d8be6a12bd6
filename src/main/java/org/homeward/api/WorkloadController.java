package org.homeward.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.StaffTimeExplanations;
import org.homeward.pathway.LineSource;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Fractions;
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
    Asked asked = asked(request, catalogue);
    return new EstimateSetResponses.WorkloadResponse(
        asked.stamped().stamp(asked.illustrative()),
        LineSource.workload(asked.times()).ofRoles(asked.book().book().hourlyCosts()).stream()
            .map(EstimateSetResponses.RoleWorkload::of)
            .toList());
  }

  @Operation(
      operationId = "explainWorkload",
      summary = "Why a role has so many hours or full-time equivalents",
      description = "Down to how often each process happens, its minutes and their answers.",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "hours (default), hours/ROLE or full-time/ROLE, or role/ROLE: what its time costs",
      schema = @Schema(type = "string"),
      example = "full-time/social-worker")
  @Refusable
  @OfVersion
  @Post("/explain")
  ExplanationResponses.ExplanationResponse explain(
      @Body WorkloadRequest request,
      @QueryValue(defaultValue = StaffTimeExplanations.HOURS) String figure,
      @Nullable @QueryValue String catalogue) {
    Asked asked = asked(request, catalogue);
    StaffTimeExplanations time =
        new StaffTimeExplanations(
            new ExplanationCalculator(asked.book()), asked.times(), "Yearly", true);
    if (!time.has(figure)) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of this workload.",
              "Use hours, or hours/, full-time/ or role/ and a role that it has."));
    }
    return ExplanationResponses.ExplanationResponse.of(asked.stamped(), time.of(figure));
  }

  /**
   * A question that has been read.
   *
   * @param times how often each process happens in a year, in the order of the request
   */
  private record Asked(StampedBook stamped, Map<LineSource.OfProcess, BigFraction> times) {

    CompiledBook book() {
      return stamped.book();
    }

    boolean illustrative() {
      return times.keySet().stream().anyMatch(LineSource.OfProcess::illustrative);
    }
  }

  private Asked asked(WorkloadRequest request, @Nullable String catalogue) {
    StampedBook stamped = current.bookWith(catalogue, request.overrides());
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
    Map<LineSource.OfProcess, BigFraction> times = new LinkedHashMap<>();
    asked.forEach(
        (process, count) -> {
          LineSource.OfProcess known = process(stamped.book(), process, count, problems);
          if (known != null) {
            times.put(known, Fractions.of(count));
          }
        });
    problems.throwIfAny();
    return new Asked(stamped, times);
  }

  private static LineSource.@Nullable OfProcess process(
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
      return new LineSource.OfProcess(book.process(process), 0);
    } catch (InputException e) {
      e.problems().forEach(p -> problems.add(p.within("occurrences")));
      return null;
    }
  }
}
