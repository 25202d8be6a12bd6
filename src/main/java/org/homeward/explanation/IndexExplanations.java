package org.homeward.explanation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.parameter.Paths;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;

/** Amounts moved to the price year of the book, and the factors by which they are. */
final class IndexExplanations {

  private final CostBook book;
  private final Map<String, Explanation> made = new HashMap<>();

  IndexExplanations(CostBook book) {
    this.book = book;
  }

  /** An amount as it is stated × what prices have grown by since. */
  Explanation repriced(
      String label,
      Measure measure,
      Money stated,
      FinancialYear year,
      Provenance source,
      PriceIndices.Kind kind,
      String path) {
    Explanation input =
        Explanation.input("As stated, in " + year + " prices", measure, stated.pounds(), source)
            .at(path);
    return repriced(label, input, year, source, kind);
  }

  /** The same of what is told already. */
  Explanation repriced(
      String label,
      Explanation stated,
      FinancialYear year,
      Provenance source,
      PriceIndices.Kind kind) {
    return (year.equals(book.priceYear())
            ? Explanation.of(label, stated.measure(), Rule.SUM, stated)
            : Explanation.of(label, stated.measure(), Rule.PRODUCT, stated, index(kind, year)))
        .from(source);
  }

  /** From a price year to that of the book, by the index of a kind of cost. */
  Explanation index(PriceIndices.Kind kind, FinancialYear from) {
    PriceIndex index = book.indices().of(kind);
    return made.computeIfAbsent(
        "price-index/" + index.name() + "/" + from,
        address ->
            Explanation.of(
                    "Prices of " + from + " to those of " + book.priceYear(),
                    Measure.FACTOR,
                    Rule.QUOTIENT,
                    level(index, book.priceYear()),
                    level(index, from))
                .sharedAt(address));
  }

  private static Explanation level(PriceIndex index, FinancialYear year) {
    BigDecimal level = index.levels().get(year);
    if (level == null) {
      throw new IllegalStateException("The book has an amount of " + year + " but no index of it");
    }
    return Explanation.input(
            index.name() + ", " + year,
            Measure.FACTOR,
            Fractions.of(level),
            new Provenance(
                index.source(), false, index.forecasts().contains(year) ? "a forecast" : ""))
        .at(Paths.level(index, year));
  }
}
