package org.homeward.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.PriceIndex;

/**
 * A ledger by financial year, as it stands in prices of the book and as it would be paid at the
 * time: the sum of a year times the index of that year over the index of the price year, rounded
 * once a year (method, section 2).
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
   */
  public record Year(
      FinancialYear year, Pence real, Pence nominal, boolean forecast, boolean assumed) {}

  /**
   * @param priceYear of the ledger's amounts
   * @throws IllegalArgumentException if the ledger begins before the index
   */
  public static NominalCost of(Ledger ledger, PriceIndex index, FinancialYear priceYear) {
    List<Year> years = new ArrayList<>();
    long total = 0;
    int end = ledger.span().toDay();
    for (int from = ledger.span().fromDay(); from < end; ) {
      FinancialYear year = FinancialYear.of(LocalDate.ofEpochDay(from));
      int to = Math.min(year.span().toDay(), end);
      long real = ledger.within(from, to);
      Pence nominal =
          new Money(BigFraction.of(real, 100))
              .times(index.factorCarriedOn(priceYear, year))
              .toPence();
      total += nominal.value();
      years.add(
          new Year(
              year,
              Pence.of(real),
              nominal,
              index.forecasts().contains(year),
              year.compareTo(index.levels().lastKey()) > 0));
      from = to;
    }
    return new NominalCost(years, Pence.of(total));
  }
}
