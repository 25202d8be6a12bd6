package org.homeward.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.history.EventType;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WorkingDays;
import org.jspecify.annotations.Nullable;

/** When a process happens along one child's time (method, section 4). */
public sealed interface Trigger permits Trigger.OnEvent, Trigger.OnSchedule, Trigger.Continuous {

  /** The cases in which it happens at all. */
  Condition when();

  /**
   * Once, on each of the named events.
   *
   * @param age for birthdays the age that is reached; otherwise 0
   */
  record OnEvent(Set<EventType> events, int age, Condition when) implements Trigger {
    public OnEvent {
      events = Set.copyOf(EnumSet.copyOf(events));
    }
  }

  /**
   * On dates counted from an event: the steps one after another, then the last step again and
   * again, until one of the ending events.
   *
   * @param recordedBy the event by which a history records that it was really done; such dates
   *     stand in place of those of the schedule. Null where none does
   */
  record OnSchedule(
      EventType from,
      List<Step> steps,
      Step then,
      Set<EventType> until,
      @Nullable EventType recordedBy,
      Condition when)
      implements Trigger {
    public OnSchedule {
      steps = List.copyOf(steps);
      until = Set.copyOf(until);
    }

    /** A schedule of which no dates are recorded. */
    public OnSchedule(
        EventType from, List<Step> steps, Step then, Set<EventType> until, Condition when) {
      this(from, steps, then, until, null, when);
    }

    /** With another step, by its place among {@link #allSteps}. */
    public OnSchedule withStep(int place, Step step) {
      List<Step> all = new ArrayList<>(allSteps());
      all.set(place, step);
      return new OnSchedule(
          from, all.subList(0, steps.size()), all.get(steps.size()), until, recordedBy, when);
    }

    /** The steps in order; the last goes on again and again. */
    public List<Step> allSteps() {
      return Stream.concat(steps.stream(), Stream.of(then)).toList();
    }
  }

  /** On every day on which the condition holds, at so much a week, month or year. */
  record Continuous(Rate.Per per, Condition when) implements Trigger {}

  /** A stretch of time between two dates of a schedule. */
  record Step(int count, Unit unit) {

    /**
     * What is counted: only working days know bank holidays; other dates are not moved for
     * weekends.
     */
    public enum Unit implements Coded {
      WORKING_DAYS("working-days"),
      DAYS("days"),
      WEEKS("weeks"),
      MONTHS("months");

      private final String code;

      Unit(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /**
     * @throws IllegalArgumentException if the step does not lead forward
     */
    public Step {
      if (count <= 0) {
        throw new IllegalArgumentException(
            "A step must be of at least one day, but was " + count + ".");
      }
    }

    /** The epoch day that the step leads to. */
    public int after(int day, WorkingDays workingDays) {
      return switch (unit) {
        case WORKING_DAYS -> workingDays.plus(day, count);
        case DAYS -> day + count;
        case WEEKS -> day + 7 * count;
        case MONTHS -> CalendarDays.plusMonths(day, count);
      };
    }
  }
}
