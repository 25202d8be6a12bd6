package org.homeward.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.CostBook;
import org.homeward.explanation.BookFigures;
import org.homeward.picture.ProcessSvg;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.timeuse.Estimate;
import org.homeward.unitcost.UnitCost;

/**
 * A process as its page shows it: what it costs and when it happens, its tasks as a drawing, who
 * does what, each line with where its minutes come from, and what varies.
 *
 * @param lines empty where a published unit cost stands in for minutes
 */
public record ProcessPage(
    ProcessGraph graph,
    UnitCost cost,
    Map<String, Cell> facts,
    Picture drawing,
    Table tasks,
    Table roles,
    Table lines,
    Table variations) {

  static ProcessPage of(CostBook book, CompiledProcess process) {
    return new Maker(book, process).page();
  }

  List<Exhibit> exhibits() {
    return List.of(drawing, tasks, roles, lines, variations);
  }

  /** The lines of a task and of a role stand among all lines, whose hours are told further on. */
  private static final String ALL_LINES = "#lines";

  /**
   * @param why where the unit cost is told
   * @param minutes where its minutes are told
   */
  private record Maker(
      CostBook book,
      CompiledProcess process,
      ProcessGraph graph,
      UnitCost cost,
      String why,
      String minutes) {

    Maker(CostBook book, CompiledProcess process) {
      this(
          book,
          process,
          process.graph(),
          process.unitCost(0),
          BookWhy.CURRENT.address(BookFigures.unitCost(process.graph().id())),
          BookWhy.CURRENT.address(BookFigures.minutes(process.graph().id())));
    }

    ProcessPage page() {
      return new ProcessPage(
          graph,
          cost,
          facts(),
          new Picture("drawing", "Tasks of " + graph.name(), ProcessSvg.of(graph, cost), null),
          tasks(),
          roles(),
          lines(),
          variations());
    }

    private Map<String, Cell> facts() {
      Map<String, Cell> facts = new LinkedHashMap<>();
      facts.put(
          graph.trigger() instanceof Trigger.Continuous c
              ? "A " + Format.words(c.per().code()) + " of it costs"
              : "Each time it costs",
          Cell.pounds(cost.perOccurrence()).illustrative(cost.illustrative()).to(why));
      facts.put("When it happens", Cell.text(TriggerWords.of(graph.trigger())));
      facts.put(
          "Time in all",
          Cell.text(Format.time(minutes(cost.lines())))
              .to(cost.lines().isEmpty() ? null : minutes));
      facts.put(
          "Critical path",
          Cell.text(
              graph.criticalPath().workingDays()
                  + " working days: "
                  + graph.criticalPath().tasks().stream()
                      .map(this::taskName)
                      .collect(Collectors.joining(", then "))));
      facts.put("The minutes rest on", Cell.text(basis()));
      facts.put("Source", Cell.text(graph.provenance().source()));
      return facts;
    }

    private String basis() {
      return switch (cost.basis()) {
        case SURVEYED -> "answers to surveys";
        case MIXED -> "answers to surveys, and the process file where there are none";
        case PROCESS_FILE -> "the process file";
        case STATED -> "no minutes: a published unit cost stands in";
      };
    }

    private Table tasks() {
      List<String> critical = graph.criticalPath().tasks();
      return new Table(
          "tasks",
          "Tasks in their order of work",
          List.of(
              "Task", "After", "Of cases", "Times", "Working days", "Minutes", "Cost", "Critical"),
          graph.inOrderOfWork().stream()
              .map(
                  task -> {
                    List<UnitCost.Line> own =
                        cost.lines().stream().filter(l -> l.task().equals(task.id())).toList();
                    return Table.Row.of(
                        Cell.text(task.name()),
                        Cell.text(
                            task.after().stream()
                                .map(this::taskName)
                                .collect(Collectors.joining("; "))),
                        Cell.percent(task.share()),
                        Cell.number(task.times()),
                        Cell.number(task.elapsed()),
                        Cell.number(minutes(own).rounded()).to(own.isEmpty() ? null : ALL_LINES),
                        Cell.pounds(pence(own)).to(own.isEmpty() ? null : ALL_LINES),
                        Cell.text(critical.contains(task.id()) ? "yes" : ""));
                  })
              .toList());
    }

    private Table roles() {
      Map<String, List<UnitCost.Line>> byRole =
          cost.lines().stream()
              .collect(
                  Collectors.groupingBy(
                      UnitCost.Line::role, LinkedHashMap::new, Collectors.toList()));
      List<Table.Row> rows = new ArrayList<>();
      byRole.forEach((role, lines) -> rows.add(role(Cell.text(roleName(role)), lines, false)));
      rows.add(role(Cell.text("All roles"), cost.lines(), true));
      List<String> columns = new ArrayList<>(List.of("Role"));
      for (TimeCategory category : categories()) {
        columns.add(Format.title(category.code()) + ", minutes");
      }
      columns.addAll(List.of("Minutes in all", "Cost"));
      return new Table("roles", "Who does what", columns, rows);
    }

    /** Those that have any minutes. */
    private List<TimeCategory> categories() {
      return Arrays.stream(TimeCategory.values())
          .filter(c -> cost.lines().stream().anyMatch(l -> l.category() == c))
          .toList();
    }

    private Table.Row role(Cell heading, List<UnitCost.Line> lines, boolean strong) {
      List<Cell> cells = new ArrayList<>(List.of(heading));
      for (TimeCategory category : categories()) {
        cells.add(
            Cell.number(
                    minutes(lines.stream().filter(l -> l.category() == category).toList())
                        .rounded())
                .to(ALL_LINES));
      }
      cells.add(Cell.number(minutes(lines).rounded()).to(minutes));
      cells.add(Cell.pounds(pence(lines)).to(why));
      return new Table.Row(cells, strong);
    }

    private Table lines() {
      return new Table(
          "lines",
          "Every line of the unit cost",
          List.of("Task", "Role", "Time", "Minutes", "£ an hour", "Cost", "Minutes from"),
          cost.lines().stream()
              .map(
                  l ->
                      Table.Row.of(
                          Cell.text(taskName(l.task())),
                          Cell.text(roleName(l.role())),
                          Cell.text(Format.words(l.category().code())),
                          Cell.number(l.minutes().rounded()).to(minutes),
                          Cell.pounds(l.hourly())
                              .to(BookWhy.CURRENT.address(BookFigures.hour(l.role()))),
                          Cell.pounds(l.pence()).to(why),
                          Cell.text(from(l.estimate()))))
              .toList());
    }

    private static String from(@org.jspecify.annotations.Nullable Estimate estimate) {
      return estimate == null ? "process file" : estimate.provenance().source();
    }

    /** Each variation alone; where a published cost stands in there are no minutes to vary. */
    private Table variations() {
      List<Table.Row> rows = new ArrayList<>();
      Pence usual = cost.perOccurrence();
      for (int v = 0; cost.stated() == null && v < graph.variations().size(); v++) {
        Variation variation = graph.variations().get(v);
        String figure = BookFigures.unitCost(graph.id(), variation.id());
        Pence varied = process.unitCost(1 << v).perOccurrence();
        rows.add(
            Table.Row.of(
                Cell.text(variation.name()),
                Cell.text(
                    variation.changes().stream()
                        .map(c -> taskName(c.task()))
                        .distinct()
                        .collect(Collectors.joining("; "))),
                Cell.pounds(varied).to(BookWhy.CURRENT.address(figure)),
                Cell.pounds(varied.minus(usual))
                    .to(
                        BookWhy.CURRENT.less(
                            figure, BookWhy.CURRENT, BookFigures.unitCost(graph.id())))));
      }
      return new Table(
          "variations",
          "What it costs in cases that differ",
          List.of("Case", "Tasks that change", "Cost", "More than usual"),
          rows);
    }

    private String taskName(String task) {
      return graph.findTask(task).map(Task::name).orElse(task);
    }

    private String roleName(String role) {
      return book.hourlyCosts().stream()
          .filter(h -> h.role().id().equals(role))
          .map(h -> h.role().name())
          .findFirst()
          .orElse(Format.title(role));
    }

    private static Minutes minutes(List<UnitCost.Line> lines) {
      return lines.stream().map(UnitCost.Line::minutes).reduce(Minutes.ZERO, Minutes::plus);
    }

    private static Pence pence(List<UnitCost.Line> lines) {
      return lines.stream().map(UnitCost.Line::pence).reduce(Pence.ZERO, Pence::plus);
    }
  }
}
