package org.homeward.timeuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;

/**
 * Turns event records into answers: events are summed within a case's process occurrence; a case
 * with several occurrences is averaged and weighs one; an observed occurrence without an event for
 * a task that was asked about counts zero (method, section 5).
 */
public final class EventRecords {

  private EventRecords() {}

  /** One event: a worker spent minutes on a task for a case. */
  public record Event(String caseCode, int occurrence, TimeCell cell, Minutes minutes) {}

  /** How many occurrences of a process were observed in a case. */
  public record Observed(String caseCode, String process, int occurrences) {}

  /**
   * One answer for each observed case and cell that was asked about, in order of cases and cells.
   */
  public static List<Answer> answers(
      Set<Survey.AskedTask> asked, List<Observed> observed, List<Event> events) {
    Map<String, Map<TimeCell, Minutes>> sums = new TreeMap<>();
    for (Event event : events) {
      sums.computeIfAbsent(event.caseCode(), c -> new LinkedHashMap<>())
          .merge(event.cell(), event.minutes(), Minutes::plus);
    }
    List<TimeCell> cells = cells(asked, events);
    List<Answer> answers = new ArrayList<>();
    List<Observed> inOrder =
        observed.stream()
            .sorted(Comparator.comparing(Observed::caseCode).thenComparing(Observed::process))
            .toList();
    for (Observed seen : inOrder) {
      Map<TimeCell, Minutes> ofCase = sums.getOrDefault(seen.caseCode(), Map.of());
      for (TimeCell cell : cells) {
        if (cell.process().equals(seen.process())) {
          Minutes sum = ofCase.getOrDefault(cell, Minutes.ZERO);
          answers.add(
              new Answer(
                  seen.caseCode(), 1, cell, sum.times(BigFraction.of(1, seen.occurrences()))));
        }
      }
    }
    return answers;
  }

  /**
   * The cells that events name, and for tasks that were asked about but never seen one undivided
   * cell of zero.
   */
  private static List<TimeCell> cells(Set<Survey.AskedTask> asked, List<Event> events) {
    Set<TimeCell> cells = new LinkedHashSet<>();
    events.forEach(e -> cells.add(e.cell()));
    for (Survey.AskedTask task : asked) {
      boolean seen =
          cells.stream()
              .anyMatch(
                  c ->
                      c.process().equals(task.process())
                          && c.task().equals(task.task())
                          && c.role().equals(task.role()));
      if (!seen) {
        cells.add(
            new TimeCell(task.process(), task.task(), task.role(), null, TimeCategory.UNDIVIDED));
      }
    }
    return cells.stream().sorted(TimeCell.ORDER).toList();
  }
}
