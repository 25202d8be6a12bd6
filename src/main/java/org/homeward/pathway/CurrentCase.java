package org.homeward.pathway;

import java.util.Arrays;
import org.homeward.costbook.CaseKind;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.PricedProcess;
import org.homeward.costbook.ProcessCase;
import org.homeward.process.CaseNumbers;
import org.homeward.quantity.CalendarDays;
import org.jspecify.annotations.Nullable;

/**
 * Where the child is in a walk, and the numbers of the case there: placement sequence, recent
 * placements, months in the placement, age.
 */
final class CurrentCase {

  private int birthDay;
  private CaseKind kind;

  private int placementStart;

  /** Sequence and recent placements, as numbers of a case. */
  private long placementNumbers;

  /** The days on which the placements of the period of care began; their number is the sequence. */
  private int[] starts = new int[16];

  private int startCount;

  // The age that was asked for last, and the birthdays that it lies between.
  private int age;
  private int ageFrom;
  private int ageTo;

  CurrentCase(CompiledBook book) {
    kind = book.cases(0, 0);
  }

  void begin(int birthDay) {
    this.birthDay = birthDay;
    placementStart = 0;
    placementNumbers = 0;
    startCount = 0;
    ageFrom = Integer.MAX_VALUE;
    ageTo = Integer.MIN_VALUE;
  }

  /** Goes on to a leg. */
  void enter(
      CaseKind kind, int day, boolean newPlacement, boolean lookedAfter, boolean startsCare) {
    this.kind = kind;
    if (startsCare) {
      startCount = 0;
    }
    if (newPlacement) {
      placementStart = day;
      if (lookedAfter) {
        remember(day);
      }
    }
    int recent = kind.asksRecent() ? recent() : 0;
    placementNumbers = CaseNumbers.ofPlacements(startCount, recent);
  }

  private void remember(int start) {
    if (startCount == starts.length) {
      starts = Arrays.copyOf(starts, 2 * startCount);
    }
    starts[startCount++] = start;
  }

  /** The placements begun in the 12 months before the last that began. */
  private int recent() {
    int last = startCount - 1;
    if (last < 0) {
      return 0;
    }
    int yearAgo = CalendarDays.plusMonths(starts[last], -12);
    int recent = 0;
    for (int i = last - 1; i >= 0 && starts[i] >= yearAgo; i--) {
      recent++;
    }
    return recent;
  }

  CaseKind kind() {
    return kind;
  }

  int placementStart() {
    return placementStart;
  }

  long placementNumbers() {
    return placementNumbers;
  }

  int birthDay() {
    return birthDay;
  }

  /** The numbers of the case at an occurrence, without months and age. */
  long numbers(int occurrence) {
    return CaseNumbers.with(placementNumbers, 0, 0, occurrence);
  }

  /** A process at its price on a day, or null where it does not happen. */
  @Nullable PricedProcess at(ProcessCase process, int day, int occurrence) {
    int months = process.asksMonths() ? monthsOn(day) : 0;
    int age = process.asksAge() ? ageOn(day) : 0;
    return process.at(CaseNumbers.with(placementNumbers, months, age, occurrence));
  }

  private int monthsOn(int day) {
    return day <= placementStart ? 0 : CalendarDays.monthsBetween(placementStart, day);
  }

  /** Kept from one birthday to the next, since a walk asks for days close to each other. */
  private int ageOn(int day) {
    if (day < ageFrom || day >= ageTo) {
      age = Math.floorDiv(CalendarDays.monthsBetween(birthDay, day), 12);
      if (CalendarDays.birthday(birthDay, age) > day) {
        age--;
      }
      ageFrom = CalendarDays.birthday(birthDay, age);
      ageTo = CalendarDays.birthday(birthDay, age + 1);
    }
    return age;
  }
}
