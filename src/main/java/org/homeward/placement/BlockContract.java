package org.homeward.placement;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;

/**
 * A number of beds that are paid for whether they are used or not.
 *
 * @param block retainer of one bed, and the part of the beds that is used
 * @param used what is paid on top for a bed while it is used
 * @param per the stretch of time that both amounts are for
 */
public record BlockContract(int beds, Block block, Money used, Rate.Per per) {

  /**
   * @throws IllegalArgumentException if there is no bed or the amount on top is negative
   */
  public BlockContract {
    if (beds < 1) {
      throw new IllegalArgumentException("A block has at least one bed, but had " + beds + ".");
    }
    if (used.isNegative()) {
      throw new IllegalArgumentException(
          "What a used bed costs on top must be zero or more, but was " + used + ".");
    }
  }

  /** What a used bed costs: the amount on top + retainer ÷ occupancy. */
  public Rate ofUsedBed() {
    return Rate.of(used.plus(block.costOfUsed()), per);
  }

  /** What the contract costs: beds × (retainer + occupancy × the amount on top). */
  public Rate ofContract() {
    return Rate.of(
        block
            .retainer()
            .plus(used.times(Fractions.of(block.occupancy())))
            .times(BigFraction.of(beds)),
        per);
  }

  /** What is paid for beds that nobody sleeps in: beds × (1 − occupancy) × retainer. */
  public Rate ofEmptyBeds() {
    BigFraction empty = BigFraction.ONE.subtract(Fractions.of(block.occupancy()));
    return Rate.of(block.retainer().times(empty).times(BigFraction.of(beds)), per);
  }
}
