package org.homeward.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/** What answers may be about: ids of processes, tasks, roles and variations in any spelling. */
final class KnownIds {

  private final Map<String, Known> processes = new TreeMap<>();
  private final Map<String, String> roles;

  /** The ids of a process, found by their plain spelling. */
  private record Known(
      ProcessGraph graph, Map<String, String> tasks, Map<String, String> variations) {}

  KnownIds(List<ProcessGraph> graphs, Map<String, String> roleNames) {
    for (ProcessGraph graph : graphs) {
      Known known =
          new Known(
              graph,
              spellings(graph.tasks().stream().map(Task::id).toList()),
              spellings(graph.variations().stream().map(Variation::id).toList()));
      processes.put(Cells.plain(graph.id()), known);
    }
    roles = spellings(roleNames.keySet());
    roleNames.forEach((id, name) -> roles.putIfAbsent(Cells.plain(name), id));
  }

  private static Map<String, String> spellings(Collection<String> ids) {
    Map<String, String> spellings = new TreeMap<>();
    ids.forEach(id -> spellings.put(Cells.plain(id), id));
    return spellings;
  }

  /** The process of an id, if there is one. */
  Optional<ProcessGraph> process(String id) {
    return Optional.ofNullable(processes.get(Cells.plain(id))).map(Known::graph);
  }

  /**
   * What a row is about, or null with what is wrong told.
   *
   * @param stated the process of every row without one of its own, or null
   */
  @Nullable TimeCell cell(RowValues row, @Nullable String stated) {
    String process =
        row.has(Column.PROCESS) && !row.text(Column.PROCESS).isEmpty()
            ? row.text(Column.PROCESS)
            : (stated == null ? "" : stated);
    Known of = processes.get(Cells.plain(process));
    if (of == null) {
      row.problem(
          Column.PROCESS,
          process,
          unknown("process", process, processIds()),
          "Use an id of /api/processes.");
    }
    String role = id(row, Column.ROLE, "role", roles);
    String task = of == null ? null : id(row, Column.TASK, "task of " + of.graph.id(), of.tasks);
    String variation =
        of == null || row.text(Column.VARIATION).isEmpty()
            ? null
            : id(row, Column.VARIATION, "variation of " + of.graph.id(), of.variations);
    TimeCategory category = category(row);
    return of == null || role == null || task == null
        ? null
        : new TimeCell(of.graph.id(), task, role, variation, category);
  }

  private Collection<String> processIds() {
    return processes.values().stream().map(k -> k.graph.id()).toList();
  }

  private @Nullable String id(
      RowValues row, Column column, String what, Map<String, String> spellings) {
    String id = spellings.get(Cells.plain(row.text(column)));
    if (id == null) {
      row.problem(
          column,
          row.text(column),
          unknown(what, row.text(column), spellings.values()),
          spellings.isEmpty()
              ? "Leave the cell blank."
              : "Use one of " + String.join(", ", new LinkedHashSet<>(spellings.values())) + ".");
    }
    return id;
  }

  private static String unknown(String what, String given, Collection<String> known) {
    if (given.isEmpty()) {
      return "The cell is empty, but every row must name its " + what + ".";
    }
    String nearest = Nearest.of(given, known);
    return "There is no "
        + what
        + " of this id"
        + (nearest.isEmpty() ? "." : "; the nearest is \"" + nearest + "\".");
  }

  private static TimeCategory category(RowValues row) {
    String text = Cells.plain(row.text(Column.CATEGORY));
    if (text.isEmpty()) {
      return TimeCategory.UNDIVIDED;
    }
    Optional<TimeCategory> found = Optional.empty();
    List<String> codes = new ArrayList<>();
    for (TimeCategory category : TimeCategory.values()) {
      codes.add(category.code());
      found = category.code().equals(text) ? Optional.of(category) : found;
    }
    if (found.isEmpty()) {
      row.problem(
          Column.CATEGORY,
          row.text(Column.CATEGORY),
          unknown("time category", text, codes),
          "Use one of " + String.join(", ", codes) + ", or leave it blank for all of the time.");
    }
    return found.orElse(TimeCategory.UNDIVIDED);
  }
}
