package org.homeward.quantity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mondays to Fridays that are not bank holidays of England and Wales, counted by table from 1980 to
 * 2120.
 */
public final class WorkingDays {

  private static final int FIRST = (int) LocalDate.of(1980, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2120, 1, 1).toEpochDay();

  /** How many working days there are from the first day up to and with each day. */
  private final int[] countUpTo = new int[LAST - FIRST];

  /** The day of each working day, by its number from 1. */
  private final int[] dayOf = new int[LAST - FIRST];

  public WorkingDays(Collection<LocalDate> bankHolidays) {
    Set<Integer> holidays =
        bankHolidays.stream()
            .map(d -> (int) d.toEpochDay())
            .collect(Collectors.toCollection(HashSet::new));
    int count = 0;
    for (int day = FIRST; day < LAST; day++) {
      // Epoch day 0 was a Thursday.
      int dayOfWeek = Math.floorMod(day + DayOfWeek.THURSDAY.ordinal(), 7);
      if (dayOfWeek < DayOfWeek.SATURDAY.ordinal() && !holidays.contains(day)) {
        dayOf[++count] = day;
      }
      countUpTo[day - FIRST] = count;
    }
  }

  /**
   * The last of so many working days counted from the day after the start.
   *
   * @throws IllegalArgumentException for days outside 1980 to 2119
   */
  public int plus(int day, int workingDays) {
    int number = day < FIRST || day >= LAST ? 0 : countUpTo[day - FIRST] + workingDays;
    if (number < 1 || number >= dayOf.length || dayOf[number] == 0) {
      throw new IllegalArgumentException(
          "Working days are known from 1980 to 2119, but were asked for on "
              + LocalDate.ofEpochDay(day)
              + ".");
    }
    return dayOf[number];
  }
}
