package org.homeward.placement;

import java.math.BigDecimal;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;

/**
 * The retainer of a block contract: paid for every bed whether it is used or not, so that a used
 * one costs retainer ÷ occupancy.
 *
 * @param retainer of one bed, for the same stretch of time as the fee
 * @param occupancy part of the beds that is used: above 0, at most 1
 */
public record Block(Money retainer, BigDecimal occupancy) {

  /**
   * @throws IllegalArgumentException if the retainer is negative or the occupancy not above 0 and
   *     at most 1
   */
  public Block {
    if (retainer.isNegative()) {
      throw new IllegalArgumentException(
          "A retainer must be zero or more, but was " + retainer + ".");
    }
    if (occupancy.signum() <= 0 || occupancy.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "Occupancy must be above 0 and at most 1, but was " + occupancy.toPlainString() + ".");
    }
  }

  /** The share of the retainer that a used bed has to carry. */
  public Money costOfUsed() {
    return retainer.dividedBy(Fractions.of(occupancy));
  }
}
