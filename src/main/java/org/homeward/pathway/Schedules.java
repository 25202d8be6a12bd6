package org.homeward.pathway;

import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.costbook.ProcessCase;
import org.homeward.history.EventType;
import org.homeward.history.HistoryColumns;
import org.homeward.process.Trigger;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The processes that happen on a schedule: which schedules run, when each is due next, and what is
 * recorded in place of it.
 */
final class Schedules {

  /** A day that every month has. */
  private static final int EVERY_MONTH = 28;

  private final Entries entries;
  private final CurrentCase current;
  private final WorkingDays workingDays;

  /** The steps of each schedule, by its place in the book; the last goes on again and again. */
  private final Trigger.Step[][] steps;

  /** Every so many months each goes on in the end; 0 where it goes on otherwise. */
  private final int[] everyMonths;

  /** The occurrence of each from which it does; the greatest number there is where never. */
  private final int[] evenFrom;

  private final @Nullable EventType[] recordedBy;

  // By type of event: bits of the schedules that it starts, ends, or records.
  private final long[] startedBy = new long[EventType.values().length];
  private final long[] endedBy = new long[EventType.values().length];
  private final long[] recordsOf = new long[EventType.values().length];

  /** Bits of the types of event that have anything to do with a schedule. */
  private long concerning;

  /** Bits of the scheduled processes, by their place in the book. */
  private long bits;

  /**
   * Bits of the schedules that run, and for each since when, until its next date, and its number.
   */
  private long running;

  private final int[] since;
  private final int[] next;
  private final int[] number;

  /** No schedule is due before this day. */
  private int nextDue;

  /** Bits of the schedules of which the history has records, and on which days they stand. */
  private long recorded;

  private int recordsFrom;
  private int recordsTo;

  Schedules(CompiledBook book, Entries entries, CurrentCase current) {
    this.entries = entries;
    this.current = current;
    workingDays = book.book().workingDays();
    CompiledProcess[] processes = book.onSchedule();
    steps = new Trigger.Step[processes.length][];
    everyMonths = new int[processes.length];
    evenFrom = new int[processes.length];
    recordedBy = new EventType[processes.length];
    for (int s = 0; s < processes.length; s++) {
      Trigger.OnSchedule schedule = (Trigger.OnSchedule) processes[s].graph().trigger();
      steps[s] = schedule.allSteps().toArray(Trigger.Step[]::new);
      Trigger.Step then = schedule.then();
      boolean even = then.unit() == Trigger.Step.Unit.MONTHS;
      everyMonths[s] = even ? then.count() : 0;
      evenFrom[s] = even ? steps[s].length - 1 : Integer.MAX_VALUE;
      bits |= 1L << processes[s].place();
      startedBy[schedule.from().ordinal()] |= 1L << s;
      for (EventType type : schedule.until()) {
        endedBy[type.ordinal()] |= 1L << s;
      }
      EventType by = schedule.recordedBy();
      recordedBy[s] = by;
      if (by != null) {
        recordsOf[by.ordinal()] |= 1L << s;
      }
    }
    for (int t = 0; t < startedBy.length; t++) {
      concerning |= (startedBy[t] | endedBy[t] | recordsOf[t]) != 0 ? 1L << t : 0;
    }
    since = new int[processes.length];
    next = new int[processes.length];
    number = new int[processes.length];
  }

  void begin(HistoryColumns history) {
    running = 0;
    nextDue = Integer.MAX_VALUE;
    recordsFrom = history.recordsFrom();
    recordsTo = history.recordsTo();
    recorded = 0;
    for (int s = 0; s < recordedBy.length; s++) {
      EventType by = recordedBy[s];
      if (by != null && history.has(by)) {
        recorded |= 1L << s;
      }
    }
  }

  /** Whether an event of a type has anything to do with a schedule. */
  boolean concerns(EventType type) {
    return (concerning & 1L << type.ordinal()) != 0;
  }

