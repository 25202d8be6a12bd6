package org.homeward.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.Conventions;
import org.homeward.costbook.PriceIndices;
import org.homeward.costbook.ReferenceTables;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.pathway.StatedFee;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.Salary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure's tree leads from it to its inputs, and its parts make it to the penny. */
class ExplanationTest {

  private static final int START = (int) LocalDate.of(2025, 4, 1).toEpochDay();

  private static Catalogue catalogue;
  private static CompiledBook shipped;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of(".")));
    shipped = new CompiledBook(catalogue.book());
  }

  @Test
  void theUnitCostOfTheWorkedExampleIsItsMinutesAtTheHoursOfItsRoles() {
    Explanation review = explained(List.of());
    assertThat(review.written()).isEqualTo("£403.71");
    assertThat(review.sentence())
        .isEqualTo(
            "Review: £403.71 = 7 h 21 min of social-worker at £50.53 an hour"
                + " + 30 min of team-manager at £65.36 an hour.");
    Explanation minutes = review.parts().get(0).parts().get(0);
    assertThat(minutes.value()) // 210 + 60 + 90 + 0.15 × 75 + 2 × 35
        .isEqualTo(BigFraction.of(44125, 100));
    Explanation hour = review.parts().get(0).parts().get(1);
    assertThat(hour.parts().get(0).written()).isEqualTo("£80,012.50 a year");
    assertThat(hour.parts().get(1).written()).isEqualTo("1,583.6 hours");
  }

  /** Worked example 1. */
  @Test
  void anHourIsToldDownToSalaryThresholdAndRates() {
    Explanation hour =
        new ExplanationCalculator(Books.book(List.of(), List.of(), List.of()))
            .hourlyCost("social-worker");
    Explanation pay = hour.find("hourly-cost/social-worker/permanent-pay");
    assertThat(pay.written()).isEqualTo("£53,250.00 a year"); // 40,000 + 5,250 + 8,000
    assertThat(pay.parts().get(0).key()).isEqualTo("staff-costs/social-worker/2025-26/salary");
    assertThat(pay.parts().get(1).sentence())
        .isEqualTo(
            "Employer National Insurance: £5,250.00 a year = £35,000.00 a year (Pay above the"
                + " threshold) × 15 % (Rate of employer National Insurance).");
    assertThat(pay.parts().get(2).sentence())
        .isEqualTo(
            "Employer pension: £8,000.00 a year = £40,000.00 a year (Salary)"
                + " × 20 % (Rate of employer pension).");
    assertThat(hour.account()).contains(hour.sentence(), pay.parts().get(1).sentence());
    assertThat(hour.parts().get(0).parts().stream().map(Explanation::written))
        .containsExactly(
            "£53,250.00 a year", "£15,442.50 a year", "£8,520.00 a year", "£2,800.00 a year");
    assertThat(hour.find("employer-rates/national-insurance/2025-04-06/threshold").written())
        .isEqualTo("£5,000.00 a year");
    assertThat(hour.find("hourly-cost/social-worker/working-hours").sentence())
        .isEqualTo(
            "Working hours a year: 1,583.6 hours"
                + " = 42.8 (Weeks worked) × 37 hours (Contracted hours a week).");
  }

  /** All at once: London, a quarter of posts by agency, half time, and rates that changed. */
  @Test
  void everyHourIsToldWithItsAreaAgencyPartTimeAndRatesOfTheYear() {
    FinancialYear year = FinancialYear.parse("2022-23");
    ReferenceTables tables = catalogue.inputs().tables();
    Conventions own = catalogue.inputs().conventions();
    BookInputs inputs =
        catalogue
            .inputs()
            .withTables(
                tables
                    .withSalaries(
                        tables.salaries().stream()
                            .filter(s -> s.year().equals(Books.Y2025))
                            .map(s -> halfTime(s, year))
                            .toList())
                    .withAgencyRates(
                        tables.agencyRates().stream().map(a -> quarter(a, year)).toList()))
            .withConventions(
                new Conventions(
                    own.name(),
                    Books.Y2025,
                    HourBasis.CASE_RELATED_HOUR,
                    "london",
                    own.methods(),
                    own.statedProcesses(),
                    own.index(),
                    own.indices(),
                    own.discounts()));
    CompiledBook book = new CompiledBook(inputs.book());
    int agency = 0;
    for (HourlyCost cost : book.book().hourlyCosts()) {
      Explanation hour = new ExplanationCalculator(book).hourlyCost(cost.role().id());
      assertThat(hour.value())
          .isEqualTo(
              book.book()
                  .indices()
                  .reprice(
                      PriceIndices.Kind.STAFF,
                      cost.perHour(HourBasis.CASE_RELATED_HOUR),
                      year,
                      Books.Y2025)
                  .pounds());
      holds(hour, new HashSet<>());
      String rate = "employer-rates/national-insurance/";
      assertThat(hour.addresses())
          .containsKeys(rate + "2022-04-06/rate", "area-weights/london/pay");
      assertThat(hour.addresses().keySet().stream().filter(k -> k.matches(rate + ".*/rate")))
          .hasSize(2);
      String share = "staff-costs/" + cost.role().id() + "/agency/2022-23/share";
      agency += hour.addresses().containsKey(share) ? 1 : 0;
    }
    assertThat(agency).isEqualTo(tables.agencyRates().size()).isPositive();
  }

  private static Salary halfTime(Salary s, FinancialYear year) {
    return new Salary(
        s.role(), year, s.amount(), s.hoursAWeek(), new BigDecimal("0.5"), s.provenance());
  }

  private static AgencyRate quarter(AgencyRate a, FinancialYear year) {
    return new AgencyRate(
        a.role(), year, a.dayRate(), a.hoursADay(), new BigDecimal("0.25"), a.provenance());
  }

  @Test
  void aVariationStandsInTheTreeAsWhatItAdds() {
    Explanation away = explained(List.of("out-of-area"));
    assertThat(away.written()).isEqualTo("£504.76");
    Explanation meeting =
        away.parts().get(0).parts().get(0).parts().stream()
            .filter(m -> m.label().equals("meeting, travel"))
            .findFirst()
            .orElseThrow();
    assertThat(meeting.written()).isEqualTo("2 h 0 min");
    assertThat(meeting.parts().get(1).label()).startsWith("Outside the authority");
  }

  @Test
  void twoFeesOfOneLabelAreTwoFigures() {
    int start = (int) LocalDate.of(2025, 4, 1).toEpochDay();
    Pathway pathway =
        new Pathway(
            "own",
            "Own",
            child(2, start),
            new DateSpan(start, start + 14),
            new Pathway.Strand(
                List.of(leg(start, "700"), leg(start + 7, "1400")),
                List.of(),
                List.of(),
                List.of()),
            start + 14,
            List.of(),
            Provenance.STATED_IN_REQUEST);
    Explanation total =
        new ExplanationCalculator(shipped)
            .total(pathway, new LedgerCalculator(shipped).calculate(pathway));
    assertThat(total.find("placement").written()).isEqualTo("£2,100.00");
  }

  private static Pathway.PathwayLeg leg(int day, String pounds) {
    return new Pathway.PathwayLeg(
        new Leg(
            new DateSpan(day, day + 7),
            PlacementType.FOSTER,
            Provider.AGENCY,
            Area.IN_AREA,
            LegalStatus.NONE,
            false),
        "",
        new StatedFee(
            Money.ofPounds(pounds), Rate.Per.WEEK, Books.Y2025, Set.of(), Payer.SOCIAL_CARE));
  }

  /** The process of worked example 2. */
  private static Explanation explained(List<String> variations) {
    ProcessGraph graph =
        new ProcessGraph(
            "review",
            "Review",
            "",
            false,
            "",
            new Trigger.OnEvent(Set.of(EventType.CARE_START), 0, Condition.ALWAYS),
            List.of(
                Books.task("prepare-report", "1", "1", socialWorker(210)),
                Books.task("consult-child", "1", "1", socialWorker(60)),
                Books.task("meeting", "1", "1", socialWorker(90)),
                Books.task("manager-sign-off", "1", "1", teamManager(25)),
                Books.task("second-meeting", "0.15", "1", socialWorker(75), teamManager(30)),
                Books.task("record-and-distribute", "1", "2", socialWorker(35))),
            List.of(
                new Variation(
                    "out-of-area",
                    "Outside the authority",
                    Condition.ALWAYS,
                    List.of(
                        new Variation.Change(
                            "meeting",
                            "social-worker",
                            TimeCategory.TRAVEL,
                            Variation.Operation.ADD,
                            BigDecimal.valueOf(120))))),
            Books.INVENTED);
    CompiledBook book = Books.book(List.of(graph), List.of(), List.of());
    return new ExplanationCalculator(book)
        .unitCost(new LineSource.OfProcess(book.process("review"), variations.size()));
  }

  private static RoleMinutes socialWorker(long minutes) {
    return Books.minutes("social-worker", TimeCategory.DIRECT, minutes);
  }

  private static RoleMinutes teamManager(long minutes) {
    return Books.minutes("team-manager", TimeCategory.DIRECT, minutes);
  }

  @Test
  void aFeeOverTimeIsItsDailyRateTimesItsDaysToThePenny() {
    CompiledBook book =
        Books.book(
            List.of(),
            List.of(Books.fee(PlacementType.FOSTER, "2025-04-01", "733", Rate.Per.WEEK)),
            List.of());
    PathwayTemplate template = catalogue.pathway("foster-in-house");
    int start = (int) LocalDate.of(2025, 4, 10).toEpochDay();
    Pathway pathway = template.forChild(child(2, start), start, start + 115, null);
    Explanation line =
        new ExplanationCalculator(book)
            .total(pathway, new LedgerCalculator(book).calculate(pathway))
            .find("placement/foster/2025-04-10");
    assertThat(line.written()).isEqualTo("£12,042.14"); // worked example 3
    assertThat(line.sentence())
        .contains("£104.71 a day")
        .contains("115 days")
        .endsWith("to the penny.");
    assertThat(line.parts().get(0).sentence()).contains("£733.00 a week").contains("7 days");
  }

  @Test
  void everyTemplateIsExplainedDownToItsInputsAndNoTreeFailsToAddUp() {
    int trees = 0;
    for (PathwayTemplate template : catalogue.pathways()) {
      for (int age : new int[] {0, 2, 9, 15}) {
        for (boolean needs : new boolean[] {false, true}) {
          Child child =
              new Child(
                  LocalDate.ofEpochDay(START).minusYears(age),
                  needs ? Set.of(Need.values()) : Set.of());
          Pathway pathway = template.forChild(child, START, child.reaches(21), null);
          Ledger ledger = new LedgerCalculator(shipped).calculate(pathway);
          Explanation total = new ExplanationCalculator(shipped).total(pathway, ledger);
          assertThat(pence(total)).isEqualTo(ledger.total().value());
          ledger
              .byComponent()
              .forEach(
                  (component, sum) -> {
                    Explanation found = total.find(component.code());
                    assertThat(found == null ? 0 : pence(found)).isEqualTo(sum.value());
                  });
          assertThat(lines(total)).isEqualTo(ledger.lines().size());
          assertThat(total.illustrative()).isEqualTo(ledger.illustrative());
          holds(total, new HashSet<>());
          trees++;
        }
      }
    }
    assertThat(trees).isEqualTo(11 * 4 * 2);
  }

  @Test
  void everyVariantOfEveryProcessIsExplainedToItsLastMinute() {
    int explained = 0;
    for (CompiledProcess process : shipped.processes()) {
      int variants = 1 << process.graph().variations().size();
      for (int variant = 0; variant < variants; variant++) {
        LineSource.OfProcess source = new LineSource.OfProcess(process, variant);
        Explanation made = new ExplanationCalculator(shipped).unitCost(source);
        assertThat(made.value()).isEqualTo(source.unitCost().exact().pounds());
        holds(made, new HashSet<>());
        explained++;
      }
    }
    assertThat(explained).isGreaterThan(shipped.processes().size());
  }

  @Test
  void aFigureThatItsPartsDoNotMakeIsRefused() {
    Explanation three = Explanation.input("three", Measure.POUNDS, BigFraction.of(3), null);
    Explanation four = Explanation.input("four", Measure.POUNDS, BigFraction.of(4), null);
    assertThatThrownBy(
            () ->
                new Explanation(
                    "",
                    "eight",
                    Measure.POUNDS,
                    BigFraction.of(8),
                    Rule.SUM,
                    List.of(three, four),
                    null,
                    "",
                    false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eight is £8.00");
  }

  /** The same arithmetic, written here once more: no part of a tree is believed. */
  private static void holds(Explanation figure, Set<Explanation> seen) {
    if (!seen.add(figure)) {
      return;
    }
    List<BigFraction> parts = figure.parts().stream().map(Explanation::value).toList();
    BigFraction product = BigFraction.ONE;
    BigFraction sum = BigFraction.ZERO;
    for (BigFraction part : parts) {
      product = product.multiply(part);
      sum = sum.add(part);
    }
    BigFraction expected =
        switch (figure.rule()) {
          case INPUT -> figure.value();
          case SUM -> sum;
          case PRODUCT -> product;
          case TIME_AT_COST -> product.divide(60);
          case DIFFERENCE -> parts.get(0).subtract(parts.get(1));
          case DIFFERENCE_OR_ZERO ->
              parts.get(0).compareTo(parts.get(1)) < 0
                  ? BigFraction.ZERO
                  : parts.get(0).subtract(parts.get(1));
          case QUOTIENT -> parts.get(0).divide(parts.get(1));
          case ANNUITY -> {
            BigFraction worth = BigFraction.ZERO; // of one pound at the end of each year
            for (int year = 1; year <= parts.get(1).intValue(); year++) {
              worth = worth.add(parts.get(2).add(1).pow(-year));
            }
            yield parts.get(0).divide(worth);
          }
          case TO_THE_PENNY -> {
            BigDecimal pounds =
                new BigDecimal(product.getNumerator())
                    .divide(new BigDecimal(product.getDenominator()), 2, RoundingMode.HALF_EVEN);
            yield BigFraction.of(pounds.unscaledValue(), java.math.BigInteger.valueOf(100));
          }
        };
    assertThat(figure.value()).as(figure.label()).isEqualTo(expected);
    boolean paid = figure.note().startsWith("already paid by ");
    if (figure.rule() == Rule.INPUT && figure.source() == null && !paid) { // counted, or a share
      assertThat(figure.measure()).isIn(Measure.DAYS, Measure.SHARE, Measure.FACTOR);
    }
    figure.parts().forEach(p -> holds(p, seen));
  }

  private static long pence(Explanation figure) {
    return figure.value().multiply(100).longValue();
  }

  private static int lines(Explanation total) {
    return total.parts().stream()
        .flatMap(component -> component.parts().stream())
        .mapToInt(item -> item.parts().size())
        .sum();
  }

  private static Child child(int age, int start) {
    return new Child(LocalDate.ofEpochDay(start).minusYears(age), Set.of());
  }
}
