package org.homeward.unitcost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.quantity.Apportionment;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/**
 * The unit cost of a process (method, section 4): Σ over roles of expected minutes ÷ 60 × hourly
 * cost, exact, re-priced to the book's price year. Survey estimates are minutes per occurrence in
 * all and replace share × times × minutes (section 5); variations then apply in file order, and an
 * estimate given for a variation replaces what they made.
 */
public final class UnitCostCalculator {

  private static final List<TimeCategory> DIVIDED =
      List.of(TimeCategory.DIRECT, TimeCategory.INDIRECT, TimeCategory.TRAVEL);

  public UnitCost calculate(UnitCostInputs inputs) {
    Map<Cell, Time> times = new LinkedHashMap<>();
    for (Task task : inputs.process().tasks()) {
      times.putAll(taskTimes(task, inputs));
    }
    List<Priced> priced = new ArrayList<>();
    times.forEach((cell, time) -> priced.add(price(cell, time, inputs)));
    Money exact = priced.stream().map(Priced::amount).reduce(Money.ZERO, Money::plus);
    return new UnitCost(
        inputs.process().id(),
        inputs.process().variations().stream()
            .map(Variation::id)
            .filter(inputs.variations()::contains)
            .toList(),
        apportioned(priced, exact.toPence()),
        exact,
        basis(times.values()),
        illustrative(inputs, times.values()),
        null);
  }

  private static Map<Cell, Time> taskTimes(Task task, UnitCostInputs inputs) {
    String process = inputs.process().id();
    Map<Cell, Time> times = new LinkedHashMap<>();
    for (String role : roles(task, inputs)) {
      Map<TimeCategory, Time> byCategory = baseTimes(task, role, process, inputs.timeUse());
      for (Variation variation : inputs.process().variations()) {
        if (inputs.variations().contains(variation.id())) {
          vary(byCategory, variation, task, role);
          replaceBySurvey(byCategory, process, task.id(), role, variation.id(), inputs.timeUse());
        }
      }
      byCategory.forEach((category, time) -> times.put(new Cell(task.id(), role, category), time));
    }
    return times;
  }

  /**
   * The roles of a task: those of the file, of its variations, and those that respondents named.
   */
  private static Set<String> roles(Task task, UnitCostInputs inputs) {
    Set<String> roles = new LinkedHashSet<>();
    task.minutes().forEach(m -> roles.add(m.role()));
    for (Variation variation : inputs.process().variations()) {
      variation.changes().stream()
          .filter(c -> c.task().equals(task.id()))
          .forEach(c -> roles.add(c.role()));
    }
    for (Estimate estimate : inputs.timeUse().estimates()) {
      if (estimate.cell().process().equals(inputs.process().id())
          && estimate.cell().task().equals(task.id())
          && inputs.hourlyCosts().containsKey(estimate.cell().role())) {
        roles.add(estimate.cell().role());
      }
    }
    return roles;
  }

  private static Map<TimeCategory, Time> baseTimes(
      Task task, String role, String process, TimeUse timeUse) {
    Map<TimeCategory, Time> times = new LinkedHashMap<>();
    for (RoleMinutes minutes : task.minutes()) {
      if (minutes.role().equals(role)) {
        Minutes expected = minutes.minutes().times(task.expectedDoings());
        times.merge(
            minutes.category(),
            new Time(expected, null),
            (a, b) -> new Time(a.minutes().plus(b.minutes()), null));
      }
    }
    replaceBySurvey(times, process, task.id(), role, null, timeUse);
    return times;
  }

  private static void replaceBySurvey(
      Map<TimeCategory, Time> times,
      String process,
      String task,
      String role,
      @Nullable String variation,
      TimeUse timeUse) {
    Estimate undivided = timeUse.find(process, task, role, variation, TimeCategory.UNDIVIDED);
    if (undivided != null) {
      times.clear();
      times.put(TimeCategory.UNDIVIDED, new Time(undivided.mean(), undivided));
      return;
    }
    for (TimeCategory category : DIVIDED) {
      Estimate estimate = timeUse.find(process, task, role, variation, category);
      if (estimate != null) {
        times.put(category, new Time(estimate.mean(), estimate));
      }
    }
  }

  private static void vary(
      Map<TimeCategory, Time> times, Variation variation, Task task, String role) {
    for (Variation.Change change : variation.changes()) {
      if (change.task().equals(task.id()) && change.role().equals(role)) {
        BigFraction value = Fractions.of(change.value());
        if (change.category() == null) {
          times.replaceAll((category, time) -> time.with(time.minutes().times(value)));
        } else {
          times.merge(
              change.category(),
              changed(null, change, value, task),
              (time, unused) -> changed(time, change, value, task));
        }
      }
    }
  }

