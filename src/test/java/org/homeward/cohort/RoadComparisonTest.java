package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.data.Offset;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.history.PlacementType;
import org.homeward.problem.InputException;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Rate;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.Route;
import org.homeward.returns.Stay;
import org.junit.jupiter.api.Test;

/** Two roads on children whose sums can be worked by hand. */
class RoadComparisonTest {

  private static final RoadQuestion QUESTION =
      new RoadQuestion(Road.ADOPTION, Road.FOSTER_CARE, 12, 7, 500);

  /** By relatives £350 a week, by others £700, in a home £3,500. */
  private static final CompiledBook BOOK =
      Books.book(
          List.of(),
          List.of(
              Books.fee(PlacementType.FOSTER, "2015-04-01", "700", Rate.Per.WEEK),
              Books.fee(PlacementType.KINSHIP_FOSTER, "2015-04-01", "350", Rate.Per.WEEK),
              Books.fee(PlacementType.RESIDENTIAL, "2015-04-01", "3500", Rate.Per.WEEK)),
          List.of());

  private static EntryFacts facts(double age, String need, int placements, long pounds) {
    return new EntryFacts(age, need, PlacementType.FOSTER, placements, 100 * pounds);
  }

  private static RoadComparison matched(List<EntryFacts> first, List<EntryFacts> second) {
    return new RoadMatching(QUESTION, first, second).compare(List.of());
  }

  /**
   * Babies: two adopted at £100 and £200, four fostered at £300 on average; five-year-olds: one
   * adopted at £900, one fostered at £500. Weighted 2 : 1, foster care costs (2 × 300 + 500) ÷ 3.
   */
  private static RoadComparison babiesAndFiveYearOlds() {
    return matched(
        List.of(facts(0.5, "N1", 1, 100), facts(0.2, "N1", 1, 200), facts(5, "N1", 1, 900)),
        List.of(
            facts(0.1, "N1", 1, 150),
            facts(0.3, "N1", 1, 250),
            facts(0.4, "N1", 1, 350),
            facts(0.6, "N1", 1, 450),
            facts(6, "N1", 1, 500)));
  }

  @Test
  void childrenOfTheSecondRoadWeighAsMuchAsTheirLikesOfTheFirst() {
    RoadComparison comparison = babiesAndFiveYearOlds();
    assertThat(comparison.meanFirst()).isEqualTo(BigFraction.of(400));
    assertThat(comparison.meanSecond()).isEqualTo(BigFraction.of(1_100, 3));
    assertThat(comparison.difference()).isEqualTo(BigFraction.of(100, 3));
    assertThat(comparison.strata())
        .extracting(RoadComparison.Stratum::name)
        .containsExactly(
            "aged under 1, need N1, first placement foster, 1 placement in six months",
            "aged 5 to 9, need N1, first placement foster, 1 placement in six months");
    assertThat(comparison.matchedFirst()).isEqualTo(3);
    assertThat(comparison.matchedSecond()).isEqualTo(5);
  }

