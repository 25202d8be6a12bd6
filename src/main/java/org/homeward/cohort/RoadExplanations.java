package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Fractions;
import org.jspecify.annotations.Nullable;

/**
 * Explains what two roads cost on real children: difference → both means → what the children of
 * each stratum cost, those of the second road weighted to count as much as those of the first. What
 * one child costs is told of the child.
 */
public final class RoadExplanations {

  /** The addresses of the figures. */
  public static final String DIFFERENCE = "difference";

  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final String LOW = "low";
  private static final String HIGH = "high";

  private final RoadComparison comparison;
  private final boolean keepsBack;

  /**
   * @param keepsBack whether small numbers are: then strata, which may be of few children, are not
   *     told apart
   */
  public RoadExplanations(RoadComparison comparison, boolean keepsBack) {
    this.comparison = comparison;
    this.keepsBack = keepsBack;
  }

  /**
   * @throws InputException about {@code figure}, if there is none
   */
  public Explanation of(String figure) {
    if (comparison.strata().isEmpty()) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "No child of one road has a like on the other.",
              "Ask for fewer months, or for other roads."));
    }
    @Nullable Explanation made =
        switch (figure) {
          case FIRST -> meanFirst();
          case SECOND -> meanSecond();
          case DIFFERENCE ->
              Explanation.of(
                      "Difference", Measure.POUNDS, Rule.DIFFERENCE, meanFirst(), meanSecond())
                  .at(DIFFERENCE);
          case LOW -> bound(LOW, "2.5", comparison.low());
          case HIGH -> bound(HIGH, "97.5", comparison.high());
          default -> null;
        };
    if (made == null) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of two roads.",
              "Use difference, first, second, low or high."));
    }
    return made;
  }

  private Explanation meanFirst() {
    List<Explanation> strata = new ArrayList<>();
    for (RoadComparison.Stratum stratum : comparison.strata()) {
      strata.add(ofLedgers(stratum.name(), stratum.costOfFirst().pounds(), stratum.first()));
    }
    return mean(FIRST, comparison.question().first(), strata);
  }

  private Explanation meanSecond() {
    List<Explanation> strata = new ArrayList<>();
    for (RoadComparison.Stratum stratum : comparison.strata()) {
      strata.add(
          Explanation.of(
              stratum.name(),
              Measure.POUNDS,
              Rule.PRODUCT,
              Explanation.of(
                  "For each child of this road",
                  Measure.POUNDS,
                  Rule.QUOTIENT,
                  ofLedgers("All of them", stratum.costOfSecond().pounds(), stratum.second()),
                  children(stratum.second())),
              Explanation.input(
                  "Children of the other road",
                  Measure.FACTOR,
                  BigFraction.of(stratum.first()),
                  null)));
    }
    return mean(SECOND, comparison.question().second(), strata);
  }

  private Explanation mean(String address, Road road, List<Explanation> strata) {
    Explanation all = Explanation.of("All strata", Measure.POUNDS, Rule.SUM, strata);
    Explanation told =
        keepsBack
            ? Explanation.input(all.label(), all.measure(), all.value(), null)
                .noting("strata, which may be of few children, are not told apart")
            : all;
    return Explanation.of(
            "Mean cost of "
                + road.code().replace('-', ' ')
                + " in "
                + comparison.question().months()
                + " months",
            Measure.POUNDS,
            Rule.QUOTIENT,
            told,
            children(comparison.matchedFirst()))
        .at(address);
  }

  private static Explanation ofLedgers(String label, BigFraction pounds, int children) {
    return Explanation.input(label, Measure.POUNDS, pounds, null)
        .noting(
            children == 1
                ? "the ledger of one child"
                : String.format(Locale.UK, "the ledgers of %,d children added up", children));
  }

  private static Explanation children(int count) {
    return Explanation.input("Children", Measure.FACTOR, BigFraction.of(count), null);
  }

  private @Nullable Explanation bound(String address, String percent, @Nullable BigDecimal pounds) {
    RoadQuestion question = comparison.question();
    return pounds == null
        ? null
        : Explanation.input(
                "Difference that " + percent + " % of resamples do not exceed",
                Measure.POUNDS,
                Fractions.of(pounds),
                null)
            .noting(
                String.format(
                    Locale.UK,
                    "of %,d resamples of children within strata, seed %d",
                    question.resamples(),
                    question.seed()))
            .at(address);
  }
}
