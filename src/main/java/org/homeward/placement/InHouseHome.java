package org.homeward.placement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
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
 * A home that the authority runs itself, from a day until the next fee of its kind, or until it
 * ends: what a cost book makes a fee of.
 *
 * @param name by which a placement may mean it alone; null for every home of the authority's own
 * @param to first day on which it is no longer in force; null until the next fee of its kind
 * @param occupancy part of the bed nights that is used: above 0, at most 1
 * @param includes ids of the processes that its staff do, which are not counted again
 * @param parts staffing, running cost and capital
 */
public record InHouseHome(
    PlacementType type,
    @Nullable String name,
    LocalDate from,
    @Nullable LocalDate to,
    int beds,
    BigDecimal occupancy,
    Set<String> includes,
    Payer payer,
    List<HomePart> parts,
    Provenance provenance) {

  public static final int MOST_BEDS = 1_000;

  /**
   * @throws IllegalArgumentException if it ends before it starts, has a name without a letter or
   *     digit, no bed or more than a thousand, has no part or two of one name, or the occupancy is
   *     not above 0 and at most 1
   */
  public InHouseHome {
    includes = Set.copyOf(includes);
    parts = List.copyOf(parts);
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException(
          "A home must not end before it starts, but was from " + from + " to " + to + ".");
    }
    if (name != null && !HomePart.isName(name)) {
      throw new IllegalArgumentException(
          "The name of a home has a letter or a digit, but was \"" + name + "\".");
    }
    InHouseProvision.check(beds, occupancy);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "The home has no cost: it needs posts, running cost or capital.");
    }
    for (int i = 0; i < parts.size(); i++) {
      HomePart part = parts.get(i);
      if (parts.subList(0, i).stream().anyMatch(part::isSameAs)) {
        throw new IllegalArgumentException(
            "Two parts of the home have the name " + part.name() + ".");
      }
    }
  }

  /** What its fee is for: placements with the authority itself. */
  public FeeRow.Kind kind() {
    return new FeeRow.Kind(type, Provider.IN_HOUSE, name, null, IntRange.ANY, IntRange.ANY, null);
  }

  /** Whether both stand at one place: they are of one kind, and from one day on. */
  public boolean isSameAs(InHouseHome other) {
    return from.equals(other.from) && kind().isSameAs(other.kind());
  }

  /** How many nights a year a bed is used: beds × 365.25 × occupancy. */
  public BigFraction usedNights() {
    return InHouseProvision.usedNights(beds, occupancy);
  }

  /**
   * As a row among fees, which a cost book costs by its staff costs: until then at nothing, in
   * prices of its first day.
   */
  public FeeRow uncosted() {
    return new FeeRow(
        kind(),
        from,
        to,
        Money.ZERO,
        Rate.Per.NIGHT,
        new Block(Money.ZERO, occupancy),
        FinancialYear.of(from),
        includes,
        payer,
        provenance,
        this);
  }

  public InHouseHome withBeds(int other) {
    return new InHouseHome(
        type, name, from, to, other, occupancy, includes, payer, parts, provenance);
  }

  public InHouseHome withOccupancy(BigDecimal other) {
    return new InHouseHome(type, name, from, to, beds, other, includes, payer, parts, provenance);
  }

  public InHouseHome withTo(@Nullable LocalDate other) {
    return new InHouseHome(
        type, name, from, other, beds, occupancy, includes, payer, parts, provenance);
  }

  public InHouseHome withIncludes(Set<String> other) {
    return new InHouseHome(type, name, from, to, beds, occupancy, other, payer, parts, provenance);
  }

  public InHouseHome withPayer(Payer other) {
    return new InHouseHome(
        type, name, from, to, beds, occupancy, includes, other, parts, provenance);
  }

  public InHouseHome withParts(List<HomePart> other) {
    return new InHouseHome(
        type, name, from, to, beds, occupancy, includes, payer, other, provenance);
  }

  /** For instance {@code residential/in-house/Oak House from 2025-04-01}. */
  public String label() {
    return kind().label() + " from " + from;
  }
}
