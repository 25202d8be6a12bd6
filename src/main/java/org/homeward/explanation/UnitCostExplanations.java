package org.homeward.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.pathway.LineSource;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.staffing.AgencyCover;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCost;

/** Unit costs by role, with the minutes and the hour of each (method, sections 3 and 4). */
final class UnitCostExplanations {

  private final CostBook book;
  private final PriceExplanations prices;
  private final Map<String, HourlyCost> hourlyCosts;
  private final Map<String, Explanation> made = new HashMap<>();

  UnitCostExplanations(CostBook book, PriceExplanations prices) {
    this.book = book;
    this.prices = prices;
    hourlyCosts = book.hourlyCostsByRole();
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
          (stated == null ? builtUp(graph, cost, measure) : stated(graph, stated, measure))
              .sharedAt(address);
      check(known, cost.exact());
      made.put(address, known);
    }
    return known;
  }

  /** The minutes of a role in a unit cost that is built up. */
  Explanation minutes(LineSource.OfProcess process, String role) {
    Explanation unitCost = of(process);
    Explanation minutes =
        unitCost.parts().stream()
            .filter(p -> p.rule() == Rule.TIME_AT_COST)
            .filter(p -> p.parts().get(1).key().equals(hour(role)))
            .findFirst()
            .orElseThrow()
            .parts()
            .get(0);
    return minutes
        .named(minutes.label() + ", " + unitCost.label())
        .sharedAt(unitCost.key() + "/minutes/" + role);
  }

  private static String hour(String role) {
    return "hourly-cost/" + role;
  }

  private static List<String> with(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private Explanation builtUp(ProcessGraph graph, UnitCost cost, Measure measure) {
    MinutesExplanation minutes = new MinutesExplanation(graph, book.timeUse(), cost.variations());
    Map<String, List<Explanation>> byRole = new LinkedHashMap<>();
    for (UnitCost.Line line : cost.lines()) {
      byRole
          .computeIfAbsent(line.role(), r -> new ArrayList<>())
          .add(minutes.of(graph.findTask(line.task()).orElseThrow(), line.role(), line.category()));
    }
    List<Explanation> roles = new ArrayList<>();
    byRole.forEach((role, parts) -> roles.add(role(role, parts, measure)));
    List<String> variations =
        cost.variations().stream().map(v -> graph.findVariation(v).orElseThrow().name()).toList();
    return Explanation.of(
        graph.name() + (variations.isEmpty() ? "" : " (" + String.join(", ", variations) + ")"),
        measure,
        Rule.SUM,
        roles);
  }

  private Explanation role(String role, List<Explanation> minutes, Measure measure) {
    Explanation hour = hourlyCost(role);
    String name = hourly(role).role().name();
    return Explanation.of(
        name,
        measure,
        Rule.TIME_AT_COST,
        Explanation.of("Minutes of " + name, Measure.MINUTES, Rule.SUM, minutes),
        hour);
  }

  private Explanation stated(ProcessGraph graph, StatedUnitCost figure, Measure measure) {
    Explanation repriced =
        prices.repriced(
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

  /** Annual cost ÷ working hours, ÷ the case-related share where that hour is meant. */
  Explanation hourlyCost(String role) {
    Explanation known = made.get(hour(role));
    if (known == null) {
      known = hour(hourly(role)).sharedAt(hour(role));
      made.put(hour(role), known);
    }
    return known;
  }

  private HourlyCost hourly(String role) {
    HourlyCost cost = hourlyCosts.get(role);
    if (cost == null) {
      throw new IllegalStateException("No hourly cost of " + role);
    }
    return cost;
  }

  private Explanation hour(HourlyCost cost) {
    String name = cost.role().name();
    Explanation annual =
        Explanation.of(
            "Annual cost of one " + name.toLowerCase(java.util.Locale.UK),
            Measure.POUNDS_A_YEAR,
            Rule.SUM,
            annual(cost));
    Explanation hour =
        Explanation.of(
            "An hour of " + name,
            Measure.POUNDS_AN_HOUR,
            Rule.QUOTIENT,
            annual,
            Explanation.of(
                "Working hours a year",
                Measure.HOURS,
                Rule.PRODUCT,
                counted("Weeks worked", Measure.FACTOR, Fractions.of(cost.time().weeks()), cost),
                counted(
                    "Contracted hours a week",
                    Measure.HOURS,
                    Fractions.of(cost.time().hoursAWeek()),
                    cost)));
    if (book.hourBasis() == HourBasis.CASE_RELATED_HOUR) {
      hour =
          Explanation.of(
              "A case-related hour of " + name,
              Measure.POUNDS_AN_HOUR,
              Rule.QUOTIENT,
              hour,
              Explanation.input(
                  "Case-related share of working time",
                  Measure.SHARE,
                  Fractions.of(cost.role().caseRelatedShare()),
                  cost.role().provenance()));
    }
    return cost.year().equals(book.priceYear())
        ? hour
        : Explanation.of(
            hour.label() + ", in " + book.priceYear() + " prices",
            Measure.POUNDS_AN_HOUR,
            Rule.PRODUCT,
            hour,
            prices.index(PriceIndices.Kind.STAFF, cost.year()));
  }

  /** Where agency workers fill a share of the posts, each kind of pay counts by its share. */
  private static List<Explanation> annual(HourlyCost cost) {
    List<Explanation> pay =
        List.of(
            yearly("Salary", cost.salary(), cost),
            yearly("Employer National Insurance", cost.insurance(), cost),
            yearly("Employer pension", cost.pension(), cost));
    AgencyCover agency = cost.agency();
    List<Explanation> parts = new ArrayList<>();
    if (agency.share().signum() == 0) {
      parts.addAll(pay);
    } else {
      parts.add(
          Explanation.of(
              "Pay of permanent staff, by their share of posts",
              Measure.POUNDS_A_YEAR,
              Rule.PRODUCT,
              Explanation.of("Pay of a permanent post", Measure.POUNDS_A_YEAR, Rule.SUM, pay),
              counted("Share of posts", Measure.SHARE, agency.permanent(), cost)));
      parts.add(
          Explanation.of(
              "Pay of agency workers, by their share of posts",
              Measure.POUNDS_A_YEAR,
              Rule.PRODUCT,
              yearly("Pay of an agency post", agency.annualPay(), cost),
              counted("Share of posts", Measure.SHARE, Fractions.of(agency.share()), cost)));
    }
    parts.add(yearly("Direct overheads", cost.directOverheads(), cost));
    parts.add(yearly("Indirect overheads", cost.indirectOverheads(), cost));
    parts.add(yearly("Capital", cost.capital(), cost));
    return parts;
  }

  private static Explanation counted(
      String label, Measure measure, BigFraction value, HourlyCost cost) {
    return Explanation.input(label, measure, value, cost.provenance());
  }

  private static Explanation yearly(String label, Money amount, HourlyCost cost) {
    return Explanation.input(label, Measure.POUNDS_A_YEAR, amount.pounds(), cost.provenance());
  }

  private static void check(Explanation made, Money counted) {
    if (!made.value().equals(counted.pounds())) {
      throw new IllegalStateException(
          made.label() + " is counted as " + counted + " but explained as " + made.written());
    }
  }
}
