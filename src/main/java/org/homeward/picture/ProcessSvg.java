package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.UnitCost;

/**
 * A process as a picture: tasks from left to right in their order of work, the critical path in
 * bold.
 */
public final class ProcessSvg {

  private static final int MARGIN = 24;
  private static final int TITLE = 60;
  private static final int LINE = 17;
  private static final int LEAST = 520;

  private ProcessSvg() {}

  /**
   * With the expected minutes and the cost of each task; without, where a published unit cost
   * stands in for them.
   */
  public static String of(ProcessGraph process, UnitCost cost) {
    return of(
        process,
        task -> {
          if (cost.stated() != null) {
            return "";
          }
          Minutes minutes = Minutes.ZERO;
          Pence pence = Pence.ZERO;
          for (UnitCost.Line line : cost.lines()) {
            if (line.task().equals(task.id())) {
              minutes = minutes.plus(line.minutes());
              pence = pence.plus(line.pence());
            }
          }
          return Fractions.toDecimal(minutes.value(), 0) + " min · £" + pence.toPounds();
        });
  }

  /**
   * @param figures what stands under a task's name, for instance its minutes and cost
   */
  public static String of(ProcessGraph process, Function<Task, String> figures) {
    TaskLayout layout = TaskLayout.of(process);
    ProcessGraph.CriticalPath critical = process.criticalPath();
    Drawing drawing =
        new Drawing(
            Math.max(layout.width(), LEAST) + 2 * MARGIN,
            layout.height() + 2 * MARGIN + TITLE,
            "process",
            process.name(),
            description(process, critical, figures));
    drawing.bold(MARGIN, MARGIN + 14, 18, Drawing.Anchor.START, Palette.INK, process.name());
    drawing.path("M" + MARGIN + " " + (MARGIN + 34) + "h28", Palette.colour(0), 4, "none");
    drawing.text(
        MARGIN + 36,
        MARGIN + 39,
        14,
        Drawing.Anchor.START,
        Palette.INK,
        "Critical path: " + critical.workingDays() + " working days");
    for (Task task : process.tasks()) {
      for (String before : task.after()) {
        edge(
            drawing,
            layout.box(before),
            layout.box(task.id()),
            follows(critical.tasks(), before, task.id()));
      }
    }
    for (Task task : process.tasks()) {
      box(
          drawing,
          layout.box(task.id()),
          task,
          figures.apply(task),
          critical.tasks().contains(task.id()));
    }
    return drawing.done();
  }

  private static String description(
      ProcessGraph process, ProcessGraph.CriticalPath critical, Function<Task, String> figures) {
    List<String> parts = new ArrayList<>();
    for (Task task : process.inOrderOfWork()) {
      String told = figures.apply(task);
      parts.add(task.name() + (told.isEmpty() ? "" : " (" + told + ")"));
    }
    return "Tasks in their order of work: "
        + String.join("; ", parts)
        + ". Critical path: "
        + critical.tasks().stream()
            .map(t -> process.findTask(t).orElseThrow().name())
            .collect(Collectors.joining(", then "))
        + ".";
  }

  private static boolean follows(List<String> path, String before, String after) {
    int i = path.indexOf(before);
    return i >= 0 && i + 1 < path.size() && path.get(i + 1).equals(after);
  }

  private static void edge(
      Drawing drawing, TaskLayout.Box from, TaskLayout.Box to, boolean critical) {
    String colour = critical ? Palette.colour(0) : Palette.GREY;
    int start = MARGIN + from.right();
    int tip = MARGIN + to.x() - 2;
    int y1 = MARGIN + TITLE + from.middle();
    int y2 = MARGIN + TITLE + to.middle();
    int bend = (start + tip) / 2;
    drawing.path(
        String.format(
            Locale.ROOT, "M%d %dC%d %d %d %d %d %d", start, y1, bend, y1, bend, y2, tip - 6, y2),
        colour,
        critical ? 4 : 1,
        "none");
    drawing.fill(String.format(Locale.ROOT, "M%d %dl-10 -6v12z", tip, y2), colour);
  }

  private static void box(
      Drawing drawing, TaskLayout.Box at, Task task, String figures, boolean critical) {
    int x = MARGIN + at.x();
    int y = MARGIN + TITLE + at.y();
    drawing.box(
        x,
        y,
        TaskLayout.WIDTH,
        TaskLayout.HEIGHT,
        critical ? "#e7eef5" : Palette.PAPER,
        critical ? Palette.colour(0) : Palette.GREY,
        critical ? 3 : 1);
    int line = y + 22;
    for (String words : twoLines(task.name())) {
      drawing.bold(x + 12, line, 13, Drawing.Anchor.START, Palette.INK, words);
      line += LINE;
    }
    if (task.share().doubleValue() < 1) {
      String share =
          "in "
              + task.share().movePointRight(2).stripTrailingZeros().toPlainString()
              + "% of cases";
      drawing.text(
          x + 12, y + TaskLayout.HEIGHT - 28, 12, Drawing.Anchor.START, Palette.INK, share);
    }
    drawing.text(
        x + 12, y + TaskLayout.HEIGHT - 11, 13, Drawing.Anchor.START, Palette.INK, figures);
  }

  /** What does not fit ends in an ellipsis; the whole name stands in the description. */
  private static List<String> twoLines(String name) {
    List<String> lines = Drawing.wrap(name, 13, TaskLayout.WIDTH - 20);
    return lines.size() <= 2 ? lines : List.of(lines.get(0), lines.get(1) + " …");
  }
}
