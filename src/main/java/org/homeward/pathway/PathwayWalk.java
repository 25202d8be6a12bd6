package org.homeward.pathway;

import java.util.Arrays;
import java.util.List;
import org.homeward.costbook.CaseKind;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeBands;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.ProcessCase;
import org.homeward.history.CareHistory;
import org.homeward.history.EventType;
import org.homeward.history.HistoryColumns;
import org.homeward.history.Payer;
import org.homeward.process.CaseNumbers;
import org.homeward.process.Trigger;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Walks one child's time from day to day and writes to a sink what costs money: fees, processes
 * that run over time, and processes that an event or a schedule starts.
 *
 * <p>The walk always goes through the whole history, so that sequences, schedules and rates are the
 * same whichever window is asked for; only what falls into the window is written. It keeps its
 * working state in arrays of its own and allocates nothing for a history: use one walk a thread,
 * again and again.
 */
public final class PathwayWalk {

  private static final int NONE = -1;
  private static final Cover[] NO_COVERS = {};

  private final CompiledBook book;
  private final WorkingDays workingDays;

  private final HistoryColumns own = new HistoryColumns();

  // What was asked for.
  private LedgerSink sink;
  private int windowFrom;
  private int windowTo;
  private Cover[] covers = NO_COVERS;
  private int birthDay;

  // The age that was asked for last, and the birthdays that it lies between.
  private int age;
  private int ageFrom;
  private int ageTo;

  // The months that were asked for last.
  private int months;
  private int monthsDay;

  // Where the child is.
  private CaseKind cases;

  private int sequence;
  private int placementStart;

  /** Sequence and recent placements, as numbers of a case. */
  private long placementNumbers;

  private int recent;
  private int[] placementStarts = new int[16];
  private int placementCount;
  private @Nullable FeeTerm fee;
  private int dateBand;
  private int dateBandEnd;
  private int ageBand;
  private int ageBandEnd;
  private int feeStart;

  // The extras that are paid, by their place among those that always are.
  private final @Nullable FeeTerm[] extraTerm;
  private final int[] extraStart;

  // The rates that run, by place in the book, and the schedules, by place among the scheduled.
  private final int[] rateVariant;
  private final int[] rateStart;
  private final int[] rateEnd;
  private final CompiledProcess[] scheduled;

  /** The steps of each schedule; the last goes on again and again. */
  private final Trigger.Step[][] steps;

  /** The day from which each schedule runs. */
  private final int[] scheduleFrom;

  private final int[] scheduleNext;

  /** Bits of the schedules that run. */
  private long due;

  // The event that records that a schedule was kept, or null; bits of the schedules of which the
  // history has records; and the days on which the records stand in place of the schedule.
  private final @Nullable EventType[] recordedBy;
  private long recorded;
  private int recordsFrom;
  private int recordsTo;

  /** No schedule is due before this day. */
  private int nextDue;

  // What starts on a birthday, and of which age.
  private final CompiledProcess[] onBirthday;
  private final int[] birthdayAges;

  // Bits of the schedules that an event ends or starts.
  private final long[] endedBy = new long[EventType.values().length];
  private final long[] startedBy = new long[EventType.values().length];
  private final int[] scheduleCount;

  public PathwayWalk(CompiledBook book) {
    this.book = book;
    workingDays = book.book().workingDays();
    extraTerm = new FeeTerm[book.extrasAlwaysPaid()];
    extraStart = new int[extraTerm.length];
    int rates = book.processes().size();
    rateVariant = new int[rates];
    rateStart = new int[rates];
    rateEnd = new int[rates];
    scheduled = book.onSchedule();
    steps = new Trigger.Step[scheduled.length][];
    recordedBy = new EventType[scheduled.length];
    for (int s = 0; s < scheduled.length; s++) {
      Trigger.OnSchedule schedule = (Trigger.OnSchedule) scheduled[s].graph().trigger();
      steps[s] = schedule.allSteps().toArray(Trigger.Step[]::new);
      startedBy[schedule.from().ordinal()] |= 1L << s;
      recordedBy[s] = schedule.recordedBy();
      for (EventType type : schedule.until()) {
        endedBy[type.ordinal()] |= 1L << s;
      }
    }
    onBirthday = book.startedBy(EventType.BIRTHDAY);
    birthdayAges = new int[onBirthday.length];
    for (int i = 0; i < onBirthday.length; i++) {
      birthdayAges[i] = ((Trigger.OnEvent) onBirthday[i].graph().trigger()).age();
    }
    scheduleFrom = new int[book.onSchedule().length];
    scheduleNext = new int[book.onSchedule().length];
    scheduleCount = new int[book.onSchedule().length];
    sink = NOWHERE;
    cases = book.cases(0, 0);
  }

