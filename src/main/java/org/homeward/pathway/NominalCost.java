package org.homeward.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.PriceIndices;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.quantity.PriceIndex;

/**
 * A ledger by financial year, as it stands in prices of the book and as it would be paid at the
 * time: the sum of a year times the index of that year over the index of the price year, rounded
 * once a year and index (method, section 2). Kinds of cost with an index of their own move with it.
 */
public record NominalCost(List<Year> years, Pence total) {

  public NominalCost {
    years = List.copyOf(years);
  }

  /**
   * One financial year, or the part of it that lies in the ledger's span.
   *
   * @param real in prices of the book
   * @param nominal in prices of the year itself
   * @param forecast whether the index of the year is a forecast
   * @param assumed whether the year lies after the index: then the growth of its last year is
   *     assumed to go on
   * @param moved what the nominal sum is made of, index by index
   */
  public record Year(
      FinancialYear year,
      Pence real,
      Pence nominal,
      boolean forecast,
      boolean assumed,
      List<Moved> moved) {

    public Year {
      moved = List.copyOf(moved);
    }
  }

  /** What moves with one index in one year: the nominal amount is real × factor, to the penny. */
  public record Moved(PriceIndex index, Pence real, BigFraction factor, Pence nominal) {}

  /**
   * @param priceYear of the ledger's amounts
   * @throws IllegalArgumentException if the ledger begins before an index
   */
  public static NominalCost of(Ledger ledger, PriceIndices indices, FinancialYear priceYear) {
    Map<PriceIndex, List<LedgerLine>> byIndex = new LinkedHashMap<>();
    byIndex.put(indices.general(), new ArrayList<>());
    for (LedgerLine line : ledger.lines()) {
      byIndex.computeIfAbsent(indices.of(kind(line)), i -> new ArrayList<>()).add(line);
    }
    List<Year> years = new ArrayList<>();
    int end = ledger.span().toDay();
    for (int from = ledger.span().fromDay(); from < end; ) {
      FinancialYear year = FinancialYear.of(LocalDate.ofEpochDay(from));
      int to = Math.min(year.span().toDay(), end);
      years.add(year(year, from, to, byIndex, priceYear));
      from = to;
    }
    return new NominalCost(
        years, years.stream().map(Year::nominal).reduce(Pence.ZERO, Pence::plus));
  }

  private static Year year(
      FinancialYear year,
      int from,
      int to,
      Map<PriceIndex, List<LedgerLine>> byIndex,
      FinancialYear priceYear) {
    long real = 0;
    List<Moved> moved = new ArrayList<>();
    for (Map.Entry<PriceIndex, List<LedgerLine>> group : byIndex.entrySet()) {
      long sum = 0;
      for (LedgerLine line : group.getValue()) {
        sum = Math.addExact(sum, line.within(from, to));
      }
      real = Math.addExact(real, sum);
      BigFraction factor = group.getKey().factorCarriedOn(priceYear, year);
      moved.add(
          new Moved(
              group.getKey(),
              Pence.of(sum),
              factor,
              Pence.of(Fractions.roundHalfEven(sum, factor))));
    }
    Set<PriceIndex> used = byIndex.keySet();
    return new Year(
        year,
        Pence.of(real),
        moved.stream().map(Moved::nominal).reduce(Pence.ZERO, Pence::plus),
        used.stream().anyMatch(i -> i.forecasts().contains(year)),
        used.stream().anyMatch(i -> year.compareTo(i.levels().lastKey()) > 0),
        moved);
  }

  private static PriceIndices.Kind kind(LedgerLine line) {
    LineSource source = line.source();
    if (source instanceof LineSource.OfFee) {
      return PriceIndices.Kind.PLACEMENT;
    }
    return source instanceof LineSource.OfPrice price
        ? PriceIndices.Kind.of(price.price().kind())
        : PriceIndices.Kind.STAFF;
  }
}
