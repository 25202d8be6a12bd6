package org.homeward.costbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.homeward.history.Area;
import org.homeward.history.EventType;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementKind;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Bands;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourlyCost;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.UnitCostCalculator;
import org.homeward.unitcost.UnitCostInputs;
import org.jspecify.annotations.Nullable;

/** A cost book with everything priced and looked up once; safe to share between threads. */
public final class CompiledBook {

  private final CostBook book;
  private final CompiledProcess[] processes;
  private final CompiledProcess[][] onEvent = new CompiledProcess[EventType.values().length][];
  private final CompiledProcess[] onSchedule;
  private final CompiledProcess[] continuous;
  private final Bands ages;
  private final CompiledFees fees;

  /**
   * Filled when first asked for. Threads may race to fill a place: what they put there is immutable
   * and the same.
   */
  private final @Nullable CaseKind[] cases =
      new CaseKind[PlacementKind.BOUND << Need.values().length];

  private final Map<PriceRow, CompiledPrice> prices = new ConcurrentHashMap<>();

  private final Map<List<ProcessCase>, ScheduledProcesses> schedules = new ConcurrentHashMap<>();

  public CompiledBook(CostBook book) {
    this.book = book;
    Map<String, HourlyCost> hourlyCosts = book.hourlyCostsByRole();
    processes = new CompiledProcess[book.processes().size()];
    for (int i = 0; i < processes.length; i++) {
      processes[i] = compile(i, book.processes().get(i), hourlyCosts);
    }
    for (EventType type : EventType.values()) {
      onEvent[type.ordinal()] =
          select(
              p -> p.graph().trigger() instanceof Trigger.OnEvent e && e.events().contains(type));
    }
    onSchedule = select(p -> p.graph().trigger() instanceof Trigger.OnSchedule);
    continuous = select(p -> p.graph().trigger() instanceof Trigger.Continuous);
    ages = Bands.at(ageThresholds());
    fees = new CompiledFees(book.fees(), ages, this::feeTerm);
  }

  /** Every age at which a fee or a process can change. */
  private Set<Integer> ageThresholds() {
    Set<Integer> thresholds = new TreeSet<>();
    for (FeeRow row : book.fees().rows()) {
      row.age().addThresholds(thresholds);
    }
    for (CompiledProcess process : processes) {
      process.addAgeThresholds(thresholds);
    }
    return thresholds;
  }

  public CostBook book() {
    return book;
  }

  public List<CompiledProcess> processes() {
    return List.of(processes);
  }

  /**
   * @throws InputException if there is no such process
   */
  public CompiledProcess process(String id) {
    for (CompiledProcess process : processes) {
      if (process.graph().id().equals(id)) {
        return process;
      }
    }
    throw new InputException(
        Problem.of(
            "process",
            id,
            "There is no process of this id.",
            "Use one of "
                + String.join(", ", book.processes().stream().map(ProcessGraph::id).toList())
                + "."));
  }

  /** The processes that an event starts, in file order. Not to be changed. */
  public CompiledProcess[] startedBy(EventType type) {
    return onEvent[type.ordinal()];
  }

  /** The processes that happen on a schedule, in file order. Not to be changed. */
  public CompiledProcess[] onSchedule() {
    return onSchedule;
  }

  /** The processes that run over time, in file order. Not to be changed. */
  public CompiledProcess[] continuous() {
    return continuous;
  }

  /**
   * Its processes for the cases of one kind.
   *
   * @param placement a {@link PlacementKind}
   * @param needs bits of needs by their place
   */
  public CaseKind cases(int placement, int needs) {
    int place = needs * PlacementKind.BOUND + placement;
    CaseKind known = cases[place];
    if (known == null) {
      known = new CaseKind(this, placement, needs);
      cases[place] = known;
    }
    return known;
  }

  /** The one object for scheduled processes that are the same. */
  ScheduledProcesses shared(List<ProcessCase> scheduled) {
    return schedules.computeIfAbsent(scheduled, ScheduledProcesses::new);
  }

  /** The fees of a placement of a child without needs. */
  public FeeBands fees(PlacementType type, Provider provider, Area area) {
    return fees.bands(type, provider, area, fees.needsBand(0));
  }

  /** The days on which any fee changes. */
  public Bands feeDates() {
    return fees.dates();
  }

  /** The ages at which anything can change. */
  public Bands ages() {
    return ages;
  }

  /** The band of needs of so many needs, for {@link #fees(int, int)}. */
  public int needsBand(int needs) {
    return fees.needsBand(needs);
  }

  /** The fees of a {@link PlacementKind} for a child whose needs are in a band. */
  public FeeBands fees(int placement, int needsBand) {
    return fees.bands(
        PlacementKind.type(placement),
        PlacementKind.provider(placement),
        PlacementKind.area(placement),
        needsBand);
  }

  /** The fees of a placement with a provider that is known by name. */
  public FeeBands fees(FeeRow.Placement placement) {
    return fees.bands(placement);
  }

  /** How many extras there are that are paid for every placement of some kind. */
  public int extrasAlwaysPaid() {
    return fees.alwaysPaid();
  }

  /**
   * The prices of an extra that is paid where it is asked for.
   *
   * @throws InputException if there is no such extra for the placement
   */
  public FeeBands extra(String id, FeeRow.Placement placement) {
    FeeBands bands = fees.extra(id, placement);
    if (bands.isEmpty()) {
      throw new InputException(
          Problem.of(
              "extras",
              id,
              "There is no price of this extra for " + placement.type().code() + ".",
              "State its price; the fee table has "
                  + (book.fees().extras().isEmpty()
                      ? "none"
                      : String.join(", ", book.fees().extras()))
                  + "."));
    }
    return bands;
  }

