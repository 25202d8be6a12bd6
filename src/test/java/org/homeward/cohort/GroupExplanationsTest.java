package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Rule;
import org.homeward.history.EventType;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Rate;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.Route;
import org.homeward.unitcost.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any figure of a cohort goes down to fees, unit costs, minutes and sources, to the penny. */
class GroupExplanationsTest {

  private static final CompiledBook SHIPPED =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  private static final List<Dimension> BY = List.of(Dimension.PLACEMENT, Dimension.NEED);

  private static ChildHistories random(int seed) {
    return Cohorts.of(Cohorts.random(RandomSource.XO_RO_SHI_RO_128_PP.create(seed), 60));
  }

  private static CohortCosts costs(ChildHistories histories, CostQuestion question) {
    return new CohortCostCalculator(SHIPPED, 2).calculate(histories, question);
  }

  private static CostQuestion question(ChildHistories histories) {
    return CostQuestion.of(BY, histories.observed());
  }

  /**
   * Two children at £700 a week – £100 a night: one for 92 nights, one for 8; each visited once for
   * an hour and a half at £50.53 (worked example 1), £75.79 to the penny.
   */
  @Test
  void twoChildrenAreAHundredNightsAtAHundredPoundsAndTwoVisits() {
    ProcessGraph visit = Books.visit(EventType.CARE_START, 90);
    CompiledBook book =
        Books.book(
            List.of(visit),
            List.of(Books.fee(PlacementType.FOSTER, "2015-04-01", "700", Rate.Per.WEEK)),
            List.of());
    ChildHistories histories =
        Cohorts.of(
            List.of(
                Cohorts.child(
                    1,
                    "2010-01-01",
                    Route.HOME,
                    List.of(
                        Cohorts.stay(
                            "2022-05-01",
                            "2022-08-01",
                            Cohorts.FOSTER,
                            Cohorts.OWN,
                            Cohorts.STARTS))),
                Cohorts.child(
                    2,
                    "2012-01-01",
                    Route.HOME,
                    List.of(
                        Cohorts.stay(
                            "2022-05-01",
                            "2022-05-09",
                            Cohorts.FOSTER,
                            Cohorts.PRIVATE,
                            Cohorts.STARTS)))));
    CohortCosts costs =
        new CohortCostCalculator(book, 1)
            .calculate(histories, CostQuestion.of(List.of(), histories.observed()).withFeesApart());
    GroupExplanations explanations = new GroupExplanations(book, false);

    Explanation placement = explanations.of(costs.all(), Component.PLACEMENT.code());
    assertThat(placement.written()).isEqualTo("£10,000.00");
    Explanation nights = placement.parts().get(0).parts().get(0);
    assertThat(nights.rule()).isEqualTo(Rule.PRODUCT);
    assertThat(nights.parts())
        .extracting(Explanation::written)
        .containsExactly("£100.00 a day", "100 nights");
    Explanation visits = explanations.of(costs.all(), Component.CASE_MANAGEMENT.code());
    assertThat(visits.written()).isEqualTo("£151.58"); // 2 × 75.79
    assertThat(visits.parts().get(0).parts().get(0).parts())
        .extracting(Explanation::written)
        .containsExactly("£75.79", "2");
    assertThat(inputs(visits)).anyMatch(i -> i.written().equals("1 h 30 min"));
    assertThat(explanations.of(costs.all(), GroupExplanations.A_CHILD).written())
        .isEqualTo("£5,075.79"); // (10,000 + 151.58) ÷ 2
    assertThat(explanations.of(costs.all(), GroupExplanations.NIGHTS).written())
        .isEqualTo("100 nights");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyFigureOfEveryGroupAddsUpToThePennyAndEndsInWhatIsGiven(int seed) {
    ChildHistories histories = random(seed);
    CohortCosts costs = costs(histories, question(histories).withFeesApart());
    for (boolean keepsBack : List.of(false, true)) {
      GroupExplanations explanations = new GroupExplanations(SHIPPED, keepsBack);
      for (GroupCosts group : Suppression.shown(costs)) {
        Explanation total = explanations.of(group, GroupExplanations.TOTAL);
        assertThat(total.value()).isEqualTo(group.total().pounds());
        assertThat(total.illustrative())
            .as("also where fees and cases are not told apart")
            .isTrue();
        group
            .byComponent()
            .forEach(
                (component, pence) ->
                    assertThat(explanations.of(group, component.code()).value())
                        .isEqualTo(pence.pounds()));
        assertThat(explanations.of(group, GroupExplanations.NIGHTS).value())
            .isEqualTo(group.nights(Nights.IN_CARE));
        group
            .byPayer()
            .forEach(
                (payer, pence) ->
                    assertThat(explanations.of(group, "payer/" + payer.code()).value())
                        .isEqualTo(pence.pounds()));
        for (GroupCosts.ProcessSum sum : group.byProcess()) {
          String component = sum.process().graph().legal() ? "legal" : "case-management";
          assertThat(explanations.of(group, component + "/" + sum.process().graph().id()).value())
              .isEqualTo(sum.amount().pounds());
        }
        for (Workload.OfRole work : group.workload().ofRoles(SHIPPED.book().hourlyCosts())) {
          assertThat(explanations.of(group, "hours/" + work.role()).value())
              .isEqualTo(work.hours());
          assertThat(explanations.of(group, "full-time/" + work.role()).value())
              .isEqualTo(work.fullTimeEquivalents());
        }
        for (Explanation input : inputs(total)) {
          assertThat(
                  input.source() != null
                      || !input.note().isEmpty()
                      || !input.written().contains("£"))
              .as(input.label())
              .isTrue();
          // What rounding does is below half a penny a stretch: never pounds.
          assertThat(input.label().equals("Rounding") && input.value().abs().doubleValue() > 5)
              .isFalse();
        }
      }
    }
  }

  /** Three in ten of the nights with agencies move to the authority’s own carers. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aWhatIfIsExplainedForEveryGroupWithTheSharesThatAreCounted(int seed) {
    ChildHistories histories = random(seed);
    CostQuestion question =
        CostQuestion.of(List.of(Dimension.PROVIDER), histories.observed()).withFeesApart();
    CohortCostCalculator calculator = new CohortCostCalculator(SHIPPED, 2);
    PlacementMoves moves =
        new PlacementMoves(
            List.of(
                new PlacementMove(
                    PlacementType.FOSTER,
                    Provider.AGENCY,
                    Provider.IN_HOUSE,
                    new BigDecimal("0.3"),
                    "more carers")));
    CohortWhatIf whatIf =
        new CohortWhatIf(
            calculator.calculate(histories, question),
            calculator.calculate(
                histories, ChildFees.NONE, question, moves, CohortCostCalculator.Progress.NONE));
    CohortWhatIfExplanations explanations = new CohortWhatIfExplanations(SHIPPED, SHIPPED, false);
    assertThat(whatIf.all().difference().value()).isNegative();
    Explanation all = explanations.of(whatIf, List.of(), "change/total");
    assertThat(all.value()).isEqualTo(whatIf.all().difference().pounds());
    assertThat(all.key()).isEqualTo("change/total");
    assertThat(inputs(all))
        .anyMatch(i -> i.written().equals("30 %"))
        .anyMatch(i -> i.written().equals("70 %"));
    for (CohortWhatIf.Difference group : whatIf.groups()) {
      List<String> named = List.of(String.valueOf(group.values().get(0)));
      assertThat(explanations.of(whatIf, named, "change/total").value())
          .isEqualTo(group.difference().pounds());
      if (group.base() != null && group.base().nights(Nights.IN_CARE).signum() > 0) {
        assertThat(explanations.of(whatIf, named, "before/nights").value())
            .isEqualTo(group.base().nights(Nights.IN_CARE));
      }
    }
    for (String figure : List.of("total", "change", "change/moods", "during/total")) {
      assertThatThrownBy(() -> explanations.of(whatIf, List.of(), figure))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("Use before/, after/ or change/ and then total,");
    }
    assertThatThrownBy(() -> explanations.of(whatIf, List.of("nobody"), "change/total"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("There is no such group of children.");
  }

  /** By hand one cannot tell a fee or a case from what is told: nights and processes as a whole. */
  @Test
  void whereSmallNumbersAreKeptBackNoFeeAndNoCaseIsToldApart() {
    ChildHistories histories = random(4);
    CohortCosts costs = costs(histories, question(histories).withFeesApart());
    GroupExplanations explanations = new GroupExplanations(SHIPPED, true);
    for (GroupCosts group : Suppression.shown(costs)) {
      List<Explanation> inputs = inputs(explanations.of(group, GroupExplanations.TOTAL));
      assertThat(inputs.stream().map(Explanation::label)).doesNotHaveDuplicates();
      Set<String> known =
          group.byProcess().stream()
              .map(p -> p.process().graph().name())
              .collect(Collectors.toSet());
      assertThat(inputs).allMatch(i -> known.contains(i.label()) || i.label().startsWith("Nights"));
      assertThat(explanations.of(group, GroupExplanations.NIGHTS).parts()).hasSizeLessThan(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void tellingFeesApartChangesNoSumAndKeptCellsTellThemAsTheHistoriesDo(int seed) {
    ChildHistories histories = random(seed);
    CohortCosts together = costs(histories, question(histories));
    CohortCosts apart = costs(histories, question(histories).withFeesApart());
    for (CostTable.Kind kind : List.of(CostTable.Kind.COSTS, CostTable.Kind.PROCESSES)) {
      assertThat(CostTable.of(apart, kind, SHIPPED.book().hourlyCosts(), false))
          .isEqualTo(CostTable.of(together, kind, SHIPPED.book().hourlyCosts(), false));
    }
    CostCellRecorder recorder = new CostCellRecorder(SHIPPED, histories, ChildFees.NONE);
    for (int child = 0; child < histories.size(); child++) {
      recorder.add(child);
    }
    byte[] part = recorder.takePart();
    CohortCosts kept =
        new CostCellCalculator(SHIPPED, recorder.cells())
            .calculate(p -> p == 0 ? part : null, question(histories).withFeesApart());
    List<List<GroupCosts.Line>> lines = new ArrayList<>();
    Suppression.shown(apart).forEach(g -> lines.add(g.lines()));
    assertThat(Suppression.shown(kept)).extracting(GroupCosts::lines).isEqualTo(lines);
    assertThat(apart.all().lines())
        .filteredOn(l -> l instanceof GroupCosts.NightsLine n && n.fee() != null)
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theLedgerOfEachChildIsWhatTheCohortCountsForIt(int seed) {
    ChildHistories histories = random(seed);
    CohortCosts costs = costs(histories, question(histories));
    ChildLedgerCalculator ledgers = new ChildLedgerCalculator(SHIPPED, histories, ChildFees.NONE);
    for (int child = 0; child < histories.size(); child++) {
      Ledger ledger = ledgers.calculate(child);
      assertThat(ledger.total()).isEqualTo(costs.children().cost(child));
      assertThat(ledger.lines())
          .allMatch(
              l ->
                  l.component() != Component.PLACEMENT
                      || l.span().from().isAfter(LocalDate.of(2017, 3, 31)));
    }
  }

  @Test
  void whatIsNoFigureIsSaidNotToBeThere() {
    ChildHistories histories = random(1);
    GroupCosts all = costs(histories, question(histories).withFeesApart()).all();
    for (String figure : List.of("", "children", "one-off", "fee")) {
      assertThatThrownBy(() -> new GroupExplanations(SHIPPED, false).of(all, figure))
          .isInstanceOf(InputException.class);
    }
  }

  private static List<Explanation> inputs(Explanation figure) {
    List<Explanation> inputs = new ArrayList<>();
    collect(figure, inputs);
    return inputs;
  }

  private static void collect(Explanation figure, List<Explanation> inputs) {
    if (figure.rule() == Rule.INPUT) {
      inputs.add(figure);
    }
    figure.parts().forEach(p -> collect(p, inputs));
  }
}
