package org.homeward.comparison;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Explains a comparison of journeys: cost avoided → both totals → rows → stretches, each its price
 * and how often it is paid in its days. Rows are rounded once, as they are costed.
 */
public final class JourneyExplanations {

  /** The addresses; a row is {@code actual/1}. */
  public static final String AVOIDED = "avoided";

  private static final String ACTUAL = "actual";
  private static final String ANTICIPATED = "anticipated";

  private final JourneyComparisonCalculator calculator;

  public JourneyExplanations(JourneyComparisonCalculator calculator) {
    this.calculator = calculator;
  }

  /**
   * The figure of an address: {@code avoided}, {@code actual}, {@code anticipated}, or one of these
   * two with {@code /} and the number of a row.
   *
   * @throws InputException about {@code figure}, if there is none
   */
  public Explanation of(
      String figure, Journey actual, Journey anticipated, JourneyComparison comparison) {
    Explanation avoided =
        Explanation.of(
                "Cost avoided",
                Measure.POUNDS,
                Rule.DIFFERENCE,
                journey(ACTUAL, actual, comparison.actual()),
                journey(ANTICIPATED, anticipated, comparison.anticipated()))
            .at(AVOIDED);
    Explanation found = avoided.find(figure);
    if (found == null) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of these journeys.",
              "Use avoided, actual, anticipated, or a row: actual/1."));
    }
    return found;
  }

  private Explanation journey(
      String address, Journey journey, JourneyComparison.CostedJourney costed) {
    List<List<BigFraction>> days = calculator.stretchDays(journey);
    List<Explanation> rows = new ArrayList<>();
    for (int i = 0; i < journey.rows().size(); i++) {
      rows.add(
          row(journey.rows().get(i), days.get(i))
              .counted(costed.rows().get(i).computed().pounds())
              .at(address + "/" + (i + 1)));
    }
    return Explanation.of(journey.name(), Measure.POUNDS, Rule.SUM, rows)
        .at(address)
        .counted(costed.total().pounds());
  }

  private Explanation row(Journey.Row row, List<BigFraction> days) {
    List<Explanation> stretches = new ArrayList<>();
    for (int i = 0; i < row.stretches().size(); i++) {
      stretches.add(stretch(row.stretches().get(i), days.get(i)));
    }
    return Explanation.of(
        row.description(),
        Measure.POUNDS,
        Rule.TO_THE_PENNY,
        stretches.size() == 1
            ? stretches.get(0)
            : Explanation.of("Its stretches", Measure.POUNDS, Rule.SUM, stretches));
  }

  private Explanation stretch(Journey.Stretch stretch, BigFraction days) {
    String length = stretch.length().toString();
    Journey.@Nullable Price price = stretch.price();
    if (price == null) {
      return Explanation.input(length, Measure.POUNDS, BigFraction.ZERO, null)
          .noting("nothing is costed");
    }
    if (price.per() == null) {
      return Explanation.input(length, Measure.POUNDS, price.amount().pounds(), null)
          .noting("for all of it, as stated");
    }
    return Explanation.of(
        length,
        Measure.POUNDS,
        Rule.PRODUCT,
        Explanation.input("Price", Measure.of(price.per()), price.amount().pounds(), null)
            .noting("as stated"),
        Explanation.of(
            "How often",
            Measure.FACTOR,
            Rule.QUOTIENT,
            Explanation.input("Days that it lasts", Measure.DAYS, days, null),
            Explanation.daysIn(price.per(), calculator.daysOf(price.per()))));
  }
}
