package org.homeward.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is written beside the end of a line.
 *
 * @param lines the name
 * @param total below it
 * @param wanted the height at which the line ends
 */
record Label(int series, List<String> lines, String total, int wanted) {

  static final int LINE = 18;

  /** Where a label came to stand. */
  record Placed(Label label, int top) {}

  int height() {
    return (lines.size() + 1) * LINE + 8;
  }

  /**
   * In order of height, each as near to its line as the others let it: pushed down by those above,
   * then up again from the bottom.
   */
  static List<Placed> apart(List<Label> labels, int top, int bottom) {
    List<Label> order = new ArrayList<>(labels);
    order.sort(Comparator.comparingInt(Label::wanted));
    int[] tops = new int[order.size()];
    int free = top;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = Math.max(free, order.get(i).wanted() - 12);
      free = tops[i] + order.get(i).height();
    }
    int limit = bottom;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], limit - order.get(i).height());
      limit = tops[i];
    }
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < tops.length; i++) {
      placed.add(new Placed(order.get(i), tops[i]));
    }
    return placed;
  }
}
