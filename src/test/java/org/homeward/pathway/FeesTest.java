package org.homeward.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.Books.INVENTED;
import static org.homeward.Books.Y2025;
import static org.homeward.Books.book;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.Books;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.placement.Block;
import org.homeward.placement.BlockContract;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.process.IntRange;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees of the table and of the child; extras; what is paid once; blocks and own homes. */
class FeesTest {

  private static final LocalDate START = LocalDate.of(2025, 6, 2);
  private static final FeeRow FOSTER =
      Books.fee(PlacementType.FOSTER, "2020-04-01", "700", Rate.Per.WEEK);

  private static FeeRow.Kind foster(
      String providerName, IntRange age, IntRange needs, FeeRow.Extra extra) {
    return new FeeRow.Kind(PlacementType.FOSTER, null, providerName, null, age, needs, extra);
  }

  private static FeeRow row(FeeRow.Kind kind, String from, String to, String amount, Rate.Per per) {
    return new FeeRow(
        kind,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        Money.ofPounds(amount),
        per,
        null,
        Y2025,
        Set.of(),
        kind.extra() == null ? Payer.SOCIAL_CARE : Payer.EDUCATION,
        INVENTED);
  }

  private static FeeRow extra(String id, boolean always, String amount, Rate.Per per) {
    return row(
        foster(null, IntRange.ANY, IntRange.ANY, new FeeRow.Extra(id, always)),
        "2020-04-01",
        null,
        amount,
        per);
  }

  private static Leg leg(LocalDate from, LocalDate to, boolean sameCarer) {
    return new Leg(
        DateSpan.of(from, to),
        PlacementType.FOSTER,
        Provider.AGENCY,
        Area.IN_AREA,
        LegalStatus.CARE_ORDER,
        sameCarer);
  }

  private static Pathway pathway(Child child, List<Pathway.PathwayLeg> legs) {
    DateSpan span =
        new DateSpan(
            legs.get(0).leg().span().fromDay(), legs.get(legs.size() - 1).leg().span().toDay());
    return new Pathway(
        "p",
        "p",
        child,
        span,
        new Pathway.Strand(legs, List.of(), List.of(), List.of()),
        span.toDay(),
        List.of(),
        Provenance.STATED_IN_REQUEST);
  }

  private static Child child(Need... needs) {
    return new Child(START.minusYears(10), Set.of(needs));
  }

  private static Pathway.PathwayLeg week(
      StatedFee fee, String providerName, List<Pathway.LegExtra> extras) {
    return new Pathway.PathwayLeg(
        leg(START, START.plusDays(7), false), "", fee, providerName, extras);
  }

  private static List<String> lines(CompiledBook book, Pathway pathway) {
    return new LedgerCalculator(book)
        .calculate(pathway).lines().stream()
            .filter(l -> l.component() == Component.PLACEMENT)
            .map(l -> l.item() + " " + l.amount().toPounds() + " " + l.payer().code())
            .toList();
  }

  private static CompiledBook fees(FeeRow... rows) {
    return book(List.of(), List.of(rows), List.of());
  }

  /** £100 a day, said in every way: a month is a twelfth of 365.25 days; 28 days are £2,800. */
  @ParameterizedTest
  @CsvSource({
    "NIGHT, 100",
    "DAY, 100",
    "WEEK, 700",
    "FOUR_WEEKS, 2800",
    "MONTH, 3043.75",
    "YEAR, 36525",
    ", 2800"
  })
  void aFeeIsPaidByAnyStretchOfTimeOrOnce(Rate.Per per, String amount) {
    FeeRow row =
        row(foster(null, IntRange.ANY, IntRange.ANY, null), "2020-04-01", null, amount, per);
    Pathway.PathwayLeg days =
        new Pathway.PathwayLeg(leg(START, START.plusDays(28), false), "", null, null, List.of());
    assertThat(lines(fees(row), pathway(child(), List.of(days))))
        .containsExactly("foster 2800.00 social-care");
  }

