package org.homeward.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.pathway.LineSource;

/**
 * Expected hours of staff time: how often each unit cost falls on each route, times its minutes of
 * a role, by 60.
 */
final class HourSheet {

  static final String HOURS = "#,##0.0";

  private static final List<String> HEADS =
      List.of("Unit cost number", "Unit cost", "Role number", "Role", "Minutes");
  private static final String UNIT_COST = "A";
  private static final String ROLE = "C";
  private static final String MINUTES = "E";

  private final Sheets sheets;
  private final Map<String, String> roleNames;
  private final XSSFSheet sheet;

  private final Map<FigureSheets, Map<String, Integer>> unitCosts = new HashMap<>();
  private final Map<String, Integer> roles = new HashMap<>();
  private int last;

  HourSheet(Sheets sheets, Map<String, String> roleNames) {
    this.sheets = sheets;
    this.roleNames = roleNames;
    sheet = sheets.sheet("Staff hours", 10, 44, 10, 34, 14);
  }

  /** The number by which lines name a unit cost; its roles are written where it is new. */
  int number(LineSource.OfProcess process, Explanation unitCost, FigureSheets figures) {
    return unitCosts
        .computeIfAbsent(figures, f -> new HashMap<>())
        .computeIfAbsent(
            unitCost.key(),
            key -> {
              last++;
              for (String role : process.unitCost().minutesByRole().keySet()) {
                Explanation minutes = unitCost.find(ExplanationCalculator.minutes(key, role));
                if (minutes != null) {
                  row(unitCost.label(), role, figures.cell(minutes));
                }
              }
              return last;
            });
  }

  private void row(String unitCost, String role, String minutes) {
    int row = sheet.getLastRowNum() < 1 ? 1 : sheet.getLastRowNum() + 1;
    number(row, 0, last);
    sheets.text(sheet, row, 1, unitCost, Sheets.Look.PLAIN);
    number(row, 2, roles.computeIfAbsent(role, r -> roles.size() + 1));
    sheets.text(sheet, row, 3, roleNames.getOrDefault(role, role), Sheets.Look.PLAIN);
    sheets.formula(sheet, row, 4, minutes, Sheets.NUMBER, Sheets.Look.PLAIN);
  }

  private void number(int row, int column, int value) {
    sheets.number(sheet, row, column, BigFraction.of(value), Sheets.NUMBER, Sheets.Look.PLAIN);
  }

  /** When all lines are written: the hours on each route. */
  void write(List<Route> routes, LineSheet lines) {
    List<String> heads = new ArrayList<>(HEADS);
    routes.forEach(r -> heads.add("Hours: " + r.name()));
    sheets.head(sheet, 0, heads);
    for (int r = 1; r <= routes.size(); r++) {
      sheet.setColumnWidth(column(r), 22 * 256);
      for (int row = 1; row <= sheet.getLastRowNum(); row++) {
        String hours =
            lines.times(r, "$" + UNIT_COST + (row + 1)) + "*$" + MINUTES + (row + 1) + "/60";
        sheets.formula(sheet, row, column(r), hours, HOURS, Sheets.Look.PLAIN);
      }
    }
  }

  private static int column(int route) {
    return HEADS.size() + route - 1;
  }

  /** The hours of a role on a route. */
  String hours(int route, String role) {
    Integer number = roles.get(role);
    return number == null
        ? "0"
        : "SUMIFS("
            + rows(CellReference.convertNumToColString(column(route)))
            + ","
            + rows(ROLE)
            + ","
            + number
            + ")";
  }

  private String rows(String letter) {
    return Sheets.reference(sheet, 1, CellReference.convertColStringToIndex(letter))
        + ":$"
        + letter
        + "$"
        + (Math.max(1, sheet.getLastRowNum()) + 1);
  }
}
