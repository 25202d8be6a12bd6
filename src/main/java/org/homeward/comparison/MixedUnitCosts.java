package org.homeward.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.pathway.LineSource;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.unitcost.UnitCost;

/**
 * Explains unit costs that have some factors of one book and the rest of another, and what a factor
 * adds to the difference of both: the mean, over every order in which the factors can be changed,
 * of the unit cost with it less that without.
 */
final class MixedUnitCosts {

  static final String SECOND = "second/";

  private static final List<Factor> FACTORS = UnitCostDecomposition.weighed();
  private static final int PENCE = 100;

  private final Side first;
  private final Side second;
  private final String firstName;
  private final String secondName;
  private final ExplanationCalculator ofFirst;
  private final ExplanationCalculator ofSecond;
  private final UnitCostDecompositionCalculator calculator;

  MixedUnitCosts(Side first, String firstName, Side second, String secondName) {
    this.first = first;
    this.second = second;
    this.firstName = firstName;
    this.secondName = secondName;
    ofFirst = new ExplanationCalculator(first.book());
    ofSecond = new ExplanationCalculator(second.book());
    calculator = new UnitCostDecompositionCalculator(first, second);
  }

  /** By the first book. */
  Explanation before(LineSource.OfProcess was) {
    return ofFirst.unitCost(was);
  }

  /** By the second book; what both rest on alike is told once. */
  Explanation after(LineSource.OfProcess is) {
    return besideFirst(is.process().graph().id(), ofSecond.unitCost(is));
  }

  private Explanation besideFirst(String process, Explanation theirs) {
    CompiledBook book = first.book();
    return book.book().findProcess(process).isEmpty()
        ? theirs
        : theirs.beside(
            ofFirst.unitCost(new LineSource.OfProcess(book.process(process), 0)),
            SECOND,
            secondName);
  }

  /**
   * What a factor adds to the difference of a unit cost.
   *
   * @return one part for each set of other factors that are changed before it; none if it changes
   *     nothing
   */
  List<Explanation> added(LineSource.OfProcess was, LineSource.OfProcess is, Factor factor) {
    List<Factor> active = active(was.unitCost(), is.unitCost());
    List<Explanation> parts = new ArrayList<>();
    if (active.contains(factor)) {
      List<Factor> others = active.stream().filter(f -> f != factor).toList();
      for (int subset = 0; subset < 1 << others.size(); subset++) {
        int chosen = subset;
        List<Factor> changed =
            IntStream.range(0, others.size())
                .filter(i -> (chosen & 1 << i) != 0)
                .mapToObj(others::get)
                .toList();
        parts.add(step(was, is, active, changed, factor));
      }
    }
    return parts;
  }

  /** What a factor changes after some others, weighted by the orders in which it comes so. */
  private Explanation step(
      LineSource.OfProcess was,
      LineSource.OfProcess is,
      List<Factor> active,
      List<Factor> changed,
      Factor factor) {
    List<Factor> with = active.stream().filter(f -> f == factor || changed.contains(f)).toList();
    Explanation after = mixed(was, is, active, with);
    Explanation before = mixed(was, is, active, changed);
    String label =
        changed.isEmpty()
            ? "Where " + words(List.of(factor)) + " changes first"
            : "After " + words(changed) + (with.size() == active.size() ? ", last" : "");
    return Explanation.of(
        label,
        after.measure(),
        Rule.PRODUCT,
        Explanation.input(
            "Share of all orders",
            Measure.SHARE,
            Shapley.weight(changed.size(), active.size()),
            null),
        Explanation.of(
            "What " + words(List.of(factor)) + " changes then",
            after.measure(),
            Rule.DIFFERENCE,
            after,
            before));
  }

  private static String words(List<Factor> factors) {
    return factors.stream().map(f -> Format.words(f.code())).collect(Collectors.joining(", "));
  }

  /** The factors that make any difference to it. */
  private List<Factor> active(UnitCost was, UnitCost is) {
    BigFraction[] values =
        IntStream.range(0, 1 << FACTORS.size())
            .mapToObj(set -> calculator.pence(set, was, is))
            .toArray(BigFraction[]::new);
    return FACTORS.stream()
        .filter(
            f ->
                IntStream.range(0, values.length)
                    .anyMatch(
                        set ->
                            !values[set].equals(
                                values[set | UnitCostDecompositionCalculator.bit(f)])))
        .toList();
  }

