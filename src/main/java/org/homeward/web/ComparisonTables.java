package org.homeward.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CostBook;
import org.homeward.explanation.FigureExplanations;
import org.homeward.pathway.Component;
import org.homeward.pathway.NominalCost;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.WeeksInYear;

/** The tables of a comparison: a column for each pathway; figures lead to why they are so. */
final class ComparisonTables {

  private final CostBook book;
  private final List<Column> columns;
  private final WeeksInYear weeksInYear;

  /**
   * A pathway and what several rows say of it.
   *
   * @param why the address that explains its total
   */
  private record Column(
      Comparison.CostedPathway pathway, String why, Map<String, Minutes> minutesByRole) {

    /** The address that explains another figure of it. */
    String why(String figure) {
      return why + "&figure=" + URLEncoder.encode(figure, StandardCharsets.UTF_8);
    }

    Pence total() {
      return pathway.ledger().total();
    }
  }

  ComparisonTables(
      Question question, CostBook book, Comparison comparison, WeeksInYear weeksInYear) {
    this.book = book;
    this.weeksInYear = weeksInYear;
    columns =
        comparison.pathways().stream()
            .map(
                p ->
                    new Column(
                        p, question.address("/why", p.pathway().id()), p.ledger().minutesByRole()))
            .toList();
  }

  Table costs() {
    List<Table.Row> rows = new ArrayList<>();
    for (Component component : Component.values()) {
      rows.add(
          row(
              component.title(),
              c -> {
                Pence pence =
                    c.pathway().ledger().byComponent().getOrDefault(component, Pence.ZERO);
                return Cell.pounds(pence)
                    .to(pence.value() == 0 ? null : c.why() + "#" + component.code());
              }));
    }
    rows.add(strong("Total", c -> Cell.pounds(c.total()).to(c.why())));
    if (columns.size() > 1) {
      rows.add(
          row(
              "Against " + Format.within(name(columns.get(0))),
              c ->
                  Cell.pounds(c.pathway().difference())
                      .to(
                          c.why().equals(columns.get(0).why())
                              ? null
                              : c.why(FigureExplanations.DIFFERENCE))));
    }
    return table("costs", "What each route costs by component, in pounds", "Component", rows);
  }

  Table totals() {
    List<Table.Row> rows = new ArrayList<>();
    rows.add(
        row("In " + book.priceYear() + " prices (real)", c -> Cell.pounds(c.total()).to(c.why())));
    rows.add(
        row(
            "Discounted, as the Green Book asks",
            c ->
                Cell.pounds(c.pathway().discounted().total())
                    .to(c.why(FigureExplanations.DISCOUNTED))));
    rows.add(
        row(
            "In the money of each year (nominal)",
            c ->
                Cell.pounds(
                        NominalCost.of(c.pathway().ledger(), book.indices(), book.priceYear())
                            .total())
                    .to(c.why(FigureExplanations.NOMINAL))));
    rows.add(
        row(
            "A week, real",
            c -> Cell.pounds(c.pathway().perWeek()).to(c.why(FigureExplanations.A_WEEK))));
    rows.add(
        row(
            "A year of " + weeks(weeksInYear) + ", real",
            c ->
                Cell.pounds(weeksInYear.yearOf(c.pathway().perWeek()))
                    .to(c.why(FigureExplanations.A_YEAR))));
    return table("totals", "The total in other ways of counting, in pounds", "Total", rows);
  }

  /** How a year is said to be counted. */
  static String weeks(WeeksInYear weeks) {
    return switch (weeks) {
      case ACTUAL_DAYS -> "365¼ days";
      case DAYS_OF_COMMON_YEAR -> "365 days";
      case WEEKS_52 -> "52 weeks";
      case WEEKS_48 -> "48 weeks";
    };
  }

  Table years() {
    int months = columns.stream().mapToInt(c -> c.pathway().cumulative().size()).max().orElse(0);
    List<Table.Row> rows = new ArrayList<>();
    for (int month = 12; month - 12 < months; month += 12) {
      int end = Math.min(month, months);
      rows.add(
          row(
              end % 12 == 0 ? "Year " + end / 12 : "Month " + end,
              c ->
                  Cell.pounds(Pence.of(c.pathway().cumulative().get(end - 1)))
                      .to(c.why(FigureExplanations.SPENT + "/" + end))));
    }
    return table(
        "years", "Spent by the end of each year since the start, in pounds", "By the end of", rows);
  }

  Table hours() {
    Map<String, String> names = new LinkedHashMap<>();
    book.hourlyCosts().forEach(h -> names.put(h.role().id(), h.role().name()));
    TreeSet<String> roles = new TreeSet<>();
    columns.forEach(c -> roles.addAll(c.minutesByRole().keySet()));
    List<Table.Row> rows = new ArrayList<>();
    for (String role : roles) {
      rows.add(
          row(
              names.getOrDefault(role, Format.title(role)),
              c -> {
                Minutes minutes = c.minutesByRole().getOrDefault(role, Minutes.ZERO);
                return Cell.hours(minutes)
                    .to(
                        c.minutesByRole().containsKey(role)
                            ? c.why(FigureExplanations.HOURS + "/" + role)
                            : null);
              }));
    }
    rows.add(
        strong(
            "All roles",
            c ->
                Cell.hours(c.minutesByRole().values().stream().reduce(Minutes.ZERO, Minutes::plus))
                    .to(c.why(FigureExplanations.HOURS))));
    return table("hours", "Expected hours of staff time", "Role", rows);
  }

  private Table table(String id, String caption, String first, List<Table.Row> rows) {
    List<String> headings = new ArrayList<>(List.of(first));
    columns.forEach(c -> headings.add(name(c)));
    return new Table(id, caption, headings, rows);
  }

  private static String name(Column column) {
    return column.pathway().pathway().name();
  }

  private Table.Row row(String heading, Function<Column, Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(heading)));
    columns.forEach(c -> cells.add(cell.apply(c)));
    return Table.Row.of(cells);
  }

  private Table.Row strong(String heading, Function<Column, Cell> cell) {
    return new Table.Row(row(heading, cell).cells(), true);
  }
}
