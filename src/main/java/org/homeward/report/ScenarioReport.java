package org.homeward.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonWords;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.scenario.ScenarioResult;
import org.jspecify.annotations.Nullable;

/**
 * A what-if as a report: what is changed, and each route before, after and the difference.
 *
 * @param before and after: the figures that either rests on
 * @param cohort what the changes do to a cohort besides, if one is asked about
 */
public record ScenarioReport(
    ScenarioResult result,
    ExplanationCalculator before,
    ExplanationCalculator after,
    Map<String, String> roleNames,
    @Nullable CohortEffect cohort,
    Document document) {

  /**
   * @param base the book before the changes
   * @param whatIf the same of a cohort, or null
   * @param changes what is changed, in sentences
   * @param effects what that does, in sentences
   * @param stamp what the answer was made from, by name
   */
  public static ScenarioReport of(
      String title,
      CompiledBook base,
      ScenarioResult result,
      @Nullable CohortWhatIf whatIf,
      List<String> changes,
      List<String> effects,
      Map<String, String> stamp) {
    CohortEffect cohort = whatIf == null ? null : new CohortEffect(whatIf, base.book());
    ExplanationCalculator before = new ExplanationCalculator(base);
    ExplanationCalculator after = new ExplanationCalculator(result.changedBook());
    Map<String, String> roleNames = ComparisonReport.roleNames(base.book());
    List<Explanation> totals = new ArrayList<>();
    result.base().pathways().forEach(p -> totals.add(before.totalOf(p.pathway(), p.ledger())));
    result.changed().pathways().forEach(p -> totals.add(after.totalOf(p.pathway(), p.ledger())));
    return new ScenarioReport(
        result,
        before,
        after,
        roleNames,
        cohort,
        document(title, base, result, cohort, changes, effects, roleNames, totals, stamp));
  }

  /** A route before and after. */
  record Pair(Comparison.CostedPathway before, Comparison.CostedPathway after) {

    String name() {
      return before.pathway().name();
    }

    Ledger was() {
      return before.ledger();
    }

    Ledger is() {
      return after.ledger();
    }

    List<Comparison.CostedPathway> both() {
      return List.of(before, after);
    }

    /** What costs anything before or after. */
    SortedSet<String> items() {
      SortedSet<String> items = new TreeSet<>(was().by(LedgerLine::item).keySet());
      items.addAll(is().by(LedgerLine::item).keySet());
      return items;
    }
  }

  List<Pair> pairs() {
    return pairs(result);
  }

  private static List<Pair> pairs(ScenarioResult result) {
    return IntStream.range(0, result.base().pathways().size())
        .mapToObj(
            i -> new Pair(result.base().pathways().get(i), result.changed().pathways().get(i)))
        .toList();
  }

  private static Document document(
      String title,
      CompiledBook base,
      ScenarioResult result,
      @Nullable CohortEffect cohort,
      List<String> changes,
      List<String> effects,
      Map<String, String> roleNames,
      List<Explanation> totals,
      Map<String, String> stamp) {
    ComparisonWords words = new ComparisonWords(base.book(), result.base());
    List<String> question =
        new ArrayList<>(List.of("What would it cost if this were different?", words.asked()));
    question.addAll(changes);
    List<String> assumptions = new ArrayList<>(words.assumptions());
    assumptions.add(BeforeAfter.NOTHING_ELSE);
    List<Pair> pairs = pairs(result);
    List<Document.Chart> charts = new ArrayList<>(List.of(chart(pairs)));
    List<Document.Grid> tables =
        new ArrayList<>(pairs.stream().flatMap(p -> tables(p, roleNames).stream()).toList());
    if (cohort != null) {
      charts.addAll(cohort.charts());
      tables.addAll(cohort.grids());
      assumptions.addAll(CohortWhatIf.ASSUMPTIONS);
    }
    return new Document(
        title,
        question,
        effects,
        charts,
        tables,
        assumptions,
        new ComparisonWords(result.changedBook().book(), result.changed()).illustrative(),
        ComparisonReport.sources(totals),
        words.leftOut(),
        stamp);
  }

  private static Document.Chart chart(List<Pair> pairs) {
    Map<String, Map<Component, Pence>> bars = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      bars.put(pair.name() + ", before", pair.was().byComponent());
      bars.put(pair.name() + ", after", pair.is().byComponent());
    }
    return BeforeAfter.chart(
        "before-after", "What each route costs before and after, by component", "Route", bars);
  }

  private static List<Document.Grid> tables(Pair pair, Map<String, String> roleNames) {
    List<Document.Line> components = new ArrayList<>();
    for (Component c : Component.values()) {
      components.add(
          BeforeAfter.line(
              c.title(),
              BeforeAfter.amount(pair.was().byComponent(), c),
              BeforeAfter.amount(pair.is().byComponent(), c)));
    }
    components.add(
        BeforeAfter.inBold(BeforeAfter.line("Total", pair.was().total(), pair.is().total())));
    components.add(
        BeforeAfter.line(
            "Discounted, as the Green Book asks",
            pair.before().discounted().total(),
            pair.after().discounted().total()));
    List<Document.Line> payers = new ArrayList<>();
    for (Payer payer : ComparisonReport.payersOf(pair.both())) {
      payers.add(
          BeforeAfter.line(
              Format.title(payer.code()),
              BeforeAfter.amount(pair.was().byPayer(), payer),
              BeforeAfter.amount(pair.is().byPayer(), payer)));
    }
    Map<String, Pence> was = pair.was().by(LedgerLine::item);
    Map<String, Pence> is = pair.is().by(LedgerLine::item);
    List<Document.Line> items = new ArrayList<>();
    pair.items()
        .forEach(
            i ->
                items.add(
                    BeforeAfter.line(
                        Format.title(i), BeforeAfter.amount(was, i), BeforeAfter.amount(is, i))));
    return List.of(
        grid(pair, "by component", "Component", components),
        grid(pair, "by process, placement and support", "What", items),
        grid(pair, "who pays", "Payer", payers),
        grid(pair, "expected hours of staff time", "Role", hours(pair, roleNames)),
        grid(pair, "cost of staff time", "Role", costs(pair, roleNames)));
  }

  private static List<Document.Line> costs(Pair pair, Map<String, String> roleNames) {
    Map<String, Pence> was = pair.was().costByRole();
    Map<String, Pence> is = pair.is().costByRole();
    return ComparisonReport.rolesOf(pair.both()).stream()
        .map(
            role ->
                BeforeAfter.line(
                    roleNames.getOrDefault(role, Format.title(role)),
                    was.getOrDefault(role, Pence.ZERO),
                    is.getOrDefault(role, Pence.ZERO)))
        .toList();
  }

  private static List<Document.Line> hours(Pair pair, Map<String, String> roleNames) {
    Map<String, Minutes> was = pair.was().minutesByRole();
    Map<String, Minutes> is = pair.is().minutesByRole();
    List<Document.Line> lines = new ArrayList<>();
    for (String role : ComparisonReport.rolesOf(pair.both())) {
      Minutes before = was.getOrDefault(role, Minutes.ZERO);
      Minutes after = is.getOrDefault(role, Minutes.ZERO);
      BigFraction more = after.value().subtract(before.value()).divide(60);
      lines.add(
          new Document.Line(
              roleNames.getOrDefault(role, Format.title(role)),
              List.of(
                  Format.hours(before),
                  Format.hours(after),
                  Format.number(Fractions.toDecimal(more, 1))),
              false));
    }
    return lines;
  }

  private static Document.Grid grid(
      Pair pair, String caption, String first, List<Document.Line> lines) {
    return new Document.Grid(pair.name() + ": " + caption, BeforeAfter.heads(first), lines);
  }
}
