package org.homeward.pathway;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Pence;

/** A ledger by calendar month and component, and cumulatively. */
public record Trajectory(List<Month> months) {

  public Trajectory {
    months = List.copyOf(months);
  }

  /**
   * One calendar month, or the part of it that lies in the ledger's span.
   *
   * @param byComponent every component
   * @param cumulative up to the end of the month
   */
  public record Month(
      YearMonth month, Map<Component, Pence> byComponent, Pence total, Pence cumulative) {}

  public static Trajectory of(Ledger ledger) {
    List<Month> months = new ArrayList<>();
    DateSpan span = ledger.span();
    long cumulative = 0;
    for (int from = span.fromDay(); from < span.toDay(); ) {
      int to = Math.min(CalendarDays.nextMonth(from), span.toDay());
      long[] sums = new long[Component.values().length];
      for (LedgerLine line : ledger.lines()) {
        sums[line.component().ordinal()] += line.within(from, to);
      }
      Map<Component, Pence> byComponent = new EnumMap<>(Component.class);
      long total = 0;
      for (Component component : Component.values()) {
        byComponent.put(component, Pence.of(sums[component.ordinal()]));
        total += sums[component.ordinal()];
      }
      cumulative += total;
      months.add(
          new Month(
              YearMonth.from(java.time.LocalDate.ofEpochDay(from)),
              byComponent,
              Pence.of(total),
              Pence.of(cumulative)));
      from = to;
    }
    return new Trajectory(months);
  }

  /**
   * Cumulative pence by pathway month: element {@code m} is what has been spent by the end of month
   * {@code m + 1}, counted from the start day. Discounting and break-even use these months.
   */
  public static long[] cumulativeByPathwayMonth(Ledger ledger) {
    List<Long> sums = new ArrayList<>();
    DateSpan span = ledger.span();
    long cumulative = 0;
    for (int month = 0; ; month++) {
      int from = CalendarDays.plusMonths(span.fromDay(), month);
      if (from >= span.toDay()) {
        return sums.stream().mapToLong(Long::longValue).toArray();
      }
      int to = Math.min(CalendarDays.plusMonths(span.fromDay(), month + 1), span.toDay());
      cumulative += ledger.within(from, to);
      sums.add(cumulative);
    }
  }
}