  /** Lets an event record that schedules were kept, end them and start them. */
  void happen(EventType type, int day, @Nullable FeeTerm fee) {
    keep(day, fee);
    record(type, day, fee);
    long starting = startedBy[type.ordinal()];
    running = (running & ~endedBy[type.ordinal()]) | starting;
    for (long left = starting; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      since[s] = day;
      number[s] = 1;
      goOn(s, day);
    }
  }

  /** Whether a fee pays for a scheduled process. */
  boolean paidBy(@Nullable FeeTerm fee) {
    return fee != null && paidBy(fee.includes());
  }

  /** Whether a scheduled process is among these, by bits. */
  boolean paidBy(long includes) {
    return (includes & bits) != 0;
  }

  private void goOn(int s, int day) {
    next[s] = step(s).after(day, workingDays);
    nextDue = Math.min(nextDue, next[s]);
  }

  /** The step that leads to the next occurrence of a schedule. */
  private Trigger.Step step(int s) {
    return steps[s][Math.min(number[s] - 1, steps[s].length - 1)];
  }

  /** Lets the schedules occur that an event records; each goes on from there. */
  private void record(EventType type, int day, @Nullable FeeTerm fee) {
    for (long left = recordsOf[type.ordinal()] & running; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      if (day >= since[s] && standsInRecords(s, day)) {
        occur(s, day, fee);
        goOn(s, day);
      }
    }
  }

  /** Whether the records say what was done of a schedule on a day. */
  private boolean standsInRecords(int s, int day) {
    return (recorded & 1L << s) != 0 && recordsFrom <= day && day < recordsTo;
  }

  /** Lets every schedule occur that is due before the day. */
  void keep(int day, @Nullable FeeTerm fee) {
    if (nextDue >= day) {
      return;
    }
    nextDue = Integer.MAX_VALUE;
    boolean paid = paidBy(fee) || entries.hasCovers();
    for (long left = running; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      keep(s, day, fee, paid);
      nextDue = Math.min(nextDue, next[s]);
    }
  }

  /**
   * @param paid whether anything may be paid for by a fee or a one-off cost
   */
  private void keep(int s, int day, @Nullable FeeTerm fee, boolean paid) {
    ProcessCase process = current.kind().scheduled().at(s);
    int due = next[s];
    while (due < day) {
      if (!paid && isSteady(s, process) && entries.inWindow(due, day)) {
        due = occurSteadily(s, process, due, day);
      } else {
        if (!standsInRecords(s, due)) {
          occur(s, due, fee);
        }
        due = step(s).after(due, workingDays);
      }
    }
    next[s] = due;
  }

  private void occur(int s, int day, @Nullable FeeTerm fee) {
    int occurrence = number[s]++;
    ProcessCase process = current.kind().scheduled().at(s);
    if (entries.inWindow(day) && process.possible()) {
      PricedProcess priced = current.at(process, day, occurrence);
      if (priced != null) {
        entries.occurrence(priced, day, fee);
      }
    }
  }

  /** Whether from here on all that is due of a schedule happens in the same way, in even months. */
  private boolean isSteady(int s, ProcessCase process) {
    return number[s] >= evenFrom[s]
        && number[s] >= process.steadyFrom()
        && (recorded & 1L << s) == 0;
  }

  /**
   * Writes together all that is due of a {@linkplain #isSteady steady} schedule before a day.
   *
   * @return when it is due next
   */
  private int occurSteadily(int s, ProcessCase process, int due, int day) {
    int months = everyMonths[s];
    int count = 0;
    int next = due;
    if (CalendarDays.dayOfMonth(due) <= EVERY_MONTH) {
      count = CalendarDays.monthsBetween(due, day - 1) / months + 1;
      next = CalendarDays.plusMonths(due, count * months);
    } else { // each counts from the one before, which may have been cut short
      for (; next < day; next = CalendarDays.plusMonths(next, months)) {
        count++;
      }
    }
    PricedProcess priced = process.at(current.numbers(number[s]));
    if (priced != null) {
      entries.occurrences(priced, due, months, count);
    }
    number[s] += count;
    return next;
  }
}
