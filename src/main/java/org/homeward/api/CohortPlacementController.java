package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.DearestExplanations;
import org.homeward.cohort.DearestPlacementsCalculator;
import org.homeward.cohort.Suppression;
import org.homeward.costbook.CostBook;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Fractions;
import org.homeward.returns.ChildHistories;
import org.jspecify.annotations.Nullable;

/** The placements of a cohort that cost the most. */
@Controller("/api/cohorts/{id}/dearest")
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortPlacementController {

  private static final int MOST = 1000;

  private final CohortJobs jobs;

  CohortPlacementController(CohortJobs jobs) {
    this.jobs = jobs;
  }

  /**
   * The share of the spend on fees that goes on the dearest placements.
   *
   * @param placements in all
   * @param suppressed whether numbers of few children are kept back
   */
  @Serdeable
  record DearestResponse(
      Stamp stamp,
      String from,
      String to,
      int most,
      boolean suppressed,
      @Nullable Integer placements,
      @Nullable BigDecimal spend,
      @Nullable BigDecimal spendOnDearest,
      @Nullable BigDecimal share,
      List<DearestPlacement> dearest,
      List<String> notes) {

    static DearestResponse of(
        CostBook book,
        DateSpan window,
        int most,
        boolean suppress,
        DearestPlacementsCalculator.Result result,
        ChildHistories histories) {
      boolean hidden = suppress && result.tellsOfFew(Suppression.MOST);
      return new DearestResponse(
          Stamp.of(book, true),
          window.from().toString(),
          window.to().toString(),
          most,
          hidden,
          hidden ? null : result.placements(),
          hidden ? null : result.share().spend().toPounds(),
          hidden ? null : result.share().spendOnDearest().toPounds(),
          hidden ? null : Fractions.toDecimal(result.share().share(), 4),
          suppress
              ? List.of()
              : result.dearest().stream().map(p -> DearestPlacement.of(p, histories)).toList(),
          List.of(
              "Fees of placements alone, without case management.",
              "A placement lasts as long as a child stays with a carer; its fees are those within"
                  + " the days asked for."));
    }
  }

  /** One placement, of a child under its pseudonym. */
  @Serdeable
  record DearestPlacement(
      String pseudonym,
      String placement,
      String provider,
      String from,
      String to,
      BigDecimal spend) {
    static DearestPlacement of(DearestPlacementsCalculator.Placement p, ChildHistories histories) {
      return new DearestPlacement(
          histories.child(p.child()).pseudonym().toString(),
          p.type().code(),
          p.provider().code(),
          p.days().from().toString(),
          p.days().to().toString(),
          p.spend().toPounds());
    }
  }

  /** Asked while the service holds the histories. */
  @Operation(
      operationId = "listDearestPlacements",
      summary = "What share of the fees of a cohort goes on its dearest placements",
      tags = "cohorts")
  @Refusable
  @Absent
  @Get
  DearestResponse dearest(
      String id,
      @QueryValue(defaultValue = "10") int most,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @QueryValue(defaultValue = "false") boolean suppress) {
    Asked asked = asked(id, most, from, to, suppress);
    return DearestResponse.of(
        asked.held().book().book(),
        asked.question().window(),
        most,
        suppress,
        new DearestPlacementsCalculator(asked.held().book())
            .calculate(
                asked.held().histories(), asked.held().fees(), asked.question().window(), most),
        asked.held().histories());
  }

  @Operation(
      operationId = "explainDearestPlacements",
      summary = "Why so much of the fees of a cohort goes on its dearest placements",
      description =
          "The fees of each of them line by line, and those of all placements by nights at each fee. With suppress neither is told apart.",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = "share (default), spend or spend-on-dearest",
      schema = @Schema(type = "string"),
      example = "spend-on-dearest")
  @Refusable
  @Absent
  @Get("/explain")
  ExplanationResponses.ExplanationResponse explain(
      String id,
      @QueryValue(defaultValue = "10") int most,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @QueryValue(defaultValue = "false") boolean suppress,
      @QueryValue(defaultValue = DearestExplanations.SHARE) String figure) {
    Asked asked = asked(id, most, from, to, suppress);
    CohortAnswers.Held held = asked.held();
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(held.book()),
        held.dearest(held.book(), asked.question(), most, suppress, figure));
  }

  private record Asked(CohortAnswers.Held held, CostQuestion question) {}

  private Asked asked(
      String id, int most, @Nullable String from, @Nullable String to, boolean suppress) {
    Problems problems = new Problems();
    if (most < 1 || most > MOST) {
      problems.add("most", most, "It must be from 1 to " + MOST + ".", "Ask for 10.");
    }
    problems.throwIfAny();
    CohortAnswers.Held held = jobs.answers().held(id);
    return new Asked(
        held,
        CohortController.asked("", from, to, "costs", suppress)
            .question(held.histories().observed()));
  }
}
