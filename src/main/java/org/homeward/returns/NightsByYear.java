package org.homeward.returns;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The nights of one year, from the rows as submitted to the histories.
 *
 * @param claimed by the rows, each within the year of its return
 * @param added by repairs, by rule
 * @param leftOut with the reason
 * @param costed in the histories, short breaks among them
 */
public record NightsByYear(
    long claimed, Map<Rule, Long> added, Map<Rule, Long> leftOut, long costed) {

  public NightsByYear {
    added = copy(added);
    leftOut = copy(leftOut);
  }

  private static Map<Rule, Long> copy(Map<Rule, Long> nights) {
    Map<Rule, Long> copy = new EnumMap<>(Rule.class);
    copy.putAll(nights);
    return Collections.unmodifiableMap(copy);
  }

  /** Whether what came in and was added is what is costed and left out. */
  public boolean agrees() {
    return claimed + sum(added) == costed + sum(leftOut);
  }

  private static long sum(Map<Rule, Long> nights) {
    return nights.values().stream().mapToLong(Long::longValue).sum();
  }
}
