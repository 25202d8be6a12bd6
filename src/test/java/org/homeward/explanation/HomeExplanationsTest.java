package org.homeward.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.homeward.Homes;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.quantity.FinancialYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a week in Oak House (see {@link Homes}) costs £2,649.68, down to a salary. */
class HomeExplanationsTest {

  private static final CompiledBook BOOK =
      new CompiledBook(CatalogueReader.read(Homes.oakHouse()).book());
  private static final String FEE = "fee/residential/in-house/Oak House from 2025-04-01";

  private static Explanation placement(CompiledBook book) {
    Ledger ledger = new LedgerCalculator(book).calculate(Homes.week());
    Explanation found =
        new ExplanationCalculator(book)
            .total(Homes.week(), ledger)
            .find(Component.PLACEMENT.code());
    assertThat(found).isNotNull();
    return found;
  }

  /** Every rule makes its value again when a node is made; these are read off the tree. */
  @Test
  void theLineGoesDownToPartsPostsSalaryOnCostsAndAnnuity() {
    Explanation placement = placement(BOOK);
    assertThat(placement.written()).isEqualTo("£2,649.68");
    Explanation fee = placement.find(FEE);
    assertThat(fee.sentence())
        .isEqualTo(
            "Fee for residential care, in-house, Oak House, from 1 April 2025: £378.53 a night ="
                + " £442,421.23 a year (What the home costs a year) ÷ 1,168.8 nights (Nights a year"
                + " on which its beds are used).");
    List<String> told = all(fee).stream().map(Explanation::sentence).toList();
    assertThat(told)
        .contains(
            "What the home costs a year: £442,421.23 a year = £393,796.23 a year (Staffing) +"
                + " £36,525.00 a year (Running cost) + £12,100.00 a year (Capital).",
            "Care workers: £393,796.23 a year = 6 (Full-time posts) × £65,632.70 a year (Annual"
                + " cost of one family support worker).",
            "Salary: £32,654.00 a year, from illustrative: set by Homeward.",
            "Employer National Insurance: £4,148.10 a year = £27,654.00 a year (Pay above the"
                + " threshold) × 15 % (Rate of employer National Insurance).",
            "Food and heating: £36,525.00 a year = £100.00 a day (Food and heating) × 365.25 (From"
                + " day to year).",
            "Minibus: £12,100.00 a year = £21,000.00 (Value) paid off in 2 years at 10 %.",
            "Nights a year on which its beds are used: 1,168.8 nights = 4 (Beds) × 365.25 days"
                + " (Days in a year) × 80 % (Occupancy).");
    assertThat(fee.illustrative()).isTrue();
  }

  private static List<Explanation> all(Explanation of) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(of), of.parts().stream().flatMap(p -> all(p).stream()))
        .toList();
  }

  /** Each input of the home has the path by which it is changed. */
  @Test
  void everyInputIsANumberOfTheBook() {
    ParameterCatalogue numbers =
        ParameterCatalogue.of(CatalogueReader.read(Homes.oakHouse()).inputs());
    Map<String, Explanation> addresses = placement(BOOK).find(FEE).addresses();
    List<String> ofHome =
        addresses.values().stream()
            .filter(e -> e.rule() == Rule.INPUT && e.key().startsWith("homes/"))
            .map(Explanation::key)
            .toList();
    assertThat(ofHome)
        .containsExactlyInAnyOrderElementsOf(
            numbers.under("homes").stream().map(p -> p.path()).toList());
    ofHome.forEach(
        path -> assertThat(addresses.get(path).value()).isEqualTo(numbers.at(path).value()));
    assertThat(addresses.keySet()).contains("staff-costs/family-support-worker/2025-26/salary");
  }

  @Test
  void theFeeAndThePostAreFiguresOfTheBook() {
    BookFigures figures = new BookFigures(BOOK);
    assertThat(figures.of(FEE).written()).isEqualTo("£378.53 a night");
    assertThat(figures.of(BookFigures.post("family-support-worker")).written())
        .isEqualTo("£65,632.70 a year");
    assertThatThrownBy(() -> figures.of("fee/nothing")).hasMessageContaining("no such figure");
    assertThatThrownBy(() -> figures.of("annual-cost/astronaut"))
        .hasMessageContaining("no such figure");
  }

  /** In prices of other years every amount moves, and the tree still adds up to the line. */
  @ParameterizedTest
  @ValueSource(strings = {"2019-20", "2023-24", "2026-27"})
  void itAddsUpInPricesOfOtherYears(String year) {
    CompiledBook then = new CompiledBook(BOOK.book().inPricesOf(FinancialYear.parse(year)));
    assertThat(
            placement(then)
                .find(FEE)
                .find("price-index/" + BOOK.book().index().name() + "/2025-26"))
        .isNotNull();
  }
}
