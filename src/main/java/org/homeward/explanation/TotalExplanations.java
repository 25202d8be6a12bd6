package org.homeward.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.DiscountedCost;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.NominalCost;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Pence;

/**
 * The total of a pathway in other ways of counting: in the money of each year, discounted, and in
 * hours of staff time (method, sections 2 and 7).
 */
final class TotalExplanations {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int MINUTES_PER_HOUR = 60;

  private final CostBook book;
  private final PriceExplanations prices;
  private final ExplanationCalculator figures;

  TotalExplanations(CostBook book, PriceExplanations prices, ExplanationCalculator figures) {
    this.book = book;
    this.prices = prices;
    this.figures = figures;
  }

  /** Each financial year's sum in prices of the book × the index of that year, by index. */
  Explanation nominal(Pathway pathway, Ledger ledger, String under) {
    String address = under + ExplanationCalculator.NOMINAL;
    NominalCost nominal = NominalCost.of(ledger, book.indices(), book.priceYear());
    List<Explanation> years = new ArrayList<>();
    for (NominalCost.Year year : nominal.years()) {
      List<Explanation> parts = new ArrayList<>();
      for (NominalCost.Part part : year.parts()) {
        parts.add(
            Explanation.of(
                "By " + part.index().name(),
                Measure.POUNDS,
                Rule.TO_THE_PENNY,
                spent(
                    "Spent in " + year.year() + ", in " + book.priceYear() + " prices",
                    part.real()),
                prices.carriedOn(part.index(), year.year())));
      }
      years.add(
          Explanation.of(year.year().toString(), Measure.POUNDS, Rule.SUM, parts)
              .at(address + "/" + year.year()));
    }
    return ExplanationCalculator.same(
        Explanation.of(
                pathway.name() + ", in the money of each year", Measure.POUNDS, Rule.SUM, years)
            .at(address),
        nominal.total());
  }

  /** Each year since the start × what a pound of it is worth today, rounded once. */
  Explanation discounted(Pathway pathway, Ledger ledger, String under) {
    List<Explanation> years = new ArrayList<>();
    Explanation factor = Explanation.input("Today", Measure.FACTOR, BigFraction.ONE, null);
    int start = ledger.span().fromDay();
    int from = start;
    for (int year = 0; from < ledger.span().toDay(); year++) {
      int to = CalendarDays.plusMonths(start, MONTHS_PER_YEAR * (year + 1));
      if (year > 0) {
        factor = discounted(factor, year);
      }
      Pence sum = Pence.of(ledger.within(from, Math.min(to, ledger.span().toDay())));
      years.add(
          Explanation.of(
              "Year " + (year + 1),
              Measure.POUNDS,
              Rule.PRODUCT,
              spent("Spent in year " + (year + 1), sum),
              factor));
      from = to;
    }
    return ExplanationCalculator.same(
        Explanation.of(
                pathway.name() + ", discounted",
                Measure.POUNDS,
                Rule.TO_THE_PENNY,
                Explanation.of("Sum of the years", Measure.POUNDS, Rule.SUM, years))
            .at(under + ExplanationCalculator.DISCOUNTED),
        DiscountedCost.of(ledger, book.discounts()).total());
  }

  /** A pound a year later is worth less by the rate of that year. */
  private Explanation discounted(Explanation before, int year) {
    return Explanation.of(
            "What a pound is worth after " + year + (year == 1 ? " year" : " years"),
            Measure.FACTOR,
            Rule.QUOTIENT,
            before,
            Explanation.of(
                "One and the rate of year " + year,
                Measure.FACTOR,
                Rule.SUM,
                Explanation.input("One", Measure.FACTOR, BigFraction.ONE, null),
                figures.discountRate(year)))
        .sharedAt("discount-factor/" + year);
  }

  /** How often each process is done × its minutes of the role, by 60; of every role. */
  Explanation hours(Pathway pathway, Ledger ledger, String under) {
    Map<LineSource.OfProcess, BigFraction> times = new LinkedHashMap<>();
    for (LedgerLine line : ledger.lines()) {
      if (line.source() instanceof LineSource.OfProcess process) {
        BigFraction stretches =
            line.accrual() == null
                ? BigFraction.ONE
                : BigFraction.of(line.span().days()).divide(process.per().days());
        times.merge(process, stretches.multiply(line.probability()), BigFraction::add);
      }
    }
    String address = under + ExplanationCalculator.HOURS;
    List<Explanation> roles = new ArrayList<>();
    for (String role : ledger.minutesByRole().keySet()) {
      List<Explanation> parts = new ArrayList<>();
      times.forEach((process, often) -> minutes(process, often, role, parts));
      roles.add(
          Explanation.of(
                  figures.roleName(role),
                  Measure.HOURS,
                  Rule.QUOTIENT,
                  Explanation.of("Minutes", Measure.MINUTES, Rule.SUM, parts),
                  Explanation.input(
                      "Minutes in an hour", Measure.FACTOR, BigFraction.of(MINUTES_PER_HOUR), null))
              .at(address + "/" + role));
    }
    return Explanation.of(
            pathway.name() + ": expected hours of staff time", Measure.HOURS, Rule.SUM, roles)
        .at(address);
  }

  private void minutes(
      LineSource.OfProcess process, BigFraction often, String role, List<Explanation> parts) {
    Explanation cost = figures.unitCost(process);
    Explanation minutes = cost.find(ExplanationCalculator.minutes(cost.key(), role));
    if (minutes != null) {
      parts.add(
          Explanation.of(
              cost.label(),
              Measure.MINUTES,
              Rule.PRODUCT,
              minutes,
              Explanation.input("Times that it is expected", Measure.FACTOR, often, null)));
    }
  }

  private static Explanation spent(String label, Pence sum) {
    return Explanation.input(label, Measure.POUNDS, BigFraction.of(sum.value(), 100), null)
        .noting("added up from the lines of the ledger");
  }
}
