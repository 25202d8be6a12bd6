package org.homeward.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.DiscountedCost;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.Trajectory;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;

/**
 * Compares pathways (method, section 7): totals, discounted totals, per week, difference from the
 * first, and for each pair the first pathway month from which the cumulative cost of one stays
 * strictly below that of the other to the horizon.
 */
public final class ComparisonCalculator {

  private static final BigFraction DAYS_PER_WEEK = BigFraction.of(7);

  private final CompiledBook book;

  public ComparisonCalculator(CompiledBook book) {
    this.book = book;
  }

  /**
   * @throws org.homeward.problem.InputException if there is no pathway, two have one id, they are
   *     not for the same child and days, or a fee is missing
   */
  public Comparison calculate(List<Pathway> pathways) {
    check(pathways);
    LedgerCalculator ledgers = new LedgerCalculator(book);
    List<Comparison.CostedPathway> costed = new ArrayList<>();
    Pence baseline = Pence.ZERO;
    for (Pathway pathway : pathways) {
      Ledger ledger = ledgers.calculate(pathway);
      baseline = costed.isEmpty() ? ledger.total() : baseline;
      costed.add(costed(pathway, ledger, baseline));
    }
    List<Comparison.BreakEven> breakEvens = new ArrayList<>();
    for (int i = 0; i < costed.size(); i++) {
      for (int j = i + 1; j < costed.size(); j++) {
        breakEvens.add(breakEven(costed.get(i), costed.get(j)));
      }
    }
    return new Comparison(costed, breakEvens);
  }

  private static void check(List<Pathway> pathways) {
    Problems problems = new Problems();
    if (pathways.isEmpty()) {
      problems.add("pathways", null, "There is no pathway to compare.", "Name at least one.");
    }
    Set<String> ids = new HashSet<>();
    for (Pathway pathway : pathways) {
      if (!ids.add(pathway.id())) {
        problems.add(
            "pathways",
            pathway.id(),
            "The pathway is named twice.",
            "Name it once, or give your own pathway another id.");
      }
      if (!pathway.child().equals(pathways.get(0).child())
          || !pathway.span().equals(pathways.get(0).span())) {
        problems.add(
            "pathways",
            pathway.id(),
            "Only pathways of the same child over the same days can be compared.",
            "Give all of them one child, start and horizon.");
      }
    }
    problems.throwIfAny();
  }

  private Comparison.CostedPathway costed(Pathway pathway, Ledger ledger, Pence baseline) {
    Pence total = ledger.total();
    Pence difference = total.minus(baseline);
    int days = pathway.span().days();
    Money perWeek =
        days == 0
            ? Money.ZERO
            : new Money(total.pounds()).times(DAYS_PER_WEEK).dividedBy(BigFraction.of(days));
    BigDecimal share =
        baseline.value() == 0
            ? null
            : difference.toPounds().divide(baseline.toPounds(), 4, RoundingMode.HALF_EVEN);
    return new Comparison.CostedPathway(
        pathway,
        ledger,
        DiscountedCost.of(ledger, book.book().discounts()),
        perWeek,
        difference,
        share,
        Arrays.stream(Trajectory.cumulativeByPathwayMonth(ledger)).boxed().toList());
  }

  private static Comparison.BreakEven breakEven(
      Comparison.CostedPathway a, Comparison.CostedPathway b) {
    String first = a.pathway().id();
    String second = b.pathway().id();
    int ofFirst = settlesBelow(a.cumulative(), b.cumulative());
    int ofSecond = settlesBelow(b.cumulative(), a.cumulative());
    if (ofFirst > 0) {
      return new Comparison.BreakEven(
          first,
          second,
          first,
          second,
          ofFirst,
          reason(a.pathway().name(), b.pathway().name(), ofFirst));
    }
    if (ofSecond > 0) {
      return new Comparison.BreakEven(
          first,
          second,
          second,
          first,
          ofSecond,
          reason(b.pathway().name(), a.pathway().name(), ofSecond));
    }
    String none =
        a.cumulative().isEmpty()
            ? "No day is costed."
            : "Both have cost the same at the horizon, so neither stays below the other.";
    return new Comparison.BreakEven(first, second, null, null, 0, none);
  }

  private static String reason(String cheaper, String dearer, int month) {
    return month == 1
        ? cheaper + " has cost less than " + dearer + " from the first month on."
        : "From month "
            + month
            + " on "
            + cheaper
            + " has cost less than "
            + dearer
            + ", and stays below it to the horizon.";
  }

  /**
   * The first month, from 1, from which one stays strictly below the other to the end; 0 if it does
   * not end below.
   */
  private static int settlesBelow(List<Long> one, List<Long> other) {
    int month = 0;
    for (int m = one.size(); m >= 1 && one.get(m - 1) < other.get(m - 1); m--) {
      month = m;
    }
    return month;
  }
}
