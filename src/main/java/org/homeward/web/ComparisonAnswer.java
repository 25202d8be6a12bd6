package org.homeward.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.Component;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.CumulativeChart;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;

/**
 * A comparison as the home page shows it.
 *
 * @param sentences the answer in words, one for each pathway but the baseline
 * @param cumulativeChart SVG
 * @param componentChart SVG
 * @param costs a row for each component and total; cells by pathway
 * @param years a row for each year since the start: spent so far; cells by pathway
 * @param hours a row for each role; cells by pathway
 * @param notes what a reader should know
 * @param catalogue hash of the version that answered
 */
public record ComparisonAnswer(
    List<Comparison.CostedPathway> pathways,
    List<String> sentences,
    String cumulativeChart,
    String componentChart,
    List<Row> costs,
    List<Row> years,
    List<Row> hours,
    List<String> notes,
    boolean illustrative,
    String catalogue) {

  /** A row of a table: a heading and a cell for each pathway. */
  public record Row(String heading, List<String> cells, boolean strong) {}

  static ComparisonAnswer of(Question question, CostBook book, Comparison comparison) {
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    boolean illustrative =
        pathways.stream()
            .anyMatch(p -> p.ledger().illustrative() || p.pathway().provenance().illustrative());
    return new ComparisonAnswer(
        pathways,
        sentences(question, comparison),
        CumulativeChart.of(
            "cumulative",
            "Spent so far on each route",
            pathways.stream()
                .map(p -> new CumulativeChart.Series(p.pathway().name(), p.cumulative()))
                .toList()),
        ComponentChart.of(
            "components",
            "What each route costs in all, by component",
            Arrays.stream(Component.values()).map(c -> Format.title(c.code())).toList(),
            pathways.stream()
                .map(
                    p ->
                        new ComponentChart.Bar(
                            p.pathway().name(),
                            p.ledger().byComponent().values().stream().map(Pence::value).toList()))
                .toList()),
        costs(pathways),
        years(pathways),
        hours(book, pathways),
        notes(book, pathways),
        illustrative,
        book.hash());
  }

  private static List<String> sentences(Question question, Comparison comparison) {
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    Comparison.CostedPathway baseline = pathways.get(0);
    String until = " to " + until(question.horizon());
    if (pathways.size() == 1) {
      return List.of(
          baseline.pathway().name()
              + " costs "
              + Format.wholePounds(baseline.ledger().total())
              + until
              + ".");
    }
    List<String> sentences = new ArrayList<>();
    for (Comparison.CostedPathway other : pathways.subList(1, pathways.size())) {
      Pence difference = other.difference();
      String compared =
          difference.value() == 0
              ? " costs the same as "
              : " costs "
                  + Format.wholePounds(Pence.of(Math.abs(difference.value())))
                  + (difference.value() < 0 ? " less than " : " more than ");
      sentences.add(
          other.pathway().name()
              + compared
              + baseline.pathway().name()
              + until
              + "."
              + settles(comparison, baseline.pathway().id(), other.pathway().id()));
    }
    return sentences;
  }

  private static String settles(Comparison comparison, String baseline, String other) {
    return comparison.breakEvens().stream()
        .filter(b -> b.first().equals(baseline) && b.second().equals(other))
        .map(b -> " " + b.reason())
        .findFirst()
        .orElse("");
  }

  private static String until(String horizon) {
    return horizon.startsWith("age-")
        ? "the " + horizon.substring(4) + (horizon.endsWith("21") ? "st" : "th") + " birthday"
        : horizon;
  }

  private static List<Row> costs(List<Comparison.CostedPathway> pathways) {
    List<Row> rows = new ArrayList<>();
    for (Component component : Component.values()) {
      rows.add(
          new Row(
              Format.title(component.code()),
              pathways.stream()
                  .map(
                      p ->
                          Format.pounds(
                              p.ledger().byComponent().getOrDefault(component, Pence.ZERO)))
                  .toList(),
              false));
    }
    rows.add(row("Total", pathways, p -> Format.pounds(p.ledger().total()), true));
    rows.add(row("Difference from the first", pathways, p -> Format.pounds(p.difference()), false));
    rows.add(row("Per week", pathways, p -> Format.pounds(p.perWeek()), false));
    rows.add(
        row(
            "Discounted total (Green Book)",
            pathways,
            p -> Format.pounds(p.discounted().total()),
            false));
    return rows;
  }

  private static Row row(
      String heading,
      List<Comparison.CostedPathway> pathways,
      java.util.function.Function<Comparison.CostedPathway, String> cell,
      boolean strong) {
    return new Row(heading, pathways.stream().map(cell).toList(), strong);
  }

  private static List<Row> years(List<Comparison.CostedPathway> pathways) {
    int months = pathways.stream().mapToInt(p -> p.cumulative().size()).max().orElse(0);
    List<Row> rows = new ArrayList<>();
    for (int month = 12; month - 12 < months; month += 12) {
      int end = Math.min(month, months);
      rows.add(
          row(
              end % 12 == 0 ? "Year " + end / 12 : "Month " + end,
              pathways,
              p -> Format.pounds(Pence.of(p.cumulative().get(end - 1))),
              false));
    }
    return rows;
  }

  private static List<Row> hours(CostBook book, List<Comparison.CostedPathway> pathways) {
    Map<String, String> names = new LinkedHashMap<>();
    book.hourlyCosts().forEach(h -> names.put(h.role().id(), h.role().name()));
    List<Map<String, Minutes>> minutes = new ArrayList<>();
    TreeSet<String> roles = new TreeSet<>();
    for (Comparison.CostedPathway pathway : pathways) {
      Map<String, Minutes> byRole = pathway.ledger().minutesByRole();
      minutes.add(byRole);
      roles.addAll(byRole.keySet());
    }
    return roles.stream()
        .map(
            role ->
                new Row(
                    names.getOrDefault(role, Format.title(role)),
                    minutes.stream()
                        .map(m -> Format.hours(m.getOrDefault(role, Minutes.ZERO)))
                        .toList(),
                    false))
        .toList();
  }

  private static List<String> notes(CostBook book, List<Comparison.CostedPathway> pathways) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "All amounts are in "
            + book.priceYear()
            + " prices ("
            + book.index().name()
            + "). Placement fees and allowances are kept apart from case management, which is staff time at what an hour costs.");
    var first = pathways.get(0).pathway();
    if (first.span().toDay() <= first.child().reaches(18)) {
      notes.add(
          "The comparison stops at or before the 18th birthday: leaving care, Staying Put and setting-up costs are left out.");
    }
    for (Comparison.CostedPathway pathway : pathways) {
      String note = pathway.pathway().provenance().note();
      if (!note.isEmpty()) {
        notes.add(pathway.pathway().name() + ": " + note);
      }
    }
    notes.addAll(book.warnings());
    return notes;
  }
}
