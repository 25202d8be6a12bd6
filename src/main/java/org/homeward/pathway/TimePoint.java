package org.homeward.pathway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.history.Child;
import org.homeward.quantity.CalendarDays;

/** A point in time of a template: so long after the start, at an age, or at the horizon. */
public sealed interface TimePoint
    permits TimePoint.AfterStart, TimePoint.AtAge, TimePoint.AtHorizon {

  /** The epoch day for a child, a start and a horizon; may lie outside them. */
  int day(Child child, int start, int horizon);

  /** Calendar months and days after the start. */
  record AfterStart(int months, int days) implements TimePoint {
    @Override
    public int day(Child child, int start, int horizon) {
      return CalendarDays.plusMonths(start, months) + days;
    }

    @Override
    public String toString() {
      if (months == 0 && days == 0) {
        return "0";
      }
      return ((months == 0 ? "" : months + " months ") + (days == 0 ? "" : days + " days")).strip();
    }
  }

  /** The day on which the child reaches an age. */
  record AtAge(int age) implements TimePoint {
    @Override
    public int day(Child child, int start, int horizon) {
      return child.reaches(age);
    }

    @Override
    public String toString() {
      return "age " + age;
    }
  }

  /** The end of what is costed. */
  record AtHorizon() implements TimePoint {
    @Override
    public int day(Child child, int start, int horizon) {
      return horizon;
    }

    @Override
    public String toString() {
      return "horizon";
    }
  }

  Pattern FORM = Pattern.compile("(?:(\\d{1,3}) months?)?\\s*(?:(\\d{1,4}) days?)?");

  /**
   * Reads {@code 0}, {@code 14 months}, {@code 10 days}, {@code 2 months 10 days}, {@code age 16}
   * and {@code horizon}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static TimePoint parse(String text) {
    String plain = text.trim();
    if (plain.equals("horizon")) {
      return new AtHorizon();
    }
    if (plain.equals("0")) {
      return new AfterStart(0, 0);
    }
    if (plain.matches("age \\d{1,2}")) {
      return new AtAge(Integer.parseInt(plain.substring(4)));
    }
    Matcher m = FORM.matcher(plain);
    if (!plain.isEmpty() && m.matches()) {
      return new AfterStart(number(m.group(1)), number(m.group(2)));
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not a point in time such as 0, 14 months, 10 days, age 16 or horizon.");
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
