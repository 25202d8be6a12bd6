package org.homeward.quantity;

import java.util.Arrays;
import java.util.Collection;

/**
 * Whole numbers cut into bands at thresholds: band 0 lies below the first threshold, band 1 from it
 * to the next, and so on.
 */
public final class Bands {

  private final int[] thresholds;

  /** The band of each number from just below the first threshold to the last. */
  private final short[] table;

  private final int tableFrom;

  private Bands(int[] thresholds) {
    this.thresholds = thresholds;
    int count = thresholds.length;
    tableFrom = count == 0 ? 0 : thresholds[0] - 1;
    table = new short[count == 0 ? 1 : thresholds[count - 1] - tableFrom + 1];
    for (int band = 1; band <= count; band++) {
      int first = thresholds[band - 1] - tableFrom;
      Arrays.fill(
          table, first, band == count ? table.length : thresholds[band] - tableFrom, (short) band);
    }
  }

  public static Bands at(Collection<Integer> thresholds) {
    return new Bands(thresholds.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
  }

  /** How many bands there are. */
  public int count() {
    return thresholds.length + 1;
  }

  /** The band that a number lies in. */
  public int of(int number) {
    return table[Math.max(0, Math.min(number - tableFrom, table.length - 1))];
  }

  /** The least number of a band; the least there is for band 0. */
  public int from(int band) {
    return band == 0 ? Integer.MIN_VALUE : thresholds[band - 1];
  }

  /** The first number after a band; the greatest there is after the last. */
  public int below(int band) {
    return band < thresholds.length ? thresholds[band] : Integer.MAX_VALUE;
  }
}
