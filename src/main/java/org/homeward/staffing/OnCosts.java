package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * Overheads, capital and time not worked of a post in a financial year (method, section 3). Rates
 * are parts of one: 0.29 for 29 %.
 *
 * @param directOverheads on salary, insurance and pension: team managers, administration, premises
 * @param indirectOverheads on the same: finance, personnel, IT, legal
 * @param capital pounds a year
 * @param away weeks a year that are not worked
 */
public record OnCosts(
    FinancialYear year,
    BigDecimal directOverheads,
    BigDecimal indirectOverheads,
    Money capital,
    WeeksAway away,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if a rate is outside 0 to 1 or capital is negative
   */
  public OnCosts {
    for (BigDecimal rate : new BigDecimal[] {directOverheads, indirectOverheads}) {
      if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "Overheads of "
                + year
                + " must be between 0 and 1, but one was "
                + rate.toPlainString()
                + ".");
      }
    }
    if (capital.isNegative()) {
      throw new IllegalArgumentException(
          "Capital of " + year + " must be zero or more, but was " + capital + ".");
    }
  }
}
