package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/** Minutes, shares and times of tasks, what variations change, and the steps of schedules. */
final class ProcessParameters {

  private final ProcessGraph process;
  private final int place;
  private final TimeUse timeUse;
  private final BookNames names;
  private final List<Entry> entries = new ArrayList<>();

  private ProcessParameters(ProcessGraph process, int place, TimeUse timeUse, BookNames names) {
    this.process = process;
    this.place = place;
    this.timeUse = timeUse;
    this.names = names;
  }

  static List<Entry> of(BookInputs inputs) {
    BookNames names = new BookNames(inputs);
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < inputs.processes().size(); i++) {
      all.addAll(
          new ProcessParameters(inputs.processes().get(i), i, inputs.estimates().timeUse(), names)
              .all());
    }
    return all;
  }

  private List<Entry> all() {
    if (process.trigger() instanceof Trigger.OnSchedule schedule) {
      for (int s = 0; s < schedule.allSteps().size(); s++) {
        step(schedule, s);
      }
    }
    for (int t = 0; t < process.tasks().size(); t++) {
      task(process.tasks().get(t), t);
    }
    for (int v = 0; v < process.variations().size(); v++) {
      for (int c = 0; c < process.variations().get(v).changes().size(); c++) {
        change(process.variations().get(v), v, c);
      }
    }
    return entries;
  }

  private void step(Trigger.OnSchedule schedule, int s) {
    Trigger.Step step = schedule.allSteps().get(s);
    boolean last = s == schedule.steps().size();
    String unit = Format.words(step.unit().code());
    add(
        Paths.step(process.id(), last ? "then" : "steps/" + (s + 1)),
        (last ? "Then every: " : "Step " + (s + 1) + " after the event: ") + process.name(),
        unit,
        BigFraction.of(step.count()),
        null,
        new Parameter.Place.Node(
            file(), "/trigger/schedule/" + (last ? "then" : "steps/" + s), step.unit().code()),
        (inputs, value) ->
            replaceProcess(
                inputs, g -> withStep(g, s, new Trigger.Step(Words.whole(value), step.unit()))));
  }

  private static ProcessGraph withStep(ProcessGraph g, int s, Trigger.Step step) {
    return g.trigger() instanceof Trigger.OnSchedule schedule
        ? graph(g, schedule.withStep(s, step), g.tasks(), g.variations())
        : g;
  }

  private void task(Task task, int t) {
    String name = names.task(process.id(), task.id());
    String pointer = "/tasks/" + t;
    add(
        Paths.task(process.id(), task.id(), "share"),
        "Share of cases: " + name,
        "part of one",
        Fractions.of(task.share()),
        null,
        pointer + "/share",
        inTask(t, (k, v) -> task(k, Words.decimal(v), k.times(), k.elapsed(), k.minutes())));
    add(
        Paths.task(process.id(), task.id(), "times"),
        "Times done: " + name,
        "times",
        Fractions.of(task.times()),
        null,
        pointer + "/times",
        inTask(t, (k, v) -> task(k, k.share(), Words.decimal(v), k.elapsed(), k.minutes())));
    add(
        Paths.task(process.id(), task.id(), "elapsed"),
        "Working days that pass: " + name,
        "working days",
        BigFraction.of(task.elapsed()),
        null,
        pointer + "/elapsed",
        inTask(t, (k, v) -> task(k, k.share(), k.times(), Words.whole(v), k.minutes())));
    for (int m = 0; m < task.minutes().size(); m++) {
      minutes(task, t, m, name);
    }
  }

  private void minutes(Task task, int t, int m, String name) {
    RoleMinutes of = task.minutes().get(m);
    String role = of.role();
    TimeCategory category = of.category();
    add(
        Paths.minutes(process.id(), task.id(), role, category),
        names.minutes("Minutes", role, category, name),
        "minutes",
        of.minutes().value(),
        surveyed(task.id(), role, category),
        "/tasks/" + t + "/minutes/" + role + "/" + category.code(),
        inTask(
            t,
            (k, v) -> {
              List<RoleMinutes> changed = new ArrayList<>(k.minutes());
              changed.set(m, new RoleMinutes(role, category, new Minutes(v)));
              return task(k, k.share(), k.times(), k.elapsed(), changed);
            }));
  }

  /** The estimate that is used in place of the file's minutes. */
  private @Nullable String surveyed(String task, String role, TimeCategory category) {
    for (TimeCategory of : List.of(TimeCategory.UNDIVIDED, category)) {
      Estimate estimate = timeUse.find(process.id(), task, role, null, of);
      if (estimate != null) {
        return Paths.estimate(estimate.cell());
      }
    }
    return null;
  }

  private void change(Variation variation, int v, int c) {
    Variation.Change of = variation.changes().get(c);
    String operation = of.operation().name().toLowerCase(java.util.Locale.ROOT);
    add(
        Paths.change(process.id(), variation.id(), of),
        names.change(process, variation, of),
        of.operation() == Variation.Operation.MULTIPLY ? "factor" : "minutes",
        Fractions.of(of.value()),
        null,
        "/variations/" + v + "/changes/" + c + "/" + operation,
        (inputs, value) -> replaceProcess(inputs, g -> withChange(g, v, c, value)));
  }

  private static ProcessGraph withChange(ProcessGraph g, int v, int c, BigFraction value) {
    List<Variation> variations = new ArrayList<>(g.variations());
    Variation before = variations.get(v);
    List<Variation.Change> changes = new ArrayList<>(before.changes());
    Variation.Change of = changes.get(c);
    changes.set(
        c,
        new Variation.Change(
            of.task(), of.role(), of.category(), of.operation(), Words.decimal(value)));
    variations.set(v, new Variation(before.id(), before.name(), before.when(), changes));
    return graph(g, g.trigger(), g.tasks(), variations);
  }

  private BiFunction<BookInputs, BigFraction, BookInputs> inTask(
      int t, BiFunction<Task, BigFraction, Task> change) {
    return (inputs, value) ->
        replaceProcess(
            inputs,
            g -> {
              List<Task> tasks = new ArrayList<>(g.tasks());
              tasks.set(t, change.apply(tasks.get(t), value));
              return graph(g, g.trigger(), tasks, g.variations());
            });
  }

  private BookInputs replaceProcess(BookInputs inputs, UnaryOperator<ProcessGraph> change) {
    List<ProcessGraph> processes = new ArrayList<>(inputs.processes());
    processes.set(place, change.apply(processes.get(place)));
    return inputs.withProcesses(processes);
  }

  private static Task task(
      Task k,
      java.math.BigDecimal share,
      java.math.BigDecimal times,
      int elapsed,
      List<RoleMinutes> minutes) {
    return new Task(k.id(), k.name(), k.after(), share, times, elapsed, minutes);
  }

  private static ProcessGraph graph(
      ProcessGraph g, Trigger trigger, List<Task> tasks, List<Variation> variations) {
    return new ProcessGraph(
        g.id(),
        g.name(),
        g.group(),
        g.legal(),
        g.description(),
        trigger,
        tasks,
        variations,
        g.provenance());
  }

  private static BinaryOperator<BookInputs> taker(String id) {
    return (first, second) -> {
      List<ProcessGraph> changed = new ArrayList<>(first.processes());
      changed.removeIf(g -> g.id().equals(id));
      List<ProcessGraph> others = second.processes();
      for (int i = 0; i < others.size(); i++) {
        if (others.get(i).id().equals(id)) {
          changed.add(Math.min(i, changed.size()), others.get(i));
        }
      }
      return first.withProcesses(changed);
    };
  }

  /** Where one file has several changes of one cell, the second and later ones are numbered. */
  private void add(
      String path,
      String name,
      String unit,
      BigFraction value,
      @Nullable String insteadOf,
      String pointer,
      BiFunction<BookInputs, BigFraction, BookInputs> setter) {
    add(path, name, unit, value, insteadOf, new Parameter.Place.Node(file(), pointer, ""), setter);
  }

  private String file() {
    return "processes/" + process.id() + ".yaml";
  }

  private void add(
      String path,
      String name,
      String unit,
      BigFraction value,
      @Nullable String insteadOf,
      Parameter.Place place,
      BiFunction<BookInputs, BigFraction, BookInputs> setter) {
    String free = path;
    for (int n = 2; taken(free); n++) {
      free = path + "-" + n;
    }
    entries.add(
        new Entry(
            new Parameter(
                free,
                name,
                unit,
                value,
                null,
                null,
                null,
                free,
                process.provenance(),
                insteadOf,
                place),
            Paths.process(process.id()),
            setter,
            taker(process.id())));
  }

  private boolean taken(String path) {
    return entries.stream().anyMatch(e -> e.parameter().path().equals(path));
  }
}
