package org.homeward.costbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.Books;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.InHouseProvision;
import org.homeward.problem.InputException;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A social worker of the worked examples costs £80,012.50 a year: salary £40,000, National
 * Insurance £5,250, pension £8,000, overheads of 45 % on these, capital £2,800. Two are £160,025.
 */
class HomeCostsTest {

  private static final FinancialYear Y2023 = FinancialYear.parse("2023-24");
  private static final FinancialYear Y2024 = FinancialYear.parse("2024-25");

  private static final HomePart WORKERS =
      new HomePart.PostsOfRole("Workers", "social-worker", BigDecimal.valueOf(2), Books.INVENTED);

  private static HomePart food(FinancialYear year) {
    return new HomePart.Running("Food", Money.ofPounds(100), Rate.Per.DAY, year, Books.INVENTED);
  }

  private static HomePart minibus(int years, String rate) {
    return new HomePart.Capital(
        "Minibus", Money.ofPounds(21000), years, new BigDecimal(rate), Books.Y2025, Books.INVENTED);
  }

  private static InHouseHome home(HomePart... parts) {
    return new InHouseHome(
        PlacementType.RESIDENTIAL,
        null,
        LocalDate.parse("2025-04-01"),
        null,
        4,
        new BigDecimal("0.8"),
        Set.of(),
        Payer.SOCIAL_CARE,
        List.of(parts),
        Books.INVENTED);
  }

  private static FeeRow fee(CompiledBook book) {
    return book.book().fees().rows().stream()
        .filter(r -> r.home() != null)
        .findFirst()
        .orElseThrow();
  }

  private static CompiledBook book(InHouseHome home) {
    return Books.withFees(Books.book(List.of(), List.of(), List.of()), List.of(home.uncosted()));
  }

  /**
   * £160,025 + £36,525 (100 × 365.25) + £12,100 (2,100 ÷ (1 − 1 ÷ 1.21)) = £208,650; 4 beds ×
   * 365.25 × 0.8 = 1,168.8 nights; £178.516427 a night, and a bed £142.813142 whether used or not.
   */
  @Test
  void aHomeIsBuiltUpFromItsParts() {
    InHouseHome home = home(WORKERS, food(Books.Y2025), minibus(2, "0.1"));

    InHouseProvision built = HomeCosts.of(book(home).book()).of(home);

    assertThat(built.perYear()).isEqualTo(Money.ofPounds(208650));
    assertThat(built.perYear(HomePart.Kind.STAFFING)).isEqualTo(Money.ofPounds(160025));
    assertThat(built.perYear(HomePart.Kind.RUNNING)).isEqualTo(Money.ofPounds(36525));
    assertThat(built.perYear(HomePart.Kind.CAPITAL)).isEqualTo(Money.ofPounds(12100));
    assertThat(built.ofUsedBed().perDay().rounded(6)).isEqualByComparingTo("178.516427");
    FeeRow fee = fee(book(home));
    assertThat(fee.cost()).isEqualTo(built.ofUsedBed().perDay());
    assertThat(fee.block()).extracting(b -> b.retainer().rounded(6)).hasToString("142.813142");
    assertThat(fee.per()).isEqualTo(Rate.Per.NIGHT);
    assertThat(fee.provenance().note())
        .contains("Workers 2 posts × £80012.50 a year", "£208650.00 a year for 4 beds, 80 %");
  }

  /** 60 years at 3.5 %, as PSSRU spreads buildings: the annuity factor is 24.9447. */
  @ParameterizedTest
  @CsvSource({"2, 0.1, 12100", "2, 0, 10500", "1, 0.1, 23100", "60, 0.035, 841.86"})
  void capitalIsSpreadAsAnAnnuity(int years, String rate, BigDecimal aYear) {
    InHouseHome home = home(minibus(years, rate));
    assertThat(HomeCosts.of(book(home).book()).of(home).perYear().rounded(2))
        .isEqualByComparingTo(aYear);
  }

  /**
   * Pay went from 100 to 121 and prices from 100 over 104 to 108.16. In 2025-26 prices the £100 a
   * day of 2024-25 is £37,986 a year, with £160,025 of pay £169.41 a night; in those of 2023-24 pay
   * is £132,252.07, food £35,120.19 and the night £143.20. Moved twice, pay would be £147,952.11.
   */
  @Test
  void everyAmountMovesOnceByItsOwnIndex() {
    PriceIndex prices = index("prices", "100", "104", "108.16");
    PriceIndex pay = index("pay", "100", "110", "121");
    CompiledBook book =
        Books.withIndices(
            book(home(WORKERS, food(Y2024))),
            new PriceIndices(prices, Map.of(PriceIndices.Kind.STAFF, pay)));

    assertThat(fee(book).cost().rounded(2)).isEqualByComparingTo("169.41");
    CompiledBook then = new CompiledBook(book.book().inPricesOf(Y2023));
    assertThat(fee(then).cost().rounded(2)).isEqualByComparingTo("143.20");
    assertThat(fee(then).priceYear()).isEqualTo(Y2023);
  }

  private static PriceIndex index(String name, String... levels) {
    TreeMap<FinancialYear, BigDecimal> byYear = new TreeMap<>();
    for (int i = 0; i < levels.length; i++) {
      byYear.put(new FinancialYear(2023 + i), new BigDecimal(levels[i]));
    }
    return new PriceIndex(name, byYear, new TreeSet<>(), "test");
  }

  @Test
  void aRoleWithoutACostAndAYearWithoutAnIndexAreNamed() {
    HomePart astronauts =
        new HomePart.PostsOfRole("Crew", "astronaut", BigDecimal.ONE, Books.INVENTED);
    assertThatThrownBy(() -> book(home(astronauts, food(FinancialYear.parse("1999-00")))))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.where() + ": " + p.value())
                    .containsExactly(
                        "homes: residential/in-house from 2025-04-01, Crew: astronaut",
                        "homes: residential/in-house from 2025-04-01, Food: 1999-00"));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> minibus(0, "0.1")).hasMessageContaining("1 to 100 years");
    assertThatThrownBy(() -> minibus(2, "1.1")).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> minibus(2, "0.0000001")).hasMessageContaining("six decimals");
    assertThatThrownBy(() -> home()).hasMessageContaining("no cost");
    assertThatThrownBy(() -> home(WORKERS, WORKERS)).hasMessageContaining("name Workers");
    assertThatThrownBy(() -> home(WORKERS).withBeds(0)).hasMessageContaining("1 to 1000 beds");
    assertThatThrownBy(() -> home(WORKERS).withOccupancy(BigDecimal.ZERO))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> home(WORKERS).withTo(LocalDate.parse("2025-04-01")))
        .hasMessageContaining("must not end before it starts");
  }
}
