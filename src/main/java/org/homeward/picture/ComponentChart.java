package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each pathway costs in all, a bar for each, divided by component. */
public final class ComponentChart {

  private static final int WIDTH = 960;
  private static final int RIGHT = 110;
  private static final int BAR = 34;
  private static final int ROW = 72;
  private static final int KEY_COLUMN = 190;

  private ComponentChart() {}

  /**
   * One pathway.
   *
   * @param pence of each component, in the order of their names; none is negative
   */
  public record Bar(String name, List<Long> pence) {
    public Bar {
      pence = List.copyOf(pence);
    }

    long total() {
      return pence.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(String id, String title, List<String> components, List<Bar> bars) {
    int top = 44;
    Axis axis = Axis.upTo(bars.stream().mapToLong(Bar::total).max().orElse(0));
    int height = top + ROW * bars.size() + 12;
    StringBuilder svg = new StringBuilder(4_000);
    svg.append(Svg.open(WIDTH, height, id, title, description(components, bars)));
    for (int c = 0; c < components.size(); c++) {
      int x = 2 + KEY_COLUMN * c;
      svg.append(rectangle(x, 8, 16, 16, c, components.get(c)));
      svg.append(Svg.text(x + 24, 22, 16, "start", Svg.INK, components.get(c)));
    }
    for (int b = 0; b < bars.size(); b++) {
      Bar bar = bars.get(b);
      int y = top + ROW * b;
      svg.append(Svg.text(0, y + 16, 16, "start", Svg.INK, bar.name()));
      long sum = 0;
      for (int c = 0; c < components.size(); c++) {
        int from = axis.at(sum, WIDTH - RIGHT);
        sum += bar.pence().get(c);
        int width = axis.at(sum, WIDTH - RIGHT) - from;
        if (width > 0) {
          svg.append(
              rectangle(
                  from,
                  y + 24,
                  width,
                  BAR,
                  c,
                  components.get(c) + ": " + Svg.pounds(bar.pence().get(c))));
        }
      }
      svg.append(
          Svg.text(axis.at(sum, WIDTH - RIGHT) + 8, y + 47, 16, "start", Svg.INK, Svg.pounds(sum)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String rectangle(int x, int y, int width, int height, int series, String title) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#ffffff\"><title>%s</title></rect>%n",
        x,
        y,
        width,
        height,
        Svg.colour(series),
        Svg.escape(title));
  }

  private static String description(List<String> components, List<Bar> bars) {
    List<String> parts = new ArrayList<>();
    for (Bar bar : bars) {
      List<String> shares = new ArrayList<>();
      for (int c = 0; c < components.size(); c++) {
        shares.add(components.get(c) + " " + Svg.pounds(bar.pence().get(c)));
      }
      parts.add(bar.name() + ": " + String.join(", ", shares));
    }
    return String.join("; ", parts) + ".";
  }
}