  private Explanation mixed(
      LineSource.OfProcess was,
      LineSource.OfProcess is,
      List<Factor> active,
      List<Factor> changed) {
    int set = changed.stream().mapToInt(UnitCostDecompositionCalculator::bit).sum();
    BigFraction value = calculator.pence(set, was.unitCost(), is.unitCost()).divide(PENCE);
    Explanation before = before(was);
    if (changed.isEmpty() && before.value().equals(value)) {
      return before;
    }
    Explanation after = after(is);
    if (changed.size() == active.size() && after.value().equals(value)) {
      return after;
    }
    Predicate<Factor> ofSecond = changed::contains;
    return Explanation.of(
            before.label() + " with " + words(changed) + " of " + secondName,
            before.measure(),
            Rule.SUM,
            roles(was.unitCost(), is.unitCost(), before.measure(), set))
        .counted(value)
        .sharedAt(
            "with/"
                + FACTORS.stream()
                    .filter(ofSecond)
                    .map(Factor::code)
                    .collect(Collectors.joining("+"))
                + "/"
                + before.key());
  }

  /** Minutes in all × the share of each role, at what its hour costs so. */
  private List<Explanation> roles(UnitCost was, UnitCost is, Measure measure, int set) {
    Map<String, Minutes> time = of(Factor.TIME, set, was, is);
    Map<String, Minutes> mix = of(Factor.MIX, set, was, is);
    BigFraction inAll = UnitCostDecompositionCalculator.sum(time);
    if (inAll.signum() == 0) {
      return List.of();
    }
    Map<String, Minutes> shares =
        UnitCostDecompositionCalculator.sum(mix).signum() == 0 ? time : mix;
    BigFraction ofMix = UnitCostDecompositionCalculator.sum(shares);
    List<Explanation> roles = new ArrayList<>();
    shares.forEach(
        (role, minutes) ->
            roles.add(
                Explanation.of(
                    name(role),
                    measure,
                    Rule.TIME_AT_COST,
                    Explanation.of(
                        "Minutes of " + name(role),
                        Measure.MINUTES,
                        Rule.PRODUCT,
                        Explanation.input(
                            "Minutes in all, " + whose(Factor.TIME, set),
                            Measure.MINUTES,
                            inAll,
                            null),
                        Explanation.input(
                            "Share of " + name(role) + ", " + whose(Factor.MIX, set),
                            Measure.SHARE,
                            minutes.value().divide(ofMix),
                            null)),
                    hour(role, set))));
    return roles;
  }

  private static Map<String, Minutes> of(Factor factor, int set, UnitCost was, UnitCost is) {
    return (UnitCostDecompositionCalculator.has(set, factor) ? is : was).minutesByRole();
  }

  private String whose(Factor factor, int set) {
    return UnitCostDecompositionCalculator.has(set, factor) ? secondName : firstName;
  }

  private String name(String role) {
    return UnitCostDecompositionCalculator.staff(first, second, role).role().name();
  }

  /** As a book has it where it is all of one; else what its parts of both make. */
  private Explanation hour(String role, int set) {
    int factors =
        set
            & ~UnitCostDecompositionCalculator.bit(Factor.TIME)
            & ~UnitCostDecompositionCalculator.bit(Factor.MIX);
    BigFraction value = calculator.hour(role, factors);
    boolean firstHas = first.book().book().hourlyCostsByRole().containsKey(role);
    if (firstHas && ofFirst.hourlyCost(role).value().equals(value)) {
      return ofFirst.hourlyCost(role);
    }
    if (second.book().book().hourlyCostsByRole().containsKey(role)) {
      Explanation theirs = ofSecond.hourlyCost(role);
      if (theirs.value().equals(value)) {
        return firstHas ? theirs.beside(ofFirst.hourlyCost(role), SECOND, secondName) : theirs;
      }
    }
    return Explanation.input("An hour of " + name(role), Measure.POUNDS_AN_HOUR, value, null)
        .noting(
            "with "
                + words(
                    FACTORS.stream()
                        .filter(f -> UnitCostDecompositionCalculator.has(factors, f))
                        .toList())
                + " of "
                + secondName
                + " and all else of "
                + firstName);
  }
}