  /** Why there is no fee for a {@link PlacementKind} on a day, as the user's problem. */
  public InputException missingFee(int placement, int day) {
    return fees.missing(
        PlacementKind.type(placement),
        PlacementKind.provider(placement),
        PlacementKind.area(placement),
        day);
  }

  /**
   * A fee that a request states, in its own price year.
   *
   * @param per null for one that is paid once, on the first day
   * @param extra id of the extra that it is, or null for the fee itself
   */
  public FeeTerm statedFee(
      String label,
      Money amount,
      Rate.@Nullable Per per,
      FinancialYear priceYear,
      Set<String> includes,
      Payer payer,
      @Nullable String extra) {
    return new FeeTerm(
        label,
        accrual(reprice(PriceIndices.Kind.PLACEMENT, amount, priceYear), per),
        per == null,
        bits(includes),
        payer,
        extra,
        null,
        false);
  }

  /** What is paid once is the rate of its one day. */
  private static Accrual accrual(Money amount, Rate.@Nullable Per per) {
    return Accrual.of(Rate.of(amount, per == null ? Rate.Per.DAY : per));
  }

  /**
   * The price of a support or one-off cost on a day, at an age.
   *
   * @throws InputException if there is none
   */
  public CompiledPrice price(String item, int day, int age) {
    return prices.computeIfAbsent(
        book.prices().at(item, LocalDate.ofEpochDay(day), age), this::compile);
  }

  /** What is paid for an item of this kind, in prices of the book: exact. */
  public Money reprice(PriceRow.Kind kind, Money amount, FinancialYear priceYear) {
    return reprice(PriceIndices.Kind.of(kind), amount, priceYear);
  }

  private Money reprice(PriceIndices.Kind kind, Money amount, FinancialYear priceYear) {
    return book.indices().reprice(kind, amount, priceYear, book.priceYear());
  }

  /** The bits of processes, by their place in the book. */
  public long bits(Collection<String> processIds) {
    long bits = 0;
    for (String id : processIds) {
      bits |= 1L << process(id).place();
    }
    return bits;
  }

  private CompiledPrice compile(PriceRow row) {
    Money amount = reprice(row.kind(), row.amount(), row.priceYear());
    Rate.Per per = row.per();
    Accrual accrual = per == null ? null : Accrual.of(Rate.of(amount, per));
    return new CompiledPrice(row.item(), row.name(), row.kind(), amount, accrual, row.payer(), row);
  }

  private FeeTerm feeTerm(FeeRow row) {
    boolean last = book.fees().isLast(row);
    FeeRow.Extra extra = row.kind().extra();
    return new FeeTerm(
        row.label(),
        accrual(reprice(PriceIndices.Kind.PLACEMENT, row.cost(), row.priceYear()), row.per()),
        row.per() == null,
        bits(row.includes()),
        row.payer(),
        extra == null ? null : extra.id(),
        row,
        last && row.to() == null);
  }

  private CompiledProcess compile(
      int place, ProcessGraph graph, Map<String, HourlyCost> hourlyCosts) {
    if (book.statedProcesses().contains(graph.id())) {
      List<StatedUnitCost> figures =
          book.statedUnitCosts().stream().filter(s -> s.process().equals(graph.id())).toList();
      return new CompiledProcess(place, graph, figures, i -> stated(graph, figures.get(i)));
    }
    return new CompiledProcess(place, graph, List.of(), mask -> builtUp(graph, mask, hourlyCosts));
  }

  private UnitCost builtUp(ProcessGraph graph, int mask, Map<String, HourlyCost> hourlyCosts) {
    Set<String> variations = new TreeSet<>();
    List<Variation> all = graph.variations();
    for (int i = 0; i < all.size(); i++) {
      if ((mask & 1 << i) != 0) {
        variations.add(all.get(i).id());
      }
    }
    return new UnitCostCalculator()
        .calculate(
            new UnitCostInputs(
                graph,
                variations,
                book.timeUse(),
                hourlyCosts,
                book.hourBasis(),
                book.indices().of(PriceIndices.Kind.STAFF),
                book.priceYear()));
  }

  private UnitCost stated(ProcessGraph graph, StatedUnitCost figure) {
    Money amount = reprice(PriceIndices.Kind.STAFF, figure.amount(), figure.priceYear());
    if (graph.trigger() instanceof Trigger.Continuous c
        && figure.per() != StatedUnitCost.Per.OCCURRENCE) {
      Rate.Per per = figure.per() == StatedUnitCost.Per.WEEK ? Rate.Per.WEEK : Rate.Per.MONTH;
      amount = Rate.of(amount, per).amountPer(c.per());
    }
    return new UnitCost(
        graph.id(),
        List.of(),
        List.of(),
        amount,
        UnitCost.Basis.STATED,
        figure.provenance().illustrative(),
        figure);
  }

  private CompiledProcess[] select(Predicate<CompiledProcess> test) {
    List<CompiledProcess> found = new ArrayList<>();
    for (CompiledProcess process : processes) {
      if (test.test(process)) {
        found.add(process);
      }
    }
    return found.toArray(CompiledProcess[]::new);
  }
}
