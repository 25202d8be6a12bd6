package org.homeward.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.staffing.AgencyCover;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws that hold for every pathway. Each seed makes hundreds of generated pathways; a failing case
 * prints its seed.
 */
class LedgerLawsTest {

  private static final int CASES = 250;
  private static final CostBook BUNDLED =
      CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book();
  private static final CompiledBook BOOK = new CompiledBook(BUNDLED);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  private interface Law {
    void holds(Pathway pathway, UniformRandomProvider random);
  }

  private static void forEachCase(long seed, Law law) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    for (int i = 0; i < CASES; i++) {
      Pathway pathway = pathway(random);
      try {
        law.holds(pathway, random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ", case " + i + ": " + pathway, e);
      }
    }
  }

  private static <T> T one(UniformRandomProvider random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static final EventType[] HAPPENINGS =
      EnumSet.complementOf(EnumSet.of(EventType.RECORDS_START, EventType.RECORDS_END))
          .toArray(EventType[]::new);

  private static Pathway pathway(UniformRandomProvider random) {
    int start = (int) LocalDate.of(2016, 1, 1).toEpochDay() + random.nextInt(4_000);
    Child child = new Child(LocalDate.ofEpochDay(start - random.nextInt(6_200)), needs(random));
    List<Pathway.PathwayLeg> legs = new ArrayList<>();
    int day = start;
    int horizon = start + 1 + random.nextInt(3_000);
    while (day < horizon) {
      int end = Math.min(horizon, day + 1 + random.nextInt(700));
      PlacementType type = one(random, PlacementType.values());
      int age = child.ageOn(end);
      if (type == PlacementType.KINSHIP_FOSTER && age >= 18) {
        type = PlacementType.STAYING_PUT; // there is no kinship fee for adults
      }
      Leg leg =
          new Leg(
              new DateSpan(day, end),
              type,
              one(random, Provider.values()),
              one(random, Area.values()),
              one(random, LegalStatus.values()),
              random.nextInt(4) == 0);
      StatedFee fee = random.nextInt(5) == 0 ? stated(random, Rate.Per.WEEK) : null;
      legs.add(new Pathway.PathwayLeg(leg, "", fee));
      day = end + (random.nextInt(6) == 0 ? random.nextInt(60) : 0);
    }
    List<Event> events = new ArrayList<>();
    for (int e = random.nextInt(8); e > 0; e--) {
      events.add(new Event(one(random, HAPPENINGS), start + random.nextInt(horizon - start)));
    }
    if (random.nextInt(3) == 0) {
      int recordsStart = start + random.nextInt(horizon - start);
      events.add(new Event(EventType.RECORDS_START, recordsStart));
      events.add(new Event(EventType.RECORDS_END, recordsStart + 1 + random.nextInt(900)));
      for (int held = recordsStart; held < recordsStart + 900; held += 1 + random.nextInt(300)) {
        events.add(new Event(EventType.REVIEW_HELD, held));
      }
    }
    List<Pathway.OneOff> oneOffs =
        List.of(
            new Pathway.OneOff(
                "grant",
                "grant",
                start + random.nextInt(horizon - start),
                share(random),
                stated(random, null)));
    int from = start + random.nextInt(horizon - start);
    List<Pathway.Support> supports =
        List.of(
            new Pathway.Support(
                "outreach",
                "outreach",
                new DateSpan(from, horizon),
                share(random),
                stated(random, Rate.Per.MONTH),
                null));
    return new Pathway(
        "p",
        "p",
        child,
        new DateSpan(start, horizon),
        new Pathway.Strand(legs, events, supports, oneOffs),
        horizon,
        List.of(),
        Provenance.STATED_IN_REQUEST);
  }

  private static Set<Need> needs(UniformRandomProvider random) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (Need need : Need.values()) {
      if (random.nextInt(3) == 0) {
        needs.add(need);
      }
    }
    return needs;
  }

  private static BigDecimal share(UniformRandomProvider random) {
    return BigDecimal.valueOf(random.nextInt(101), 2);
  }

  private static StatedFee stated(UniformRandomProvider random, Rate.Per per) {
    return new StatedFee(
        Money.ofPounds(BigDecimal.valueOf(random.nextInt(900_000), 2)),
        per,
        new FinancialYear(2010 + random.nextInt(15)),
        Set.of(),
        Payer.SOCIAL_CARE);
  }

  private static Ledger ledger(Pathway pathway) {
    return new LedgerCalculator(BOOK).calculate(pathway);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoAdjoiningWindowsCostWhatBothCostWhereverTheCut(long seed) {
    forEachCase(
        seed,
        (pathway, random) -> {
          LedgerCalculator ledgers = new LedgerCalculator(BOOK);
          int cut = pathway.span().fromDay() + random.nextInt(pathway.span().days());
          Pence before =
              ledgers.calculate(pathway, new DateSpan(pathway.span().fromDay(), cut)).total();
          Pence after =
              ledgers.calculate(pathway, new DateSpan(cut, pathway.span().toDay())).total();
          Ledger whole = ledgers.calculate(pathway);
          assertThat(before.plus(after)).isEqualTo(whole.total());
          assertThat(whole.within(pathway.span().fromDay(), cut)).isEqualTo(before.value());
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theMonthsTheComponentsAndThePayersEachAddUpToTheTotal(long seed) {
    forEachCase(
        seed,
        (pathway, random) -> {
          Ledger ledger = ledger(pathway);
          long total = ledger.total().value();
          assertThat(ledger.byComponent().values().stream().mapToLong(Pence::value).sum())
              .isEqualTo(total);
          assertThat(ledger.byPayer().values().stream().mapToLong(Pence::value).sum())
              .isEqualTo(total);
          assertThat(
                  Trajectory.of(ledger).months().stream().mapToLong(m -> m.total().value()).sum())
              .isEqualTo(total);
          long[] cumulative = Trajectory.cumulativeByPathwayMonth(ledger);
          assertThat(cumulative[cumulative.length - 1]).isEqualTo(total);
          DiscountedCost discounted = DiscountedCost.of(ledger, BUNDLED.discounts());
          assertThat(discounted.byComponent().values().stream().mapToLong(Pence::value).sum())
              .isEqualTo(discounted.total().value());
          assertThat(discounted.total().value()).isLessThanOrEqualTo(total);
        });
  }

  /** Other digits, another calendar, another upper case of i. */
  private static final String[] LOCALES = {"ar-EG", "th-TH-u-ca-buddhist-nu-thai", "tr-TR"};

  /** Both ends of the day, summer time, and one that skipped 30 December 2011. */
  private static final String[] ZONES = {
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London", "America/St_Johns", "Pacific/Apia"
  };

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfBookRowsLocaleAndTimeZoneChangeNothing(long seed) {
    List<FeeRow> shuffledFees = new ArrayList<>(BUNDLED.fees().rows());
    Collections.reverse(shuffledFees);
    CompiledBook shuffled =
        new CompiledBook(book(shuffledFees, BUNDLED.prices().rows(), BUNDLED.hourlyCosts()));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      forEachCase(
          seed,
          (pathway, random) -> {
            Ledger expected = ledger(pathway);
            Locale.setDefault(Locale.forLanguageTag(one(random, LOCALES)));
            TimeZone.setDefault(TimeZone.getTimeZone(one(random, ZONES)));
            Ledger again = new LedgerCalculator(shuffled).calculate(pathway);
            assertThat(again.total()).isEqualTo(expected.total());
            assertThat(again.lines())
                .extracting(LedgerLine::amount)
                .isEqualTo(expected.lines().stream().map(LedgerLine::amount).toList());
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
          });
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doublingEveryRateDoublesTheCostWithinAPennyALine(long seed) {
    CompiledBook doubled = new CompiledBook(doubledBook());
    forEachCase(
        seed,
        (pathway, random) -> {
          Ledger single = ledger(pathway);
          Ledger twice = new LedgerCalculator(doubled).calculate(doubled(pathway));
          assertThat(twice.lines()).hasSameSizeAs(single.lines());
          assertThat(twice.total().value())
              .isBetween(
                  2 * single.total().value() - single.lines().size(),
                  2 * single.total().value() + single.lines().size());
        });
  }

  private static Pathway doubled(Pathway p) {
    List<Pathway.PathwayLeg> legs =
        p.trunk().legs().stream()
            .map(l -> new Pathway.PathwayLeg(l.leg(), l.name(), doubled(l.fee())))
            .toList();
    List<Pathway.Support> supports =
        p.trunk().supports().stream()
            .map(
                s ->
                    new Pathway.Support(
                        s.item(), s.name(), s.span(), s.share(), doubled(s.fee()), null))
            .toList();
    List<Pathway.OneOff> oneOffs =
        p.trunk().oneOffs().stream()
            .map(
                o ->
                    new Pathway.OneOff(o.item(), o.name(), o.day(), o.share(), doubled(o.amount())))
            .toList();
    return new Pathway(
        p.id(),
        p.name(),
        p.child(),
        p.span(),
        new Pathway.Strand(legs, p.trunk().events(), supports, oneOffs),
        p.branchDay(),
        List.of(),
        p.provenance());
  }

  private static StatedFee doubled(StatedFee fee) {
    return fee == null
        ? null
        : new StatedFee(
            fee.amount().plus(fee.amount()),
            fee.per(),
            fee.priceYear(),
            fee.includes(),
            fee.payer());
  }

  private static CostBook doubledBook() {
    List<FeeRow> fees =
        BUNDLED.fees().rows().stream().map(r -> r.withAmount(r.amount().plus(r.amount()))).toList();
    List<PriceRow> prices =
        BUNDLED.prices().rows().stream()
            .map(
                r ->
                    new PriceRow(
                        r.item(),
                        r.name(),
                        r.kind(),
                        r.age(),
                        r.from(),
                        r.amount().plus(r.amount()),
                        r.per(),
                        r.priceYear(),
                        r.includes(),
                        r.payer(),
                        r.provenance()))
            .toList();
    List<HourlyCost> hourly =
        BUNDLED.hourlyCosts().stream()
            .map(
                h ->
                    new HourlyCost(
                        h.inputs(),
                        h.annualCost().plus(h.annualCost()),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        h.time(),
                        AgencyCover.NONE,
                        h.provenance()))
            .toList();
    return book(fees, prices, hourly);
  }

  private static CostBook book(List<FeeRow> fees, List<PriceRow> prices, List<HourlyCost> hourly) {
    return new CostBook(
        "changed",
        "changed",
        BUNDLED.priceYear(),
        HourBasis.WORKING_HOUR,
        BUNDLED.processes(),
        BUNDLED.estimates(),
        hourly,
        List.of(),
        Set.of(),
        new FeeSchedule(fees),
        new PriceList(prices),
        BUNDLED.indices(),
        BUNDLED.discounts(),
        BUNDLED.workingDays(),
        List.of());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPathwayWithNoDaysCostsNothing(long seed) {
    forEachCase(
        seed,
        (pathway, random) -> {
          DateSpan none = new DateSpan(pathway.span().fromDay(), pathway.span().fromDay());
          Pathway empty =
              new Pathway(
                  "e",
                  "e",
                  pathway.child(),
                  none,
                  new Pathway.Strand(List.of(), List.of(), List.of(), List.of()),
                  none.toDay(),
                  List.of(),
                  Provenance.STATED_IN_REQUEST);
          assertThat(ledger(empty).total()).isEqualTo(Pence.ZERO);
          assertThat(new LedgerCalculator(BOOK).calculate(pathway, none).lines()).isEmpty();
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tablesOfDaysAndPenceAgreeWithTheCalendarAndTheRate(long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(80_000));
      int months = random.nextInt(400) - 100;
      assertThat(CalendarDays.plusMonths((int) day.toEpochDay(), months))
          .isEqualTo((int) day.plusMonths(months).toEpochDay());
      LocalDate later = day.plusDays(random.nextInt(9_000));
      int between = CalendarDays.monthsBetween((int) day.toEpochDay(), (int) later.toEpochDay());
      assertThat(day.plusMonths(between)).isBeforeOrEqualTo(later);
      assertThat(day.plusMonths(between + 1)).isAfter(later);
    }
    for (int i = 0; i < 20; i++) {
      Rate rate =
          Rate.of(
              BUNDLED
                  .index()
                  .reprice(
                      Money.ofPounds(BigDecimal.valueOf(random.nextInt(900_000), 2)),
                      new FinancialYear(2010),
                      new FinancialYear(2026)),
              Rate.Per.MONTH);
      var accrual = org.homeward.quantity.Accrual.of(rate);
      for (int d = 0; d < 50; d++) {
        int days = random.nextInt(12_000);
        assertThat(accrual.upTo(days)).isEqualTo(rate.upTo(days).value());
      }
    }
  }
}
