package org.homeward.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.PathwayDecompositionCalculator.Doing;
import org.homeward.comparison.PathwayDecompositionCalculator.Use;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.explanation.BookFigures;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Explains the part that a factor has in the difference of a unit cost, or of what a pathway costs,
 * between two books, down to the unit costs that enter.
 */
public final class PartExplanations {

  /** Before the code of a factor and the address of what is taken apart. */
  public static final String PART = "part/";

  private static final String UNIT_COST = BookFigures.unitCost("");

  /** In a pathway of dozens of processes more than these of each are too many to follow. */
  private static final int MOST_STEPS = 8;

  private final Side first;
  private final Side second;
  private final String firstName;
  private final String secondName;
  private final MixedUnitCosts unitCosts;

  /**
   * @param names of the books
   */
  public PartExplanations(List<Side> sides, List<String> names) {
    first = sides.get(0);
    second = sides.get(1);
    firstName = names.get(0);
    secondName = names.get(1);
    unitCosts = new MixedUnitCosts(first, firstName, second, secondName);
  }

  /** The address of a part. */
  public static String address(Factor factor, String of) {
    return PART + factor.code() + "/" + of;
  }

  /**
   * The part of an address.
   *
   * @param route what it names, where it is of a pathway; null where it is of a unit cost
   * @throws InputException about {@code figure}, if there is none
   */
  public Explanation of(String address, @Nullable Pathway route) {
    Factor factor = factor(address);
    String whole = whole(address);
    if (route != null) {
      return ofRoute(route, whole, factor);
    }
    if (!whole.startsWith(UNIT_COST)) {
      throw unknown(address);
    }
    return ofUnitCost(whole.substring(UNIT_COST.length()), factor);
  }

