package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.process.CaseNumbers;
import org.homeward.process.Traits;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers make sense beside what is published, and docs/sanity.md says what they are.
 *
 * <p>A child of two from 1 April 2025 to 18, in 2025-26 prices, as in that document.
 */
class SanityTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  private static final CompiledBook BOOK = new CompiledBook(CATALOGUE.book());
  private static final int START = (int) LocalDate.of(2025, 4, 1).toEpochDay();

  private static Ledger ledger(String template) {
    Child child = new Child(LocalDate.of(2023, 4, 1), Set.of());
    return new LedgerCalculator(BOOK)
        .calculate(CATALOGUE.pathway(template).forChild(child, START, child.reaches(18), null));
  }

  private static long perWeek(Ledger ledger, long pence) {
    return BigDecimal.valueOf(pence * 7)
        .divide(BigDecimal.valueOf(ledger.span().days() * 100L), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** What was published for one year, in prices of 2025-26 by the shipped deflator. */
  private static long today(String published, String year) {
    return CATALOGUE
        .book()
        .index()
        .reprice(Money.ofPounds(published), FinancialYear.parse(year), Books.Y2025)
        .rounded(0)
        .longValueExact();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/sanity.md")).replaceAll("\\s+", " ");
  }

  private static String pounds(long pounds) {
    return "£" + String.format(java.util.Locale.UK, "%,d", pounds);
  }

  /** Placement fees lie within a tenth of what is published of their kind. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "foster-in-house, 'foster care, in-house', 625, 2024-25",
    "foster-ifa, 'foster care, agency', 820, 2020-21",
    "residential, residential, 7385, 2024-25",
    "kinship-foster, kinship foster care, 214, 2025-26"
  })
  void aWeekOfARouteCostsWhatThePublishedFigureSays(
      String template, String name, String published, String year) throws IOException {
    Ledger ledger = ledger(template);
    long placement = perWeek(ledger, ledger.byComponent().get(Component.PLACEMENT).value());
    assertThat((double) placement / today(published, year)).isCloseTo(1, within(0.1));
    assertThat(document())
        .contains(
            "| %s | %s | %s |"
                .formatted(
                    name, pounds(perWeek(ledger, ledger.total().value())), pounds(placement)));
  }

  /**
   * £2,100 a week for all looked-after children in 2024-25 is the mean of £765 in foster care and
   * £7,385 in residential care if a fifth (1,335 ÷ 6,620) live in the latter; so it is here.
   */
  @Test
  void allLookedAfterChildrenCostThePublishedMean() throws IOException {
    long foster = fee(PlacementType.FOSTER);
    long residential = fee(PlacementType.RESIDENTIAL);
    long mean = Math.round(foster + (residential - foster) * (2100.0 - 765) / (7385 - 765));
    assertThat(mean).isCloseTo(today("2100", "2024-25"), within(2L));
    assertThat(document()).contains("| all looked-after children | | " + pounds(mean) + " |");
  }

  private static long fee(PlacementType type) {
    return BOOK.fees(type, Provider.NONE, Area.IN_AREA)
        .on(START, 10)
        .accrual()
        .rate()
        .amountPer(Rate.Per.WEEK)
        .rounded(0)
        .longValueExact();
  }

  @Test
  void anHourOfASocialWorkerLiesBetweenThePublishedOnes() throws IOException {
    long here =
        BOOK.book()
            .hourlyCostsByRole()
            .get("social-worker")
            .perHour(HourBasis.WORKING_HOUR)
            .rounded(0)
            .longValueExact();
    assertThat(here).isBetween(today("25.14", "2009/10"), today("40", "2013/14"));
    assertThat(document())
        .contains(
            "£25.14 for the hour of a social worker, %s in 2025-26 prices. PSSRU put that hour at £40 in 2013/14, %s today; the shipped salary gives %s."
                .formatted(
                    pounds(today("25.14", "2009/10")),
                    pounds(today("40", "2013/14")),
                    pounds(here)));
  }

  @Test
  void caseManagementOfFosterCareCostsAWeekLessThanAllSocialWork() throws IOException {
    Ledger ledger = ledger("foster-in-house");
    long week = perWeek(ledger, ledger.byComponent().get(Component.CASE_MANAGEMENT).value());
    assertThat(week).isLessThan(170);
    assertThat(document())
        .contains("Case management of long-term foster care is " + pounds(week) + " a week");
  }

  /**
   * Unit costs lie at or above the published ones, by at most the two fifths by which the hour of a
   * social worker does.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "review, a review, 446, 2009/10",
    "legal-process, care proceedings, 3026, 2009/10",
    "find-placement, a move to another placement, 224, 2009/10",
    "care-planning, a care plan, 131, 2009/10",
    "exit-care, ceasing to be looked after, 288, 2009/10"
  })
  void aProcessCostsWhatThePublishedUnitCostSays(
      String process, String name, String published, String year) throws IOException {
    long traits =
        Traits.of(PlacementType.FOSTER, Provider.IN_HOUSE, Area.IN_AREA, LegalStatus.CARE_ORDER);
    long pence = BOOK.process(process).given(traits).at(CaseNumbers.of(2, 0, 0, 9, 2)).pence();
    long deflated = today(published, year);
    assertThat((double) pence / (100 * deflated)).isBetween(1.0, 1.42);
    assertThat(document())
        .contains(
            "| %s | %s | %s | %s |"
                .formatted(
                    name,
                    pounds(
                        BigDecimal.valueOf(pence, 2)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact()),
                    pounds(Long.parseLong(published)),
                    pounds(deflated)));
  }

  @Test
  void adoptionIsTheCheapestLastingRouteWhoeverFindsTheAdopters() throws IOException {
    long own = ledger("adoption").total().value();
    long other = ledger("adoption-inter-agency").total().value();
    for (String dearer :
        new String[] {
          "special-guardianship", "foster-in-house", "foster-ifa", "kinship-foster", "residential"
        }) {
      assertThat(ledger(dearer).total().value()).as(dearer).isGreaterThan(other);
    }
    assertThat(document())
        .contains(
            "through another agency it costs "
                + pounds(
                    BigDecimal.valueOf(other - own, 2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact())
                + " more");
  }
}
