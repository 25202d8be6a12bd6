package org.homeward.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;

/**
 * What a home of the authority's own costs, built up from what it is made of.
 *
 * @param occupancy part of the bed nights that is used: above 0, at most 1
 * @param parts staffing, running cost and capital, in prices of one year
 */
public record InHouseProvision(int beds, BigDecimal occupancy, List<Part> parts) {

  /**
   * A part of the cost.
   *
   * @param perYear pounds a year
   * @param working how it comes about, in words
   */
  public record Part(HomePart of, Money perYear, String working) {

    /** Posts at what one costs a year, in the prices that are asked for. */
    public static Part posts(HomePart of, BigDecimal posts, Money annualCost) {
      return new Part(
          of,
          annualCost.times(Fractions.of(posts)),
          posts.toPlainString() + " posts × £" + annualCost.rounded(2) + " a year");
    }

    /** A running cost at an amount in the prices that are asked for. */
    public static Part running(HomePart.Running of, Money amount) {
      return new Part(
          of,
          Rate.of(amount, of.per()).amountPer(Rate.Per.YEAR),
          "£" + amount.rounded(2) + " a " + of.per().code());
    }

    /**
     * What is bought, spread over its life: value × rate ÷ (1 − (1 + rate)^−years), the yearly sum
     * that pays it off; value ÷ years without a rate.
     *
     * @param value in the prices that are asked for
     */
    public static Part capital(HomePart.Capital of, Money value) {
      return new Part(
          of,
          value.times(Fractions.annuity(of.years(), Fractions.of(of.rate()))),
          "£"
              + value.rounded(2)
              + " over "
              + of.years()
              + " years at "
              + percent(of.rate())
              + " %");
    }
  }

  /**
   * @throws IllegalArgumentException if there is no bed or part, or the occupancy is not above 0
   *     and at most 1
   */
  public InHouseProvision {
    parts = List.copyOf(parts);
    check(beds, occupancy);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A home costs something.");
    }
  }

  static void check(int beds, BigDecimal occupancy) {
    if (beds < 1 || beds > InHouseHome.MOST_BEDS) {
      throw new IllegalArgumentException(
          "A home has 1 to " + InHouseHome.MOST_BEDS + " beds, but had " + beds + ".");
    }
    if (occupancy.signum() <= 0 || occupancy.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "Occupancy must be above 0 and at most 1, but was " + occupancy.toPlainString() + ".");
    }
  }

  static BigFraction usedNights(int beds, BigDecimal occupancy) {
    return Rate.Per.YEAR.days().multiply(Fractions.of(occupancy)).multiply(BigFraction.of(beds));
  }

  public Money perYear() {
    return parts.stream().map(Part::perYear).reduce(Money.ZERO, Money::plus);
  }

  public Money perYear(HomePart.Kind kind) {
    return parts.stream()
        .filter(p -> p.of().kind() == kind)
        .map(Part::perYear)
        .reduce(Money.ZERO, Money::plus);
  }

  /** How many nights a year a bed is used: beds × 365.25 × occupancy. */
  public BigFraction usedNights() {
    return usedNights(beds, occupancy);
  }

  /** What a bed costs a night, used or not. */
  public Money ofBed() {
    return perYear().dividedBy(usedNights(beds, BigDecimal.ONE));
  }

  /** How a bed comes about, in words. */
  public String working() {
    return parts.stream()
            .map(p -> p.of().name() + " " + p.working())
            .collect(Collectors.joining("; "))
        + ": £"
        + perYear().rounded(2)
        + " a year for "
        + beds
        + (beds == 1 ? " bed, " : " beds, ")
        + percent(occupancy)
        + " % of nights used";
  }

  private static String percent(BigDecimal part) {
    return Fractions.plain(part.movePointRight(2)).toPlainString();
  }

  /** What a used night costs: what the home costs a year ÷ used nights. */
  public Rate ofUsedBed() {
    return new Rate(perYear().dividedBy(usedNights()));
  }
}
