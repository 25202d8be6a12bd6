package org.homeward.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.CohortWhatIfExplanations;
import org.homeward.cohort.PlacementMove;
import org.homeward.cohort.PlacementMoves;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.WeeksInYear;
import org.homeward.report.CohortScenarioReport;
import org.homeward.report.Document;
import org.homeward.report.ScenarioReport;
import org.homeward.report.ScenarioWorkbook;
import org.homeward.scenario.Scenario;
import org.homeward.scenario.ScenarioExplanations;
import org.homeward.scenario.ScenarioResult;
import org.jspecify.annotations.Nullable;

/**
 * A what-if that a request asked for, before and after its changes: of routes, of a cohort, or of
 * both.
 *
 * @param base the book before the changes
 * @param told the changes of the book alone, where there are no routes
 */
record CostedScenario(
    Scenario scenario,
    CompiledBook base,
    CompiledBook changed,
    List<ScenarioResult.Told> told,
    @Nullable Routes routes,
    @Nullable OfCohort cohort) {

  /** By how much a total changes. */
  static final String CHANGE_OF_TOTAL = "change/total";

  /**
   * Why a figure is what it is.
   *
   * @param pathway id of a route; null for the cohort, or the first route where there is none
   * @param figure as {@link ScenarioExplanations} has it; of a cohort as {@link
   *     CohortWhatIfExplanations} has it
   * @throws InputException if there is no such route or figure
   */
  Explanation explain(@Nullable String pathway, String figure) {
    return pathway == null && cohort != null
        ? cohort.explain(base, changed, figure)
        : ofRoutes().explain(pathway, figure);
  }

  /** Routes of a child. */
  record Routes(CaseRequests.CaseRead read, ScenarioResult result) {

    Explanation explain(@Nullable String pathway, String figure) {
      List<Comparison.CostedPathway> after = result.changed().pathways();
      for (int i = 0; i < after.size(); i++) {
        if (pathway == null || after.get(i).pathway().id().equals(pathway)) {
          return new ScenarioExplanations(result, result.base().pathways().get(i), after.get(i))
              .of(figure, WeeksInYear.ACTUAL_DAYS);
        }
      }
      throw new InputException(
          Problem.of(
              "pathway",
              pathway,
              "The what-if is not about this route.",
              "Use one of "
                  + after.stream().map(p -> p.pathway().id()).collect(Collectors.joining(", "))
                  + "."));
    }
  }

  /** The children of returns, and which shares of their placements move. */
  record OfCohort(String id, CohortWhatIf whatIf, PlacementMoves moves) {

    String sentence() {
      return whatIf.all().sentence("The cohort");
    }

    /** A figure of all children; fees and kinds of case, which may be of few, stay together. */
    Explanation explain(CompiledBook base, CompiledBook changed, String figure) {
      return new CohortWhatIfExplanations(base, changed, true).of(whatIf, List.of(), figure);
    }
  }

  /** What is changed, in sentences: numbers, then shares of a cohort. */
  List<String> changes() {
    List<String> sentences =
        new ArrayList<>(told.stream().map(ScenarioResult.Told::sentence).toList());
    if (cohort != null) {
      cohort.moves().moves().stream().map(PlacementMove::sentence).forEach(sentences::add);
    }
    return sentences;
  }

  /** What that does, in sentences. */
  List<String> effects() {
    List<String> sentences = new ArrayList<>();
    if (routes != null) {
      routes.result().effects().forEach(e -> sentences.add(e.sentence()));
    }
    if (cohort != null) {
      sentences.add(
          cohort.whatIf().isKeptBack()
              ? "What the cohort costs is kept back: it has so few children."
              : cohort.sentence());
    }
    return sentences;
  }

  static InputException withoutRoutes() {
    return new InputException(
        Problem.of(
            "templates",
            null,
            "This what-if has no routes, and only routes are shown here.",
            "Ask for its result or report over HTTP, or name routes and a child beside the cohort."));
  }

  /**
   * @throws InputException if no routes are asked about
   */
  Routes ofRoutes() {
    if (routes == null) {
      throw withoutRoutes();
    }
    return routes;
  }

  /**
   * A report of it.
   *
   * @param workbook makes it as a workbook
   */
  record Report(Document document, Supplier<byte[]> workbook) {}

  /**
   * @param stamp what the answer was made from, by name
   */
  Report report(Map<String, String> stamp) {
    String title = "What if: " + scenario.name();
    CohortWhatIf whatIf = cohort == null ? null : cohort.whatIf();
    if (routes == null && whatIf != null) {
      CohortScenarioReport report =
          CohortScenarioReport.of(title, base, whatIf, changes(), effects(), stamp);
      return new Report(report.document(), report::workbook);
    }
    ScenarioReport report =
        ScenarioReport.of(title, base, ofRoutes().result(), whatIf, changes(), effects(), stamp);
    return new Report(report.document(), () -> ScenarioWorkbook.of(report));
  }

  boolean illustrative() {
    return (routes != null
            && routes.result().changed().pathways().stream()
                .anyMatch(p -> p.ledger().illustrative()))
        || (cohort != null && cohort.whatIf().changed().all().illustrative());
  }

  String sentence() {
    return Stream.concat(changes().stream(), effects().stream()).collect(Collectors.joining(" "));
  }
}
