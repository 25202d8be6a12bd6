package org.homeward.quantity;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Calendar arithmetic on epoch days, by table: a walk over a nation's histories adds months
 * millions of times. Agrees with {@link LocalDate} on every day.
 */
public final class CalendarDays {

  private static final int FIRST_YEAR = 1900;
  private static final int YEARS = 300;
  private static final int BASE = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final int[] MONTH_START = new int[YEARS * 12 + 1];
  private static final short[] MONTH_OF_DAY;

  static {
    for (int m = 0; m <= YEARS * 12; m++) {
      MONTH_START[m] = (int) LocalDate.of(FIRST_YEAR + m / 12, m % 12 + 1, 1).toEpochDay();
    }
    MONTH_OF_DAY = new short[MONTH_START[YEARS * 12] - BASE];
    for (int m = 0; m < YEARS * 12; m++) {
      Arrays.fill(MONTH_OF_DAY, MONTH_START[m] - BASE, MONTH_START[m + 1] - BASE, (short) m);
    }
  }

  private CalendarDays() {}

  /**
   * The day so many calendar months later; the last of the month where the day does not exist, as
   * 31 January + 1 month.
   *
   * @throws IllegalArgumentException for days outside the years 1900 to 2199
   */
  public static int plusMonths(int day, int months) {
    int month = monthOf(day);
    int target = month + months;
    if (target < 0 || target >= YEARS * 12) {
      throw outside(LocalDate.ofEpochDay(day).plusMonths(months));
    }
    return Math.min(MONTH_START[target] + day - MONTH_START[month], MONTH_START[target + 1] - 1);
  }

  /**
   * Whole calendar months from one day to a later one: the most that can be added without passing
   * it.
   */
  public static int monthsBetween(int from, int to) {
    int months = monthOf(to) - monthOf(from);
    return plusMonths(from, months) > to ? months - 1 : months;
  }

  /** The first day of the calendar month after the one that the day is in. */
  public static int nextMonth(int day) {
    return MONTH_START[monthOf(day) + 1];
  }

  /**
   * The day on which a person born then reaches an age: 1 March in common years for 29 February
   * (method, section 2).
   */
  public static int birthday(int birthDay, int age) {
    int month = monthOf(birthDay);
    int target = month + 12 * age;
    if (target < 0 || target >= YEARS * 12) {
      throw outside(LocalDate.ofEpochDay(birthDay).plusYears(age));
    }
    return MONTH_START[target] + birthDay - MONTH_START[month];
  }

  /** Age in whole years on a day. */
  public static int age(int birthDay, int day) {
    int age = Math.floorDiv(monthsBetween(birthDay, day), 12);
    return birthday(birthDay, age) <= day ? age : age - 1;
  }

  /** The day of its month, from 1. */
  public static int dayOfMonth(int day) {
    return day - MONTH_START[monthOf(day)] + 1;
  }

  private static int monthOf(int day) {
    int offset = day - BASE;
    if (offset < 0 || offset >= MONTH_OF_DAY.length) {
      throw outside(LocalDate.ofEpochDay(day));
    }
    return MONTH_OF_DAY[offset];
  }

  private static IllegalArgumentException outside(LocalDate day) {
    return new IllegalArgumentException(
        "Dates must be in the years 1900 to 2199, but one was " + day + ".");
  }
}