  /**
   * By area and provider: £700 a week for all, £735.35 outside the authority, £812.70 by an agency
   * outside it, £644 in the authority's own homes; a row that names the area comes before one that
   * names the provider.
   */
  @ParameterizedTest
  @CsvSource({
    "AGENCY, IN_AREA, 700.00",
    "AGENCY, OUT_OF_AREA, 812.70",
    "IN_HOUSE, IN_AREA, 644.00",
    "IN_HOUSE, OUT_OF_AREA, 735.35"
  })
  void aPlacementInAnotherAreaHasTheFeeOfItsArea(Provider provider, Area area, String expected) {
    CompiledBook book =
        fees(
            FOSTER,
            of(null, Area.OUT_OF_AREA, "735.35"),
            of(Provider.IN_HOUSE, null, "644"),
            of(Provider.AGENCY, Area.OUT_OF_AREA, "812.70"));
    Leg leg =
        new Leg(
            DateSpan.of(START, START.plusDays(7)),
            PlacementType.FOSTER,
            provider,
            area,
            LegalStatus.CARE_ORDER,
            false);
    Pathway.PathwayLeg week = new Pathway.PathwayLeg(leg, "", null);
    assertThat(lines(book, pathway(child(), List.of(week))))
        .containsExactly("foster " + expected + " social-care");
  }

  private static FeeRow of(Provider provider, Area area, String weekly) {
    FeeRow.Kind kind = FeeRow.Kind.of(PlacementType.FOSTER, provider, area);
    return row(kind, "2020-04-01", null, weekly, Rate.Per.WEEK);
  }

  /** Three days at £100, then four at £105.05: a move out of the area is a new rate. */
  @Test
  void theFeeChangesOnTheDayOfAMoveToAnotherArea() {
    CompiledBook book = fees(FOSTER, of(null, Area.OUT_OF_AREA, "735.35"));
    LocalDate move = START.plusDays(3);
    Leg away =
        new Leg(
            DateSpan.of(move, START.plusDays(7)),
            PlacementType.FOSTER,
            Provider.AGENCY,
            Area.OUT_OF_AREA,
            LegalStatus.CARE_ORDER,
            false);
    assertThat(
            lines(
                book,
                pathway(
                    child(),
                    List.of(
                        new Pathway.PathwayLeg(leg(START, move, false), "", null),
                        new Pathway.PathwayLeg(away, "", null)))))
        .containsExactly("foster 300.00 social-care", "foster 420.20 social-care");
  }

  @ParameterizedTest
  @CsvSource({"Sunrise, 1000.00", "SUNRISE, 1000.00", "Sunset, 700.00", ", 700.00"})
  void aProviderThatIsNamedHasItsOwnFee(String name, String expected) {
    FeeRow own =
        row(
            foster("Sunrise", IntRange.ANY, IntRange.ANY, null),
            "2020-04-01",
            null,
            "1000",
            Rate.Per.WEEK);
    assertThat(lines(fees(FOSTER, own), pathway(child(), List.of(week(null, name, List.of())))))
        .containsExactly("foster " + expected + " social-care");
  }

  @Test
  void aChildWithMoreNeedsHasTheFeeOfItsBand() {
    FeeRow complex =
        row(
            foster(null, IntRange.ANY, new IntRange(2, Integer.MAX_VALUE), null),
            "2020-04-01",
            null,
            "1100",
            Rate.Per.WEEK);
    CompiledBook book = fees(FOSTER, complex);
    List<Pathway.PathwayLeg> legs = List.of(week(null, null, List.of()));
    assertThat(lines(book, pathway(child(Need.DISABILITY), legs)))
        .containsExactly("foster 700.00 social-care");
    assertThat(
            lines(
                book,
                pathway(child(Need.DISABILITY, Need.EMOTIONAL_OR_BEHAVIOURAL_DIFFICULTIES), legs)))
        .containsExactly("foster 1100.00 social-care");
  }

  @Test
  void anExtraIsALineOfItsOwnWithItsOwnPayer() {
    assertThat(
            lines(
                fees(FOSTER, extra("education", true, "50", Rate.Per.NIGHT)),
                pathway(child(), List.of(week(null, null, List.of())))))
        .containsExactlyInAnyOrder("foster 700.00 social-care", "education 350.00 education");
  }

  /** Twenty hours of one-to-one care a week at £25 an hour. */
  @Test
  void anExtraThatIsAskedForIsItsPriceTimesItsQuantity() {
    CompiledBook book = fees(FOSTER, extra("one-to-one", false, "25", Rate.Per.WEEK));
    Pathway.LegExtra twenty = new Pathway.LegExtra("one-to-one", BigDecimal.valueOf(20), null);
    assertThat(lines(book, pathway(child(), List.of(week(null, null, List.of(twenty))))))
        .containsExactlyInAnyOrder("foster 700.00 social-care", "one-to-one 500.00 education");
    assertThat(lines(book, pathway(child(), List.of(week(null, null, List.of())))))
        .containsExactly("foster 700.00 social-care");
  }

