package org.homeward.pathway;

import java.util.Set;
import org.homeward.history.Payer;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A price that a request states instead of the tables'.
 *
 * @param per null for a price that is paid once
 * @param includes ids of the processes that it already pays for
 */
public record StatedFee(
    Money amount,
    Rate.@Nullable Per per,
    FinancialYear priceYear,
    Set<String> includes,
    Payer payer) {

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public StatedFee {
    includes = Set.copyOf(includes);
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "A stated price must be zero or more, but was " + amount + ".");
    }
  }
}
