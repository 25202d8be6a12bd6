package org.homeward.process;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;

/**
 * A piece of work within a process.
 *
 * @param after ids of the tasks that must be finished before it begins
 * @param share in what share of cases it is done at all, 0 to 1
 * @param times how often it is done when it is done, above 0
 * @param elapsed working days that pass before it is finished; for the critical path, not for cost
 * @param minutes of one doing, by role and time category, in file order
 */
public record Task(
    String id,
    String name,
    List<String> after,
    BigDecimal share,
    BigDecimal times,
    int elapsed,
    List<RoleMinutes> minutes) {

  /**
   * @throws IllegalArgumentException if the share is outside 0 to 1, times is not above 0 or
   *     elapsed is negative
   */
  public Task {
    after = List.copyOf(after);
    minutes = List.copyOf(minutes);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The share of task "
              + id
              + " must be between 0 and 1, but was "
              + share.toPlainString()
              + ".");
    }
    if (times.signum() <= 0) {
      throw new IllegalArgumentException(
          "Task " + id + " must be done more than 0 times, but was " + times.toPlainString() + ".");
    }
    if (elapsed < 0) {
      throw new IllegalArgumentException(
          "The elapsed working days of task "
              + id
              + " must be zero or more, but were "
              + elapsed
              + ".");
    }
  }

  /** Share × times: how often it is done in the average case. */
  public BigFraction expectedDoings() {
    return Fractions.of(share.multiply(times));
  }
}
