package org.homeward.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.CohortWhatIfExplanations;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.PlacementMove;
import org.homeward.cohort.PlacementMoves;
import org.homeward.cohort.Road;
import org.homeward.cohort.RoadComparison;
import org.homeward.cohort.RoadComparisonCalculator;
import org.homeward.cohort.RoadExplanations;
import org.homeward.cohort.RoadQuestion;
import org.homeward.cohort.ShareChanges;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.parameter.Change;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.scenario.Scenario;
import org.homeward.scenario.ScenarioCalculator;
import org.jspecify.annotations.Nullable;

/** What else can be asked of a cohort whose histories are in memory. */
@Controller("/api/cohorts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortQuestionController {

  private final CurrentCatalogue current;
  private final CohortJobs jobs;

  CohortQuestionController(CurrentCatalogue current, CohortJobs jobs) {
    this.current = current;
    this.jobs = jobs;
  }

  /**
   * What would be different.
   *
   * @param by dimensions with commas; none for one sum
   * @param move a share of placements that another provider gives
   * @param changes to numbers of the cost book and to shares of placements, in order
   * @param afterCare whether the homes after adoption and special guardianship are counted as well
   */
  @Serdeable
  record CohortWhatIfRequest(
      @Nullable String by,
      @Nullable String from,
      @Nullable String to,
      @Nullable CohortMoveRequest move,
      @Nullable List<ScenarioRequest.ChangeRequest> changes,
      @Nullable Boolean afterCare,
      @Nullable Boolean suppress) {}

  /** A share of placements of one type that another provider gives. */
  @Serdeable
  record CohortMoveRequest(
      @Nullable String placement,
      @Nullable String from,
      @Nullable String to,
      @Nullable BigDecimal share,
      @Nullable String reason) {}

  @Operation(
      operationId = "askCohortWhatIf",
      summary = "What a cohort would cost if something were different",
      description =
          "A share of placements with another provider, changes to numbers of the cost book, or"
              + " both: the difference by group in pounds, and in full-time staff. Asked while the"
              + " service holds the histories.",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(implementation = CohortQuestionResponses.CohortWhatIfResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "The question is not understood, or cannot be answered any more",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Absent
  @Post(value = "/what-if", consumes = MediaType.APPLICATION_JSON)
  CohortQuestionResponses.CohortWhatIfResponse whatIf(
      String id, @Body CohortWhatIfRequest request) {
    Asked asked = asked(id, request);
    return CohortQuestionResponses.CohortWhatIfResponse.of(
        asked.held().book().book(),
        asked.costed(asked.question()),
        asked.reasons(),
        Boolean.TRUE.equals(request.suppress()));
  }

  @Operation(
      operationId = "explainCohortWhatIf",
      summary = "Why a figure of a cohort's what-if is what it is: before, after, or the change",
      description =
          "Of every group of the answer, or of the whole cohort, down to nights at each fee and processes by kind of case. With suppress small numbers are kept back.",
      tags = "explanations")
  @Parameter(
      name = "group",
      in = ParameterIn.QUERY,
      description =
          "A value of each dimension of the question, with commas between, all for any; left out, the whole cohort",
      schema = @Schema(type = "string"),
      example = "agency")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "before/, after/ or change/ and then total, COMPONENT, COMPONENT/PROCESS, payer/PAYER, nights, mean-per-child, per-night-in-care, hours, hours/ROLE, role/ROLE or full-time/ROLE",
      schema = @Schema(type = "string"),
      example = "change/placement")
  @Refusable
  @Absent
  @Post(value = "/what-if/explain", consumes = MediaType.APPLICATION_JSON)
  ExplanationResponses.ExplanationResponse explainWhatIf(
      String id,
      @Body CohortWhatIfRequest request,
      @QueryValue(defaultValue = "") String group,
      @QueryValue(defaultValue = CostedScenario.CHANGE_OF_TOTAL) String figure) {
    Asked asked = asked(id, request);
    boolean suppress = Boolean.TRUE.equals(request.suppress());
    CohortWhatIf whatIf = asked.costed(asked.question().withFeesApart());
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(asked.held().book()),
        new CohortWhatIfExplanations(asked.held().book(), asked.changed(), suppress)
            .of(whatIf, Fields.list(group), figure));
  }

  /**
   * A what-if that has been read.
   *
   * @param changed the book after the changes
   */
  private record Asked(
      CohortAnswers.Held held,
      CostQuestion question,
      CompiledBook changed,
      PlacementMoves moves,
      List<String> reasons) {

    CohortWhatIf costed(CostQuestion of) {
      return ScenarioCosting.whatIf(held, of, held.book(), changed, moves);
    }
  }

  private Asked asked(String id, CohortWhatIfRequest request) {
    CohortAnswers.Held held = jobs.answers().held(id);
    List<Change> changes = changes(request);
    PlacementMoves moves = moves(request, changes);
    if (changes.isEmpty() && moves.moves().isEmpty()) {
      throw new InputException(
          Problem.of("changes", null, "Nothing is different.", "Give a move or a change."));
    }
    List<String> reasons =
        new ArrayList<>(moves.moves().stream().map(PlacementMove::reason).toList());
    changes.stream().filter(c -> !c.isOfCohort()).forEach(c -> reasons.add(c.reason()));
    CostQuestion question =
        ScenarioCosting.question(
            new ScenarioRequest.CohortRequest(
                id, request.by(), request.from(), request.to(), request.afterCare()),
            held);
    return new Asked(held, question, changed(held, changes), moves, reasons);
  }

  /** The one move of the request, then those that its changes make. */
  private static PlacementMoves moves(CohortWhatIfRequest request, List<Change> changes) {
    List<PlacementMove> moves = new ArrayList<>();
    PlacementMove move = request.move() == null ? null : move(request.move());
    if (move != null) {
      moves.add(move);
    }
    moves.addAll(ShareChanges.of(changes).moves());
    return new PlacementMoves(moves);
  }

  private static @Nullable PlacementMove move(CohortMoveRequest request) {
    Problems problems = new Problems();
    PlacementType type =
        Fields.code(request.placement(), "move.placement", PlacementType::of, problems);
    Provider from = Fields.code(request.from(), "move.from", Provider::of, problems);
    Provider to = Fields.code(request.to(), "move.to", Provider::of, problems);
    if (request.share() == null) {
      problems.add("move.share", null, "The share is missing.", "Write 0.1 for 10 %.");
    }
    problems.throwIfAny();
    if (type == null || from == null || to == null || request.share() == null) {
      return null;
    }
    String reason = request.reason() == null ? "" : request.reason();
    return new PlacementMove(type, from, to, request.share(), reason);
  }

  private static List<Change> changes(CohortWhatIfRequest request) {
    Problems problems = new Problems();
    List<Change> changes = ScenarioRequest.changes(request.changes(), problems);
    problems.throwIfAny();
    return changes.isEmpty() ? changes : new Scenario("what-if", changes).changes();
  }

  private CompiledBook changed(CohortAnswers.Held held, List<Change> changes) {
    CompiledBook book = held.book();
    if (changes.stream().allMatch(Change::isOfCohort)) {
      return book; // so that its version need not be read again
    }
    return new ScenarioCalculator(current.parameters(book.book().hash()), book)
        .change(List.of(), changes)
        .book();
  }

  @Operation(
      operationId = "compareCohortRoads",
      summary = "What two roads cost on the children who took them",
      description =
          "Children of the second road are weighted to be like those of the first in age at entry,"
              + " need, first placement and placements in the first six months; the balance, what"
              + " is left out and what it cannot show stand beside the difference.",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(implementation = CohortQuestionResponses.RoadComparisonResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "The question is not understood, or cannot be answered any more",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Absent
  @Get("/roads")
  CohortQuestionResponses.RoadComparisonResponse roads(
      String id,
      @QueryValue(defaultValue = "adoption") String first,
      @QueryValue(defaultValue = "foster-care") String second,
      @QueryValue(defaultValue = "24") int months,
      @QueryValue(defaultValue = "1") long seed,
      @QueryValue(defaultValue = "1000") int resamples) {
    CohortAnswers.Held held = jobs.answers().held(id);
    return CohortQuestionResponses.RoadComparisonResponse.of(
        held.book().book(), compared(held, first, second, months, seed, resamples));
  }

  @Operation(
      operationId = "explainCohortRoads",
      summary = "Why two roads cost what they cost on the children who took them",
      description =
          "Down to strata of children who are alike when care begins. With suppress strata, which may be of few children, are not told apart.",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = "difference (default), first or second: a mean; low or high: of the interval",
      schema = @Schema(type = "string"),
      example = "second")
  @Refusable
  @Absent
  @Get("/roads/explain")
  ExplanationResponses.ExplanationResponse explainRoads(
      String id,
      @QueryValue(defaultValue = "adoption") String first,
      @QueryValue(defaultValue = "foster-care") String second,
      @QueryValue(defaultValue = "24") int months,
      @QueryValue(defaultValue = "1") long seed,
      @QueryValue(defaultValue = "1000") int resamples,
      @QueryValue(defaultValue = RoadExplanations.DIFFERENCE) String figure,
      @QueryValue(defaultValue = "false") boolean suppress) {
    CohortAnswers.Held held = jobs.answers().held(id);
    RoadComparison compared = compared(held, first, second, months, seed, resamples);
    return ExplanationResponses.ExplanationResponse.told(
        StampedBook.of(held.book()).stamp(true), // as the comparison itself
        new RoadExplanations(compared, suppress).of(figure));
  }

  private static RoadComparison compared(
      CohortAnswers.Held held, String first, String second, int months, long seed, int resamples) {
    Problems problems = new Problems();
    Road one = Fields.code(first, "first", Road::of, problems);
    Road other = Fields.code(second, "second", Road::of, problems);
    problems.throwIfAny();
    if (one == null || other == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    return new RoadComparisonCalculator(held.book())
        .calculate(
            held.histories(), held.fees(), new RoadQuestion(one, other, months, seed, resamples));
  }
}
