package org.homeward.cohort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the fees of one child from day to day; days are asked for in order. */
final class FeesOfChild {

  private List<ChildFee> fees = List.of();
  private int next;

  void begin(List<ChildFee> ofChild) {
    fees = ofChild;
    next = 0;
  }

  boolean isEmpty() {
    return fees.isEmpty();
  }

  /** The fee on a day, or null where the table's holds. */
  @Nullable ChildFee on(int day) {
    skipTo(day);
    return next < fees.size() && fees.get(next).span().fromDay() <= day ? fees.get(next) : null;
  }

  /** The first day after a day on which another fee holds, or none does. */
  int until(int day) {
    skipTo(day);
    if (next == fees.size()) {
      return Integer.MAX_VALUE;
    }
    int from = fees.get(next).span().fromDay();
    return from <= day ? fees.get(next).span().toDay() : from;
  }

  private void skipTo(int day) {
    while (next < fees.size() && fees.get(next).span().toDay() <= day) {
      next++;
    }
  }
}
