package org.homeward.api;

import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.scenario.Scenario;
import org.homeward.scenario.ScenarioCalculator;
import org.homeward.scenario.ScenarioResult;
import org.jspecify.annotations.Nullable;

/** A what-if that a request asked for, with the book and the case it is of. */
record CostedScenario(
    Scenario scenario, CompiledBook base, Requests.CaseRead read, ScenarioResult result) {

  /**
   * @throws InputException with every problem of the request
   */
  static CostedScenario of(
      CurrentCatalogue current, @Nullable String catalogue, ScenarioRequest request) {
    Problems problems = new Problems();
    Scenario scenario = request.scenario(problems);
    CostedComparison asked = CostedComparison.of(current, catalogue, request.asked(), problems);
    if (scenario == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    List<Pathway> pathways = asked.pathways();
    return new CostedScenario(
        scenario,
        asked.book(),
        asked.read(),
        new ScenarioCalculator(current.parameters(catalogue), asked.book())
            .calculate(pathways, scenario));
  }
}
