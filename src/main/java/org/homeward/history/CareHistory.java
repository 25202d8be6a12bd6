package org.homeward.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;

/**
 * The plain facts of one child's time: where the child lived from which day to which, and what
 * happened.
 */
public final class CareHistory {

  private final Child child;
  private final List<Leg> legs;
  private final List<Event> events;
  private final HistoryColumns columns;

  /**
   * @param legs in order, not overlapping, none empty; gaps are time away from any placement
   * @param events in any order
   * @throws org.homeward.problem.InputException naming every pair of legs that overlap, every empty
   *     leg, and records that start or end twice or end before they start
   */
  public CareHistory(Child child, List<Leg> legs, List<Event> events) {
    this.child = child;
    this.legs = List.copyOf(legs);
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingInt(Event::day));
    this.events = List.copyOf(sorted);
    Problems problems = new Problems();
    for (int i = 0; i < legs.size(); i++) {
      DateSpan span = legs.get(i).span();
      if (span.isEmpty()) {
        problems.add(
            "legs[" + i + "]",
            span,
            "The leg has no days.",
            "Give it a later end or leave it out.");
      }
      if (i > 0 && span.fromDay() < legs.get(i - 1).span().toDay()) {
        problems.add(
            "legs[" + i + "]",
            span,
            "The leg starts before the one before it ends ("
                + legs.get(i - 1).span().to()
                + "), so a night would be paid twice.",
            "Let each leg start on or after the day on which the one before it ends.");
      }
    }
    checkRecords(this.events, problems);
    problems.throwIfAny();
    columns = HistoryColumns.of(child, this.legs, this.events);
  }

  public Child child() {
    return child;
  }

  /** In order; gaps between them are time away from any placement. */
  public List<Leg> legs() {
    return legs;
  }

  /** In order of days. */
  public List<Event> events() {
    return events;
  }

  /** The same as numbers, to be walked again and again; not to be changed. */
  public HistoryColumns columns() {
    return columns;
  }

  private static void checkRecords(List<Event> events, Problems problems) {
    List<Event> marks =
        events.stream()
            .filter(e -> e.type() == EventType.RECORDS_START || e.type() == EventType.RECORDS_END)
            .toList();
    boolean twice = marks.stream().map(Event::type).distinct().count() < marks.size();
    boolean backwards =
        marks.size() == 2
            && (marks.get(0).type() == EventType.RECORDS_END
                || marks.get(0).day() == marks.get(1).day());
    if (twice || backwards) {
      problems.add(
          "events",
          marks.stream()
              .map(e -> e.type().code() + " on " + LocalDate.ofEpochDay(e.day()))
              .collect(Collectors.joining(", ")),
          "Records can start once and end once, later.",
          "Leave out what is too much, or mend the dates.");
    }
  }
}
