package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.EventType;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.process.IntRange;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.Pseudonym;
import org.homeward.returns.Route;
import org.homeward.returns.Stay;
import org.junit.jupiter.api.Test;

/** Sums worked by hand. */
class CohortCostCalculatorTest {

  private static final DateSpan WINDOW =
      DateSpan.of(LocalDate.of(2019, 4, 1), LocalDate.of(2022, 4, 1));

  private static FeeRow foster(Provider provider, String pounds) {
    return new FeeRow(
        FeeRow.Kind.of(PlacementType.FOSTER, provider, null),
        LocalDate.of(2015, 4, 1),
        null,
        Money.ofPounds(pounds),
        Rate.Per.WEEK,
        null,
        Books.Y2025,
        Set.of(),
        Payer.SOCIAL_CARE,
        Books.INVENTED);
  }

  /** In-house £500, agency £1,000 a week, and nothing else costs anything. */
  private static final CompiledBook FEES =
      Books.book(
          List.of(),
          List.of(foster(Provider.IN_HOUSE, "500"), foster(Provider.AGENCY, "1000")),
          List.of());

  private static ChildHistories one(Stay... stays) {
    return Cohorts.of(List.of(Cohorts.child(1, "2010-05-20", Route.STILL_IN_CARE, List.of(stays))));
  }

  private static Stay agency(String from, String to) {
    return Cohorts.stay(from, to, Cohorts.FOSTER, Cohorts.PRIVATE, Cohorts.STARTS);
  }

  private static CohortCosts costs(ChildHistories histories, Dimension... by) {
    return new CohortCostCalculator(FEES, 1)
        .calculate(histories, CostQuestion.of(List.of(by), WINDOW));
  }

