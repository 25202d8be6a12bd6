package org.homeward.cohort;

import org.homeward.problem.Problems;

/**
 * Two roads to compare on the children of a cohort.
 *
 * @param first its children are the measure: those of the second are weighted to be like them
 * @param months of cost from the day of entry; only children are compared who are seen so long
 * @param seed of the resampling for the interval
 * @param resamples how often it resamples
 */
public record RoadQuestion(Road first, Road second, int months, long seed, int resamples) {

  private static final int MOST_MONTHS = 18 * 12;
  private static final int MOST_RESAMPLES = 10_000;

  /**
   * @throws org.homeward.problem.InputException if the roads are the same, or a number is out of
   *     its bounds
   */
  public RoadQuestion {
    Problems problems = new Problems();
    if (first == second) {
      problems.add("roads", first.code(), "The roads are the same.", "Name two roads.");
    }
    if (months < 1 || months > MOST_MONTHS) {
      problems.add(
          "months", months, "Months are from 1 to " + MOST_MONTHS + ".", "Ask for 24, say.");
    }
    if (resamples < 1 || resamples > MOST_RESAMPLES) {
      problems.add(
          "resamples",
          resamples,
          "Resamples are from 1 to " + MOST_RESAMPLES + ".",
          "Ask for 1000, say.");
    }
    problems.throwIfAny();
  }
}
