package org.homeward.cohort;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;

/**
 * How costs are grouped: axes, and the number that each combination of their values has. The last
 * axis counts fastest, so that numbers are in the order of the axes.
 */
final class Grouping {

  private final DateSpan window;
  private final AgeBands ages;
  private final List<Axis> axes;
  private final long[] strideOfAxis;
  private final long[] strideOfDimension = new long[Dimension.values().length];

  /** First days of the financial years that the window touches, and of the year after them. */
  private final int[] yearStarts;

  /** The same of calendar months. */
  private final int[] monthStarts;

  /**
   * @throws IllegalArgumentException if a dimension stands twice, or there are more combinations
   *     than a number can tell apart
   */
  Grouping(DateSpan window, AgeBands ages, List<Axis> axes) {
    this.window = window;
    this.ages = ages;
    this.axes = List.copyOf(axes);
    strideOfAxis = new long[axes.size()];
    long stride = 1;
    for (int a = axes.size() - 1; a >= 0; a--) {
      int dimension = axes.get(a).dimension().ordinal();
      if (strideOfDimension[dimension] != 0) {
        throw new IllegalArgumentException(axes.get(a).dimension().code() + " is asked for twice.");
      }
      strideOfAxis[a] = stride;
      strideOfDimension[dimension] = stride;
      stride = Math.multiplyExact(stride, axes.get(a).values().size());
    }
    yearStarts = yearStarts(window);
    monthStarts = monthStarts(window);
  }

  private static int[] monthStarts(DateSpan window) {
    List<YearMonth> months = calendarMonths(window);
    int[] starts = new int[months.size() + 1];
    for (int i = 0; i < months.size(); i++) {
      starts[i] = (int) months.get(i).atDay(1).toEpochDay();
    }
    starts[months.size()] = (int) months.get(months.size() - 1).plusMonths(1).atDay(1).toEpochDay();
    return starts;
  }

  /** The calendar months that a window touches. */
  static List<YearMonth> calendarMonths(DateSpan window) {
    YearMonth last = YearMonth.from(LocalDate.ofEpochDay(window.toDay() - 1L));
    return Stream.iterate(
            YearMonth.from(window.from()), m -> !m.isAfter(last), m -> m.plusMonths(1))
        .toList();
  }

  private static int[] yearStarts(DateSpan window) {
    List<FinancialYear> years = years(window);
    int[] starts = new int[years.size() + 1];
    for (int i = 0; i < years.size(); i++) {
      starts[i] = years.get(i).span().fromDay();
    }
    starts[years.size()] = years.get(years.size() - 1).span().toDay();
    return starts;
  }

  /** The financial years that a window touches. */
  static List<FinancialYear> years(DateSpan window) {
    FinancialYear first = FinancialYear.of(window.from());
    FinancialYear last = FinancialYear.of(LocalDate.ofEpochDay(window.toDay() - 1L));
    return java.util.stream.IntStream.rangeClosed(first.startYear(), last.startYear())
        .mapToObj(FinancialYear::new)
        .toList();
  }

  DateSpan window() {
    return window;
  }

  AgeBands ages() {
    return ages;
  }

  List<Axis> axes() {
    return axes;
  }

  /** By how much the number grows from one value of a dimension to the next; 0 if it is no axis. */
  long stride(Dimension dimension) {
    return strideOfDimension[dimension.ordinal()];
  }

  /** What a value of a dimension adds to the number of a combination. */
  long part(Dimension dimension, int value) {
    return strideOfDimension[dimension.ordinal()] * value;
  }

  /** The place of the value on an axis that a combination has. */
  int valueOn(int axis, long number) {
    return (int) (number / strideOfAxis[axis] % axes.get(axis).values().size());
  }

  int size(Dimension dimension) {
    for (Axis axis : axes) {
      if (axis.dimension() == dimension) {
        return axis.values().size();
      }
    }
    return 0;
  }

  /** The place of the financial year among those of the window, for a day in it. */
  int yearOf(int day) {
    int year = Math.min((day - yearStarts[0]) / 365, yearStarts.length - 2);
    while (yearStarts[year] > day) {
      year--;
    }
    return year;
  }

  /** The first day after the year at a place. */
  int yearEnd(int year) {
    return yearStarts[year + 1];
  }

  /** The place of the calendar month among those of the window, for a day in it. */
  int calendarMonthOf(int day) {
    int month = Math.min((day - monthStarts[0]) / 28, monthStarts.length - 2);
    while (monthStarts[month] > day) {
      month--;
    }
    return month;
  }

  /** The first day after the calendar month at a place. */
  int calendarMonthEnd(int month) {
    return monthStarts[month + 1];
  }
}
