package org.homeward.report;

import java.util.List;
import java.util.Map;
import org.homeward.quantity.Pence;

/**
 * What a report says, whatever it is written as.
 *
 * @param question what was asked, in sentences
 * @param answer in sentences
 * @param charts each beside the table of the same place, where there is one
 * @param assumptions what the answer takes for granted
 * @param illustrative what in it was chosen to be plausible and not observed
 * @param sources where its inputs come from
 * @param leftOut what is not included
 * @param stamp what the answer was made from, by name
 */
public record Document(
    String title,
    List<String> question,
    List<String> answer,
    List<Chart> charts,
    List<Grid> tables,
    List<String> assumptions,
    List<String> illustrative,
    List<String> sources,
    List<String> leftOut,
    Map<String, String> stamp) {

  public Document {
    question = List.copyOf(question);
    answer = List.copyOf(answer);
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
    assumptions = List.copyOf(assumptions);
    illustrative = List.copyOf(illustrative);
    sources = List.copyOf(sources);
    leftOut = List.copyOf(leftOut);
  }

  /** How a chart is drawn where it is made anew from its figures. */
  public enum Kind {
    LINES,
    STACKED_BARS
  }

  /**
   * A chart: as a picture, and as the figures that an office program draws it from.
   *
   * @param svg safe to be put into a page
   * @param axis what the categories are
   */
  public record Chart(
      String title,
      String svg,
      Kind kind,
      String axis,
      List<String> categories,
      List<Series> series) {
    public Chart {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /** One line, or one part of every bar: an amount for each category. */
  public record Series(String name, List<Pence> amounts) {
    public Series {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * A table; the first cell of a row heads it.
   *
   * @param columns the heading of each
   */
  public record Grid(String caption, List<String> columns, List<Line> lines) {
    public Grid {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A row of a table.
   *
   * @param strong whether it stands out, as a total does
   */
  public record Line(String heading, List<String> cells, boolean strong) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