  /** Where there is no fee, nothing is paid and no process is paid for. */
  private static final FeeTerm UNPRICED =
      new FeeTerm(
          "no fee",
          Accrual.of(Rate.of(Money.ZERO, Rate.Per.WEEK)),
          false,
          0,
          Payer.SOCIAL_CARE,
          null,
          null,
          false);

  private static final LedgerSink NOWHERE =
      new LedgerSink() {
        @Override
        public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {}

        @Override
        public void continuous(
            CompiledProcess process, int variant, int rateStart, int from, int to) {}

        @Override
        public void occurrence(CompiledProcess process, int variant, int day) {}

        @Override
        public void included(CompiledProcess process, String paidBy, int from, int to) {}
      };

  /**
   * Writes what falls into the window {@code [from, to)} of a history.
   *
   * @throws org.homeward.problem.InputException if there is no fee for a leg on one of its days
   */
  public void walk(CareHistory history, int from, int to, LedgerSink into) {
    own.set(history);
    walk(own, List.of(), List.of(), List.of(), from, to, into);
  }

  /**
   * The same for a history as columns, with fees that are stated rather than looked up.
   *
   * @param statedFees by leg, null where the fee is looked up; may be shorter than the legs
   */
  public void walk(
      HistoryColumns history,
      List<@Nullable FeeTerm> statedFees,
      int from,
      int to,
      LedgerSink into) {
    walk(history, statedFees, List.of(), List.of(), from, to, into);
  }

  /**
   * The same.
   *
   * @param namedFees by leg, those of a provider that is known by name, else null; may be shorter
   * @param costsThatInclude what one-off costs already pay for
   */
  void walk(
      HistoryColumns history,
      List<@Nullable FeeTerm> statedFees,
      List<@Nullable FeeBands> namedFees,
      List<Cover> costsThatInclude,
      int from,
      int to,
      LedgerSink into) {
    sink = into;
    windowFrom = from;
    windowTo = to;
    covers = costsThatInclude.isEmpty() ? NO_COVERS : costsThatInclude.toArray(Cover[]::new);
    birthDay = history.birthDay();
    reset();
    keepRecords(history);
    int needsBand = book.needsBand(Integer.bitCount(history.needs()));
    int nextEvent = 0;
    for (int i = 0; i < history.legs(); i++) {
      boolean careStarts = history.startsCare(i);
      boolean placementStarts = history.startsPlacement(i);
      sink.leg(i);
      enter(history, i, careStarts, placementStarts);
      FeeTerm stated = i < statedFees.size() ? statedFees.get(i) : null;
      int kind = history.kind(i);
      FeeBands named = i < namedFees.size() ? namedFees.get(i) : null;
      FeeBands bands = stated != null ? null : named != null ? named : book.fees(kind, needsBand);
      int start = history.from(i);
      int end = history.to(i);
      int day = start;
      int settled = start;
      FeeTerm running = null;
      while (day < end) {
        FeeTerm term = stated;
        int until = end;
        if (bands != null) {
          enterFeeBands(bands, day, running == null);
          term = bands.at(dateBand, ageBand);
          until = Math.min(end, Math.min(dateBandEnd, ageBandEnd));
        }
        until = nextCoverChange(day, until);
        if (term == null) {
          term = UNPRICED;
          goWithoutFee(kind, day, until);
        } else {
          payFee(i, term, day, until);
        }
        if (running == null) {
          if (careStarts) {
            happen(EventType.CARE_START, day, term);
          }
          if (placementStarts && history.lookedAfter(i)) {
            happen(EventType.PLACEMENT_START, day, term);
          }
        } else if (covers.length > 0 || includesChange(running, term)) {
          settle(settled, day, running);
          settled = day;
        }
        running = term;
        nextEvent = happen(history, nextEvent, until, term);
        day = until;
      }
      if (running != null) {
        settle(settled, end, running);
      }
      if (bands != null && bands.extras().length > 0) {
        payExtras(i, bands, start, end);
      }
      nextEvent = leave(history, i, nextEvent);
    }
  }

