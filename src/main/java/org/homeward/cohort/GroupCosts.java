package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledProcess;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.pathway.LineSource;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What one group cost, and of whom it is.
 *
 * @param values one for each dimension asked for; null stands for all values together
 * @param lines what the costs are made of; totals are sums of them
 * @param children what each child who is in the group cost in it
 */
public record GroupCosts(List<@Nullable String> values, List<Line> lines, ChildCosts children) {

  /** A sum of ledger lines of one kind. */
  public sealed interface Line {

    Pence amount();

    /** The part of each child for whom it is counted; one but for a what-if. */
    BigFraction share();

    Payer payer();
  }

  /**
   * Nights in placements, and their fees.
   *
   * @param fee the row of the fee table; null for fees of single children and allowances, and where
   *     fees are not told apart
   * @param nights those of an extra are counted with the fee that it is paid on top of
   */
  public record NightsLine(
      Nights kind, Payer payer, @Nullable FeeRow fee, BigFraction share, long nights, Pence amount)
      implements Line {

    /** How many nights that is of the share. */
    BigFraction ofShare() {
      return BigFraction.of(nights).multiply(share);
    }

    /** After care it is an allowance that is paid. */
    Component component() {
      return kind == Nights.AFTER_CARE ? Component.SUPPORT : Component.PLACEMENT;
    }
  }

  /**
   * A process for one kind of case.
   *
   * @param count occurrences; days of a process that runs over time
   */
  public record ProcessLine(
      CompiledProcess process, int variant, BigFraction share, long count, Pence amount)
      implements Line {

    @Override
    public Payer payer() {
      return Payer.SOCIAL_CARE;
    }

    LineSource.OfProcess source() {
      return new LineSource.OfProcess(process, variant);
    }

    /** Occurrences; of a process that runs over time, weeks, months or years of it. */
    BigFraction occurrences() {
      return BigFraction.of(count).divide(process.per().days()).multiply(share);
    }

    Component component() {
      return process.graph().legal() ? Component.LEGAL : Component.CASE_MANAGEMENT;
    }
  }

  public Pence total() {
    return Pence.of(lines.stream().mapToLong(l -> l.amount().value()).reduce(0, Math::addExact));
  }

  /** Nights of one kind; whole numbers but for a what-if. */
  public BigFraction nights(Nights kind) {
    BigFraction sum = BigFraction.ZERO;
    for (Line line : lines) {
      if (line instanceof NightsLine n && n.kind() == kind) {
        sum = sum.add(n.ofShare());
      }
    }
    return sum;
  }

  /** The components that cost anything. */
  public Map<Component, Pence> byComponent() {
    Map<Component, Pence> sums = new EnumMap<>(Component.class);
    for (Line line : lines) {
      Component component =
          line instanceof ProcessLine p ? p.component() : ((NightsLine) line).component();
      sums.merge(component, line.amount(), Pence::plus);
    }
    return sums;
  }

  /** The payers who pay anything. */
  public Map<Payer, Pence> byPayer() {
    Map<Payer, Pence> sums = new EnumMap<>(Payer.class);
    for (Line line : lines) {
      sums.merge(line.payer(), line.amount(), Pence::plus);
    }
    return sums;
  }

  /** The processes that were done, by id, in the order of the cost book. */
  public List<ProcessSum> byProcess() {
    Map<String, ProcessSum> sums = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line instanceof ProcessLine p) {
        sums.merge(
            p.process().graph().id(),
            new ProcessSum(p.process(), p.occurrences(), p.amount()),
            ProcessSum::plus);
      }
    }
    return new ArrayList<>(sums.values());
  }

  /**
   * One process of all variants.
   *
   * @param occurrences weeks, months or years of a process that runs over time
   */
  public record ProcessSum(CompiledProcess process, BigFraction occurrences, Pence amount) {
    ProcessSum plus(ProcessSum other) {
      return new ProcessSum(process, occurrences.add(other.occurrences), amount.plus(other.amount));
    }
  }

  /**
   * How often each process was done, by case: exact; of one that runs over time the weeks, months
   * or years of it.
   */
  public Map<LineSource.OfProcess, BigFraction> timesByProcess() {
    Map<LineSource.OfProcess, BigFraction> times = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line instanceof ProcessLine p) {
        times.merge(p.source(), p.occurrences(), BigFraction::add);
      }
    }
    return times;
  }

  /** The working time of its processes. */
  public Workload workload() {
    return LineSource.workload(timesByProcess());
  }

  /** Whether any price of a process in it is. */
  public boolean illustrative() {
    return lines.stream()
        .anyMatch(
            l -> l instanceof ProcessLine p && p.process().unitCost(p.variant()).illustrative());
  }

  /** Pounds for each child in the group, to the penny; null if there is none. */
  public @Nullable BigDecimal meanPerChild() {
    return perUnit(BigFraction.of(children.count()));
  }

  /** Pounds for each night in care, to the penny; null if there is none. */
  public @Nullable BigDecimal perNightInCare() {
    return perUnit(nights(Nights.IN_CARE));
  }

  private @Nullable BigDecimal perUnit(BigFraction units) {
    return units.signum() == 0 ? null : Fractions.toDecimal(total().pounds().divide(units), 2);
  }
}
