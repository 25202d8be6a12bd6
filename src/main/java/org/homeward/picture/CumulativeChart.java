package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What has been spent by the end of each month, a line for each pathway, named at its end; a ring
 * where one becomes and stays cheaper than the first.
 */
public final class CumulativeChart {

  private static final int FOOT = 62;
  private static final int LABELS = 236;

  private final Spending spending;
  private final Size size;
  private final Axis money;
  private final TimeAxis time;
  private final int left;
  private final int right;
  private final int top;
  private final int height;
  private final Drawing drawing;

  private CumulativeChart(String id, String title, Spending spending, Size size) {
    this.spending = spending;
    this.size = size;
    money = Axis.upTo(spending.greatest());
    time = TimeAxis.of(spending.months(), spending.age(), size.marks());
    left = size.narrow() ? 46 : 78;
    right = size.width() - (size.narrow() ? 14 : LABELS);
    top = size.narrow() ? 20 + key().size() * Label.LINE : 18 + 22 * spending.turns().size();
    height = size.narrow() ? 240 : Math.max(380, labelled());
    drawing = new Drawing(size.width(), top + height + FOOT, id, title, description());
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(String id, String title, Spending spending, Size size) {
    return new CumulativeChart(id, title, spending, size).draw();
  }

  private String draw() {
    axes();
    drawing.group(
        "plot",
        left + " " + right + " " + top + " " + (top + height) + " " + time.months(),
        "age",
        Integer.toString(spending.age()));
    for (int s = spending.series().size() - 1; s >= 0; s--) {
      Spending.Series series = spending.series().get(s);
      drawing.group(
          "of",
          Integer.toString(s),
          "name",
          series.name(),
          "values",
          series.cumulative().stream().map(String::valueOf).collect(Collectors.joining(" ")));
      drawing.path(path(series), Palette.colour(s), 3, Palette.dash(s));
      drawing.end();
    }
    drawing.end();
    turns();
    if (size.narrow()) {
      drawKey();
    } else {
      drawLabels();
    }
    return drawing.done();
  }

  private void axes() {
    int base = top + height;
    for (long mark : money.marks()) {
      int y = base - money.at(mark, height);
      drawing.line(left, y, right, y, mark == 0 ? Palette.INK : Palette.RULE);
      String pounds = size.narrow() ? Drawing.shortPounds(mark) : Drawing.pounds(mark);
      drawing.text(left - 8, y + 5, size.type() - 1, Drawing.Anchor.END, Palette.GREY, pounds);
    }
    for (int mark : time.marks()) {
      int x = left + time.at(mark, right - left);
      drawing.line(x, base, x, base + 6, Palette.INK);
      drawing.text(x, base + 22, size.type(), Drawing.Anchor.MIDDLE, Palette.INK, time.age(mark));
      drawing.text(
          x,
          base + 39,
          size.type() - 2,
          Drawing.Anchor.MIDDLE,
          Palette.GREY,
          Integer.toString(mark));
    }
    int from = size.narrow() ? 0 : left - 14;
    Drawing.Anchor side = size.narrow() ? Drawing.Anchor.START : Drawing.Anchor.END;
    drawing.text(from, base + 22, size.type() - 2, side, Palette.INK, "Age");
    drawing.text(from, base + 39, size.type() - 2, side, Palette.GREY, "Month");
  }

  private String path(Spending.Series series) {
    StringBuilder d = new StringBuilder(2_000);
    d.append('M').append(left).append(' ').append(top + height);
    for (int m = 1; m <= series.cumulative().size(); m++) {
      d.append('L').append(x(m)).append(' ').append(y(series, m));
    }
    return d.toString();
  }

  private int x(int month) {
    return left + time.at(month, right - left);
  }

  private int y(Spending.Series series, int month) {
    return top + height - money.at(series.cumulative().get(month - 1), height);
  }

  /** The words of the first turn stand highest, so that no dotted line crosses those of another. */
  private void turns() {
    List<Spending.Turn> turns = spending.turns();
    for (int t = 0; t < turns.size(); t++) {
      Spending.Turn turn = turns.get(t);
      int x = x(turn.month());
      int y = y(spending.series().get(turn.cheaper()), turn.month());
      drawing.group("of", Integer.toString(turn.cheaper()));
      if (!size.narrow()) {
        int row = 16 + 22 * t;
        drawing.path(
            String.format(Locale.ROOT, "M%d %dV%d", x, row + 5, y), Palette.GREY, 1, "2 3");
        String words = words(turn);
        boolean fits = x + Drawing.width(words, size.type()) < size.width();
        drawing.text(
            fits ? x - 4 : x + 4,
            row,
            size.type() - 1,
            fits ? Drawing.Anchor.START : Drawing.Anchor.END,
            Palette.INK,
            words);
      }
      drawing.ring(x, y, 5, Palette.colour(turn.cheaper())).end();
    }
  }

  private String words(Spending.Turn turn) {
    return "From month "
        + turn.month()
        + " "
        + spending.series().get(turn.cheaper()).name()
        + " is the cheaper";
  }

  /** So high are the names and totals of all lines above each other. */
  private int labelled() {
    return spending.series().stream().mapToInt(s -> new Label(0, nameOf(s), "", 0).height()).sum();
  }

  private List<String> nameOf(Spending.Series series) {
    return Drawing.wrap(series.name(), size.type(), LABELS - 44);
  }

  /** Names and totals at the ends of the lines, moved apart where they would meet. */
  private void drawLabels() {
    List<Label> labels = new ArrayList<>();
    for (int s = 0; s < spending.series().size(); s++) {
      Spending.Series series = spending.series().get(s);
      if (!series.cumulative().isEmpty()) {
        labels.add(
            new Label(
                s,
                nameOf(series),
                Drawing.pounds(series.last()),
                y(series, series.cumulative().size())));
      }
    }
    for (Label.Placed placed : Label.apart(labels, 4, top + height + 10)) {
      Label label = placed.label();
      int end = x(spending.series().get(label.series()).cumulative().size());
      drawing.group("of", Integer.toString(label.series()));
      drawing.path(
          String.format(
              Locale.ROOT,
              "M%d %dL%d %dH%d",
              end + 2,
              label.wanted(),
              right + 16,
              placed.top() + 12,
              right + 28),
          Palette.colour(label.series()),
          2,
          "none");
      int y = placed.top() + 17;
      for (String line : label.lines()) {
        drawing.text(right + 34, y, size.type(), Drawing.Anchor.START, Palette.INK, line);
        y += Label.LINE;
      }
      drawing.bold(right + 34, y, size.type(), Drawing.Anchor.START, Palette.INK, label.total());
      drawing.end();
    }
  }

  /**
   * A line of the key.
   *
   * @param first whether it is the first of its series, before which the stroke is shown
   */
  private record KeyLine(int series, boolean first, String text) {}

  private List<KeyLine> key() {
    List<KeyLine> lines = new ArrayList<>();
    for (int s = 0; s < spending.series().size(); s++) {
      Spending.Series series = spending.series().get(s);
      String name = series.name() + ": " + Drawing.pounds(series.last());
      List<String> wrapped = Drawing.wrap(name, size.type(), size.width() - 44);
      for (int l = 0; l < wrapped.size(); l++) {
        lines.add(new KeyLine(s, l == 0, wrapped.get(l)));
      }
    }
    return lines;
  }

  private void drawKey() {
    int y = 14;
    for (KeyLine line : key()) {
      if (line.first()) {
        drawing.path(
            "M0 " + (y - 4) + "h28", Palette.colour(line.series()), 3, Palette.dash(line.series()));
      }
      drawing.text(36, y, size.type(), Drawing.Anchor.START, Palette.INK, line.text());
      y += Label.LINE;
    }
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    for (Spending.Series s : spending.series()) {
      parts.add(
          s.name()
              + " comes to "
              + Drawing.pounds(s.last())
              + " after "
              + s.cumulative().size()
              + " months");
    }
    spending.turns().forEach(t -> parts.add(words(t)));
    return String.join("; ", parts) + ".";
  }
}
