package org.homeward.pathway;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.Payer;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;

/**
 * Every cost of a pathway over a span. Totals are sums of the lines and stored nowhere.
 *
 * @param lines by component, first day, item, branch
 */
public record Ledger(DateSpan span, List<LedgerLine> lines) {

  public Ledger {
    lines = List.copyOf(lines);
  }

  public Pence total() {
    return Pence.of(lines.stream().mapToLong(l -> l.amount().value()).reduce(0, Math::addExact));
  }

  /** Every component, also those that cost nothing. */
  public Map<Component, Pence> byComponent() {
    Map<Component, Pence> sums = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      sums.put(component, Pence.ZERO);
    }
    lines.forEach(l -> sums.merge(l.component(), l.amount(), Pence::plus));
    return sums;
  }

  /** The payers who pay anything, and social care always. */
  public Map<Payer, Pence> byPayer() {
    Map<Payer, Pence> sums = new EnumMap<>(Payer.class);
    sums.put(Payer.SOCIAL_CARE, Pence.ZERO);
    lines.stream()
        .filter(l -> l.amount().value() != 0)
        .forEach(l -> sums.merge(l.payer(), l.amount(), Pence::plus));
    return sums;
  }

  /** Sums by any text of a line, in alphabetical order. */
  public SortedMap<String, Pence> by(Function<LedgerLine, String> key) {
    SortedMap<String, Pence> sums = new TreeMap<>();
    lines.forEach(l -> sums.merge(key.apply(l), l.amount(), Pence::plus));
    return sums;
  }

  /** The total that falls into {@code [from, to)}. */
  public long within(int from, int to) {
    long sum = 0;
    for (int i = 0; i < lines.size(); i++) {
      sum = Math.addExact(sum, lines.get(i).within(from, to));
    }
    return sum;
  }

  /** Whether any line used an illustrative input. */
  public boolean illustrative() {
    return lines.stream().anyMatch(l -> l.source().illustrative());
  }

  /** How often each process is expected, once or for its stretch of time, by case: exact. */
  public Map<LineSource.OfProcess, BigFraction> timesByProcess() {
    Map<LineSource.OfProcess, BigFraction> times = new LinkedHashMap<>();
    for (LedgerLine line : lines) {
      if (line.source() instanceof LineSource.OfProcess process) {
        BigFraction occurrences =
            line.accrual() == null
                ? BigFraction.ONE
                : BigFraction.of(line.span().days()).divide(process.per().days());
        times.merge(process, occurrences.multiply(line.probability()), BigFraction::add);
      }
    }
    return times;
  }

  /** Expected working time by role, exact; processes at a stated unit cost have no minutes. */
  public SortedMap<String, Minutes> minutesByRole() {
    return LineSource.workload(timesByProcess()).minutesByRole();
  }

  /**
   * What expected working time costs by role, rounded once for each: not a sum of lines, of which
   * each is rounded.
   */
  public SortedMap<String, Pence> costByRole() {
    return LineSource.workload(timesByProcess()).costByRole();
  }
}
