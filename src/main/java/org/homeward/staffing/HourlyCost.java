package org.homeward.staffing;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What an hour of one role costs in prices of a financial year, with the parts that it is made of;
 * pounds a year.
 */
public record HourlyCost(
    StaffRole role,
    FinancialYear year,
    Money salary,
    Money insurance,
    Money pension,
    Money directOverheads,
    Money indirectOverheads,
    Money capital,
    BigFraction workingHours,
    Provenance provenance) {

  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);

  public Money annualCost() {
    return salary
        .plus(insurance)
        .plus(pension)
        .plus(directOverheads)
        .plus(indirectOverheads)
        .plus(capital);
  }

  /**
   * Pounds per hour, exact: annual cost ÷ working hours, and ÷ the case-related share where that
   * hour is meant.
   */
  public Money perHour(HourBasis basis) {
    Money working = annualCost().dividedBy(workingHours);
    return switch (basis) {
      case WORKING_HOUR -> working;
      case CASE_RELATED_HOUR -> working.dividedBy(Fractions.of(role.caseRelatedShare()));
    };
  }

  /** Pounds per hour × minutes ÷ 60. */
  public Money of(Minutes time, HourBasis basis) {
    return perHour(basis).times(time.value()).dividedBy(MINUTES_PER_HOUR);
  }
}
