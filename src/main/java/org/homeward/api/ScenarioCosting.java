package org.homeward.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.cohort.AfterCare;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.PlacementMoves;
import org.homeward.cohort.ShareChanges;
import org.homeward.costbook.CompiledBook;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CohortLoad;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.scenario.Scenario;
import org.homeward.scenario.ScenarioCalculator;
import org.homeward.scenario.ScenarioResult;
import org.jspecify.annotations.Nullable;

/** Costs what-ifs: each change goes to the numbers, routes or cohort that it is of. */
@Singleton
class ScenarioCosting {

  private final CurrentCatalogue current;
  private final CohortJobs cohorts;

  ScenarioCosting(CurrentCatalogue current, CohortJobs cohorts) {
    this.current = current;
    this.cohorts = cohorts;
  }

  /**
   * @throws InputException with every problem of the request
   */
  CostedScenario cost(ScenarioController.ScenarioRequest request, @Nullable String catalogue) {
    Problems problems = new Problems();
    Scenario scenario = scenario(request, problems);
    PlacementMoves moves = scenario == null ? null : moves(request, scenario, problems);
    CostedComparison asked =
        request.ofRoutes()
            ? CostedComparison.of(current, catalogue, request.asked(), problems)
            : null;
    problems.throwIfAny();
    if (scenario == null || moves == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    PublishedCatalogue published = current.at(catalogue);
    CompiledBook base = published.book();
    ScenarioCalculator calculator =
        new ScenarioCalculator(ParameterCatalogue.of(published.catalogue().inputs()), base);
    if (asked == null) {
      ScenarioCalculator.Changed changed = calculator.change(List.of(), scenario.changes());
      return new CostedScenario(
          scenario,
          base,
          changed.book(),
          changed.told(),
          null,
          cohort(request.cohort(), base, changed.book(), moves));
    }
    ScenarioResult result = calculator.calculate(asked.pathways(), scenario);
    return new CostedScenario(
        scenario,
        base,
        result.changedBook(),
        result.told(),
        new CostedScenario.Routes(asked.read(), result),
        cohort(request.cohort(), base, result.changedBook(), moves));
  }

  private static @Nullable PlacementMoves moves(
      ScenarioController.ScenarioRequest request, Scenario scenario, Problems problems) {
    try {
      PlacementMoves moves = ShareChanges.of(scenario.changes());
      if (request.cohort() == null && !moves.moves().isEmpty()) {
        problems.add(
            "cohort",
            null,
            "A share of placements moves, but no cohort is named.",
            "Name one of /api/cohorts: \"cohort\": {\"id\": …}.");
      }
      return moves;
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private CostedScenario.@Nullable OfCohort cohort(
      ScenarioController.@Nullable CohortRequest asked,
      CompiledBook base,
      CompiledBook changed,
      PlacementMoves moves) {
    if (asked == null) {
      return null;
    }
    String id = asked.id() == null ? "" : asked.id();
    return new CostedScenario.OfCohort(
        id, whatIf(cohorts.held(id), asked, base, changed, moves), moves);
  }

  /** A cohort by two books, the second with shares of its placements elsewhere. */
  static CohortWhatIf whatIf(
      CohortJobs.Held held,
      ScenarioController.CohortRequest asked,
      CompiledBook base,
      CompiledBook changed,
      PlacementMoves moves) {
    CostQuestion question = question(asked, held);
    return new CohortWhatIf(
        costs(base, held, question, PlacementMoves.NONE), costs(changed, held, question, moves));
  }

  private static CohortCosts costs(
      CompiledBook book, CohortJobs.Held held, CostQuestion question, PlacementMoves moves) {
    return new CohortCostCalculator(book, CohortLoad.threads())
        .calculate(
            held.histories(), held.fees(), question, moves, CohortCostCalculator.Progress.NONE);
  }

  private static CostQuestion question(
      ScenarioController.CohortRequest asked, CohortJobs.Held held) {
    String by = asked.by() == null ? "" : asked.by();
    CostQuestion question =
        CohortController.asked(by, asked.from(), asked.to(), "costs", true)
            .question(held.histories().observed());
    return Boolean.TRUE.equals(asked.afterCare())
        ? question.with(AfterCare.ILLUSTRATIVE)
        : question;
  }

  private static @Nullable Scenario scenario(
      ScenarioController.ScenarioRequest request, Problems problems) {
    int before = problems.list().size();
    List<Change> changes = changes(request.changes(), problems);
    if (problems.list().size() > before) {
      return null;
    }
    try {
      return new Scenario(request.name() == null ? "" : request.name(), changes);
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** The changes of a request as far as they can be read; what cannot is a problem. */
  static List<Change> changes(
      @Nullable List<ScenarioController.ChangeRequest> requests, Problems problems) {
    List<Change> changes = new ArrayList<>();
    List<ScenarioController.ChangeRequest> asked = Requests.orEmpty(requests);
    for (int i = 0; i < asked.size(); i++) {
      ScenarioController.ChangeRequest c = asked.get(i);
      String at = "changes[" + i + "]";
      String path = Requests.given(c.path(), at + ".path", problems);
      BigDecimal value = Requests.given(c.value(), at + ".value", problems);
      Change.Operation operation =
          Requests.code(
              c.operation(), at + ".operation", t -> Coded.of(Change.Operation.class, t), problems);
      String reason = c.reason() == null ? "" : c.reason();
      if (reason.isBlank()) {
        problems.add(
            at + ".reason",
            null,
            "The change has no reason.",
            "Say why, so that who reads the result can judge it.");
      }
      if (path != null && value != null && operation != null) {
        changes.add(new Change(path, operation, value, reason));
      }
    }
    return changes;
  }
}
