package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The figures of a chart side by side, as cells that follow those of the other sheets. */
final class ChartSheet {

  /** A figure of a chart, by the places of its category and its series. */
  @FunctionalInterface
  interface Figure {
    String formula(int category, int series);
  }

  private ChartSheet() {}

  static OfficeChart.Cells of(Sheets sheets, String name, Document.Chart chart, Figure figure) {
    XSSFSheet sheet = sheets.sheet(name, 46, 22, 22, 22, 22, 22);
    List<String> heads = new ArrayList<>(List.of(chart.axis()));
    chart.series().forEach(s -> heads.add(s.name()));
    sheets.head(sheet, 0, heads);
    int last = chart.categories().size();
    for (int c = 0; c < last; c++) {
      sheets.text(sheet, c + 1, 0, chart.categories().get(c), Sheets.Look.PLAIN);
      for (int s = 0; s < chart.series().size(); s++) {
        String formula = figure.formula(c, s);
        sheets.formula(sheet, c + 1, s + 1, formula, Sheets.POUNDS, Sheets.Look.PLAIN);
      }
    }
    return new OfficeChart.Cells(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0)),
        IntStream.rangeClosed(1, chart.series().size())
            .mapToObj(
                s ->
                    XDDFDataSourcesFactory.fromNumericCellRange(
                        sheet, new CellRangeAddress(1, last, s, s)))
            .toList());
  }
}
