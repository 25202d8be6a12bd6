package org.homeward.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.CareHistory;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.process.Traits;
import org.homeward.process.Trigger;
import org.homeward.quantity.Rate;

/**
 * The walk as the method tells it, day by day, with calendar dates and without any table: slow and
 * plain, to hold {@link PathwayWalk} against. It asks every process on every day.
 */
final class PlainWalk {

  /** What a walk finds, in a form that does not depend on the order in which it is found. */
  static final class Found {
    final Map<Integer, Long> feeByLeg = new TreeMap<>();
    final Map<String, Long> running = new TreeMap<>();
    final Map<String, Integer> occurrences = new TreeMap<>();
    final Map<String, Integer> includedDays = new TreeMap<>();

    long pence;

    void fee(int leg, long amount) {
      pence += amount;
      feeByLeg.merge(leg, amount, Long::sum);
    }

    void ran(CompiledProcess process, int variant, long amount) {
      pence += amount;
      running.merge(process.graph().id() + " " + variant, amount, Long::sum);
    }

    void occurred(CompiledProcess process, int variant, int day) {
      pence += process.at(variant).pence();
      occurrences.merge(
          process.graph().id() + " " + variant + " on " + LocalDate.ofEpochDay(day),
          1,
          Integer::sum);
    }

    void included(CompiledProcess process, String paidBy, int days) {
      includedDays.merge(process.graph().id() + " by " + paidBy, days, Integer::sum);
    }

    @Override
    public String toString() {
      return pence + " " + feeByLeg + running + occurrences + includedDays;
    }
  }

  /** A rate that runs: as which variant, and since when. */
  private record Running(int variant, int since) {}

  private final CompiledBook book;
  private final CareHistory history;
  private final List<FeeTerm> stated;
  private final List<Cover> covers;
  private final int from;
  private final int to;
  private final Found found = new Found();

  private int leg = -1;
  private int placementStart;
  private final List<Integer> placementStarts = new ArrayList<>();
  private int recent;
  private FeeTerm fee;
  private int feeSince;
  private final Map<CompiledProcess, Running> running = new HashMap<>();
  private final Map<CompiledProcess, Schedule> schedules = new HashMap<>();
  private final Map<FeeRow, FeeTerm> terms = new HashMap<>();

  /** A schedule that runs: since when, the next date, and which occurrence that is. */
  private static final class Schedule {
    int since;
    LocalDate next;
    int number = 1;
  }

  private PlainWalk(
      CompiledBook book,
      CareHistory history,
      List<FeeTerm> stated,
      List<Cover> covers,
      int from,
      int to) {
    this.book = book;
    this.history = history;
    this.stated = stated;
    this.covers = covers;
    this.from = from;
    this.to = to;
  }

  static Found walk(
      CompiledBook book,
      CareHistory history,
      List<FeeTerm> stated,
      List<Cover> covers,
      int from,
      int to) {
    PlainWalk walk = new PlainWalk(book, history, stated, covers, from, to);
    walk.walk();
    return walk.found;
  }

  private void walk() {
    List<Leg> legs = history.legs();
    int first = legs.get(0).span().fromDay();
    int last = Math.max(to, legs.get(legs.size() - 1).span().toDay() + 1);
    for (int day = first; day < last; day++) {
      if (leg >= 0 && legs.get(leg).span().toDay() == day) {
        leave(day);
      }
      if (leg + 1 < legs.size() && legs.get(leg + 1).span().fromDay() == day) {
        enter(day);
      }
      boolean away = day >= legs.get(leg).span().toDay();
      if (!away) {
        payFee(day);
        if (legs.get(leg).span().fromDay() == day) {
          derivedStarts(day);
        }
      }
      for (Event event : history.events()) {
        if (event.day() == day || (day == first && event.day() < first)) {
          record(event);
          happen(event.type(), event.day());
        }
      }
      scheduled(day);
      if (!away) {
        birthdays(day);
        runs(day);
      }
    }
  }

  private boolean continuesCare(int of) {
    return history.legs().get(of).type().isLookedAfter()
        && history.legs().get(of - 1).type().isLookedAfter()
        && adjoins(of);
  }

  private boolean adjoins(int of) {
    return history.legs().get(of - 1).span().toDay() == history.legs().get(of).span().fromDay();
  }

  private boolean continuesPlacement(int of) {
    return history.legs().get(of).sameCarer()
        && adjoins(of)
        && history.legs().get(of).type().isLookedAfter()
            == history.legs().get(of - 1).type().isLookedAfter();
  }

