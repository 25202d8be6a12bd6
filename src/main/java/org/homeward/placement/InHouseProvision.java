package org.homeward.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;

/**
 * A home that the authority runs itself, built up from what it is made of.
 *
 * @param occupancy part of the bed nights that is used: above 0, at most 1
 * @param parts staffing, running cost and capital
 */
public record InHouseProvision(int beds, BigDecimal occupancy, List<Part> parts) {

  /** What a part of the cost is. */
  public enum Kind {
    STAFFING,
    RUNNING,
    CAPITAL
  }

  /**
   * A part of the cost.
   *
   * @param perYear pounds a year
   * @param working how it comes about, in words
   */
  public record Part(Kind kind, String name, Money perYear, String working) {

    /** Posts at what one costs a year. */
    public static Part posts(String name, BigDecimal fte, Money annualCost) {
      return new Part(
          Kind.STAFFING,
          name,
          annualCost.times(Fractions.of(fte)),
          fte.toPlainString() + " posts × £" + annualCost.rounded(2) + " a year");
    }

    public static Part running(String name, Money amount, Rate.Per per) {
      return new Part(
          Kind.RUNNING,
          name,
          Rate.of(amount, per).amountPer(Rate.Per.YEAR),
          "£" + amount.rounded(2) + " a " + per.code());
    }

    /**
     * What is bought, spread over its life: value × rate ÷ (1 − (1 + rate)^−years), the yearly sum
     * that pays it off; value ÷ years without a rate.
     *
     * @throws IllegalArgumentException if the years are not 1 to 100 or the rate not 0 to 1
     */
    public static Part capital(String name, Money value, int years, BigDecimal rate) {
      if (years < 1 || years > 100) {
        throw new IllegalArgumentException("Capital lasts 1 to 100 years, but was " + years + ".");
      }
      if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "The rate of capital must be between 0 and 1, but was " + rate.toPlainString() + ".");
      }
      return new Part(
          Kind.CAPITAL,
          name,
          value.times(yearly(years, Fractions.of(rate))),
          "£"
              + value.rounded(2)
              + " over "
              + years
              + " years at "
              + Fractions.plain(rate.movePointRight(2)).toPlainString()
              + " %");
    }

    private static BigFraction yearly(int years, BigFraction rate) {
      return rate.signum() == 0
          ? BigFraction.of(1, years)
          : rate.divide(
              BigFraction.ONE.subtract(BigFraction.ONE.add(rate).pow(years).reciprocal()));
    }
  }

  /**
   * @throws IllegalArgumentException if there is no bed or part, or the occupancy is not above 0
   *     and at most 1
   */
  public InHouseProvision {
    parts = List.copyOf(parts);
    if (beds < 1 || parts.isEmpty()) {
      throw new IllegalArgumentException("A home has at least one bed, and costs something.");
    }
    if (occupancy.signum() <= 0 || occupancy.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "Occupancy must be above 0 and at most 1, but was " + occupancy.toPlainString() + ".");
    }
  }

  public Money perYear() {
    return parts.stream().map(Part::perYear).reduce(Money.ZERO, Money::plus);
  }

  public Money perYear(Kind kind) {
    return parts.stream()
        .filter(p -> p.kind() == kind)
        .map(Part::perYear)
        .reduce(Money.ZERO, Money::plus);
  }

  /** How many nights a year a bed is used: beds × 365.25 × occupancy. */
  public BigFraction usedNights() {
    return Rate.Per.YEAR.days().multiply(Fractions.of(occupancy)).multiply(BigFraction.of(beds));
  }

  /** As a block: what a bed costs a night whether used or not, and how many are used. */
  public Block block() {
    BigFraction nights = Rate.Per.YEAR.days().multiply(BigFraction.of(beds));
    return new Block(perYear().dividedBy(nights), occupancy);
  }

  /** Whether anybody works there. */
  public boolean hasStaff() {
    return parts.stream().anyMatch(p -> p.kind() == Kind.STAFFING);
  }

  /** How a bed comes about, in words. */
  public String working() {
    return parts.stream()
            .map(p -> (p.name().isEmpty() ? "" : p.name() + " ") + p.working())
            .collect(Collectors.joining("; "))
        + ": £"
        + perYear().rounded(2)
        + " a year for "
        + beds
        + (beds == 1 ? " bed, " : " beds, ")
        + Fractions.plain(occupancy.movePointRight(2)).toPlainString()
        + " % of nights used";
  }

  /** What a used night costs: what the home costs a year ÷ used nights. */
  public Rate ofUsedBed() {
    return new Rate(perYear().dividedBy(usedNights()));
  }
}
