package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.scenario.ScenarioNumber;
import org.homeward.scenario.ScenarioResult;
import org.homeward.scenario.Solver;
import org.homeward.store.SavedScenario;
import org.jspecify.annotations.Nullable;

/** What-ifs as they travel. */
final class ScenarioResponses {

  private ScenarioResponses() {}

  /** Before, after, and the difference; the stamp is that of the base, which is never changed. */
  @Serdeable
  record ScenarioResultResponse(
      Responses.Stamp stamp,
      String changedBook,
      Responses.CaseResponse child,
      String name,
      String sentence,
      List<ToldChange> changes,
      List<EffectResponse> pathways,
      List<Responses.BreakEven> breakEvensBefore,
      List<Responses.BreakEven> breakEvensAfter) {

    static ScenarioResultResponse of(CostedScenario costed) {
      ScenarioResult result = costed.result();
      return new ScenarioResultResponse(
          Responses.Stamp.of(costed.base().book(), illustrative(result)),
          result.changedBook().book().hash(),
          Responses.CaseResponse.of(costed.read()),
          costed.scenario().name(),
          result.sentence(),
          result.told().stream().map(ToldChange::of).toList(),
          result.effects().stream().map(EffectResponse::of).toList(),
          result.base().breakEvens().stream().map(Responses.BreakEven::of).toList(),
          result.changed().breakEvens().stream().map(Responses.BreakEven::of).toList());
    }

    private static boolean illustrative(ScenarioResult result) {
      return result.changed().pathways().stream()
          .map(Comparison.CostedPathway::ledger)
          .anyMatch(l -> l.illustrative());
    }
  }

  /** A change as it came out; before and after are left out where one path means many numbers. */
  @Serdeable
  record ToldChange(
      String path, String name, @Nullable String before, @Nullable String after, String sentence) {
    static ToldChange of(ScenarioResult.Told told) {
      return new ToldChange(told.path(), told.name(), told.before(), told.after(), told.sentence());
    }
  }

  /** What the changes do to one pathway; differences are changed less base. */
  @Serdeable
  record EffectResponse(
      String id,
      String name,
      BigDecimal base,
      BigDecimal changed,
      BigDecimal difference,
      Map<String, BigDecimal> byComponent,
      Map<String, BigDecimal> byItem,
      Map<String, BigDecimal> hoursByRole,
      Map<String, BigDecimal> byPayer) {

    static EffectResponse of(ScenarioResult.Effect effect) {
      Map<String, BigDecimal> items = new LinkedHashMap<>();
      effect.byItem().forEach((item, sum) -> items.put(item, sum.toPounds()));
      Map<String, BigDecimal> hours = new LinkedHashMap<>();
      effect
          .minutesByRole()
          .forEach((role, minutes) -> hours.put(role, Fractions.toDecimal(minutes.divide(60), 2)));
      Map<String, BigDecimal> payers = new LinkedHashMap<>();
      effect.byPayer().forEach((payer, sum) -> payers.put(payer.code(), sum.toPounds()));
      return new EffectResponse(
          effect.pathway(),
          effect.name(),
          effect.base().toPounds(),
          effect.changed().toPounds(),
          effect.difference().toPounds(),
          Responses.components(effect.byComponent()),
          items,
          hours,
          payers);
    }
  }

  /** A saved scenario: its link, the question as it was asked, the version that answered. */
  @Serdeable
  record ScenarioResponse(
      String id,
      String name,
      String createdAt,
      String catalogue,
      String link,
      String report,
      ScenarioRequest question) {
    static ScenarioResponse of(SavedScenario saved, ScenarioRequest question) {
      return new ScenarioResponse(
          saved.id(),
          saved.name(),
          saved.createdAt().toString(),
          saved.catalogue(),
          "/api/scenarios/" + saved.id(),
          "/api/scenarios/" + saved.id() + "/report",
          question);
    }
  }

  /** A number of a pathway that can be changed. */
  @Serdeable
  record PathwayNumberResponse(String path, String name, String unit, BigDecimal value) {
    static PathwayNumberResponse of(ScenarioNumber number) {
      return new PathwayNumberResponse(
          number.path(),
          number.name(),
          number.unit(),
          Fractions.plain(Fractions.toDecimal(number.value(), 6)));
    }
  }

  /**
   * The value at which two pathways cost the same, as near as whole steps come, and its neighbour
   * at which the other is the dearer; both were costed.
   */
  @Serdeable
  record SolutionResponse(
      Responses.Stamp stamp,
      String path,
      String name,
      String unit,
      BigDecimal now,
      BigDecimal value,
      BigDecimal residual,
      BigDecimal neighbour,
      BigDecimal neighbourResidual,
      String sentence) {

    static SolutionResponse of(
        CompiledBook base,
        ScenarioNumber number,
        String first,
        String second,
        Solver.Solution solution) {
      BigDecimal value = solution.best().value();
      Pence residual = solution.best().difference();
      return new SolutionResponse(
          Responses.Stamp.of(base.book(), true),
          number.path(),
          number.name(),
          number.unit(),
          Fractions.plain(Fractions.toDecimal(number.value(), 6)),
          value,
          residual.toPounds(),
          solution.other().value(),
          solution.other().difference().toPounds(),
          solution.sentence(number, first, second));
    }
  }
}
