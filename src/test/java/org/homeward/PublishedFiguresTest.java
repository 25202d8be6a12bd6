package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.process.CaseNumbers;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Traits;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.TimeUse;
import org.homeward.unitcost.UnitCostCalculator;
import org.homeward.unitcost.UnitCostInputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that other people published, reproduced to their own rounding. */
class PublishedFiguresTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));

  /**
   * PSSRU Unit Costs 2011 p.120: a year of 52 weeks, care planning truncated, the rest to whole
   * pounds.
   */
  @ParameterizedTest(name = "care pathway {0}")
  @CsvSource({"A, 540, 0, 13, 5.40, 0, 29580", "B, 495, 327, 0, 6.60, 234, 27850"})
  void theCarePathwaysAAndBAddUpToTheirPublishedTotals(
      String pathway,
      String weekly,
      String startOfPlacement,
      String firstReview,
      String legalWeekly,
      String findPlacement,
      long published) {
    BigFraction weeks = BigFraction.of(52);
    long carePlanning =
        Money.ofPounds(412)
            .times(BigFraction.of(2, 3))
            .rounded(2)
            .setScale(0, RoundingMode.DOWN)
            .longValueExact();
    long maintain =
        wholePounds(Money.ofPounds(weekly).times(weeks).plus(Money.ofPounds(startOfPlacement)));
    long reviews =
        wholePounds(Money.ofPounds(466).times(BigFraction.of(2)).plus(Money.ofPounds(firstReview)));
    long legal = wholePounds(Money.ofPounds(legalWeekly).times(weeks));
    assertThat(carePlanning + maintain + reviews + legal + Long.parseLong(findPlacement))
        .isEqualTo(published);
  }

  private static long wholePounds(Money money) {
    return money.rounded(0).longValueExact();
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
    ProcessGraph process = CATALOGUE.book().findProcess(id).orElseThrow();
    FinancialYear year = FinancialYear.parse("2009/10");
    Map<String, HourlyCost> hourly =
        HOURS_OF_2009.entrySet().stream()
            .map(e -> Books.anHourAt(e.getKey(), "1", year, e.getValue()))
            .collect(Collectors.toMap(h -> h.role().id(), Function.identity()));
    Money cost =
        new UnitCostCalculator()
            .calculate(
                new UnitCostInputs(
                    process,
                    Set.of(),
                    TimeUse.NONE,
                    hourly,
                    HourBasis.WORKING_HOUR,
                    CATALOGUE.book().index(),
                    year))
            .exact();
    assertThat(cost.rounded(2).doubleValue())
        .isCloseTo(CALIBRATED.get(id), within(0.01 * CALIBRATED.get(id)));
  }
}
