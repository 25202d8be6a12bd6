package org.homeward.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.FinancialYear;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes from entry into care to each milestone: of the children who entered in the
 * years that are held how many reached it, and after how many days. Whoever is still on the way has
 * not.
 */
public final class MilestoneTable {

  /** By what children can be grouped. */
  public static final List<Dimension> BY =
      List.of(Dimension.ROUTE, Dimension.SEX, Dimension.AUTHORITY, Dimension.ENTRY_YEAR);

  private static final int[] QUANTILES = {10, 25, 50, 75, 90};

  private final List<Dimension> by;
  private final boolean suppress;
  private final TreeMap<String, Group> groups = new TreeMap<>();

  private MilestoneTable(List<Dimension> by, boolean suppress) {
    this.by = by;
    this.suppress = suppress;
  }

  /** The children of one value, or all. */
  private static final class Group {

    private int children;
    private boolean hidden;
    private final Map<Milestone, List<Integer>> days = new EnumMap<>(Milestone.class);
    private final EnumMap<Milestone, Boolean> hiddenRows = new EnumMap<>(Milestone.class);

    int reached(Milestone milestone) {
      return days.getOrDefault(milestone, List.of()).size();
    }

    void add(ChildView child, int entry) {
      children++;
      for (Milestone milestone : Milestone.values()) {
        int day = milestone.dayOf(child, entry);
        if (day != Milestone.NO_DAY) {
          days.computeIfAbsent(milestone, m -> new ArrayList<>()).add(day - entry);
        }
      }
    }
  }

  /**
   * The table of a cohort.
   *
   * @param by none or one of {@link #BY}
   * @param suppress whether small numbers are kept back, and what they could be worked out from
   * @throws InputException if the dimensions are others
   */
  public static CostTable of(ChildHistories histories, List<Dimension> by, boolean suppress) {
    if (by.size() > 1 || !BY.containsAll(by)) {
      throw refused(by);
    }
    MilestoneTable table = new MilestoneTable(by, suppress);
    ChildView child = histories.view();
    for (int c = 0; c < histories.size(); c++) {
      child.moveTo(c);
      int entry = entry(child, histories);
      if (entry >= histories.observed(child.authority()).fromDay()) {
        table.add(child, entry, histories);
      }
    }
    return table.table();
  }

  /** Why a question by these dimensions has no answer. */
  public static InputException refused(List<Dimension> by) {
    return new InputException(
        Problem.of(
            "by",
            String.join(",", by.stream().map(Dimension::code).toList()),
            "Milestones are of children, who can be grouped by one dimension of their own.",
            "Name one of "
                + String.join(", ", BY.stream().map(Dimension::code).toList())
                + ", or none."));
  }

  /**
   * The day on which the last period of care of a child began, or {@link Milestone#NO_DAY} where
   * the returns do not tell.
   */
  public static int entry(ChildView child, ChildHistories histories) {
    for (int stay = child.stays() - 1; stay >= 0; stay--) {
      byte began = child.began(stay);
      boolean starts = began >= 0 && histories.codes().newEpisodes().at(began).starts();
      if (starts && !CohortReader.isShortBreak(child, stay, histories.codes())) {
        return child.from(stay);
      }
    }
    return Milestone.NO_DAY;
  }

  private void add(ChildView child, int entry, ChildHistories histories) {
    groups.computeIfAbsent(CostTable.ALL, a -> new Group()).add(child, entry);
    if (!by.isEmpty()) {
      groups
          .computeIfAbsent("=" + value(child, entry, histories), v -> new Group())
          .add(child, entry);
    }
  }

  private String value(ChildView child, int entry, ChildHistories histories) {
    return switch (by.get(0)) {
      case ROUTE -> child.route().code();
      case SEX -> child.sex().code();
      case AUTHORITY -> histories.authorities().get(child.authority());
      case ENTRY_YEAR -> FinancialYear.of(LocalDate.ofEpochDay(entry)).toString();
      default -> throw new IllegalArgumentException("Not of a child: " + by.get(0));
    };
  }

  private CostTable table() {
    if (suppress) {
      suppressGroups();
      for (Milestone milestone : Milestone.values()) {
        suppressRows(milestone);
      }
    }
    List<CostTable.Row> rows = new ArrayList<>();
    groups.forEach(
        (value, group) -> {
          for (Milestone milestone : Milestone.values()) {
            rows.add(row(value, group, milestone));
          }
        });
    return new CostTable(CostTable.Kind.MILESTONES, by.size(), columns(), rows);
  }

