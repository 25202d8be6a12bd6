package org.homeward.cohort;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourlyCost;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/**
 * What a cohort would cost if something were different, beside what it does. The base is never
 * changed.
 */
public record CohortWhatIf(CohortCosts base, CohortCosts changed) {

  /** What an answer takes for granted. */
  public static final List<String> ASSUMPTIONS =
      List.of(
          "A share that moves is an expected value: nobody is drawn.",
          "Full-time staff is hours over the working hours of a year and the years asked for.");

  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);
  private static final BigFraction DAYS_PER_YEAR = BigFraction.of(36_525, 100);

  /**
   * One group before and after.
   *
   * @param base null where nobody was in it before
   * @param changed null where nobody is in it after
   */
  public record Difference(
      List<@Nullable String> values, @Nullable GroupCosts base, @Nullable GroupCosts changed) {

    public Pence baseCost() {
      return base == null ? Pence.ZERO : base.total();
    }

    public Pence changedCost() {
      return changed == null ? Pence.ZERO : changed.total();
    }

    /** More cost is positive. */
    public Pence difference() {
      return changedCost().minus(baseCost());
    }

    /** What happens to the costs, in a sentence. */
    public String sentence(String what) {
      return what + " then " + Format.costs(baseCost(), changedCost()) + ".";
    }
  }

  /**
   * How much more one role would work and cost.
   *
   * @param hours in all; less is negative
   * @param fullTimeStaff so many people in full-time work over the whole window
   * @param cost of the time
   */
  public record StaffDifference(
      String role, BigFraction hours, BigFraction fullTimeStaff, Pence cost) {}

  /** Every group of the base, then those that are new. */
  public List<Difference> groups() {
    return differences(base.groups(), changed.groups());
  }

  /** For each dimension each of its values. */
  public List<Difference> totals() {
    return differences(base.totals(), changed.totals());
  }

  /** Everything. */
  public Difference all() {
    return new Difference(base.all().values(), base.all(), changed.all());
  }

  /**
   * The group of these values; null if there is none.
   *
   * @param named {@link CostTable#ALL} for any; none for everything
   */
  @Nullable Difference find(List<String> named) {
    if (named.isEmpty()) {
      return all();
    }
    return Stream.of(List.of(all()), totals(), groups())
        .flatMap(List::stream)
        .filter(d -> GroupExplanations.named(d.values()).equals(named))
        .findFirst()
        .orElse(null);
  }

  /** The values of the groups whose numbers are kept back where small numbers are. */
  public Set<List<@Nullable String>> keptBack() {
    Set<List<@Nullable String>> values = new HashSet<>();
    for (CohortCosts costs : List.of(base, changed)) {
      List<GroupCosts> shown = Suppression.shown(costs);
      boolean[] hidden = Suppression.of(costs);
      for (int i = 0; i < hidden.length; i++) {
        if (hidden[i]) {
          values.add(shown.get(i).values());
        }
      }
    }
    return values;
  }

  /** Whether even the whole is kept back then. */
  public boolean isKeptBack() {
    return keptBack().contains(all().values());
  }

  /** Changed less base, by component; those that differ. */
  public Map<Component, Pence> byComponent() {
    return differences(
        new TreeMap<>(base.all().byComponent()), new TreeMap<>(changed.all().byComponent()));
  }

  /** By id of process; those that differ. */
  public Map<String, Pence> byProcess() {
    return differences(byProcess(base.all()), byProcess(changed.all()));
  }

  public Map<Payer, Pence> byPayer() {
    return differences(new TreeMap<>(base.all().byPayer()), new TreeMap<>(changed.all().byPayer()));
  }

  private static SortedMap<String, Pence> byProcess(GroupCosts group) {
    SortedMap<String, Pence> sums = new TreeMap<>();
    group.byProcess().forEach(p -> sums.put(p.process().graph().id(), p.amount()));
    return sums;
  }

  private static <K> SortedMap<K, Pence> differences(
      SortedMap<K, Pence> before, SortedMap<K, Pence> after) {
    SortedMap<K, Pence> differences = new TreeMap<>(after);
    before.forEach((key, sum) -> differences.merge(key, Pence.of(-sum.value()), Pence::plus));
    differences.values().removeIf(d -> d.value() == 0);
    return differences;
  }

  private static List<Difference> differences(List<GroupCosts> before, List<GroupCosts> after) {
    Map<List<@Nullable String>, Difference> found = new LinkedHashMap<>();
    before.forEach(g -> found.put(g.values(), new Difference(g.values(), g, null)));
    after.forEach(
        g ->
            found.merge(
                g.values(),
                new Difference(g.values(), null, g),
                (a, b) -> new Difference(a.values(), a.base(), b.changed())));
    return new ArrayList<>(found.values());
  }

  /**
   * By role, in the order of the hourly costs, where anything differs.
   *
   * @param roles know the working hours of a year
   */
  public List<StaffDifference> staff(List<HourlyCost> roles) {
    DateSpan window = base.question().window();
    BigFraction years = BigFraction.of(window.days()).divide(DAYS_PER_YEAR);
    Workload was = base.all().workload();
    Workload is = changed.all().workload();
    Map<String, Pence> before = was.costByRole();
    Map<String, Pence> after = is.costByRole();
    Map<String, Minutes> minutesBefore = was.minutesByRole();
    Map<String, Minutes> minutesAfter = is.minutesByRole();
    List<StaffDifference> staff = new ArrayList<>();
    for (HourlyCost cost : roles) {
      String role = cost.role().id();
      BigFraction hours = hours(minutesAfter, role).subtract(hours(minutesBefore, role));
      Pence more =
          after.getOrDefault(role, Pence.ZERO).minus(before.getOrDefault(role, Pence.ZERO));
      if (hours.signum() != 0 || more.value() != 0) {
        BigFraction people = hours.divide(cost.workingHours()).divide(years);
        staff.add(new StaffDifference(role, hours, people, more));
      }
    }
    return staff;
  }

  private static BigFraction hours(Map<String, Minutes> byRole, String role) {
    Minutes minutes = byRole.get(role);
    return minutes == null ? BigFraction.ZERO : minutes.value().divide(MINUTES_PER_HOUR);
  }
}
