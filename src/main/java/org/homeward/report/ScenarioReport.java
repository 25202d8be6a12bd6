package org.homeward.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonWords;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.Size;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.scenario.ScenarioResult;

/**
 * A what-if as a report: what is changed, and each route before, after and the difference.
 *
 * @param before and after: the figures that either rests on
 */
public record ScenarioReport(
    ScenarioResult result,
    ExplanationCalculator before,
    ExplanationCalculator after,
    Map<String, String> roleNames,
    Document document) {

  /** Heads of the columns of a table of one route. */
  static final List<String> BEFORE_AFTER = List.of("Before", "After", "Difference");

  /**
   * @param base the book before the changes
   * @param changes what is changed, in sentences
   * @param effects what that does, in sentences
   * @param stamp what the answer was made from, by name
   */
  public static ScenarioReport of(
      String title,
      CompiledBook base,
      ScenarioResult result,
      List<String> changes,
      List<String> effects,
      Map<String, String> stamp) {
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
        document(title, base, result, changes, effects, roleNames, totals, stamp));
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
    assumptions.add(
        "Everything that the question does not change is the same before and after; nothing is said of how likely the changes are.");
    List<Pair> pairs = pairs(result);
    return new Document(
        title,
        question,
        effects,
        List.of(chart(pairs)),
        pairs.stream().flatMap(p -> tables(p, roleNames).stream()).toList(),
        assumptions,
        new ComparisonWords(result.changedBook().book(), result.changed()).illustrative(),
        ComparisonReport.sources(totals),
        words.leftOut(),
        stamp);
  }

  private static Document.Chart chart(List<Pair> pairs) {
    String title = "What each route costs before and after, by component";
    Map<String, Ledger> bars = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      bars.put(pair.name() + ", before", pair.was());
      bars.put(pair.name() + ", after", pair.is());
    }
    return new Document.Chart(
        title,
        ComponentChart.of(
            "before-after",
            title,
            Arrays.stream(Component.values()).map(Component::title).toList(),
            bars.entrySet().stream()
                .map(
                    b ->
                        new ComponentChart.Bar(
                            b.getKey(),
                            b.getValue().byComponent().values().stream()
                                .map(Pence::value)
                                .toList()))
                .toList(),
            Size.WIDE),
        Document.Kind.STACKED_BARS,
        "Route",
        List.copyOf(bars.keySet()),
        Arrays.stream(Component.values())
            .map(
                c ->
                    new Document.Series(
                        c.title(),
                        bars.values().stream().map(l -> amount(l.byComponent(), c)).toList()))
            .toList());
  }

  private static List<Document.Grid> tables(Pair pair, Map<String, String> roleNames) {
    List<Document.Line> components = new ArrayList<>();
    for (Component c : Component.values()) {
      components.add(
          line(c.title(), amount(pair.was().byComponent(), c), amount(pair.is().byComponent(), c)));
    }
    components.add(inBold(line("Total", pair.was().total(), pair.is().total())));
    components.add(
        line(
            "Discounted, as the Green Book asks",
            pair.before().discounted().total(),
            pair.after().discounted().total()));
    List<Document.Line> payers = new ArrayList<>();
    for (Payer payer : ComparisonReport.payersOf(pair.both())) {
      payers.add(
          line(
              Format.title(payer.code()),
              amount(pair.was().byPayer(), payer),
              amount(pair.is().byPayer(), payer)));
    }
    Map<String, Pence> was = pair.was().by(LedgerLine::item);
    Map<String, Pence> is = pair.is().by(LedgerLine::item);
    List<Document.Line> items = new ArrayList<>();
    pair.items().forEach(i -> items.add(line(Format.title(i), amount(was, i), amount(is, i))));
    return List.of(
        grid(pair, "by component", "Component", components),
        grid(pair, "by process, placement and support", "What", items),
        grid(pair, "who pays", "Payer", payers),
        grid(pair, "expected hours of staff time", "Role", hours(pair, roleNames)));
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
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(BEFORE_AFTER);
    return new Document.Grid(pair.name() + ": " + caption, columns, lines);
  }

  private static Document.Line line(String heading, Pence before, Pence after) {
    return new Document.Line(
        heading,
        List.of(Format.pounds(before), Format.pounds(after), Format.pounds(after.minus(before))),
        false);
  }

  private static Document.Line inBold(Document.Line line) {
    return new Document.Line(line.heading(), line.cells(), true);
  }

  private static <K> Pence amount(Map<K, Pence> amounts, K key) {
    return amounts.getOrDefault(key, Pence.ZERO);
  }
}
