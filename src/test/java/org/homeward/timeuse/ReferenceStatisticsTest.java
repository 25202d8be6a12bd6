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

/** Statistics against those of another library: reference.py beside the values made them. */
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
      double distance) {
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
