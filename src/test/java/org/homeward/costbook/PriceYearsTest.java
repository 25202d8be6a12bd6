package org.homeward.costbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.StatedUnitCost;
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
        new FeeSchedule(fees),
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

  /**
   * Amounts of 2024-25 in a book of 2025-26: £700 of fees for a week × 1.02, £70 of support × 1.03,
   * a £200 court fee × 1.04, a £100 grant × 1.05, a stated visit of £50 × 1.06, none of them by the
   * general index, which grows by half.
   */
  @Test
  void eachComponentMovesByTheIndexOfItsOwn() {
    Map<PriceIndices.Kind, PriceIndex> own = new EnumMap<>(PriceIndices.Kind.class);
    own.put(PriceIndices.Kind.PLACEMENT, index("fees", "98", "100", "102"));
    own.put(PriceIndices.Kind.SUPPORT, index("support", "98", "100", "103"));
    own.put(PriceIndices.Kind.LEGAL, index("courts", "98", "100", "104"));
    own.put(PriceIndices.Kind.ONE_OFF, index("goods", "98", "100", "105"));
    own.put(PriceIndices.Kind.STAFF, index("pay", "98", "100", "106"));
    CostBook plain = book(new PriceIndices(index("all", "98", "100", "150"), own));
    CostBook book =
        new CostBook(
            plain.name(),
            plain.hash(),
            plain.priceYear(),
            plain.hourBasis(),
            plain.processes(),
            plain.estimates(),
            plain.hourlyCosts(),
            List.of(
                new StatedUnitCost(
                    "visit",
                    "standard",
                    Condition.ALWAYS,
                    Money.ofPounds(50),
                    StatedUnitCost.Per.OCCURRENCE,
                    Y2024,
                    Books.INVENTED)),
            Set.of("visit"),
            new FeeSchedule(List.of(fee("2024-04-01", "700", Y2024))),
            new PriceList(
                List.of(
                    price("help", PriceRow.Kind.SUPPORT, "70", Rate.Per.WEEK),
                    price("court", PriceRow.Kind.LEGAL, "200", null),
                    price("grant", PriceRow.Kind.ONE_OFF, "100", null))),
            plain.indices(),
            plain.discounts(),
            plain.workingDays(),
            List.of());

    Map<Component, Pence> costs =
        new LedgerCalculator(new CompiledBook(book)).calculate(week()).byComponent();

    assertThat(costs.get(Component.PLACEMENT)).isEqualTo(Pence.of(71_400));
    assertThat(costs.get(Component.SUPPORT)).isEqualTo(Pence.of(7_210));
    assertThat(costs.get(Component.LEGAL)).isEqualTo(Pence.of(20_800));
    assertThat(costs.get(Component.ONE_OFF)).isEqualTo(Pence.of(10_500));
    assertThat(costs.get(Component.CASE_MANAGEMENT)).isEqualTo(Pence.of(5_300));
  }

  private static PriceRow price(String item, PriceRow.Kind kind, String amount, Rate.Per per) {
    return new PriceRow(
        item,
        item,
        kind,
        IntRange.ANY,
        LocalDate.parse("2024-04-01"),
        Money.ofPounds(amount),
        per,
        Y2024,
        List.of(),
        Payer.SOCIAL_CARE,
        Books.INVENTED);
  }

  /** A week in foster care, with a visit when it begins, support, a court fee and a grant. */
  private static Pathway week() {
    int start = (int) LocalDate.parse("2025-06-02").toEpochDay();
    DateSpan span = new DateSpan(start, start + 7);
    Leg leg =
        new Leg(
            span,
            PlacementType.FOSTER,
            Provider.AGENCY,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false);
    return new Pathway(
        "week",
        "Week",
        new Child(LocalDate.parse("2015-01-01"), Set.of()),
        span,
        new Pathway.Strand(
            List.of(new Pathway.PathwayLeg(leg, "", null)),
            List.of(),
            List.of(new Pathway.Support("help", "Help", span, BigDecimal.ONE, null, null)),
            List.of(
                new Pathway.OneOff("court", "Court", start + 1, BigDecimal.ONE, null),
                new Pathway.OneOff("grant", "Grant", start + 2, BigDecimal.ONE, null))),
        start + 7,
        List.of(),
        Books.INVENTED);
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
