package org.homeward.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/**
 * Takes the difference of what one pathway costs by two books apart. A process costs how often it
 * is done × its unit cost: the change of the unit cost, at the mean of how often, goes to what the
 * unit cost is made of; the change of how often, at the mean unit cost, to what is done. Fees and
 * prices stand for themselves. Pennies of rounding go by largest remainder.
 */
final class PathwayDecompositionCalculator {

  private final UnitCostDecompositionCalculator unitCosts;

  /** Parts by the unit cost before: there is one after it. */
  private final IdentityHashMap<UnitCost, List<BigFraction>> known = new IdentityHashMap<>();

  PathwayDecompositionCalculator(Side first, Side second) {
    unitCosts = new UnitCostDecompositionCalculator(first, second);
  }

  /** Of the ledgers of one pathway by the two books. */
  PathwayDecomposition calculate(Ledger before, Ledger after) {
    Map<Factor, BigFraction> parts = new EnumMap<>(Factor.class);
    stated(before, -1, parts);
    stated(after, 1, parts);
    doings(before, after).forEach(doing -> add(doing, parts));
    parts.values().removeIf(part -> part.signum() == 0);
    return new PathwayDecomposition(
        before.total(), after.total(), whole(after.total().minus(before.total()), parts));
  }

  /** In whole pence that add up to the difference; none where nothing differs. */
  private static Map<Factor, Pence> whole(Pence difference, Map<Factor, BigFraction> parts) {
    Map<Factor, Pence> whole = new EnumMap<>(Factor.class);
    if (!parts.isEmpty()) {
      List<Pence> pence =
          UnitCostDecompositionCalculator.addingUpTo(difference, List.copyOf(parts.values()));
      int i = 0;
      for (Factor factor : parts.keySet()) {
        whole.put(factor, pence.get(i++));
      }
    }
    return whole;
  }

  /** Fees and prices as they stand in a ledger, with a sign. */
  private static void stated(Ledger ledger, int sign, Map<Factor, BigFraction> parts) {
    for (LedgerLine line : ledger.lines()) {
      BigFraction pence = BigFraction.of(sign * line.amount().value());
      if (line.source() instanceof LineSource.OfFee) {
        add(parts, Factor.FEES, pence);
      } else if (line.source() instanceof LineSource.OfPrice) {
        add(parts, Factor.PRICES, pence);
      }
    }
  }

  /** What a process costs each time, and how often it is done. */
  record Use(LineSource.OfProcess source, BigFraction times) {

    private Use plus(BigFraction more) {
      return new Use(source, times.add(more));
    }

    private UnitCost unitCost() {
      return source.unitCost();
    }

    private BigFraction pence() {
      return PathwayDecompositionCalculator.pence(unitCost()).multiply(times);
    }
  }

  /**
   * A process in one kind of case by both books.
   *
   * @param was by the first; null where it is not done
   * @param stated whether either book states what the process costs
   */
  record Doing(@Nullable Use was, @Nullable Use is, boolean stated) {}

  /** Every process in each kind of case that is in either ledger. */
  static List<Doing> doings(Ledger before, Ledger after) {
    Map<String, Map<List<String>, Use>> was = uses(before);
    Map<String, Map<List<String>, Use>> is = uses(after);
    Set<String> processes = new TreeSet<>(was.keySet());
    processes.addAll(is.keySet());
    List<Doing> doings = new ArrayList<>();
    for (String process : processes) {
      Map<List<String>, Use> first = was.getOrDefault(process, Map.of());
      Map<List<String>, Use> second = is.getOrDefault(process, Map.of());
      boolean stated =
          Stream.concat(first.values().stream(), second.values().stream())
              .anyMatch(u -> u.unitCost().stated() != null);
      Stream.concat(first.keySet().stream(), second.keySet().stream())
          .distinct()
          .forEach(key -> doings.add(new Doing(first.get(key), second.get(key), stated)));
    }
    return doings;
  }

  /** By process and the variations that apply. */
  private static Map<String, Map<List<String>, Use>> uses(Ledger ledger) {
    Map<String, Map<List<String>, Use>> uses = new LinkedHashMap<>();
    for (LedgerLine line : ledger.lines()) {
      if (line.source() instanceof LineSource.OfProcess process) {
        BigFraction stretches =
            line.accrual() == null
                ? BigFraction.ONE
                : BigFraction.of(line.span().days()).divide(process.per().days());
        BigFraction times = stretches.multiply(line.probability());
        uses.computeIfAbsent(process.process().graph().id(), p -> new LinkedHashMap<>())
            .merge(
                key(process.unitCost()),
                new Use(process, times),
                (known, more) -> known.plus(times));
      }
    }
    return uses;
  }

  private static List<String> key(UnitCost cost) {
    return cost.stated() == null ? cost.variations() : List.of("stated", cost.stated().variant());
  }

  private void add(Doing doing, Map<Factor, BigFraction> parts) {
    Use was = doing.was();
    Use is = doing.is();
    if (doing.stated() || was == null || is == null) { // nothing to take apart
      add(
          parts,
          doing.stated() ? Factor.STATED : Factor.ACTIVITY,
          (is == null ? BigFraction.ZERO : is.pence())
              .subtract(was == null ? BigFraction.ZERO : was.pence()));
      return;
    }
    BigFraction often = was.times().add(is.times()).divide(2);
    List<BigFraction> ofUnitCost =
        known.computeIfAbsent(was.unitCost(), cost -> unitCosts.exactParts(cost, is.unitCost()));
    List<Factor> factors = UnitCostDecomposition.weighed();
    for (int i = 0; i < factors.size(); i++) {
      add(parts, factors.get(i), ofUnitCost.get(i).multiply(often));
    }
    BigFraction meanCost = pence(was.unitCost()).add(pence(is.unitCost())).divide(2);
    add(parts, Factor.ACTIVITY, is.times().subtract(was.times()).multiply(meanCost));
  }

  private static BigFraction pence(UnitCost cost) {
    return cost.exact().pounds().multiply(BigInteger.valueOf(100));
  }

  private static void add(Map<Factor, BigFraction> parts, Factor factor, BigFraction pence) {
    parts.merge(factor, pence, BigFraction::add);
  }
}
