package org.homeward.web;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonWords;
import org.homeward.costbook.CostBook;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.CumulativeChart;
import org.homeward.picture.Size;
import org.homeward.picture.Spending;

/**
 * A comparison as the home page shows it.
 *
 * @param asked the question in words
 * @param sentences the answer in words, one for each pathway but the baseline
 * @param costs a row for each component and the total
 * @param totals the total in other ways of counting: discounted, in money of the day, by week and
 *     year
 * @param years spent by the end of each year since the start
 * @param hours of staff time by role
 * @param assumptions what the answer takes for granted
 * @param illustrative what in it was chosen to be plausible and not observed
 * @param fixed the same question, to be answered by the version that answered it for ever
 */
public record ComparisonAnswer(
    List<Comparison.CostedPathway> pathways,
    String asked,
    List<String> sentences,
    Picture spending,
    Picture components,
    Table costs,
    Table totals,
    Table years,
    Table hours,
    List<String> assumptions,
    List<String> illustrative,
    Question fixed) {

  /**
   * @param version that was asked
   * @param book the same, or with other minutes where the question asks for them
   */
  static ComparisonAnswer of(
      Question question, CostBook version, CostBook book, Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(question, book, comparison, question.weeks());
    ComparisonWords words = new ComparisonWords(book, comparison);
    return new ComparisonAnswer(
        comparison.pathways(),
        words.asked(),
        words.sentences(),
        spending(comparison),
        components(comparison),
        tables.costs(),
        tables.totals(),
        tables.years(),
        tables.hours(),
        Stream.concat(words.assumptions().stream(), words.leftOut().stream()).toList(),
        words.illustrative(),
        question.at(version.hash()));
  }

  List<Exhibit> exhibits() {
    return List.of(spending, components, costs, totals, years, hours);
  }

  private static Picture spending(Comparison comparison) {
    String title = "Spent so far on each route";
    Spending spending = Spending.of(comparison);
    return new Picture(
        "spending",
        title,
        CumulativeChart.of("spending-wide", title, spending, Size.WIDE),
        CumulativeChart.of("spending-narrow", title, spending, Size.NARROW));
  }

  private static Picture components(Comparison comparison) {
    String title = "What each route costs in all, by component";
    return new Picture(
        "components",
        title,
        ComponentChart.of("components-wide", title, comparison, Size.WIDE),
        ComponentChart.of("components-narrow", title, comparison, Size.NARROW));
  }
}
