package org.homeward.staffing;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What an hour of one role costs in prices of a financial year, with the parts that it is made of;
 * pounds a year of a full-time post.
 *
 * @param inputs that the parts are calculated from
 * @param salary of a permanent post; insurance and pension are on it, overheads on the three
 * @param agency the share of posts that agency workers fill, and what such a post is paid
 */
public record HourlyCost(
    StaffCostInputs inputs,
    Money salary,
    Money insurance,
    Money pension,
    Money directOverheads,
    Money indirectOverheads,
    Money capital,
    WorkingYear time,
    AgencyCover agency,
    Provenance provenance) {

  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);

  public StaffRole role() {
    return inputs.role();
  }

  /** In whose prices it is. */
  public FinancialYear year() {
    return inputs.salary().year();
  }

  /** What a permanent post is paid, with insurance and pension: what overheads are on. */
  public Money permanentPay() {
    return salary.plus(insurance).plus(pension);
  }

  /** What an average post is paid: permanent pay with its on-costs, and agency pay, by share. */
  public Money pay() {
    return permanentPay()
        .times(agency.permanent())
        .plus(agency.annualPay().times(Fractions.of(agency.share())));
  }

  public Money annualCost() {
    return pay().plus(directOverheads).plus(indirectOverheads).plus(capital);
  }

  public BigFraction workingHours() {
    return time.hours();
  }

  /**
   * Pounds per hour, exact: annual cost ÷ working hours, and ÷ the case-related share where that
   * hour is meant.
   */
  public Money perHour(HourBasis basis) {
    Money working = annualCost().dividedBy(workingHours());
    return switch (basis) {
      case WORKING_HOUR -> working;
      case CASE_RELATED_HOUR -> working.dividedBy(Fractions.of(role().caseRelatedShare()));
    };
  }

  /** Pounds per hour × minutes ÷ 60. */
  public Money of(Minutes time, HourBasis basis) {
    return perHour(basis).times(time.value()).dividedBy(MINUTES_PER_HOUR);
  }
}
