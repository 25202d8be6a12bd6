package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What employing somebody costs on top of the salary in a financial year (method, section 3). Rates
 * are parts of one: 0.15 for 15 %.
 *
 * @param insuranceRate employer National Insurance on what is above the secondary threshold
 * @param directOverheads on salary, insurance and pension: team managers, administration, premises
 * @param indirectOverheads on the same: finance, personnel, IT, legal
 * @param capital pounds a year
 * @param weeksNotWorked leave, statutory days, sickness and training, in weeks a year
 */
public record OnCosts(
    FinancialYear year,
    BigDecimal insuranceRate,
    Money insuranceThreshold,
    BigDecimal pensionRate,
    BigDecimal directOverheads,
    BigDecimal indirectOverheads,
    Money capital,
    BigDecimal weeksNotWorked,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if a rate is outside 0 to 1 or no week is left to work in
   */
  public OnCosts {
    for (BigDecimal rate :
        new BigDecimal[] {insuranceRate, pensionRate, directOverheads, indirectOverheads}) {
      if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "On-cost rates of "
                + year
                + " must be between 0 and 1, but one was "
                + rate.toPlainString()
                + ".");
      }
    }
    if (weeksNotWorked.signum() < 0 || weeksNotWorked.compareTo(BigDecimal.valueOf(52)) >= 0) {
      throw new IllegalArgumentException(
          "Weeks not worked in "
              + year
              + " must be between 0 and 52, but were "
              + weeksNotWorked.toPlainString()
              + ".");
    }
  }
}
