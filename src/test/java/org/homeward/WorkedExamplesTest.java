package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.Books.INVENTED;
import static org.homeward.Books.Y2025;
import static org.homeward.Books.minutes;
import static org.homeward.Books.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.pathway.Trajectory;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.TimeUse;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.UnitCostCalculator;
import org.homeward.unitcost.UnitCostInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The method's worked examples, to the penny. Their numbers were worked by hand, by exact rational
 * arithmetic.
 */
class WorkedExamplesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "social worker, 5250.00, 8000.00, 15442.50, 8520.00, 80012.50, 50.525701, 70.174585",
    "team manager, 7050.00, 10400.00, 20140.50, 11112.00, 103502.50, 65.358992, 108.931654"
  })
  void anHourCostsSalaryAndOnCostsOverHoursWorked(
      String role,
      String insurance,
      String pension,
      String direct,
      String indirect,
      String annual,
      String working,
      String caseRelated) {
    HourlyCost hour = role.equals("social worker") ? Books.socialWorker() : Books.teamManager();
    assertThat(hour.insurance()).isEqualTo(Money.ofPounds(insurance));
    assertThat(hour.pension()).isEqualTo(Money.ofPounds(pension));
    assertThat(hour.directOverheads()).isEqualTo(Money.ofPounds(direct));
    assertThat(hour.indirectOverheads()).isEqualTo(Money.ofPounds(indirect));
    assertThat(hour.annualCost()).isEqualTo(Money.ofPounds(annual));
    assertThat(Fractions.toDecimal(hour.workingHours(), 1)).isEqualTo("1583.6");
    assertThat(hour.perHour(HourBasis.WORKING_HOUR).rounded(6)).isEqualTo(working);
    assertThat(hour.perHour(HourBasis.CASE_RELATED_HOUR).rounded(6)).isEqualTo(caseRelated);
  }

  private static ProcessGraph report() {
    return new ProcessGraph(
        "report",
        "Report",
        "looked-after",
        false,
        "",
        new Trigger.OnEvent(Set.of(EventType.CARE_START), 0, Condition.ALWAYS),
        List.of(
            task("prepare-report", "1", "1", minutes("social-worker", TimeCategory.INDIRECT, 210)),
            task("consult-child", "1", "1", minutes("social-worker", TimeCategory.DIRECT, 60)),
            task("meeting", "1", "1", minutes("social-worker", TimeCategory.INDIRECT, 90)),
            task("manager-sign-off", "1", "1", minutes("team-manager", TimeCategory.INDIRECT, 25)),
            task(
                "second-meeting",
                "0.15",
                "1",
                minutes("social-worker", TimeCategory.INDIRECT, 75),
                minutes("team-manager", TimeCategory.INDIRECT, 30)),
            task(
                "record-and-distribute",
                "1",
                "2",
                minutes("social-worker", TimeCategory.INDIRECT, 35))),
        List.of(
            new Variation(
                "out-of-area",
                "Outside the authority",
                new Condition(
                    List.of(Condition.Alternative.ALWAYS.inAreas(List.of(Area.OUT_OF_AREA)))),
                List.of(
                    new Variation.Change(
                        "meeting",
                        "social-worker",
                        TimeCategory.TRAVEL,
                        Variation.Operation.ADD,
                        BigDecimal.valueOf(120))))),
        INVENTED);
  }

  private static UnitCost unitCost(Set<String> variations) {
    return new UnitCostCalculator()
        .calculate(
            new UnitCostInputs(
                report(),
                variations,
                TimeUse.NONE,
                Books.hourlyCosts(),
                HourBasis.WORKING_HOUR,
                Books.flat(),
                Y2025));
  }

  @Test
  void aProcessCostsItsExpectedMinutes() {
    UnitCost cost = unitCost(Set.of());
    assertThat(cost.perOccurrence()).isEqualTo(Pence.of(40371));
    assertThat(
            cost.lines().stream().map(l -> l.task() + " " + l.role() + " " + l.pence().toPounds()))
        .containsExactly(
            "prepare-report social-worker 176.84",
            "consult-child social-worker 50.53",
            "meeting social-worker 75.79",
            "manager-sign-off team-manager 27.23",
            "second-meeting social-worker 9.47",
            "second-meeting team-manager 4.90",
            "record-and-distribute social-worker 58.95");
  }

  @Test
  void aVariationAddsItsMinutesPerDoing() {
    assertThat(unitCost(Set.of("out-of-area")).perOccurrence()).isEqualTo(Pence.of(50476));
  }

  @Test
  void aWeeklyFeeAccruesByTheDayAndMonthsAddUp() {
    Rate fee = Rate.of(Money.ofPounds(733), Rate.Per.WEEK);
    int start = (int) LocalDate.of(2025, 4, 10).toEpochDay();
    int end = (int) LocalDate.of(2025, 8, 3).toEpochDay();
    List<String> months = new ArrayList<>();
    for (int from = start; from < end; ) {
      int to = Math.min(CalendarDays.nextMonth(from), end);
      months.add(fee.between(from - start, to - start).toPounds().toPlainString());
      from = to;
    }
    assertThat(months).containsExactly("2199.00", "3246.14", "3141.43", "3246.14", "209.43");
    assertThat(fee.upTo(end - start)).isEqualTo(Pence.of(1204214));
    assertThat(Rate.of(Money.ofPounds("187.50"), Rate.Per.MONTH).upTo(115))
        .isEqualTo(Pence.of(70842));
  }

  @Test
  void reviewsFallTwentyWorkingDaysThenThreeThenEverySixMonthsAfterCareStarts() {
    Trigger.Step six = new Trigger.Step(6, Trigger.Step.Unit.MONTHS);
    ProcessGraph review =
        new ProcessGraph(
            "review",
            "Review",
            "looked-after",
            false,
            "",
            new Trigger.OnSchedule(
                EventType.CARE_START,
                List.of(
                    new Trigger.Step(20, Trigger.Step.Unit.WORKING_DAYS),
                    new Trigger.Step(3, Trigger.Step.Unit.MONTHS)),
                six,
                Set.of(EventType.CARE_END),
                Condition.ALWAYS),
            List.of(task("meet", "1", "1", minutes("social-worker", TimeCategory.DIRECT, 60))),
            List.of(),
            INVENTED);
    CompiledBook book =
        Books.book(
            List.of(review),
            List.of(),
            List.of(),
            List.of(
                LocalDate.of(2025, 4, 18),
                LocalDate.of(2025, 4, 21),
                LocalDate.of(2025, 5, 5),
                LocalDate.of(2025, 5, 26)));
    LocalDate start = LocalDate.of(2025, 4, 10);
    LocalDate end = LocalDate.of(2027, 3, 1);
    Pathway pathway =
        pathway("p", start, end, List.of(leg(start, end, PlacementType.FOSTER, null)), List.of());
    Ledger ledger = new LedgerCalculator(book).calculate(pathway);
    assertThat(
            ledger.lines().stream()
                .filter(l -> l.component() == Component.CASE_MANAGEMENT)
                .map(l -> l.span().from().toString()))
        .containsExactly("2025-05-13", "2025-08-13", "2026-02-13", "2026-08-13", "2027-02-13");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1.000000",
    "1, 0.966184",
    "10, 0.708919",
    "30, 0.356278",
    "31, 0.345901",
    "76, 0.091916"
  })
  void discountFactorsCompoundThroughTheBands(int year, String factor) {
    assertThat(Fractions.toDecimal(Books.greenBook().factor(year), 6)).isEqualTo(factor);
  }

  private static final LocalDate START = LocalDate.of(2025, 4, 1);
  private static final LocalDate END = LocalDate.of(2031, 4, 1);

  private static Pathway foster() {
    return pathway(
        "foster", START, END, List.of(leg(START, END, PlacementType.FOSTER, "733")), List.of());
  }

  private static Pathway adoption() {
    LocalDate placed = LocalDate.of(2026, 2, 10);
    return pathway(
        "adoption",
        START,
        END,
        List.of(
            leg(START, placed, PlacementType.FOSTER, "733"),
            leg(placed, END, PlacementType.ADOPTIVE_HOME, "45")),
        List.of(
            oneOff("fee", placed, "39245"), oneOff("support", LocalDate.of(2026, 9, 15), "9000")));
  }

  @Test
  void twoPathwaysAreComparedToThePenny() {
    Comparison comparison =
        new ComparisonCalculator(Books.book(List.of(), List.of(), List.of()))
            .calculate(List.of(foster(), adoption()));
    Comparison.CostedPathway foster = comparison.pathways().get(0);
    Comparison.CostedPathway adoption = comparison.pathways().get(1);
    assertThat(foster.ledger().total()).isEqualTo(Pence.of(22942900));
    assertThat(foster.discounted().total()).isEqualTo(Pence.of(21088699));
    assertThat(adoption.ledger().total()).isEqualTo(Pence.of(9329000));
    assertThat(adoption.discounted().total()).isEqualTo(Pence.of(9184733));
    assertThat(adoption.difference()).isEqualTo(Pence.of(-13613900));
    assertThat(comparison.breakEvens())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.cheaper()).isEqualTo("adoption");
              assertThat(b.month()).isEqualTo(27);
            });
    assertThat(adoption.discounted().byComponent().values().stream().mapToLong(Pence::value).sum())
        .isEqualTo(adoption.discounted().total().value());
  }

  @Test
  void theTrajectoryEndsAtTheTotal() {
    Ledger ledger =
        new LedgerCalculator(Books.book(List.of(), List.of(), List.of())).calculate(adoption());
    List<Trajectory.Month> months = Trajectory.of(ledger).months();
    assertThat(months).hasSize(72);
    assertThat(months.get(71).cumulative()).isEqualTo(ledger.total());
    assertThat(months.stream().map(m -> m.month().toString()).limit(2).collect(Collectors.toList()))
        .containsExactly("2025-04", "2025-05");
  }

  /**
   * Ten days in foster care at £733 a week: £1,047.142857. Then with 0.47 five days more, 0.47 ×
   * £733 ÷ 7 × 5 = £246.078571, and a cost of 0.47 × £1,000.05 = £470.0235; with 0.53 nothing.
   */
  @Test
  void aLineOfABranchIsItsProbabilityTimesTheExactAmountRoundedOnce() {
    LocalDate branch = START.plusDays(10);
    LocalDate end = branch.plusDays(5);
    Pathway pathway =
        new Pathway(
            "return",
            "return",
            new Child(LocalDate.of(2023, 4, 1), Set.of()),
            DateSpan.of(START, end),
            new Pathway.Strand(
                List.of(leg(START, branch, PlacementType.FOSTER, "733")),
                List.of(),
                List.of(),
                List.of()),
            (int) branch.toEpochDay(),
            List.of(
                new Pathway.Branch(
                    "re-entry",
                    "re-entry",
                    new BigDecimal("0.47"),
                    new Pathway.Strand(
                        List.of(leg(branch, end, PlacementType.FOSTER, "733")),
                        List.of(),
                        List.of(),
                        List.of(oneOff("court", branch, "1000.05")))),
                new Pathway.Branch(
                    "home",
                    "home",
                    new BigDecimal("0.53"),
                    new Pathway.Strand(
                        List.of(leg(branch, end, PlacementType.HOME, null)),
                        List.of(),
                        List.of(),
                        List.of()))),
            INVENTED);
    Ledger ledger =
        new LedgerCalculator(Books.book(List.of(), List.of(), List.of())).calculate(pathway);
    assertThat(ledger.lines())
        .filteredOn(l -> l.amount().value() != 0)
        .extracting(l -> l.item() + " " + l.branch() + " " + l.amount())
        .containsExactlyInAnyOrder(
            "foster null £1,047.14", "foster re-entry £246.08", "court re-entry £470.02");
    assertThat(ledger.total()).isEqualTo(Pence.of(176324));
  }

  @Test
  void priceYearsMoveWithTheDeflator() {
    TreeMap<FinancialYear, BigDecimal> levels = new TreeMap<>();
    levels.put(FinancialYear.parse("2018/19"), new BigDecimal("78.7948"));
    levels.put(FinancialYear.parse("2024-25"), new BigDecimal("100.0"));
    PriceIndex index =
        new PriceIndex(
            "GDP deflator L8GG (financial year), March 2026 vintage",
            levels,
            new TreeSet<>(),
            "HM Treasury");
    assertThat(
            index
                .reprice(
                    Money.ofPounds(8640),
                    FinancialYear.parse("2018-2019"),
                    FinancialYear.parse("2024/2025"))
                .toPence())
        .isEqualTo(Pence.of(1096519));
  }

  private static Pathway.PathwayLeg leg(
      LocalDate from, LocalDate to, PlacementType type, String weekly) {
    StatedFee fee = weekly == null ? null : stated(weekly, Rate.Per.WEEK);
    return new Pathway.PathwayLeg(
        new Leg(
            DateSpan.of(from, to),
            type,
            Provider.IN_HOUSE,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false),
        "",
        fee);
  }

  private static StatedFee stated(String amount, Rate.Per per) {
    return new StatedFee(Money.ofPounds(amount), per, Y2025, Set.of(), Payer.SOCIAL_CARE);
  }

  private static Pathway.OneOff oneOff(String item, LocalDate day, String amount) {
    return new Pathway.OneOff(
        item, item, (int) day.toEpochDay(), BigDecimal.ONE, stated(amount, null));
  }

  private static Pathway pathway(
      String id,
      LocalDate from,
      LocalDate to,
      List<Pathway.PathwayLeg> legs,
      List<Pathway.OneOff> oneOffs) {
    DateSpan span = DateSpan.of(from, to);
    return new Pathway(
        id,
        id,
        new Child(LocalDate.of(2023, 4, 1), Set.of()),
        span,
        new Pathway.Strand(legs, List.of(), List.of(), oneOffs),
        span.toDay(),
        List.of(),
        INVENTED);
  }

  @Test
  void everyLineCanBeTraced() {
    Ledger ledger =
        new LedgerCalculator(Books.book(List.of(report()), List.of(), List.of()))
            .calculate(foster());
    assertThat(ledger.lines()).extracting(LedgerLine::source).doesNotContainNull().hasSize(2);
  }
}
