package org.homeward.costbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.unitcost.StatedUnitCost;

/**
 * The tables of one version of the catalogue, each in the order of its file: everything that a cost
 * book is made of apart from processes, pathways and surveys.
 */
public record ReferenceTables(
    List<StaffRole> roles,
    List<Salary> salaries,
    List<OnCosts> onCosts,
    List<FeeRow> fees,
    List<PriceRow> prices,
    List<StatedUnitCost> statedUnitCosts,
    List<PriceIndex> indices,
    List<DiscountSchedule> discounts,
    List<BankHoliday> bankHolidays) {

  /** A day on which nobody works. */
  public record BankHoliday(LocalDate date, String name, Provenance provenance) {}

  /**
   * @throws org.homeward.problem.InputException naming what stands twice, and salaries of unknown
   *     roles
   */
  public ReferenceTables {
    roles = List.copyOf(roles);
    salaries = List.copyOf(salaries);
    onCosts = List.copyOf(onCosts);
    fees = List.copyOf(fees);
    prices = List.copyOf(prices);
    statedUnitCosts = List.copyOf(statedUnitCosts);
    indices = List.copyOf(indices);
    discounts = List.copyOf(discounts);
    bankHolidays = List.copyOf(bankHolidays);
    Problems problems = new Problems();
    once("roles", roles, StaffRole::id, problems);
    once("salaries", salaries, s -> s.role() + " " + s.year(), problems);
    once("on-costs", onCosts, o -> o.year().toString(), problems);
    once("price-indices", indices, PriceIndex::name, problems);
    once("discount-schedule", discounts, DiscountSchedule::name, problems);
    once("bank-holidays", bankHolidays, h -> h.date().toString(), problems);
    Set<String> known = new HashSet<>(roles.stream().map(StaffRole::id).toList());
    for (Salary salary : salaries) {
      if (!known.contains(salary.role())) {
        problems.add(
            "salaries",
            salary.role(),
            "The salary is of a role that does not exist.",
            "Add the role to roles.csv, or leave its salary out.");
      }
    }
    problems.throwIfAny();
  }

  /** The index of this name. */
  public Optional<PriceIndex> index(String name) {
    return indices.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** The discount schedule of this name. */
  public Optional<DiscountSchedule> discounts(String name) {
    return discounts.stream().filter(d -> d.name().equals(name)).findFirst();
  }

  private static <T> void once(
      String table, List<T> rows, Function<T, String> key, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (T row : rows) {
      if (!seen.add(key.apply(row))) {
        problems.add(table, key.apply(row), "It stands there twice.", "Leave one of them out.");
      }
    }
  }
}
