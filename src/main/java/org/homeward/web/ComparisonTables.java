package org.homeward.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.Component;
import org.homeward.pathway.NominalCost;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.WeeksInYear;

/** The tables of a comparison: a column for each pathway; figures lead to why they are so. */
final class ComparisonTables {

  private final Question question;
  private final CostBook book;
  private final List<Comparison.CostedPathway> pathways;
  private final WeeksInYear weeksInYear;

  ComparisonTables(
      Question question, CostBook book, Comparison comparison, WeeksInYear weeksInYear) {
    this.question = question;
    this.book = book;
    this.pathways = comparison.pathways();
    this.weeksInYear = weeksInYear;
  }

  Table costs() {
    List<Table.Row> rows = new ArrayList<>();
    for (Component component : Component.values()) {
      rows.add(
          row(
              component.title(),
              p -> {
                Pence pence = p.ledger().byComponent().getOrDefault(component, Pence.ZERO);
                return Cell.pounds(pence)
                    .to(pence.value() == 0 ? null : why(p) + "#" + component.code());
              }));
    }
    rows.add(strong("Total", p -> Cell.pounds(p.ledger().total()).to(why(p))));
    if (pathways.size() > 1) {
      rows.add(
          row("Against " + pathways.get(0).pathway().name(), p -> Cell.pounds(p.difference())));
    }
    return table("costs", "What each route costs by component, in pounds", "Component", rows);
  }

  Table totals() {
    List<Table.Row> rows = new ArrayList<>();
    rows.add(
        row(
            "In " + book.priceYear() + " prices (real)",
            p -> Cell.pounds(p.ledger().total()).to(why(p))));
    rows.add(row("Discounted, as the Green Book asks", p -> Cell.pounds(p.discounted().total())));
    rows.add(
        row(
            "In the money of each year (nominal)",
            p -> Cell.pounds(NominalCost.of(p.ledger(), book.index(), book.priceYear()).total())));
    rows.add(row("A week, real", p -> Cell.pounds(p.perWeek())));
    rows.add(
        row(
            "A year of " + weeks(weeksInYear) + ", real",
            p -> Cell.pounds(weeksInYear.yearOf(p.perWeek()))));
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
    int months = pathways.stream().mapToInt(p -> p.cumulative().size()).max().orElse(0);
    List<Table.Row> rows = new ArrayList<>();
    for (int month = 12; month - 12 < months; month += 12) {
      int end = Math.min(month, months);
      rows.add(
          row(
              end % 12 == 0 ? "Year " + end / 12 : "Month " + end,
              p -> Cell.pounds(Pence.of(p.cumulative().get(end - 1)))));
    }
    return table(
        "years", "Spent by the end of each year since the start, in pounds", "By the end of", rows);
  }

  Table hours() {
    Map<String, String> names = new LinkedHashMap<>();
    book.hourlyCosts().forEach(h -> names.put(h.role().id(), h.role().name()));
    Map<Comparison.CostedPathway, Map<String, Minutes>> minutes = new LinkedHashMap<>();
    TreeSet<String> roles = new TreeSet<>();
    for (Comparison.CostedPathway pathway : pathways) {
      Map<String, Minutes> byRole = pathway.ledger().minutesByRole();
      minutes.put(pathway, byRole);
      roles.addAll(byRole.keySet());
    }
    List<Table.Row> rows = new ArrayList<>();
    for (String role : roles) {
      rows.add(
          row(
              names.getOrDefault(role, Format.title(role)),
              p -> Cell.hours(minutes.getOrDefault(p, Map.of()).getOrDefault(role, Minutes.ZERO))));
    }
    rows.add(
        strong(
            "All roles",
            p ->
                Cell.hours(
                    minutes.getOrDefault(p, Map.of()).values().stream()
                        .reduce(Minutes.ZERO, Minutes::plus))));
    return table("hours", "Expected hours of staff time", "Role", rows);
  }

  private String why(Comparison.CostedPathway pathway) {
    return question.address("/why", pathway.pathway().id());
  }

  private Table table(String id, String caption, String first, List<Table.Row> rows) {
    List<String> columns = new ArrayList<>(List.of(first));
    pathways.forEach(p -> columns.add(p.pathway().name()));
    return new Table(id, caption, columns, rows);
  }

  private Table.Row row(String heading, Function<Comparison.CostedPathway, Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(heading)));
    pathways.forEach(p -> cells.add(cell.apply(p)));
    return Table.Row.of(cells);
  }

  private Table.Row strong(String heading, Function<Comparison.CostedPathway, Cell> cell) {
    return new Table.Row(row(heading, cell).cells(), true);
  }
}
