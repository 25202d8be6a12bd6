package org.homeward.process;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * More or fewer minutes for some cases: all variations whose condition holds apply, in file order.
 *
 * @param when the cases that are meant
 * @param changes to the minutes of one doing of named tasks
 */
public record Variation(String id, String name, Condition when, List<Change> changes) {

  public Variation {
    changes = List.copyOf(changes);
  }

  /** What is done with the minutes. */
  public enum Operation {
    SET,
    ADD,
    MULTIPLY
  }

  /**
   * One change.
   *
   * @param category null for every category of the role; only {@code multiply} may leave it out
   * @param value minutes to set or add (zero or more for set), or a factor of zero or more
   */
  public record Change(
      String task,
      String role,
      @Nullable TimeCategory category,
      Operation operation,
      BigDecimal value) {

    /**
     * @throws IllegalArgumentException if set or add name no category, or set or multiply have a
     *     negative value
     */
    public Change {
      if (category == null && operation != Operation.MULTIPLY) {
        throw new IllegalArgumentException(
            "A change that sets or adds minutes must name their time category.");
      }
      if (operation != Operation.ADD && value.signum() < 0) {
        throw new IllegalArgumentException(
            "Minutes to set and factors must be zero or more, but were "
                + value.toPlainString()
                + ".");
      }
    }
  }
}
