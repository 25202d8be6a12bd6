package org.homeward.costbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.allowance.MeansTestRules;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.PublishedHourlyCost;
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
    List<EmployerRate> employerRates,
    List<AgencyRate> agencyRates,
    List<AreaWeight> areaWeights,
    List<PublishedHourlyCost> publishedHourlyCosts,
    List<FeeRow> fees,
    List<InHouseHome> homes,
    List<PriceRow> prices,
    List<StatedUnitCost> statedUnitCosts,
    List<PriceIndex> indices,
    List<DiscountSchedule> discounts,
    List<BankHoliday> bankHolidays,
    List<MeansTestRules> meansTests) {

  /** A day on which nobody works. */
  public record BankHoliday(LocalDate date, String name, Provenance provenance) {}

  /**
   * @throws org.homeward.problem.InputException naming what stands twice, and rows of unknown roles
   */
  public ReferenceTables {
    roles = List.copyOf(roles);
    salaries = List.copyOf(salaries);
    onCosts = List.copyOf(onCosts);
    employerRates = List.copyOf(employerRates);
    agencyRates = List.copyOf(agencyRates);
    areaWeights = List.copyOf(areaWeights);
    publishedHourlyCosts = List.copyOf(publishedHourlyCosts);
    fees = List.copyOf(fees);
    homes = List.copyOf(homes);
    prices = List.copyOf(prices);
    statedUnitCosts = List.copyOf(statedUnitCosts);
    indices = List.copyOf(indices);
    discounts = List.copyOf(discounts);
    bankHolidays = List.copyOf(bankHolidays);
    meansTests = List.copyOf(meansTests);
    Problems problems = new Problems();
    once("roles", roles, StaffRole::id, problems);
    once("salaries", salaries, s -> s.role() + " " + s.year(), problems);
    once("on-costs", onCosts, o -> o.year().toString(), problems);
    once("employer-rates", employerRates, EmployerRate::label, problems);
    once("agency-rates", agencyRates, a -> a.role() + " " + a.year(), problems);
    once("area-weights", areaWeights, AreaWeight::id, problems);
    once("price-indices", indices, PriceIndex::name, problems);
    once("discount-schedule", discounts, d -> d.name() + " from " + d.effectiveFrom(), problems);
    once("bank-holidays", bankHolidays, h -> h.date().toString(), problems);
    once("means-test", meansTests, m -> m.from().toString(), problems);
    Set<String> known = new HashSet<>(roles.stream().map(StaffRole::id).toList());
    salaries.forEach(s -> ofRole("salaries", s.role(), known, problems));
    agencyRates.forEach(a -> ofRole("agency-rates", a.role(), known, problems));
    for (InHouseHome home : homes) {
      for (HomePart part : home.parts()) {
        if (part instanceof HomePart.PostsOfRole posts) {
          ofRole("home-parts", posts.role(), known, problems);
        }
      }
    }
    problems.throwIfAny();
  }

  /** The fees that are stated, and those of homes, which a cost book costs. */
  public List<FeeRow> allFees() {
    return Stream.concat(fees.stream(), homes.stream().map(InHouseHome::uncosted)).toList();
  }

  /** The index of this name. */
  public Optional<PriceIndex> index(String name) {
    return indices.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** The discount schedule of this name that is in force on a day. */
  public Optional<DiscountSchedule> discounts(String name, LocalDate on) {
    return discounts.stream()
        .filter(d -> d.name().equals(name) && !d.effectiveFrom().isAfter(on))
        .max(Comparator.comparing(DiscountSchedule::effectiveFrom));
  }

  /** The area weight of this id. */
  public Optional<AreaWeight> areaWeight(String id) {
    return areaWeights.stream().filter(w -> w.id().equals(id)).findFirst();
  }

  public ReferenceTables withRoles(List<StaffRole> other) {
    return with(t -> t.roles = other);
  }

  public ReferenceTables withSalaries(List<Salary> other) {
    return with(t -> t.salaries = other);
  }

  public ReferenceTables withOnCosts(List<OnCosts> other) {
    return with(t -> t.onCosts = other);
  }

  public ReferenceTables withEmployerRates(List<EmployerRate> other) {
    return with(t -> t.employerRates = other);
  }

  public ReferenceTables withAgencyRates(List<AgencyRate> other) {
    return with(t -> t.agencyRates = other);
  }

  public ReferenceTables withAreaWeights(List<AreaWeight> other) {
    return with(t -> t.areaWeights = other);
  }

  public ReferenceTables withMeansTests(List<MeansTestRules> other) {
    return with(t -> t.meansTests = other);
  }

  public ReferenceTables withFees(List<FeeRow> other) {
    return with(t -> t.fees = other);
  }

  public ReferenceTables withHomes(List<InHouseHome> other) {
    return with(t -> t.homes = other);
  }

  public ReferenceTables withPrices(List<PriceRow> other) {
    return with(t -> t.prices = other);
  }

  public ReferenceTables withStatedUnitCosts(List<StatedUnitCost> other) {
    return with(t -> t.statedUnitCosts = other);
  }

  public ReferenceTables withIndices(List<PriceIndex> other) {
    return with(t -> t.indices = other);
  }

  public ReferenceTables withDiscounts(List<DiscountSchedule> other) {
    return with(t -> t.discounts = other);
  }

  private ReferenceTables with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.tables();
  }

  /** The tables while one of them is changed. */
  private static final class Parts {

    private List<StaffRole> roles;
    private List<Salary> salaries;
    private List<OnCosts> onCosts;
    private List<EmployerRate> employerRates;
    private List<AgencyRate> agencyRates;
    private List<AreaWeight> areaWeights;
    private List<PublishedHourlyCost> publishedHourlyCosts;
    private List<FeeRow> fees;
    private List<InHouseHome> homes;
    private List<PriceRow> prices;
    private List<StatedUnitCost> statedUnitCosts;
    private List<PriceIndex> indices;
    private List<DiscountSchedule> discounts;
    private List<BankHoliday> bankHolidays;
    private List<MeansTestRules> meansTests;

    private Parts(ReferenceTables from) {
      roles = from.roles;
      salaries = from.salaries;
      onCosts = from.onCosts;
      employerRates = from.employerRates;
      agencyRates = from.agencyRates;
      areaWeights = from.areaWeights;
      publishedHourlyCosts = from.publishedHourlyCosts;
      fees = from.fees;
      homes = from.homes;
      prices = from.prices;
      statedUnitCosts = from.statedUnitCosts;
      indices = from.indices;
      discounts = from.discounts;
      bankHolidays = from.bankHolidays;
      meansTests = from.meansTests;
    }

    private ReferenceTables tables() {
      return new ReferenceTables(
          roles,
          salaries,
          onCosts,
          employerRates,
          agencyRates,
          areaWeights,
          publishedHourlyCosts,
          fees,
          homes,
          prices,
          statedUnitCosts,
          indices,
          discounts,
          bankHolidays,
          meansTests);
    }
  }

  private static void ofRole(String table, String role, Set<String> known, Problems problems) {
    if (!known.contains(role)) {
      problems.add(
          table,
          role,
          "The row is of a role that does not exist.",
          "Add the role to roles.csv, or leave the row out.");
    }
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
