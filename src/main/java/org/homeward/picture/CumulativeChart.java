package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has been spent by the end of each month, a line for each pathway. */
public final class CumulativeChart {

  private static final int WIDTH = 960;
  private static final int LEFT = 96;
  private static final int RIGHT = 24;
  private static final int HEIGHT = 360;
  private static final int KEY_LINE = 24;

  private CumulativeChart() {}

  /**
   * One pathway.
   *
   * @param cumulative pence by the end of each month, from month 1
   */
  public record Series(String name, List<Long> cumulative) {
    public Series {
      cumulative = List.copyOf(cumulative);
    }
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(String id, String title, List<Series> series) {
    int top = 16 + KEY_LINE * series.size();
    int months = series.stream().mapToInt(s -> s.cumulative().size()).max().orElse(0);
    long greatest =
        series.stream()
            .flatMap(s -> s.cumulative().stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    Axis axis = Axis.upTo(greatest);
    StringBuilder svg = new StringBuilder(16_000);
    svg.append(Svg.open(WIDTH, top + HEIGHT + 56, id, title, description(series)));
    for (int s = 0; s < series.size(); s++) {
      int y = 20 + KEY_LINE * s;
      svg.append(stroke(String.format(Locale.ROOT, "M%d %dh44", LEFT, y - 5), s));
      svg.append(
          Svg.text(
              LEFT + 54,
              y,
              16,
              "start",
              Svg.INK,
              series.get(s).name() + ": " + Svg.pounds(last(series.get(s)))));
    }
    for (long mark : axis.marks()) {
      int y = top + HEIGHT - axis.at(mark, HEIGHT);
      svg.append(Svg.line(LEFT, y, WIDTH - RIGHT, y, mark == 0 ? Svg.INK : Svg.RULE));
      svg.append(Svg.text(LEFT - 8, y + 5, 14, "end", Svg.GREY, Svg.pounds(mark)));
    }
    int everyYears = months > 180 ? 2 : 1;
    for (int year = 0; months > 0 && 12 * year <= months; year += everyYears) {
      int x = x(12 * year, months);
      svg.append(Svg.line(x, top + HEIGHT, x, top + HEIGHT + 6, Svg.INK));
      svg.append(Svg.text(x, top + HEIGHT + 22, 14, "middle", Svg.GREY, Integer.toString(year)));
    }
    svg.append(
        Svg.text(
            (LEFT + WIDTH - RIGHT) / 2,
            top + HEIGHT + 46,
            14,
            "middle",
            Svg.GREY,
            "Years since the start"));
    for (int s = 0; s < series.size(); s++) {
      svg.append(stroke(path(series.get(s), months, axis, top + HEIGHT), s));
      svg.append(points(series.get(s), s, months, axis, top + HEIGHT));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String path(Series series, int months, Axis axis, int base) {
    StringBuilder d = new StringBuilder(String.format(Locale.ROOT, "M%d %d", LEFT, base));
    for (int m = 1; m <= series.cumulative().size(); m++) {
      d.append(
          String.format(
              Locale.ROOT,
              "L%d %d",
              x(m, months),
              base - axis.at(series.cumulative().get(m - 1), HEIGHT)));
    }
    return d.toString();
  }

  /** A dot at the end of every year, which tells its value under the pointer. */
  private static String points(Series series, int s, int months, Axis axis, int base) {
    StringBuilder points = new StringBuilder();
    for (int m = 12; m <= series.cumulative().size(); m += 12) {
      long value = series.cumulative().get(m - 1);
      points.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"><title>%s, after %d years: %s</title></circle>%n",
              x(m, months),
              base - axis.at(value, HEIGHT),
              Svg.colour(s),
              Svg.escape(series.name()),
              m / 12,
              Svg.pounds(value)));
    }
    return points.toString();
  }

  private static String stroke(String d, int s) {
    return String.format(
        Locale.ROOT,
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\" stroke-dasharray=\"%s\"/>%n",
        d,
        Svg.colour(s),
        Svg.dash(s).isEmpty() ? "none" : Svg.dash(s));
  }

  private static int x(int month, int months) {
    return LEFT + (int) Math.round((double) month * (WIDTH - RIGHT - LEFT) / Math.max(1, months));
  }

  private static long last(Series series) {
    List<Long> c = series.cumulative();
    return c.isEmpty() ? 0 : c.get(c.size() - 1);
  }

  private static String description(List<Series> series) {
    List<String> parts = new ArrayList<>();
    series.forEach(
        s ->
            parts.add(
                s.name()
                    + " comes to "
                    + Svg.pounds(last(s))
                    + " after "
                    + s.cumulative().size()
                    + " months"));
    return String.join("; ", parts) + ".";
  }
}
