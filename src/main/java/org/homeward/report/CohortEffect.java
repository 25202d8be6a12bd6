package org.homeward.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.GroupCosts;
import org.homeward.costbook.CostBook;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * What a what-if does to a cohort, as a chart and tables of a document or of a workbook. Numbers of
 * few children are kept back.
 */
final class CohortEffect {

  private static final String KEPT_BACK = "kept back";

  private final CohortWhatIf whatIf;
  private final CostBook book;
  private final List<Table> tables;

  /** A row of pounds; null where they are kept back. */
  private record Row(String heading, @Nullable Pence before, @Nullable Pence after) {

    static <K> List<Row> of(Map<K, Pence> before, Map<K, Pence> after, Map<K, String> names) {
      return names.entrySet().stream()
          .map(
              n ->
                  new Row(
                      n.getValue(),
                      BeforeAfter.amount(before, n.getKey()),
                      BeforeAfter.amount(after, n.getKey())))
          .toList();
    }
  }

  /**
   * @param total whether its rows are added up
   */
  private record Table(String caption, String first, List<Row> rows, boolean total) {}

  CohortEffect(CohortWhatIf whatIf, CostBook book) {
    this.whatIf = whatIf;
    this.book = book;
    tables = new ArrayList<>();
    if (!whatIf.isKeptBack()) {
      tables.add(components());
      tables.add(processes());
      tables.add(payers());
    }
    if (!whatIf.base().question().by().isEmpty()) {
      tables.add(groups());
    }
  }

  private Table components() {
    Map<Component, String> names = new LinkedHashMap<>();
    for (Component component : Component.values()) {
      names.put(component, component.title());
    }
    return new Table(
        "The cohort by component",
        "Component",
        Row.of(before().byComponent(), after().byComponent(), names),
        true);
  }

  private Table processes() {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Pence> was = processes(before(), names);
    Map<String, Pence> is = processes(after(), names);
    return new Table("The cohort by process", "Process", Row.of(was, is, names), false);
  }

  private static Map<String, Pence> processes(GroupCosts costs, Map<String, String> names) {
    Map<String, Pence> amounts = new LinkedHashMap<>();
    for (GroupCosts.ProcessSum sum : costs.byProcess()) {
      amounts.put(sum.process().graph().id(), sum.amount());
      names.put(sum.process().graph().id(), sum.process().graph().name());
    }
    return amounts;
  }

