package org.homeward.quantity;

import java.time.LocalDate;

/**
 * Calendar arithmetic on epoch days, by table: a walk over a nation's histories adds months millions of times. Agrees
 * with {@link LocalDate} on every day; days outside 1940 to 2140 go through it.
 */
public final class CalendarDays {

  private static final int FIRST_YEAR = 1940;
  private static final int YEARS = 200;
  private static final int BASE = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final int[] MONTH_START = new int[YEARS * 12 + 1];
  private static final short[] MONTH_OF_DAY;

  static {
    for (int m = 0; m <= YEARS * 12; m++) {
      MONTH_START[m] = (int) LocalDate.of(FIRST_YEAR + m / 12, m % 12 + 1, 1).toEpochDay();
    }
    MONTH_OF_DAY = new short[MONTH_START[YEARS * 12] - BASE];
    for (int m = 0; m < YEARS * 12; m++) {
      java.util.Arrays.fill(MONTH_OF_DAY, MONTH_START[m] - BASE, MONTH_START[m + 1] - BASE, (short) m);
    }
  }

  private CalendarDays() {}

  /** The day so many calendar months later; the last of the month where the day does not exist, as 31 January + 1 month. */
  public static int plusMonths(int day, int months) {
    int offset = day - BASE;
    if (offset >= 0 && offset < MONTH_OF_DAY.length) {
      int month = MONTH_OF_DAY[offset];
      int target = month + months;
      if (target >= 0 && target < YEARS * 12) {
        int dayOfMonth = day - MONTH_START[month];
        return Math.min(MONTH_START[target] + dayOfMonth, MONTH_START[target + 1] - 1);
      }
    }
    return (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
  }

  /** The first day of the calendar month after the one that the day is in. */
  public static int nextMonth(int day) {
    int offset = day - BASE;
    return offset >= 0 && offset < MONTH_OF_DAY.length
        ? MONTH_START[MONTH_OF_DAY[offset] + 1]
        : (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1).toEpochDay();
  }

  /** The day on which a person born then reaches an age: 1 March in common years for 29 February (method, section 2). */
  public static int birthday(int birthDay, int age) {
    LocalDate birth = LocalDate.ofEpochDay(birthDay);
    LocalDate reached = birth.plusYears(age);
    boolean leapling = birth.getDayOfMonth() == 29 && birth.getMonthValue() == 2 && reached.getDayOfMonth() == 28;
    return (int) (leapling ? reached.plusDays(1) : reached).toEpochDay();
  }
}
