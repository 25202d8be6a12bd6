package org.homeward.costbook;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.costbook.ReferenceTables.BankHoliday;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.WorkingDays;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.StaffCostInputs;
import org.homeward.staffing.StaffRole;
import org.homeward.timeuse.EstimateSet;
import org.jspecify.annotations.Nullable;

/**
 * What a cost book is made of, before hours are costed and what counts is picked: change something
 * here and make the book again.
 *
 * @param hash of everything in it
 * @param processes in file order
 * @param estimates the minutes in use, and what they come from
 * @param warnings what a reader of any answer should know
 */
public record BookInputs(
    String hash,
    Conventions conventions,
    ReferenceTables tables,
    List<ProcessGraph> processes,
    EstimateSet estimates,
    List<String> warnings) {

  public BookInputs {
    processes = List.copyOf(processes);
    warnings = List.copyOf(warnings);
  }

  public BookInputs withHash(String other) {
    return new BookInputs(other, conventions, tables, processes, estimates, warnings);
  }

  public BookInputs withConventions(Conventions other) {
    return new BookInputs(hash, other, tables, processes, estimates, warnings);
  }

  public BookInputs withTables(ReferenceTables other) {
    return new BookInputs(hash, conventions, other, processes, estimates, warnings);
  }

  public BookInputs withProcesses(List<ProcessGraph> other) {
    return new BookInputs(hash, conventions, tables, other, estimates, warnings);
  }

  public BookInputs withEstimates(EstimateSet other) {
    return new BookInputs(hash, conventions, tables, processes, other, warnings);
  }

  public Optional<ProcessGraph> findProcess(String id) {
    return processes.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /**
   * The cost book.
   *
   * @throws org.homeward.problem.InputException naming every gap: roles without a salary that can
   *     be costed, series and schedules that are not there, and what {@link CostBook} refuses
   */
  public CostBook book() {
    Problems problems = new Problems();
    List<HourlyCost> hourlyCosts = hourlyCosts(problems);
    PriceIndices indices = indices(problems);
    FinancialYear priceYear = priceYear(hourlyCosts, problems);
    DiscountSchedule discounts = priceYear == null ? null : discounts(priceYear, problems);
    if (indices == null || discounts == null || priceYear == null || !problems.isEmpty()) {
      problems.throwIfAny();
      throw new IllegalStateException("What is missing was told");
    }
    return new CostBook(
        conventions.name(),
        hash,
        priceYear,
        conventions.hourBasis(),
        processes,
        estimates,
        hourlyCosts,
        tables.statedUnitCosts(),
        conventions.statedProcesses(),
        new FeeSchedule(tables.allFees()),
        new PriceList(tables.prices(), tables.meansTests()),
        indices,
        discounts,
        new WorkingDays(tables.bankHolidays().stream().map(BankHoliday::date).toList()),
        warnings);
  }

  /** The schedule in force as the year begins in whose prices answers are. */
  private @Nullable DiscountSchedule discounts(FinancialYear priceYear, Problems problems) {
    return found(
        tables.discounts(conventions.discounts(), priceYear.firstDay()),
        "discount schedule in force on " + priceYear.firstDay(),
        conventions.discounts(),
        problems);
  }

  private List<HourlyCost> hourlyCosts(Problems problems) {
    AreaWeight weight = weight(problems);
    return weight == null ? List.of() : new StaffCosts(tables).calculate(weight, problems);
  }

  private @Nullable AreaWeight weight(Problems problems) {
    String area = conventions.area();
    return area == null
        ? AreaWeight.NONE
        : found(tables.areaWeight(area), "area weight", area, problems);
  }

  /** What the cost of an hour of each role is calculated from, by role. */
  public Map<String, StaffCostInputs> staff() {
    Problems problems = new Problems();
    AreaWeight weight = weight(problems);
    Map<String, StaffCostInputs> staff = new LinkedHashMap<>();
    if (weight != null) {
      StaffCosts costs = new StaffCosts(tables);
      for (StaffRole role : tables.roles()) {
        costs.latest(role, weight).ifPresent(i -> staff.put(role.id(), i));
      }
    }
    problems.throwIfAny();
    return staff;
  }

  private @Nullable PriceIndices indices(Problems problems) {
    PriceIndex general = index(conventions.index(), problems);
    Map<PriceIndices.Kind, PriceIndex> own = new EnumMap<>(PriceIndices.Kind.class);
    conventions
        .indices()
        .forEach(
            (kind, name) -> {
              PriceIndex found = index(name, problems);
              if (found != null) {
                own.put(kind, found);
              }
            });
    return general == null ? null : new PriceIndices(general, own);
  }

  private @Nullable FinancialYear priceYear(List<HourlyCost> hourlyCosts, Problems problems) {
    return conventions.priceYear() != null
        ? conventions.priceYear()
        : found(
            hourlyCosts.stream().map(HourlyCost::year).max(Comparator.naturalOrder()),
            "salary",
            "with on-costs",
            problems);
  }

  private @Nullable PriceIndex index(String name, Problems problems) {
    return found(tables.index(name), "price index", name, problems);
  }

  private static <T> @Nullable T found(
      Optional<T> value, String what, String name, Problems problems) {
    if (value.isEmpty()) {
      problems.add(
          "catalogue", name, "There is no " + what + " of this name.", "Add it, or name another.");
    }
    return value.orElse(null);
  }
}
