package org.homeward.process;

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

  public boolean contains(int value) {
    return from <= value && value < below;
  }
}
