package org.homeward.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Area;
import org.homeward.history.CareHistory;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.PathwayWalk;
import org.homeward.pathway.PenceTotal;
import org.homeward.quantity.DateSpan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Histories walked for their totals – fees and every process – beside the rival: the same legs,
 * days × a weekly fee in longs, rounded half-even to the penny, on a fee table made beforehand –
 * once with one fee for each kind of placement, once with the fee by date and age.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC") // as the launcher runs the service
public class WalkBenchmark {

  static final int HISTORIES = 100_000;
  private static final int LEGS = 5;
  private static final int DAYS = 3 * 365;
  private static final PlacementType[] TYPES = {
    PlacementType.FOSTER,
    PlacementType.FOSTER,
    PlacementType.KINSHIP_FOSTER,
    PlacementType.RESIDENTIAL,
    PlacementType.PLACED_WITH_PARENTS
  };

  private static final int GROWING_UP = 10;
  private static final int AGES = 26;
  private static final int[] FEE_YEARS =
      IntStream.rangeClosed(2022, 2025)
          .map(y -> (int) LocalDate.of(y, 4, 1).toEpochDay())
          .toArray();

  private final List<CareHistory> histories = new ArrayList<>(HISTORIES);
  private long[] penceAWeek = new long[0];
  private long[] datedPenceAWeek = new long[0];
  private PathwayWalk walk;
  private final PenceTotal totals = new PenceTotal();

