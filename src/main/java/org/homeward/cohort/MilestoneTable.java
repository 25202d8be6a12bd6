package org.homeward.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.explanation.Explanation;
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

  private final List<Dimension> by;
  private final boolean suppress;
  private final TreeMap<String, MilestoneGroup> groups = new TreeMap<>();

  private MilestoneTable(List<Dimension> by, boolean suppress) {
    this.by = by;
    this.suppress = suppress;
  }

  /**
   * The table of a cohort.
   *
   * @param by none or one of {@link #BY}
   * @param suppress whether small numbers are kept back, and what they could be worked out from
   * @throws InputException if the dimensions are others
   */
  public static CostTable of(ChildHistories histories, List<Dimension> by, boolean suppress) {
    return read(histories, by, suppress).table();
  }

  /**
   * Why a figure of the table is what it is.
   *
   * @param value of the dimension, or {@link CostTable#ALL}
   * @param figure {@code reached}, {@code mean-days} or {@code p50-days} and the like
   * @throws InputException if there is no such group or figure, or it is kept back
   */
  public static Explanation explain(
      ChildHistories histories,
      List<Dimension> by,
      boolean suppress,
      String value,
      Milestone milestone,
      String figure) {
    MilestoneTable table = read(histories, by, suppress);
    MilestoneGroup group = table.groups.get(value.equals(CostTable.ALL) ? value : "=" + value);
    if (group == null) {
      throw GroupExplanations.missing(List.of(value), GroupExplanations.NO_GROUP);
    }
    if (group.isHidden(milestone)) {
      throw GroupExplanations.missing(List.of(value), GroupExplanations.OF_FEW);
    }
    Explanation made =
        group.explain(milestone, figure, table.tellsSpread(group.reached(milestone)));
    if (made == null) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of this milestone and group.",
              "Use reached, mean-days, or p10-days, p25-days, p50-days, p75-days, p90-days."));
    }
    return made.at(figure);
  }

  private static MilestoneTable read(
      ChildHistories histories, List<Dimension> by, boolean suppress) {
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
    if (suppress) {
      table.suppressGroups();
      for (Milestone milestone : Milestone.values()) {
        table.suppressRows(milestone);
      }
    }
    return table;
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
    groups.computeIfAbsent(CostTable.ALL, a -> new MilestoneGroup()).add(child, entry);
    if (!by.isEmpty()) {
      groups
          .computeIfAbsent("=" + value(child, entry, histories), v -> new MilestoneGroup())
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
    for (int percent : CostTable.QUANTILES) {
      columns.add(new CostTable.Column("p" + percent + "_days", CostTable.Type.WHOLE, 0));
    }
    return columns;
  }

  private CostTable.Row row(String value, MilestoneGroup group, Milestone milestone) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (!by.isEmpty()) {
      cells.add(value.startsWith("=") ? value.substring(1) : value);
    }
    cells.add(milestone.code());
    if (group.isHidden(milestone)) {
      cells.addAll(Collections.nCopies(3 + CostTable.QUANTILES.length, null));
      return new CostTable.Row(true, cells);
    }
    int reached = group.reached(milestone);
    cells.add((long) group.children());
    cells.add((long) reached);
    boolean spread = tellsSpread(reached);
    cells.add(spread ? group.meanDays(milestone) : null);
    for (int percent : CostTable.QUANTILES) {
      cells.add(spread ? group.quantile(milestone, percent) : null);
    }
    return new CostTable.Row(false, cells);
  }

  private boolean tellsSpread(int reached) {
    return reached >= (suppress ? CostTable.LEAST_FOR_QUANTILES : 1);
  }

  // Small numbers

  private Stream<MilestoneGroup> parts() {
    return groups.entrySet().stream()
        .filter(e -> !e.getKey().equals(CostTable.ALL))
        .map(Map.Entry::getValue);
  }

  private static boolean isSmall(int number) {
    return number > 0 && number <= Suppression.MOST;
  }

  /** Hides small groups, and so many more that their sum, which the total tells, is not small. */
  private void suppressGroups() {
    groups.values().stream().filter(g -> isSmall(g.children())).forEach(MilestoneGroup::hide);
    while (isTold(parts().filter(g -> g.isHidden()).mapToInt(MilestoneGroup::children).toArray())) {
      MilestoneGroup next =
          parts()
              .filter(g -> !g.isHidden())
              .min(Comparator.comparingInt(MilestoneGroup::children))
              .orElseGet(() -> groups.getOrDefault(CostTable.ALL, new MilestoneGroup()));
      if (next.isHidden() || parts().allMatch(g -> g.isHidden())) {
        groups.values().forEach(MilestoneGroup::hide);
        return;
      }
      next.hide();
    }
  }

  private void suppressRows(Milestone milestone) {
    groups.values().stream()
        .filter(g -> !g.isHidden() && isSmall(g.reached(milestone)))
        .forEach(g -> g.hide(milestone));
    while (isTold(
        parts().filter(g -> g.isHidden(milestone)).mapToInt(g -> g.reached(milestone)).toArray())) {
      MilestoneGroup next =
          parts()
              .filter(g -> !g.isHidden(milestone) && g.reached(milestone) > 0)
              .min(Comparator.comparingInt(g -> g.reached(milestone)))
              .orElse(null);
      if (next == null) {
        groups.getOrDefault(CostTable.ALL, new MilestoneGroup()).hide(milestone);
        return;
      }
      next.hide(milestone);
    }
  }

  /** Whether hidden numbers follow from their sum, or it is small itself. */
  private static boolean isTold(int[] hidden) {
    long some = Arrays.stream(hidden).filter(n -> n > 0).count();
    boolean one = some == 1 && Arrays.stream(hidden).anyMatch(MilestoneTable::isSmall);
    return one || isSmall(Arrays.stream(hidden).sum());
  }
}
