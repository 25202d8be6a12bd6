package org.homeward.timeuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Statistics against those of R: reference.R beside the values made them. */
class ReferenceStatisticsTest {

  private static final TimeCell CELL =
      new TimeCell("review", "meeting", "social-worker", null, TimeCategory.DIRECT);

  private static Estimate estimate(List<Answer> answers) {
    Survey survey =
        new Survey("s", "s", "", Method.FOCUS_GROUP, "", false, false, "", Set.of(), answers);
    return new TimeUseCalculator()
        .calculate(List.of(survey), EnumSet.allOf(Method.class))
        .estimates()
        .get(0);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/worked-examples/time-use/reference.csv",
      useHeadersInDisplayName = true,
      maxCharsPerColumn = 4096)
  void everyStatisticIsThatOfTheReference(
      String name,
      String values,
      double mean,
      double standardDeviation,
      double standardError,
      double median,
      double lower,
      double upper,
      double trimmed,
      double skewness,
      String family,
      double first,
      double second,
      double distance,
      double intervalLow,
      double intervalHigh) {
    List<Answer> answers = new ArrayList<>();
    int[] minutes = Arrays.stream(values.split(" ")).mapToInt(Integer::parseInt).toArray();
    for (int i = 0; i < minutes.length; i++) {
      answers.add(new Answer("R" + i, 1, CELL, Minutes.of(minutes[i])));
    }
    Estimate estimate = estimate(answers);
    Statistics s = estimate.statistics();
    assertThat(estimate.mean().value().doubleValue()).isCloseTo(mean, within(1e-9));
    assertThat(s.standardDeviation()).isCloseTo(standardDeviation, within(1e-9));
    // With one answer a respondent the linearised standard error is the textbook's.
    assertThat(s.standardError()).isCloseTo(standardError, within(1e-9));
    assertThat(s.median()).isCloseTo(median, within(1e-9));
    assertThat(s.lowerQuartile()).isCloseTo(lower, within(1e-9));
    assertThat(s.upperQuartile()).isCloseTo(upper, within(1e-9));
    assertThat(s.trimmedMean()).isCloseTo(trimmed, within(1e-9));
    assertThat(s.skewness()).isCloseTo(skewness, within(1e-9));
    FittedDistribution fitted = estimate.distribution();
    assertThat(fitted).isNotNull();
    assertThat(fitted.family().code()).isEqualTo(family);
    assertThat(fitted.byLikelihood()).isTrue();
    assertThat(fitted.first()).isCloseTo(first, within(1e-4 * first));
    assertThat(fitted.second()).isCloseTo(second, within(1e-4 * second));
    assertThat(fitted.distance()).isCloseTo(distance, within(1e-4));
    // Ends of a thousand resamples stray by about a tenth of the standard error: three times that.
    assertThat(s.intervalLow()).isCloseTo(intervalLow, within(0.3 * standardError));
    assertThat(s.intervalHigh()).isCloseTo(intervalHigh, within(0.3 * standardError));
  }

  @Test
  void theBootstrapDrawsRespondentsWithAllTheirAnswersAndWeights() {
    // Four people, one of whom says 120: the mean is 30 k, k binomial (4, 1/4). P(k ≥ 3) is
    // 13/256 = 5.1 %, above the upper 2.5 %; P(k = 4) is 1/256 = 0.4 %, below it; P(k = 0) 32 %.
    Statistics people =
        estimate(
                List.of(
                    new Answer("A", 1, CELL, Minutes.of(0)),
                    new Answer("B", 1, CELL, Minutes.of(0)),
                    new Answer("C", 1, CELL, Minutes.of(0)),
                    new Answer("D", 1, CELL, Minutes.of(120))))
            .statistics();
    assertThat(people.intervalLow()).isZero();
    assertThat(people.intervalHigh()).isEqualTo(90);
    // Two groups: both draws are the first in a quarter of cases (100), the second in a quarter
    // (0).
    Statistics groups =
        estimate(
                List.of(
                    new Answer("A", 3, CELL, Minutes.of(100)),
                    new Answer("B", 1, CELL, Minutes.of(0))))
            .statistics();
    assertThat(groups.intervalLow()).isZero();
    assertThat(groups.intervalHigh()).isEqualTo(100);
    // One respondent with two answers is one unit: nothing to draw but itself.
    Statistics one =
        estimate(
                List.of(
                    new Answer("A", 1, CELL, Minutes.of(0)),
                    new Answer("A", 1, CELL, Minutes.of(100))))
            .statistics();
    assertThat(one.intervalLow()).isEqualTo(50);
    assertThat(one.intervalHigh()).isEqualTo(50);
  }

  @Test
  void theStandardErrorOfAWeightedMeanIsThatWorkedByHand() {
    Estimate estimate =
        estimate(
            List.of(
                new Answer("A", 2, CELL, Minutes.of(30)),
                new Answer("B", 1, CELL, Minutes.of(60)),
                new Answer("B", 1, CELL, Minutes.of(80))));
    // mean (2·30 + 60 + 80) / 4 = 50; deviations A 2·(−20) = −40, B 10 + 30 = 40;
    // √(2/1 · (1600 + 1600)) / 4 = 80 / 4
    assertThat(estimate.mean()).isEqualTo(Minutes.of(50));
    assertThat(estimate.statistics().standardError()).isCloseTo(20, within(1e-12));
  }

  @Test
  void withAnAnswerOfZeroMomentsAreUsed() {
    List<Answer> answers = new ArrayList<>();
    int[] minutes = {0, 10, 20, 30, 40};
    for (int i = 0; i < minutes.length; i++) {
      answers.add(new Answer("R" + i, 1, CELL, Minutes.of(minutes[i])));
    }
    FittedDistribution fitted = estimate(answers).distribution(); // mean 20, variance 200
    assertThat(fitted).isNotNull();
    assertThat(fitted.byLikelihood()).isFalse();
    if (fitted.family() == FittedDistribution.Family.GAMMA) {
      assertThat(fitted.first()).isCloseTo(2, within(1e-12)); // 400 / 200
      assertThat(fitted.second()).isCloseTo(10, within(1e-12)); // 200 / 20
    } else {
      assertThat(fitted.second()).isCloseTo(Math.sqrt(Math.log(1.5)), within(1e-12));
      assertThat(fitted.first()).isCloseTo(Math.log(20) - Math.log(1.5) / 2, within(1e-12));
    }
  }

  @Test
  void nothingIsFittedToTwoDifferentAnswers() {
    assertThat(
            estimate(
                    List.of(
                        new Answer("A", 1, CELL, Minutes.of(30)),
                        new Answer("B", 1, CELL, Minutes.of(60)),
                        new Answer("C", 1, CELL, Minutes.of(60))))
                .distribution())
        .isNull();
  }
}