  /** Lets the events happen that are before a day. */
  private int happen(HistoryColumns history, int nextEvent, int until, @Nullable FeeTerm term) {
    int next = nextEvent;
    while (next < history.events() && history.eventDay(next) < until) {
      int day = history.eventDay(next);
      EventType type = history.eventType(next++);
      keepSchedules(day, term);
      record(type, day, term);
      happen(type, day, term);
    }
    return next;
  }

  private void reset() {
    ageFrom = Integer.MAX_VALUE;
    ageTo = Integer.MIN_VALUE;
    monthsDay = Integer.MIN_VALUE;
    nextDue = Integer.MAX_VALUE;
    sequence = 0;
    recent = 0;
    placementCount = 0;
    placementStart = 0;
    fee = null;
    Arrays.fill(rateEnd, NONE);
    due = 0;
  }

  private void enter(HistoryColumns history, int leg, boolean careStarts, boolean newPlacement) {
    cases = book.cases(history.kind(leg), history.needs());
    if (careStarts) {
      sequence = 0;
      placementCount = 0;
    }
    if (newPlacement) {
      placementStart = history.from(leg);
      monthsDay = Integer.MIN_VALUE;
      fee = null;
      Arrays.fill(extraTerm, null);
      if (history.lookedAfter(leg)) {
        sequence++;
        rememberPlacement();
      }
      placementNumbers = CaseNumbers.of(sequence, 0, recent, 0, 0);
    }
  }

  /** Counts the placements begun in the 12 months before this one, then adds this one to them. */
  private void rememberPlacement() {
    int yearAgo = CalendarDays.plusMonths(placementStart, -12);
    recent = 0;
    for (int i = placementCount - 1; i >= 0 && placementStarts[i] >= yearAgo; i--) {
      recent++;
    }
    if (placementCount == placementStarts.length) {
      placementStarts = Arrays.copyOf(placementStarts, 2 * placementCount);
    }
    placementStarts[placementCount++] = placementStart;
  }

  private int leave(HistoryColumns history, int leg, int nextEvent) {
    int end = history.to(leg);
    FeeTerm none = fee;
    boolean last = leg + 1 == history.legs();
    if (history.lookedAfter(leg)) {
      if (last || history.startsPlacement(leg + 1)) {
        happen(EventType.PLACEMENT_END, end, none);
      }
      if (history.endsCare(leg)) {
        happen(EventType.CARE_END, end, none);
      }
    }
    int next = nextEvent;
    int resumes = last ? Integer.MAX_VALUE : history.from(leg + 1);
    if (resumes > end) { // events in a gap, or after the last leg, find the child where it last was
      next = happen(history, next, resumes, none);
      keepSchedules(Math.min(resumes, windowTo), none);
    }
    return next;
  }

  // Fees

  /** Finds the bands of dates and of ages that a day lies in: at first, and where one ends. */
  private void enterFeeBands(FeeBands bands, int day, boolean first) {
    if (first || day >= dateBandEnd) {
      dateBand = first ? bands.dateBand(day) : dateBand + 1;
      dateBandEnd = bands.endOf(dateBand);
    }
    if (!bands.byAge()) {
      ageBand = 0;
      ageBandEnd = Integer.MAX_VALUE;
    } else if (first || day >= ageBandEnd) {
      ageBand = bands.ageBand(ageOn(day));
      int next = bands.ageAfter(ageBand);
      ageBandEnd = next == Integer.MAX_VALUE ? next : CalendarDays.birthday(birthDay, next);
    }
  }

  @SuppressWarnings(
      "ReferenceEquality") // one object a fee row: comparing its parts would be slow and say the
  // same
  private void payFee(int leg, FeeTerm term, int from, int to) {
    if (term != fee) {
      fee = term;
      feeStart = from;
    }
    int a = Math.max(from, windowFrom);
    int b = Math.min(term.once() ? onceUntil(feeStart) : to, windowTo);
    if (a < b) {
      sink.placement(leg, term, feeStart, a, b);
    }
  }

