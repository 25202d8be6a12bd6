package org.homeward.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.homeward.api.ParameterFilter;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.quantity.Fractions;
import org.homeward.scenario.ScenarioNumber;

/**
 * Numbers that a what-if can change, found by words: those of the routes, and those of the cost
 * book that hold on their days.
 *
 * @param all that fit
 */
public record NumberSearch(List<ScenarioNumber> all) {

  private static final int MOST_SHOWN = 30;

  private static final int DECIMALS = 6;

  /**
   * @param words that a number's name or path must all have; where there are none, the numbers of
   *     the routes alone
   */
  static NumberSearch of(
      String words, List<Pathway> routes, CompiledBook book, ParameterCatalogue parameters) {
    List<String> asked =
        Arrays.stream(words.toLowerCase(Locale.UK).split("\\s+", -1))
            .filter(w -> !w.isEmpty())
            .toList();
    List<ScenarioNumber> found = new ArrayList<>();
    for (Pathway route : routes) {
      ScenarioNumber.of(route, book).stream()
          .filter(n -> asked.stream().allMatch(text(n)::contains))
          .forEach(found::add);
    }
    if (!asked.isEmpty()) {
      ParameterFilter.of(parameters, null, words, null).stream()
          .filter(p -> p.insteadOf() == null && !endedBefore(p, routes))
          .map(NumberSearch::number)
          .forEach(found::add);
    }
    return new NumberSearch(List.copyOf(found));
  }

  /** The first of them, which a page shows. */
  public List<ScenarioNumber> found() {
    return all.subList(0, Math.min(MOST_SHOWN, all.size()));
  }

  public int count() {
    return all.size();
  }

  /** All of them, as a file has them. */
  public Table table() {
    return new Table(
        "numbers-found",
        "Numbers found",
        List.of("Number", "Now", "Unit"),
        all.stream()
            .map(
                n ->
                    Table.Row.of(
                        Cell.text(n.name()).at(n.path()),
                        Cell.number(Fractions.plain(Fractions.toDecimal(n.value(), DECIMALS))),
                        Cell.text(n.unit())))
            .toList());
  }

  /** What is shown. */
  public String title(String words) {
    if (words.isEmpty()) {
      return "Numbers of the routes";
    }
    String of = "“" + words + "”";
    int count = count();
    return count == 0
        ? "No number has the words " + of
        : count > MOST_SHOWN
            ? "The first " + MOST_SHOWN + " of " + count + " numbers with " + of
            : count + (count == 1 ? " number with " : " numbers with ") + of;
  }

  private static String text(ScenarioNumber number) {
    return (number.path() + " " + number.name()).toLowerCase(Locale.UK);
  }

  /** What has a successor when the routes begin is of no use to them. */
  private static boolean endedBefore(Parameter p, List<Pathway> routes) {
    LocalDate until = p.until();
    return until != null && routes.stream().noneMatch(r -> r.span().from().isBefore(until));
  }

  private static ScenarioNumber number(Parameter p) {
    return new ScenarioNumber(p.path(), p.name(), p.unit(), p.value());
  }

  /** What a path means, in words; empty where it means nothing. */
  static String meaning(
      String path, List<Pathway> routes, CompiledBook book, ParameterCatalogue parameters) {
    try {
      List<Parameter> several = path.contains("*") ? parameters.meant(path) : List.of();
      if (several.size() > 1) {
        return several.size() + " numbers, the first of them " + several.get(0).name();
      }
      ScenarioNumber number = ScenarioNumber.find(path, routes, parameters, book);
      return number.name() + ", now " + number.written();
    } catch (InputException e) {
      return "";
    }
  }
}
