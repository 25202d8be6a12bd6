package org.homeward.timeuse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.process.TimeCategory;
import org.jspecify.annotations.Nullable;

/** The pooled estimates that a cost book uses, looked up by what they are about. */
public final class TimeUse {

  public static final TimeUse NONE = new TimeUse(List.of());

  private final Map<TimeCell, Estimate> estimates = new LinkedHashMap<>();

  public TimeUse(Collection<Estimate> estimates) {
    estimates.forEach(e -> this.estimates.put(e.cell(), e));
  }

  /** All estimates, in order of the surveys. */
  public List<Estimate> estimates() {
    return List.copyOf(estimates.values());
  }

  /** The estimate of a cell, or null where nobody was asked. */
  public @Nullable Estimate find(
      String process, String task, String role, @Nullable String variation, TimeCategory category) {
    return estimates.get(new TimeCell(process, task, role, variation, category));
  }
}
