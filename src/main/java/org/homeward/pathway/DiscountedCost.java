package org.homeward.pathway;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Apportionment;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;

/**
 * A ledger discounted: the sums by pathway month times the factor of the whole years since the
 * start, rounded once; the components are apportioned by largest remainder (method, section 2).
 */
public record DiscountedCost(Pence total, Map<Component, Pence> byComponent) {

  private static final int MONTHS_PER_YEAR = 12;

  public static DiscountedCost of(Ledger ledger, DiscountSchedule schedule) {
    BigFraction[] pounds = new BigFraction[Component.values().length];
    java.util.Arrays.fill(pounds, BigFraction.ZERO);
    DateSpan span = ledger.span();
    for (int year = 0; ; year++) {
      int from = CalendarDays.plusMonths(span.fromDay(), MONTHS_PER_YEAR * year);
      if (from >= span.toDay()) {
        break;
      }
      int to =
          Math.min(
              CalendarDays.plusMonths(span.fromDay(), MONTHS_PER_YEAR * (year + 1)), span.toDay());
      addYear(ledger, from, to, schedule.factor(year), pounds);
    }
    BigFraction exact = BigFraction.ZERO;
    for (BigFraction part : pounds) {
      exact = exact.add(part);
    }
    Pence total = new Money(exact).toPence();
    List<Pence> parts = Apportionment.of(total, List.of(pounds));
    Map<Component, Pence> byComponent = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      byComponent.put(component, parts.get(component.ordinal()));
    }
    return new DiscountedCost(total, byComponent);
  }

  private static void addYear(
      Ledger ledger, int from, int to, BigFraction factor, BigFraction[] pounds) {
    long[] pence = new long[pounds.length];
    for (LedgerLine line : ledger.lines()) {
      pence[line.component().ordinal()] += line.within(from, to);
    }
    for (int c = 0; c < pounds.length; c++) {
      pounds[c] = pounds[c].add(BigFraction.of(pence[c], 100).multiply(factor));
    }
  }
}
