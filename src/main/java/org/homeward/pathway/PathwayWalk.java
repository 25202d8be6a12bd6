package org.homeward.pathway;

import java.util.Arrays;
import java.util.List;
import org.homeward.costbook.CaseKind;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeBands;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.costbook.ProcessCase;
import org.homeward.costbook.RunningProcesses;
import org.homeward.costbook.ScheduledProcesses;
import org.homeward.history.CareHistory;
import org.homeward.history.EventType;
import org.homeward.history.HistoryColumns;
import org.homeward.history.Payer;
import org.homeward.process.Trigger;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Bands;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
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

  private final CompiledBook book;
  private final Bands dates;
  private final Entries entries = new Entries();
  private final CurrentCase current;
  private final RunningRates rates;
  private final Schedules schedules;

  // What starts on a birthday, and of which age.
  private final CompiledProcess[] onBirthday;
  private final int[] birthdayAges;

  /** Bits of the types of event on which anything happens. */
  private final int relevant;

  private HistoryColumns history = new HistoryColumns();
  private boolean asksLegs;
  private boolean asksIncluded;
  private int nextEvent;
  private int nextEventDay;

  // The fee that is paid, and since when.
  private @Nullable FeeTerm fee;
  private int feeStart;

  /** The fees of the leg: of its kind of case, or of its provider by name. */
  private FeeBands fees;

  // The extras that are paid, by their place among those that always are.
  private final @Nullable FeeTerm[] extraTerm;
  private final int[] extraStart;

  // The bands of the book that a day lies in, and where they end.
  private int dateBand;
  private int ageBand;
  private int ageBandEnd;

  public PathwayWalk(CompiledBook book) {
    this.book = book;
    dates = book.feeDates();
    current = new CurrentCase(book);
    rates = new RunningRates(entries, book.processes().size());
    schedules = new Schedules(book, entries, current);
    fees = book.cases(0, 0).fees();
    extraTerm = new FeeTerm[book.extrasAlwaysPaid()];
    extraStart = new int[extraTerm.length];
    int types = 0;
    for (EventType type : EventType.values()) {
      if (book.startedBy(type).length > 0 || schedules.concerns(type)) {
        types |= 1 << type.ordinal();
      }
    }
    relevant = types;
    onBirthday = book.startedBy(EventType.BIRTHDAY);
    birthdayAges = new int[onBirthday.length];
    for (int i = 0; i < onBirthday.length; i++) {
      birthdayAges[i] = ((Trigger.OnEvent) onBirthday[i].graph().trigger()).age();
    }
  }

  /**
   * Writes what falls into the window {@code [from, to)} of a history.
   *
   * @throws org.homeward.problem.InputException if there is no fee for a leg on one of its days
   */
  public void walk(CareHistory history, int from, int to, LedgerSink into) {
    walk(history.columns(), List.of(), List.of(), List.of(), from, to, into);
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
    if (history.legs() == 0) {
      return;
    }
    this.history = history;
    asksLegs = into.asksLegs();
    asksIncluded = into.asksIncluded();
    entries.begin(into, from, to, costsThatInclude);
    current.begin(history.birthDay());
    rates.begin();
    schedules.begin(history);
    fee = null;
    beginEvents();
    beginAges(history.from(0));
    boolean looksUp = statedFees.isEmpty() && namedFees.isEmpty();
    int legs = history.legs();
    boolean newPlacement = true;
    for (int leg = 0; leg < legs; leg++) {
      boolean last = leg + 1 == legs;
      boolean moves = last || history.startsPlacement(leg + 1);
      enter(leg, newPlacement);
      FeeTerm stated = null;
      fees = current.kind().fees();
      if (!looksUp) {
        FeeBands named = leg < namedFees.size() ? namedFees.get(leg) : null;
        fees = named == null ? fees : named;
        stated = leg < statedFees.size() ? statedFees.get(leg) : null;
      }
      if (stated == null && paysAlike(history.from(leg))) {
        stayPaidAlike(leg, newPlacement, moves);
      } else {
        stay(leg, newPlacement, moves, stated);
      }
      if (stated == null && fees.extras().length > 0) {
        payExtras(leg);
      }
      leave(leg, moves, last ? Integer.MAX_VALUE : history.from(leg + 1));
      newPlacement = moves;
    }
    schedules.keep(to, fee);
  }

  private void enter(int leg, boolean newPlacement) {
    CaseKind kind = book.cases(history.kind(leg), history.needs());
    int day = history.from(leg);
    if (schedulesChange(kind)) {
      schedules.keep(Math.min(day, entries.windowTo()), fee);
    }
    entries.leg(leg);
    current.enter(kind, day, newPlacement, history.lookedAfter(leg), history.startsCare(leg));
    if (newPlacement) {
      fee = null;
      if (extraTerm.length > 0) {
        Arrays.fill(extraTerm, null);
      }
    }
  }

  /** Whether what is due of a schedule must be kept before a leg of another kind is entered. */
  private boolean schedulesChange(CaseKind next) {
    ScheduledProcesses now = current.kind().scheduled();
    return asksLegs
        || now != next.scheduled()
        || now.changeWithPlacement()
        || entries.hasCovers()
        || schedules.paidBy(fee);
  }

  /** Goes through a leg in stretches of one fee and one band of ages. */
  private void stay(int leg, boolean newPlacement, boolean moves, @Nullable FeeTerm stated) {
    int end = history.to(leg);
    int settled = history.from(leg);
    moveTo(settled);
    FeeTerm term = feeOf(stated);
    RunningProcesses running = running();
    keepUnpaid(settled, term);
    int until = pay(leg, term, settled, end, stated != null);
    start(leg, newPlacement, term);
    happenBefore(until, term);
    while (until < end) {
      int day = until;
      moveTo(day);
      FeeTerm next = feeOf(stated);
      RunningProcesses runs = running();
      if (runs != running || entries.hasCovers() || includeAny(term, next)) {
        settle(running, settled, day, true, term);
        settled = day;
      }
      term = next;
      running = runs;
      keepUnpaid(day, term);
      until = pay(leg, term, day, end, stated != null);
      happenBefore(until, term);
    }
    settle(running, settled, end, !moves, term);
  }

  /**
   * Whether from a day on all fees of the leg pay for the same processes, none on a schedule, and
   * these need not be told: then nothing but the fee itself changes where the fee does.
   */
  private boolean paysAlike(int day) {
    return fees == current.kind().fees()
        && day >= fees.alikeFrom()
        && (fees.includes() == 0 || (!asksIncluded && !schedules.paidBy(fees.includes())))
        && !entries.hasCovers()
        && current.kind().runsAlike();
  }

  /** The same for a leg whose fees pay alike: only another age can change what runs in it. */
  private void stayPaidAlike(int leg, boolean newPlacement, boolean moves) {
    CaseKind kind = current.kind();
    int end = history.to(leg);
    int day = history.from(leg);
    int settled = day;
    moveTo(day);
    FeeTerm term = feeOf(null);
    start(leg, newPlacement, term);
    happenBefore(end, term);
    RunningProcesses running = kind.unpaid(ageBand);
    while (true) {
      int until = Math.min(end, feeChange());
      pay(leg, term, day, until);
      if (until == end) {
        break;
      }
      day = until;
      moveTo(day);
      term = feeOf(null);
      RunningProcesses runs = kind.unpaid(ageBand);
      if (runs != running) {
        rates.settle(running, current.placementStart(), settled, day, true, UNPRICED);
        birthdays(settled, day, term);
        settled = day;
        running = runs;
      }
    }
    if (newPlacement && moves && settled == history.from(leg)) {
      rates.whole(running, settled, end);
    } else {
      rates.settle(running, current.placementStart(), settled, end, !moves, UNPRICED);
    }
    birthdays(settled, end, term);
  }

  private FeeTerm feeOf(@Nullable FeeTerm stated) {
    if (stated != null) {
      return stated;
    }
    FeeTerm found = fees.at(dateBand, ageBand);
    return found == null ? UNPRICED : found;
  }

  private RunningProcesses running() {
    return current.kind().running(ageBand, current.placementNumbers());
  }

  /** Whether one of two fees pays for a process. */
  private static boolean includeAny(FeeTerm one, FeeTerm other) {
    return (one.includes() | other.includes()) != 0;
  }

  /** Lets the schedules occur that are due before a fee begins to pay for them. */
  private void keepUnpaid(int day, FeeTerm term) {
    if (schedules.paidBy(term)) {
      schedules.keep(day, null);
    }
  }

  /** Writes what happens by itself on the days of a stretch. */
  private void settle(RunningProcesses running, int from, int to, boolean goesOn, FeeTerm term) {
    rates.settle(running, current.placementStart(), from, to, goesOn, term);
    birthdays(from, to, term);
    if (schedules.paidBy(term) || entries.hasCovers()) {
      schedules.keep(to, term);
    }
  }

  private void start(int leg, boolean newPlacement, FeeTerm term) {
    if (history.lookedAfter(leg)) {
      int day = history.from(leg);
      if (history.startsCare(leg)) {
        happen(EventType.CARE_START, day, term);
      }
      if (newPlacement) {
        happen(EventType.PLACEMENT_START, day, term);
      }
    }
  }

  private void leave(int leg, boolean moves, int resumes) {
    int end = history.to(leg);
    if (history.lookedAfter(leg)) {
      if (moves) {
        happen(EventType.PLACEMENT_END, end, fee);
      }
      if (history.endsCare(leg)) {
        happen(EventType.CARE_END, end, fee);
      }
    }
    if (resumes > end) { // events in a gap, or after the last leg, find the child where it last was
      happenBefore(resumes, fee);
    }
  }

  // Fees

  private void beginAges(int day) {
    int atLeast = Math.floorDiv(day - current.birthDay(), 366);
    ageBand = book.ages().of(atLeast);
    ageBandEnd = endOfAges(ageBand);
  }

  /** Finds the bands of a later day. */
  private void moveTo(int day) {
    dateBand = dates.of(day);
    while (day >= ageBandEnd) {
      ageBandEnd = endOfAges(++ageBand);
    }
  }

  private int endOfAges(int band) {
    Bands ages = book.ages();
    return band + 1 == ages.count()
        ? Integer.MAX_VALUE
        : CalendarDays.birthday(current.birthDay(), ages.below(band));
  }

  /**
   * Pays a fee for as long as nothing changes.
   *
   * @return the day on which something does, or the end of the leg
   */
  private int pay(int leg, FeeTerm term, int from, int end, boolean stated) {
    int change = stated ? ageBandEnd : feeChange();
    int until = entries.nextCoverChange(from, Math.min(end, change));
    pay(leg, term, from, until);
    return until;
  }

  /** The day on which another fee, or another age, may hold. */
  private int feeChange() {
    return Math.min(fees.changesAfter(dateBand), ageBandEnd);
  }

  @SuppressWarnings("ReferenceEquality") // one object a fee row
  private void pay(int leg, FeeTerm term, int from, int until) {
    if (term == UNPRICED) {
      fee = null;
      entries.unpriced(history.kind(leg), from, until, book);
      return;
    }
    if (term != fee) {
      fee = term;
      feeStart = from;
    }
    entries.placement(leg, term, feeStart, from, term.once() ? onceUntil(feeStart) : until);
  }

  /** What is paid once is paid for the first day of a placement, if it is in force then. */
  private int onceUntil(int rateStart) {
    return rateStart == current.placementStart() ? rateStart + 1 : rateStart;
  }

  /** Pays the extras of a leg, each by its own dates and ages. */
  @SuppressWarnings("ReferenceEquality") // one object a fee row
  private void payExtras(int leg) {
    int end = history.to(leg);
    for (int e = 0; e < extraTerm.length; e++) {
      FeeBands extra = fees.extras()[e];
      for (int day = history.from(leg), until; day < end; day = until) {
        int age = CalendarDays.age(current.birthDay(), day);
        FeeTerm term = extra.on(day, age);
        until = Math.min(end, extra.nextChange(day, age, current.birthDay()));
        if (term != extraTerm[e]) {
          extraTerm[e] = term;
          extraStart[e] = day;
        }
        if (term != null) {
          int paid = term.once() ? onceUntil(extraStart[e]) : until;
          entries.placement(leg, term, extraStart[e], day, paid);
        }
      }
    }
  }

  // Processes that an event starts

  private void beginEvents() {
    nextEvent = 0;
    nextEventDay = history.events() == 0 ? Integer.MAX_VALUE : history.eventDay(0);
  }

  /** Lets the events happen that are before a day. */
  private void happenBefore(int until, @Nullable FeeTerm term) {
    while (nextEventDay < until) {
      happen(history.eventType(nextEvent), nextEventDay, term);
      nextEvent++;
      nextEventDay = nextEvent < history.events() ? history.eventDay(nextEvent) : Integer.MAX_VALUE;
    }
  }

  private void happen(EventType type, int day, @Nullable FeeTerm term) {
    if ((relevant & 1 << type.ordinal()) != 0) {
      start(type, day, term);
    }
  }

  private void start(EventType type, int day, @Nullable FeeTerm term) {
    if (type != EventType.BIRTHDAY) { // birthdays are counted from the day of birth
      for (ProcessCase process : current.kind().startedBy(type)) {
        occur(process, day, term);
      }
    }
    if (schedules.concerns(type)) {
      schedules.happen(type, day, term);
    }
  }

  private void birthdays(int from, int to, FeeTerm term) {
    for (int i = 0; i < birthdayAges.length; i++) {
      int earliest = current.birthDay() + 365 * birthdayAges[i];
      if (earliest < to && from < earliest + birthdayAges[i]) {
        int birthday = CalendarDays.birthday(current.birthDay(), birthdayAges[i]);
        if (from <= birthday && birthday < to) {
          occur(current.kind().at(onBirthday[i]), birthday, term);
        }
      }
    }
  }

  private void occur(ProcessCase process, int day, @Nullable FeeTerm term) {
    if (entries.inWindow(day) && process.possible()) {
      PricedProcess priced = current.at(process, day, 1);
      if (priced != null) {
        entries.occurrence(priced, day, term);
      }
    }
  }
}