  @Test
  void theChildsOwnFeeWinsOverTheTableWithItsExtras() {
    CompiledBook book = fees(FOSTER, extra("education", true, "50", Rate.Per.NIGHT));
    StatedFee own =
        new StatedFee(Money.ofPounds(840), Rate.Per.WEEK, Y2025, Set.of(), Payer.SOCIAL_CARE);
    Pathway.LegExtra therapy =
        new Pathway.LegExtra(
            "therapy",
            BigDecimal.ONE,
            new StatedFee(Money.ofPounds(70), Rate.Per.WEEK, Y2025, Set.of(), Payer.HEALTH));
    assertThat(lines(book, pathway(child(), List.of(week(own, null, List.of(therapy))))))
        .containsExactlyInAnyOrder("foster 840.00 social-care", "therapy 70.00 health");
  }

  @Test
  void whatIsPaidOnceIsPaidOnTheFirstDayOfAPlacementAlone() {
    CompiledBook book =
        fees(
            FOSTER.withAmount(Money.ofPounds(1)),
            row(
                foster("Short Stays", IntRange.ANY, IntRange.ANY, null),
                "2020-04-01",
                null,
                "232",
                null),
            extra("equipment", true, "90", null));
    List<Pathway.PathwayLeg> legs =
        List.of(
            new Pathway.PathwayLeg(
                leg(START, START.plusDays(7), false), "", null, "Short Stays", List.of()),
            new Pathway.PathwayLeg(
                leg(START.plusDays(7), START.plusDays(14), true),
                "",
                null,
                "Short Stays",
                List.of()),
            new Pathway.PathwayLeg(
                leg(START.plusDays(14), START.plusDays(21), false),
                "",
                null,
                "Short Stays",
                List.of()));
    assertThat(lines(book, pathway(child(), legs)))
        .containsExactlyInAnyOrder(
            "foster 232.00 social-care", "equipment 90.00 education",
            "foster 232.00 social-care", "equipment 90.00 education");
  }

  /** £100 a used night on top of a retainer of £300 of which three quarters are used: £500. */
  @Test
  void aUsedNightOfABlockCarriesTheEmptyOnes() {
    FeeRow block =
        new FeeRow(
            FOSTER.kind(),
            FOSTER.from(),
            null,
            Money.ofPounds(100),
            Rate.Per.NIGHT,
            new Block(Money.ofPounds(300), new BigDecimal("0.75")),
            Y2025,
            Set.of(),
            Payer.SOCIAL_CARE,
            INVENTED);
    assertThat(lines(fees(block), pathway(child(), List.of(week(null, null, List.of())))))
        .containsExactly("foster 3500.00 social-care");
  }

  /** Four beds: £3,500 a week each, £500 on top when used, seven eighths used. */
  @Test
  void aBlockContractCostsItsBeds() {
    BlockContract contract =
        new BlockContract(
            4,
            new Block(Money.ofPounds(3500), new BigDecimal("0.875")),
            Money.ofPounds(500),
            Rate.Per.WEEK);
    assertThat(contract.ofUsedBed().amountPer(Rate.Per.WEEK)).isEqualTo(Money.ofPounds(4500));
    // 4 × (3,500 + 0.875 × 500) = 15,750 a week; 4 × 0.125 × 3,500 = 1,750 a week; × 365.25 ÷ 7.
    assertThat(contract.ofContract().amountPer(Rate.Per.YEAR))
        .isEqualTo(Money.ofPounds("821812.50"));
    assertThat(contract.ofEmptyBeds().amountPer(Rate.Per.YEAR))
        .isEqualTo(Money.ofPounds("91312.50"));
  }

  /** A name in capitals is the same provider's: its earlier fee is not carried forward. */
  @Test
  void theLastFeeOfAProviderIsTheLatestWhateverTheCaseOfItsName() {
    FeeRow first =
        row(
            foster("Acme", IntRange.ANY, IntRange.ANY, null),
            "2023-04-01",
            null,
            "700",
            Rate.Per.WEEK);
    FeeRow later =
        row(
            foster("ACME", IntRange.ANY, IntRange.ANY, null),
            "2024-04-01",
            null,
            "800",
            Rate.Per.WEEK);
    FeeSchedule fees = new FeeSchedule(List.of(first, later));
    assertThat(fees.isLast(first)).isFalse();
    assertThat(fees.isLast(later)).isTrue();
  }

