package org.homeward.returns;

import java.time.LocalDate;
import java.util.BitSet;
import org.homeward.quantity.DateSpan;

/** Which returns of one authority are held. A return is named by the year in which it ends. */
public final class ReturnYears {

  /** Returns of other years are refused. */
  public static final int FIRST = 1992;

  public static final int LAST = 2099;

  private static final int DAYS_OF_400_YEARS = 146_097;

  private static final int[] STARTS = new int[LAST - FIRST + 2];

  static {
    for (int year = FIRST; year <= LAST + 1; year++) {
      STARTS[year - FIRST] = (int) LocalDate.of(year - 1, 4, 1).toEpochDay();
    }
  }

  private final BitSet held = new BitSet();
  private int first = LAST + 1;
  private int last = FIRST - 1;

  void add(int year) {
    held.set(year);
    first = Math.min(first, year);
    last = Math.max(last, year);
  }

  boolean isHeld(int year) {
    return held.get(year);
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** The return after one that is held, among those that are; 0 for none. */
  int after(int year) {
    return Math.max(0, held.nextSetBit(year + 1));
  }

  DateSpan span() {
    return isEmpty() ? new DateSpan(0, 0) : new DateSpan(start(first()), end(last()));
  }

  /** The span of the latest of these years, one after another, that are all held by others too. */
  DateSpan latestRunWithin(ReturnYears others) {
    BitSet both = (BitSet) held.clone();
    both.and(others.held);
    if (both.isEmpty()) {
      return new DateSpan(0, 0);
    }
    int last = both.length() - 1;
    int first = both.previousClearBit(last) + 1;
    return new DateSpan(start(first), end(last));
  }

  /** 1 April on which the year of a return starts. */
  public static int start(int year) {
    return STARTS[year - FIRST];
  }

  /** 1 April after it. */
  public static int end(int year) {
    return STARTS[year - FIRST + 1];
  }

  /** The return in whose year a day falls; the first or last possible for days beyond. */
  public static int of(int day) {
    int guess = FIRST + (int) Math.floorDiv((day - STARTS[0]) * 400L, DAYS_OF_400_YEARS);
    int year = Math.min(LAST, Math.max(FIRST, guess));
    while (year < LAST && end(year) <= day) {
      year++;
    }
    while (year > FIRST && start(year) > day) {
      year--;
    }
    return year;
  }
}
