package org.homeward.costbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.homeward.process.CompiledConditions;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/**
 * A process with its price for every kind of case. A kind of case is a <em>variant</em>: one bit
 * for each variation that applies, in file order; for a stated unit cost, the place of the first
 * figure that fits, or of the last where none does.
 */
public final class CompiledProcess {

  private final int place;
  private final ProcessGraph graph;
  private final CompiledConditions when;
  private final CompiledConditions variations;
  private final int variants;
  private final boolean stated;
  private final IntFunction<UnitCost> unitCosts;
  private final Rate.Per per;

  /**
   * Filled when first asked for. Threads may race to fill a place: what they put there is immutable
   * and the same.
   */
  private final @Nullable Priced[] priced;

  private final int[] monthThresholds;
  private final int[] ageThresholds;

  private record Priced(UnitCost unitCost, long pence, Accrual accrual) {}

  CompiledProcess(
      int place, ProcessGraph graph, List<StatedUnitCost> stated, IntFunction<UnitCost> unitCosts) {
    this.place = place;
    this.graph = graph;
    this.stated = !stated.isEmpty();
    List<Condition> conditions =
        this.stated
            ? stated.stream().map(StatedUnitCost::when).toList()
            : graph.variations().stream().map(Variation::when).toList();
    when = new CompiledConditions(List.of(graph.trigger().when()));
    variations = new CompiledConditions(conditions);
    variants = this.stated ? stated.size() : 1 << conditions.size();
    this.unitCosts = unitCosts;
    per = graph.trigger() instanceof Trigger.Continuous c ? c.per() : Rate.Per.DAY;
    priced = new Priced[variants];
    List<Condition> all = new ArrayList<>(conditions);
    all.add(graph.trigger().when());
    monthThresholds = thresholds(all.stream().map(Condition::monthThresholds).toList());
    ageThresholds = thresholds(all.stream().map(Condition::ageThresholds).toList());
  }

  /** Its place in the book, from 0. */
  public int place() {
    return place;
  }

  public ProcessGraph graph() {
    return graph;
  }

  /** The months in a placement at which its price can change, in order. */
  public int[] monthThresholds() {
    return monthThresholds;
  }

  /** The ages at which its price can change, in order. */
  public int[] ageThresholds() {
    return ageThresholds;
  }

  /** Whether it happens in such a case at all. */
  public boolean happens(
      long traits, int sequence, int months, int recent, int age, int occurrence) {
    return when.holding(traits, sequence, months, recent, age, occurrence) != 0;
  }

  /** Which variations apply to a case. */
  public int variant(long traits, int sequence, int months, int recent, int age, int occurrence) {
    int holding = variations.holding(traits, sequence, months, recent, age, occurrence);
    if (stated) {
      return holding == 0 ? variants - 1 : Integer.numberOfTrailingZeros(holding);
    }
    return holding;
  }

  /** Whether it can happen at all to a case of these traits, whatever its numbers are. */
  public boolean possible(long traits) {
    return when.possible(traits) != 0;
  }

  /** Whole pence of one occurrence. */
  public long pence(int variant) {
    return priced(variant).pence();
  }

  /** The rate at which a continuous process accrues. */
  public Accrual accrual(int variant) {
    return priced(variant).accrual();
  }

  /** With its working. */
  public UnitCost unitCost(int variant) {
    return priced(variant).unitCost();
  }

  /** What its unit cost is for: one occurrence where it is not continuous. */
  public Rate.Per per() {
    return per;
  }

  private Priced priced(int variant) {
    Priced known = priced[variant];
    if (known == null) {
      UnitCost unitCost = unitCosts.apply(variant);
      known =
          new Priced(
              unitCost,
              unitCost.perOccurrence().value(),
              Accrual.tabled(Rate.of(unitCost.exact(), per)));
      priced[variant] = known;
    }
    return known;
  }

  private static int[] thresholds(List<Set<Integer>> sets) {
    return sets.stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
