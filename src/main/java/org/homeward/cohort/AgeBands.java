package org.homeward.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * Bands of whole years of age.
 *
 * @param from the ages at which a band begins, ascending; the first begins at birth
 */
public record AgeBands(List<Integer> from) {

  /** As the national statistics have them, and from 18 on. */
  public static final AgeBands NATIONAL = new AgeBands(List.of(0, 1, 5, 10, 16, 18));

  /**
   * @throws IllegalArgumentException unless the first is 0 and each is above the one before
   */
  public AgeBands {
    from = List.copyOf(from);
    for (int i = 0; i < from.size(); i++) {
      if (i == 0 ? from.get(0) != 0 : from.get(i) <= from.get(i - 1)) {
        throw new IllegalArgumentException(
            "Age bands begin at 0 and each above the one before, but were " + from + ".");
      }
    }
    if (from.isEmpty()) {
      throw new IllegalArgumentException("There is no age band.");
    }
  }

  /** For instance {@code 0}, {@code 1-4}, {@code 18+}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      int first = from.get(i);
      if (i + 1 == from.size()) {
        names.add(first + "+");
      } else {
        int last = from.get(i + 1) - 1;
        names.add(first == last ? "" + first : first + "-" + last);
      }
    }
    return names;
  }
}
