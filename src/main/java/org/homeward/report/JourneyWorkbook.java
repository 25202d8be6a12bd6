package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.homeward.comparison.Journey;
import org.homeward.quantity.Fractions;

/** Two journeys as a workbook that goes on calculating: change a length or a price. */
public final class JourneyWorkbook {

  private static final List<String> HEADS =
      List.of(
          "Row",
          "Length",
          "Unit",
          "Days a unit",
          "Price",
          "Days that the price is for",
          "Exact",
          "Cost");

  private static final List<String> HOW_TO =
      List.of(
          "Yellow cells are inputs: change a length or a price, and every cost that rests on it follows, here and in the chart.");

  private final Sheets sheets;
  private final JourneyReport report;

  private JourneyWorkbook(JourneyReport report, XSSFWorkbook book) {
    this.report = report;
    sheets = new Sheets(book);
  }

  public static byte[] of(JourneyReport report) {
    return Sheets.written(
        report.document().title(), book -> new JourneyWorkbook(report, book).write());
  }

  private void write() {
    Document document = report.document();
    AnswerSheet answer = new AnswerSheet(sheets);
    String did = journey("What happened", report.actual());
    String would = journey("What would have happened", report.anticipated());
    answer.begin(document);
    answer.table(
        List.of("Journey", "Cost"),
        List.of(
            AnswerSheet.Line.pounds("What happened", List.of(did)),
            AnswerSheet.Line.pounds("What would have happened", List.of(would)),
            AnswerSheet.Line.pounds(
                    "Avoided (added where below zero)",
                    List.of("ROUND(" + did + "-" + would + ",2)"))
                .inBold()));
    Document.Chart chart = document.charts().get(0);
    answer.chart(chart, ChartSheet.of(sheets, "Chart", chart, (c, s) -> c == 0 ? did : would));
    answer.end(document, HOW_TO);
  }

  /** A row for each stretch; the cost of a row, rounded once, stands with its last. */
  private String journey(String name, Journey journey) {
    XSSFSheet sheet = sheets.sheet(name, 50, 12, 12, 14, 14, 16, 16, 16);
    sheets.head(sheet, 0, HEADS);
    List<List<BigFraction>> days = report.calculator().stretchDays(journey);
    int row = 1;
    for (int r = 0; r < journey.rows().size(); r++) {
      Journey.Row of = journey.rows().get(r);
      List<String> exact = new ArrayList<>();
      for (int s = 0; s < of.stretches().size(); s++) {
        exact.add(stretch(sheet, row++, of, of.stretches().get(s), days.get(r).get(s)));
      }
      String pence = "(100*(" + String.join("+", exact) + "))";
      sheets.formula(
          sheet, row - 1, 7, Sheets.wholePence(pence) + "/100", Sheets.POUNDS, Sheets.Look.PLAIN);
    }
    sheets.text(sheet, row, 0, "Total", Sheets.Look.STRONG);
    return sheets.formula(
        sheet,
        row,
        7,
        "ROUND(SUM(" + Sheets.range(sheet, 1, row - 1, 7) + "),2)",
        Sheets.POUNDS,
        Sheets.Look.STRONG);
  }

  private String stretch(
      XSSFSheet sheet, int row, Journey.Row of, Journey.Stretch stretch, BigFraction days) {
    BigFraction length = Fractions.of(stretch.length().value());
    sheets.text(sheet, row, 0, of.description(), Sheets.Look.PLAIN);
    String lasts = sheets.number(sheet, row, 1, length, Sheets.NUMBER, Sheets.Look.INPUT);
    sheets.text(sheet, row, 2, stretch.length().unit().code(), Sheets.Look.PLAIN);
    BigFraction unit = length.signum() == 0 ? BigFraction.ZERO : days.divide(length);
    String aUnit = sheets.number(sheet, row, 3, unit, Sheets.NUMBER, Sheets.Look.PLAIN);
    Journey.Price price = stretch.price();
    String amount =
        sheets.number(
            sheet,
            row,
            4,
            price == null ? BigFraction.ZERO : price.amount().pounds(),
            Sheets.POUNDS,
            Sheets.Look.INPUT);
    if (price == null || price.per() == null) {
      return sheets.formula(sheet, row, 6, amount, Sheets.POUNDS, Sheets.Look.PLAIN);
    }
    String per =
        sheets.number(
            sheet,
            row,
            5,
            report.calculator().daysOf(price.per()),
            Sheets.NUMBER,
            Sheets.Look.PLAIN);
    return sheets.formula(
        sheet,
        row,
        6,
        amount + "*" + lasts + "*" + aUnit + "/" + per,
        Sheets.POUNDS,
        Sheets.Look.PLAIN);
  }
}
