package org.homeward.costbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRates;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.HourlyCostCalculator;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffCostInputs;
import org.homeward.staffing.StaffRole;

/** What an hour of each role costs by the tables: of its last year that has all that is needed. */
public final class StaffCosts {

  private final ReferenceTables tables;
  private final EmployerRates rates;
  private final Map<FinancialYear, OnCosts> onCosts = new TreeMap<>();

  public StaffCosts(ReferenceTables tables) {
    this.tables = tables;
    rates = new EmployerRates(tables.employerRates());
    tables.onCosts().forEach(o -> onCosts.put(o.year(), o));
  }

  /** One a role, in the order of the roles; a role that cannot be costed is told and left out. */
  public List<HourlyCost> calculate(AreaWeight weight, Problems problems) {
    List<HourlyCost> costs = new ArrayList<>();
    for (StaffRole role : tables.roles()) {
      Optional<StaffCostInputs> inputs = latest(role, weight);
      if (inputs.isPresent()) {
        costs.add(new HourlyCostCalculator().calculate(inputs.get()));
      } else {
        problems.add(
            "salaries.csv",
            role.id(),
            "The role has no salary in a year with on-costs and employer rates.",
            "Add one.");
      }
    }
    return costs;
  }

  /** Of the last year that has all that is needed. */
  public Optional<StaffCostInputs> latest(StaffRole role, AreaWeight weight) {
    return tables.salaries().stream()
        .filter(s -> s.role().equals(role.id()))
        .sorted(Comparator.comparing(Salary::year).reversed())
        .flatMap(s -> inputs(role, s, weight).stream())
        .findFirst();
  }

  /** What a salary is costed with, or nothing if its year has no on-costs or no employer rates. */
  public Optional<StaffCostInputs> inputs(StaffRole role, Salary salary, AreaWeight weight) {
    OnCosts ofYear = onCosts.get(salary.year());
    return ofYear == null
        ? Optional.empty()
        : rates
            .of(salary.year())
            .map(
                r ->
                    new StaffCostInputs(
                        role, salary, ofYear, r, agency(role, salary.year()), weight));
  }

  /** The last row of the role that is not of a later year. */
  private @org.jspecify.annotations.Nullable AgencyRate agency(StaffRole role, FinancialYear year) {
    return tables.agencyRates().stream()
        .filter(a -> a.role().equals(role.id()) && a.year().compareTo(year) <= 0)
        .max(Comparator.comparing(AgencyRate::year))
        .orElse(null);
  }
}
