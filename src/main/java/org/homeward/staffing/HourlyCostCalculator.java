package org.homeward.staffing;

import java.util.ArrayList;
import java.util.List;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * The cost of an hour (method, section 3): salary + National Insurance above the threshold of each
 * person + pension, + overheads on these three, + capital; working hours = (52 − weeks not worked)
 * × contracted hours a week. Where agency workers fill a share of the posts, that share of salary,
 * insurance and pension is what the agency is paid instead; overheads and capital are those of a
 * permanent post, since desk, manager and systems are the same whoever works there. An area's
 * weights multiply salary and agency rate, and capital.
 */
public final class HourlyCostCalculator {

  public HourlyCost calculate(StaffCostInputs inputs) {
    OnCosts onCosts = inputs.onCosts();
    WorkingYear time = WorkingYear.of(inputs.salary(), onCosts);
    Money salary = inputs.salary().amount().times(Fractions.of(inputs.weight().pay()));
    Money insurance = inputs.rates().insuranceOn(salary, Fractions.of(inputs.salary().fte()));
    Money pension = salary.times(inputs.rates().pension());
    Money pay = salary.plus(insurance).plus(pension);
    return new HourlyCost(
        inputs,
        salary,
        insurance,
        pension,
        pay.times(Fractions.of(onCosts.directOverheads())),
        pay.times(Fractions.of(onCosts.indirectOverheads())),
        onCosts.capital().times(Fractions.of(inputs.weight().capital())),
        time,
        agency(inputs, time),
        provenance(inputs));
  }

  private static AgencyCover agency(StaffCostInputs inputs, WorkingYear time) {
    AgencyRate rate = inputs.agency();
    if (rate == null || rate.share().signum() == 0) {
      return AgencyCover.NONE;
    }
    return AgencyCover.of(rate, inputs.weight(), time);
  }

  private static Provenance provenance(StaffCostInputs inputs) {
    List<Provenance> parts =
        new ArrayList<>(
            List.of(
                inputs.role().provenance(),
                inputs.salary().provenance(),
                inputs.onCosts().provenance(),
                inputs.rates().provenance(),
                inputs.weight().provenance()));
    String source =
        "salary: "
            + inputs.salary().provenance().source()
            + "; employer rates: "
            + inputs.rates().provenance().source()
            + "; overheads: "
            + inputs.onCosts().provenance().source();
    AgencyRate agency = inputs.agency();
    if (agency != null && agency.share().signum() > 0) {
      parts.add(agency.provenance());
      source += "; agency: " + agency.provenance().source();
    }
    if (!inputs.weight().equals(AreaWeight.NONE)) {
      source += "; area: " + inputs.weight().provenance().source();
    }
    return new Provenance(
        source,
        parts.stream().anyMatch(Provenance::illustrative),
        inputs.salary().provenance().note());
  }
}
