package org.homeward.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Area;
import org.homeward.history.CareHistory;
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
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walk against {@link PlainWalk}, on generated histories of every kind: the same fee of each
 * leg, the same pence of each running process, the same occurrences on the same days, the same days
 * already paid for. A failing case prints its seed.
 */
class PathwayWalkTest {

  private static final int CASES = 75;
  private static final CompiledBook BOOK =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  /** The same, with fees that pay for more: what runs, what a birthday starts, what is due. */
  private static final CompiledBook PAYING_FOR_MORE = payingForMore();

  private static final EventType[] HAPPENINGS =
      EnumSet.complementOf(EnumSet.of(EventType.RECORDS_START, EventType.RECORDS_END))
          .toArray(EventType[]::new);

  /** Histories without a fee on some day are another test's matter. */
  private static final PlacementType[] TYPES =
      EnumSet.complementOf(EnumSet.of(PlacementType.SHORT_BREAK)).toArray(PlacementType[]::new);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  /** Keeps all that is written, and holds what it says of legs and windows against the history. */
  private static class Keeper implements LedgerSink {

    final PlainWalk.Found found = new PlainWalk.Found();
    final CareHistory history;
    final int from;
    final int to;
    int leg = -1;

    Keeper(CareHistory history, int from, int to) {
      this.history = history;
      this.from = from;
      this.to = to;
    }

    @Override
    public void leg(int next) {
      leg = next;
    }

    @Override
    public void placement(int of, FeeTerm fee, int rateStart, int start, int end) {
      check(of == leg, start, end);
      found.fee(of, fee.accrual().between(start - rateStart, end - rateStart));
    }

    @Override
    public void continuous(PricedProcess process, int rateStart, int start, int end) {
      check(inLeg(start) && inLeg(end - 1), start, end);
      found.ran(
          process.process(),
          process.variant(),
          process.accrual().between(start - rateStart, end - rateStart));
    }

    @Override
    public void occurrence(PricedProcess process, int day) {
      check(inLeg(day) || day >= history.legs().get(leg).span().toDay(), day, day + 1);
      found.occurred(process.process(), process.variant(), day);
    }

    @Override
    public void included(CompiledProcess process, String paidBy, int start, int end) {
      check(true, start, end);
      found.included(process, paidBy, end - start);
    }

    private boolean inLeg(int day) {
      return history.legs().get(leg).span().contains(day);
    }

    private void check(boolean rightLeg, int start, int end) {
      assertThat(rightLeg && from <= start && start < end && end <= to).isTrue();
    }
  }

  private record Case(
      CareHistory history, List<FeeTerm> stated, List<Cover> covers, int from, int to) {}

  private interface Law {
    void holds(Case of);
  }

