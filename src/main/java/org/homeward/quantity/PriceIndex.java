package org.homeward.quantity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A named series of price levels by financial year.
 *
 * @param name the series with its vintage
 * @param levels the index of each year, above zero
 * @param forecasts the years whose level is a forecast
 * @param source where the series was published
 */
public record PriceIndex(
    String name,
    SortedMap<FinancialYear, BigDecimal> levels,
    SortedSet<FinancialYear> forecasts,
    String source) {

  public PriceIndex {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    forecasts = Collections.unmodifiableSortedSet(new TreeSet<>(forecasts));
    levels.forEach(
        (year, level) -> {
          if (level.signum() <= 0) {
            throw new IllegalArgumentException(
                "The index of " + year + " must be above zero, but was " + level + ".");
          }
        });
  }

  /**
   * By what an amount in prices of one year is multiplied to be in prices of another: exact.
   *
   * @throws IllegalArgumentException if the series has no level for one of the years
   */
  public BigFraction factor(FinancialYear from, FinancialYear to) {
    return from.equals(to)
        ? BigFraction.ONE
        : Fractions.of(level(to)).divide(Fractions.of(level(from)));
  }

  /**
   * The same, for years after the series too: the growth of its last year is taken to go on.
   *
   * @throws IllegalArgumentException for years before the series
   */
  public BigFraction factorCarriedOn(FinancialYear from, FinancialYear to) {
    FinancialYear last = levels.lastKey();
    int beyond = to.startYear() - last.startYear();
    if (beyond <= 0) {
      return factor(from, to);
    }
    BigFraction growth = factor(new FinancialYear(last.startYear() - 1), last);
    return factor(from, last).multiply(growth.pow(beyond));
  }

  /** The amount, stated in prices of one year, in prices of another: exact. */
  public Money reprice(Money amount, FinancialYear from, FinancialYear to) {
    return amount.times(factor(from, to));
  }

  private BigDecimal level(FinancialYear year) {
    BigDecimal level = levels.get(year);
    if (level == null) {
      throw new IllegalArgumentException(
          "The price index \""
              + name
              + "\" has no value for "
              + year
              + "; it covers "
              + levels.firstKey()
              + " to "
              + levels.lastKey()
              + ".");
    }
    return level;
  }
}
