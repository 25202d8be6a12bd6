package org.homeward.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
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
      CurrentCatalogue current,
      @Nullable String catalogue,
      ScenarioController.ScenarioRequest request) {
    Problems problems = new Problems();
    Scenario scenario = scenario(request, problems);
    CostedComparison asked = CostedComparison.of(current, catalogue, request.asked(), problems);
    if (scenario == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    List<Pathway> pathways = asked.pathways();
    ParameterCatalogue parameters =
        ParameterCatalogue.of(current.at(catalogue).catalogue().inputs());
    return new CostedScenario(
        scenario,
        asked.book(),
        asked.read(),
        new ScenarioCalculator(parameters, asked.book()).calculate(pathways, scenario));
  }

  private static @Nullable Scenario scenario(
      ScenarioController.ScenarioRequest request, Problems problems) {
    List<Change> changes = new ArrayList<>();
    List<ScenarioController.ChangeRequest> asked = Requests.orEmpty(request.changes());
    int before = problems.list().size();
    for (int i = 0; i < asked.size(); i++) {
      ScenarioController.ChangeRequest c = asked.get(i);
      String at = "changes[" + i + "]";
      String path = Requests.given(c.path(), at + ".path", problems);
      BigDecimal value = Requests.given(c.value(), at + ".value", problems);
      Change.Operation operation =
          Requests.code(
              c.operation(), at + ".operation", t -> Coded.of(Change.Operation.class, t), problems);
      if (path != null && value != null && operation != null) {
        changes.add(new Change(path, operation, value, c.reason() == null ? "" : c.reason()));
      }
    }
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
}