  private static void forEachCase(long seed, Law law) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    for (int i = 0; i < CASES; i++) {
      Case generated = generated(random);
      try {
        law.holds(generated);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ", case " + i + ": " + generated, e);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsWhatAPlainWalkFindsDayByDay(long seed) {
    PathwayWalk walk = new PathwayWalk(BOOK);
    forEachCase(
        seed,
        c -> {
          Keeper keeper = new Keeper(c.history(), c.from(), c.to());
          walk.walk(
              c.history().columns(), c.stated(), List.of(), c.covers(), c.from(), c.to(), keeper);
          PlainWalk.Found plain =
              PlainWalk.walk(BOOK, c.history(), c.stated(), c.covers(), c.from(), c.to());
          assertThat(keeper.found).hasToString(plain.toString());
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSumIsWhatTheEntriesAddUpTo(long seed) {
    PathwayWalk walk = new PathwayWalk(BOOK);
    forEachCase(
        seed,
        c -> {
          Keeper keeper = new Keeper(c.history(), c.from(), c.to());
          PenceTotal total = new PenceTotal();
          walk.walk(
              c.history().columns(), c.stated(), List.of(), c.covers(), c.from(), c.to(), keeper);
          walk.walk(
              c.history().columns(), c.stated(), List.of(), c.covers(), c.from(), c.to(), total);
          assertThat(total.take()).isEqualTo(keeper.found.pence);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSumLeavesOutWhatAnyFeePaysFor(long seed) {
    PathwayWalk walk = new PathwayWalk(PAYING_FOR_MORE);
    forEachCase(
        seed,
        c -> {
          Keeper keeper = new Keeper(c.history(), c.from(), c.to());
          PenceTotal total = new PenceTotal();
          walk.walk(c.history(), c.from(), c.to(), keeper);
          walk.walk(c.history(), c.from(), c.to(), total);
          assertThat(total.take()).isEqualTo(keeper.found.pence);
        });
  }

  private static CompiledBook payingForMore() {
    return Books.withFees(
        BOOK, BOOK.book().fees().rows().stream().map(PathwayWalkTest::payingForMore).toList());
  }

  /** Always the same in residential care, from a year on in foster care, by schedule at home. */
  private static FeeRow payingForMore(FeeRow row) {
    Set<String> includes = new HashSet<>(row.includes());
    switch (row.type()) {
      case RESIDENTIAL, SECURE ->
          includes.addAll(Set.of("maintain-placement", "transition-to-leaving-care"));
      case FOSTER -> {
        if (row.from().getYear() >= 2019) {
          includes.add("maintain-placement");
        }
      }
      case PLACED_WITH_PARENTS -> includes.addAll(Set.of("review", "find-placement"));
      default -> {}
    }
    return new FeeRow(
        row.kind(),
        row.from(),
        row.to(),
        row.amount(),
        row.per(),
        row.block(),
        row.priceYear(),
        includes,
        row.payer(),
        row.provenance());
  }

  private static <T> T one(UniformRandomProvider random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static Case generated(UniformRandomProvider random) {
    int start = (int) LocalDate.of(2016, 1, 1).toEpochDay() + random.nextInt(3_000);
    int horizon = start + 1 + random.nextInt(1_500);
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (Need need : Need.values()) {
      if (random.nextInt(3) == 0) {
        needs.add(need);
      }
    }
    LocalDate birth =
        random.nextInt(10) == 0
            ? LocalDate.of(2004, 2, 29)
            : LocalDate.ofEpochDay(start - random.nextInt(6_300));
    Child child = new Child(birth, needs);
    List<Leg> legs = new ArrayList<>();
    List<FeeTerm> stated = new ArrayList<>();
    int longest = random.nextInt(2) == 0 ? 120 : 900;
    for (int day = start; day < horizon; ) {
      int end = Math.min(horizon, day + 1 + random.nextInt(longest));
      legs.add(leg(random, child, new DateSpan(day, end)));
      stated.add(random.nextInt(6) == 0 ? statedFee(random) : null);
      day = end + (random.nextInt(6) == 0 ? random.nextInt(60) : 0);
    }
    boolean whole = random.nextInt(3) == 0;
    int from = whole ? start : start + random.nextInt(horizon - start);
    int to = whole ? horizon + random.nextInt(400) : from + 1 + random.nextInt(600);
    return new Case(
        new CareHistory(child, legs, events(random, start, horizon)),
        stated,
        covers(random, start, horizon),
        from,
        to);
  }

  private static Leg leg(UniformRandomProvider random, Child child, DateSpan span) {
    PlacementType type = random.nextInt(3) == 0 ? PlacementType.FOSTER : one(random, TYPES);
    if (type == PlacementType.KINSHIP_FOSTER && child.ageOn(span.toDay()) >= 18) {
      type = PlacementType.STAYING_PUT; // there is no kinship fee for adults
    }
    return new Leg(
        span,
        type,
        one(random, Provider.values()),
        one(random, Area.values()),
        one(random, LegalStatus.values()),
        random.nextInt(3) == 0);
  }

  private static FeeTerm statedFee(UniformRandomProvider random) {
    return BOOK.statedFee(
        "stated " + random.nextInt(1_000_000),
        Money.ofPounds(random.nextInt(5_000)),
        Rate.Per.WEEK,
        new FinancialYear(2024),
        random.nextBoolean() ? Set.of() : Set.of("supervise-foster-carer", "review"),
        Payer.SOCIAL_CARE,
        null);
  }

  private static List<Cover> covers(UniformRandomProvider random, int start, int horizon) {
    if (random.nextInt(4) != 0) {
      return List.of();
    }
    int from = start + random.nextInt(horizon - start);
    long processes = random.nextLong() & ((1L << BOOK.processes().size()) - 1);
    return List.of(new Cover(processes, from, from + 1 + random.nextInt(500), "a one-off cost"));
  }

  private static List<Event> events(UniformRandomProvider random, int start, int horizon) {
    List<Event> events = new ArrayList<>();
    for (int e = random.nextInt(8); e > 0; e--) {
      events.add(new Event(one(random, HAPPENINGS), start + random.nextInt(horizon - start + 100)));
    }
    if (random.nextInt(3) == 0) {
      for (int held = start; held < horizon; held += 1 + random.nextInt(300)) {
        events.add(new Event(EventType.REVIEW_HELD, held));
      }
      if (random.nextBoolean()) {
        int recordsStart = start + random.nextInt(horizon - start);
        events.add(new Event(EventType.RECORDS_START, recordsStart));
        events.add(new Event(EventType.RECORDS_END, recordsStart + 1 + random.nextInt(900)));
      }
    }
    return events;
  }
}
