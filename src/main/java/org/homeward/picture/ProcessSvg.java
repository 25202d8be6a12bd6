package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
  private static final int TITLE = 56;
  private static final int LINE = 17;
  private static final int LETTERS = 23;

  private ProcessSvg() {}

  /** With the expected minutes and the cost of each task. */
  public static String of(ProcessGraph process, UnitCost cost) {
    return of(
        process,
        task -> {
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
    int width = Math.max(layout.width(), 520) + 2 * MARGIN;
    int height = layout.height() + 2 * MARGIN + TITLE;
    StringBuilder svg = new StringBuilder(4_000);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-labelledby=\"t d\" font-family=\"Arial, Helvetica, sans-serif\">%n",
            width,
            height,
            width,
            height));
    svg.append("<title id=\"t\">")
        .append(Svg.escape(process.name()))
        .append("</title>\n<desc id=\"d\">")
        .append(Svg.escape(description(process, figures)))
        .append("</desc>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    svg.append(text(MARGIN, MARGIN + 18, 20, true, "#0b0c0c", process.name()));
    svg.append(
        text(
            MARGIN,
            MARGIN + 40,
            14,
            false,
            "#505a5f",
            "Critical path, in bold: " + critical.workingDays() + " working days"));
    svg.append(
        String.format(Locale.ROOT, "<g transform=\"translate(%d %d)\">%n", MARGIN, MARGIN + TITLE));
    for (Task task : process.tasks()) {
      for (String before : task.after()) {
        svg.append(
            edge(
                layout.box(before),
                layout.box(task.id()),
                follows(critical.tasks(), before, task.id())));
      }
    }
    for (Task task : process.tasks()) {
      svg.append(
          box(
              layout.box(task.id()),
              task,
              figures.apply(task),
              critical.tasks().contains(task.id())));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String description(ProcessGraph process, Function<Task, String> figures) {
    List<String> parts = new ArrayList<>();
    process.inOrderOfWork().forEach(t -> parts.add(t.name() + " (" + figures.apply(t) + ")"));
    return "Tasks in their order of work: " + String.join("; ", parts) + ".";
  }

  private static boolean follows(List<String> path, String before, String after) {
    int i = path.indexOf(before);
    return i >= 0 && i + 1 < path.size() && path.get(i + 1).equals(after);
  }

  private static String edge(TaskLayout.Box from, TaskLayout.Box to, boolean critical) {
    String colour = critical ? "#0b0c0c" : "#505a5f";
    int tip = to.x() - 2;
    int bend = (from.right() + tip) / 2;
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %d C%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/><path d=\"M%d %d l-9 -5 v10 z\" fill=\"%s\"/>%n",
        from.right(),
        from.middle(),
        bend,
        from.middle(),
        bend,
        to.middle(),
        tip - 6,
        to.middle(),
        colour,
        critical ? "3" : "1.5",
        tip,
        to.middle(),
        colour);
  }

  private static String box(TaskLayout.Box at, Task task, String figures, boolean critical) {
    StringBuilder box = new StringBuilder();
    box.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"#1d70b8\" stroke-width=\"%s\"/>%n",
            at.x(),
            at.y(),
            TaskLayout.WIDTH,
            TaskLayout.HEIGHT,
            critical ? "#d2e2f1" : "#f3f2f1",
            critical ? "3" : "1.5"));
    int y = at.y() + 20;
    for (String line : wrap(task.name())) {
      box.append(text(at.x() + 10, y, 13, true, "#0b0c0c", line));
      y += LINE;
    }
    if (task.share().doubleValue() < 1) {
      String share =
          "in "
              + task.share().movePointRight(2).stripTrailingZeros().toPlainString()
              + " % of cases";
      box.append(text(at.x() + 10, at.y() + TaskLayout.HEIGHT - 26, 12, false, "#0b0c0c", share));
    }
    box.append(text(at.x() + 10, at.y() + TaskLayout.HEIGHT - 10, 12, false, "#0b0c0c", figures));
    return box.toString();
  }

  /**
   * At most two lines; what does not fit ends in an ellipsis, the whole name stands in the
   * description.
   */
  private static List<String> wrap(String name) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() + 1 > LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.size() <= 2 ? lines : List.of(lines.get(0), lines.get(1) + " …");
  }

  private static String text(int x, int y, int size, boolean bold, String colour, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s fill=\"%s\">%s</text>%n",
        x,
        y,
        size,
        bold ? " font-weight=\"bold\"" : "",
        colour,
        Svg.escape(text));
  }
}
