package org.homeward.staffing;

import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the cost of an hour is calculated from; complete, and of one role and one year.
 *
 * @param agency null where no post is filled by an agency worker
 */
public record StaffCostInputs(
    StaffRole role,
    Salary salary,
    OnCosts onCosts,
    EmployerRates.OfYear rates,
    @Nullable AgencyRate agency,
    AreaWeight weight) {

  /**
   * @throws org.homeward.problem.InputException naming each part that is of another role or year
   */
  public StaffCostInputs {
    Problems problems = new Problems();
    of(role.id(), salary.role(), "salary", problems);
    of(salary.year(), onCosts.year(), "on-costs", problems);
    of(salary.year(), rates.year(), "employer-rates", problems);
    if (agency != null) {
      of(role.id(), agency.role(), "agency-rates", problems);
    }
    problems.throwIfAny();
  }

  /** Of a role without agency workers, at the tables' own level. */
  public static StaffCostInputs of(
      StaffRole role, Salary salary, OnCosts onCosts, EmployerRates.OfYear rates) {
    return new StaffCostInputs(role, salary, onCosts, rates, null, AreaWeight.NONE);
  }

  private static void of(Object asked, Object found, String what, Problems problems) {
    if (!asked.equals(found)) {
      problems.add(what, found, "It is not of " + asked + ".", "Give the row of " + asked + ".");
    }
  }
}