  private Table payers() {
    Map<Payer, String> names = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      if (before().byPayer().containsKey(payer) || after().byPayer().containsKey(payer)) {
        names.put(payer, Format.title(payer.code()));
      }
    }
    return new Table(
        "The cohort: who pays",
        "Payer",
        Row.of(before().byPayer(), after().byPayer(), names),
        false);
  }

  private Table groups() {
    Set<List<@Nullable String>> hidden = whatIf.keptBack();
    List<Row> rows = new ArrayList<>();
    for (CohortWhatIf.Difference d : whatIf.groups()) {
      boolean kept = hidden.contains(d.values());
      String name =
          d.values().stream()
              .filter(Objects::nonNull)
              .map(Format::words)
              .collect(Collectors.joining(", "));
      rows.add(
          new Row(Format.title(name), kept ? null : d.baseCost(), kept ? null : d.changedCost()));
    }
    String by =
        whatIf.base().question().by().stream()
            .map(Dimension::code)
            .map(Format::words)
            .collect(Collectors.joining(", "));
    return new Table("The cohort by " + by, Format.title(by), rows, false);
  }

  private GroupCosts before() {
    return whatIf.base().all();
  }

  private GroupCosts after() {
    return whatIf.changed().all();
  }

  /** None where the whole is kept back. */
  List<Document.Chart> charts() {
    if (whatIf.isKeptBack()) {
      return List.of();
    }
    Map<String, Map<Component, Pence>> bars = new LinkedHashMap<>();
    bars.put("The cohort, before", before().byComponent());
    bars.put("The cohort, after", after().byComponent());
    return List.of(
        BeforeAfter.chart(
            "cohort", "What the cohort costs before and after, by component", "Cohort", bars));
  }

  List<Document.Grid> grids() {
    List<Document.Grid> grids = new ArrayList<>();
    for (Table table : tables) {
      List<Document.Line> lines = new ArrayList<>(table.rows().stream().map(this::line).toList());
      if (table.total()) {
        lines.add(BeforeAfter.inBold(BeforeAfter.line("Total", before().total(), after().total())));
      }
      grids.add(new Document.Grid(table.caption(), BeforeAfter.heads(table.first()), lines));
    }
    if (!staff().isEmpty()) {
      grids.add(
          new Document.Grid(
              "The cohort: more or less staff",
              List.of("Role", "Hours", "Full-time staff", "Pounds"),
              staff().stream().map(this::line).toList()));
    }
    return grids;
  }

  private Document.Line line(Row row) {
    return row.before() == null || row.after() == null
        ? new Document.Line(row.heading(), List.of(KEPT_BACK, KEPT_BACK, KEPT_BACK), false)
        : BeforeAfter.line(row.heading(), row.before(), row.after());
  }

  private Document.Line line(CohortWhatIf.StaffDifference role) {
    return new Document.Line(
        name(role),
        List.of(
            Format.number(Fractions.toDecimal(role.hours(), 1)),
            Format.number(Fractions.toDecimal(role.fullTimeStaff(), 2)),
            Format.pounds(role.cost())),
        false);
  }

  private String name(CohortWhatIf.StaffDifference role) {
    return ComparisonReport.roleNames(book).getOrDefault(role.role(), role.role());
  }

  private List<CohortWhatIf.StaffDifference> staff() {
    return whatIf.isKeptBack() ? List.of() : whatIf.staff(book.hourlyCosts());
  }

  /** The tables, then the chart from the first of them. */
  void write(Sheets sheets, AnswerSheet answer) {
    int first = answer.firstLine();
    for (Table table : tables) {
      write(table, answer);
    }
    if (!staff().isEmpty()) {
      answer.table(
          List.of("The cohort: more or less staff", "Hours", "Full-time staff", "Pounds"),
          staff().stream()
              .map(
                  r ->
                      new AnswerSheet.Line(
                          name(r),
                          List.of(
                              Fractions.toDecimal(r.hours(), 2).toPlainString(),
                              Fractions.toDecimal(r.fullTimeStaff(), 3).toPlainString(),
                              r.cost().toPounds().toPlainString()),
                          Sheets.NUMBER,
                          false))
              .toList());
    }
    for (Document.Chart chart : charts()) {
      answer.chart(
          chart,
          ChartSheet.of(
              sheets, "Chart of the cohort", chart, (c, s) -> answer.cell(first + s, c + 1)));
    }
  }

  private static void write(Table table, AnswerSheet answer) {
    int first = answer.firstLine();
    List<AnswerSheet.Line> lines = new ArrayList<>();
    for (Row row : table.rows()) {
      lines.add(
          row.before() == null || row.after() == null
              ? AnswerSheet.Line.pounds(row.heading() + ": " + KEPT_BACK, List.of())
              : AnswerSheet.Line.pounds(
                  row.heading(),
                  List.of(
                      row.before().toPounds().toPlainString(),
                      row.after().toPounds().toPlainString(),
                      more(answer, first + lines.size()))));
    }
    if (table.total()) {
      int last = first + lines.size() - 1;
      lines.add(
          AnswerSheet.Line.pounds(
                  "Total",
                  List.of(
                      answer.sum(first, last, 1),
                      answer.sum(first, last, 2),
                      more(answer, last + 1)))
              .inBold());
    }
    answer.table(BeforeAfter.heads(table.caption()), lines);
  }

  private static String more(AnswerSheet answer, int line) {
    return "ROUND(" + answer.cell(line, 2) + "-" + answer.cell(line, 1) + ",2)";
  }
}
