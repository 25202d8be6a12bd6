package org.homeward.pathway;

import java.math.BigInteger;
import java.util.ArrayList;
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
  private static final BigInteger PENCE = BigInteger.valueOf(100);

  public static DiscountedCost of(Ledger ledger, DiscountSchedule schedule) {
    List<long[]> years = penceByYear(ledger);
    BigFraction[] pounds = new BigFraction[Component.values().length];
    BigFraction exact = BigFraction.ZERO;
    for (int c = 0; c < pounds.length; c++) {
      pounds[c] = worth(years, c, schedule);
      exact = exact.add(pounds[c]);
    }
    Pence total = new Money(exact).toPence();
    List<Pence> parts = Apportionment.of(total, List.of(pounds));
    Map<Component, Pence> byComponent = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      byComponent.put(component, parts.get(component.ordinal()));
    }
    return new DiscountedCost(total, byComponent);
  }

  /** What each whole year since the start costs, by component. */
  private static List<long[]> penceByYear(Ledger ledger) {
    List<long[]> years = new ArrayList<>();
    DateSpan span = ledger.span();
    int from = span.fromDay();
    while (from < span.toDay()) {
      int end = CalendarDays.plusMonths(span.fromDay(), MONTHS_PER_YEAR * (years.size() + 1));
      int to = Math.min(end, span.toDay());
      long[] pence = new long[Component.values().length];
      for (LedgerLine line : ledger.lines()) {
        pence[line.component().ordinal()] += line.within(from, to);
      }
      years.add(pence);
      from = to;
    }
    return years;
  }

  /**
   * In pounds on the first day. From the last year back to the first: what a year costs, and what
   * the years after it are worth a year earlier. Only the last fraction is reduced, since that
   * takes long with the numbers of many years.
   */
  private static BigFraction worth(List<long[]> years, int component, DiscountSchedule schedule) {
    BigInteger over = BigInteger.ZERO;
    BigInteger under = BigInteger.ONE;
    for (int year = years.size() - 1; year >= 0; year--) {
      over = over.add(under.multiply(BigInteger.valueOf(years.get(year)[component])));
      if (year > 0) {
        BigFraction growth = schedule.growth(year);
        over = over.multiply(growth.getDenominator());
        under = under.multiply(growth.getNumerator());
      }
    }
    return BigFraction.of(over, under.multiply(PENCE));
  }
}