  @Setup
  public void generate() {
    CompiledBook book =
        new CompiledBook(
            CatalogueReader.read(
                    CatalogueFolder.read(Path.of(System.getProperty("homeward.home", "."))))
                .book());
    walk = new PathwayWalk(book);
    penceAWeek = new long[PlacementType.values().length * Provider.values().length];
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        FeeTerm fee =
            book.fees(type, provider, Area.IN_AREA)
                .on((int) LocalDate.of(2025, 4, 1).toEpochDay(), 10);
        penceAWeek[type.ordinal() * Provider.values().length + provider.ordinal()] =
            fee == null ? 0 : fee.accrual().rate().upTo(7).value();
      }
    }
    datedPenceAWeek =
        new long
            [PlacementType.values().length
                * Provider.values().length
                * Area.values().length
                * FEE_YEARS.length
                * AGES];
    int at = 0;
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        for (Area area : Area.values()) {
          for (int day : FEE_YEARS) {
            for (int age = 0; age < AGES; age++) {
              FeeTerm fee = book.fees(type, provider, area).on(day, age);
              datedPenceAWeek[at++] = fee == null ? 0 : fee.accrual().rate().upTo(7).value();
            }
          }
        }
      }
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(903);
    for (int i = 0; i < HISTORIES; i++) {
      histories.add(history(random));
    }
    everyProcessHappens(book);
  }

  /**
   * Five legs in three years: three of care, then a road. Two in ten are adopted, one goes to a
   * special guardian, one home; the others stay, and those who grow up leave care.
   */
  private static CareHistory history(UniformRandomProvider random) {
    int start = (int) LocalDate.of(2022, 4, 1).toEpochDay() + random.nextInt(300);
    Child child = new Child(LocalDate.ofEpochDay(start - random.nextInt(14 * 365)), Set.of());
    int[] cuts = new int[LEGS + 1];
    cuts[0] = start;
    cuts[LEGS] = start + DAYS;
    for (int l = 1; l < LEGS; l++) {
      int left = cuts[LEGS] - cuts[l - 1];
      cuts[l] = cuts[l - 1] + 1 + random.nextInt(left / (LEGS - l + 1) * 2 - 2);
    }
    int road = child.ageOn(cuts[3]) >= 15 ? GROWING_UP : random.nextInt(10);
    List<Leg> legs = new ArrayList<>();
    for (int l = 0; l < LEGS; l++) {
      boolean ofRoad = l >= 3;
      PlacementType type =
          ofRoad ? ofRoad(road, l - 3, random) : TYPES[random.nextInt(TYPES.length)];
      boolean inCare = type.isLookedAfter();
      legs.add(
          new Leg(
              new DateSpan(cuts[l], cuts[l + 1]),
              type,
              inCare ? random.nextBoolean() ? Provider.IN_HOUSE : Provider.AGENCY : Provider.NONE,
              random.nextInt(4) == 0 ? Area.OUT_OF_AREA : Area.IN_AREA,
              inCare ? LegalStatus.CARE_ORDER : LegalStatus.NONE,
              false));
    }
    return new CareHistory(child, legs, events(road, cuts, random));
  }

  private static PlacementType ofRoad(int road, int leg, UniformRandomProvider random) {
    return switch (road) {
      case 0, 1 -> leg == 0 ? PlacementType.PLACED_FOR_ADOPTION : PlacementType.ADOPTIVE_HOME;
      case 2 -> PlacementType.SPECIAL_GUARDIANSHIP;
      case 3 -> PlacementType.HOME;
      case GROWING_UP ->
          leg == 0 ? PlacementType.SUPPORTED_ACCOMMODATION : PlacementType.CARE_LEAVER;
      default -> TYPES[random.nextInt(TYPES.length)];
    };
  }

  private static List<Event> events(int road, int[] cuts, UniformRandomProvider random) {
    List<Event> events = new ArrayList<>();
    events.add(new Event(EventType.LEGAL_APPLICATION, cuts[0] + 10));
    events.add(new Event(EventType.CARE_ORDER, cuts[0] + 200));
    if (random.nextInt(4) == 0) {
      events.add(new Event(EventType.KINSHIP_ASSESSMENT, cuts[1]));
    }
    switch (road) {
      case 0, 1 -> {
        events.add(new Event(EventType.ADOPTION_DECISION, cuts[1]));
        events.add(new Event(EventType.PLACEMENT_ORDER, cuts[1]));
        events.add(new Event(EventType.ADOPTION_MATCH, cuts[2]));
        events.add(new Event(EventType.ADOPTION_PLACEMENT, cuts[3]));
        events.add(new Event(EventType.ADOPTION_APPLICATION, cuts[3]));
        events.add(new Event(EventType.ADOPTION_ORDER, cuts[4]));
      }
      case 2 -> {
        events.add(new Event(EventType.SGO_APPLICATION, cuts[2]));
        events.add(new Event(EventType.SGO_ORDER, cuts[3]));
      }
      case 3 -> events.add(new Event(EventType.RETURN_HOME, cuts[3] - 1));
      default -> {}
    }
    return events;
  }

  /** A benchmark of histories in which some process never happens would measure too little. */
  private void everyProcessHappens(CompiledBook book) {
    Set<String> happen = new TreeSet<>();
    LedgerCalculator ledgers = new LedgerCalculator(book);
    for (CareHistory history : histories.subList(0, 5_000)) {
      int from = history.columns().from(0);
      ledgers
          .calculate(history.columns(), List.of(), new DateSpan(from, from + DAYS))
          .lines()
          .forEach(line -> happen.add(line.item()));
    }
    book.processes().stream()
        .map(p -> p.graph().id())
        .filter(id -> !happen.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalStateException("No history has " + id);
            });
  }

  /** Every fee and every process of the shipped catalogue. */
  @Benchmark
  @OperationsPerInvocation(HISTORIES)
  public long walk() {
    for (CareHistory history : histories) {
      int from = history.columns().from(0);
      walk.walk(history, from, from + DAYS, totals);
    }
    return totals.take();
  }

  /** Days × weekly fee ÷ 7, half-even, leg by leg. */
  @Benchmark
  @OperationsPerInvocation(HISTORIES)
  public long daysTimesFee() {
    long pence = 0;
    for (CareHistory history : histories) {
      for (Leg leg : history.legs()) {
        long weekly = penceAWeek[leg.type().ordinal() * 4 + leg.provider().ordinal()];
        pence += halfEven(weekly * leg.span().days(), 7);
      }
    }
    return pence;
  }

  /**
   * The same, at the fee in force where the leg begins – by kind of placement, date and age – as an
   * analyst with a table of dated, age-banded fees would look it up.
   */
  @Benchmark
  @OperationsPerInvocation(HISTORIES)
  public long daysTimesDatedFee() {
    long pence = 0;
    for (CareHistory history : histories) {
      int birthDay = history.child().birthDay();
      for (Leg leg : history.legs()) {
        int day = leg.span().fromDay();
        int year = 0;
        while (year + 1 < FEE_YEARS.length && FEE_YEARS[year + 1] <= day) {
          year++;
        }
        int age = Math.max(0, (int) ((day - birthDay) / 365.25));
        int kind = (leg.type().ordinal() * 4 + leg.provider().ordinal()) * 2 + leg.area().ordinal();
        pence +=
            halfEven(
                datedPenceAWeek[(kind * FEE_YEARS.length + year) * AGES + age] * leg.span().days(),
                7);
      }
    }
    return pence;
  }

  private static long halfEven(long value, long divisor) {
    long whole = value / divisor;
    long twice = 2 * (value - whole * divisor);
    return twice > divisor || (twice == divisor && (whole & 1) == 1) ? whole + 1 : whole;
  }
}
