package org.homeward.quantity;

import java.util.Collection;

/**
 * Whole numbers cut into bands at thresholds: band 0 lies below the first threshold, band 1 from it
 * to the next, and so on.
 */
public final class Bands {

  /** Thresholds further apart are counted, since a table of what lies between would be large. */
  private static final int LARGEST_TABLE = 1 << 16;

  private final int[] thresholds;

  /** The band of each number from just below the first threshold to the last; or empty. */
  private final short[] table;

  private final int tableFrom;
  private final int tableTo;

  private Bands(int[] thresholds) {
    this.thresholds = thresholds;
    int count = thresholds.length;
    tableFrom = count == 0 ? 0 : thresholds[0] - 1;
    long span = count == 0 ? 1 : (long) thresholds[count - 1] - thresholds[0] + 2;
    table = new short[span > LARGEST_TABLE ? 0 : (int) span];
    tableTo = count == 0 ? 0 : thresholds[count - 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (short) counted(tableFrom + i);
    }
  }

  /** How many thresholds a number has reached. */
  private int counted(int number) {
    int band = 0;
    for (int threshold : thresholds) {
      band += threshold <= number ? 1 : 0;
    }
    return band;
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
    if (table.length == 0) {
      return counted(number);
    }
    return table[Math.max(tableFrom, Math.min(number, tableTo)) - tableFrom];
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
