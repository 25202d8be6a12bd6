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
    Map<String, Map<List<String>, Use>> was = uses(before);
    Map<String, Map<List<String>, Use>> is = uses(after);
    Set<String> processes = new TreeSet<>(was.keySet());
    processes.addAll(is.keySet());
    for (String process : processes) {
      process(was.getOrDefault(process, Map.of()), is.getOrDefault(process, Map.of()), parts);
    }
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

  /** A unit cost, and how often it falls. */
  private record Use(UnitCost unitCost, BigFraction times) {

    Use plus(BigFraction more) {
      return new Use(unitCost, times.add(more));
    }

    BigFraction pence() {
      return PathwayDecompositionCalculator.pence(unitCost).multiply(times);
    }
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
        UnitCost cost = process.unitCost();
        uses.computeIfAbsent(process.process().graph().id(), p -> new LinkedHashMap<>())
            .merge(key(cost), new Use(cost, times), (known, more) -> known.plus(times));
      }
    }
    return uses;
  }

  private static List<String> key(UnitCost cost) {
    return cost.stated() == null ? cost.variations() : List.of("stated", cost.stated().variant());
  }

  private void process(
      Map<List<String>, Use> was, Map<List<String>, Use> is, Map<Factor, BigFraction> parts) {
    boolean stated =
        was.values().stream().anyMatch(u -> u.unitCost().stated() != null)
            || is.values().stream().anyMatch(u -> u.unitCost().stated() != null);
    if (stated) {
      add(parts, Factor.STATED, sum(is).subtract(sum(was)));
      return;
    }
    List<List<String>> keys = new ArrayList<>(was.keySet());
    is.keySet().stream().filter(k -> !was.containsKey(k)).forEach(keys::add);
    keys.forEach(key -> use(was.get(key), is.get(key), parts));
  }

  private static BigFraction sum(Map<List<String>, Use> uses) {
    return uses.values().stream().map(Use::pence).reduce(BigFraction.ZERO, BigFraction::add);
  }

  private void use(@Nullable Use was, @Nullable Use is, Map<Factor, BigFraction> parts) {
    if (was == null || is == null) { // done in one of the books alone
      BigFraction now = is == null ? BigFraction.ZERO : is.pence();
      add(parts, Factor.ACTIVITY, was == null ? now : now.subtract(was.pence()));
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