  private List<CostTable.Column> columns() {
    List<CostTable.Column> columns = new ArrayList<>();
    by.forEach(
        d -> columns.add(new CostTable.Column(d.code().replace('-', '_'), CostTable.Type.TEXT, 0)));
    columns.add(new CostTable.Column("milestone", CostTable.Type.TEXT, 0));
    columns.add(new CostTable.Column("children", CostTable.Type.WHOLE, 0));
    columns.add(new CostTable.Column("reached", CostTable.Type.WHOLE, 0));
    columns.add(new CostTable.Column("mean_days", CostTable.Type.DECIMAL, 1));
    for (int percent : QUANTILES) {
      columns.add(new CostTable.Column("p" + percent + "_days", CostTable.Type.WHOLE, 0));
    }
    return columns;
  }

  private CostTable.Row row(String value, Group group, Milestone milestone) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (!by.isEmpty()) {
      cells.add(value.startsWith("=") ? value.substring(1) : value);
    }
    cells.add(milestone.code());
    boolean hidden = group.hidden || group.hiddenRows.containsKey(milestone);
    if (hidden) {
      cells.addAll(Collections.nCopies(3 + QUANTILES.length, null));
      return new CostTable.Row(true, cells);
    }
    int reached = group.reached(milestone);
    cells.add((long) group.children);
    cells.add((long) reached);
    boolean spread = reached >= (suppress ? CostTable.LEAST_FOR_QUANTILES : 1);
    int[] days =
        group.days.getOrDefault(milestone, List.of()).stream()
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    cells.add(spread ? mean(days) : null);
    for (int percent : QUANTILES) {
      cells.add(spread ? quantile(days, percent) : null);
    }
    return new CostTable.Row(false, cells);
  }

  private static BigDecimal mean(int[] days) {
    return BigDecimal.valueOf(Arrays.stream(days).asLongStream().sum())
        .divide(BigDecimal.valueOf(days.length), 1, RoundingMode.HALF_EVEN);
  }

  /** The least that so many in a hundred do not exceed, as of costs. */
  private static long quantile(int[] days, int percent) {
    int rank = (int) ((days.length * (long) percent + 99) / 100);
    return days[Math.max(rank, 1) - 1];
  }

  // Small numbers

  private Stream<Group> parts() {
    return groups.entrySet().stream()
        .filter(e -> !e.getKey().equals(CostTable.ALL))
        .map(Map.Entry::getValue);
  }

  private static boolean isSmall(int number) {
    return number > 0 && number <= Suppression.MOST;
  }

  /** Hides small groups, and so many more that their sum, which the total tells, is not small. */
  private void suppressGroups() {
    groups.values().forEach(g -> g.hidden = isSmall(g.children));
    while (isTold(parts().filter(g -> g.hidden).mapToInt(g -> g.children).toArray())) {
      Group next =
          parts()
              .filter(g -> !g.hidden)
              .min(Comparator.comparingInt(g -> g.children))
              .orElseGet(() -> groups.getOrDefault(CostTable.ALL, new Group()));
      if (next.hidden || parts().allMatch(g -> g.hidden)) {
        groups.values().forEach(g -> g.hidden = true);
        return;
      }
      next.hidden = true;
    }
  }

  private void suppressRows(Milestone milestone) {
    groups.values().stream()
        .filter(g -> !g.hidden && isSmall(g.reached(milestone)))
        .forEach(g -> g.hiddenRows.put(milestone, true));
    while (isTold(
        parts()
            .filter(g -> isHidden(g, milestone))
            .mapToInt(g -> g.reached(milestone))
            .toArray())) {
      Group next =
          parts()
              .filter(g -> !isHidden(g, milestone) && g.reached(milestone) > 0)
              .min(Comparator.comparingInt(g -> g.reached(milestone)))
              .orElse(null);
      if (next == null) {
        groups.getOrDefault(CostTable.ALL, new Group()).hiddenRows.put(milestone, true);
        return;
      }
      next.hiddenRows.put(milestone, true);
    }
  }

  private static boolean isHidden(Group group, Milestone milestone) {
    return group.hidden || group.hiddenRows.containsKey(milestone);
  }

  /** Whether hidden numbers follow from their sum, or it is small itself. */
  private static boolean isTold(int[] hidden) {
    long some = Arrays.stream(hidden).filter(n -> n > 0).count();
    boolean one = some == 1 && Arrays.stream(hidden).anyMatch(MilestoneTable::isSmall);
    return one || isSmall(Arrays.stream(hidden).sum());
  }
}
