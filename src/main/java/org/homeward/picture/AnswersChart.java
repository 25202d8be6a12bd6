package org.homeward.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.homeward.timeuse.Statistics;

/**
 * Answers to several questions on one scale of minutes, a strip for each: every answer a dot, far
 * ones as rings, the middle half as a box with the median in it, the mean with its interval below.
 * The scale reaches as far as the answers that are not far.
 */
public final class AnswersChart {

  /** Strips of more answers show only the far ones, since dots would be a smear. */
  private static final int MOST_DOTS = 200;

  private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 960, 2_400, 4_800};
  private static final int STRIP = 46;
  private static final int FOOT = 54;
  private static final int LABELS = 330;
  private static final int[] SPREAD = {0, -6, 6, -3, 3};

  private final List<Strip> strips;
  private final Size size;
  private final int left;
  private final int right;
  private final int top;
  private final int row;
  private final int step;
  private final int most;
  private final Drawing drawing;

  /**
   * @param label what was asked of whom
   * @param usual minutes of the answers that are not far from the others
   * @param far minutes of those that are
   */
  public record Strip(
      String label, List<Double> usual, List<Double> far, double mean, Statistics statistics) {
    public Strip {
      usual = List.copyOf(usual);
      far = List.copyOf(far);
    }

    /** How far the scale must reach; far answers beyond it stand at its end with their minutes. */
    private double greatest() {
      double most = usual.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      return DoubleStream.of(most, mean, statistics.upperQuartile()).max().orElse(0);
    }
  }

  private AnswersChart(String id, String title, List<Strip> strips, Size size) {
    this.strips = strips;
    this.size = size;
    left = size.narrow() ? 10 : LABELS;
    right = size.width() - 30;
    row = STRIP + (size.narrow() ? 44 : 20);
    top = 14 + key().size() * 24;
    double greatest = Math.max(1, strips.stream().mapToDouble(Strip::greatest).max().orElse(1));
    step = step(greatest, size.marks());
    most = (int) Math.ceil(greatest / step) * step;
    drawing = new Drawing(size.width(), top + strips.size() * row + FOOT, id, title, description());
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(String id, String title, List<Strip> strips, Size size) {
    return new AnswersChart(id, title, strips, size).draw();
  }

  private static int step(double greatest, int marks) {
    for (int step : STEPS) {
      if (greatest / step <= marks) {
        return step;
      }
    }
    return (int) Math.ceil(greatest / marks);
  }

  private String description() {
    StringBuilder text = new StringBuilder("Minutes per occurrence, in all. ");
    for (Strip strip : strips) {
      text.append(
          String.format(
              Locale.UK,
              "%s: mean %.1f, median %.1f, %d far answers. ",
              strip.label(),
              strip.mean(),
              strip.statistics().median(),
              strip.far().size()));
    }
    return text.toString().strip();
  }

  private String draw() {
    drawKey();
    int base = top + strips.size() * row;
    for (int mark = 0; mark <= most; mark += step) {
      drawing.line(x(mark), top, x(mark), base, mark == 0 ? Palette.INK : Palette.RULE);
      drawing.text(
          x(mark),
          base + 20,
          size.type(),
          Drawing.Anchor.MIDDLE,
          Palette.GREY,
          String.format(Locale.UK, "%,d", mark));
    }
    drawing.text(
        right, base + 42, size.type(), Drawing.Anchor.END, Palette.GREY, "minutes per occurrence");
    for (int i = 0; i < strips.size(); i++) {
      strip(strips.get(i), top + i * row);
    }
    return drawing.done();
  }

  private void strip(Strip strip, int above) {
    List<String> lines =
        Drawing.wrap(strip.label(), size.type(), size.narrow() ? right - left : LABELS - 24);
    int y = above + (size.narrow() ? 40 : 10) + STRIP / 2;
    for (int i = 0; i < Math.min(2, lines.size()); i++) {
      int height =
          size.narrow() ? above + 16 + i * 17 : y - 2 + i * 18 - (lines.size() > 1 ? 8 : 0);
      drawing.text(
          size.narrow() ? left + 4 : 8,
          height,
          size.type(),
          Drawing.Anchor.START,
          Palette.INK,
          lines.get(i));
    }
    Statistics s = strip.statistics();
    drawing.group("part", told(strip));
    int box = x(s.lowerQuartile());
    drawing.box(
        box, y - 14, Math.max(1, x(s.upperQuartile()) - box), 22, "#dbe6f0", Palette.colour(0), 1);
    drawing.path(vertical(x(s.median()), y - 14, 22), Palette.colour(0), 3, "none");
    if (strip.usual().size() + strip.far().size() <= MOST_DOTS) {
      for (int i = 0; i < strip.usual().size(); i++) {
        dot(x(strip.usual().get(i)), y - 3 + SPREAD[i % SPREAD.length]);
      }
    }
    far(strip.far(), y - 3);
    mean(x(strip.mean()), x(s.intervalLow()), x(s.intervalHigh()), y + 16);
    drawing.end();
  }

  /** What a strip says, for who points at it or reaches it by keyboard. */
  private static String told(Strip strip) {
    Statistics s = strip.statistics();
    String far =
        strip.far().stream()
            .sorted()
            .map(m -> String.format(Locale.UK, "%,.0f", m))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.UK,
        "%s: mean %,.1f minutes (95%% interval %,.1f to %,.1f), median %,.1f, middle half %,.1f to %,.1f; %d answers%s",
        strip.label(),
        strip.mean(),
        s.intervalLow(),
        s.intervalHigh(),
        s.median(),
        s.lowerQuartile(),
        s.upperQuartile(),
        strip.usual().size() + strip.far().size(),
        far.isEmpty() ? "" : ", far from the others: " + far);
  }

  private void far(List<Double> far, int y) {
    List<Double> beyond = far.stream().filter(m -> m > most).sorted().toList();
    far.forEach(m -> drawing.ring(x(m), y, 5, Palette.colour(3)));
    if (!beyond.isEmpty()) {
      String least = String.format(Locale.UK, "%,.0f", beyond.get(0));
      drawing.text(
          right - 12,
          y + 5,
          size.type(),
          Drawing.Anchor.END,
          Palette.INK,
          (beyond.size() == 1 ? least : beyond.size() + " from " + least) + " →");
    }
  }

  private void dot(int x, int y) {
    drawing.fill(
        String.format(Locale.ROOT, "M%d %da3 3 0 1 0 6 0a3 3 0 1 0 -6 0", x - 3, y),
        Palette.colour(1));
  }

  private void mean(int x, int low, int high, int y) {
    String colour = Palette.colour(2);
    drawing.path(String.format(Locale.ROOT, "M%d %dL%d %d", low, y, high, y), colour, 2, "none");
    drawing.path(vertical(low, y - 4, 8) + vertical(high, y - 4, 8), colour, 2, "none");
    drawing.fill(String.format(Locale.ROOT, "M%d %dl6 6l-6 6l-6 -6z", x, y - 6), colour);
  }

  private static String vertical(int x, int y, int length) {
    return String.format(Locale.ROOT, "M%d %dl0 %d", x, y, length);
  }

  private int x(double minutes) {
    return left + (int) Math.round(Math.min(minutes, most) / most * (right - left));
  }

  /** What each sign means; on a telephone one below the other. */
  private List<List<String>> key() {
    List<String> signs =
        List.of("an answer", "a far answer", "middle half, median", "mean, 95% interval");
    return size.narrow()
        ? List.of(signs.subList(0, 2), signs.subList(2, 3), signs.subList(3, 4))
        : List.of(signs);
  }

  private void drawKey() {
    int sign = 0;
    List<List<String>> rows = key();
    for (int r = 0; r < rows.size(); r++) {
      int x = 20;
      int y = 20 + r * 24;
      for (String text : rows.get(r)) {
        sign(sign++, x, y - 5);
        drawing.text(x + 24, y, size.type(), Drawing.Anchor.START, Palette.INK, text);
        x += 60 + Drawing.width(text, size.type());
      }
    }
  }

  private void sign(int sign, int x, int y) {
    switch (sign) {
      case 0 -> dot(x, y);
      case 1 -> drawing.ring(x, y, 5, Palette.colour(3));
      case 2 -> {
        drawing.box(x - 12, y - 8, 24, 16, "#dbe6f0", Palette.colour(0), 1);
        drawing.path(vertical(x, y - 8, 16), Palette.colour(0), 3, "none");
      }
      default -> mean(x, x - 14, x + 14, y);
    }
  }
}
