package org.homeward.picture;

import java.util.List;
import java.util.stream.LongStream;

/** Round marks on an axis of money from 0 up to at least the greatest value. */
record Axis(long step, long top) {

  private static final int MOST_MARKS = 6;

  static Axis upTo(long greatest) {
    long step = 100;
    int[] factors = {1, 2, 5};
    for (long decade = 100; ; decade *= 10) {
      for (int factor : factors) {
        step = decade * factor;
        long marks = (Math.max(1, greatest) + step - 1) / step;
        if (marks <= MOST_MARKS) {
          return new Axis(step, step * marks);
        }
      }
    }
  }

  List<Long> marks() {
    return LongStream.rangeClosed(0, top / step).mapToObj(i -> i * step).toList();
  }

  /** Where a value lies on a length of so many pixels. */
  int at(long value, int length) {
    return (int) Math.round((double) value * length / top);
  }
}
