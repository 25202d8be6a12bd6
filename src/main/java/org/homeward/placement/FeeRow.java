package org.homeward.placement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
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
 * The fee of a kind of placement, or of an extra on top of it, from a day until the next row for
 * the same kind, or until it ends.
 *
 * @param to first day on which it is no longer in force; null until the next row
 * @param amount of a placement that is used; on top of the retainer where there is one
 * @param per null for what is paid once, on the first day of a placement
 * @param block the retainer of a block contract, or null
 * @param includes ids of the processes that the fee already pays for
 * @param home the home of the authority's own that it is the fee of, whose cost is what its
 *     retainer is made of; null for a fee that is stated
 */
public record FeeRow(
    Kind kind,
    LocalDate from,
    @Nullable LocalDate to,
    Money amount,
    Rate.@Nullable Per per,
    @Nullable Block block,
    FinancialYear priceYear,
    Set<String> includes,
    Payer payer,
    Provenance provenance,
    @Nullable InHouseHome home) {

  /** A fee that is stated. */
  public FeeRow(
      Kind kind,
      LocalDate from,
      @Nullable LocalDate to,
      Money amount,
      Rate.@Nullable Per per,
      @Nullable Block block,
      FinancialYear priceYear,
      Set<String> includes,
      Payer payer,
      Provenance provenance) {
    this(kind, from, to, amount, per, block, priceYear, includes, payer, provenance, null);
  }

  /**
   * @throws IllegalArgumentException if the fee is negative, ends before it starts, or has a
   *     retainer and is paid once
   */
  public FeeRow {
    includes = Set.copyOf(includes);
    if (amount.isNegative()) {
      throw new IllegalArgumentException("A fee must be zero or more, but was " + amount + ".");
    }
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException(
          "A fee must not end before it starts, but was from " + from + " to " + to + ".");
    }
    if (block != null && per == null) {
      throw new IllegalArgumentException("A retainer is paid over time, not once.");
    }
  }

  /**
   * What the row is for, apart from its dates: rows of one kind follow each other in time.
   *
   * @param provider null for any
   * @param providerName null for any; of one provider, whatever the case of its name
   * @param area null for any
   * @param age {@link IntRange#ANY} for any
   * @param needs how many needs the child has; {@link IntRange#ANY} for any
   * @param extra what is paid on top of the fee; null for the fee itself
   */
  public record Kind(
      PlacementType type,
      @Nullable Provider provider,
      @Nullable String providerName,
      @Nullable Area area,
      IntRange age,
      IntRange needs,
      @Nullable Extra extra) {

    /** Of any provider by name, any age and any needs; the fee itself. */
    public static Kind of(PlacementType type, @Nullable Provider provider, @Nullable Area area) {
      return new Kind(type, provider, null, area, IntRange.ANY, IntRange.ANY, null);
    }

    public Kind ofAge(IntRange other) {
      return new Kind(type, provider, providerName, area, other, needs, extra);
    }

    Kind ofBands(IntRange ages, IntRange otherNeeds) {
      return new Kind(type, provider, providerName, area, ages, otherNeeds, extra);
    }

    /** The same kind: names are the same whatever their case. */
    public Kind inLowerCase() {
      return new Kind(
          type,
          provider,
          providerName == null ? null : providerName.toLowerCase(Locale.ROOT),
          area,
          age,
          needs,
          extra);
    }

    /** Whether rows of both follow each other in time. */
    public boolean isSameAs(Kind other) {
      return inLowerCase().equals(other.inLowerCase());
    }

    boolean covers(Placement placement) {
      return type == placement.type()
          && (provider == null || provider == placement.provider())
          && (area == null || area == placement.area())
          && (providerName == null || providerName.equalsIgnoreCase(placement.providerName()))
          && needs.contains(placement.needs());
    }

    /**
     * Higher wins: a row that names a provider by name, then one that names needs, an age, an area,
     * a provider.
     */
    int specificity() {
      return (providerName == null ? 0 : 16)
          + (needs.equals(IntRange.ANY) ? 0 : 8)
          + (age.equals(IntRange.ANY) ? 0 : 4)
          + (area == null ? 0 : 2)
          + (provider == null ? 0 : 1);
    }

    /** For instance {@code foster/agency/in-area/age 5 to 10}. */
    public String label() {
      return (extra == null ? "" : extra.id() + " with ")
          + type.code()
          + (provider == null ? "" : "/" + provider.code())
          + (providerName == null ? "" : "/" + providerName)
          + (area == null ? "" : "/" + area.code())
          + band("age", age)
          + band("needs", needs);
    }

    private static String band(String name, IntRange range) {
      if (range.equals(IntRange.ANY)) {
        return "";
      }
      return range.below() == Integer.MAX_VALUE
          ? "/" + name + " " + range.from() + " and more"
          : "/" + name + " " + range.from() + " to " + (range.below() - 1);
    }
  }

  /**
   * Something paid on top of a fee, a line of its own in a ledger: hours of one-to-one care,
   * education, therapy, transport.
   *
   * @param always whether it is paid for every placement of the kind, or only where it is asked for
   */
  public record Extra(String id, boolean always) {}

  /**
   * A placement that a fee is looked up for.
   *
   * @param providerName or null
   * @param needs how many the child has
   */
  public record Placement(
      PlacementType type, Provider provider, @Nullable String providerName, Area area, int needs) {

    /** The same placement: names are the same whatever their case. */
    public Placement inLowerCase() {
      return new Placement(
          type,
          provider,
          providerName == null ? null : providerName.toLowerCase(Locale.ROOT),
          area,
          needs);
    }
  }

  public PlacementType type() {
    return kind.type();
  }

  public @Nullable Provider provider() {
    return kind.provider();
  }

  public @Nullable Area area() {
    return kind.area();
  }

  public IntRange age() {
    return kind.age();
  }

  /**
   * What a used placement costs: the amount, and the share of the retainer that it has to carry.
   */
  public Money cost() {
    return block == null ? amount : amount.plus(block.costOfUsed());
  }

  public boolean inForceOn(LocalDate day) {
    return !from.isAfter(day) && (to == null || day.isBefore(to));
  }

  /**
   * Whether both are of one kind, and the earlier goes on when the later begins; one without an end
   * ends there by itself.
   */
  public boolean overlaps(FeeRow other) {
    if (!kind.isSameAs(other.kind)) {
      return false;
    }
    LocalDate end = from.isAfter(other.from) ? other.to : to;
    LocalDate begin = from.isAfter(other.from) ? from : other.from;
    return from.equals(other.from) || (end != null && end.isAfter(begin));
  }

  /** The same at another amount. */
  public FeeRow withAmount(Money other) {
    return new FeeRow(
        kind, from, to, other, per, block, priceYear, includes, payer, provenance, home);
  }

  /** The same with another retainer or occupancy. */
  public FeeRow withBlock(Block other) {
    return new FeeRow(
        kind, from, to, amount, per, other, priceYear, includes, payer, provenance, home);
  }

  /** The same from another day on, without end. */
  public FeeRow onwardsFrom(LocalDate day) {
    return new FeeRow(
        kind, day, null, amount, per, block, priceYear, includes, payer, provenance, home);
  }

  /** The same until another day, or without end. */
  public FeeRow withTo(@Nullable LocalDate other) {
    return new FeeRow(
        kind, from, other, amount, per, block, priceYear, includes, payer, provenance, home);
  }

  /** The same for another kind of placement. */
  public FeeRow withKind(Kind other) {
    return new FeeRow(
        other, from, to, amount, per, block, priceYear, includes, payer, provenance, home);
  }

  /** The same paying for other processes. */
  public FeeRow withIncludes(Set<String> other) {
    return new FeeRow(
        kind, from, to, amount, per, block, priceYear, other, payer, provenance, home);
  }

  /** The same paid by another. */
  public FeeRow withPayer(Payer other) {
    return new FeeRow(
        kind, from, to, amount, per, block, priceYear, includes, other, provenance, home);
  }

  /** The same from another source. */
  public FeeRow withProvenance(Provenance other) {
    return new FeeRow(kind, from, to, amount, per, block, priceYear, includes, payer, other, home);
  }

  /** The same with what a bed of its home costs a night, in prices of a year. */
  public FeeRow costed(Money aBed, FinancialYear year, Provenance other) {
    BigDecimal occupancy = block == null ? BigDecimal.ONE : block.occupancy();
    return new FeeRow(
        kind,
        from,
        to,
        amount,
        per,
        new Block(aBed, occupancy),
        year,
        includes,
        payer,
        other,
        home);
  }

  /** For instance {@code foster/agency/in-area from 2025-04-01}. */
  public String label() {
    return kind.label() + " from " + from;
  }
}
