package org.homeward.unitcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.PriceIndex;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.TimeUse;

/**
 * Everything that the unit cost of a process is made of; complete when it exists.
 *
 * @param variations ids of the variations that apply
 * @param hourlyCosts by role id
 */
public record UnitCostInputs(
    ProcessGraph process,
    Set<String> variations,
    TimeUse timeUse,
    Map<String, HourlyCost> hourlyCosts,
    HourBasis hourBasis,
    PriceIndex index,
    FinancialYear priceYear) {

  /**
   * @throws org.homeward.problem.InputException naming every role without an hourly cost and every
   *     unknown variation
   */
  public UnitCostInputs {
    variations = Set.copyOf(variations);
    Problems problems = new Problems();
    for (String role : process.roles()) {
      if (!hourlyCosts.containsKey(role)) {
        problems.add(
            "processes/" + process.id(),
            role,
            "The process uses a role that has no hourly cost.",
            "Add the role and its salary, or use one of "
                + String.join(", ", hourlyCosts.keySet().stream().sorted().toList())
                + ".");
      }
    }
    List<Problem> unknown = new ArrayList<>();
    for (String variation : variations) {
      if (process.findVariation(variation).isEmpty()) {
        unknown.add(
            Problem.of(
                "processes/" + process.id(),
                variation,
                "The process has no such variation.",
                "Name one of its variations."));
      }
    }
    problems.addAll(unknown);
    problems.throwIfAny();
  }
}
