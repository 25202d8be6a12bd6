package org.homeward.placement;

import java.time.LocalDate;
import java.util.Set;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.process.IntRange;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The fee of a kind of placement from a day until the next row for the same kind.
 *
 * @param provider null for any
 * @param area null for any
 * @param age {@link IntRange#ANY} for any
 * @param includes ids of the processes that the fee already pays for
 */
public record FeeRow(
    PlacementType type,
    @Nullable Provider provider,
    @Nullable Area area,
    IntRange age,
    LocalDate from,
    Money amount,
    Rate.Per per,
    FinancialYear priceYear,
    Set<String> includes,
    Payer payer,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the fee is negative
   */
  public FeeRow {
    includes = Set.copyOf(includes);
    if (amount.isNegative()) {
      throw new IllegalArgumentException("A fee must be zero or more, but was " + amount + ".");
    }
  }

  /** What the row is for, apart from its date: rows of one kind follow each other in time. */
  public record Kind(
      PlacementType type, @Nullable Provider provider, @Nullable Area area, IntRange age) {

    boolean covers(PlacementType otherType, Provider otherProvider, Area otherArea) {
      return type == otherType
          && (provider == null || provider == otherProvider)
          && (area == null || area == otherArea);
    }

    /**
     * Higher wins: a row that names an age, then one that names an area, then one that names a
     * provider.
     */
    int specificity() {
      return (age.equals(IntRange.ANY) ? 0 : 4)
          + (area == null ? 0 : 2)
          + (provider == null ? 0 : 1);
    }
  }

  public Kind kind() {
    return new Kind(type, provider, area, age);
  }

  /** For instance {@code foster/agency/in-area from 2025-04-01}. */
  public String label() {
    String ages = age.equals(IntRange.ANY) ? "" : "/age " + age.from() + " to " + (age.below() - 1);
    return type.code()
        + (provider == null ? "" : "/" + provider.code())
        + (area == null ? "" : "/" + area.code())
        + ages
        + " from "
        + from;
  }
}
