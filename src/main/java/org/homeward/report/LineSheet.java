package org.homeward.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;
import org.homeward.quantity.Rate;

/**
 * The ledger lines of every route, each rounded to the penny as in the ledger, and what each has
 * come to by the end of every year.
 */
final class LineSheet {

  private static final List<String> HEADS =
      List.of(
          "Route number",
          "Route",
          "Component number",
          "Component",
          "Item",
          "What",
          "Branch",
          "Payer",
          "From",
          "Up to, not with",
          "Runs since",
          "Price",
          "Days that the price is for",
          "Share",
          "Pence a day",
          "Amount",
          "Times",
          "Unit cost number",
          "Item number");

  // The columns that formulas name.
  private static final String ROUTE = "A";
  private static final String COMPONENT = "C";
  private static final String FROM = "I";
  private static final String TO = "J";
  private static final String SINCE = "K";
  private static final String PRICE = "L";
  private static final String DAYS = "M";
  private static final String SHARE = "N";
  private static final String DAILY = "O";
  private static final String AMOUNT = "P";
  private static final String TIMES = "Q";
  private static final String UNIT_COST = "R";
  private static final String ITEM = "S";
  private static final String PAYER = "H";

  private final Sheets sheets;
  private final HourSheet hours;
  private final Map<String, Integer> items = new HashMap<>();
  private final XSSFSheet lines;
  private final XSSFSheet years;

  /** The days before which each year ends. */
  private final List<Integer> yearEnds;

  /**
   * @param monthEnds the months since the start of the span with which each year ends
   */
  LineSheet(Sheets sheets, HourSheet hours, List<Integer> monthEnds, DateSpan span) {
    this.sheets = sheets;
    this.hours = hours;
    yearEnds =
        monthEnds.stream()
            .map(m -> Math.min(span.toDay(), CalendarDays.plusMonths(span.fromDay(), m)))
            .toList();
    lines =
        sheets.sheet(
            "Lines", 8, 34, 11, 18, 26, 44, 14, 16, 12, 12, 12, 14, 12, 10, 14, 14, 12, 10, 8);
    sheets.head(lines, 0, HEADS);
    lines.createFreezePane(2, 1);
    years = sheets.sheet("Years", 8, 34);
    sheets.head(years, 0, List.of("Route number", "Spent on each line before"));
    for (int y = 0; y < yearEnds.size(); y++) {
      sheets.date(years, 0, y + 2, yearEnds.get(y));
      years.setColumnWidth(y + 2, 14 * 256);
    }
  }

  /** Routes are numbered from 1. */
  void write(List<Route> routes) {
    for (int r = 0; r < routes.size(); r++) {
      for (LedgerLine line : routes.get(r).costed().ledger().lines()) {
        write(r + 1, routes.get(r), line);
      }
    }
    lines.setAutoFilter(new CellRangeAddress(0, lines.getLastRowNum(), 0, HEADS.size() - 1));
    hours.write(routes, this);
  }

  private void write(int number, Route route, LedgerLine line) {
    int row = lines.getLastRowNum() + 1;
    number(row, 0, BigFraction.of(number));
    text(row, 1, route.name());
    number(row, 2, BigFraction.of(line.component().ordinal() + 1));
    text(row, 3, line.component().title());
    text(row, 4, Format.title(line.item()));
    text(row, 5, line.name());
    text(row, 6, line.branch() == null ? "" : line.branch());
    text(row, 7, Format.title(line.payer().code()));
    sheets.date(lines, row, 8, line.span().fromDay());
    sheets.date(lines, row, 9, line.span().toDay());
    number(row, 18, BigFraction.of(items.computeIfAbsent(line.item(), i -> items.size() + 1)));
    number(years, row, 0, BigFraction.of(number));
    sheets.text(years, row, 1, line.name(), Sheets.Look.PLAIN);
    LineSource source = line.source();
    if (source instanceof LineSource.Included) {
      sheets.number(lines, row, 15, BigFraction.ZERO, Sheets.POUNDS, Sheets.Look.PLAIN);
      constant(row, BigFraction.ZERO);
      return;
    }
    Explanation figure = route.figures().explained().figure(source);
    sheets.formula(lines, row, 11, route.figures().cell(figure), Sheets.POUNDS, Sheets.Look.PLAIN);
    sheets.number(lines, row, 13, line.probability(), Sheets.NUMBER, Sheets.Look.INPUT);
    if (line.accrual() == null) {
      once(row);
    } else {
      overTime(row, line, ExplanationCalculator.per(source));
    }
    if (source instanceof LineSource.OfProcess process) {
      times(row, line.accrual() != null);
      number(row, 17, BigFraction.of(hours.number(process, figure, route.figures())));
    }
  }

