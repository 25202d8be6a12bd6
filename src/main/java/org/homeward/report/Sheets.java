package org.homeward.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making: cells of texts, numbers and formulas, in few styles. */
final class Sheets {

  static final String POUNDS = "[$£-809]#,##0.00";
  static final String NUMBER = "#,##0.######";
  static final String DATE = "dd/mm/yyyy";

  private static final String LAST_CALCULATED = "=+-@\t\r";

  /** How a cell looks. */
  enum Look {
    PLAIN,
    STRONG,
    TITLE,
    HEAD,
    WRAPPED,
    /** To be changed by who reads it. */
    INPUT
  }

  private record Style(Look look, String format, int indent, boolean quoted) {}

  private final XSSFWorkbook book;
  private final Map<Style, XSSFCellStyle> styles = new HashMap<>();

  Sheets(XSSFWorkbook book) {
    this.book = book;
  }

  /** The bytes of a workbook, its formulas worked out once. */
  static byte[] written(String title, Consumer<XSSFWorkbook> writer) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      writer.accept(book);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.setForceFormulaRecalculation(true);
      return Packed.of(book, title);
    } catch (IOException e) {
      throw new IllegalStateException("A workbook in memory cannot fail to be written", e);
    }
  }

  XSSFSheet sheet(String name, int... widths) {
    XSSFSheet sheet = book.createSheet(name);
    for (int c = 0; c < widths.length; c++) {
      sheet.setColumnWidth(c, widths[c] * 256);
    }
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    return sheet;
  }

  /** The headings of a table, which stay in sight. */
  void head(XSSFSheet sheet, int row, List<String> titles) {
    for (int c = 0; c < titles.size(); c++) {
      text(sheet, row, c, titles.get(c), Look.HEAD);
    }
    sheet.createFreezePane(0, row + 1);
  }

  void text(XSSFSheet sheet, int row, int column, String text, Look look) {
    text(sheet, row, column, text, look, 0);
  }

  /** A text that begins as a formula does is marked as text, so that it stays one when edited. */
  void text(XSSFSheet sheet, int row, int column, String text, Look look, int indent) {
    String clean = Text.clean(text);
    boolean quoted = !clean.isEmpty() && LAST_CALCULATED.indexOf(clean.charAt(0)) >= 0;
    XSSFCell cell = cell(sheet, row, column);
    cell.setCellValue(clean);
    cell.setCellStyle(style(new Style(look, "", indent, quoted)));
  }

  String number(XSSFSheet sheet, int row, int column, BigFraction value, String format, Look look) {
    XSSFCell cell = cell(sheet, row, column);
    cell.setCellValue(value.doubleValue());
    cell.setCellStyle(style(new Style(look, format, 0, false)));
    return reference(sheet, row, column);
  }

  void date(XSSFSheet sheet, int row, int column, int day) {
    XSSFCell cell = cell(sheet, row, column);
    cell.setCellValue(LocalDate.ofEpochDay(day));
    cell.setCellStyle(style(new Style(Look.PLAIN, DATE, 0, false)));
  }

  String formula(XSSFSheet sheet, int row, int column, String formula, String format, Look look) {
    XSSFCell cell = cell(sheet, row, column);
    cell.setCellFormula(formula);
    cell.setCellStyle(style(new Style(look, format, 0, false)));
    return reference(sheet, row, column);
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    XSSFRow of = sheet.getRow(row);
    return (of == null ? sheet.createRow(row) : of).createCell(column);
  }

  /** An absolute reference from any sheet. */
  static String reference(XSSFSheet sheet, int row, int column) {
    return new CellReference(sheet.getSheetName(), row, column, true, true).formatAsString();
  }

  /** So many rows of a column, absolute, from any sheet. */
  static String range(XSSFSheet sheet, int firstRow, int lastRow, int column) {
    return reference(sheet, firstRow, column)
        + ":"
        + new CellReference(lastRow, column, true, true).formatAsString();
  }

  /**
   * Whole pence of an amount in pence, halves to even, as a ledger line is rounded: what lies
   * within half a millionth of a half is taken for one, since a spreadsheet holds no exact
   * fractions.
   */
  static String wholePence(String pence) {
    return "(ROUND(" + pence + "+5E-7,0)-(ABS(MOD(" + pence + ",2)-0.5)<5E-7))";
  }

  private XSSFCellStyle style(Style of) {
    return styles.computeIfAbsent(of, this::make);
  }

  private XSSFCellStyle make(Style of) {
    XSSFCellStyle style = book.createCellStyle();
    XSSFFont font = book.createFont();
    font.setFontName("Arial");
    font.setFontHeightInPoints((short) (of.look() == Look.TITLE ? 16 : 10));
    font.setBold(of.look() == Look.TITLE || of.look() == Look.HEAD || of.look() == Look.STRONG);
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setIndention((short) of.indent());
    style.setQuotePrefixed(of.quoted());
    if (!of.format().isEmpty()) {
      style.setDataFormat(book.createDataFormat().getFormat(of.format()));
      style.setAlignment(HorizontalAlignment.RIGHT);
    }
    style.setWrapText(of.look() == Look.HEAD || of.look() == Look.WRAPPED);
    if (of.look() == Look.HEAD) {
      fill(style, "E8F1F8");
    }
    if (of.look() == Look.INPUT) {
      fill(style, "FFF7BF");
    }
    return style;
  }

  private static void fill(CellStyle style, String colour) {
    ((XSSFCellStyle) style)
        .setFillForegroundColor(new XSSFColor(java.util.HexFormat.of().parseHex(colour), null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }
}
