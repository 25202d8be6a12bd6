package org.homeward.cohort;

import org.homeward.quantity.CalendarDays;

/**
 * What the axes of time – financial year, calendar month, age, months since entry – say of a day of
 * a child, and the first day of which they say something else.
 */
final class TimeAxes {

  private final Grouping grouping;
  private final long yearStride;
  private final long calendarMonthStride;
  private final long ageStride;
  private final long monthStride;
  private final int ageUnknown;
  private final int lastMonth;
  private final int monthUnknown;
  private final int[] bandFrom;
  private long number;
  private int end;

  TimeAxes(Grouping grouping) {
    this.grouping = grouping;
    yearStride = grouping.stride(Dimension.YEAR);
    calendarMonthStride = grouping.stride(Dimension.CALENDAR_MONTH);
    ageStride = grouping.stride(Dimension.AGE);
    monthStride = grouping.stride(Dimension.MONTH);
    ageUnknown = grouping.size(Dimension.AGE) - 1;
    monthUnknown = grouping.size(Dimension.MONTH) - 1;
    lastMonth = monthUnknown - 1;
    bandFrom = grouping.ages().from().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Looks at a day. */
  void enter(int day, ChildFacts child) {
    number = 0;
    end = Integer.MAX_VALUE;
    if (yearStride != 0) {
      int year = grouping.yearOf(day);
      number += year * yearStride;
      end = grouping.yearEnd(year);
    }
    if (calendarMonthStride != 0) {
      int month = grouping.calendarMonthOf(day);
      number += month * calendarMonthStride;
      end = Math.min(end, grouping.calendarMonthEnd(month));
    }
    if (ageStride != 0) {
      enterAge(day, child.birthDay());
    }
    if (monthStride != 0) {
      enterMonth(day, child.entryDay());
    }
  }

  /** What the day adds to the number of a group. */
  long number() {
    return number;
  }

  /** The first day after it that adds something else. */
  int end() {
    return end;
  }

  private void enterAge(int day, int birthDay) {
    if (birthDay == ChildFacts.NO_DAY) {
      number += ageUnknown * ageStride;
      return;
    }
    int band = 0;
    int bandEnd = bandEnd(band, birthDay);
    while (day >= bandEnd) {
      band++;
      bandEnd = bandEnd(band, birthDay);
    }
    number += band * ageStride;
    end = Math.min(end, bandEnd);
  }

  private int bandEnd(int band, int birthDay) {
    return band + 1 == bandFrom.length
        ? Integer.MAX_VALUE
        : CalendarDays.birthday(birthDay, bandFrom[band + 1]);
  }

  private void enterMonth(int day, int entry) {
    if (entry == ChildFacts.NO_DAY) {
      number += monthUnknown * monthStride;
      return;
    }
    int month = day <= entry ? 0 : Math.min(CalendarDays.monthsBetween(entry, day), lastMonth);
    number += month * monthStride;
    if (month < lastMonth) {
      end = Math.min(end, CalendarDays.plusMonths(entry, month + 1));
    }
  }
}
