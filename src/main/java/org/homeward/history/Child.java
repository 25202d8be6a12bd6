package org.homeward.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.quantity.CalendarDays;

/** A child as costs need to know one: day of birth and needs. No name, no number. */
public record Child(LocalDate birth, Set<Need> needs) {

  public Child {
    needs =
        Collections.unmodifiableSet(
            needs.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(needs));
  }

  /** Birth as an epoch day. */
  public int birthDay() {
    return (int) birth.toEpochDay();
  }

  /** The epoch day on which the child reaches an age; the age holds from the start of that day. */
  public int reaches(int age) {
    return CalendarDays.birthday(birthDay(), age);
  }

  /** Age in whole years on an epoch day. */
  public int ageOn(int day) {
    return CalendarDays.age(birthDay(), day);
  }
}
