package org.homeward.quantity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;

/** Mondays to Fridays that are not bank holidays of England and Wales. */
public final class WorkingDays {

  private final int[] holidays;

  public WorkingDays(Collection<LocalDate> bankHolidays) {
    holidays =
        bankHolidays.stream().mapToInt(d -> (int) d.toEpochDay()).sorted().distinct().toArray();
  }

  /** The last of so many working days counted from the day after the start. */
  public int plus(int day, int workingDays) {
    int left = workingDays;
    int d = day;
    while (left > 0) {
      d++;
      // Epoch day 0 was a Thursday.
      int dayOfWeek = Math.floorMod(d + DayOfWeek.THURSDAY.ordinal(), 7);
      if (dayOfWeek < DayOfWeek.SATURDAY.ordinal() && Arrays.binarySearch(holidays, d) < 0) {
        left--;
      }
    }
    return d;
  }
}
