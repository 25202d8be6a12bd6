package org.homeward.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.parameter.Paths;
import org.homeward.pathway.LineSource;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCost;

/** Unit costs by role, with the minutes and the hour of each (method, section 4). */
final class UnitCostExplanations {

  private final CostBook book;
  private final IndexExplanations indices;
  private final HourExplanations hours;
  private final Map<String, Explanation> made = new HashMap<>();

  UnitCostExplanations(CostBook book, IndexExplanations indices, HourExplanations hours) {
    this.book = book;
    this.indices = indices;
    this.hours = hours;
  }

  Explanation hourlyCost(String role) {
    return hours.of(role);
  }

  Explanation annualCost(String role) {
    return hours.aYear(role);
  }

  Explanation workingHours(String role) {
    return hours.workingHours(role);
  }

  String name(String role) {
    return hours.name(role);
  }

  Explanation of(LineSource.OfProcess process) {
    UnitCost cost = process.unitCost();
    ProcessGraph graph = process.process().graph();
    StatedUnitCost stated = cost.stated();
    String address =
        String.join("+", with("unit-cost/" + graph.id(), cost.variations()))
            + (stated == null ? "" : "/" + stated.variant());
    Explanation known = made.get(address);
    if (known == null) {
      Measure measure =
          graph.trigger() instanceof Trigger.Continuous
              ? Measure.of(process.per())
              : Measure.POUNDS;
      known =
          (stated == null ? builtUp(graph, cost, measure, address) : stated(graph, stated, measure))
              .sharedAt(address);
      known.counted(cost.exact().pounds());
      made.put(address, known);
    }
    return known;
  }

  /** The minutes of a role in a unit cost that is built up. */
  Explanation minutes(LineSource.OfProcess process, String role) {
    Explanation unitCost = of(process);
    String address = ExplanationCalculator.minutes(unitCost.key(), role);
    Explanation minutes = Objects.requireNonNull(unitCost.find(address));
    return minutes.named(minutes.label() + ", " + unitCost.label()).sharedAt(address);
  }

  private static List<String> with(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private Explanation builtUp(ProcessGraph graph, UnitCost cost, Measure measure, String address) {
    MinutesExplanation minutes = new MinutesExplanation(graph, book.timeUse(), cost.variations());
    Map<String, List<Explanation>> byRole = new LinkedHashMap<>();
    for (UnitCost.Line line : cost.lines()) {
      byRole
          .computeIfAbsent(line.role(), r -> new ArrayList<>())
          .add(minutes.of(graph.findTask(line.task()).orElseThrow(), line.role(), line.category()));
    }
    List<Explanation> roles = new ArrayList<>();
    byRole.forEach((role, parts) -> roles.add(role(role, parts, measure, address)));
    List<String> variations =
        cost.variations().stream().map(v -> graph.findVariation(v).orElseThrow().name()).toList();
    return Explanation.of(
        graph.name() + (variations.isEmpty() ? "" : " (" + String.join(", ", variations) + ")"),
        measure,
        Rule.SUM,
        roles);
  }

  private Explanation role(
      String role, List<Explanation> minutes, Measure measure, String unitCost) {
    Explanation hour = hourlyCost(role);
    String name = hours.name(role);
    return Explanation.of(
        name,
        measure,
        Rule.TIME_AT_COST,
        Explanation.of("Minutes of " + name, Measure.MINUTES, Rule.SUM, minutes)
            .at(ExplanationCalculator.minutes(unitCost, role)),
        hour);
  }

  private Explanation stated(ProcessGraph graph, StatedUnitCost figure, Measure measure) {
    Explanation repriced =
        indices.repriced(
            graph.name() + ", published unit cost (" + figure.variant() + ")",
            statedFor(figure, measure),
            figure.amount(),
            figure.priceYear(),
            figure.provenance(),
            PriceIndices.Kind.STAFF,
            Paths.stated(figure));
    if (repriced.measure() == measure) {
      return repriced;
    }
    Rate.Per per = figure.per() == StatedUnitCost.Per.WEEK ? Rate.Per.WEEK : Rate.Per.MONTH;
    Rate.Per wanted = ((Trigger.Continuous) graph.trigger()).per();
    return Explanation.of(
        graph.name(),
        measure,
        Rule.PRODUCT,
        repriced,
        Explanation.input(
            "From " + per.code() + " to " + wanted.code(),
            Measure.FACTOR,
            wanted.days().divide(per.days()),
            null));
  }

  private static Measure statedFor(StatedUnitCost figure, Measure measure) {
    if (measure == Measure.POUNDS) {
      return measure;
    }
    return switch (figure.per()) {
      case OCCURRENCE -> measure;
      case WEEK -> Measure.POUNDS_A_WEEK;
      case MONTH -> Measure.POUNDS_A_MONTH;
    };
  }
}
