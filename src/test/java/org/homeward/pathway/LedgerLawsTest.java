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

  /** Every third branches in two, one of which may never happen. */
  private static Pathway pathway(UniformRandomProvider random) {
    int start = (int) LocalDate.of(2016, 1, 1).toEpochDay() + random.nextInt(4_000);
    Child child = new Child(LocalDate.ofEpochDay(start - random.nextInt(6_200)), needs(random));
    int horizon = start + 2 + random.nextInt(3_000);
    boolean branches = random.nextInt(3) == 0;
    int branchDay = branches ? start + 1 + random.nextInt(horizon - start - 1) : horizon;
    List<Event> records = new ArrayList<>();
    if (!branches && random.nextInt(3) == 0) {
      int recordsStart = start + random.nextInt(horizon - start);
      records.add(new Event(EventType.RECORDS_START, recordsStart));
      records.add(new Event(EventType.RECORDS_END, recordsStart + 1 + random.nextInt(900)));
      for (int held = recordsStart; held < recordsStart + 900; held += 1 + random.nextInt(300)) {
        records.add(new Event(EventType.REVIEW_HELD, held));
      }
    }
    BigDecimal probability = share(random);
    return new Pathway(
        "p",
        "p",
        child,
        new DateSpan(start, horizon),
        strand(random, child, start, branchDay, records),
        branchDay,
        branches
            ? List.of(
                new Pathway.Branch(
                    "a", "a", probability, strand(random, child, branchDay, horizon, List.of())),
                new Pathway.Branch(
                    "b",
                    "b",
                    BigDecimal.ONE.subtract(probability),
                    strand(random, child, branchDay, horizon, List.of())))
            : List.of(),
        Provenance.STATED_IN_REQUEST);
  }

  private static Pathway.Strand strand(
      UniformRandomProvider random, Child child, int start, int end, List<Event> records) {
    List<Pathway.PathwayLeg> legs = new ArrayList<>();
    int day = start;
    while (day < end) {
      int until = Math.min(end, day + 1 + random.nextInt(700));
      legs.add(leg(random, child, new DateSpan(day, until)));
      day = until + (random.nextInt(6) == 0 ? random.nextInt(60) : 0);
    }
    List<Event> events = new ArrayList<>(records);
    for (int e = random.nextInt(8); e > 0; e--) {
      events.add(new Event(one(random, HAPPENINGS), start + random.nextInt(end - start)));
    }
    StatedFee grant = stated(random, null, Set.of());
    Set<String> includes = random.nextBoolean() ? Set.of() : Set.of("review", "support-adopters");
    return new Pathway.Strand(
        legs,
        events,
        List.of(
            new Pathway.Support(
                "outreach",
                "outreach",
                new DateSpan(start + random.nextInt(end - start), end),
                share(random),
                stated(random, Rate.Per.MONTH, Set.of()),
                null)),
        List.of(
            new Pathway.OneOff(
                "grant", "grant", start + random.nextInt(end - start), share(random), grant),
            new Pathway.OneOff(
                "placing",
                "placing",
                start + random.nextInt(end - start),
                share(random),
                stated(random, null, includes))));
  }

  private static Pathway.PathwayLeg leg(UniformRandomProvider random, Child child, DateSpan span) {
    PlacementType type = one(random, PlacementType.values());
    if (type == PlacementType.KINSHIP_FOSTER && child.ageOn(span.toDay()) >= 18) {
      type = PlacementType.STAYING_PUT; // there is no kinship fee for adults
    }
    Leg leg =
        new Leg(
            span,
            type,
            one(random, Provider.values()),
            one(random, Area.values()),
            one(random, LegalStatus.values()),
            random.nextInt(4) == 0);
    Set<String> includes = random.nextBoolean() ? Set.of() : Set.of("maintain-placement", "review");
    StatedFee fee = random.nextInt(5) == 0 ? stated(random, Rate.Per.WEEK, includes) : null;
    List<Pathway.LegExtra> extras =
        random.nextInt(4) == 0
            ? List.of(
                new Pathway.LegExtra(
                    "one-to-one",
                    BigDecimal.valueOf(1 + random.nextInt(400), 1),
                    stated(random, Rate.Per.WEEK, Set.of())))
            : List.of();
    return new Pathway.PathwayLeg(leg, "", fee, null, extras);
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

  private static StatedFee stated(
      UniformRandomProvider random, Rate.Per per, Set<String> includes) {
    return new StatedFee(
        Money.ofPounds(BigDecimal.valueOf(random.nextInt(900_000), 2)),
        per,
        new FinancialYear(2010 + random.nextInt(15)),
        includes,
        one(random, Payer.values()));
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
    return new Pathway(
        p.id(),
        p.name(),
        p.child(),
        p.span(),
        doubled(p.trunk()),
        p.branchDay(),
        p.branches().stream()
            .map(b -> new Pathway.Branch(b.id(), b.name(), b.probability(), doubled(b.strand())))
            .toList(),
        p.provenance());
  }

  private static Pathway.Strand doubled(Pathway.Strand strand) {
    return new Pathway.Strand(
        strand.legs().stream()
            .map(
                l ->
                    new Pathway.PathwayLeg(
                        l.leg(),
                        l.name(),
                        doubled(l.fee()),
                        l.providerName(),
                        l.extras().stream()
                            .map(e -> new Pathway.LegExtra(e.id(), e.quantity(), doubled(e.fee())))
                            .toList()))
            .toList(),
        strand.events(),
        strand.supports().stream()
            .map(
                s ->
                    new Pathway.Support(
                        s.item(), s.name(), s.span(), s.share(), doubled(s.fee()), null))
            .toList(),
        strand.oneOffs().stream()
            .map(
                o ->
                    new Pathway.OneOff(o.item(), o.name(), o.day(), o.share(), doubled(o.amount())))
            .toList());
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