  /** Only days that are asked for have to have a fee. */
  private void goWithoutFee(int kind, int from, int to) {
    fee = null;
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.unpriced(kind, a, b, () -> book.missingFee(kind, a));
    }
  }

  /** What is paid once is paid for the first day of a placement, if it is in force then. */
  private int onceUntil(int rateStart) {
    return rateStart == placementStart ? rateStart + 1 : rateStart;
  }

  /** Pays the extras of a leg, each by its own dates and ages. */
  @SuppressWarnings("ReferenceEquality") // one object a fee row, as above
  private void payExtras(int leg, FeeBands bands, int from, int to) {
    for (int e = 0; e < bands.extras().length; e++) {
      FeeBands extra = bands.extras()[e];
      for (int day = from, until; day < to; day = until) {
        int age = ageOn(day);
        FeeTerm term = extra.on(day, age);
        until = Math.min(to, extra.nextChange(day, age, birthDay));
        if (term != extraTerm[e]) {
          extraTerm[e] = term;
          extraStart[e] = day;
        }
        int a = Math.max(day, windowFrom);
        int b = Math.min(term != null && term.once() ? onceUntil(extraStart[e]) : until, windowTo);
        if (term != null && a < b) {
          sink.placement(leg, term, extraStart[e], a, b);
        }
      }
    }
  }

  // What is already paid for

  private int nextCoverChange(int day, int end) {
    int until = end;
    for (Cover cover : covers) {
      if (cover.fromDay() > day) {
        until = Math.min(until, cover.fromDay());
      }
      if (cover.toDay() > day) {
        until = Math.min(until, cover.toDay());
      }
    }
    return until;
  }

  private @Nullable String paidBy(CompiledProcess process, @Nullable FeeTerm term, int day) {
    long bit = 1L << process.place();
    if (term != null && (term.includes() & bit) != 0) {
      return term.label();
    }
    for (Cover cover : covers) {
      if ((cover.processes() & bit) != 0 && cover.on(day)) {
        return cover.paidBy();
      }
    }
    return null;
  }

  // Processes that run over time

  /** Whether one of two fees pays for a process that the other does not. */
  private static boolean includesChange(FeeTerm one, FeeTerm other) {
    return (one.includes() | other.includes()) != 0;
  }

  /** Writes what happens by itself on the days of a stretch. */
  private void settle(int from, int to, FeeTerm term) {
    for (ProcessCase process : cases.continuous()) {
      run(process, from, to, paidBy(process.process(), term, from));
    }
    birthdays(from, to, term);
    keepSchedules(to, term);
  }

  private void run(ProcessCase process, int from, int to, @Nullable String paidBy) {
    int day = from;
    int months = process.asksMonths() ? monthsOn(day) : 0;
    while (day < to) {
      int age = process.asksAge() ? ageOn(day) : 0;
      int until = to;
      int nextMonths = process.nextMonths(months);
      int reached = months;
      if (nextMonths != 0 && to > placementStart + 28 * nextMonths) {
        int thatDay = CalendarDays.plusMonths(placementStart, nextMonths);
        if (thatDay < to) {
          until = thatDay;
          reached = nextMonths;
        }
      }
      int nextAge = process.nextAge(age);
      if (nextAge != 0 && until > ageTo) {
        int birthday = CalendarDays.birthday(birthDay, nextAge);
        if (birthday < until) {
          until = birthday;
          reached = months;
        }
      }
      int variant = process.variant(CaseNumbers.with(placementNumbers, months, age, 1));
      if (variant != ProcessCase.NEVER) {
        if (paidBy == null) {
          accrue(process.process(), variant, day, until);
        } else {
          include(process.process(), paidBy, day, until);
        }
      }
      day = until;
      months = reached;
    }
  }

  private void include(CompiledProcess process, String paidBy, int from, int to) {
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.included(process, paidBy, a, b);
    }
  }

  private void accrue(CompiledProcess process, int variant, int from, int to) {
    int p = process.place();
    if (rateEnd[p] != from || rateVariant[p] != variant || rateStart[p] < placementStart) {
      rateVariant[p] = variant;
      rateStart[p] = from;
    }
    rateEnd[p] = to;
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.continuous(process, variant, rateStart[p], a, b);
    }
  }

  // Processes that an event starts

  private void happen(EventType type, int day, @Nullable FeeTerm term) {
    if (type != EventType.BIRTHDAY) { // birthdays are counted from the day of birth
      for (ProcessCase process : cases.startedBy(type)) {
        occur(process, day, 1, term);
      }
    }
    due = (due & ~endedBy[type.ordinal()]) | startedBy[type.ordinal()];
    for (long left = startedBy[type.ordinal()]; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      scheduleCount[s] = 1;
      scheduleFrom[s] = day;
      scheduleNext[s] = steps[s][0].after(day, workingDays);
      nextDue = Math.min(nextDue, scheduleNext[s]);
    }
  }

  private void birthdays(int from, int to, FeeTerm term) {
    for (int i = 0; i < birthdayAges.length; i++) {
      int earliest = birthDay + 365 * birthdayAges[i];
      if (earliest < to && from < earliest + birthdayAges[i]) {
        int birthday = CalendarDays.birthday(birthDay, birthdayAges[i]);
        if (from <= birthday && birthday < to) {
          occur(cases.at(onBirthday[i].place()), birthday, 1, term);
        }
      }
    }
  }

  /** Lets every schedule occur that is due before the day. */
  private void keepSchedules(int day, @Nullable FeeTerm term) {
    if (nextDue >= day) {
      return;
    }
    nextDue = Integer.MAX_VALUE;
    for (long left = due; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      ProcessCase process = cases.at(scheduled[s].place());
      int next = scheduleNext[s];
      while (next < day) {
        if (!standsInRecords(s, next)) {
          occur(process, next, scheduleCount[s]++, term);
        }
        next = step(s).after(next, workingDays);
      }
      scheduleNext[s] = next;
      nextDue = Math.min(nextDue, next);
    }
  }

  /** The step that leads to the next occurrence of a schedule. */
  private Trigger.Step step(int schedule) {
    return steps[schedule][Math.min(scheduleCount[schedule] - 1, steps[schedule].length - 1)];
  }

  // What was really done, where the history has it

  private void keepRecords(HistoryColumns history) {
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

  /** Whether the records say what was done of a schedule on a day. */
  private boolean standsInRecords(int schedule, int day) {
    return (recorded & 1L << schedule) != 0 && recordsFrom <= day && day < recordsTo;
  }

  /** Lets the schedules occur that an event records; each goes on from there. */
  private void record(EventType type, int day, @Nullable FeeTerm term) {
    for (long left = recorded & due; left != 0; left &= left - 1) {
      int s = Long.numberOfTrailingZeros(left);
      if (recordedBy[s] == type && day >= scheduleFrom[s] && standsInRecords(s, day)) {
        occur(cases.at(scheduled[s].place()), day, scheduleCount[s]++, term);
        scheduleNext[s] = step(s).after(day, workingDays);
        nextDue = Math.min(nextDue, scheduleNext[s]);
      }
    }
  }

  private void occur(ProcessCase process, int day, int occurrence, @Nullable FeeTerm term) {
    if (day < windowFrom || day >= windowTo || !process.possible()) {
      return;
    }
    int months = process.asksMonths() ? monthsOn(day) : 0;
    int age = process.asksAge() ? ageOn(day) : 0;
    int variant = process.variant(CaseNumbers.with(placementNumbers, months, age, occurrence));
    if (variant == ProcessCase.NEVER) {
      return;
    }
    String paidBy = paidBy(process.process(), term, day);
    if (paidBy == null) {
      sink.occurrence(process.process(), variant, day);
    } else {
      sink.included(process.process(), paidBy, day, day + 1);
    }
  }

  /**
   * Whole months since the placement began; kept for the day, since every process of a stretch
   * asks.
   */
  private int monthsOn(int day) {
    if (day == placementStart) {
      return 0;
    }
    if (day != monthsDay) {
      monthsDay = day;
      months = CalendarDays.monthsBetween(placementStart, Math.max(day, placementStart));
    }
    return months;
  }

  /**
   * Age on a day; kept from one birthday to the next, since a walk asks for days close to each
   * other.
   */
  private int ageOn(int day) {
    if (day >= ageTo && (long) day - ageTo < 365) {
      age++;
      ageFrom = ageTo;
      ageTo = CalendarDays.birthday(birthDay, age + 1);
    } else if (day < ageFrom || day >= ageTo) {
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
