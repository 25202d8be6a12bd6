package org.homeward.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.homeward.cohort.AfterCare;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.PlacementMoves;
import org.homeward.cohort.ShareChanges;
import org.homeward.costbook.CompiledBook;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CohortLoad;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
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

  /** A question that has been read, and what costs it. */
  private record Read(
      Scenario scenario,
      PlacementMoves moves,
      @Nullable CostedComparison routes,
      CompiledBook base,
      ScenarioCalculator calculator) {

    ScenarioResult ofRoutes(CostedComparison asked) {
      return calculator.calculate(asked.pathways(), scenario);
    }
  }

  /**
   * @throws InputException with every problem of the request
   */
  CostedScenario cost(ScenarioRequest request, @Nullable String catalogue) {
    Read read = read(request, catalogue);
    CostedComparison routes = read.routes();
    if (routes == null) {
      ScenarioCalculator.Changed changed =
          read.calculator().change(List.of(), read.scenario().changes());
      return new CostedScenario(
          read.scenario(),
          read.base(),
          changed.book(),
          changed.told(),
          null,
          cohort(request.cohort(), read.base(), changed.book(), read.moves()));
    }
    ScenarioResult result = read.ofRoutes(routes);
    return new CostedScenario(
        read.scenario(),
        read.base(),
        result.changedBook(),
        result.told(),
        new CostedScenario.Routes(routes.read(), result),
        cohort(request.cohort(), read.base(), result.changedBook(), read.moves()));
  }

  /**
   * What the changes do to the routes alone, whatever cohort is named beside them.
   *
   * @throws InputException with every problem of the request, or if it has no routes
   */
  ScenarioResult ofRoutes(ScenarioRequest request, @Nullable String catalogue) {
    Read read = read(request, catalogue);
    CostedComparison routes = read.routes();
    if (routes == null) {
      throw CostedScenario.withoutRoutes();
    }
    return read.ofRoutes(routes);
  }

  private Read read(ScenarioRequest request, @Nullable String catalogue) {
    Problems problems = new Problems();
    Scenario scenario = request.scenario(problems);
    PlacementMoves moves = scenario == null ? null : moves(request, scenario, problems);
    CostedComparison routes =
        request.ofRoutes()
            ? CostedComparison.of(current, catalogue, request.asked(), problems)
            : null;
    problems.throwIfAny();
    if (scenario == null || moves == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    PublishedCatalogue published = current.at(catalogue);
    return new Read(
        scenario,
        moves,
        routes,
        published.book(),
        new ScenarioCalculator(published.parameters(), published.book()));
  }

  private static @Nullable PlacementMoves moves(
      ScenarioRequest request, Scenario scenario, Problems problems) {
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
      ScenarioRequest.@Nullable CohortRequest asked,
      CompiledBook base,
      CompiledBook changed,
      PlacementMoves moves) {
    if (asked == null) {
      return null;
    }
    String id = asked.id() == null ? "" : asked.id();
    CohortAnswers.Held held = cohorts.answers().held(id);
    return new CostedScenario.OfCohort(
        id, whatIf(held, question(asked, held), base, changed, moves), moves);
  }

  /** A cohort by two books, the second with shares of its placements elsewhere. */
  static CohortWhatIf whatIf(
      CohortAnswers.Held held,
      CostQuestion question,
      CompiledBook base,
      CompiledBook changed,
      PlacementMoves moves) {
    return new CohortWhatIf(
        costs(base, held, question, PlacementMoves.NONE), costs(changed, held, question, moves));
  }

  private static CohortCosts costs(
      CompiledBook book, CohortAnswers.Held held, CostQuestion question, PlacementMoves moves) {
    return new CohortCostCalculator(book, CohortLoad.threads())
        .calculate(
            held.histories(), held.fees(), question, moves, CohortCostCalculator.Progress.NONE);
  }

  static CostQuestion question(ScenarioRequest.CohortRequest asked, CohortAnswers.Held held) {
    String by = asked.by() == null ? "" : asked.by();
    CostQuestion question =
        CohortController.asked(by, asked.from(), asked.to(), "costs", true)
            .question(held.histories().observed());
    return Boolean.TRUE.equals(asked.afterCare())
        ? question.with(AfterCare.ILLUSTRATIVE)
        : question;
  }
}
