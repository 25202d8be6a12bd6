package org.homeward.staffing;

import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/** What others have published as the cost of an hour of a role, to hold ours against. */
public record PublishedHourlyCost(
    String role, FinancialYear priceYear, HourBasis basis, Money perHour, Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the cost is not above zero
   */
  public PublishedHourlyCost {
    if (perHour.isNegative() || perHour.isZero()) {
      throw new IllegalArgumentException(
          "A published cost of an hour must be above zero, but was " + perHour + ".");
    }
  }
}
