package org.homeward.costbook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.WorkingDays;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.TimeUse;
import org.homeward.unitcost.StatedUnitCost;

/**
 * All inputs of a calculation: they exist only together and complete.
 *
 * @param name for readers
 * @param hash of everything in it: two books with one hash give the same answers
 * @param priceYear in whose prices every answer is
 * @param hourBasis which hour prices the tasks
 * @param processes in file order
 * @param estimates the minutes in use, and what they come from
 * @param hourlyCosts one a role
 * @param statedUnitCosts published unit costs that are known
 * @param statedProcesses processes whose stated unit costs stand in for the built-up ones
 * @param fees those of homes of the authority's own are costed here, by the staff costs of the book
 * @param indices by which each kind of cost moves between price years
 * @param warnings what a reader of any answer should know
 */
public record CostBook(
    String name,
    String hash,
    FinancialYear priceYear,
    HourBasis hourBasis,
    List<ProcessGraph> processes,
    EstimateSet estimates,
    List<HourlyCost> hourlyCosts,
    List<StatedUnitCost> statedUnitCosts,
    Set<String> statedProcesses,
    FeeSchedule fees,
    PriceList prices,
    PriceIndices indices,
    DiscountSchedule discounts,
    WorkingDays workingDays,
    List<String> warnings) {

  /** More processes than this do not fit the compiled book. */
  public static final int MOST_PROCESSES = 64;

  /**
   * @throws org.homeward.problem.InputException naming every gap: roles without a cost, unknown
   *     processes, years without an index
   */
  public CostBook {
    processes = List.copyOf(processes);
    hourlyCosts = List.copyOf(hourlyCosts);
    statedUnitCosts = List.copyOf(statedUnitCosts);
    statedProcesses = Set.copyOf(statedProcesses);
    warnings = List.copyOf(warnings);
    check(
        processes, hourlyCosts, statedUnitCosts, statedProcesses, fees, prices, indices, priceYear);
    fees = new HomeCosts(hourlyCosts, indices, priceYear).costed(fees);
  }

  public TimeUse timeUse() {
    return estimates.timeUse();
  }

  /** The index of every kind of cost that has none of its own. */
  public PriceIndex index() {
    return indices.general();
  }

  /** The same inputs in prices of another year: each moved once, from the year it is stated in. */
  public CostBook inPricesOf(FinancialYear year) {
    return new CostBook(
        name,
        hash,
        year,
        hourBasis,
        processes,
        estimates,
        hourlyCosts,
        statedUnitCosts,
        statedProcesses,
        fees,
        prices,
        indices,
        discounts,
        workingDays,
        warnings);
  }

  public Map<String, HourlyCost> hourlyCostsByRole() {
    Map<String, HourlyCost> byRole = new LinkedHashMap<>();
    hourlyCosts.forEach(h -> byRole.put(h.role().id(), h));
    return byRole;
  }

  public Optional<ProcessGraph> findProcess(String id) {
    return processes.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private static void check(
      List<ProcessGraph> processes,
      List<HourlyCost> hourlyCosts,
      List<StatedUnitCost> stated,
      Set<String> statedProcesses,
      FeeSchedule fees,
      PriceList prices,
      PriceIndices indices,
      FinancialYear priceYear) {
    Problems problems = new Problems();
    Set<String> processIds = new TreeSet<>();
    for (ProcessGraph process : processes) {
      if (!processIds.add(process.id())) {
        problems.add(
            "processes/" + process.id(),
            process.id(),
            "Two processes have the same id.",
            "Give each process an id of its own.");
      }
    }
    Set<String> roles = new TreeSet<>();
    hourlyCosts.forEach(h -> roles.add(h.role().id()));
    for (ProcessGraph process : processes) {
      for (String role : process.roles()) {
        if (!roles.contains(role)) {
          problems.add(
              "processes/" + process.id(),
              role,
              "The process uses a role that has no hourly cost.",
              "Add the role with its salary, or use one of " + String.join(", ", roles) + ".");
        }
      }
    }
    if (processes.size() > MOST_PROCESSES) {
      problems.add(
          "processes",
          processes.size(),
          "A cost book can have at most " + MOST_PROCESSES + " processes.",
          "Leave some out.");
    }
    for (FeeRow row : fees.rows()) {
      row.includes().forEach(p -> known("fees: " + row.label(), p, processIds, problems));
      if (row.home() == null) {
        covered(
            "fees: " + row.label(),
            row.priceYear(),
            indices.of(PriceIndices.Kind.PLACEMENT),
            problems);
      }
    }
    HomeCosts.check(fees, hourlyCosts, indices, problems);
    for (PriceRow row : prices.rows()) {
      row.includes()
          .forEach(i -> known("prices: " + row.label(), i.process(), processIds, problems));
      covered(
          "prices: " + row.label(),
          row.priceYear(),
          indices.of(PriceIndices.Kind.of(row.kind())),
          problems);
    }
    PriceIndex staff = indices.of(PriceIndices.Kind.STAFF);
    hourlyCosts.forEach(h -> covered("salaries: " + h.role().id(), h.year(), staff, problems));
    Arrays.stream(PriceIndices.Kind.values())
        .map(indices::of)
        .distinct() // one may serve several kinds of cost
        .forEach(index -> covered("priceYear", priceYear, index, problems));
    for (String process : statedProcesses) {
      if (stated.stream().noneMatch(s -> s.process().equals(process))) {
        problems.add(
            "statedProcesses",
            process,
            "There is no stated unit cost of this process.",
            "Leave it out, or add its published unit cost.");
      }
    }
    problems.throwIfAny();
  }

  private static void known(String where, String process, Set<String> ids, Problems problems) {
    if (!ids.contains(process)) {
      problems.add(
          where,
          process,
          "It includes a process that does not exist.",
          "Name one of " + String.join(", ", ids) + ".");
    }
  }

  static void covered(String where, FinancialYear year, PriceIndex index, Problems problems) {
    if (!index.levels().containsKey(year)) {
      problems.add(
          where,
          year,
          "The price index \"" + index.name() + "\" has no value for this price year.",
          "Use a year from " + index.levels().firstKey() + " to " + index.levels().lastKey() + ".");
    }
  }
}
