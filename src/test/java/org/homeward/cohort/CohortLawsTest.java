package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.LegalStatusCode;
import org.homeward.returns.Stay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws that hold for every cohort: what it costs is what its children's ledgers add up to, however
 * it is grouped, cut, ordered or shared out to threads.
 */
class CohortLawsTest {

  private static final int CHILDREN = 120;
  private static final CompiledBook BOOK =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private static List<Dimension> someDimensions(UniformRandomProvider random) {
    List<Dimension> all = new ArrayList<>(List.of(Dimension.values()));
    ListSampler.shuffle(random, all);
    return List.copyOf(all.subList(0, random.nextInt(6)));
  }

  private static DateSpan someWindow(UniformRandomProvider random) {
    int from = Cohorts.OBSERVED.fromDay() + random.nextInt(2_000);
    return new DateSpan(from, from + 1 + random.nextInt(Cohorts.OBSERVED.toDay() - from));
  }

  private static CohortCosts costs(List<ChildHistory> children, CostQuestion question) {
    return new CohortCostCalculator(BOOK, 1).calculate(Cohorts.of(children), question);
  }

  /** The ledger of one child, by the calculator of pathways. */
  private static Ledger ledger(ChildHistory child, DateSpan window) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    if (child.unaccompanied()) {
      needs.add(Need.UNACCOMPANIED_ASYLUM_SEEKING);
    }
    for (int i = child.stays().size() - 1; i >= 0; i--) { // the latest that is known
      if (child.stays().get(i).need() != null) {
        if (child.stays().get(i).need().need() != null) {
          needs.add(child.stays().get(i).need().need());
        }
        break;
      }
    }
    int start = child.stays().get(0).span().fromDay();
    LocalDate birth = child.birth() != null ? child.birth() : LocalDate.ofEpochDay(start - 3_652L);
    List<Pathway.PathwayLeg> legs = new ArrayList<>();
    for (Stay stay : child.stays()) {
      boolean respite = stay.legalStatus().shortBreak() == LegalStatusCode.ShortBreak.EACH_BREAK;
      Leg leg =
          new Leg(
              stay.span(),
              respite ? PlacementType.SHORT_BREAK : stay.type(),
              stay.providedBy() == null ? Provider.NONE : stay.providedBy(),
              stay.area() == null ? Area.IN_AREA : stay.area(),
              stay.status(),
              stay.sameCarer());
      legs.add(new Pathway.PathwayLeg(leg, "", null));
    }
    Pathway pathway =
        new Pathway(
            "child",
            "child",
            new Child(birth, needs),
            new DateSpan(start - 400, Cohorts.OBSERVED.toDay() + 1),
            new Pathway.Strand(legs, child.events(), List.of(), List.of()),
            Cohorts.OBSERVED.toDay() + 1,
            List.of(),
            Provenance.STATED_IN_REQUEST);
    DateSpan observed = Cohorts.AUTHORITIES.get(child.authority()).intersection(window);
    return observed == null
        ? new Ledger(window, List.of())
        : new LedgerCalculator(BOOK).calculate(pathway, observed);
  }

  private static Pence sum(List<GroupCosts> groups) {
    return groups.stream().map(GroupCosts::total).reduce(Pence.ZERO, Pence::plus);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyGroupingAddsUpToTheLedgersOfTheChildrenToThePenny(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, CHILDREN);
    DateSpan window = someWindow(random);
    List<Ledger> ledgers = children.stream().map(c -> ledger(c, window)).toList();
    Pence total = ledgers.stream().map(Ledger::total).reduce(Pence.ZERO, Pence::plus);
    Map<Component, Pence> byComponent = new HashMap<>();
    Map<Payer, Pence> byPayer = new HashMap<>();
    SortedMap<String, Minutes> minutes = new TreeMap<>();
    for (Ledger ledger : ledgers) {
      ledger.byComponent().forEach((c, p) -> byComponent.merge(c, p, Pence::plus));
      ledger.byPayer().forEach((c, p) -> byPayer.merge(c, p, Pence::plus));
      ledger.minutesByRole().forEach((r, m) -> minutes.merge(r, m, Minutes::plus));
    }
    for (int i = 0; i < 4; i++) {
      List<Dimension> by = someDimensions(random);
      CohortCosts costs = costs(children, CostQuestion.of(by, window));
      assertThat(sum(costs.groups())).as("by %s", by).isEqualTo(total);
      assertThat(costs.all().total()).isEqualTo(total);
      assertThat(sum(costs.totals()).value()).isEqualTo(by.size() * total.value());
      assertThat(withoutZero(costs.all().byComponent())).isEqualTo(withoutZero(byComponent));
      assertThat(withoutZero(costs.all().byPayer())).isEqualTo(withoutZero(byPayer));
      assertThat(costs.all().workload().minutesByRole()).isEqualTo(minutes);
    }
  }

  private static <K> Map<K, Pence> withoutZero(Map<K, Pence> sums) {
    Map<K, Pence> rest = new HashMap<>(sums);
    rest.values().removeIf(Pence.ZERO::equals);
    return rest;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyChildCostsWhatItsLedgerSays(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, CHILDREN);
    DateSpan window = someWindow(random);
    CohortCosts costs = costs(children, CostQuestion.of(someDimensions(random), window));
    for (int child = 0; child < children.size(); child++) {
      assertThat(costs.children().cost(child))
          .isEqualTo(ledger(children.get(child), window).total());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void threadsBatchesAndTheOrderOfTheChildrenChangeNothing(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, 3_000);
    CostQuestion question = CostQuestion.of(someDimensions(random), someWindow(random));
    List<String> expected = told(costs(children, question));
    List<ChildHistory> shuffled = new ArrayList<>(children);
    ListSampler.shuffle(random, shuffled);
    CohortCosts others =
        new CohortCostCalculator(BOOK, 1 + random.nextInt(4), 1 + random.nextInt(2_000))
            .calculate(Cohorts.of(shuffled), question);
    assertThat(told(others)).isEqualTo(expected);
  }

  /** Every figure of every group, in order. */
  private static List<String> told(CohortCosts costs) {
    List<GroupCosts> all = new ArrayList<>(costs.groups());
    all.addAll(costs.totals());
    all.add(costs.all());
    return all.stream()
        .map(
            g ->
                g.values()
                    + " "
                    + g.lines()
                    + " "
                    + g.children().count()
                    + " "
                    + (g.children().count() == 0 ? "" : g.children().median()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void windowsThatAdjoinAddUp(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, CHILDREN);
    DateSpan window = someWindow(random);
    int cut = window.fromDay() + random.nextInt(window.days());
    List<Dimension> by = someDimensions(random);
    Pence whole = costs(children, CostQuestion.of(by, window)).all().total();
    Pence parts = Pence.ZERO;
    for (DateSpan part :
        List.of(new DateSpan(window.fromDay(), cut), new DateSpan(cut, window.toDay()))) {
      if (!part.isEmpty()) {
        parts = parts.plus(costs(children, CostQuestion.of(by, part)).all().total());
      }
    }
    assertThat(parts).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyNightInsideTheWindowIsCountedOnce(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, CHILDREN);
    DateSpan window = someWindow(random);
    long inCare = 0;
    long respite = 0;
    for (ChildHistory child : children) {
      DateSpan observed = Cohorts.AUTHORITIES.get(child.authority()).intersection(window);
      for (Stay stay : child.stays()) {
        DateSpan part = observed == null ? null : stay.span().intersection(observed);
        int nights = part == null ? 0 : part.days();
        if (stay.isShortBreak()) {
          respite += nights;
        } else {
          inCare += nights;
        }
      }
    }
    CohortCosts costs = costs(children, CostQuestion.of(someDimensions(random), window));
    assertThat(nights(costs.groups(), Nights.IN_CARE)).isEqualTo(inCare);
    assertThat(nights(costs.groups(), Nights.SHORT_BREAK)).isEqualTo(respite);
    assertThat(IntStream.range(0, CHILDREN).mapToLong(costs.children()::nights).sum())
        .isEqualTo(inCare);
  }

  private static long nights(List<GroupCosts> groups, Nights kind) {
    return groups.stream().mapToLong(g -> g.nights(kind).longValue()).sum();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aChildIsCountedOnceInEachGroupAndInAll(long seed) {
    UniformRandomProvider random = random(seed);
    List<ChildHistory> children = Cohorts.random(random, CHILDREN);
    CohortCosts costs = costs(children, CostQuestion.of(List.of(Dimension.YEAR), Cohorts.OBSERVED));
    for (GroupCosts year : costs.groups()) {
      int first = Integer.parseInt(year.values().get(0).substring(0, 4));
      DateSpan span = DateSpan.of(LocalDate.of(first, 4, 1), LocalDate.of(first + 1, 4, 1));
      long there = children.stream().filter(c -> !ledger(c, span).lines().isEmpty()).count();
      assertThat(year.children().count()).as("%s", year.values()).isEqualTo((int) there);
    }
  }
}
