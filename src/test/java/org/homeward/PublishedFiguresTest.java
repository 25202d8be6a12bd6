package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.homeward.unitcost.StatedUnitCost.Per.OCCURRENCE;
import static org.homeward.unitcost.StatedUnitCost.Per.WEEK;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.process.CaseNumbers;
import org.homeward.process.Condition;
import org.homeward.process.Condition.Alternative;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Traits;
import org.homeward.process.Trigger;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.TimeUse;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCostCalculator;
import org.homeward.unitcost.UnitCostInputs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that other people published, reproduced to their own rounding. */
class PublishedFiguresTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));

  private static final FinancialYear Y2010 = FinancialYear.parse("2010/11");

  /**
   * PSSRU Unit Costs 2011 p.120: what a year of 52 weeks costs by stated unit costs. Two care plans
   * are two thirds of £412, and two reviews fall into the year; in A the child has come into care
   * with its first day, so that one of them is the first, which costs £13 more; in B thirty weeks
   * before, and the child moves to other carers. Care planning is truncated, the rest to whole
   * pounds.
   */
  @ParameterizedTest(name = "care pathway {0}")
  @CsvSource({
    "A, 540, 5.40, 0, , 29580, 'care-planning 274, legal 281, maintain 28080, review 945'",
    "B, 495, 6.60, 30, 20, 27850, 'care-planning 274, find-placement 234, legal 343, maintain"
        + " 25740, review 932, settle 327'"
  })
  void theCarePathwaysAAndBCostTheirPublishedTotals(
      String name,
      String weekly,
      String legalWeekly,
      int weeksInCareBefore,
      @Nullable Integer movesInWeek,
      long published,
      String parts) {
    Condition first = new Condition(List.of(Alternative.ALWAYS.occurrence(new IntRange(1, 2))));
    CompiledBook book =
        stated(
            Map.of(
                "care-planning", twiceAYear(),
                "review", twiceAYear(),
                "maintain", new Trigger.Continuous(Rate.Per.WEEK, Condition.ALWAYS),
                "legal", new Trigger.Continuous(Rate.Per.WEEK, Condition.ALWAYS),
                "find-placement", onMoving(),
                "settle", onMoving()),
            List.of(
                cost("care-planning", Condition.ALWAYS, pounds("412").dividedBy(THREE), OCCURRENCE),
                cost("review", first, pounds("479"), OCCURRENCE),
                cost("review", Condition.ALWAYS, pounds("466"), OCCURRENCE),
                cost("maintain", Condition.ALWAYS, pounds(weekly), WEEK),
                cost("legal", Condition.ALWAYS, pounds(legalWeekly), WEEK),
                cost("find-placement", Condition.ALWAYS, pounds("234"), OCCURRENCE),
                cost("settle", Condition.ALWAYS, pounds("327"), OCCURRENCE)));
    int year = (int) LocalDate.of(2010, 4, 5).toEpochDay();
    int start = year - weeksInCareBefore * 7;
    int end = year + 52 * 7;
    int move = movesInWeek == null ? end : year + movesInWeek * 7;
    List<Pathway.PathwayLeg> legs = new ArrayList<>(List.of(foster(start, move)));
    if (movesInWeek != null) {
      legs.add(foster(move, end));
    }
    Ledger ledger =
        new LedgerCalculator(book)
            .calculate(
                new Pathway(
                    name,
                    name,
                    new Child(LocalDate.of(2000, 1, 1), Set.of()),
                    new DateSpan(start, end),
                    new Pathway.Strand(legs, List.of(), List.of(), List.of()),
                    end,
                    List.of(),
                    Books.INVENTED),
                new DateSpan(year, end));
    TreeMap<String, Long> pence = new TreeMap<>();
    ledger.lines().forEach(l -> pence.merge(l.item(), l.amount().value(), Long::sum));
    pence.remove("foster"); // the stated cost of maintaining a placement has the carers' pay in it
    TreeMap<String, Long> pounds = new TreeMap<>();
    pence.forEach(
        (item, of) ->
            pounds.put(
                item,
                BigDecimal.valueOf(of, 2)
                    .setScale(
                        0,
                        item.equals("care-planning") ? RoundingMode.DOWN : RoundingMode.HALF_EVEN)
                    .longValueExact()));
    assertThat(
            pounds.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ")))
        .isEqualTo(parts);
    assertThat(pounds.values().stream().mapToLong(p -> p).sum()).isEqualTo(published);
  }

  private static final BigFraction THREE = BigFraction.of(3);

  private static Trigger twiceAYear() {
    return new Trigger.OnSchedule(
        EventType.CARE_START,
        List.of(),
        new Trigger.Step(25, Trigger.Step.Unit.WEEKS),
        Set.of(EventType.CARE_END),
        Condition.ALWAYS);
  }

  private static Trigger onMoving() {
    return new Trigger.OnEvent(
        Set.of(EventType.PLACEMENT_START),
        0,
        new Condition(List.of(Alternative.ALWAYS.sequence(new IntRange(2, 1_000)))));
  }

  private static Money pounds(String amount) {
    return Money.ofPounds(amount);
  }

  private static StatedUnitCost cost(
      String process, Condition when, Money amount, StatedUnitCost.Per per) {
    return new StatedUnitCost(
        process,
        "stated",
        when,
        amount,
        per,
        Y2010,
        CATALOGUE.book().processes().get(0).provenance());
  }

  private static Pathway.PathwayLeg foster(int from, int to) {
    return new Pathway.PathwayLeg(
        new Leg(
            new DateSpan(from, to),
            PlacementType.FOSTER,
            Provider.IN_HOUSE,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false),
        "",
        null);
  }

  private static CompiledBook stated(Map<String, Trigger> triggers, List<StatedUnitCost> costs) {
    CostBook base = Books.book(List.of(), List.of(), List.of()).book();
    List<ProcessGraph> processes =
        new TreeMap<>(triggers)
            .entrySet().stream()
                .map(
                    e ->
                        new ProcessGraph(
                            e.getKey(),
                            e.getKey(),
                            "published",
                            false,
                            "",
                            e.getValue(),
                            List.of(Books.task("do", "1", "1")),
                            List.of(),
                            Books.INVENTED))
                .toList();
    return new CompiledBook(
        new CostBook(
            "stated",
            "stated",
            Y2010,
            base.hourBasis(),
            processes,
            EstimateSet.NONE,
            base.hourlyCosts(),
            costs,
            triggers.keySet(),
            base.fees(),
            base.prices(),
            base.indices(),
            base.discounts(),
            base.workingDays(),
            List.of()));
  }

  static List<NamedCsvRecord> weeklyUnitCosts() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                Path.of("src/test/resources/worked-examples/weekly-unit-costs.csv"))) {
      return reader.stream().toList();
    }
  }

  /** Spend ÷ children ÷ 365 × 7, to the nearest £5. */
  @ParameterizedTest
  @MethodSource("weeklyUnitCosts")
  void theWeeklyUnitCostOfSection251IsReproduced(NamedCsvRecord r) {
    Money perWeek =
        Money.ofPounds(r.getField("expenditure"))
            .dividedBy(BigFraction.of(Integer.parseInt(r.getField("children"))))
            .times(BigFraction.of(7, 365));
    BigDecimal toFive =
        perWeek.dividedBy(BigFraction.of(5)).rounded(0).multiply(BigDecimal.valueOf(5));
    assertThat(toFive)
        .as(r.getField("area") + " " + r.getField("year"))
        .isEqualByComparingTo(r.getField("recomputed"));
    // Where the source's printed figure is another one, its own spend and children do not give it.
    assertThat(toFive.compareTo(new BigDecimal(r.getField("published"))) == 0)
        .isEqualTo(r.getField("agrees").equals("yes"));
  }

  /**
   * Demos 2010: £224; difficult to place 224 + 471 and 506 + 628, from stated unit costs in prices
   * of 2009/10.
   */
  @ParameterizedTest
  @CsvSource({
    "foster, in-house, in-area, '', 0, 224",
    "foster, agency, out-of-area, '', 0, 786",
    "residential, agency, in-area, '', 0, 506",
    "foster, in-house, in-area, ebd+disability, 0, 695",
    "foster, in-house, in-area, ebd, 3, 695",
    "foster, in-house, in-area, ebd, 2, 224",
    "residential, agency, in-area, ebd+disability, 0, 1134"
  })
  void findingAPlacementCostsItsStatedVariant(
      String type, String provider, String area, String needs, int recent, long published) {
    CostBook base = CATALOGUE.book();
    CompiledBook book =
        new CompiledBook(
            new CostBook(
                "stated",
                "stated",
                FinancialYear.parse("2009/10"),
                HourBasis.WORKING_HOUR,
                base.processes(),
                EstimateSet.NONE,
                base.hourlyCosts(),
                base.statedUnitCosts(),
                Set.of("find-placement"),
                base.fees(),
                base.prices(),
                base.indices(),
                base.discounts(),
                base.workingDays(),
                List.of()));
    long traits =
        Traits.of(
            PlacementType.of(type), Provider.of(provider), Area.of(area), LegalStatus.CARE_ORDER);
    traits |= needs.contains("ebd") ? Traits.of(Need.EMOTIONAL_OR_BEHAVIOURAL_DIFFICULTIES) : 0;
    traits |= needs.contains("disability") ? Traits.of(Need.DISABILITY) : 0;
    var process = book.process("find-placement");
    assertThat(process.given(traits).at(CaseNumbers.of(2, 0, recent, 9, 1)).pence())
        .isEqualTo(Money.ofPounds(published).toPence().value());
  }

  /** £8,640 in 2018-19 prices by the GDP deflator of March 2026, which is the one that ships. */
  @Test
  void theShippedDeflatorGivesThePublishedPriceOfALaterYear() {
    assertThat(
            CATALOGUE
                .book()
                .index()
                .reprice(
                    pounds("8640"), FinancialYear.parse("2018-19"), FinancialYear.parse("2024-25"))
                .toPence())
        .isEqualTo(Pence.of(1_096_519));
  }

  static final Map<String, Integer> CALIBRATED =
      Map.of(
          "decide-and-first-placement",
          700,
          "care-planning",
          131,
          "exit-care",
          288,
          "find-placement",
          224,
          "review",
          446,
          "legal-process",
          3026,
          "transition-to-leaving-care",
          1274);

  /**
   * Pounds an hour in 2009/10: published for the social worker; others deflated from 2013/14, or
   * set in proportion.
   */
  private static final Map<String, String> HOURS_OF_2009 =
      Map.ofEntries(
          Map.entry("social-worker", "25.14"),
          Map.entry("placement-officer", "25.14"),
          Map.entry("supervising-social-worker", "25.14"),
          Map.entry("adoption-social-worker", "25.14"),
          Map.entry("senior-social-worker", "47.28"),
          Map.entry("team-manager", "47.28"),
          Map.entry("independent-reviewing-officer", "47.28"),
          Map.entry("panel-adviser", "47.28"),
          Map.entry("family-support-worker", "27.81"),
          Map.entry("personal-adviser", "27.81"),
          Map.entry("social-work-assistant", "26.88"),
          Map.entry("administrator", "15.00"),
          Map.entry("legal-officer", "45.00"),
          Map.entry("service-manager", "55.00"));

  static Set<String> calibrated() {
    return CALIBRATED.keySet();
  }

  @ParameterizedTest
  @MethodSource("calibrated")
  void theIllustrativeMinutesGiveThePublishedUnitCostOfTheirYear(String id) {
    assertThat(costOf2009(id, Set.of()))
        .isCloseTo(CALIBRATED.get(id).doubleValue(), withinPercentage(1));
  }

  /**
   * Demos 2010: £506 where residential care is sought, £786 for an agency home outside the
   * authority, £471 and £628 more for a child who is difficult to place. Maintaining a placement:
   * £250 a month after its fee, as docs/calibration.md says; £327 of extra work at its start over
   * three months (£109 each; PSSRU 2011, care pathway B); a sixth less once it has lasted a year.
   */
  @ParameterizedTest
  @CsvSource({
    "find-placement, residential, 506, 1",
    "find-placement, agency-out-of-area, 786, 1",
    "find-placement, difficult-to-place-foster, 695, 1",
    "find-placement, residential+difficult-to-place-residential, 1134, 1",
    "maintain-placement, '', 250, 1",
    "maintain-placement, first-three-months, 359, 1",
    "maintain-placement, settled, 208.33, 2"
  })
  void theIllustrativeMinutesOfVariationsAreWorthWhatIsPublished(
      String id, String variations, double published, int percent) {
    Set<String> of = variations.isEmpty() ? Set.of() : Set.of(variations.split("\\+"));
    assertThat(costOf2009(id, of)).isCloseTo(published, withinPercentage(percent));
  }

  private static double costOf2009(String id, Set<String> variations) {
    ProcessGraph process = CATALOGUE.book().findProcess(id).orElseThrow();
    FinancialYear year = FinancialYear.parse("2009/10");
    Map<String, HourlyCost> hourly =
        HOURS_OF_2009.entrySet().stream()
            .map(e -> Books.anHourAt(e.getKey(), "1", year, e.getValue()))
            .collect(Collectors.toMap(h -> h.role().id(), Function.identity()));
    return new UnitCostCalculator()
        .calculate(
            new UnitCostInputs(
                process,
                variations,
                TimeUse.NONE,
                hourly,
                HourBasis.WORKING_HOUR,
                CATALOGUE.book().index(),
                year))
        .exact()
        .rounded(2)
        .doubleValue();
  }
}