  private void leave(int day) {
    boolean last = leg + 1 == history.legs().size();
    if (history.legs().get(leg).type().isLookedAfter()) {
      if (last || !continuesPlacement(leg + 1)) {
        happen(EventType.PLACEMENT_END, day);
      }
      if (last || !continuesCare(leg + 1)) {
        happen(EventType.CARE_END, day);
      }
    }
  }

  private void enter(int day) {
    leg++;
    boolean lookedAfter = history.legs().get(leg).type().isLookedAfter();
    if (lookedAfter && (leg == 0 || !continuesCare(leg))) {
      placementStarts.clear();
    }
    if (leg == 0 || !continuesPlacement(leg)) {
      placementStart = day;
      fee = null;
      running.clear();
      if (lookedAfter) {
        LocalDate yearAgo = LocalDate.ofEpochDay(day).minusMonths(12);
        recent =
            (int)
                placementStarts.stream()
                    .filter(d -> !LocalDate.ofEpochDay(d).isBefore(yearAgo))
                    .count();
        placementStarts.add(day);
      }
    }
  }

  private void derivedStarts(int day) {
    if (history.legs().get(leg).type().isLookedAfter()) {
      if (leg == 0 || !continuesCare(leg)) {
        happen(EventType.CARE_START, day);
      }
      if (leg == 0 || !continuesPlacement(leg)) {
        happen(EventType.PLACEMENT_START, day);
      }
    }
  }

  private void payFee(int day) {
    FeeTerm term = leg < stated.size() ? stated.get(leg) : null;
    if (term == null) {
      term = terms.computeIfAbsent(rowInForce(day), this::termOf);
    }
    if (term != fee) {
      fee = term;
      feeSince = day;
    }
    if (from <= day && day < to) {
      found.fee(leg, day(term.accrual().rate(), day - feeSince));
    }
  }

  private static long day(Rate rate, int day) {
    return rate.upTo(day + 1).value() - rate.upTo(day).value();
  }

  private FeeRow rowInForce(int day) {
    Leg at = history.legs().get(leg);
    for (FeeSchedule.Series series :
        book.book()
            .fees()
            .series(new FeeRow.Placement(at.type(), at.provider(), null, at.area(), 0))) {
      FeeRow found = null;
      for (FeeRow row : series.rows()) {
        if (row.age().contains(age(day)) && row.inForceOn(LocalDate.ofEpochDay(day))) {
          found = row;
        }
      }
      if (found != null) {
        return found;
      }
    }
    throw new AssertionError("There is no fee for " + at + " on " + LocalDate.ofEpochDay(day));
  }

  /** By way of the book's look-up: which row is meant was found above. */
  private FeeTerm termOf(FeeRow row) {
    int age = Math.max(0, row.age().from());
    for (var provider : org.homeward.history.Provider.values()) {
      for (var area : org.homeward.history.Area.values()) {
        FeeTerm term = book.fees(row.type(), provider, area).on((int) row.from().toEpochDay(), age);
        if (term != null && row.equals(term.row())) {
          return term;
        }
      }
    }
    throw new AssertionError("The book does not know " + row);
  }

  private String paidBy(CompiledProcess process, int day) {
    long bit = 1L << process.place();
    if (fee != null && (fee.includes() & bit) != 0) {
      return fee.label();
    }
    for (Cover cover : covers) {
      if ((cover.processes() & bit) != 0 && cover.fromDay() <= day && day < cover.toDay()) {
        return cover.paidBy();
      }
    }
    return null;
  }

  private void happen(EventType type, int day) {
    for (CompiledProcess process : book.processes()) {
      if (process.graph().trigger() instanceof Trigger.OnEvent on
          && on.events().contains(type)
          && type != EventType.BIRTHDAY) {
        occur(process, day, 1);
      }
      if (process.graph().trigger() instanceof Trigger.OnSchedule schedule) {
        if (schedule.until().contains(type)) {
          schedules.remove(process);
        }
        if (schedule.from() == type) {
          Schedule started = new Schedule();
          started.since = day;
          started.next = after(day, schedule.allSteps().get(0));
          schedules.put(process, started);
        }
      }
    }
  }

  private void birthdays(int day) {
    for (CompiledProcess process : book.processes()) {
      if (process.graph().trigger() instanceof Trigger.OnEvent on
          && on.events().contains(EventType.BIRTHDAY)
          && age(day) == on.age()
          && age(day - 1) == on.age() - 1) {
        occur(process, day, 1);
      }
    }
  }

  private boolean recorded(EventType by, int day) {
    boolean any = history.events().stream().anyMatch(e -> e.type() == by);
    return any
        && history.events().stream()
            .noneMatch(
                e ->
                    (e.type() == EventType.RECORDS_START && day < e.day())
                        || (e.type() == EventType.RECORDS_END && day >= e.day()));
  }