  private static Map<String, Pence> byFirst(List<GroupCosts> groups) {
    return groups.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                g -> String.valueOf(g.values().get(0)), GroupCosts::total));
  }

  @Test
  void aStayOverTheFirstOfAprilIsCutThereAndNothingIsLost() {
    // 1 January to 1 April 2020: 91 nights at £1,000 ÷ 7 = £13,000; 366 nights in all =
    // £52,285.714…, rounded once, so the rest of the stay is £39,285.71.
    CohortCosts costs = costs(one(agency("2020-01-01", "2021-01-01")), Dimension.YEAR);
    assertThat(byFirst(costs.groups()))
        .isEqualTo(Map.of("2019-20", Pence.of(1_300_000), "2020-21", Pence.of(3_928_571)));
    assertThat(costs.all().total()).isEqualTo(Pence.of(5_228_571));
    assertThat(costs.all().nights(Nights.IN_CARE).intValue()).isEqualTo(366);
  }

  @Test
  void anAgeBandBeginsOnTheBirthday() {
    // Ten on 20 May 2020: 19 nights of May and 30 of April before, 12 after, at £1,000 ÷ 7.
    CohortCosts costs = costs(one(agency("2020-04-01", "2020-06-01")), Dimension.AGE);
    assertThat(byFirst(costs.groups()))
        .isEqualTo(Map.of("5-9", Pence.of(700_000), "10-15", Pence.of(171_429)));
  }

  @Test
  void monthsSinceEntryAreCalendarMonths() {
    CohortCosts costs = costs(one(agency("2020-01-31", "2020-03-05")), Dimension.MONTH);
    // 31 January to 29 February, 29 nights; then 5 to 5 March: £4,142.857…, in all 34 nights
    // £4,857.142…
    assertThat(byFirst(costs.groups()))
        .isEqualTo(Map.of("0", Pence.of(414_286), "1", Pence.of(71_428)));
  }

  @Test
  void aStayFromBeforeTheReturnsHasNoMonthOfEntry() {
    Stay open =
        Cohorts.stay("2020-01-01", "2020-01-08", Cohorts.FOSTER, Cohorts.PRIVATE, Cohorts.MOVES);
    assertThat(byFirst(costs(one(open), Dimension.MONTH).groups()))
        .isEqualTo(Map.of("not-known", Pence.of(100_000)));
  }

  @Test
  void quantilesAreOfChildrenAndExact() {
    // Seven, 14, 21 and 28 nights: £1,000, £2,000, £3,000, £4,000.
    CohortCosts costs =
        costs(
            Cohorts.of(
                List.of(
                    child(1, agency("2020-01-01", "2020-01-08")),
                    child(2, agency("2020-01-01", "2020-01-15")),
                    child(3, agency("2020-01-01", "2020-01-22")),
                    child(4, agency("2020-01-01", "2020-01-29")))));
    ChildCosts children = costs.all().children();
    assertThat(children.count()).isEqualTo(4);
    assertThat(children.median()).isEqualTo(Pence.of(200_000));
    assertThat(children.quantile(75)).isEqualTo(Pence.of(300_000));
    assertThat(children.quantile(76)).isEqualTo(Pence.of(400_000));
    assertThat(costs.all().meanPerChild()).isEqualByComparingTo("2500");
    assertThat(costs.all().perNightInCare()).isEqualByComparingTo("142.86"); // 10,000 ÷ 70
  }

  private static org.homeward.returns.ChildHistory child(long number, Stay... stays) {
    return Cohorts.child(number, "2010-05-20", Route.STILL_IN_CARE, List.of(stays));
  }

  @Test
  void aChildsOwnFeeWinsOverTheTableOnItsDays() {
    // 70 nights: 14 at £500 ÷ 7 by the table = £2,000 agency … own fee £1,400 for 28, table again
    // for 28: 14 × 1000/7 + 28 × 1400/7 + 28 × 1000/7 = 2,000 + 5,600 + 4,000.
    ChildFees fees = ChildFees.of(List.of(fee(2, "2020-01-15", "2020-02-12", "1400", null)));
    CohortCosts costs =
        new CohortCostCalculator(FEES, 1)
            .calculate(
                one(agency("2020-01-01", "2020-03-11")),
                fees,
                CostQuestion.of(List.of(), WINDOW),
                PlacementMoves.NONE,
                CohortCostCalculator.Progress.NONE);
    assertThat(costs.all().total()).isEqualTo(Pence.of(1_160_000));
  }

  @Test
  void theProviderOfAChildsOwnFeeWinsToo() {
    ChildFees fees =
        ChildFees.of(List.of(fee(2, "2020-01-01", "2020-01-08", "700", Provider.OTHER_AUTHORITY)));
    CohortCosts costs =
        new CohortCostCalculator(FEES, 1)
            .calculate(
                one(agency("2020-01-01", "2020-01-15")),
                fees,
                CostQuestion.of(List.of(Dimension.PROVIDER), WINDOW),
                PlacementMoves.NONE,
                CohortCostCalculator.Progress.NONE);
    assertThat(byFirst(costs.groups()))
        .isEqualTo(Map.of("other-authority", Pence.of(70_000), "agency", Pence.of(100_000)));
  }

  private static ChildFee fee(int line, String from, String to, String pounds, Provider provider) {
    return new ChildFee(
        line,
        new Pseudonym(1),
        DateSpan.of(LocalDate.parse(from), LocalDate.parse(to)),
        Money.ofPounds(pounds),
        provider,
        FinancialYear.parse("2019-20"));
  }

  @Test
  void feesOfOneChildThatOverlapAreNamedWithTheirLines() {
    assertThatThrownBy(
            () ->
                ChildFees.of(
                    List.of(
                        fee(2, "2020-01-01", "2020-02-01", "700", null),
                        fee(3, "2020-01-31", "2020-03-01", "800", null),
                        fee(4, "2020-04-01", "2020-04-01", "900", null))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("line 2")
        .hasMessageContaining("2020-02-01")
        .hasMessageContaining("line 4: The fee has no days.");
  }

  @Test
  void daysWithoutAFeeOfItsOwnAndFeesWithoutAChildAreNamed() {
    // In care from 1 January to 1 March in two stays, with a fee of its own from 10 to 20 January.
    ChildHistories histories =
        one(agency("2020-01-01", "2020-02-01"), agency("2020-02-01", "2020-03-01"));
    ChildFees fees = ChildFees.of(List.of(fee(2, "2020-01-10", "2020-01-20", "700", null)));
    assertThat(fees.gaps(histories))
        .containsExactly(
            new ChildFees.Gap(new Pseudonym(1), days("2020-01-01", "2020-01-10")),
            new ChildFees.Gap(new Pseudonym(1), days("2020-01-20", "2020-03-01")));
    assertThat(fees.withoutHistory(histories)).isEmpty();
    assertThat(
            fees.withoutHistory(Cohorts.of(List.of(child(7, agency("2020-01-01", "2020-02-01"))))))
        .containsExactly(new Pseudonym(1));
  }

  private static DateSpan days(String from, String to) {
    return DateSpan.of(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void tenPercentOfAgencyPlacementsInHouseCostTenPercentOfTheDifferenceLess() {
    // 70 nights at £1,000 a week: £10,000; a tenth of them at £500: 9,000 + 500.
    PlacementMove move =
        new PlacementMove(
            PlacementType.FOSTER,
            Provider.AGENCY,
            Provider.IN_HOUSE,
            new BigDecimal("0.1"),
            "new carers");
    ChildHistories histories = one(agency("2020-01-01", "2020-03-11"));
    CostQuestion question = CostQuestion.of(List.of(Dimension.PROVIDER), WINDOW);
    CohortCostCalculator calculator = new CohortCostCalculator(FEES, 1);
    CohortWhatIf whatIf =
        new CohortWhatIf(
            calculator.calculate(histories, question),
            calculator.calculate(
                histories,
                ChildFees.NONE,
                question,
                new PlacementMoves(List.of(move)),
                CohortCostCalculator.Progress.NONE));
    assertThat(whatIf.all().difference()).isEqualTo(Pence.of(-50_000));
    assertThat(whatIf.groups())
        .extracting(d -> d.values().get(0), CohortWhatIf.Difference::difference)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("agency", Pence.of(-100_000)),
            org.assertj.core.groups.Tuple.tuple("in-house", Pence.of(50_000)));
    assertThat(whatIf.changed().all().nights(Nights.IN_CARE).intValue()).isEqualTo(70);
    assertThat(whatIf.changed().all().children().count()).isEqualTo(1);
  }

  @Test
  void sharesMoveOneAfterAnother() {
    // Half of £10,000 at the agency goes in-house; a fifth of what is then in-house goes back. So
    // 0.5 + 0.5 × 0.2 = 0.6 at the agency, 0.4 in-house: 6,000 + 2,000, 42 and 28 of 70 nights.
    PlacementMoves moves =
        new PlacementMoves(
            List.of(
                move(Provider.AGENCY, Provider.IN_HOUSE, "0.5"),
                move(Provider.IN_HOUSE, Provider.AGENCY, "0.2")));
    CohortCosts changed =
        new CohortCostCalculator(FEES, 1)
            .calculate(
                one(agency("2020-01-01", "2020-03-11")),
                ChildFees.NONE,
                CostQuestion.of(List.of(Dimension.PROVIDER), WINDOW),
                moves,
                CohortCostCalculator.Progress.NONE);
    assertThat(changed.groups())
        .extracting(
            g -> g.values().get(0), GroupCosts::total, g -> g.nights(Nights.IN_CARE).intValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("in-house", Pence.of(200_000), 28),
            org.assertj.core.groups.Tuple.tuple("agency", Pence.of(600_000), 42));
    assertThat(changed.children().nights(0)).isEqualTo(70);
  }

  private static PlacementMove move(Provider from, Provider to, String share) {
    return new PlacementMove(PlacementType.FOSTER, from, to, new BigDecimal(share), "tried");
  }

  @Test
  void fewerMinutesAreFewerFullTimeStaff() {
    // A visit of 60 minutes at each of 10 placement starts in three years; then of 48 minutes: two
    // hours less. Working hours of the invented social worker: (52 − 9.2) weeks × 37 = 1,583.6.
    ChildHistories histories =
        Cohorts.of(
            java.util.stream.LongStream.range(0, 10)
                .mapToObj(i -> child(i, agency("2020-01-01", "2020-01-08")))
                .toList());
    CostQuestion question = CostQuestion.of(List.of(), WINDOW);
    CohortWhatIf whatIf =
        new CohortWhatIf(
            new CohortCostCalculator(visits(60), 1).calculate(histories, question),
            new CohortCostCalculator(visits(48), 1).calculate(histories, question));
    List<CohortWhatIf.StaffDifference> staff = whatIf.staff(List.of(Books.socialWorker()));
    assertThat(staff).hasSize(1);
    assertThat(staff.get(0).hours().intValue()).isEqualTo(-2);
    // 1,096 days ÷ 365.25 = 3.000684… years; 2 ÷ 1,583.6 ÷ 3.000684
    assertThat(staff.get(0).fullTimeStaff().doubleValue())
        .isCloseTo(-0.00042089, org.assertj.core.data.Offset.offset(1e-8));
    // two hours at £50.525701
    assertThat(staff.get(0).cost()).isEqualTo(Pence.of(-10_105));
  }

  private static CompiledBook visits(int minutes) {
    return Books.book(
        List.of(Books.visit(EventType.PLACEMENT_START, minutes)), List.of(), List.of());
  }

  @Test
  void specialGuardiansAreFollowedToTheEndOfTheReturnsWhereThatIsAsked() {
    // Care ends on 1 January 2021; an allowance of £70 a week for 0.9 of families runs to 1 April
    // 2022, the end of the window: 455 days × £10 × 0.9 = £4,095.
    CompiledBook book =
        Books.book(
            List.of(),
            List.of(),
            List.of(
                new PriceRow(
                    "sgo-allowance",
                    "Allowance",
                    PriceRow.Kind.SUPPORT,
                    IntRange.ANY,
                    LocalDate.of(2015, 4, 1),
                    Money.ofPounds(70),
                    Rate.Per.WEEK,
                    Books.Y2025,
                    List.of(),
                    Payer.SOCIAL_CARE,
                    Books.INVENTED)));
    ChildHistories histories =
        Cohorts.of(
            List.of(
                Cohorts.child(
                    1,
                    "2015-05-20",
                    Route.SPECIAL_GUARDIANSHIP,
                    List.of(agency("2020-01-01", "2021-01-01")))));
    CostQuestion question =
        CostQuestion.of(List.of(Dimension.PLACEMENT), WINDOW).with(AfterCare.ILLUSTRATIVE);
    CohortCosts costs = new CohortCostCalculator(book, 1).calculate(histories, question);
    assertThat(byFirst(costs.groups()).get("special-guardianship")).isEqualTo(Pence.of(409_500));
    assertThat(costs.all().nights(Nights.IN_CARE).intValue()).isEqualTo(366);
    assertThat(costs.all().nights(Nights.AFTER_CARE).intValue()).isEqualTo(455);
  }

  @Test
  void nightsBeforeTheFirstFeeAreInNoSumAndAreTold() {
    // Fees begin on 1 April 2020 here: 10 of the 17 nights are before.
    FeeRow late = Books.fee(PlacementType.FOSTER, "2020-04-01", "700", Rate.Per.WEEK);
    CompiledBook book = Books.book(List.of(), List.of(late), List.of());
    CohortCosts costs =
        new CohortCostCalculator(book, 1)
            .calculate(one(agency("2020-03-22", "2020-04-08")), CostQuestion.of(List.of(), WINDOW));
    assertThat(costs.all().total()).isEqualTo(Pence.of(70_000));
    assertThat(costs.all().nights(Nights.IN_CARE).intValue()).isEqualTo(7);
    assertThat(costs.unpriced())
        .containsExactly(
            new CohortCosts.Unpriced(PlacementType.FOSTER, Provider.AGENCY, Area.IN_AREA, 10));
  }

  @Test
  void nightsBeforeTheWindowNeedNoFee() {
    FeeRow late = Books.fee(PlacementType.FOSTER, "2019-04-01", "700", Rate.Per.WEEK);
    CompiledBook book = Books.book(List.of(), List.of(late), List.of());
    CohortCosts costs =
        new CohortCostCalculator(book, 1)
            .calculate(one(agency("2010-01-01", "2019-04-08")), CostQuestion.of(List.of(), WINDOW));
    assertThat(costs.all().total()).isEqualTo(Pence.of(70_000));
    assertThat(costs.unpriced()).isEmpty();
  }

  /** Of foster care: £600 a week but for what is said. */
  private static FeeRow foster(
      IntRange needs, FeeRow.Extra extra, String pounds, Rate.Per per, Block block, Payer payer) {
    return new FeeRow(
        new FeeRow.Kind(PlacementType.FOSTER, null, null, null, IntRange.ANY, needs, extra),
        LocalDate.of(2015, 4, 1),
        null,
        Money.ofPounds(pounds),
        per,
        block,
        Books.Y2025,
        Set.of(),
        payer,
        Books.INVENTED);
  }

  private static GroupCosts all(List<FeeRow> fees, ChildHistories histories) {
    CompiledBook book = Books.book(List.of(), fees, List.of());
    return new CohortCostCalculator(book, 1)
        .calculate(histories, CostQuestion.of(List.of(), WINDOW))
        .all();
  }

  @Test
  void extrasOfTheTableArePaidByTheirPayersAndCountNoNightTwice() {
    Rate.Per week = Rate.Per.WEEK;
    List<FeeRow> fees =
        List.of(
            foster(IntRange.ANY, null, "600", week, null, Payer.SOCIAL_CARE),
            foster(
                IntRange.ANY,
                new FeeRow.Extra("education", true),
                "70",
                week,
                null,
                Payer.EDUCATION),
            foster(
                IntRange.ANY,
                new FeeRow.Extra("matching", true),
                "300",
                null,
                null,
                Payer.SOCIAL_CARE));
    GroupCosts all = all(fees, one(agency("2020-01-01", "2020-01-15")));
    // 14 nights: 2 × £600, 2 × £70, and £300 once
    assertThat(all.byPayer())
        .isEqualTo(Map.of(Payer.SOCIAL_CARE, Pence.of(150_000), Payer.EDUCATION, Pence.of(14_000)));
    assertThat(all.nights(Nights.IN_CARE).intValue()).isEqualTo(14);
    assertThat(all.perNightInCare()).isEqualByComparingTo("117.14"); // 1,640 ÷ 14
  }

  @Test
  void aUsedBedOfABlockContractCarriesItsShareOfTheRetainer() {
    Block block = new Block(Money.ofPounds("300"), new BigDecimal("0.75"));
    List<FeeRow> fees =
        List.of(foster(IntRange.ANY, null, "600", Rate.Per.WEEK, block, Payer.SOCIAL_CARE));
    // £600 + £300 ÷ 0.75 a week
    assertThat(all(fees, one(agency("2020-01-01", "2020-01-08"))).total())
        .isEqualTo(Pence.of(100_000));
  }

  @Test
  void aChildWithNeedsIsPaidForByTheRowOfSoManyNeeds() {
    List<FeeRow> fees =
        List.of(
            foster(new IntRange(0, 1), null, "600", Rate.Per.WEEK, null, Payer.SOCIAL_CARE),
            foster(
                new IntRange(1, Integer.MAX_VALUE),
                null,
                "900",
                Rate.Per.WEEK,
                null,
                Payer.SOCIAL_CARE));
    Stay disabled =
        Cohorts.stay(
            days("2020-01-01", "2020-01-08"),
            Cohorts.FOSTER,
            Cohorts.PRIVATE,
            Cohorts.CARE_ORDER,
            Cohorts.DISABILITY,
            Cohorts.STARTS,
            Area.IN_AREA,
            false);
    assertThat(all(fees, one(disabled)).total()).isEqualTo(Pence.of(90_000));
    assertThat(all(fees, one(agency("2020-01-01", "2020-01-08"))).total())
        .isEqualTo(Pence.of(60_000));
  }

  @Test
  void aCohortWithoutChildrenIsRefused() {
    assertThatThrownBy(() -> costs(Cohorts.of(List.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("There is no child");
  }
}
