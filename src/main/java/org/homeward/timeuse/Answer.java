package org.homeward.timeuse;

import org.homeward.quantity.Minutes;

/**
 * One answer, normalised: minutes × share × times, so minutes per process occurrence in all.
 *
 * @param respondent code of the person, group or case: what a bootstrap draws
 * @param weight participants of a focus group; otherwise 1
 */
public record Answer(String respondent, int weight, TimeCell cell, Minutes minutes) {

  /** More minutes than a week has: no single answer can be so long. */
  public static final int MOST_MINUTES = 7 * 24 * 60;

  /**
   * @throws IllegalArgumentException if the weight is not positive
   */
  public Answer {
    if (weight <= 0) {
      throw new IllegalArgumentException(
          "An answer must stand for at least one participant, but stands for " + weight + ".");
    }
  }
}
