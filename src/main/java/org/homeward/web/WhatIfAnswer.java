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
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
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

  /**
   * @param why the page about its figures
   */
  static WhatIfAnswer of(ScenarioResult result, String why) {
    Names names = new Names(result.changedBook().book());
    return new WhatIfAnswer(
        result.told().stream().map(ScenarioResult.Told::sentence).toList(),
        result.effects().stream().map(ScenarioResult.Effect::sentence).toList(),
        chart(result),
        totals(result, why),
        Stream.of(
                table(
                    result,
                    why,
                    new Kind<>(
                        "by-component",
                        "By component, in pounds",
                        "Component",
                        FigureExplanations.COMPONENT,
                        Component::code,
                        l -> pence(l.byComponent()),
                        Component::title,
                        WhatIfAnswer::pounds)),
                table(
                    result,
                    why,
                    new Kind<>(
                        "by-item",
                        "By process and item, in pounds",
                        "Process or item",
                        FigureExplanations.ITEM,
                        Function.identity(),
                        l -> pence(l.by(LedgerLine::item)),
                        names::process,
                        WhatIfAnswer::pounds)),
                table(
                    result,
                    why,
                    new Kind<>(
                        "by-role",
                        "Hours of staff time by role",
                        "Role",
                        FigureExplanations.HOURS,
                        Function.identity(),
                        l -> minutes(l.minutesByRole()),
                        names::role,
                        WhatIfAnswer::hours)),
                table(
                    result,
                    why,
                    new Kind<>(
                        "cost-by-role",
                        "Cost of staff time by role, in pounds",
                        "Role",
                        FigureExplanations.ROLE,
                        Function.identity(),
                        l -> pence(l.costByRole()),
                        names::role,
                        WhatIfAnswer::pounds)),
                table(
                    result,
                    why,
                    new Kind<>(
                        "by-payer",
                        "By who pays, in pounds",
                        "Payer",
                        FigureExplanations.PAYER,
                        Payer::code,
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

  private static Table totals(ScenarioResult result, String why) {
    List<Table.Row> rows = new ArrayList<>();
    for (ScenarioResult.Effect effect : result.effects()) {
      rows.add(
          row(
              List.of(Cell.text(effect.name())),
              List.of(
                  Cell.pounds(effect.base()),
                  Cell.pounds(effect.changed()),
                  Cell.pounds(effect.difference())),
              why,
              effect.pathway(),
              ExplanationCalculator.TOTAL));
    }
    return new Table(
        "effect",
        "What each route costs, in pounds",
        List.of("Route", "Before", "After", "Difference"),
        rows);
  }

  /** Figures before, after and their difference, each leading to why it is so. */
  private static Table.Row row(
      List<Cell> names, List<Cell> figures, String why, String pathway, String figure) {
    List<Cell> cells = new ArrayList<>(names);
    List<String> sides = List.of(WhatIfWhy.BEFORE, WhatIfWhy.AFTER, WhatIfWhy.CHANGE);
    for (int i = 0; i < figures.size(); i++) {
      cells.add(figures.get(i).to(WhatIfWhy.address(why, pathway, sides.get(i) + figure)));
    }
    return Table.Row.of(cells);
  }

  /**
   * One way of dividing a ledger, exact: pence or minutes by key.
   *
   * @param figure with what the address of why begins
   * @param id with which it goes on
   */
  private record Kind<K extends Comparable<K>>(
      String table,
      String caption,
      String heading,
      String figure,
      Function<K, String> id,
      Function<Ledger, Map<K, BigFraction>> parts,
      Function<K, String> name,
      Function<BigFraction, Cell> cell) {}

  private static <K extends Comparable<K>> Table table(
      ScenarioResult result, String why, Kind<K> kind) {
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
              row(
                  List.of(
                      Cell.text(kind.name().apply(key)), Cell.text(result.effects().get(i).name())),
                  List.of(
                      kind.cell().apply(was),
                      kind.cell().apply(is),
                      kind.cell().apply(is.subtract(was))),
                  why,
                  result.effects().get(i).pathway(),
                  kind.figure() + "/" + kind.id().apply(key)));
        }
      }
    }
    return new Table(
        kind.table(),
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
