package org.homeward.explanation;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.parameter.Paths;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.quantity.Fractions;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/**
 * Where the expected minutes of a role on a task come from: the process file (share × times ×
 * minutes) or the answers of surveys, then each variation that applies, in file order (method,
 * sections 4 and 5).
 */
record MinutesExplanation(ProcessGraph process, TimeUse timeUse, List<String> variations) {

  Explanation of(Task task, String role, TimeCategory category) {
    Explanation now = base(task, role, category);
    for (Variation variation : process.variations()) {
      if (variations.contains(variation.id())) {
        now = varied(now, variation, task, role, category);
        now = surveyed(now, task, role, variation, category);
      }
    }
    String label = task.name() + ", " + category.code();
    return now == null
        ? Explanation.input(label, Measure.MINUTES, BigFraction.ZERO, process.provenance())
        : now.named(label);
  }

  private @Nullable Explanation base(Task task, String role, TimeCategory category) {
    Explanation now = null;
    for (RoleMinutes minutes : task.minutes()) {
      if (minutes.role().equals(role) && minutes.category() == category) {
        Explanation more =
            inAll(
                task,
                "Minutes of one doing",
                minutes.minutes().value(),
                Paths.minutes(process.id(), task.id(), role, category));
        now =
            now == null ? more : Explanation.of(task.name(), Measure.MINUTES, Rule.SUM, now, more);
      }
    }
    return surveyed(now, task, role, null, category);
  }

  /** Minutes of one doing × how often it is done. */
  private Explanation inAll(Task task, String label, BigFraction minutes, String path) {
    Explanation one =
        Explanation.input(label, Measure.MINUTES, minutes, process.provenance()).at(path);
    return task.expectedDoings().equals(BigFraction.ONE)
        ? one
        : Explanation.of(
            label + ", times how often it is done",
            Measure.MINUTES,
            Rule.PRODUCT,
            one,
            often(task, "Share of cases in which it is done", Measure.SHARE, task.share(), "share"),
            often(task, "Times that it is done then", Measure.FACTOR, task.times(), "times"));
  }

  private Explanation often(
      Task task, String label, Measure measure, BigDecimal value, String what) {
    return Explanation.input(label, measure, Fractions.of(value), process.provenance())
        .at(Paths.task(process.id(), task.id(), what));
  }

  private @Nullable Explanation varied(
      @Nullable Explanation before,
      Variation variation,
      Task task,
      String role,
      TimeCategory category) {
    Explanation now = before;
    for (Variation.Change change : variation.changes()) {
      boolean meant =
          change.task().equals(task.id())
              && change.role().equals(role)
              && (change.category() == null ? now != null : change.category() == category);
      if (meant) {
        now = changed(now, variation, change, task);
      }
    }
    return now;
  }

  private Explanation changed(
      @Nullable Explanation before, Variation variation, Variation.Change change, Task task) {
    String name = variation.name();
    String path = Paths.change(process.id(), variation.id(), change);
    BigFraction value = Fractions.of(change.value());
    Explanation so =
        before == null
            ? Explanation.input(
                "Without variations", Measure.MINUTES, BigFraction.ZERO, process.provenance())
            : before;
    return switch (change.operation()) {
      case SET -> inAll(task, name + ": set to", value, path);
      case MULTIPLY ->
          Explanation.of(
              name,
              Measure.MINUTES,
              Rule.PRODUCT,
              so,
              Explanation.input(
                      name + ": multiplied by", Measure.FACTOR, value, process.provenance())
                  .at(path));
      case ADD ->
          value.signum() < 0
              ? Explanation.of(
                  name,
                  Measure.MINUTES,
                  Rule.DIFFERENCE_OR_ZERO,
                  so,
                  inAll(task, name + ": less", value.negate(), ""))
              : Explanation.of(
                  name, Measure.MINUTES, Rule.SUM, so, inAll(task, name + ": more", value, path));
    };
  }

  /** An answer is the whole minutes, and an undivided one stands for every category. */
  private @Nullable Explanation surveyed(
      @Nullable Explanation before,
      Task task,
      String role,
      @Nullable Variation variation,
      TimeCategory category) {
    String given = variation == null ? null : variation.id();
    Estimate undivided = timeUse.find(process.id(), task.id(), role, given, TimeCategory.UNDIVIDED);
    if (undivided != null) {
      return category == TimeCategory.UNDIVIDED ? answers(task, undivided) : null;
    }
    Estimate estimate =
        category == TimeCategory.UNDIVIDED
            ? null
            : timeUse.find(process.id(), task.id(), role, given, category);
    return estimate == null ? before : answers(task, estimate);
  }

  private static Explanation answers(Task task, Estimate estimate) {
    return Explanation.input(
            task.name(), Measure.MINUTES, estimate.mean().value(), estimate.provenance())
        .at(Paths.estimate(estimate.cell()));
  }
}
