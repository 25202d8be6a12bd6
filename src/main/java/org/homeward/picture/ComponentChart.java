package org.homeward.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.comparison.Comparison;
import org.homeward.pathway.Component;
import org.homeward.quantity.Pence;

/** What each pathway costs in all, a bar for each, divided by component. */
public final class ComponentChart {

  private static final int BAR = 34;
  private static final int ROW = 76;
  private static final int KEY = 24;

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

  /** Each pathway of a comparison by the components of its ledger. */
  public static String of(String id, String title, Comparison comparison, Size size) {
    return of(
        id,
        title,
        Arrays.stream(Component.values()).map(Component::title).toList(),
        comparison.pathways().stream()
            .map(
                p ->
                    new Bar(
                        p.pathway().name(),
                        p.ledger().byComponent().values().stream().map(Pence::value).toList()))
            .toList(),
        size);
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(
      String id, String title, List<String> components, List<Bar> bars, Size size) {
    int columns = size.narrow() ? 2 : components.size();
    int top = 12 + KEY * ((components.size() + columns - 1) / columns);
    int length = size.width() - (size.narrow() ? 76 : 100);
    Axis axis = Axis.upTo(bars.stream().mapToLong(Bar::total).max().orElse(0));
    Drawing drawing =
        new Drawing(
            size.width(), top + ROW * bars.size() + 8, id, title, description(components, bars));
    int x = 0;
    for (int c = 0; c < components.size(); c++) {
      int y = 4 + KEY * (c / columns);
      x = c % columns == 0 ? 0 : x;
      drawing.rect(x, y, 16, 16, Palette.colour(c), "");
      drawing.text(
          x + 24, y + 13, size.type(), Drawing.Anchor.START, Palette.INK, components.get(c));
      x +=
          size.narrow()
              ? size.width() / columns
              : 64 + Drawing.width(components.get(c), size.type());
    }
    for (int b = 0; b < bars.size(); b++) {
      bar(drawing, bars.get(b), components, top + ROW * b, axis, length, size);
    }
    return drawing.done();
  }

  private static void bar(
      Drawing drawing, Bar bar, List<String> components, int y, Axis axis, int length, Size size) {
    drawing.text(0, y + 20, size.type(), Drawing.Anchor.START, Palette.INK, bar.name());
    long sum = 0;
    for (int c = 0; c < components.size(); c++) {
      long pence = bar.pence().get(c);
      int from = axis.at(sum, length);
      sum += pence;
      int width = axis.at(sum, length) - from;
      if (width > 0) {
        String pounds = Drawing.pounds(pence);
        drawing.group("part", components.get(c) + ", " + bar.name() + ": " + pounds);
        drawing.rect(
            from,
            y + 28,
            width > 2 ? width - 1 : width,
            BAR,
            Palette.colour(c),
            components.get(c) + ": " + pounds);
        if (Drawing.width(pounds, size.type()) + 12 < width) {
          drawing.text(
              from + width / 2, y + 50, size.type(), Drawing.Anchor.MIDDLE, Palette.on(c), pounds);
        }
        drawing.end();
      }
    }
    drawing.bold(
        axis.at(sum, length) + 8,
        y + 50,
        size.type(),
        Drawing.Anchor.START,
        Palette.INK,
        Drawing.pounds(sum));
  }

  private static String description(List<String> components, List<Bar> bars) {
    List<String> parts = new ArrayList<>();
    for (Bar bar : bars) {
      List<String> shares = new ArrayList<>();
      for (int c = 0; c < components.size(); c++) {
        shares.add(components.get(c) + " " + Drawing.pounds(bar.pence().get(c)));
      }
      parts.add(bar.name() + ": " + String.join(", ", shares));
    }
    return String.join("; ", parts) + ".";
  }
}
