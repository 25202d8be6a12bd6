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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.PlacementMove;
import org.homeward.cohort.PlacementMoves;
import org.homeward.cohort.Road;
import org.homeward.cohort.RoadComparisonCalculator;
import org.homeward.cohort.RoadQuestion;
import org.homeward.cohort.ShareChanges;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.parameter.Change;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
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
    CohortAnswers.Held held = jobs.answers().held(id);
    List<Change> changes = changes(request);
    PlacementMoves moves = moves(request, changes);
    if (changes.isEmpty() && moves.moves().isEmpty()) {
      Problems problems = new Problems();
      problems.add("changes", null, "Nothing is different.", "Give a move or a change.");
      problems.throwIfAny();
    }
    CohortWhatIf whatIf =
        ScenarioCosting.whatIf(
            held,
            new ScenarioRequest.CohortRequest(
                id, request.by(), request.from(), request.to(), request.afterCare()),
            held.book(),
            changed(held, changes),
            moves);
    List<String> reasons =
        new ArrayList<>(moves.moves().stream().map(PlacementMove::reason).toList());
    changes.stream().filter(c -> !c.isOfCohort()).forEach(c -> reasons.add(c.reason()));
    return CohortQuestionResponses.CohortWhatIfResponse.of(
        held.book().book(), whatIf, reasons, Boolean.TRUE.equals(request.suppress()));
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
    PlacementType type = code("move.placement", request.placement(), PlacementType.class, problems);
    Provider from = code("move.from", request.from(), Provider.class, problems);
    Provider to = code("move.to", request.to(), Provider.class, problems);
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

  private static <E extends Enum<E> & Coded> @Nullable E code(
      String field, @Nullable String code, Class<E> kind, Problems problems) {
    return problems.attempt(
        field, code, "Use a known code.", () -> Coded.of(kind, code == null ? "" : code));
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
    Problems problems = new Problems();
    Road one = code("first", first, Road.class, problems);
    Road other = code("second", second, Road.class, problems);
    problems.throwIfAny();
    RoadQuestion question =
        new RoadQuestion(
            one == null ? Road.ADOPTION : one,
            other == null ? Road.FOSTER_CARE : other,
            months,
            seed,
            resamples);
    return CohortQuestionResponses.RoadComparisonResponse.of(
        held.book().book(),
        new RoadComparisonCalculator(held.book())
            .calculate(held.histories(), held.fees(), question));
  }
}
