package org.homeward.pathway;

import java.time.LocalDate;
import org.homeward.history.Child;
import org.homeward.quantity.CalendarDays;

/** Up to when a pathway is costed, exclusive: a date, a number of months, or a birthday. */
public sealed interface Horizon permits Horizon.Date, Horizon.Months, Horizon.Age {

  Horizon AGE_18 = new Age(18);

  /** The epoch day. */
  int day(Child child, int start);

  record Date(LocalDate date) implements Horizon {
    @Override
    public int day(Child child, int start) {
      return (int) date.toEpochDay();
    }
  }

  record Months(int months) implements Horizon {
    @Override
    public int day(Child child, int start) {
      return CalendarDays.plusMonths(start, months);
    }
  }

  record Age(int age) implements Horizon {
    @Override
    public int day(Child child, int start) {
      return child.reaches(age);
    }
  }

  /**
   * Reads {@code age-18}, {@code 36-months} and {@code 2031-04-01}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static Horizon parse(String text) {
    if (text.matches("age-(1[0-9]|2[0-5])")) {
      return new Age(Integer.parseInt(text.substring(4)));
    }
    if (text.matches("\\d{1,3}-months")) {
      return new Months(Integer.parseInt(text.substring(0, text.indexOf('-'))));
    }
    try {
      return new Date(LocalDate.parse(text));
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a horizon such as age-18, age-21, 36-months or 2031-04-01.", e);
    }
  }
}
