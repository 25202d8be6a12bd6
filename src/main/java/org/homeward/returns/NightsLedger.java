package org.homeward.returns;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the nights went, by year: those that the rows claim, each row within the year of its
 * return, and those that were added and left out by each rule, are counted apart from those that
 * the histories have. So that they agree is a check, not a definition.
 */
final class NightsLedger {

  private static final int YEARS = ReturnYears.LAST - ReturnYears.FIRST + 1;

  private final long[] claimed = new long[YEARS];
  private final long[] costed = new long[YEARS];
  private final Map<Rule, long[]> added = new EnumMap<>(Rule.class);
  private final Map<Rule, long[]> leftOut = new EnumMap<>(Rule.class);

  void claim(int year, int nights) {
    claimed[year - ReturnYears.FIRST] += nights;
  }

  void add(Rule rule, int year, int nights) {
    book(added, rule, year, nights);
  }

  void leaveOut(Rule rule, int year, int nights) {
    book(leftOut, rule, year, nights);
  }

  private static void book(Map<Rule, long[]> into, Rule rule, int year, int nights) {
    if (nights != 0) {
      into.computeIfAbsent(rule, r -> new long[YEARS])[year - ReturnYears.FIRST] += nights;
    }
  }

  /** The nights of a span that lie in held years, added by a rule. */
  void add(Rule rule, ReturnYears years, int from, int to) {
    spread(added, rule, years, from, to);
  }

  void leaveOut(Rule rule, ReturnYears years, int from, int to) {
    spread(leftOut, rule, years, from, to);
  }

  private static void spread(
      Map<Rule, long[]> into, Rule rule, ReturnYears years, int from, int to) {
    int a = Math.max(from, ReturnYears.start(years.first()));
    int b = Math.min(to, ReturnYears.end(years.last()));
    while (a < b) {
      int year = ReturnYears.of(a);
      int until = Math.min(b, ReturnYears.end(year));
      book(into, rule, year, until - a);
      a = until;
    }
  }

  /** The nights of a stay that lie in held years. */
  void cost(ReturnYears years, int from, int to) {
    int a = Math.max(from, ReturnYears.start(years.first()));
    int b = Math.min(to, ReturnYears.end(years.last()));
    int year = a < b ? ReturnYears.of(a) : 0;
    while (a < b) {
      int until = Math.min(b, ReturnYears.end(year));
      costed[year++ - ReturnYears.FIRST] += until - a;
      a = until;
    }
  }

  void addAll(NightsLedger other) {
    for (int i = 0; i < YEARS; i++) {
      claimed[i] += other.claimed[i];
      costed[i] += other.costed[i];
    }
    other.added.forEach((rule, nights) -> sum(added, rule, nights));
    other.leftOut.forEach((rule, nights) -> sum(leftOut, rule, nights));
  }

  private static void sum(Map<Rule, long[]> into, Rule rule, long[] nights) {
    long[] sums = into.computeIfAbsent(rule, r -> new long[YEARS]);
    for (int i = 0; i < YEARS; i++) {
      sums[i] += nights[i];
    }
  }

  Map<Integer, NightsByYear> byYear() {
    Map<Integer, NightsByYear> years = new TreeMap<>();
    for (int i = 0; i < YEARS; i++) {
      Map<Rule, Long> in = of(added, i);
      Map<Rule, Long> out = of(leftOut, i);
      if (claimed[i] != 0 || costed[i] != 0 || !in.isEmpty() || !out.isEmpty()) {
        years.put(ReturnYears.FIRST + i, new NightsByYear(claimed[i], in, out, costed[i]));
      }
    }
    return years;
  }

  private static Map<Rule, Long> of(Map<Rule, long[]> booked, int year) {
    Map<Rule, Long> nights = new EnumMap<>(Rule.class);
    booked.forEach(
        (rule, counts) -> {
          if (counts[year] != 0) {
            nights.put(rule, counts[year]);
          }
        });
    return nights;
  }
}
