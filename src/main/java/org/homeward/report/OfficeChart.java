package org.homeward.report;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.homeward.quantity.Pence;

/** A chart that an office program draws itself, from cells that can be edited. */
final class OfficeChart {

  /** Those of the pictures: 3:1 against white and against their neighbours. */
  private static final List<String> COLOURS =
      List.of("1D70B8", "D4351C", "00703C", "4C2C92", "B25C00", "28757B", "912B88", "0B0C0C");

  private OfficeChart() {}

  /** Where its figures stand: names of series above, categories at the left. */
  record Cells(XDDFCategoryDataSource categories, List<XDDFNumericalDataSource<Double>> series) {}

  /** Draws from figures that the chart carries with it. */
  static void draw(XDDFChart chart, Document.Chart of) {
    int last = of.categories().size();
    XDDFCategoryDataSource categories =
        XDDFDataSourcesFactory.fromArray(
            of.categories().stream().map(Text::clean).toArray(String[]::new),
            chart.formatRange(new CellRangeAddress(1, last, 0, 0)),
            0);
    List<XDDFNumericalDataSource<Double>> series =
        java.util.stream.IntStream.range(0, of.series().size())
            .mapToObj(s -> figures(chart, of.series().get(s).amounts(), s + 1))
            .toList();
    draw(chart, of, new Cells(categories, series), true);
  }

  private static XDDFNumericalDataSource<Double> figures(
      XDDFChart chart, List<Pence> amounts, int column) {
    XDDFNumericalDataSource<Double> source =
        XDDFDataSourcesFactory.fromArray(
            amounts.stream().map(p -> p.toPounds().doubleValue()).toArray(Double[]::new),
            chart.formatRange(new CellRangeAddress(1, amounts.size(), column, column)),
            column);
    source.setFormatCode("[$£-809]#,##0");
    return source;
  }

  /**
   * @param titled whether the names of the series are to be kept among its own figures
   */
  static void draw(XDDFChart chart, Document.Chart of, Cells cells, boolean titled) {
    boolean bars = of.kind() == Document.Kind.STACKED_BARS;
    chart.setTitleText(Text.clean(of.title()));
    chart.setTitleOverlay(false);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis category =
        chart.createCategoryAxis(bars ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    category.setTitle(of.axis());
    XDDFValueAxis value = chart.createValueAxis(bars ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    value.setTitle("Pounds");
    value.setNumberFormat("[$£-809]#,##0");
    value.setCrosses(AxisCrosses.AUTO_ZERO);
    value.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("B1B4B6")));
    XDDFChartData data = chart.createData(bars ? ChartTypes.BAR : ChartTypes.LINE, category, value);
    data.setVaryColors(false);
    for (int s = 0; s < of.series().size(); s++) {
      XDDFChartData.Series drawn = data.addSeries(cells.categories(), cells.series().get(s));
      String name = Text.clean(of.series().get(s).name());
      drawn.setTitle(name, titled ? chart.setSheetTitle(name, s + 1) : null);
      paint(drawn, s);
    }
    if (data instanceof XDDFBarChartData bar) {
      value.setMinimum(0); // a bar is as long as its amount
      category.setOrientation(
          org.apache.poi.xddf.usermodel.chart.AxisOrientation.MAX_MIN); // the first on top
      value.setCrosses(AxisCrosses.MAX);
      bar.setBarDirection(BarDirection.BAR);
      bar.setBarGrouping(BarGrouping.STACKED);
      bar.setOverlap((byte) 100);
      bar.setGapWidth(60);
    }
    chart.plot(data);
  }

  private static void paint(XDDFChartData.Series series, int place) {
    XDDFSolidFillProperties fill = fill(COLOURS.get(place % COLOURS.size()));
    if (series instanceof XDDFLineChartData.Series line) {
      line.setSmooth(false);
      line.setMarkerStyle(MarkerStyle.NONE);
      XDDFLineProperties properties = new XDDFLineProperties(fill);
      properties.setWidth(2.25);
      line.setLineProperties(properties);
    } else {
      series.setFillProperties(fill);
    }
  }

  private static XDDFSolidFillProperties fill(String colour) {
    byte[] rgb = java.util.HexFormat.of().parseHex(colour);
    return new XDDFSolidFillProperties(XDDFColor.from(rgb));
  }
}
