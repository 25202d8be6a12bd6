package org.homeward.picture;

/**
 * Colours of the categorical palette of the Government Analysis Function: told apart with every
 * common kind of colour blindness, each at least 3:1 against white. Lines are told apart by their
 * dashes as well.
 */
final class Palette {

  static final String INK = "#0b0c0c";
  static final String GREY = "#505a5f";
  static final String RULE = "#d8dcde";
  static final String PAPER = "#ffffff";

  private static final String[] COLOURS = {
    "#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"
  };

  /** What is written on each colour, at least 4.5:1. */
  private static final String[] ON = {PAPER, INK, PAPER, INK, PAPER, INK};

  private static final String[] DASHES = {"", "9 4", "3 3", "14 4 3 4", "6 2", "1 5"};

  private Palette() {}

  static String colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  static String on(int series) {
    return ON[series % ON.length];
  }

  /** As in {@code stroke-dasharray}; the second round of colours begins with other dashes. */
  static String dash(int series) {
    String dash = DASHES[(series + series / COLOURS.length) % DASHES.length];
    return dash.isEmpty() ? "none" : dash;
  }
}