  private void record(Event event) {
    schedules.forEach(
        (process, running) -> {
          Trigger.OnSchedule schedule = (Trigger.OnSchedule) process.graph().trigger();
          if (schedule.recordedBy() == event.type()
              && event.day() >= running.since
              && recorded(event.type(), event.day())) {
            occur(process, event.day(), running.number++);
            running.next = after(event.day(), stepAfter(schedule, running.number));
          }
        });
  }

  private void scheduled(int day) {
    schedules.forEach(
        (process, running) -> {
          Trigger.OnSchedule schedule = (Trigger.OnSchedule) process.graph().trigger();
          // An event of before the walk begins can start a schedule whose first dates are past.
          while (running.next.toEpochDay() <= day) {
            int date = (int) running.next.toEpochDay();
            if (schedule.recordedBy() == null || !recorded(schedule.recordedBy(), date)) {
              occur(process, date, running.number++);
            }
            running.next = after(date, stepAfter(schedule, running.number));
          }
        });
  }

  /** The step that leads to an occurrence. */
  private static Trigger.Step stepAfter(Trigger.OnSchedule schedule, int number) {
    return number <= schedule.steps().size() ? schedule.steps().get(number - 1) : schedule.then();
  }

  private LocalDate after(int day, Trigger.Step step) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return switch (step.unit()) {
      case WORKING_DAYS -> LocalDate.ofEpochDay(book.book().workingDays().plus(day, step.count()));
      case DAYS -> date.plusDays(step.count());
      case WEEKS -> date.plusWeeks(step.count());
      case MONTHS -> date.plusMonths(step.count());
    };
  }

  private void occur(CompiledProcess process, int day, int occurrence) {
    int variant = variant(process, day, occurrence);
    if (variant < 0 || day < from || day >= to) {
      return;
    }
    String paidBy = paidBy(process, day);
    if (paidBy == null) {
      found.occurred(process, variant, day);
    } else {
      found.included(process, paidBy, 1);
    }
  }

  private void runs(int day) {
    for (CompiledProcess process : book.processes()) {
      if (!(process.graph().trigger() instanceof Trigger.Continuous)) {
        continue;
      }
      int variant = variant(process, day, 1);
      String paidBy = variant < 0 ? null : paidBy(process, day);
      if (variant < 0 || paidBy != null) {
        running.remove(process);
        if (paidBy != null && from <= day && day < to) {
          found.included(process, paidBy, 1);
        }
        continue;
      }
      Running before = running.get(process);
      if (before == null || before.variant() != variant) {
        before = new Running(variant, day);
        running.put(process, before);
      }
      if (from <= day && day < to) {
        found.ran(
            process, variant, day(process.at(variant).accrual().rate(), day - before.since()));
      }
    }
  }

  /** Which variant of a process it is on a day, or -1 where it does not happen. */
  private int variant(CompiledProcess process, int day, int occurrence) {
    if (!holds(process.graph().trigger().when(), day, occurrence)) {
      return -1;
    }
    int variant = 0;
    for (int i = 0; i < process.graph().variations().size(); i++) {
      if (holds(process.graph().variations().get(i).when(), day, occurrence)) {
        variant |= 1 << i;
      }
    }
    return variant;
  }

  private boolean holds(Condition condition, int day, int occurrence) {
    Leg at = history.legs().get(leg);
    long traits =
        Traits.of(at.type(), at.provider(), at.area(), at.legalStatus())
            | Traits.of(history.child().needs());
    return condition.alternatives().stream()
        .anyMatch(
            a ->
                (traits & ~a.permitted()) == 0
                    && (traits & a.required()) == a.required()
                    && in(a.sequence(), placementStarts::size)
                    && in(a.months(), () -> months(day))
                    && in(a.recent(), () -> recent)
                    && in(a.age(), () -> age(day))
                    && in(a.occurrence(), () -> occurrence));
  }

  private static boolean in(IntRange range, IntSupplier number) {
    return range.equals(IntRange.ANY) || range.contains(Math.max(0, number.getAsInt()));
  }

  private int months(int day) {
    LocalDate start = LocalDate.ofEpochDay(placementStart);
    int months = 0;
    while (start.plusMonths(months + 1).toEpochDay() <= day) {
      months++;
    }
    return months;
  }

  private int age(int day) {
    LocalDate birth = history.child().birth();
    int age = LocalDate.ofEpochDay(day).getYear() - birth.getYear();
    LocalDate birthday = birth.plusYears(age);
    if (birth.getDayOfMonth() == 29 && birth.getMonthValue() == 2 && !birthday.isLeapYear()) {
      birthday = birthday.plusDays(1);
    }
    return birthday.toEpochDay() <= day ? age : age - 1;
  }
}
