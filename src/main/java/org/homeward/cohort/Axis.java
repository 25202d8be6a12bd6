package org.homeward.cohort;

import java.util.List;

/**
 * One dimension with every value that it can have.
 *
 * @param values as they are written in answers, in order
 */
public record Axis(Dimension dimension, List<String> values) {

  /** The value of what the return does not tell. */
  public static final String NOT_KNOWN = "not-known";

  /**
   * @throws IllegalArgumentException if there is no value
   */
  public Axis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("There is no value of " + dimension.code() + ".");
    }
  }
}
