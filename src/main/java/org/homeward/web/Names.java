package org.homeward.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.costbook.CostBook;
import org.homeward.drafting.OpenBook;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.quantity.Format;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.TimeCell;

/** What processes, tasks, roles and routes are called; what is not known goes by its id. */
final class Names {

  private final Map<String, ProcessGraph> processes = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, String> routes = new HashMap<>();

  Names(CostBook book) {
    book.processes().forEach(p -> processes.put(p.id(), p));
    book.hourlyCosts().forEach(c -> roles.put(c.role().id(), c.role().name()));
  }

  /** Of a book with its templates. */
  Names(OpenBook book) {
    this(book.book());
    book.catalogue().pathways().forEach(t -> routes.put(t.id(), t.name()));
  }

  String route(String id) {
    return routes.getOrDefault(id, Format.title(id));
  }

  String process(String id) {
    return Optional.ofNullable(processes.get(id)).map(ProcessGraph::name).orElse(Format.title(id));
  }

  String task(String process, String id) {
    return Optional.ofNullable(processes.get(process))
        .flatMap(p -> p.findTask(id))
        .map(Task::name)
        .orElse(Format.title(id));
  }

  String role(String id) {
    return roles.getOrDefault(id, Format.title(id));
  }

  /** Task and role, and where it is not all of the time or the ordinary case, that too. */
  String cell(TimeCell cell) {
    StringBuilder text = new StringBuilder(task(cell.process(), cell.task()));
    text.append(" – ").append(role(cell.role()));
    String variation = cell.variation();
    if (variation != null) {
      text.append(", ").append(variation(cell.process(), variation));
    }
    if (cell.category() != TimeCategory.UNDIVIDED) {
      text.append(" (").append(Format.words(cell.category().code())).append(')');
    }
    return text.toString();
  }

  private String variation(String process, String id) {
    return Optional.ofNullable(processes.get(process))
        .flatMap(p -> p.findVariation(id))
        .map(Variation::name)
        .orElse(Format.words(id));
  }

  /** These processes, in order of their names. */
  List<Option> options(List<String> ids) {
    return ids.stream()
        .map(id -> Option.of(id, process(id)))
        .sorted(java.util.Comparator.comparing(Option::label))
        .toList();
  }

  /** Which answers are left out. */
  String about(Exclusion e) {
    String process = e.process();
    String task = e.task();
    String role = e.role();
    return (process == null ? "every process" : process(process))
        + (task == null ? "" : ", " + (process == null ? Format.title(task) : task(process, task)))
        + (role == null ? "" : ", " + role(role));
  }
}
