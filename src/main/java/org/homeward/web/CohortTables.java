package org.homeward.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.GroupExplanations;
import org.homeward.intake.ChildLine;
import org.homeward.intake.CohortReport;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.picture.Size;
import org.homeward.picture.TimelineChart;
import org.homeward.problem.Problems;
import org.homeward.quantity.Format;
import org.homeward.store.StoredCohort;
import org.jspecify.annotations.Nullable;

/** The tables and pictures of the pages about cohorts. */
public final class CohortTables {

  /** What of a table of costs a page shows. */
  private static final List<String> SHOWN =
      List.of(
          "children",
          "nights_in_care",
          "placement_cost",
          "case_management_cost",
          "total",
          "mean_per_child",
          "per_night_in_care");

  /** Why a child of a cohort that is known by its cells alone has no ledger. */
  public static final String NO_LEDGER =
      "The lines of a child are worked out while its history is in memory: the day of birth, by"
          + " which fees go, is not kept.";

  private static final Pattern WORDS = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private CohortTables() {}

  static List<Option> dimensions() {
    return Arrays.stream(Dimension.values())
        .filter(d -> d != Dimension.MONTH)
        .map(d -> Option.of(d.code(), Format.title(d.code())))
        .toList();
  }

  static Table sent(List<StoredCohort> cohorts) {
    return new Table(
        "sent",
        "Cohorts sent before",
        List.of("Cohort", "Sent on", "State"),
        cohorts.stream()
            .map(
                c ->
                    Table.Row.of(
                        Cell.text(c.name()).to("/cohorts/" + c.id()),
                        Cell.date(c.createdAt()),
                        Cell.text(Format.title(c.state().code()))))
            .toList());
  }

  static Dimension dimension(String code) {
    Problems problems = new Problems();
    Dimension dimension =
        problems.attempt("rows", code, "Choose from the list.", () -> Dimension.of(code));
    problems.throwIfAny();
    return dimension == null ? Dimension.YEAR : dimension;
  }

