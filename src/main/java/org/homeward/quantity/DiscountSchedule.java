package org.homeward.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Discount rates by whole years since the start, compounding through the bands (HM Treasury, The
 * Green Book): the factor of year 31 is that of year 30 divided by one plus the rate of the second
 * band. Year 0 is not discounted.
 *
 * @param name for instance {@code Green Book standard}
 * @param effectiveFrom from when the schedule is in force
 * @param bands in order, without gaps, the first from year 1; the last has no end
 */
public record DiscountSchedule(
    String name, LocalDate effectiveFrom, List<Band> bands, String source) {

  /** A rate a year, 0.035 for 3.5 %, from a year on until the next band. */
  public record Band(int fromYear, BigDecimal rate) {}

  public DiscountSchedule {
    bands = List.copyOf(bands);
    if (bands.isEmpty() || bands.get(0).fromYear() != 1) {
      throw new IllegalArgumentException("A discount schedule must begin with year 1.");
    }
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).fromYear() <= bands.get(i - 1).fromYear()) {
        throw new IllegalArgumentException(
            "The bands of a discount schedule must be in order of years.");
      }
    }
  }

  /** One plus the rate by which a year from 1 on is discounted. */
  public BigFraction growth(int year) {
    int band = bands.size() - 1;
    while (bands.get(band).fromYear() > year) {
      band--;
    }
    return growth(bands.get(band));
  }

  private static BigFraction growth(Band band) {
    return Fractions.of(BigDecimal.ONE.add(band.rate()));
  }

  /** What a pound of that year is worth today, exact. */
  public BigFraction factor(int year) {
    BigFraction divisor = BigFraction.ONE;
    for (int i = 0; i < bands.size(); i++) {
      int first = bands.get(i).fromYear();
      int last = i + 1 < bands.size() ? bands.get(i + 1).fromYear() - 1 : year;
      int years = Math.max(0, Math.min(year, last) - first + 1);
      divisor = divisor.multiply(growth(bands.get(i)).pow(years));
    }
    return divisor.reciprocal();
  }
}
