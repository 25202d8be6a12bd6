package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.pathway.Component;
import org.homeward.process.Trigger;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourlyCost;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Costs of a cohort as a flat table, for files: a row for each group, for each value of a dimension
 * on its own, and for everything. Where all values of a dimension are together its cell says
 * {@value #ALL}.
 *
 * @param keys how many columns say which group a row is of
 * @param rows cells in the order of the columns: text, whole and decimal numbers; null where there
 *     is no answer
 */
public record CostTable(Kind kind, int keys, List<Column> columns, List<Row> rows) {

  public static final String ALL = "all";

  /** With fewer children quantiles are not shown where small numbers are suppressed. */
  public static final int LEAST_FOR_QUANTILES = 20;

  /** No one-off costs are known of a cohort. */
  private static final List<Component> SHOWN =
      List.of(Component.PLACEMENT, Component.CASE_MANAGEMENT, Component.SUPPORT, Component.LEGAL);

  static final int[] QUANTILES = {10, 25, 50, 75, 90};
  private static final int PENNIES = 2;
  private static final int THOUSANDTHS = 3;

  public CostTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** What a row is about beside the group. */
  public enum Kind implements Coded {
    /** The group as a whole. */
    COSTS("costs"),
    /** Each process that was done for it. */
    PROCESSES("processes"),
    /** Each role that worked for it. */
    STAFF("staff"),
    /** Each milestone that its children reached; no costs ({@link MilestoneTable}). */
    MILESTONES("milestones");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /**
     * @throws IllegalArgumentException naming every known code, if this is none
     */
    public static Kind of(String code) {
      return Coded.of(Kind.class, code);
    }
  }

  /**
   * A column and what stands in it.
   *
   * @param places after the decimal point
   */
  public record Column(String name, Type type, int places) {}

  /** What stands in the cells of a column. */
  public enum Type {
    TEXT,
    WHOLE,
    DECIMAL
  }

  /**
   * A row.
   *
   * @param suppressed whether its numbers are kept back; their cells are null
   */
  public record Row(boolean suppressed, List<@Nullable Object> cells) {
    public Row {
      cells = java.util.Collections.unmodifiableList(new ArrayList<>(cells));
    }
  }

  /**
   * The table of some costs.
   *
   * @param roles know the working hours of a year
   * @param suppress whether small numbers are kept back, and what they could be worked out from
   */
  public static CostTable of(
      CohortCosts costs, Kind kind, List<HourlyCost> roles, boolean suppress) {
    List<GroupCosts> figures = Suppression.shown(costs);
    boolean[] hidden = suppress ? Suppression.of(costs) : new boolean[figures.size()];
    List<Column> columns = columns(costs.question().by(), kind);
    int keys = costs.question().by().size();
    List<Row> rows = new ArrayList<>();
    for (int f = 0; f < figures.size(); f++) {
      List<@Nullable Object> key = key(figures.get(f));
      if (hidden[f]) {
        List<@Nullable Object> cells = new ArrayList<>(key);
        cells.addAll(Arrays.asList(new Object[columns.size() - keys]));
        rows.add(new Row(true, cells));
      } else {
        for (List<@Nullable Object> cells : cells(figures.get(f), kind, roles, suppress)) {
          List<@Nullable Object> all = new ArrayList<>(key);
          all.addAll(cells);
          rows.add(new Row(false, all));
        }
      }
    }
    return new CostTable(kind, keys, columns, rows);
  }

  private static List<@Nullable Object> key(GroupCosts group) {
    List<@Nullable Object> key = new ArrayList<>();
    group.values().forEach(v -> key.add(v == null ? ALL : v));
    return key;
  }

  private static List<Column> columns(List<Dimension> by, Kind kind) {
    List<Column> columns = new ArrayList<>();
    by.forEach(d -> columns.add(new Column(d.code().replace('-', '_'), Type.TEXT, 0)));
    switch (kind) {
      case COSTS -> {
        columns.add(new Column("children", Type.WHOLE, 0));
        columns.add(new Column("nights_in_care", Type.WHOLE, 0));
        columns.add(new Column("short_break_nights", Type.WHOLE, 0));
        decimals(columns, "placement_cost", "case_management_cost", "support_cost", "legal_cost");
        decimals(columns, "total");
        decimals(columns, "mean_per_child", "per_night_in_care");
        for (int percent : QUANTILES) {
          columns.add(new Column("child_p" + percent, Type.DECIMAL, PENNIES));
        }
      }
      case PROCESSES -> {
        columns.add(new Column("process", Type.TEXT, 0));
        columns.add(new Column("name", Type.TEXT, 0));
        columns.add(new Column("per", Type.TEXT, 0));
        decimals(columns, "occurrences", "total");
      }
      case STAFF -> {
        columns.add(new Column("role", Type.TEXT, 0));
        decimals(columns, "hours");
        columns.add(new Column("full_time_years", Type.DECIMAL, THOUSANDTHS));
      }
      case MILESTONES -> throw notOfCosts();
    }
    return columns;
  }

  private static void decimals(List<Column> columns, String... names) {
    for (String name : names) {
      columns.add(new Column(name, Type.DECIMAL, PENNIES));
    }
  }

  private static List<List<@Nullable Object>> cells(
      GroupCosts group, Kind kind, List<HourlyCost> roles, boolean suppress) {
    return switch (kind) {
      case COSTS -> List.of(costs(group, suppress));
      case PROCESSES -> group.byProcess().stream().map(CostTable::process).toList();
      case STAFF -> staff(group, roles);
      case MILESTONES -> throw notOfCosts();
    };
  }

  private static IllegalArgumentException notOfCosts() {
    return new IllegalArgumentException("Milestones are of histories, not of costs.");
  }

  private static List<@Nullable Object> costs(GroupCosts group, boolean suppress) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add((long) group.children().count());
    cells.add(Fractions.roundHalfEven(group.nights(Nights.IN_CARE)));
    cells.add(Fractions.roundHalfEven(group.nights(Nights.SHORT_BREAK)));
    for (Component component : SHOWN) {
      cells.add(group.byComponent().getOrDefault(component, Pence.ZERO).toPounds());
    }
    cells.add(group.total().toPounds());
    cells.add(group.meanPerChild());
    cells.add(group.perNightInCare());
    boolean shown = tellsQuantiles(group, suppress);
    for (int percent : QUANTILES) {
      cells.add(shown ? group.children().quantile(percent).toPounds() : null);
    }
    return cells;
  }

  static boolean tellsQuantiles(GroupCosts group, boolean suppress) {
    return group.children().count() >= (suppress ? LEAST_FOR_QUANTILES : 1);
  }

  private static List<@Nullable Object> process(GroupCosts.ProcessSum sum) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(sum.process().graph().id());
    cells.add(sum.process().graph().name());
    cells.add(unit(sum.process().graph().trigger()));
    cells.add(Fractions.toDecimal(sum.occurrences(), PENNIES));
    cells.add(sum.amount().toPounds());
    return cells;
  }

  private static String unit(Trigger trigger) {
    return trigger instanceof Trigger.Continuous c ? c.per().code() : "occurrence";
  }

  private static List<List<@Nullable Object>> staff(GroupCosts group, List<HourlyCost> roles) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Workload.OfRole work : group.workload().ofRoles(roles)) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(work.role());
      cells.add(Fractions.toDecimal(work.hours(), PENNIES));
      cells.add(Fractions.toDecimal(work.fullTimeEquivalents(), THOUSANDTHS));
      rows.add(cells);
    }
    return rows;
  }
}
