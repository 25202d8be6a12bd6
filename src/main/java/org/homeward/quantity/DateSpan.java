package org.homeward.quantity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a half-open interval {@code [from, to)}, as epoch days: the night of a move belongs
 * to the new placement (method, section 2). May be empty.
 */
public record DateSpan(int fromDay, int toDay) {

  /**
   * @throws IllegalArgumentException if the span ends before it starts
   */
  public DateSpan {
    if (toDay < fromDay) {
      throw new IllegalArgumentException(
          "A span must not end before it starts, but was "
              + LocalDate.ofEpochDay(fromDay)
              + " to "
              + LocalDate.ofEpochDay(toDay)
              + ".");
    }
  }

  public static DateSpan of(LocalDate from, LocalDate to) {
    return new DateSpan(Math.toIntExact(from.toEpochDay()), Math.toIntExact(to.toEpochDay()));
  }

  public LocalDate from() {
    return LocalDate.ofEpochDay(fromDay);
  }

  public LocalDate to() {
    return LocalDate.ofEpochDay(toDay);
  }

  public int days() {
    return toDay - fromDay;
  }

  public boolean isEmpty() {
    return fromDay == toDay;
  }

  public boolean contains(int day) {
    return fromDay <= day && day < toDay;
  }

  /** The days that both have, or null if there is none. */
  public @Nullable DateSpan intersection(DateSpan other) {
    int from = Math.max(fromDay, other.fromDay);
    int to = Math.min(toDay, other.toDay);
    return from < to ? new DateSpan(from, to) : null;
  }

  @Override
  public String toString() {
    return from() + "/" + to();
  }
}
