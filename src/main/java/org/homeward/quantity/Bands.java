package org.homeward.quantity;

import java.util.Collection;

/**
 * Whole numbers cut into bands at thresholds: band 0 lies below the first threshold, band 1 from it
 * to the next, and so on.
 */
public final class Bands {

  private final int[] thresholds;

  private Bands(int[] thresholds) {
    this.thresholds = thresholds;
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
    int band = 0;
    for (int threshold : thresholds) { // few, and without a branch that depends on the number
      band += threshold <= number ? 1 : 0;
    }
    return band;
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
