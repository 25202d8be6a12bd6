package org.homeward.costbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.homeward.process.CompiledConditions;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
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

  /** First that of happening at all, then those of the variants. */
  private final CompiledConditions conditions;

  /** Most kinds of case differ in few processes; equal cases are kept once. */
  private final Map<CompiledConditions.Given, ProcessCase> cases = new ConcurrentHashMap<>();

  private final int variants;
  private final boolean stated;
  private final IntFunction<UnitCost> unitCosts;
  private final Rate.Per per;

  /**
   * Filled when first asked for. Threads may race to fill a place: what they put there is immutable
   * and the same.
   */
  private final @Nullable PricedProcess[] priced;

  CompiledProcess(
      int place, ProcessGraph graph, List<StatedUnitCost> stated, IntFunction<UnitCost> unitCosts) {
    this.place = place;
    this.graph = graph;
    this.stated = !stated.isEmpty();
    List<Condition> conditions =
        this.stated
            ? stated.stream().map(StatedUnitCost::when).toList()
            : graph.variations().stream().map(Variation::when).toList();
    List<Condition> all = new ArrayList<>(conditions);
    all.add(0, graph.trigger().when());
    this.conditions = new CompiledConditions(all);
    variants = this.stated ? stated.size() : 1 << conditions.size();
    this.unitCosts = unitCosts;
    per = graph.trigger() instanceof Trigger.Continuous c ? c.per() : Rate.Per.DAY;
    priced = new PricedProcess[variants];
  }

  /** Its place in the book, from 0. */
  public int place() {
    return place;
  }

  /** How many kinds of case it can have a price for. */
  public int variants() {
    return variants;
  }

  public ProcessGraph graph() {
    return graph;
  }

  /** What is still open about it for a case of these traits. */
  public ProcessCase given(long traits) {
    return cases.computeIfAbsent(conditions.given(traits), g -> new ProcessCase(this, g));
  }

  /** Adds the ages at which it can change, in any case. */
  void addAgeThresholds(Set<Integer> thresholds) {
    conditions.addAgeThresholds(thresholds);
  }

  /** The variant where these conditions hold, or {@link ProcessCase#NEVER}. */
  int variantOf(int holding) {
    if ((holding & 1) == 0) {
      return ProcessCase.NEVER;
    }
    int variations = holding >>> 1;
    if (stated) {
      return variations == 0 ? variants - 1 : Integer.numberOfTrailingZeros(variations);
    }
    return variations;
  }

  /** With its working. */
  public UnitCost unitCost(int variant) {
    return at(variant).unitCost();
  }

  /** What its unit cost is for: one occurrence where it is not continuous. */
  public Rate.Per per() {
    return per;
  }

  /** At its price for a kind of case. */
  public PricedProcess at(int variant) {
    PricedProcess known = priced[variant];
    if (known == null) {
      known = PricedProcess.of(this, variant, unitCosts.apply(variant));
      priced[variant] = known;
    }
    return known;
  }
}
