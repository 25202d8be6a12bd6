package org.homeward.timeuse;

import java.util.Comparator;
import org.homeward.process.TimeCategory;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or an estimate is about.
 *
 * @param variation null for the process without any variation
 * @param category {@link TimeCategory#UNDIVIDED} for an answer that stands for all categories
 */
public record TimeCell(
    String process, String task, String role, @Nullable String variation, TimeCategory category) {

  /** By process, task, role, variation and category. */
  public static final Comparator<TimeCell> ORDER =
      Comparator.comparing(TimeCell::process)
          .thenComparing(TimeCell::task)
          .thenComparing(TimeCell::role)
          .thenComparing((TimeCell c) -> c.variation() == null ? "" : c.variation())
          .thenComparing(TimeCell::category);
}
