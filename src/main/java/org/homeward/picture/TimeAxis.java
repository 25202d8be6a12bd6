package org.homeward.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Marks along the months of a pathway, each with the child's age.
 *
 * @param months how many there are
 * @param age of the child at the start, in months
 * @param step months from mark to mark
 */
record TimeAxis(int months, int age, int step) {

  private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 36, 48, 60, 120};

  static TimeAxis of(int months, int age, int mostMarks) {
    for (int step : STEPS) {
      if (months <= step * mostMarks) {
        return new TimeAxis(months, age, step);
      }
    }
    return new TimeAxis(months, age, 240);
  }

  List<Integer> marks() {
    return IntStream.rangeClosed(0, months / step).map(i -> i * step).boxed().toList();
  }

  /** {@code 4}, or between birthdays {@code 4y 6m}. */
  String age(int month) {
    int at = age + month;
    return at % 12 == 0 ? Integer.toString(at / 12) : at / 12 + "y " + at % 12 + "m";
  }

  /** Where the end of a month lies on a length of so many pixels. */
  int at(int month, int length) {
    return (int) Math.round((double) month * length / Math.max(1, months));
  }
}
