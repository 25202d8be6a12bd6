package org.homeward.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Pence;

/**
 * Which value of one number makes two pathways cost the same. Brent's method brackets the root;
 * then the two neighbouring steps of the number – pennies, days – between which the difference
 * changes its sign are found and costed, since whole pence seldom meet exactly.
 */
public final class Solver {

  private static final int MOST_STEPS = 100_000_000;
  private static final double TOLERANCE = 0.25;

  private final ScenarioCalculator calculator;
  private final List<Pathway> pathways;
  private final Question question;
  private final Map<Long, Long> known = new HashMap<>();

  /**
   * @param path of the number
   * @param low and high: the least and the greatest value that are thought of
   * @param step the number is a whole number of steps from low: 0.01 for pounds, 1 for days
   */
  public record Question(String path, BigDecimal low, BigDecimal high, BigDecimal step) {

    /**
     * @throws InputException if high is not above low, or a step is not above zero
     */
    public Question {
      Problems problems = new Problems();
      if (step.signum() <= 0) {
        problems.add("step", step.toPlainString(), "A step must be above zero.", "Give 0.01 or 1.");
      } else if (high.subtract(low).divide(step, 0, RoundingMode.DOWN).signum() <= 0) {
        problems.add(
            "high",
            high.toPlainString(),
            "It must be at least a step above low, which is " + low.toPlainString() + ".",
            "Widen the range.");
      } else if (high.subtract(low)
              .divide(step, 0, RoundingMode.DOWN)
              .compareTo(BigDecimal.valueOf(MOST_STEPS))
          > 0) {
        problems.add(
            "step",
            step.toPlainString(),
            "There are more than a hundred million steps between low and high.",
            "Choose a greater step, or a narrower range.");
      }
      problems.throwIfAny();
    }
  }

  /** What the second pathway costs more than the first at a value of the number. */
  public record Costed(BigDecimal value, Pence difference) {}

  /**
   * The answer.
   *
   * @param best the value at which the difference is least
   * @param other its neighbour at which the difference has the other sign; the same where the
   *     difference is zero
   */
  public record Solution(Costed best, Costed other) {

    /** The answer in plain English. */
    public String sentence(ScenarioNumber number, String first, String second) {
      Pence residual = best.difference();
      return number.name()
          + " would have to be "
          + ChangeWords.written(best.value(), number.unit())
          + " for "
          + first
          + " and "
          + second
          + " to cost the same"
          + (residual.value() == 0
              ? ", to the penny."
              : "; then "
                  + (residual.value() > 0 ? second : first)
                  + " costs "
                  + Pence.of(Math.abs(residual.value()))
                  + " more, which is as near as whole steps come.");
    }
  }

  private Solver(ScenarioCalculator calculator, List<Pathway> pathways, Question question) {
    this.calculator = calculator;
    this.pathways = pathways;
    this.question = question;
  }

  /**
   * @param pathways two
   * @throws InputException if the path is unknown, a value is refused, or the difference has one
   *     sign at both ends of the range
   */
  public static Solution solve(
      ParameterCatalogue parameters, CompiledBook base, List<Pathway> pathways, Question question) {
    if (pathways.size() != 2) {
      throw new InputException(
          Problem.of(
              "pathways",
              pathways.size(),
              "Exactly two routes can be made to cost the same.",
              "Name two."));
    }
    new ComparisonCalculator(base).calculate(pathways); // told now if they cannot be compared
    return new Solver(new ScenarioCalculator(parameters, base), pathways, question).solve();
  }

  private Solution solve() {
    long steps =
        question
            .high()
            .subtract(question.low())
            .divide(question.step(), 0, RoundingMode.DOWN)
            .longValueExact();
    long atLow = difference(0);
    long atHigh = difference(steps);
    if (atLow == 0 || atHigh == 0) {
      Costed exact = costed(atLow == 0 ? 0 : steps);
      return new Solution(exact, exact);
    }
    if (Long.signum(atLow) == Long.signum(atHigh)) {
      throw noRoot(atLow, atHigh);
    }
    double root =
        new BrentSolver(0, TOLERANCE, TOLERANCE)
            .findRoot(x -> (double) difference(Math.round(x)), 0, (double) steps);
    return around(Math.round(root), steps, atLow);
  }

  /** The two neighbours between which the sign changes, from the root outwards. */
  private Solution around(long root, long steps, long atLow) {
    long below = 0;
    long above = steps;
    for (long reach = 1; below == 0 && above == steps && reach < steps; reach *= 4) {
      long a = Math.max(0, root - reach);
      long b = Math.min(steps, root + reach);
      if (sameSign(difference(a), atLow) && !sameSign(difference(b), atLow)) {
        below = a;
        above = b;
      }
    }
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      if (sameSign(difference(middle), atLow)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    Costed one = costed(below);
    Costed two = costed(above);
    if (two.difference().value() == 0) {
      return new Solution(two, two);
    }
    boolean first = Math.abs(one.difference().value()) <= Math.abs(two.difference().value());
    return first ? new Solution(one, two) : new Solution(two, one);
  }

  private static boolean sameSign(long a, long b) {
    return Long.signum(a) == Long.signum(b);
  }

  private InputException noRoot(long atLow, long atHigh) {
    String dearer = pathways.get(atLow > 0 ? 1 : 0).name();
    boolean moves = atLow != atHigh;
    return new InputException(
        Problem.of(
            "low",
            question.low().toPlainString() + " to " + question.high().toPlainString(),
            dearer
                + " is the dearer at both ends: by "
                + Pence.of(Math.abs(atLow))
                + " at "
                + question.low().toPlainString()
                + " and by "
                + Pence.of(Math.abs(atHigh))
                + " at "
                + question.high().toPlainString()
                + ".",
            moves
                ? "Widen the range" + towards(atLow, atHigh) + ", or choose another number."
                : "This number does not change the difference: choose another."));
  }

  /** Where the straight line through both ends meets zero. */
  private String towards(long atLow, long atHigh) {
    BigDecimal slope =
        BigDecimal.valueOf(atHigh - atLow)
            .divide(question.high().subtract(question.low()), 12, RoundingMode.HALF_EVEN);
    if (slope.signum() == 0) {
      return "";
    }
    BigDecimal meets =
        question.low().subtract(BigDecimal.valueOf(atLow).divide(slope, 0, RoundingMode.HALF_EVEN));
    return " (going on in a straight line, they would meet near " + meets.toPlainString() + ")";
  }

  private Costed costed(long step) {
    return new Costed(value(step), Pence.of(difference(step)));
  }

  private BigDecimal value(long step) {
    return question.low().add(question.step().multiply(BigDecimal.valueOf(step)));
  }

  /** Pence that the second costs more than the first. */
  private long difference(long step) {
    return known.computeIfAbsent(step, this::cost);
  }

  private long cost(long step) {
    ScenarioCalculator.Changed changed =
        calculator.change(
            pathways, List.of(Change.set(question.path(), value(step), "to make them equal")));
    LedgerCalculator ledgers = new LedgerCalculator(changed.book());
    Ledger first = ledgers.calculate(changed.pathways().get(0));
    Ledger second = ledgers.calculate(changed.pathways().get(1));
    return second.total().minus(first.total()).value();
  }
}
