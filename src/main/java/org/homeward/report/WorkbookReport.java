package org.homeward.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.homeward.comparison.Comparison;
import org.homeward.pathway.Component;
import org.homeward.quantity.DateSpan;

/**
 * A comparison as a workbook that goes on calculating: inputs → unit costs, hours, fees → lines →
 * years → totals. Change a minute, a salary or a fee among the inputs, and every total and chart
 * changes with it, rounded as in the service.
 */
public final class WorkbookReport {

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final Sheets sheets = new Sheets(book);
  private final XSSFSheet answer = sheets.sheet("Answer", 46, 22, 22, 22, 22, 22, 22);
  private final ComparisonReport report;
  private final List<Comparison.CostedPathway> pathways;
  private final List<Integer> ends;

  private WorkbookReport(ComparisonReport report) {
    this.report = report;
    pathways = report.comparison().pathways();
    ends = ComparisonReport.yearEnds(pathways);
  }

  public static byte[] of(ComparisonReport report) {
    WorkbookReport workbook = new WorkbookReport(report);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XSSFWorkbook book = workbook.book) {
      workbook.write();
      book.getProperties().getCoreProperties().setTitle(report.document().title());
      book.getProperties().getCoreProperties().setCreator("Homeward");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.setForceFormulaRecalculation(true);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A workbook in memory cannot fail to be written", e);
    }
  }

  private void write() {
    DateSpan span = pathways.get(0).pathway().span();
    FigureSheets figures = new FigureSheets(sheets);
    LineSheet lines =
        new LineSheet(
            sheets, figures, report.figures(), LineSheet.days(ends, span.fromDay(), span.toDay()));
    lines.write(pathways);
    XSSFSheet totals = totals(lines);
    XSSFSheet discounting = discounting(figures, totals);
    Document document = report.document();
    int row = words(document.title(), 0, Sheets.Look.TITLE);
    answer.getRow(0).setHeightInPoints(24);
    for (String sentence : document.question()) {
      row = words(sentence, row, Sheets.Look.PLAIN);
    }
    row = words("Answer when this workbook was made", row + 1, Sheets.Look.STRONG);
    for (String sentence : document.answer()) {
      row = words(sentence, row, Sheets.Look.PLAIN);
    }
    row = costs(lines, discounting, row + 1);
    row = charts(totals, row + 1);
    row = notes("How to use this workbook", howTo(), row);
    row = notes("What the answer takes for granted", document.assumptions(), row);
    row = notes("What is illustrative", document.illustrative(), row);
    row = notes("What is not included", document.leftOut(), row);
    row = notes("Sources", document.sources(), row);
    List<String> stamp = new ArrayList<>();
    document.stamp().forEach((name, value) -> stamp.add(name + ": " + value));
    notes("What this was made from", stamp, row);
  }

  private static List<String> howTo() {
    return List.of(
        "Yellow cells are inputs: change a minute, salary, fee or share and every figure that rests on it follows, here and in the charts.",
        "Each line is rounded to the penny once, halves to even, as in the service; a spreadsheet holds no exact fractions, so what lies within half a millionth of a penny of a half is taken for one.",
        "Dates are fixed: a route that goes another way needs a new question to the service.");
  }

  private int words(String text, int row, Sheets.Look look) {
    sheets.text(answer, row, 0, text, look);
    return row + 1;
  }

  private int notes(String title, List<String> notes, int row) {
    if (notes.isEmpty()) {
      return row;
    }
    int next = words(title, row + 1, Sheets.Look.STRONG);
    for (String note : notes) {
      sheets.text(answer, next, 0, note, Sheets.Look.WRAPPED);
      answer.addMergedRegion(new CellRangeAddress(next, next, 0, 6));
      answer.getRow(next).setHeightInPoints(14 * (1 + note.length() / 170));
      next++;
    }
    return next;
  }

  /** The first table: its row of the total is named Total. */
  private int costs(LineSheet lines, XSSFSheet discounting, int start) {
    List<String> heads = new ArrayList<>(List.of("Component"));
    pathways.forEach(p -> heads.add(p.pathway().name()));
    for (int c = 0; c < heads.size(); c++) {
      sheets.text(answer, start, c, heads.get(c), Sheets.Look.HEAD);
    }
    answer.getRow(start).setHeightInPoints(30);
    int first = start + 1;
    int total = first + Component.values().length;
    int days = pathways.get(0).pathway().span().days();
    for (Component component : Component.values()) {
      int row = first + component.ordinal();
      sheets.text(answer, row, 0, component.title(), Sheets.Look.PLAIN);
    }
    sheets.text(answer, total, 0, "Total", Sheets.Look.STRONG);
    sheets.text(answer, total + 1, 0, "Against the first", Sheets.Look.PLAIN);
    sheets.text(answer, total + 2, 0, "A week", Sheets.Look.PLAIN);
    sheets.text(answer, total + 3, 0, "Discounted, as the Green Book asks", Sheets.Look.PLAIN);
    for (int p = 0; p < pathways.size(); p++) {
      int column = p + 1;
      for (Component component : Component.values()) {
        pounds(first + component.ordinal(), column, lines.sum(p + 1, component));
      }
      String sum = Sheets.reference(answer, total, column);
      sheets.formula(
          answer,
          total,
          column,
          "ROUND(SUM(" + Sheets.range(answer, first, total - 1, column) + "),2)",
          Sheets.POUNDS,
          Sheets.Look.STRONG);
      pounds(total + 1, column, "ROUND(" + sum + "-" + Sheets.reference(answer, total, 1) + ",2)");
      pounds(total + 2, column, days == 0 ? "0" : sum + "*7/" + days);
      pounds(total + 3, column, Sheets.reference(discounting, ends.size() + 1, 2 + 2 * p + 1));
    }
    return total + 4;
  }

  private void pounds(int row, int column, String formula) {
    sheets.formula(answer, row, column, formula, Sheets.POUNDS, Sheets.Look.PLAIN);
  }

  private XSSFSheet totals(LineSheet lines) {
    XSSFSheet totals = sheets.sheet("Totals by year", 16, 22, 22, 22, 22, 22);
    List<String> heads = new ArrayList<>(List.of("Spent by the end of year"));
    pathways.forEach(p -> heads.add(p.pathway().name()));
    sheets.head(totals, 0, heads);
    for (int y = 0; y < ends.size(); y++) {
      sheets.number(totals, y + 1, 0, BigFraction.of(y + 1), Sheets.NUMBER, Sheets.Look.PLAIN);
      for (int p = 0; p < pathways.size(); p++) {
        sheets.formula(
            totals, y + 1, p + 1, lines.spent(p + 1, y), Sheets.POUNDS, Sheets.Look.PLAIN);
      }
    }
    return totals;
  }

  /** Each year's sum × the factor of the whole years since the start; the last row sums up. */
  private XSSFSheet discounting(FigureSheets figures, XSSFSheet totals) {
    XSSFSheet sheet = sheets.sheet("Discounting", 10, 14, 22, 22, 22, 22, 22, 22);
    List<String> heads = new ArrayList<>(List.of("Year", "Factor"));
    pathways.forEach(
        p -> {
          heads.add(p.pathway().name() + ": spent in the year");
          heads.add(p.pathway().name() + ": discounted");
        });
    sheets.head(sheet, 0, heads);
    for (int y = 0; y < ends.size(); y++) {
      int row = y + 1;
      sheets.number(sheet, row, 0, BigFraction.of(y), Sheets.NUMBER, Sheets.Look.PLAIN);
      String factor =
          sheets.formula(sheet, row, 1, factor(figures, sheet, y), "0.000000", Sheets.Look.PLAIN);
      for (int p = 0; p < pathways.size(); p++) {
        String now = Sheets.reference(totals, row, p + 1);
        String before = y == 0 ? "0" : Sheets.reference(totals, row - 1, p + 1);
        String spent =
            sheets.formula(
                sheet,
                row,
                2 + 2 * p,
                "ROUND(" + now + "-" + before + ",2)",
                Sheets.POUNDS,
                Sheets.Look.PLAIN);
        sheets.formula(
            sheet, row, 3 + 2 * p, spent + "*" + factor, Sheets.POUNDS, Sheets.Look.PLAIN);
      }
    }
    int last = ends.size() + 1;
    sheets.text(sheet, last, 0, "Total", Sheets.Look.STRONG);
    for (int p = 0; p < pathways.size(); p++) {
      String sum =
          ends.isEmpty() ? "0" : "SUM(" + Sheets.range(sheet, 1, last - 1, 3 + 2 * p) + ")";
      sheets.formula(
          sheet,
          last,
          3 + 2 * p,
          Sheets.wholePence("(100*" + sum + ")") + "/100",
          Sheets.POUNDS,
          Sheets.Look.STRONG);
    }
    return sheet;
  }

  private String factor(FigureSheets figures, XSSFSheet sheet, int year) {
    if (year == 0) {
      return "1";
    }
    String rate = figures.input(report.figures().discountRate(year));
    return Sheets.reference(sheet, year, 1) + "/(1+" + rate + ")";
  }

  /** Both charts, side by side, drawn from the live cells. */
  private int charts(XSSFSheet totals, int row) {
    Document.Chart spending = report.document().charts().get(0);
    var drawing = answer.createDrawingPatriarch();
    var place = drawing.createAnchor(0, 0, 0, 0, 0, row, 3, row + 22);
    var categories =
        XDDFDataSourcesFactory.fromStringCellRange(
            totals, new CellRangeAddress(1, ends.size(), 0, 0));
    var series =
        java.util.stream.IntStream.range(0, pathways.size())
            .mapToObj(
                p ->
                    XDDFDataSourcesFactory.fromNumericCellRange(
                        totals, new CellRangeAddress(1, ends.size(), p + 1, p + 1)))
            .toList();
    if (!ends.isEmpty()) {
      OfficeChart.draw(
          drawing.createChart(place), spending, new OfficeChart.Cells(categories, series), false);
    }
    return row + 23;
  }
}
