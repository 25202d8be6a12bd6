package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementKind;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** Adds the sums of several threads together, group by group, in a stated order. */
final class CostSummary {

  private static final Comparator<Slots.Use> ORDER =
      Comparator.comparing((Slots.Use u) -> u instanceof Slots.ProcessUse)
          .thenComparingInt(CostSummary::place)
          .thenComparingInt(CostSummary::kind)
          .thenComparingInt(Slots.Use::share)
          .thenComparing(CostSummary::fee);

  private final List<Part> parts;
  private final Shares shares;
  private final Grouping grouping;

  /** What one thread found. */
  static final class Part {

    private final CostSums sums;

    /** Nights without a fee, by {@link PlacementKind}. */
    private final long[] unpriced;

    Part(CostSums sums, long[] unpriced) {
      this.sums = sums;
      this.unpriced = unpriced;
    }
  }

  CostSummary(List<Part> parts, Shares shares) {
    this.parts = parts;
    this.shares = shares;
    grouping = parts.get(0).sums.grouping();
  }

  private static int place(Slots.Use use) {
    return use instanceof Slots.ProcessUse p
        ? p.process().place()
        : ((Slots.NightsUse) use).nights().ordinal();
  }

  private static int kind(Slots.Use use) {
    return use instanceof Slots.ProcessUse p
        ? p.variant()
        : ((Slots.NightsUse) use).payer().ordinal();
  }

  private static String fee(Slots.Use use) {
    FeeRow row = use instanceof Slots.NightsUse n ? n.fee() : null;
    return row == null ? "" : row.label();
  }

  /** One group's sums, by what is counted. */
  private static final class Sums {

    /** Pence, then count. */
    private final TreeMap<Slots.Use, long[]> ofUse = new TreeMap<>(ORDER);

    private final List<Amounts> children = new ArrayList<>();

    void add(Slots.Use use, long pence, long count) {
      if (count != 0 || pence != 0) {
        long[] sum = ofUse.computeIfAbsent(use, u -> new long[2]);
        sum[0] = Math.addExact(sum[0], pence);
        sum[1] = Math.addExact(sum[1], count);
      }
    }

    void add(Sums other) {
      other.ofUse.forEach((use, sum) -> add(use, sum[0], sum[1]));
    }
  }

  CohortCosts costs(CostQuestion question, CohortCosts.PerChild perChild) {
    TreeMap<Long, Sums> groups = new TreeMap<>();
    parts.forEach(part -> addTo(groups, part.sums));
    List<GroupCosts> costs = new ArrayList<>();
    groups.forEach((number, sums) -> costs.add(group(valuesOf(number), sums)));
    return new CohortCosts(
        question, costs, totals(groups), all(groups.values()), unpriced(), perChild);
  }

  private List<CohortCosts.Unpriced> unpriced() {
    List<CohortCosts.Unpriced> unpriced = new ArrayList<>();
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        for (Area area : Area.values()) {
          long nights = unpriced(type, provider, area);
          if (nights > 0) {
            unpriced.add(new CohortCosts.Unpriced(type, provider, area, nights));
          }
        }
      }
    }
    return unpriced;
  }

  private long unpriced(PlacementType type, Provider provider, Area area) {
    long nights = 0;
    for (LegalStatus status : LegalStatus.values()) {
      int kind = PlacementKind.of(type, provider, area, status);
      nights += parts.stream().mapToLong(p -> p.unpriced[kind]).sum();
    }
    return nights;
  }

  private static void addTo(Map<Long, Sums> groups, CostSums part) {
    List<Slots.Use> uses = part.slots().uses();
    for (int g = 0; g < part.size(); g++) {
      Sums sums = groups.computeIfAbsent(part.numberOf(g), n -> new Sums());
      long[] of = part.sumsOf(g);
      for (int slot = 0; 2 * slot < of.length && slot < uses.size(); slot++) {
        sums.add(uses.get(slot), of[2 * slot], of[2 * slot + 1]);
      }
      sums.children.add(part.amounts().ofGroup(g));
    }
  }

  private List<@Nullable String> valuesOf(long number) {
    List<@Nullable String> values = new ArrayList<>();
    for (int axis = 0; axis < grouping.axes().size(); axis++) {
      values.add(grouping.axes().get(axis).values().get(grouping.valueOn(axis, number)));
    }
    return values;
  }

  /** For each axis each of its values that anything falls into. */
  private List<GroupCosts> totals(Map<Long, Sums> groups) {
    List<GroupCosts> totals = new ArrayList<>();
    int first = 0;
    for (int axis = 0; axis < grouping.axes().size(); axis++) {
      TreeMap<Integer, Sums> ofValue = new TreeMap<>();
      for (Map.Entry<Long, Sums> group : groups.entrySet()) {
        int value = grouping.valueOn(axis, group.getKey());
        ofValue.computeIfAbsent(value, v -> new Sums()).add(group.getValue());
      }
      List<String> names = grouping.axes().get(axis).values();
      for (Map.Entry<Integer, Sums> entry : ofValue.entrySet()) {
        int place = first + entry.getKey();
        Sums sums = entry.getValue();
        parts.forEach(p -> sums.children.add(p.sums.amounts().ofValue(place)));
        totals.add(group(only(axis, names.get(entry.getKey())), sums));
      }
      first += names.size();
    }
    return totals;
  }

  private List<@Nullable String> only(int axis, @Nullable String value) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < grouping.axes().size(); i++) {
      values.add(i == axis ? value : null);
    }
    return values;
  }

  private GroupCosts all(Collection<Sums> groups) {
    Sums all = new Sums();
    groups.forEach(all::add);
    parts.forEach(p -> all.children.add(p.sums.amounts().all()));
    return group(only(-1, null), all);
  }

  private GroupCosts group(List<@Nullable String> values, Sums sums) {
    List<GroupCosts.Line> lines = new ArrayList<>();
    sums.ofUse.forEach((use, sum) -> lines.add(line(use, sum[0], sum[1])));
    return new GroupCosts(values, lines, new ChildCosts(sums.children));
  }

  private GroupCosts.Line line(Slots.Use use, long pence, long count) {
    Pence amount = Pence.of(pence);
    if (use instanceof Slots.ProcessUse p) {
      return new GroupCosts.ProcessLine(
          p.process(), p.variant(), shares.at(p.share()), count, amount);
    }
    Slots.NightsUse n = (Slots.NightsUse) use;
    return new GroupCosts.NightsLine(
        n.nights(), n.payer(), n.fee(), shares.at(n.share()), count, amount);
  }
}
