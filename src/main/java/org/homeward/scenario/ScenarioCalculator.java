package org.homeward.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Payer;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;

/**
 * The base, the same question after changes, and the difference line by line (method, section 7).
 */
public final class ScenarioCalculator {

  private static final Pattern PLACE = Pattern.compile("changes\\[(\\d+)](.*)", Pattern.DOTALL);

  private final ParameterCatalogue parameters;
  private final CompiledBook base;

  /**
   * @param parameters of the base
   */
  public ScenarioCalculator(ParameterCatalogue parameters, CompiledBook base) {
    this.parameters = parameters;
    this.base = base;
  }

  /**
   * @throws InputException with every change whose path is unknown, or whose value the book or a
   *     pathway refuses, by its place
   */
  public ScenarioResult calculate(List<Pathway> pathways, Scenario scenario) {
    Changed changed = change(pathways, scenario.changes());
    Comparison before = new ComparisonCalculator(base).calculate(pathways);
    Comparison after = new ComparisonCalculator(changed.book()).calculate(changed.pathways());
    List<ScenarioResult.Effect> effects = new ArrayList<>();
    for (int i = 0; i < pathways.size(); i++) {
      effects.add(effect(before.pathways().get(i), after.pathways().get(i)));
    }
    return new ScenarioResult(base, changed.book(), before, after, changed.told(), effects);
  }

  /** Book and pathways after changes. */
  public record Changed(
      CompiledBook book, List<Pathway> pathways, List<ScenarioResult.Told> told) {}

  /**
   * The book and the pathways, which may be none, after changes; what a change does to the shares
   * of a cohort is left to who knows it.
   *
   * @throws InputException as {@link #calculate}
   */
  public Changed change(List<Pathway> pathways, List<Change> changes) {
    Problems problems = new Problems();
    List<Pathway> moved = new ArrayList<>(pathways);
    List<Change> ofBook = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    ChangeWords words = new ChangeWords(parameters);
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (Scenario.isOfPathway(change)) {
        ofPathway(moved, change, "changes[" + i + "]", words, problems);
      } else if (!change.isOfCohort()) {
        ofBook.add(change);
        places.add(i);
      }
    }
    CompiledBook book = book(ofBook, places, words, problems);
    problems.throwIfAny();
    List<Pathway> tested = moved.stream().map(p -> TestedAgain.by(book, p)).toList();
    return new Changed(book, tested, words.told());
  }

  private void ofPathway(
      List<Pathway> pathways, Change change, String where, ChangeWords words, Problems problems) {
    int found = 0;
    for (int p = 0; p < pathways.size(); p++) {
      Pathway pathway = pathways.get(p);
      if (change.path().startsWith("pathways/" + pathway.id() + "/")) {
        found++;
        PathwayNumbers numbers = new PathwayNumbers(pathway, base);
        Pathway after =
            problems.attempt(
                where,
                change.value().toPlainString(),
                "Choose another value.",
                () -> numbers.with(change));
        if (after != null) {
          pathways.set(p, after);
          words.tell(numbers.number(change.path()), change);
        }
      }
    }
    if (found == 0) {
      problems.add(
          where,
          change.path(),
          "No pathway of this question has this path.",
          pathways.isEmpty()
              ? "It asks about no pathway: name one, or change a number of the book."
              : "After pathways/ comes one of "
                  + String.join(", ", pathways.stream().map(Pathway::id).toList())
                  + ".");
    }
  }

  /** Problems are told by the place of their change among all. */
  private CompiledBook book(
      List<Change> changes, List<Integer> places, ChangeWords words, Problems problems) {
    if (changes.isEmpty()) {
      return base;
    }
    try {
      CompiledBook book = new CompiledBook(parameters.with(changes).book());
      changes.forEach(words::tell);
      return book;
    } catch (InputException e) {
      e.problems().forEach(p -> problems.add(placed(p, places)));
      return base;
    }
  }

  private static Problem placed(Problem problem, List<Integer> places) {
    Matcher m = PLACE.matcher(problem.where());
    return m.matches()
        ? new Problem(
            "changes[" + places.get(Integer.parseInt(m.group(1))) + "]" + m.group(2),
            problem.value(),
            problem.reason(),
            problem.remedy())
        : problem;
  }

  private static ScenarioResult.Effect effect(
      Comparison.CostedPathway base, Comparison.CostedPathway changed) {
    Ledger before = base.ledger();
    Ledger after = changed.ledger();
    Map<Component, Pence> byComponent = new EnumMap<>(Component.class);
    Map<Component, Pence> was = before.byComponent();
    after
        .byComponent()
        .forEach((c, sum) -> byComponent.put(c, sum.minus(was.getOrDefault(c, Pence.ZERO))));
    return new ScenarioResult.Effect(
        base.pathway().id(),
        base.pathway().name(),
        before.total(),
        after.total(),
        byComponent,
        differences(before.by(LedgerLine::item), after.by(LedgerLine::item)),
        minutes(before.minutesByRole(), after.minutesByRole()),
        differences(before.costByRole(), after.costByRole()),
        differences(new TreeMap<Payer, Pence>(before.byPayer()), after.byPayer()));
  }

  private static <K extends Comparable<K>> SortedMap<K, Pence> differences(
      Map<K, Pence> before, Map<K, Pence> after) {
    SortedMap<K, Pence> differences = new TreeMap<>(after);
    before.forEach((key, sum) -> differences.merge(key, Pence.of(-sum.value()), Pence::plus));
    differences.values().removeIf(d -> d.value() == 0);
    return differences;
  }

  private static SortedMap<String, BigFraction> minutes(
      Map<String, Minutes> before, Map<String, Minutes> after) {
    SortedMap<String, BigFraction> differences = new TreeMap<>();
    after.forEach((role, minutes) -> differences.put(role, minutes.value()));
    before.forEach(
        (role, minutes) -> differences.merge(role, minutes.value().negate(), BigFraction::add));
    differences.values().removeIf(d -> d.signum() == 0);
    return differences;
  }
}
