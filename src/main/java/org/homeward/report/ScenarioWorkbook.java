package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.quantity.Format;

/**
 * A what-if as a workbook that goes on calculating: the routes before, then the same after the
 * changes. An input that the changes leave as it is has one cell; one that they change has two.
 */
public final class ScenarioWorkbook {

  private static final List<String> HOW_TO;

  static {
    List<String> howTo = new ArrayList<>(WorkbookReport.HOW_TO);
    howTo.add(
        "What the scenario changes stands as yellow cells of its own in \"Inputs, changed\"; all other inputs there follow \"Inputs\".");
    HOW_TO = List.copyOf(howTo);
  }

  private final ScenarioReport report;
  private final Sheets sheets;
  private final AnswerSheet answer;
  private final List<ScenarioReport.Pair> pairs;

  private ScenarioWorkbook(ScenarioReport report, XSSFWorkbook book) {
    this.report = report;
    sheets = new Sheets(book);
    answer = new AnswerSheet(sheets);
    pairs = report.pairs();
  }

  public static byte[] of(ScenarioReport report) {
    return Sheets.written(
        report.document().title(), book -> new ScenarioWorkbook(report, book).write());
  }

  private void write() {
    FigureSheets before = FigureSheets.of(sheets, report.before());
    FigureSheets after = before.changed(report.after());
    List<Route> routes = new ArrayList<>();
    pairs.forEach(p -> routes.add(new Route(p.name(), p.before(), before)));
    pairs.forEach(p -> routes.add(new Route(p.name() + ", changed", p.after(), after)));
    List<Integer> ends = ComparisonReport.yearEnds(report.result().base().pathways());
    HourSheet hours = new HourSheet(sheets, report.roleNames());
    LineSheet lines = new LineSheet(sheets, hours, ends, routes.get(0).costed().pathway().span());
    lines.write(routes);
    YearSheets years = new YearSheets(sheets, routes, lines, ends.size());
    answer.begin(report.document());
    for (int p = 1; p <= pairs.size(); p++) {
      tables(p, lines, hours, years);
    }
    Document.Chart chart = report.document().charts().get(0);
    answer.chart(
        chart,
        ChartSheet.of(
            sheets,
            "Chart",
            chart,
            (bar, component) -> lines.sum(route(bar), Component.values()[component])));
    if (report.cohort() != null) {
      report.cohort().write(sheets, answer);
    }
    answer.end(report.document(), HOW_TO);
  }

  /** The number of the route of a bar: each route has one before and one after. */
  private int route(int bar) {
    return 1 + bar / 2 + (bar % 2 == 0 ? 0 : pairs.size());
  }

  private void tables(int number, LineSheet lines, HourSheet hours, YearSheets years) {
    ScenarioReport.Pair pair = pairs.get(number - 1);
    int first = answer.firstLine();
    int total = first + Component.values().length;
    List<AnswerSheet.Line> costs = new ArrayList<>();
    for (Component component : Component.values()) {
      costs.add(pounds(component.title(), number, r -> lines.sum(r, component)));
    }
    costs.add(
        AnswerSheet.Line.pounds(
                "Total",
                List.of(
                    answer.sum(first, total - 1, 1),
                    answer.sum(first, total - 1, 2),
                    answer.sum(first, total - 1, 3)))
            .inBold());
    costs.add(pounds("Discounted, as the Green Book asks", number, years::discounted));
    table(pair, "component", costs);
    List<AnswerSheet.Line> items = new ArrayList<>();
    pair.items().forEach(i -> items.add(pounds(Format.title(i), number, r -> lines.sum(r, i))));
    table(pair, "process, placement and support", items);
    List<AnswerSheet.Line> payers = new ArrayList<>();
    for (Payer payer : ComparisonReport.payersOf(pair.both())) {
      payers.add(pounds(Format.title(payer.code()), number, r -> lines.sum(r, payer)));
    }
    table(pair, "payer", payers);
    List<AnswerSheet.Line> roles = new ArrayList<>();
    for (String role : ComparisonReport.rolesOf(pair.both())) {
      String was = hours.hours(number, role);
      String is = hours.hours(number + pairs.size(), role);
      roles.add(
          new AnswerSheet.Line(
              report.roleNames().getOrDefault(role, role),
              List.of(was, is, is + "-" + was),
              HourSheet.HOURS,
              false));
    }
    table(pair, "hours of each role", roles);
  }

  private void table(ScenarioReport.Pair pair, String by, List<AnswerSheet.Line> lines) {
    answer.table(BeforeAfter.heads(pair.name() + ": " + by), lines);
  }

  /** Before, after and the difference of a route, of whose numbers the second is the changed. */
  private AnswerSheet.Line pounds(String heading, int route, IntFunction<String> formula) {
    String was = formula.apply(route);
    String is = formula.apply(route + pairs.size());
    return AnswerSheet.Line.pounds(heading, List.of(was, is, "ROUND(" + is + "-" + was + ",2)"));
  }
}
