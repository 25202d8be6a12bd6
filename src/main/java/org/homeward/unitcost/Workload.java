package org.homeward.unitcost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourlyCost;
import org.jspecify.annotations.Nullable;

/**
 * Processes that are done so often, and the working time that they ask of each role: times ×
 * expected minutes. Hours are these ÷ 60; full-time equivalents are hours over the working hours of
 * one full-time year of the role. A process at a stated unit cost has no minutes.
 */
public record Workload(List<Part> parts) {

  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);

  public Workload {
    parts = List.copyOf(parts);
  }

  /**
   * A process for one kind of case.
   *
   * @param times how often; of a process that runs over time the weeks, months or years of it
   */
  public record Part(UnitCost cost, BigFraction times) {}

  /** Working time of a role, exact, and how long its full-time year is. */
  public record OfRole(String role, BigFraction hours, BigFraction workingHours) {
    public BigFraction fullTimeEquivalents() {
      return hours.divide(workingHours);
    }
  }

  /** Expected working time, exact. */
  public SortedMap<String, Minutes> minutesByRole() {
    SortedMap<String, Minutes> sums = new TreeMap<>();
    for (Part part : parts) {
      part.cost()
          .minutesByRole()
          .forEach((role, minutes) -> sums.merge(role, minutes.times(part.times()), Minutes::plus));
    }
    return sums;
  }

  /** What that time costs: exact, then rounded once for each role. */
  public SortedMap<String, Pence> costByRole() {
    Map<String, Money> sums = new HashMap<>();
    for (Part part : parts) {
      part.cost()
          .amountByRole()
          .forEach((role, amount) -> sums.merge(role, amount.times(part.times()), Money::plus));
    }
    SortedMap<String, Pence> costs = new TreeMap<>();
    sums.forEach((role, sum) -> costs.put(role, sum.toPence()));
    return costs;
  }

  /**
   * Those who work at all, in the order of the hourly costs.
   *
   * @param roles know the working hours of a year
   */
  public List<OfRole> ofRoles(List<HourlyCost> roles) {
    SortedMap<String, Minutes> minutes = minutesByRole();
    List<OfRole> all = new ArrayList<>();
    for (HourlyCost role : roles) {
      @Nullable Minutes of = minutes.get(role.role().id());
      if (of != null) {
        all.add(
            new OfRole(role.role().id(), of.value().divide(MINUTES_PER_HOUR), role.workingHours()));
      }
    }
    return all;
  }
}
