package org.homeward.timeuse;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.quantity.Minutes;

/** A cell for which the methods that asked about it do not agree. */
public record MethodDisagreement(TimeCell cell, Map<Method, Minutes> means) {

  public MethodDisagreement {
    means = Collections.unmodifiableMap(new TreeMap<>(means));
  }

  /**
   * For instance {@code review/invite, administrator, indirect: focus-group 40 min, online-survey
   * 75 min}.
   */
  @Override
  public String toString() {
    String figures =
        means.entrySet().stream()
            .map(m -> m.getKey().code() + " " + m.getValue())
            .collect(Collectors.joining(", "));
    return cell.process()
        + "/"
        + cell.task()
        + ", "
        + cell.role()
        + ", "
        + cell.category().code()
        + ": "
        + figures;
  }
}
