package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SVG while it is being written. Texts are escaped here and nowhere else. */
final class Drawing {

  private static final String TYPEFACES = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

  /** How wide a letter is on average, in parts of the size of the type. */
  private static final double LETTER = 0.52;

  private final StringBuilder svg = new StringBuilder(16_000);

  /** On which side of its point a text stands. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   * @param description what a reader who cannot see the picture is told
   */
  Drawing(int width, int height, String id, String title, String description) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\" aria-labelledby=\"%3$s-title %3$s-desc\" font-family=\"%4$s\"><title id=\"%3$s-title\">%5$s</title><desc id=\"%3$s-desc\">%6$s</desc>%n",
            width,
            height,
            id,
            TYPEFACES,
            escape(title),
            escape(description)));
    rect(0, 0, width, height, Palette.PAPER, "");
  }

  Drawing text(int x, int y, int size, Anchor anchor, String colour, String text) {
    return text(x, y, size, anchor, colour, false, text);
  }

  Drawing bold(int x, int y, int size, Anchor anchor, String colour, String text) {
    return text(x, y, size, anchor, colour, true, text);
  }

  private Drawing text(
      int x, int y, int size, Anchor anchor, String colour, boolean bold, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>%n",
            x,
            y,
            size,
            anchor.name().toLowerCase(Locale.ROOT),
            colour,
            bold ? " font-weight=\"700\"" : "",
            escape(text)));
    return this;
  }

  Drawing line(int x1, int y1, int x2, int y2, String colour) {
    return path(String.format(Locale.ROOT, "M%d %dL%d %d", x1, y1, x2, y2), colour, 1, "none");
  }

  Drawing path(String d, String colour, int width, String dash) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" stroke-dasharray=\"%s\" stroke-linejoin=\"round\"/>%n",
            d,
            colour,
            width,
            dash));
    return this;
  }

  /** A filled shape. */
  Drawing fill(String d, String colour) {
    svg.append(String.format(Locale.ROOT, "<path d=\"%s\" fill=\"%s\"/>%n", d, colour));
    return this;
  }

  /**
   * @param title shown under the pointer; empty for none
   */
  Drawing rect(int x, int y, int width, int height, String colour, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"",
            x,
            y,
            width,
            height,
            colour));
    svg.append(title.isEmpty() ? "/>\n" : "><title>" + escape(title) + "</title></rect>\n");
    return this;
  }

  /** A box with an outline. */
  Drawing box(int x, int y, int width, int height, String colour, String outline, int stroke) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
            x,
            y,
            width,
            height,
            colour,
            outline,
            stroke));
    return this;
  }

  /** A ring around a point that matters. */
  Drawing ring(int x, int y, int radius, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            x,
            y,
            radius,
            Palette.PAPER,
            colour));
    return this;
  }

  /** Begins a group with data attributes, given as name and value by turns, for the script. */
  Drawing group(String... data) {
    svg.append("<g");
    for (int i = 0; i < data.length; i += 2) {
      svg.append(" data-").append(data[i]).append("=\"").append(escape(data[i + 1])).append('"');
    }
    svg.append(">\n");
    return this;
  }

  Drawing end() {
    svg.append("</g>\n");
    return this;
  }

  String done() {
    return svg + "</svg>\n";
  }

  /** Lines of at most so many pixels, as far as can be known without the typeface. */
  static List<String> wrap(String text, int size, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && width(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** About so many pixels wide. */
  static int width(String text, int size) {
    return (int) Math.ceil(text.length() * LETTER * size);
  }

  /** Whole pounds with thousands separators. */
  static String pounds(long pence) {
    long pounds = Math.round(pence / 100.0);
    return (pounds < 0 ? "−£" : "£") + String.format(Locale.UK, "%,d", Math.abs(pounds));
  }

  /** For a narrow axis: £250k, £1.5m. */
  static String shortPounds(long pence) {
    long pounds = Math.round(pence / 100.0);
    if (pounds < 1_000) {
      return "£" + pounds;
    }
    boolean million = pounds >= 1_000_000;
    double value = pounds / (million ? 1_000_000.0 : 1_000.0);
    return "£"
        + String.format(Locale.UK, value == Math.rint(value) ? "%.0f" : "%.1f", value)
        + (million ? "m" : "k");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
