package org.homeward.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.homeward.quantity.Fractions;

/** The first sheet of a workbook: a document whose tables are formulas. */
final class AnswerSheet {

  private static final int LAST_COLUMN = 6;
  private static final int LETTERS_A_LINE = 170;
  private static final int POINTS_A_LINE = 14;
  private static final int CHART_ROWS = 22;

  private final Sheets sheets;
  private final XSSFSheet sheet;
  private int row;

  AnswerSheet(Sheets sheets) {
    this.sheets = sheets;
    sheet = sheets.sheet("Answer", 46, 22, 22, 22, 22, 22, 22);
  }

  /**
   * A row of a table.
   *
   * @param formulas one for each column after the heading; a plain number stands as itself
   * @param format of its numbers
   */
  record Line(String heading, List<String> formulas, String format, boolean strong) {

    static Line pounds(String heading, List<String> formulas) {
      return new Line(heading, formulas, Sheets.POUNDS, false);
    }

    Line inBold() {
      return new Line(heading, formulas, format, true);
    }
  }

  /** Title, question and answer in words. */
  void begin(Document document) {
    sheets.text(sheet, row, 0, document.title(), Sheets.Look.TITLE);
    sheet.getRow(row).setHeightInPoints(24);
    row++;
    document.question().forEach(this::words);
    row++;
    heading("Answer when this workbook was made");
    document.answer().forEach(this::words);
    row++;
  }

  /** The row in which the first line of a table stands that is written next. */
  int firstLine() {
    return row + 1;
  }

  String cell(int line, int column) {
    return Sheets.reference(sheet, line, column);
  }

  String sum(int firstLine, int lastLine, int column) {
    return "ROUND(SUM(" + Sheets.range(sheet, firstLine, lastLine, column) + "),2)";
  }

  void table(List<String> heads, List<Line> lines) {
    for (int c = 0; c < heads.size(); c++) {
      sheets.text(sheet, row, c, heads.get(c), Sheets.Look.HEAD);
    }
    sheet.getRow(row).setHeightInPoints(30);
    row++;
    for (Line line : lines) {
      Sheets.Look look = line.strong() ? Sheets.Look.STRONG : Sheets.Look.PLAIN;
      sheets.text(sheet, row, 0, line.heading(), look);
      for (int c = 0; c < line.formulas().size(); c++) {
        write(c + 1, line.formulas().get(c), line.format(), look);
      }
      row++;
    }
    row++;
  }

  private void write(int column, String formula, String format, Sheets.Look look) {
    if (formula.matches("-?\\d+(\\.\\d+)?")) {
      BigFraction number = Fractions.of(new BigDecimal(formula));
      sheets.number(sheet, row, column, number, format, look);
    } else {
      sheets.formula(sheet, row, column, formula, format, look);
    }
  }

  /** A chart that is drawn from the live cells. */
  void chart(Document.Chart chart, OfficeChart.Cells cells) {
    var drawing = sheet.createDrawingPatriarch();
    var place = drawing.createAnchor(0, 0, 0, 0, 0, row, 3, row + CHART_ROWS);
    OfficeChart.draw(drawing.createChart(place), chart, cells, false);
    row += CHART_ROWS + 1;
  }

  /** How the workbook is used, and what the document says below its tables. */
  void end(Document document, List<String> howTo) {
    notes("How to use this workbook", howTo);
    notes("What the answer takes for granted", document.assumptions());
    notes("What is illustrative", document.illustrative());
    notes("What is not included", document.leftOut());
    notes("Sources", document.sources());
    List<String> stamp = new ArrayList<>();
    document.stamp().forEach((name, value) -> stamp.add(name + ": " + value));
    notes("What this was made from", stamp);
  }

  private void heading(String text) {
    sheets.text(sheet, row, 0, text, Sheets.Look.STRONG);
    row++;
  }

  private void words(String text) {
    sheets.text(sheet, row, 0, text, Sheets.Look.WRAPPED);
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, LAST_COLUMN));
    sheet
        .getRow(row)
        .setHeightInPoints((float) POINTS_A_LINE * (1 + text.length() / LETTERS_A_LINE));
    row++;
  }

  private void notes(String title, List<String> notes) {
    if (!notes.isEmpty()) {
      row++;
      heading(title);
      notes.forEach(this::words);
    }
  }
}
