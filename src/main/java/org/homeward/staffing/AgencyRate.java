package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What an agency worker in a role costs from a financial year on, and how many posts such workers
 * fill.
 *
 * @param dayRate pounds a day worked, with everything that the agency charges
 * @param hoursADay that a day's rate pays for
 * @param share of the role's posts that agency workers fill, 0 to 1
 */
public record AgencyRate(
    String role,
    FinancialYear year,
    Money dayRate,
    BigDecimal hoursADay,
    BigDecimal share,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the rate is negative, the hours are not above 0 and at most
   *     24, or the share is outside 0 to 1
   */
  public AgencyRate {
    if (dayRate.isNegative()) {
      throw new IllegalArgumentException(
          "The agency day rate of " + role + " must not be negative, but was " + dayRate + ".");
    }
    if (hoursADay.signum() <= 0 || hoursADay.compareTo(BigDecimal.valueOf(24)) > 0) {
      throw new IllegalArgumentException(
          "The hours of an agency day of "
              + role
              + " must be above 0 and at most 24, but were "
              + hoursADay.toPlainString()
              + ".");
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The agency share of "
              + role
              + " must be between 0 and 1, but was "
              + share.toPlainString()
              + ".");
    }
  }

  /**
   * The same day rate from another year on, with no post filled by agency workers.
   *
   * @param said by what: the rate itself is still from where it was
   */
  public AgencyRate withoutShare(FinancialYear from, Provenance said) {
    return new AgencyRate(
        role,
        from,
        dayRate,
        hoursADay,
        BigDecimal.ZERO,
        new Provenance(
            said.source() + ": no agency worker; the day rate is from " + provenance.source(),
            provenance.illustrative(),
            said.note()));
  }
}
