package org.homeward.quantity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** A named series of price levels by financial year. */
public final class PriceIndex {

  private final String name;
  private final SortedMap<FinancialYear, BigDecimal> levels;
  private final SortedSet<FinancialYear> forecasts;
  private final String source;

  /** Growth that is carried on makes numbers of hundreds of digits: each is made once. */
  private final Map<List<FinancialYear>, BigFraction> carriedOn = new ConcurrentHashMap<>();

  /**
   * @param name the series with its vintage
   * @param levels the index of each year, above zero
   * @param forecasts the years whose level is a forecast
   * @param source where the series was published
   */
  public PriceIndex(
      String name,
      SortedMap<FinancialYear, BigDecimal> levels,
      SortedSet<FinancialYear> forecasts,
      String source) {
    this.name = name;
    this.levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    this.forecasts = Collections.unmodifiableSortedSet(new TreeSet<>(forecasts));
    this.source = source;
    levels.forEach(
        (year, level) -> {
          if (level.signum() <= 0) {
            throw new IllegalArgumentException(
                "The index of " + year + " must be above zero, but was " + level + ".");
          }
        });
  }

  public String name() {
    return name;
  }

  public SortedMap<FinancialYear, BigDecimal> levels() {
    return levels;
  }

  public SortedSet<FinancialYear> forecasts() {
    return forecasts;
  }

  public String source() {
    return source;
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
    return carriedOn.computeIfAbsent(
        List.of(from, to),
        years -> {
          BigFraction growth = factor(new FinancialYear(last.startYear() - 1), last);
          return factor(from, last).multiply(growth.pow(beyond));
        });
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

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PriceIndex that
            && name.equals(that.name)
            && levels.equals(that.levels)
            && forecasts.equals(that.forecasts)
            && source.equals(that.source));
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source);
  }

  @Override
  public String toString() {
    return name;
  }
}