  /**
   * The minutes in all after one change; minutes of a change are per doing, so they too count share
   * × times.
   */
  private static Time changed(
      @Nullable Time time, Variation.Change change, BigFraction value, Task task) {
    Minutes before = time == null ? Minutes.ZERO : time.minutes();
    BigFraction after =
        switch (change.operation()) {
          case SET -> value.multiply(task.expectedDoings());
          case ADD -> before.value().add(value.multiply(task.expectedDoings()));
          case MULTIPLY -> before.value().multiply(value);
        };
    Minutes minutes = new Minutes(after.signum() < 0 ? BigFraction.ZERO : after);
    boolean replaced = change.operation() == Variation.Operation.SET;
    return new Time(minutes, time == null || replaced ? null : time.estimate());
  }

  private static Priced price(Cell cell, Time time, UnitCostInputs inputs) {
    HourlyCost hourlyCost = inputs.hourlyCosts().get(cell.role());
    if (hourlyCost == null) {
      throw new IllegalStateException(
          "No hourly cost of " + cell.role() + " although the inputs were complete");
    }
    BigFraction factor = inputs.index().factor(hourlyCost.year(), inputs.priceYear());
    Money amount = hourlyCost.of(time.minutes(), inputs.hourBasis()).times(factor);
    return new Priced(cell, time, hourlyCost.perHour(inputs.hourBasis()).times(factor), amount);
  }

  /**
   * Largest remainder, first over task × role, then over the time categories within each (method,
   * section 4).
   */
  private static List<UnitCost.Line> apportioned(List<Priced> priced, Pence total) {
    Map<List<String>, List<Priced>> byTaskAndRole = new LinkedHashMap<>();
    priced.forEach(
        p ->
            byTaskAndRole
                .computeIfAbsent(List.of(p.cell().task(), p.cell().role()), k -> new ArrayList<>())
                .add(p));
    List<List<Priced>> groups = List.copyOf(byTaskAndRole.values());
    List<Pence> groupPence =
        Apportionment.of(total, groups.stream().map(UnitCostCalculator::sum).toList());
    List<UnitCost.Line> lines = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Priced> group = groups.get(g);
      List<Pence> parts =
          Apportionment.of(
              groupPence.get(g), group.stream().map(p -> p.amount().pounds()).toList());
      for (int i = 0; i < group.size(); i++) {
        Priced p = group.get(i);
        lines.add(
            new UnitCost.Line(
                p.cell().task(),
                p.cell().role(),
                p.cell().category(),
                p.time().minutes(),
                p.hourly(),
                p.amount(),
                parts.get(i),
                p.time().estimate()));
      }
    }
    return lines;
  }

  private static BigFraction sum(List<Priced> group) {
    return group.stream().map(p -> p.amount().pounds()).reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static UnitCost.Basis basis(Iterable<Time> times) {
    boolean surveyed = false;
    boolean fromFile = false;
    for (Time time : times) {
      boolean answered = time.estimate() != null && time.estimate().stated() == null;
      surveyed |= answered;
      fromFile |= !answered && !time.minutes().isZero();
    }
    if (surveyed) {
      return fromFile ? UnitCost.Basis.MIXED : UnitCost.Basis.SURVEYED;
    }
    return UnitCost.Basis.PROCESS_FILE;
  }

  private static boolean illustrative(UnitCostInputs inputs, Iterable<Time> times) {
    boolean anyFromFile = false;
    for (Time time : times) {
      if (time.estimate() != null && time.estimate().illustrative()) {
        return true;
      }
      anyFromFile |= time.estimate() == null;
    }
    return (anyFromFile && inputs.process().provenance().illustrative())
        || inputs.process().roles().stream()
            .anyMatch(r -> isIllustrative(inputs.hourlyCosts().get(r)));
  }

  private static boolean isIllustrative(@Nullable HourlyCost cost) {
    return cost != null && cost.provenance().illustrative();
  }

  private record Cell(String task, String role, TimeCategory category) {}

  private record Time(Minutes minutes, @Nullable Estimate estimate) {
    Time with(Minutes other) {
      return new Time(other, estimate);
    }
  }

  private record Priced(Cell cell, Time time, Money hourly, Money amount) {}
}
