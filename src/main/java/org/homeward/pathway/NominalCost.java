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
import org.homeward.quantity.Money;
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
   * @param parts by index; what is in them adds up
   * @param forecast whether the index of the year is a forecast
   * @param assumed whether the year lies after the index: then the growth of its last year is
   *     assumed to go on
   */
  public record Year(FinancialYear year, List<Part> parts, boolean forecast, boolean assumed) {

    public Year {
      parts = List.copyOf(parts);
    }

    /** In prices of the book. */
    public Pence real() {
      return parts.stream().map(Part::real).reduce(Pence.ZERO, Pence::plus);
    }

    /** In prices of the year itself. */
    public Pence nominal() {
      return parts.stream().map(Part::nominal).reduce(Pence.ZERO, Pence::plus);
    }
  }

  /**
   * What moves with one index.
   *
   * @param real in prices of the book
   * @param nominal the same × the index of the year over that of the book's, to the penny
   */
  public record Part(PriceIndex index, Pence real, Pence nominal) {}

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
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<PriceIndex, List<LedgerLine>> group : byIndex.entrySet()) {
      long sum = 0;
      for (LedgerLine line : group.getValue()) {
        sum = Math.addExact(sum, line.within(from, to));
      }
      BigFraction factor = group.getKey().factorCarriedOn(priceYear, year);
      Pence nominal = new Money(BigFraction.of(sum, 100)).times(factor).toPence();
      parts.add(new Part(group.getKey(), Pence.of(sum), nominal));
    }
    Set<PriceIndex> used = byIndex.keySet();
    return new Year(
        year,
        parts,
        used.stream().anyMatch(i -> i.forecasts().contains(year)),
        used.stream().anyMatch(i -> year.compareTo(i.levels().lastKey()) > 0));
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