  /** Of the first example: (300 + 900) ÷ 3 less (2 × 1,200 ÷ 4 + 1 × 500 ÷ 1) ÷ 3. */
  @Test
  void theDifferenceIsExplainedStratumByStratumAndNotWhereSmallNumbersAreKeptBack() {
    RoadComparison comparison = babiesAndFiveYearOlds();
    RoadExplanations told = new RoadExplanations(comparison, false);
    Explanation difference = told.of("difference");
    assertThat(difference.value()).isEqualTo(BigFraction.of(100, 3));
    assertThat(difference.parts())
        .extracting(Explanation::sentence)
        .containsExactly(
            "Mean cost of adoption in 12 months: £400.00 = £1,200.00 (All strata) ÷ 3 (Children).",
            "Mean cost of foster care in 12 months: £366.67 = £1,100.00 (All strata) ÷ 3 (Children).");
    assertThat(told.of("second").parts().get(0).parts().get(0).sentence())
        .isEqualTo(
            "aged under 1, need N1, first placement foster, 1 placement in six months: £600.00 ="
                + " £300.00 (For each child of this road) × 2 (Children of the other road).");
    assertThat(told.of("low").value()).isEqualTo(Fractions.of(comparison.low()));
    assertThat(told.of("high").note())
        .isEqualTo("of 500 resamples of children within strata, seed 7");

    Explanation kept = new RoadExplanations(comparison, true).of("difference");
    assertThat(kept.value()).isEqualTo(BigFraction.of(100, 3));
    assertThat(kept.parts()).allMatch(mean -> mean.parts().get(0).parts().isEmpty());
    for (String figure : List.of("", "mean", "third")) {
      assertThatThrownBy(() -> told.of(figure))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("Use difference, first, second, low or high.");
    }
    assertThatThrownBy(
            () ->
                new RoadExplanations(matched(List.of(facts(1, "N1", 1, 1)), List.of()), false)
                    .of("difference"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has a like on the other");
  }

  @Test
  void whoHasNoLikeIsLeftOut() {
    RoadComparison comparison =
        matched(
            List.of(facts(0.5, "N1", 1, 100), facts(12, "N2", 1, 9_000)),
            List.of(facts(0.5, "N1", 1, 300), facts(0.5, "N1", 2, 8_000)));
    assertThat(comparison.first()).isEqualTo(2);
    assertThat(comparison.matchedFirst()).isEqualTo(1);
    assertThat(comparison.matchedSecond()).isEqualTo(1);
    assertThat(comparison.difference()).isEqualTo(BigFraction.of(-200));
  }

  @Test
  void balanceIsTheDifferenceOfMeansOverTheRootOfTheMeanVariance() {
    // Ages 1, 3 and 2, 4, 6: means 2 and 4, variances 2 and 4, root of their mean √3.
    RoadComparison comparison =
        matched(
            List.of(facts(1, "N1", 1, 1), facts(3, "N1", 1, 1)),
            List.of(facts(2, "N1", 1, 1), facts(4, "N1", 1, 1), facts(6, "N1", 1, 1)));
    RoadComparison.Balance age = comparison.balance().get(0);
    assertThat(age.fact()).isEqualTo("age at entry");
    assertThat(age.before()).isCloseTo(-2 / Math.sqrt(3), Offset.offset(1e-12));
    // One of three and two of four: 3 against the mean of 2 and 4.
    assertThat(age.after()).isCloseTo(0.0, Offset.offset(1e-12));
    assertThat(comparison.balance().get(1).before()).as("nobody differs").isNull();
  }

  @Test
  void theIntervalIsThePointWhereAllAreAlikeAndTheSameForTheSameSeed() {
    List<EntryFacts> alike = List.of(facts(0, "N1", 1, 100), facts(0, "N1", 1, 100));
    RoadComparison comparison = matched(alike, List.of(facts(0, "N1", 1, 70)));
    assertThat(comparison.low()).isEqualByComparingTo("30");
    assertThat(comparison.high()).isEqualByComparingTo("30");
    List<EntryFacts> spread = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      spread.add(facts(0, "N1", 1, 10L * i));
    }
    RoadComparison one = matched(spread, alike);
    assertThat(one).isEqualTo(matched(spread, alike));
    // The mean of 0, 10 … 390 is 195, its standard error 18.3: 1.96 of them on either side.
    assertThat(one.low().doubleValue()).isBetween(95 - 46.0, 95 - 26.0);
    assertThat(one.high().doubleValue()).isBetween(95 + 26.0, 95 + 46.0);
  }

  @Test
  void withoutAnyLikeThereIsNoDifference() {
    RoadComparison comparison = matched(List.of(facts(1, "N1", 1, 1)), List.of());
    assertThat(comparison.difference()).isNull();
    assertThat(comparison.matchedFirst()).isZero();
  }

  @Test
  void onlyChildrenAreComparedWhoAreSeenFromEntryForAllTheMonths() {
    List<ChildHistory> children =
        List.of(
            child(1, Route.ADOPTED, stay("2020-01-01", "2022-01-01", Cohorts.STARTS)),
            child(2, Route.STILL_IN_CARE, stay("2020-01-01", "2024-04-01", Cohorts.STARTS)),
            child(3, Route.STILL_IN_CARE, stay("2023-09-01", "2024-04-01", Cohorts.STARTS)),
            child(4, Route.STILL_IN_CARE, stay("2020-01-01", "2024-04-01", Cohorts.MOVES)),
            child(5, Route.STILL_IN_CARE, stay("2016-01-01", "2024-04-01", Cohorts.STARTS)));
    RoadComparison comparison =
        new RoadComparisonCalculator(BOOK)
            .calculate(Cohorts.of(children), ChildFees.NONE, QUESTION);
    assertThat(comparison.first()).isEqualTo(1);
    assertThat(comparison.second()).as("not 3, 4, 5").isEqualTo(1);
    assertThat(comparison.meanFirst()).isEqualTo(BigFraction.of(36_600)); // 366 nights at £100
    assertThat(comparison.difference()).isEqualTo(BigFraction.ZERO);
    assertThat(comparison.limits()).anyMatch(l -> l.contains("not in a return"));
  }

  @Test
  void whoHasNightsWithoutAFeeIsLeftOut() {
    CompiledBook late =
        Books.book(
            List.of(),
            List.of(Books.fee(PlacementType.FOSTER, "2020-02-01", "700", Rate.Per.WEEK)),
            List.of());
    RoadComparison comparison =
        new RoadComparisonCalculator(late)
            .calculate(
                Cohorts.of(
                    List.of(
                        child(1, Route.ADOPTED, stay("2020-01-31", "2022-01-01", Cohorts.STARTS)),
                        child(2, Route.ADOPTED, stay("2020-02-01", "2022-01-01", Cohorts.STARTS)))),
                ChildFees.NONE,
                QUESTION);
    assertThat(comparison.first()).isEqualTo(1);
  }

  private static Stay stay(String from, String to, org.homeward.returns.NewEpisodeCode began) {
    return Cohorts.stay(from, to, Cohorts.FOSTER, Cohorts.OWN, began);
  }

  private static ChildHistory child(long number, Route route, Stay stay) {
    String birth = LocalDate.ofEpochDay(stay.span().fromDay() - 100L).toString();
    return Cohorts.child(number, birth, route, List.of(stay));
  }

  @Test
  void aRoadIsNotComparedWithItself() {
    assertThatThrownBy(() -> new RoadQuestion(Road.ADOPTION, Road.ADOPTION, 0, 1, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("The roads are the same.")
        .hasMessageContaining("Months are from 1 to 216.")
        .hasMessageContaining("Resamples are from 1");
  }
}
