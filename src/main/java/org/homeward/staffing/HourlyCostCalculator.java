package org.homeward.staffing;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * The cost of an hour (method, section 3): salary + National Insurance above the threshold +
 * pension, + overheads on these three, + capital; working hours = (52 − weeks not worked) ×
 * contracted hours a week.
 */
public final class HourlyCostCalculator {

  private static final BigDecimal WEEKS = BigDecimal.valueOf(52);

  /**
   * @throws IllegalArgumentException if role, salary and on-costs are not of one role and one year
   */
  public HourlyCost calculate(StaffRole role, Salary salary, OnCosts onCosts) {
    if (!salary.role().equals(role.id()) || !salary.year().equals(onCosts.year())) {
      throw new IllegalArgumentException(
          "The salary of "
              + salary.role()
              + " in "
              + salary.year()
              + " does not go with "
              + role.id()
              + " and the on-costs of "
              + onCosts.year()
              + ".");
    }
    Money aboveThreshold = salary.amount().minus(onCosts.insuranceThreshold());
    Money insurance =
        aboveThreshold.isNegative()
            ? Money.ZERO
            : aboveThreshold.times(Fractions.of(onCosts.insuranceRate()));
    Money pension = salary.amount().times(Fractions.of(onCosts.pensionRate()));
    Money pay = salary.amount().plus(insurance).plus(pension);
    BigFraction workingHours =
        Fractions.of(WEEKS.subtract(onCosts.weeksNotWorked()).multiply(salary.hoursAWeek()));
    return new HourlyCost(
        role,
        salary.year(),
        salary.amount(),
        insurance,
        pension,
        pay.times(Fractions.of(onCosts.directOverheads())),
        pay.times(Fractions.of(onCosts.indirectOverheads())),
        onCosts.capital(),
        workingHours,
        provenance(role, salary, onCosts));
  }

  private static Provenance provenance(StaffRole role, Salary salary, OnCosts onCosts) {
    return new Provenance(
        "salary: " + salary.provenance().source() + "; on-costs: " + onCosts.provenance().source(),
        role.provenance().illustrative()
            || salary.provenance().illustrative()
            || onCosts.provenance().illustrative(),
        salary.provenance().note());
  }
}
