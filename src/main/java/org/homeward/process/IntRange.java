package org.homeward.process;

import java.util.Set;

/** Whole numbers from one up to, not with, another. */
public record IntRange(int from, int below) {

  public static final IntRange ANY = new IntRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /**
   * @throws IllegalArgumentException if the range is empty
   */
  public IntRange {
    if (from >= below) {
      throw new IllegalArgumentException(
          "A range must go from a number to a higher one, but was "
              + from
              + " to below "
              + below
              + ".");
    }
  }

  /** Adds the numbers at which it begins or ends. */
  public void addThresholds(Set<Integer> thresholds) {
    if (from > 0) {
      thresholds.add(from);
    }
    if (below < Integer.MAX_VALUE) {
      thresholds.add(below);
    }
  }

  public boolean contains(int value) {
    return from <= value && value < below;
  }

  /** Whether a number is in both. */
  public boolean intersects(IntRange other) {
    return from < other.below && other.from < below;
  }
}
