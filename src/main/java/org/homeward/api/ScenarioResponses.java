package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.PlacementMove;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
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

  /**
   * Before, after, and the difference; the stamp is that of the base, which is never changed. No
   * child and no pathways where a cohort alone is asked about.
   */
  @Serdeable
  record ScenarioResultResponse(
      Stamp stamp,
      String changedBook,
      ComparisonResponses.@Nullable CaseResponse child,
      String name,
      String sentence,
      List<ToldChange> changes,
      List<EffectResponse> pathways,
      List<ComparisonResponses.BreakEven> breakEvensBefore,
      List<ComparisonResponses.BreakEven> breakEvensAfter,
      @Nullable CohortEffectResponse cohort) {

    static ScenarioResultResponse of(CostedScenario costed) {
      CostedScenario.Routes routes = costed.routes();
      CostedScenario.OfCohort cohort = costed.cohort();
      ScenarioResult result = routes == null ? null : routes.result();
      return new ScenarioResultResponse(
          Stamp.of(costed.base().book(), costed.illustrative()),
          costed.changed().book().hash(),
          routes == null ? null : ComparisonResponses.CaseResponse.of(routes.read()),
          costed.scenario().name(),
          costed.sentence(),
          costed.told().stream().map(ToldChange::of).toList(),
          result == null ? List.of() : result.effects().stream().map(EffectResponse::of).toList(),
          result == null ? List.of() : breakEvens(result.base()),
          result == null ? List.of() : breakEvens(result.changed()),
          cohort == null ? null : CohortEffectResponse.of(cohort, costed.base().book()));
    }

    private static List<ComparisonResponses.BreakEven> breakEvens(Comparison comparison) {
      return comparison.breakEvens().stream().map(ComparisonResponses.BreakEven::of).toList();
    }
  }

  /** What the changes do to a cohort; numbers of few children are kept back. */
  @Serdeable
  record CohortEffectResponse(
      String id,
      String from,
      String to,
      List<ShareResponse> shares,
      boolean suppressed,
      @Nullable BigDecimal base,
      @Nullable BigDecimal changed,
      @Nullable BigDecimal difference,
      Map<String, BigDecimal> byComponent,
      Map<String, BigDecimal> byProcess,
      Map<String, BigDecimal> byPayer,
      List<CohortQuestionResponses.CohortStaffDifference> staff,
      List<String> by,
      List<CohortQuestionResponses.CohortDifference> groups) {

    static CohortEffectResponse of(CostedScenario.OfCohort cohort, CostBook book) {
      CohortWhatIf whatIf = cohort.whatIf();
      CohortWhatIf.Difference all = whatIf.all();
      boolean hidden = whatIf.isKeptBack();
      return new CohortEffectResponse(
          cohort.id(),
          whatIf.base().question().window().from().toString(),
          whatIf.base().question().window().to().toString(),
          cohort.moves().moves().stream().map(ShareResponse::of).toList(),
          hidden,
          hidden ? null : all.baseCost().toPounds(),
          hidden ? null : all.changedCost().toPounds(),
          hidden ? null : all.difference().toPounds(),
          hidden ? Map.of() : ComparisonResponses.pounds(whatIf.byComponent(), Component::code),
          hidden ? Map.of() : ComparisonResponses.pounds(whatIf.byProcess(), id -> id),
          hidden ? Map.of() : ComparisonResponses.pounds(whatIf.byPayer(), Payer::code),
          hidden
              ? List.of()
              : whatIf.staff(book.hourlyCosts()).stream()
                  .map(CohortQuestionResponses.CohortStaffDifference::of)
                  .toList(),
          whatIf.base().question().by().stream().map(Dimension::code).toList(),
          CohortQuestionResponses.suppressed(whatIf));
    }
  }

  /** A share of placements of one type that another provider gives. */
  @Serdeable
  record ShareResponse(
      String placement, String from, String to, BigDecimal share, String sentence) {
    static ShareResponse of(PlacementMove move) {
      return new ShareResponse(
          move.type().code(), move.from().code(), move.to().code(), move.share(), move.sentence());
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

  /**
   * What the changes do to one pathway; differences are changed less base. By role in pounds: what
   * the time of each costs, rounded once, where each line of a ledger is.
   */
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
      Map<String, BigDecimal> byRole,
      Map<String, BigDecimal> byPayer) {

    static EffectResponse of(ScenarioResult.Effect effect) {
      Map<String, BigDecimal> hours = new LinkedHashMap<>();
      effect
          .minutesByRole()
          .forEach((role, minutes) -> hours.put(role, Fractions.toDecimal(minutes.divide(60), 2)));
      return new EffectResponse(
          effect.pathway(),
          effect.name(),
          effect.base().toPounds(),
          effect.changed().toPounds(),
          effect.difference().toPounds(),
          ComparisonResponses.components(effect.byComponent()),
          ComparisonResponses.pounds(effect.byItem(), item -> item),
          hours,
          ComparisonResponses.pounds(effect.costByRole(), role -> role),
          ComparisonResponses.pounds(effect.byPayer(), Payer::code));
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
      Stamp stamp,
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
          Stamp.of(base.book(), true),
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