  /**
   * @param why the address of a figure of a group: the values of its dimensions, and the figure
   */
  static Table of(
      CostTable costs, List<Dimension> by, BiFunction<List<String>, String, String> why) {
    List<Integer> places = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int c = 0; c < costs.columns().size(); c++) {
      String name = costs.columns().get(c).name();
      if (c < costs.keys() || SHOWN.contains(name)) {
        places.add(c);
        columns.add(c < costs.keys() ? Format.title(name.replace('_', '-')) : title(name));
      }
    }
    List<Table.Row> rows = new ArrayList<>();
    for (CostTable.Row row : costs.rows()) {
      List<Cell> cells = new ArrayList<>();
      boolean total = false;
      List<String> group =
          row.cells().subList(0, costs.keys()).stream().map(String::valueOf).toList();
      for (int place : places) {
        String name = costs.columns().get(place).name();
        Object value = row.cells().get(place);
        total |= place < costs.keys() && CostTable.ALL.equals(value);
        cells.add(
            place < costs.keys()
                ? key(String.valueOf(value))
                : cell(value, name, row.suppressed())
                    .to(
                        value == null || figure(name) == null
                            ? null
                            : why.apply(group, figure(name))));
      }
      rows.add(new Table.Row(cells, total));
    }
    return new Table(
        "costs",
        "Costs by " + by.stream().map(d -> words(d.code())).collect(Collectors.joining(" and ")),
        columns,
        rows);
  }

  /** The figure of a column as {@link GroupExplanations} has it; null for how many children. */
  private static @Nullable String figure(String column) {
    return switch (column) {
      case "children" -> null;
      case "nights_in_care" -> GroupExplanations.NIGHTS;
      case "placement_cost" -> Component.PLACEMENT.code();
      case "case_management_cost" -> Component.CASE_MANAGEMENT.code();
      case "mean_per_child" -> GroupExplanations.A_CHILD;
      case "per_night_in_care" -> GroupExplanations.A_NIGHT;
      default -> column;
    };
  }

  private static String title(String name) {
    return switch (name) {
      case "placement_cost" -> "Placement fees";
      case "mean_per_child" -> "For each child";
      case "per_night_in_care" -> "For each night";
      default -> Format.title(name.replace('_', '-'));
    };
  }

  private static String words(String code) {
    return code.replace('-', ' ');
  }

  /** Words as words; codes of the return and years as they are. */
  private static Cell key(String value) {
    return Cell.text(value(value));
  }

  static String value(String key) {
    return WORDS.matcher(key).matches() ? Format.title(key) : key;
  }

  private static Cell cell(@Nullable Object value, String column, boolean suppressed) {
    if (value instanceof BigDecimal number) {
      boolean nights = column.contains("nights");
      return nights ? Cell.number(number) : new Cell("£" + Cell.number(number).shown(), number);
    }
    if (value instanceof Long number) {
      return Cell.number(number);
    }
    return Cell.text(value == null ? (suppressed ? "[c]" : "–") : value.toString());
  }

  /** What was read, merged, repaired and rejected. */
  static List<Table> of(CohortReport report) {
    return List.of(findings(report), rows(report), nights(report), files(report));
  }

  private static Table findings(CohortReport report) {
    return new Table(
        "findings",
        "What was found in the rows",
        List.of("What was found and done", "DfE rule", "Outcome", "Times"),
        report.findings().stream()
            .map(
                f ->
                    Table.Row.of(
                        Cell.text(f.what()),
                        Cell.text(f.number().isEmpty() ? "–" : f.number()),
                        Cell.text(f.outcome()),
                        Cell.number(f.count())))
            .toList());
  }

  private static Table rows(CohortReport report) {
    return new Table(
        "rows-read",
        "Rows of each table and return",
        List.of("Table", "Return", "Read", "Used", "Merged", "Repaired", "Rejected", "Not needed"),
        report.rows().stream()
            .map(
                r ->
                    Table.Row.of(
                        Cell.text(r.table()),
                        Cell.text(Integer.toString(r.year())),
                        Cell.number(r.read()),
                        Cell.number(r.used()),
                        Cell.number(r.merged()),
                        Cell.number(r.repaired()),
                        Cell.number(r.rejected()),
                        Cell.number(r.notNeeded())))
            .toList());
  }

  private static Table nights(CohortReport report) {
    return new Table(
        "nights",
        "Nights: what the rows claim, and what is costed",
        List.of("Return", "Claimed", "Added", "Left out", "Costed", "Why"),
        report.nights().stream()
            .map(
                n ->
                    Table.Row.of(
                        Cell.text(Integer.toString(n.year())),
                        Cell.number(n.claimed()),
                        Cell.number(sum(n.added())),
                        Cell.number(sum(n.leftOut())),
                        Cell.number(n.costed()),
                        Cell.text(why(n))))
            .toList());
  }

  private static long sum(Map<String, Long> nights) {
    return nights.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String why(CohortReport.NightsLine nights) {
    List<String> reasons = new ArrayList<>();
    nights.added().forEach((rule, n) -> reasons.add("+" + n + " " + words(rule)));
    nights.leftOut().forEach((rule, n) -> reasons.add("−" + n + " " + words(rule)));
    return reasons.isEmpty() ? "–" : String.join("; ", reasons);
  }

  private static Table files(CohortReport report) {
    return new Table(
        "files",
        "Files",
        List.of("File", "Table", "Return", "Known by", "Rows", "Note"),
        report.files().stream()
            .map(
                f ->
                    Table.Row.of(
                        Cell.text(f.name()),
                        Cell.text(f.table().isEmpty() ? "–" : f.table()),
                        Cell.text(
                            f.years().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))),
                        Cell.text(f.yearFrom()),
                        Cell.number(f.rows()),
                        Cell.text(f.note())))
            .toList());
  }

  // One child

  /**
   * What the care of a child cost, by component.
   *
   * @param why the page of its ledger
   */
  static Table costs(Ledger ledger, String why) {
    List<Table.Row> rows = new ArrayList<>();
    ledger
        .byComponent()
        .forEach(
            (component, cost) -> {
              if (ledger.lines().stream().anyMatch(l -> l.component() == component)) {
                rows.add(
                    Table.Row.of(
                        Cell.text(component.title()),
                        Cell.pounds(cost).to(why + "#" + component.code())));
              }
            });
    rows.add(new Table.Row(List.of(Cell.text("Total"), Cell.pounds(ledger.total()).to(why)), true));
    return new Table("costs", "What it cost", List.of("Component", "Cost"), rows);
  }

  static String born(ChildLine child) {
    return child.birthMonth() == null
        ? "a month that is not known"
        : YearMonth.parse(child.birthMonth()).format(MONTH);
  }

  static Table stays(ChildLine child) {
    return new Table(
        "stays",
        "Where the child lived",
        List.of("From", "To", "Placement", "Provider", "Legal status", "Need", "Area", "Carer"),
        child.stays().stream()
            .map(
                s ->
                    Table.Row.of(
                        Cell.date(LocalDate.parse(s.from())),
                        s.open() ? Cell.text("still there") : Cell.date(LocalDate.parse(s.to())),
                        Cell.text(s.place() + " " + s.placeLabel()),
                        text(s.provider()),
                        text(s.legalStatus()),
                        text(s.need()),
                        text(s.area() == null ? null : words(s.area())),
                        Cell.text(s.sameCarer() ? "the same" : "new")))
            .toList());
  }

  private static Cell text(@Nullable String text) {
    return Cell.text(text == null ? "not known" : text);
  }

  static Table events(ChildLine child) {
    return new Table(
        "events",
        "What happened",
        List.of("Event", "Day"),
        child.events().stream()
            .map(
                e ->
                    Table.Row.of(
                        Cell.text(Format.title(e.type())), Cell.date(LocalDate.parse(e.day()))))
            .toList());
  }

  static Picture timeline(ChildLine child) {
    List<TimelineChart.Bar> bars =
        child.stays().stream()
            .map(
                s ->
                    new TimelineChart.Bar(
                        Format.title(s.type()),
                        LocalDate.parse(s.from()),
                        LocalDate.parse(s.to()),
                        s.place()
                            + " "
                            + s.placeLabel()
                            + ", "
                            + Format.date(LocalDate.parse(s.from()))
                            + " to "
                            + (s.open() ? "now" : Format.date(LocalDate.parse(s.to())))))
            .toList();
    List<TimelineChart.Mark> marks =
        child.events().stream()
            .map(
                e ->
                    new TimelineChart.Mark(
                        LocalDate.parse(e.day()),
                        Format.title(e.type()) + ", " + Format.date(LocalDate.parse(e.day()))))
            .toList();
    String title = "Placements of " + child.pseudonym();
    return new Picture(
        "timeline",
        title,
        TimelineChart.of("timeline-wide", title, bars, marks, Size.WIDE),
        TimelineChart.of("timeline-narrow", title, bars, marks, Size.NARROW));
  }
}
