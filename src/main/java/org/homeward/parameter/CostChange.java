package org.homeward.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.Pence;

/**
 * A cost that differs between two books.
 *
 * @param id of a process, followed by what varies it where variations apply; of a route
 * @param alone the sum of the effects that the differences have alone
 */
public record CostChange(String id, Pence before, Pence after, Pence alone) {

  public Pence difference() {
    return after.minus(before);
  }

  /** What the differences do only together. */
  public Pence together() {
    return difference().minus(alone);
  }

  /** What costs change by; only what is not zero, and what both have. */
  public static Map<String, Pence> since(Map<String, Pence> before, Map<String, Pence> after) {
    Map<String, Pence> changes = new LinkedHashMap<>();
    after.forEach(
        (id, pence) -> {
          Pence was = before.get(id);
          if (was != null && !was.equals(pence)) {
            changes.put(id, pence.minus(was));
          }
        });
    return changes;
  }

  /** The costs that both books have and that differ, beside what single differences do to them. */
  public static List<CostChange> of(
      Map<String, Pence> before, Map<String, Pence> after, List<Map<String, Pence>> effects) {
    List<CostChange> changes = new ArrayList<>();
    since(before, after)
        .forEach(
            (id, difference) -> {
              Pence was = before.getOrDefault(id, Pence.ZERO);
              Pence alone =
                  effects.stream()
                      .map(e -> e.getOrDefault(id, Pence.ZERO))
                      .reduce(Pence.ZERO, Pence::plus);
              changes.add(new CostChange(id, was, was.plus(difference), alone));
            });
    return changes;
  }
}
