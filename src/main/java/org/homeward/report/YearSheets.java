package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.homeward.explanation.Explanation;

/**
 * What every route has cost by the end of each year since the start, and the same discounted: each
 * year's sum times the factor of the whole years before it, rounded once.
 */
final class YearSheets {

  private final Sheets sheets;
  private final List<Route> routes;
  private final int years;
  private final XSSFSheet totals;
  private final XSSFSheet discounting;

  YearSheets(Sheets sheets, List<Route> routes, LineSheet lines, int years) {
    this.sheets = sheets;
    this.routes = routes;
    this.years = years;
    totals = totals(lines);
    discounting = discounting();
  }

  /** The cell of a route's discounted total; routes are numbered from 1. */
  String discounted(int route) {
    return Sheets.reference(discounting, years + 1, discounted(route - 1, 2));
  }

  /** What has been spent on each route, for a chart. */
  OfficeChart.Cells cells() {
    return new OfficeChart.Cells(
        XDDFDataSourcesFactory.fromStringCellRange(totals, column(0)),
        java.util.stream.IntStream.rangeClosed(1, routes.size())
            .mapToObj(r -> XDDFDataSourcesFactory.fromNumericCellRange(totals, column(r)))
            .toList());
  }

  private CellRangeAddress column(int column) {
    return new CellRangeAddress(1, years, column, column);
  }

  private XSSFSheet totals(LineSheet lines) {
    XSSFSheet sheet = sheets.sheet("Totals by year", 16, 22, 22, 22, 22, 22);
    List<String> heads = new ArrayList<>(List.of("Spent by the end of year"));
    routes.forEach(r -> heads.add(r.name()));
    sheets.head(sheet, 0, heads);
    for (int y = 0; y < years; y++) {
      sheets.number(sheet, y + 1, 0, BigFraction.of(y + 1), Sheets.NUMBER, Sheets.Look.PLAIN);
      for (int r = 1; r <= routes.size(); r++) {
        pounds(sheet, y + 1, r, lines.spent(r, y), Sheets.Look.PLAIN);
      }
    }
    return sheet;
  }

  private XSSFSheet discounting() {
    XSSFSheet sheet = sheets.sheet("Discounting", 10, 14, 22, 22, 14, 22, 22, 14, 22, 22);
    List<String> heads = new ArrayList<>(List.of("Year"));
    routes.forEach(
        r ->
            heads.addAll(
                List.of(
                    r.name() + ": factor",
                    r.name() + ": spent in the year",
                    r.name() + ": discounted")));
    sheets.head(sheet, 0, heads);
    for (int y = 0; y < years; y++) {
      sheets.number(sheet, y + 1, 0, BigFraction.of(y), Sheets.NUMBER, Sheets.Look.PLAIN);
      for (int r = 0; r < routes.size(); r++) {
        discount(sheet, y, r);
      }
    }
    int last = years + 1;
    sheets.text(sheet, last, 0, "Total", Sheets.Look.STRONG);
    for (int r = 0; r < routes.size(); r++) {
      int column = discounted(r, 2);
      String sum = years == 0 ? "0" : "SUM(" + Sheets.range(sheet, 1, last - 1, column) + ")";
      String pence = Sheets.wholePence("(100*" + sum + ")");
      pounds(sheet, last, column, pence + "/100", Sheets.Look.STRONG);
    }
    return sheet;
  }

  private void discount(XSSFSheet sheet, int year, int route) {
    int row = year + 1;
    String factor =
        sheets.formula(
            sheet,
            row,
            discounted(route, 0),
            factor(sheet, year, route),
            "0.000000",
            Sheets.Look.PLAIN);
    String now = Sheets.reference(totals, row, route + 1);
    String before = year == 0 ? "0" : Sheets.reference(totals, row - 1, route + 1);
    String spent =
        pounds(
            sheet,
            row,
            discounted(route, 1),
            "ROUND(" + now + "-" + before + ",2)",
            Sheets.Look.PLAIN);
    pounds(sheet, row, discounted(route, 2), spent + "*" + factor, Sheets.Look.PLAIN);
  }

  private String factor(XSSFSheet sheet, int year, int route) {
    if (year == 0) {
      return "1";
    }
    FigureSheets figures = routes.get(route).figures();
    Explanation rate = figures.explained().discountRate(year);
    return Sheets.reference(sheet, year, discounted(route, 0)) + "/(1+" + figures.input(rate) + ")";
  }

  /** Each route, from 0, has three columns: factor, spent, discounted. */
  private static int discounted(int route, int which) {
    return 1 + 3 * route + which;
  }

  private String pounds(XSSFSheet sheet, int row, int column, String formula, Sheets.Look look) {
    return sheets.formula(sheet, row, column, formula, Sheets.POUNDS, look);
  }
}
