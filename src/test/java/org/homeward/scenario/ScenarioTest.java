package org.homeward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Component;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changes do, and what makes two routes cost the same. */
class ScenarioTest {

  private static final int START = (int) LocalDate.of(2025, 4, 1).toEpochDay();

  private static Catalogue catalogue;
  private static ParameterCatalogue parameters;
  private static CompiledBook base;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of(".")));
    parameters = ParameterCatalogue.of(catalogue.inputs());
    base = new CompiledBook(catalogue.book());
  }

  private static Pathway template(String id) {
    Child child = new Child(LocalDate.ofEpochDay(START).minusYears(2), Set.of());
    return catalogue.pathway(id).forChild(child, START, child.reaches(18), null);
  }

  /** Two legs at stated fees: 100 days at £70 a week, then 265 days at £700 a week. */
  private static Pathway twoLegs(String id) {
    return own(id, List.of(), leg(START, START + 100, "70"), leg(START + 100, START + 365, "700"));
  }

  private static Pathway twoLegsAndAnOrder() {
    return own(
        "own",
        List.of(new Event(EventType.ADOPTION_ORDER, START + 120)),
        leg(START, START + 100, "70"),
        leg(START + 100, START + 365, "700"));
  }

  private static Pathway own(String id, List<Event> events, Pathway.PathwayLeg... legs) {
    return new Pathway(
        id,
        "Route " + id,
        new Child(LocalDate.ofEpochDay(START).minusYears(19), Set.of()),
        new DateSpan(START, START + 365),
        new Pathway.Strand(List.of(legs), events, List.of(), List.of()),
        START + 365,
        List.of(),
        Provenance.STATED_IN_REQUEST);
  }

  private static Pathway.PathwayLeg leg(int from, int to, String weekly) {
    return new Pathway.PathwayLeg(
        new Leg(
            new DateSpan(from, to),
            PlacementType.INDEPENDENT_LIVING,
            Provider.NONE,
            Area.IN_AREA,
            LegalStatus.NONE,
            true),
        "",
        new StatedFee(
            Money.ofPounds(weekly), Rate.Per.WEEK, Books.Y2025, Set.of(), Payer.SOCIAL_CARE));
  }

  private static ScenarioResult calculate(List<Pathway> pathways, Change... changes) {
    return new ScenarioCalculator(parameters, base)
        .calculate(pathways, new Scenario("test", List.of(changes)));
  }

  private static Pence placement(ScenarioResult.Effect effect) {
    return effect.byComponent().getOrDefault(Component.PLACEMENT, Pence.ZERO);
  }

  @Test
  void aLongerLegMovesTheNextByAsManyDaysAndCostsItsOwnFeeForThem() {
    Change longer =
        new Change(
            "pathways/own/legs/1/length", Change.Operation.ADD, BigDecimal.valueOf(7), "slower");
    ScenarioResult result = calculate(List.of(twoLegsAndAnOrder()), longer);
    // 7 days at £10 a day in place of 7 at £100
    assertThat(placement(result.effects().get(0))).isEqualTo(Pence.of(-63_000));
    Pathway after = result.changed().pathways().get(0).pathway();
    assertThat(after.trunk().events().get(0).day()).isEqualTo(START + 127);
    assertThat(after.trunk().legs().get(1).leg().span())
        .isEqualTo(new DateSpan(START + 107, START + 365));
    assertThat(result.told().get(0).sentence())
        .isEqualTo(
            "Route own: length of leg 1 (independent living) goes from 100 days to 107 days, because slower.");
  }

  @Test
  void aLegThatBeginsEarlierTakesItsDaysFromTheOneBeforeAndMovesNothingElse() {
    Change earlier =
        new Change(
            "pathways/own/legs/2/start", Change.Operation.SET, BigDecimal.valueOf(90), "sooner");
    ScenarioResult result = calculate(List.of(twoLegsAndAnOrder()), earlier);
    assertThat(placement(result.effects().get(0))).isEqualTo(Pence.of(90_000)); // 10 × (100 − 10)
    assertThat(result.changed().pathways().get(0).pathway().trunk().events().get(0).day())
        .isEqualTo(START + 120);
  }

  /** An hour dearer is pounds of its role, and of no other; lines are in whole pence, it is not. */
  @Test
  void aDearerHourIsPoundsOfItsRoleAlone() {
    Change dearer =
        new Change(
            "staff-costs/social-worker/2025-26/salary",
            Change.Operation.MULTIPLY,
            new BigDecimal("1.1"),
            "award");
    ScenarioResult result = calculate(List.of(template("adoption")), dearer);
    ScenarioResult.Effect effect = result.effects().get(0);
    assertThat(effect.minutesByRole()).isEmpty();
    assertThat(effect.costByRole()).containsOnlyKeys("social-worker");
    long lines = result.changed().pathways().get(0).ledger().lines().size();
    assertThat(effect.costByRole().get("social-worker").value())
        .isGreaterThan(100_000)
        .isCloseTo(effect.difference().value(), org.assertj.core.api.Assertions.within(lines));
  }

  @Test
  void changesApplyInTheirOrderAndTheBaseStaysAsItWas() {
    Pence before =
        new LedgerCalculator(base).calculate(twoLegs("own")).byComponent().get(Component.PLACEMENT);
    ScenarioResult result =
        calculate(
            List.of(twoLegs("own")),
            Change.set("pathways/own/legs/2/fee", BigDecimal.valueOf(70), "agreed"),
            new Change(
                "pathways/own/legs/2/fee",
                Change.Operation.MULTIPLY,
                BigDecimal.valueOf(2),
                "or so"));
    // 265 days at £20 in place of £100
    assertThat(placement(result.effects().get(0))).isEqualTo(Pence.of(-2_120_000));
    assertThat(
            new LedgerCalculator(base)
                .calculate(twoLegs("own"))
                .byComponent()
                .get(Component.PLACEMENT))
        .isEqualTo(before);
    assertThat(result.told().get(1).before()).isEqualTo("£70 a week");
    assertThat(result.told().get(1).after()).isEqualTo("£140 a week");
  }

  @Test
  void doublingEveryMinuteOfARouteDoublesItsStaffTimeAndLeavesFeesAlone() {
    ScenarioResult result =
        calculate(
            List.of(template("foster-in-house")),
            new Change(
                "processes/*/tasks/*/*/*/minutes",
                Change.Operation.MULTIPLY,
                BigDecimal.valueOf(2),
                "x"),
            new Change(
                "time-use/*/tasks/*/*/*/minutes",
                Change.Operation.MULTIPLY,
                BigDecimal.valueOf(2),
                "x"),
            new Change(
                "time-use/*/variations/*/*/*/*/minutes",
                Change.Operation.MULTIPLY,
                BigDecimal.valueOf(2),
                "x"),
            new Change(
                "processes/*/variations/*/*/*/*/add",
                Change.Operation.MULTIPLY,
                BigDecimal.valueOf(2),
                "x"));
    ScenarioResult.Effect effect = result.effects().get(0);
    var hours = result.base().pathways().get(0).ledger().minutesByRole();
    assertThat(effect.minutesByRole()).hasSameSizeAs(hours);
    hours.forEach(
        (role, minutes) ->
            assertThat(effect.minutesByRole().get(role)).as(role).isEqualTo(minutes.value()));
    assertThat(placement(effect)).isEqualTo(Pence.ZERO);
    long parts = effect.byComponent().values().stream().mapToLong(Pence::value).sum();
    assertThat(parts).isEqualTo(effect.difference().value());
    assertThat(effect.byItem().values().stream().mapToLong(Pence::value).sum()).isEqualTo(parts);
    assertThat(effect.byPayer().values().stream().mapToLong(Pence::value).sum()).isEqualTo(parts);
  }

  @Test
  void everyProblemIsToldAtOnceByThePlaceOfItsChange() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                calculate(
                    List.of(twoLegs("own")),
                    Change.set("pathways/own/legs/7/length", BigDecimal.ONE, "x"),
                    Change.set("fees/fostr", BigDecimal.ONE, "x"),
                    Change.set("pathways/other/legs/1/length", BigDecimal.ONE, "x"),
                    Change.set("pathways/own/legs/1/length", new BigDecimal("1.5"), "x")));
    assertThat(refused.problems())
        .extracting(p -> p.where().replaceAll("].*", "]"))
        .containsExactlyInAnyOrder("changes[0]", "changes[1]", "changes[2]", "changes[3]");
    assertThat(refused.problems()).extracting(Problem::remedy).anyMatch(r -> r.contains("foster"));
  }

  @Test
  void theFeeThatMakesTwoRoutesEqualIsFoundToThePenny() {
    // 365 days at £50 a day cost £18,250; the first leg's 100 days and 265 at the fee's seventh
    Pathway flat = own("flat", List.of(), leg(START, START + 365, "350"));
    Solver.Solution solution =
        Solver.solve(
            parameters,
            base,
            List.of(twoLegs("own"), flat),
            new Solver.Question(
                "pathways/own/legs/2/fee",
                BigDecimal.ZERO,
                BigDecimal.valueOf(1000),
                new BigDecimal("0.01")));
    // (18,250 − 1,000) × 7 ÷ 265 = 455.6603…
    assertThat(solution.best().value()).isEqualByComparingTo("455.66");
    assertThat(solution.other().value()).isEqualByComparingTo("455.67");
    // 265 × 455.66 ÷ 7 = 17,249.99 (17,249.9857 rounded): a penny below
    assertThat(solution.best().difference()).isEqualTo(Pence.of(1));
    assertThat(solution.other().difference().value()).isNegative();
  }

  @Test
  void theLengthThatMakesTwoRoutesEqualIsFoundToTheDay() {
    Pathway flat = own("flat", List.of(), leg(START, START + 365, "350"));
    Solver.Solution solution =
        Solver.solve(
            parameters,
            base,
            List.of(twoLegs("own"), flat),
            new Solver.Question(
                "pathways/own/legs/1/length",
                BigDecimal.ONE,
                BigDecimal.valueOf(360),
                BigDecimal.ONE));
    // 10 n + 100 (365 − n) = 18,250 where n = 202.77…: 203 days cost 18,230, 202 cost 18,320
    assertThat(solution.best().value()).isEqualByComparingTo("203");
    assertThat(solution.best().difference()).isEqualTo(Pence.of(2_000));
    assertThat(solution.other().value()).isEqualByComparingTo("202");
    assertThat(solution.other().difference()).isEqualTo(Pence.of(-7_000));
  }

  @Test
  void theShareThatMakesTwoRoutesEqualIsFoundToTheThousandth() {
    // £300 a week and a support of £100 a week for a share of families, against £350 a week: half
    Pathway plain = own("own", List.of(), leg(START, START + 365, "300"));
    Pathway supported =
        PathwayShift.with(
            plain,
            new Pathway.Strand(
                plain.trunk().legs(),
                List.of(),
                List.of(
                    new Pathway.Support(
                        "outreach",
                        "Outreach",
                        new DateSpan(START, START + 365),
                        BigDecimal.ONE,
                        new StatedFee(
                            Money.ofPounds(100),
                            Rate.Per.WEEK,
                            Books.Y2025,
                            Set.of(),
                            Payer.SOCIAL_CARE),
                        null)),
                List.of()),
            plain.branchDay(),
            plain.branches());
    Solver.Solution solution =
        Solver.solve(
            parameters,
            base,
            List.of(supported, own("flat", List.of(), leg(START, START + 365, "350"))),
            new Solver.Question(
                "pathways/own/supports/1/share",
                BigDecimal.ZERO,
                BigDecimal.ONE,
                new BigDecimal("0.001")));
    // 365 × 300 ÷ 7 = 15,642.86 and 0.5 × 365 × 100 ÷ 7 = 2,607.14 are 18,250.00 = 365 × 50
    assertThat(solution.best().value()).isEqualByComparingTo("0.5");
    assertThat(solution.best().difference()).isEqualTo(Pence.ZERO);
  }

  @Test
  void whereNoValueOfTheRangeMakesThemEqualItIsSaidWhichIsDearerAndWhereTheyWouldMeet() {
    Pathway flat = own("flat", List.of(), leg(START, START + 365, "350"));
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                Solver.solve(
                    parameters,
                    base,
                    List.of(twoLegs("own"), flat),
                    new Solver.Question(
                        "pathways/own/legs/2/fee",
                        BigDecimal.valueOf(500),
                        BigDecimal.valueOf(1000),
                        new BigDecimal("0.01"))));
    assertThat(refused.problems().get(0).reason()).contains("Route own is the dearer at both ends");
    assertThat(refused.problems().get(0).remedy()).contains("near 456");
  }

  @Test
  void aNumberThatNeitherRouteRestsOnIsToldToBeOne() {
    Parameter adoption = parameters.under("fees/residential").stream().findFirst().orElseThrow();
    Pathway flat = own("flat", List.of(), leg(START, START + 365, "350"));
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                Solver.solve(
                    parameters,
                    base,
                    List.of(twoLegs("own"), flat),
                    new Solver.Question(
                        adoption.path(),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(100),
                        new BigDecimal("0.01"))));
    assertThat(refused.problems().get(0).remedy()).contains("does not change the difference");
  }
}
