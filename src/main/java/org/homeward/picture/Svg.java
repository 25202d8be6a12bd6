package org.homeward.picture;

import java.util.Locale;

/**
 * Pieces of SVG that pictures share; colours keep 3:1 against white and against their neighbours.
 */
final class Svg {

  static final String INK = "#0b0c0c";
  static final String GREY = "#505a5f";
  static final String RULE = "#b1b4b6";

  /** Told apart by dash as well as by colour. */
  private static final String[] COLOURS = {
    "#1d70b8", "#d4351c", "#00703c", "#4c2c92", "#b25c00", "#28757b", "#912b88", "#0b0c0c"
  };

  private static final String[] DASHES = {"", "10 5", "3 4", "14 4 3 4", "6 3", "2 6"};

  private Svg() {}

  static String colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  static String dash(int series) {
    return DASHES[series % DASHES.length];
  }

  static String open(int width, int height, String id, String title, String description) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\" aria-labelledby=\"%3$s-title %3$s-desc\" font-family=\"Arial, Helvetica, sans-serif\"><title id=\"%3$s-title\">%4$s</title><desc id=\"%3$s-desc\">%5$s</desc>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
        width,
        height,
        id,
        escape(title),
        escape(description));
  }

  static String text(int x, int y, int size, String anchor, String colour, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x,
        y,
        size,
        anchor,
        colour,
        escape(text));
  }

  static String line(int x1, int y1, int x2, int y2, String colour) {
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %dL%d %d\" stroke=\"%s\" fill=\"none\"/>%n",
        x1,
        y1,
        x2,
        y2,
        colour);
  }

  /** Whole pounds with thousands separators. */
  static String pounds(long pence) {
    long pounds = Math.round(pence / 100.0);
    return (pounds < 0 ? "−£" : "£") + String.format(Locale.UK, "%,d", Math.abs(pounds));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