  // Dates

  @Test
  void feesWhoseDaysOverlapAreRefusedByName() {
    FeeRow first = row(FOSTER.kind(), "2024-04-01", "2025-05-01", "700", Rate.Per.WEEK);
    FeeRow second = row(FOSTER.kind(), "2025-04-01", null, "720", Rate.Per.WEEK);
    assertThatThrownBy(() -> new FeeSchedule(List.of(first, second)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("foster from 2025-04-01")
        .hasMessageContaining("2025-05-01");
  }

  @Test
  void daysWithoutAFeeBetweenTwoAreNamedAndHaveNone() {
    FeeRow first = row(FOSTER.kind(), "2024-04-01", "2025-06-04", "700", Rate.Per.WEEK);
    FeeRow second = row(FOSTER.kind(), "2025-06-06", null, "720", Rate.Per.WEEK);
    assertThat(new FeeSchedule(List.of(first, second)).gaps())
        .singleElement()
        .asString()
        .contains("foster from 2025-06-04 to 2025-06-06");
    assertThatThrownBy(
            () ->
                lines(fees(first, second), pathway(child(), List.of(week(null, null, List.of())))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2025-06-04");
  }

  /** Two days at £700 a week, then five at £770. */
  @Test
  void aProvidersFeesFollowEachOtherHoweverItsNameIsWritten() {
    FeeRow.Kind own = foster("Sunrise Homes", IntRange.ANY, IntRange.ANY, null);
    FeeRow.Kind capitals = foster("SUNRISE homes", IntRange.ANY, IntRange.ANY, null);
    FeeRow before = row(own, "2024-04-01", null, "700", Rate.Per.WEEK);
    FeeRow after = row(capitals, "2025-06-04", null, "770", Rate.Per.WEEK);
    List<Pathway.PathwayLeg> legs = List.of(week(null, "Sunrise Homes", List.of()));
    assertThat(lines(fees(FOSTER, before, after), pathway(child(), legs)))
        .containsExactly("foster 200.00 social-care", "foster 550.00 social-care");
    assertThatThrownBy(
            () ->
                new FeeSchedule(
                    List.of(before, row(capitals, "2024-04-01", null, "1", Rate.Per.WEEK))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("foster/SUNRISE homes from 2024-04-01")
        .hasMessageContaining("begin on the same day");
  }

  private static IntRange from(int from, int below) {
    return new IntRange(from, below);
  }

  private static FeeRow band(IntRange age, IntRange needs, String from, String to) {
    return row(foster(null, age, needs, null), from, to, "700", Rate.Per.WEEK);
  }

  @Test
  void bandsThatOverlapOnTheSameDaysAreRefusedByName() {
    FeeRow young = band(from(0, 5), IntRange.ANY, "2024-04-01", null);
    FeeRow older = band(from(4, 11), IntRange.ANY, "2025-04-01", null);
    assertThatThrownBy(() -> new FeeSchedule(List.of(young, older)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("foster/age 4 to 10 from 2025-04-01")
        .hasMessageContaining("foster/age 0 to 4 from 2024-04-01")
        .hasMessageContaining("their bands overlap");
    FeeRow few = band(IntRange.ANY, from(0, 3), "2024-04-01", "2025-04-02");
    FeeRow many = band(IntRange.ANY, from(2, 5), "2025-04-01", null);
    assertThatThrownBy(() -> new FeeSchedule(List.of(few, many)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("foster/needs 2 to 4 from 2025-04-01");
  }

  /**
   * One ends where the other begins; one has both bands, of which only one meets; one names more.
   */
  @Test
  void bandsThatMeetOrFollowOrAreMoreSpecificDoNotOverlap() {
    List<FeeRow> rows =
        List.of(
            band(from(0, 5), IntRange.ANY, "2024-04-01", "2025-04-01"),
            band(from(5, 18), IntRange.ANY, "2024-04-01", null),
            band(from(0, 3), IntRange.ANY, "2025-04-01", null),
            band(from(3, 5), IntRange.ANY, "2025-04-01", null),
            band(from(0, 5), from(2, 9), "2024-04-01", null),
            band(from(5, 18), from(2, 9), "2024-04-01", null),
            FOSTER);
    FeeSchedule schedule = new FeeSchedule(rows);
    assertThat(schedule.gaps()).isEmpty();
  }

  /** From 1 April the band of 0 to 4 is cut in two, and the younger begins a month late. */
  @Test
  void daysAndBandsWithoutAFeeAreNamed() {
    FeeSchedule late =
        new FeeSchedule(
            List.of(
                band(from(0, 5), IntRange.ANY, "2024-04-01", "2025-04-01"),
                band(from(0, 3), IntRange.ANY, "2025-05-01", null),
                band(from(3, 5), IntRange.ANY, "2025-04-01", null)));
    assertThat(late.gaps())
        .containsExactly(
            "There is no fee for foster/age 0 to 2 from 2025-04-01 to 2025-05-01: a more general"
                + " one holds there, or none.");
    FeeSchedule hole =
        new FeeSchedule(
            List.of(
                band(from(0, 5), IntRange.ANY, "2024-04-01", null),
                band(from(8, 18), IntRange.ANY, "2024-04-01", null)));
    assertThat(hole.gaps())
        .singleElement()
        .asString()
        .startsWith("There is no fee for foster/age 5 to 7 on any day");
  }

  private static PriceRow grant(IntRange age) {
    return new PriceRow(
        "grant",
        "Grant",
        PriceRow.Kind.SUPPORT,
        age,
        LocalDate.parse("2024-04-01"),
        Money.ofPounds(10),
        null,
        Y2025,
        List.of(),
        Payer.SOCIAL_CARE,
        INVENTED);
  }

  @Test
  void pricesOfOneItemForTheSameAgesFromTheSameDayAreRefused() {
    PriceList apart = new PriceList(List.of(grant(from(0, 5)), grant(from(5, 9))));
    assertThat(apart.rows()).hasSize(2);
    assertThatThrownBy(() -> new PriceList(List.of(grant(from(0, 5)), grant(from(4, 9)))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grant/age 4 to 8")
        .hasMessageContaining("for the same ages");
  }

  /** The first two days of seven at £700 a week are £200, five days at the general £70 are £50. */
  @Test
  void aFeeThatEndsLeavesTheMoreGeneralOne() {
    FeeRow ended =
        row(
            foster("Sunrise", IntRange.ANY, IntRange.ANY, null),
            "2024-04-01",
            "2025-06-04",
            "700",
            Rate.Per.WEEK);
    assertThat(
            lines(
                fees(FOSTER.withAmount(Money.ofPounds(70)), ended),
                pathway(child(), List.of(week(null, "Sunrise", List.of())))))
        .containsExactly("foster 200.00 social-care", "foster 50.00 social-care");
  }

  private static CatalogueFiles withFees(String... rows) {
    CatalogueFiles shipped = CatalogueFolder.read(Path.of(""));
    TreeMap<String, String> texts = new TreeMap<>(shipped.texts());
    String header = ",provider_name,to_date,extra,extra_paid,retainer,occupancy,uplift";
    List<String> lines =
        shipped.texts().get("catalogue/fees.csv").lines().collect(Collectors.toList());
    List<String> wider = new ArrayList<>(List.of(lines.get(0) + header));
    lines.stream().skip(1).forEach(l -> wider.add(l + ",".repeat(7)));
    wider.addAll(List.of(rows));
    texts.put("catalogue/fees.csv", String.join("\n", wider) + "\n");
    return new CatalogueFiles(texts);
  }

  /** 3.55 % on £625 is £647.19, on that again £670.17. */
  @Test
  void anUpliftIsOfTheRowBeforeItToThePenny() {
    Catalogue catalogue =
        CatalogueReader.read(
            withFees(
                "foster,in-house,,,,2026-04-01,,week,2025-26,,social-care,award,false,,,,,,,,0.0355",
                "foster,in-house,,,,2025-04-01,,week,2025-26,,social-care,award,false,,,,,,,,0.0355"));
    assertThat(
            catalogue.book().fees().rows().stream()
                .filter(f -> f.provider() == Provider.IN_HOUSE)
                .filter(f -> f.from().getYear() > 2024)
                .map(f -> f.from() + " " + f.amount() + " " + f.includes()))
        .containsExactly(
            "2026-04-01 £670.17 [supervise-foster-carer]",
            "2025-04-01 £647.19 [supervise-foster-carer]");
  }

  /**
   * Seven days at £647.19 and seven at £670.17 are £1,317.36. At £700 from the second award on they
   * are £1,347.19; a tenth more on it (£737.187) makes £1,384.38; £650 from the first award on
   * leaves the second as it is: £1,320.17.
   */
  @ParameterizedTest
  @CsvSource({
    "2026, SET, 700, 1347.19",
    "2026, MULTIPLY, 1.1, 1384.38",
    "2025, SET, 650, 1320.17",
    "2026, ADD, 0, 1317.36"
  })
  void anAmountThatAnUpliftMadeIsChangedByItsPath(
      int year, Change.Operation operation, BigDecimal value, BigDecimal expected) {
    Catalogue catalogue =
        CatalogueReader.read(
            withFees(
                "foster,in-house,,,,2026-04-01,,week,2025-26,,social-care,award,false,,,,,,,,0.0355",
                "foster,in-house,,,,2025-04-01,,week,2025-26,,social-care,award,false,,,,,,,,0.0355"));
    Change change =
        new Change(
            "fees/foster/in-house/any-area/any-age/" + year + "-04-01/amount",
            operation,
            value,
            "a law");
    Leg fortnight =
        new Leg(
            DateSpan.of(LocalDate.of(2026, 3, 25), LocalDate.of(2026, 4, 8)),
            PlacementType.FOSTER,
            Provider.IN_HOUSE,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false);
    CompiledBook changed =
        new CompiledBook(ParameterCatalogue.of(catalogue.inputs()).with(List.of(change)).book());
    Pence placement =
        new LedgerCalculator(changed)
            .calculate(
                pathway(
                    child(), List.of(new Pathway.PathwayLeg(fortnight, "", null, null, List.of()))))
            .byComponent()
            .get(Component.PLACEMENT);
    assertThat(placement.toPounds()).isEqualByComparingTo(expected);
  }

  @Test
  void aTableTellsWhatIsWrongWithItByLine() {
    assertThatThrownBy(
            () ->
                CatalogueReader.read(
                    withFees(
                        "foster,other-authority,,,,2025-04-01,,week,2025-26,,social-care,x,false,,,,,,,,0.03",
                        "foster,,,,,2025-04-01,1,week,2025-26,,social-care,x,false,,,,education,perhaps,,,",
                        "foster,,,,,2026-04-01,1,week,2025-26,,social-care,x,false,,,,,,300,1.5,")))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(?s).*fees.csv: line \\d+: .*")
        .hasMessageContaining("no fee before it")
        .hasMessageContaining("always or asked")
        .hasMessageContaining("Occupancy must be above 0");
  }

  @Test
  void aGapInTheTableIsNamedInEveryAnswer() {
    Catalogue catalogue =
        CatalogueReader.read(
            withFees(
                "secure,agency,,,,2024-04-01,1,week,2025-26,,social-care,x,false,,,2024-06-01,,,,,",
                "secure,agency,,,,2024-07-01,1,week,2025-26,,social-care,x,false,,,,,,,,"));
    assertThat(catalogue.book().warnings())
        .anyMatch(w -> w.contains("secure/agency from 2024-06-01 to 2024-07-01"));
  }

  /** Wherever a stretch is cut, the two halves of every line add up to the whole. */
  @Test
  void halvesOfAnythingPaidOnTopAddUpToTheWhole() {
    CompiledBook book =
        fees(
            FOSTER,
            extra("education", true, "333.33", Rate.Per.MONTH),
            extra("equipment", true, "90", null),
            extra("one-to-one", false, "17.77", Rate.Per.WEEK));
    Pathway.LegExtra hours = new Pathway.LegExtra("one-to-one", new BigDecimal("7.5"), null);
    Pathway.PathwayLeg leg =
        new Pathway.PathwayLeg(
            leg(START, START.plusDays(100), false), "", null, null, List.of(hours));
    Pathway pathway = pathway(child(), List.of(leg));
    LedgerCalculator calculator = new LedgerCalculator(book);
    long whole = calculator.calculate(pathway).total().value();
    int start = (int) START.toEpochDay();
    for (int cut = 1; cut < 100; cut++) {
      long first = calculator.calculate(pathway, new DateSpan(start, start + cut)).total().value();
      long rest =
          calculator.calculate(pathway, new DateSpan(start + cut, start + 100)).total().value();
      assertThat(first + rest).as("cut after " + cut + " days").isEqualTo(whole);
    }
  }
}