  /** How often the unit cost of a line is expected. */
  private void times(int row, boolean overTime) {
    int n = row + 1;
    String stretch = overTime ? "*(" + TO + n + "-" + FROM + n + ")/" + DAYS + n : "";
    sheets.formula(lines, row, 16, SHARE + n + stretch, Sheets.NUMBER, Sheets.Look.PLAIN);
  }

  private void once(int row) {
    int n = row + 1;
    String pence = "(100*" + PRICE + n + "*" + SHARE + n + ")";
    amount(row, Sheets.wholePence(pence) + "/100");
    for (int y = 0; y < yearEnds.size(); y++) {
      year(row, y, "IF(Lines!$" + FROM + n + "<" + end(y) + ",Lines!$" + AMOUNT + n + ",0)");
    }
  }

  private void overTime(int row, LedgerLine line, Rate.Per per) {
    int n = row + 1;
    sheets.date(lines, row, 10, line.rateStart());
    number(row, 12, per.days());
    sheets.formula(
        lines,
        row,
        14,
        "100*" + PRICE + n + "/" + DAYS + n + "*" + SHARE + n,
        Sheets.NUMBER,
        Sheets.Look.PLAIN);
    amount(row, accrued(DAILY + n, TO + n, FROM + n, SINCE + n) + "/100");
    for (int y = 0; y < yearEnds.size(); y++) {
      String from = "Lines!$" + FROM + n;
      String until = "MAX(" + from + ",MIN(Lines!$" + TO + n + "," + end(y) + "))";
      year(row, y, accrued("Lines!$" + DAILY + n, until, from, "Lines!$" + SINCE + n) + "/100");
    }
  }

  /** Whole pence from the first day up to another. */
  private static String accrued(String daily, String until, String from, String since) {
    return "("
        + Sheets.wholePence("(" + daily + "*(" + until + "-" + since + "))")
        + "-"
        + Sheets.wholePence("(" + daily + "*(" + from + "-" + since + "))")
        + ")";
  }

  private static String end(int year) {
    return CellReference.convertNumToColString(year + 2) + "$1";
  }

  private void amount(int row, String formula) {
    sheets.formula(lines, row, 15, formula, Sheets.POUNDS, Sheets.Look.PLAIN);
  }

  private void year(int row, int year, String formula) {
    sheets.formula(years, row, year + 2, formula, Sheets.POUNDS, Sheets.Look.PLAIN);
  }

  private void constant(int row, BigFraction value) {
    for (int y = 0; y < yearEnds.size(); y++) {
      sheets.number(years, row, y + 2, value, Sheets.POUNDS, Sheets.Look.PLAIN);
    }
  }

  private void text(int row, int column, String text) {
    sheets.text(lines, row, column, text, Sheets.Look.PLAIN);
  }

  private void number(int row, int column, BigFraction value) {
    number(lines, row, column, value);
  }

  private void number(XSSFSheet sheet, int row, int column, BigFraction value) {
    sheets.number(sheet, row, column, value, Sheets.NUMBER, Sheets.Look.PLAIN);
  }

  /** What a component of a route comes to. */
  String sum(int route, Component component) {
    return sum(route, COMPONENT, Integer.toString(component.ordinal() + 1));
  }

  /** What a payer pays on a route. */
  String sum(int route, Payer payer) {
    return sum(route, PAYER, "\"" + Format.title(payer.code()) + "\"");
  }

  /** What an item of a route comes to. */
  String sum(int route, String item) {
    return sum(route, ITEM, Integer.toString(items.getOrDefault(item, 0)));
  }

  private String sum(int route, String column, String is) {
    return "ROUND(" + sumOf(AMOUNT, route, column, is) + ",2)";
  }

  /** How often a unit cost is expected on a route. */
  String times(int route, String unitCost) {
    return sumOf(TIMES, route, UNIT_COST, unitCost);
  }

  private String sumOf(String what, int route, String column, String is) {
    return "SUMIFS("
        + column(what)
        + ","
        + column(ROUTE)
        + ","
        + route
        + ","
        + column(column)
        + ","
        + is
        + ")";
  }

  /** What has been spent on a route by the end of a year. */
  String spent(int route, int year) {
    String letter = CellReference.convertNumToColString(year + 2);
    return "ROUND(SUMIFS(Years!" + rows(letter) + ",Years!" + rows(ROUTE) + "," + route + "),2)";
  }

  private String column(String letter) {
    return "Lines!" + rows(letter);
  }

  private String rows(String letter) {
    return "$" + letter + "$2:$" + letter + "$" + (lines.getLastRowNum() + 1);
  }
}
