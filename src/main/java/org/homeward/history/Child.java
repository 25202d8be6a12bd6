package org.homeward.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.quantity.CalendarDays;

/** A child as costs need to know one: day of birth and needs. No name, no number. */
public record Child(LocalDate birth, Set<Need> needs) {

  public Child {
    needs = Collections.unmodifiableSet(needs.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(needs));
  }

  /** The epoch day on which the child reaches an age; the age holds from the start of that day. */
  public int reaches(int age) {
    return CalendarDays.birthday((int) birth.toEpochDay(), age);
  }

  /** Age in whole years on an epoch day. */
  public int ageOn(int day) {
    int age = LocalDate.ofEpochDay(day).getYear() - birth.getYear();
    return reaches(age) <= day ? age : age - 1;
  }
}
