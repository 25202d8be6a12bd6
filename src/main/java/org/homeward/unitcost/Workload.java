package org.homeward.unitcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.staffing.HourlyCost;

/**
 * What each role has to do in a year for so many occurrences of processes: hours are the sum of
 * occurrences × expected minutes ÷ 60; full-time equivalents are these over the working hours of
 * one full-time year of the role.
 */
public final class Workload {

  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);

  private Workload() {}

  /** Hours a year, exact. */
  public record OfRole(String role, BigFraction hours, BigFraction workingHours) {
    public BigFraction fullTimeEquivalents() {
      return hours.divide(workingHours);
    }
  }

  /**
   * @param occurrences a year, by unit cost; of a process that runs over time the weeks, months or
   *     years of it
   * @param hourlyCosts know the working hours of each role, and give the order
   */
  public static List<OfRole> of(
      Map<UnitCost, BigDecimal> occurrences, List<HourlyCost> hourlyCosts) {
    Map<String, BigFraction> hours = new LinkedHashMap<>();
    occurrences.forEach(
        (cost, count) ->
            cost.minutesByRole()
                .forEach(
                    (role, minutes) ->
                        hours.merge(
                            role,
                            minutes.value().multiply(Fractions.of(count)).divide(MINUTES_PER_HOUR),
                            BigFraction::add)));
    List<OfRole> all = new ArrayList<>();
    for (HourlyCost cost : hourlyCosts) {
      BigFraction ofRole = hours.get(cost.role().id());
      if (ofRole != null) {
        all.add(new OfRole(cost.role().id(), ofRole, cost.workingHours()));
      }
    }
    return all;
  }
}