  private static Factor factor(String address) {
    try {
      return Coded.of(Factor.class, address.split("/", -1)[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw unknown(address);
    }
  }

  /** What an address is the part of. */
  public static String whole(String address) {
    return address.substring(PART.length()).replaceFirst("^[^/]*/?", "");
  }

  private static InputException unknown(String address) {
    return new InputException(
        Problem.of(
            "figure",
            address,
            "There is no such part of a difference between these books.",
            "Follow a figure of the page of books side by side, or use"
                + " part/FACTOR/unit-cost/PROCESS or part/FACTOR/route/TEMPLATE, as salary or"
                + " time."));
  }

  /** Of the unit cost of a process, without any variation. */
  private Explanation ofUnitCost(String process, Factor factor) {
    String address = address(factor, UNIT_COST + process);
    if (first.book().book().findProcess(process).isEmpty()
        || second.book().book().findProcess(process).isEmpty()) {
      throw unknown(address);
    }
    @Nullable Pence part =
        new UnitCostDecompositionCalculator(first, second).calculate(process).parts().get(factor);
    if (part == null) {
      throw unknown(address);
    }
    LineSource.OfProcess was = new LineSource.OfProcess(first.book().process(process), 0);
    LineSource.OfProcess is = new LineSource.OfProcess(second.book().process(process), 0);
    Explanation before = unitCosts.before(was);
    return whole(
            before.label(),
            factor,
            before.measure(),
            factor == Factor.STATED
                ? List.of(
                    Explanation.of(
                        "Stated", before.measure(), Rule.DIFFERENCE, unitCosts.after(is), before))
                : unitCosts.added(was, is, factor),
            part)
        .at(address);
  }

  /** Of what a pathway costs. */
  private Explanation ofRoute(Pathway pathway, String named, Factor factor) {
    String address = address(factor, named);
    Ledger before = new LedgerCalculator(first.book()).calculate(pathway);
    Ledger after = new LedgerCalculator(second.book()).calculate(pathway);
    @Nullable Pence part =
        new PathwayDecompositionCalculator(first, second)
            .calculate(before, after)
            .parts()
            .get(factor);
    if (part == null) {
      throw unknown(address);
    }
    List<Explanation> parts =
        switch (factor) {
          case FEES -> lines(pathway, before, after, LineSource.OfFee.class::isInstance);
          case PRICES -> lines(pathway, before, after, LineSource.OfPrice.class::isInstance);
          default ->
              PathwayDecompositionCalculator.doings(before, after).stream()
                  .map(doing -> ofDoing(doing, factor))
                  .filter(Objects::nonNull)
                  .map(Objects::requireNonNull)
                  .toList();
        };
    return whole(pathway.name(), factor, Measure.POUNDS, parts, part).at(address);
  }

  /** The parts, and the pennies by which whole pence add up to the difference. */
  private static Explanation whole(
      String name, Factor factor, Measure measure, List<Explanation> parts, Pence whole) {
    BigFraction exact =
        parts.stream().map(Explanation::value).reduce(BigFraction.ZERO, BigFraction::add);
    BigFraction rest = whole.pounds().subtract(exact);
    List<Explanation> all = new ArrayList<>(parts);
    if (rest.signum() != 0) {
      all.add(
          Explanation.input("Rounding", measure, rest, null)
              .noting("the parts of a difference add up to it in whole pence"));
    }
    return Explanation.of(
            Format.title(factor.code()) + ", part of the difference of " + Format.within(name),
            measure,
            Rule.SUM,
            all)
        .counted(whole.pounds());
  }

  /** What is bought, by the second book less by the first. */
  private List<Explanation> lines(
      Pathway pathway, Ledger before, Ledger after, Predicate<LineSource> kind) {
    Explanation was =
        new ExplanationCalculator(first.book()).total(pathway.name(), only(before, kind));
    Explanation is =
        new ExplanationCalculator(second.book()).total(pathway.name(), only(after, kind));
    return List.of(
        Explanation.of(
            "By both books",
            Measure.POUNDS,
            Rule.DIFFERENCE,
            is.beside(was, MixedUnitCosts.SECOND, secondName).named("By " + secondName),
            was.named("By " + firstName)));
  }

  private static Ledger only(Ledger ledger, Predicate<LineSource> kind) {
    return new Ledger(
        ledger.span(), ledger.lines().stream().filter(l -> kind.test(l.source())).toList());
  }

  /** What a factor adds by one process in one kind of case; null where it adds nothing. */
  private @Nullable Explanation ofDoing(Doing doing, Factor factor) {
    Use was = doing.was();
    Use is = doing.is();
    if (doing.stated() || was == null || is == null) {
      return factor == (doing.stated() ? Factor.STATED : Factor.ACTIVITY) ? inOne(was, is) : null;
    }
    if (factor == Factor.ACTIVITY) {
      return was.times().equals(is.times()) ? null : activity(was, is);
    }
    List<Explanation> added = unitCosts.added(was.source(), is.source(), factor);
    if (added.isEmpty()) {
      return null;
    }
    Explanation before = unitCosts.before(was.source());
    Explanation each =
        Explanation.of(
            "What " + Format.words(factor.code()) + " adds to the unit cost",
            before.measure(),
            Rule.SUM,
            added);
    return Explanation.of(
        before.label(),
        Measure.POUNDS,
        Rule.PRODUCT,
        added.size() <= MOST_STEPS
            ? each
            : Explanation.input(each.label(), each.measure(), each.value(), null)
                .noting("taken apart where the difference of this unit cost is"),
        mean("How often, the mean of both books", Measure.FACTOR, often(is), often(was)));
  }

  private static Explanation mean(String label, Measure measure, Explanation... both) {
    return Explanation.of(
        label,
        measure,
        Rule.QUOTIENT,
        Explanation.of("Of both books", measure, Rule.SUM, both),
        Explanation.input("Books", Measure.FACTOR, BigFraction.of(2), null));
  }

  private Explanation often(Use use) {
    return Explanation.input("Expected number of times", Measure.FACTOR, use.times(), null);
  }

  /** How much more often it is done, at the mean of what it costs by both books. */
  private Explanation activity(Use was, Use is) {
    Explanation before = unitCosts.before(was.source());
    return Explanation.of(
        before.label(),
        Measure.POUNDS,
        Rule.PRODUCT,
        Explanation.of(
            "How much more often", Measure.FACTOR, Rule.DIFFERENCE, often(is), often(was)),
        mean(
            "What it costs, the mean of both books",
            before.measure(),
            unitCosts.after(is.source()),
            before));
  }

  /** All of what it costs by the second book less all by the first. */
  private Explanation inOne(@Nullable Use was, @Nullable Use is) {
    List<Explanation> sides = new ArrayList<>();
    Explanation nothing = Explanation.input("Not done", Measure.POUNDS, BigFraction.ZERO, null);
    sides.add(is == null ? nothing : times(is, unitCosts.after(is.source()), secondName));
    sides.add(was == null ? nothing : times(was, unitCosts.before(was.source()), firstName));
    return Explanation.of(
        sides.get(is == null ? 1 : 0).label(), Measure.POUNDS, Rule.DIFFERENCE, sides);
  }

  private Explanation times(Use use, Explanation unitCost, String book) {
    return Explanation.of(
        unitCost.label() + ", by " + book, Measure.POUNDS, Rule.PRODUCT, unitCost, often(use));
  }
}
