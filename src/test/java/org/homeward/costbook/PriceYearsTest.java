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
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.history.Area;
import org.homeward.history.EventType;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;

/** Prices grow by 4 % a year, pay by 10 %: 100, 104, 108.16 and 100, 110, 121. */
class PriceYearsTest {

  private static final FinancialYear Y2023 = FinancialYear.parse("2023-24");
  private static final FinancialYear Y2024 = FinancialYear.parse("2024-25");
  private static final PriceIndex PRICES = index("prices", "100", "104", "108.16");
  private static final PriceIndex PAY = index("pay", "100", "110", "121");

  private static PriceIndex index(String name, String... levels) {
    TreeMap<FinancialYear, BigDecimal> byYear = new TreeMap<>();
    for (int i = 0; i < levels.length; i++) {
      byYear.put(new FinancialYear(2023 + i), new BigDecimal(levels[i]));
    }
    return new PriceIndex(name, byYear, new TreeSet<>(), "test");
  }

  private static FeeRow fee(String from, String amount, FinancialYear priceYear) {
    return new FeeRow(
        FeeRow.Kind.of(PlacementType.FOSTER, null, null),
        LocalDate.parse(from),
        null,
        Money.ofPounds(amount),
        Rate.Per.WEEK,
        null,
        priceYear,
        Set.of(),
        Payer.SOCIAL_CARE,
        Books.INVENTED);
  }

  /** In 2025-26 prices: fees of three price years, and a process of 60 minutes. */
  private static CostBook book(PriceIndices indices) {
    ProcessGraph visit = Books.visit(EventType.CARE_START, 60);
    List<FeeRow> fees =
        List.of(
            fee("2023-04-01", "100", Y2023),
            fee("2024-04-01", "104", Y2024),
            fee("2025-04-01", "110", Books.Y2025));
    CostBook flat = Books.book(List.of(visit), List.of(), List.of()).book();
    return new CostBook(
        "test",
        "test",
        Books.Y2025,
        flat.hourBasis(),
        flat.processes(),
        flat.estimates(),
        flat.hourlyCosts(),
        List.of(),
        Set.of(),
        new org.homeward.placement.FeeSchedule(fees),
        flat.prices(),
        indices,
        flat.discounts(),
        flat.workingDays(),
        List.of());
  }

  private static Money aWeek(CostBook book, String day) {
    int on = (int) LocalDate.parse(day).toEpochDay();
    return java.util.Objects.requireNonNull(
            new CompiledBook(book)
                .fees(PlacementType.FOSTER, Provider.AGENCY, Area.IN_AREA)
                .on(on, 5))
        .accrual()
        .rate()
        .amountPer(Rate.Per.WEEK);
  }

  /** £100 of 2023-24 is £104 of 2024-25 and £108.16 of 2025-26, whatever the day it is paid on. */
  @Test
  void eachFeeIsMovedOnceFromTheYearThatItIsStatedIn() {
    CostBook book = book(PriceIndices.all(PRICES));

    assertThat(aWeek(book, "2023-06-01")).isEqualTo(Money.ofPounds("108.16"));
    assertThat(aWeek(book, "2024-06-01")).isEqualTo(Money.ofPounds("108.16"));
    assertThat(aWeek(book, "2025-06-01")).isEqualTo(Money.ofPounds("110"));
    assertThat(aWeek(book.inPricesOf(Y2024), "2023-06-01")).isEqualTo(Money.ofPounds("104"));
    assertThat(aWeek(book.inPricesOf(Y2024), "2024-06-01")).isEqualTo(Money.ofPounds("104"));
    assertThat(aWeek(book.inPricesOf(Y2023), "2023-06-01")).isEqualTo(Money.ofPounds("100"));
    assertThat(aWeek(book.inPricesOf(Y2023), "2025-06-01"))
        .isEqualTo(Money.ofPounds(11_000).dividedBy(BigFraction.of(10816, 100)));
  }

  @Test
  void throughOtherYearsAndBackIsWhereItWas() {
    CostBook book = book(PriceIndices.all(PRICES));

    CostBook there = book.inPricesOf(Y2023).inPricesOf(Y2024).inPricesOf(Books.Y2025);

    for (String day : List.of("2023-06-01", "2024-06-01", "2025-06-01")) {
      assertThat(aWeek(there, day)).isEqualTo(aWeek(book, day));
    }
  }

  /** An hour of 2025-26 is 121 / 110 times one in prices of 2024-25 by the pay index. */
  @Test
  void eachKindOfCostMovesByItsOwnIndex() {
    CostBook book =
        book(new PriceIndices(PRICES, Map.of(PriceIndices.Kind.STAFF, PAY))).inPricesOf(Y2024);

    assertThat(
            new CompiledBook(book)
                .process("visit")
                .unitCost(0)
                .exact()
                .times(BigFraction.of(11, 10)))
        .isEqualTo(
            new CompiledBook(book(PriceIndices.all(PRICES))).process("visit").unitCost(0).exact());
    assertThat(aWeek(book, "2023-06-01")).isEqualTo(Money.ofPounds("104"));
  }

  @Test
  void aYearThatAnIndexDoesNotCoverIsRefusedWithTheIndex() {
    CostBook book = book(new PriceIndices(PRICES, Map.of(PriceIndices.Kind.STAFF, PAY)));

    assertThatThrownBy(() -> book.inPricesOf(FinancialYear.parse("2030-31")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"pay\"")
        .hasMessageContaining("2023-24 to 2025-26");
  }
}
