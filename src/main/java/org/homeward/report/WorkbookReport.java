package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.homeward.comparison.Comparison;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;

/**
 * A comparison as a workbook that goes on calculating: inputs → unit costs, hours, fees → lines →
 * years → totals. Change a minute, a salary or a fee among the inputs, and every total, hour and
 * chart changes with it, rounded as in the service.
 */
public final class WorkbookReport {

  static final List<String> HOW_TO =
      List.of(
          "Yellow cells are inputs: change a minute, salary, rate, fee or share and every figure that rests on it follows, here and in the charts.",
          "Each line is rounded to the penny once, halves to even, as in the service; a spreadsheet holds no exact fractions, so what lies within half a millionth of a penny of a half is taken for one.",
          "Dates are fixed: a route that goes another way needs a new question to the service.");

  private final ComparisonReport report;
  private final Sheets sheets;
  private final AnswerSheet answer;
  private final List<Route> routes = new ArrayList<>();

  private WorkbookReport(ComparisonReport report, XSSFWorkbook book) {
    this.report = report;
    sheets = new Sheets(book);
    answer = new AnswerSheet(sheets);
  }

  public static byte[] of(ComparisonReport report) {
    return Sheets.written(
        report.document().title(), book -> new WorkbookReport(report, book).write());
  }

  private void write() {
    FigureSheets figures = FigureSheets.of(sheets, report.figures());
    pathways().forEach(p -> routes.add(new Route(p.pathway().name(), p, figures)));
    List<Integer> ends = ComparisonReport.yearEnds(pathways());
    HourSheet hours = new HourSheet(sheets, report.roleNames());
    LineSheet lines = new LineSheet(sheets, hours, ends, routes.get(0).costed().pathway().span());
    lines.write(routes);
    YearSheets years = new YearSheets(sheets, routes, lines, ends.size());
    Document document = report.document();
    answer.begin(document);
    costs(lines, years);
    answer.table(
        heads("Payer"),
        ComparisonReport.payersOf(pathways()).stream()
            .map(p -> pounds(p, r -> lines.sum(r, p)))
            .toList());
    answer.table(
        heads("Expected hours of staff time"),
        ComparisonReport.rolesOf(pathways()).stream()
            .map(
                role ->
                    new AnswerSheet.Line(
                        report.roleNames().getOrDefault(role, role),
                        each(r -> hours.hours(r, role)),
                        HourSheet.HOURS,
                        false))
            .toList());
    report.otherPrices().forEach(t -> t.write(answer));
    if (!ends.isEmpty()) {
      answer.chart(document.charts().get(0), years.cells());
    }
    answer.end(document, HOW_TO);
  }

  private void costs(LineSheet lines, YearSheets years) {
    int first = answer.firstLine();
    int total = first + Component.values().length;
    DateSpan span = routes.get(0).costed().pathway().span();
    List<AnswerSheet.Line> table = new ArrayList<>();
    for (Component component : Component.values()) {
      table.add(AnswerSheet.Line.pounds(component.title(), each(r -> lines.sum(r, component))));
    }
    table.add(
        AnswerSheet.Line.pounds("Total", each(r -> answer.sum(first, total - 1, r))).inBold());
    table.add(
        AnswerSheet.Line.pounds(
            "Against the first",
            each(r -> "ROUND(" + answer.cell(total, r) + "-" + answer.cell(total, 1) + ",2)")));
    table.add(
        AnswerSheet.Line.pounds(
            "A week",
            each(r -> span.days() == 0 ? "0" : answer.cell(total, r) + "*7/" + span.days())));
    table.add(
        AnswerSheet.Line.pounds("Discounted, as the Green Book asks", each(years::discounted)));
    answer.table(heads("Component"), table);
  }

  private List<Comparison.CostedPathway> pathways() {
    return report.comparison().pathways();
  }

  private List<String> heads(String first) {
    List<String> heads = new ArrayList<>(List.of(first));
    routes.forEach(r -> heads.add(r.name()));
    return heads;
  }

  private AnswerSheet.Line pounds(Payer payer, IntFunction<String> formula) {
    return AnswerSheet.Line.pounds(Format.title(payer.code()), each(formula));
  }

  /** A formula for each route. */
  private List<String> each(IntFunction<String> formula) {
    return IntStream.rangeClosed(1, routes.size()).mapToObj(formula).toList();
  }
}
