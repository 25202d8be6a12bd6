package org.homeward.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
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
import org.homeward.store.SavedScenario;
import org.jspecify.annotations.Nullable;

/**
 * What changes do, as a page shows it: before, after, and the difference.
 *
 * @param told each change in a sentence
 * @param sentences one for each route
 * @param totals of the routes
 * @param parts the difference by component, item, role and payer; what does not change is left out
 */
public record WhatIfAnswer(
    List<String> told,
    List<String> sentences,
    Picture chart,
    Table totals,
    List<Table> parts,
    boolean illustrative) {

  private static final BigFraction SIXTY = BigFraction.of(60);

  static WhatIfAnswer of(ScenarioResult result, @Nullable WhatIfQuestion question) {
    Names names = new Names(result.changedBook().book());
    return new WhatIfAnswer(
        result.told().stream().map(ScenarioResult.Told::sentence).toList(),
        result.effects().stream().map(ScenarioResult.Effect::sentence).toList(),
        chart(result),
        totals(result, question),
        Stream.of(
                table(
                    result,
                    new Kind<>(
                        "by-component",
                        "By component, in pounds",
                        "Component",
                        l -> pence(l.byComponent()),
                        Component::title,
                        WhatIfAnswer::pounds)),
                table(
                    result,
                    new Kind<>(
                        "by-item",
                        "By process and item, in pounds",
                        "Process or item",
                        l -> pence(l.by(LedgerLine::item)),
                        names::process,
                        WhatIfAnswer::pounds)),
                table(
                    result,
                    new Kind<>(
                        "by-role",
                        "Hours of staff time by role",
                        "Role",
                        l -> minutes(l.minutesByRole()),
                        names::role,
                        WhatIfAnswer::hours)),
                table(
                    result,
                    new Kind<>(
                        "by-payer",
                        "By who pays, in pounds",
                        "Payer",
                        l -> pence(l.byPayer()),
                        (Payer p) -> Format.title(p.code()),
                        WhatIfAnswer::pounds)))
            .filter(t -> !t.rows().isEmpty())
            .toList(),
        result.changed().pathways().stream().anyMatch(p -> p.ledger().illustrative()));
  }

  /** Those that are kept, the newest first. */
  static Table saved(List<SavedScenario> saved) {
    return new Table(
        "saved",
        "Saved what-ifs, the newest first",
        List.of("Name", "Saved on", "Version"),
        saved.stream()
            .map(
                s ->
                    Table.Row.of(
                        Cell.text(s.name()).to(SavedWhatIfController.address(s.id())),
                        Cell.date(s.createdAt()),
                        Cell.text(s.catalogue().substring(0, 12))))
            .toList());
  }

  List<Exhibit> exhibits() {
    List<Exhibit> exhibits = new ArrayList<>(List.of(chart, totals));
    exhibits.addAll(parts);
    return exhibits;
  }

  private static Picture chart(ScenarioResult result) {
    String title = "Each route before and after, by component";
    List<String> components = Arrays.stream(Component.values()).map(Component::title).toList();
    List<ComponentChart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < result.effects().size(); i++) {
      String name = result.effects().get(i).name();
      bars.add(bar(name + ", before", result.base().pathways().get(i).ledger()));
      bars.add(bar(name + ", after", result.changed().pathways().get(i).ledger()));
    }
    return new Picture(
        "before-after",
        title,
        ComponentChart.of("before-after-wide", title, components, bars, Size.WIDE),
        ComponentChart.of("before-after-narrow", title, components, bars, Size.NARROW));
  }

  private static ComponentChart.Bar bar(String name, Ledger ledger) {
    return new ComponentChart.Bar(
        name, ledger.byComponent().values().stream().map(Pence::value).toList());
  }

  /** Each total leads to why it is so, where an address can hold the question. */
  private static Table totals(ScenarioResult result, @Nullable WhatIfQuestion question) {
    List<Table.Row> rows = new ArrayList<>();
    for (ScenarioResult.Effect effect : result.effects()) {
      String id = effect.pathway();
      rows.add(
          Table.Row.of(
              Cell.text(effect.name()),
              Cell.pounds(effect.base()).to(question == null ? null : question.why(id, false)),
              Cell.pounds(effect.changed()).to(question == null ? null : question.why(id, true)),
              Cell.pounds(effect.difference())));
    }
    return new Table(
        "effect",
        "What each route costs, in pounds",
        List.of("Route", "Before", "After", "Difference"),
        rows);
  }

  /** One way of dividing a ledger, exact: pence or minutes by key. */
  private record Kind<K extends Comparable<K>>(
      String id,
      String caption,
      String heading,
      Function<Ledger, Map<K, BigFraction>> parts,
      Function<K, String> name,
      Function<BigFraction, Cell> cell) {}

  private static <K extends Comparable<K>> Table table(ScenarioResult result, Kind<K> kind) {
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < result.effects().size(); i++) {
      Map<K, BigFraction> before = kind.parts().apply(result.base().pathways().get(i).ledger());
      Map<K, BigFraction> after = kind.parts().apply(result.changed().pathways().get(i).ledger());
      SortedSet<K> keys = new TreeSet<>(before.keySet());
      keys.addAll(after.keySet());
      for (K key : keys) {
        BigFraction was = before.getOrDefault(key, BigFraction.ZERO);
        BigFraction is = after.getOrDefault(key, BigFraction.ZERO);
        if (!was.equals(is)) {
          rows.add(
              Table.Row.of(
                  Cell.text(kind.name().apply(key)),
                  Cell.text(result.effects().get(i).name()),
                  kind.cell().apply(was),
                  kind.cell().apply(is),
                  kind.cell().apply(is.subtract(was))));
        }
      }
    }
    return new Table(
        kind.id(),
        kind.caption(),
        List.of(kind.heading(), "Route", "Before", "After", "Difference"),
        rows);
  }

  private static <K> Map<K, BigFraction> pence(Map<K, Pence> sums) {
    Map<K, BigFraction> exact = new TreeMap<>();
    sums.forEach((key, sum) -> exact.put(key, BigFraction.of(sum.value())));
    return exact;
  }

  private static Map<String, BigFraction> minutes(Map<String, Minutes> sums) {
    Map<String, BigFraction> exact = new TreeMap<>();
    sums.forEach((role, sum) -> exact.put(role, sum.value()));
    return exact;
  }

  private static Cell pounds(BigFraction pence) {
    return Cell.pounds(Pence.of(pence.longValue()));
  }

  private static Cell hours(BigFraction minutes) {
    BigDecimal hours = Fractions.toDecimal(minutes.divide(SIXTY), 1);
    return Cell.number(hours);
  }
}
