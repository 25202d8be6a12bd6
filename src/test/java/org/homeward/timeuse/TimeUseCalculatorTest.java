package org.homeward.timeuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.junit.jupiter.api.Test;

class TimeUseCalculatorTest {

  private static final TimeCell CELL =
      new TimeCell("review", "meeting", "social-worker", null, TimeCategory.DIRECT);
  private static final Set<Method> ALL = EnumSet.allOf(Method.class);

  private static Survey survey(String id, Method method, Answer... answers) {
    return new Survey(id, id, "", method, "", false, false, "", Set.of(), List.of(answers));
  }

  private static Answer answer(String respondent, int weight, long minutes) {
    return new Answer(respondent, weight, CELL, Minutes.of(minutes));
  }

  private static Estimate estimate(Set<Method> methods, Survey... surveys) {
    return new TimeUseCalculator().calculate(List.of(surveys), methods).estimates().get(0);
  }

  @Test
  void aFocusGroupWeighsAsItsParticipantsAndThePoolIsOneMean() {
    Survey groups = survey("g", Method.FOCUS_GROUP, answer("FG1", 6, 90), answer("FG2", 3, 60));
    Survey online = survey("o", Method.ONLINE_SURVEY, answer("R1", 1, 30));
    Estimate pool = estimate(ALL, groups, online);
    assertThat(pool.mean().value()).isEqualTo(BigFraction.of(6 * 90 + 3 * 60 + 30, 10)); // 75
    assertThat(pool.participants()).isEqualTo(10);
    assertThat(pool.answers()).isEqualTo(3);
    assertThat(estimate(EnumSet.of(Method.FOCUS_GROUP), groups, online).mean())
        .isEqualTo(Minutes.of(80));
  }

  @Test
  void statisticsAreThoseWorkedByHand() {
    Survey survey =
        survey(
            "s",
            Method.ONLINE_SURVEY,
            java.util.stream.IntStream.rangeClosed(1, 10)
                .mapToObj(i -> answer("R" + i, 1, i == 10 ? 100 : i * 10))
                .toArray(Answer[]::new));
    Statistics s = estimate(ALL, survey).statistics(); // 10, 20, … 90, 100
    assertThat(s.median()).isEqualTo(55);
    assertThat(s.lowerQuartile()).isEqualTo(32.5); // R: quantile(seq(10, 100, 10), .25), type 7
    assertThat(s.upperQuartile()).isEqualTo(77.5);
    assertThat(s.trimmedMean()).isEqualTo(55); // (20 + … + 90) / 8
    assertThat(s.minimum()).isEqualTo(10);
    assertThat(s.maximum()).isEqualTo(100);
    assertThat(s.standardDeviation()).isCloseTo(30.2765, within(0.0001)); // sqrt(8250 / 9)
    assertThat(s.intervalLow())
        .isBetween(35.0, 42.0); // 55 ± 1.96 × 28.72 / sqrt(10) is about 37 to 73
    assertThat(s.intervalHigh()).isBetween(68.0, 75.0);
  }

  @Test
  void theOrderOfAnswersChangesNothing() {
    List<Answer> answers = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      answers.add(answer("R" + i % 13, 1 + i % 3, random.nextInt(200)));
    }
    Estimate first =
        estimate(ALL, survey("s", Method.ONLINE_SURVEY, answers.toArray(Answer[]::new)));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(answers, random);
      assertThat(estimate(ALL, survey("s", Method.ONLINE_SURVEY, answers.toArray(Answer[]::new))))
          .isEqualTo(first);
    }
  }

  @Test
  void eventsAreSummedWithinAnOccurrenceAveragedWithinACaseAndAnUnseenAskedTaskIsZero() {
    TimeCell unseen =
        new TimeCell("review", "invite", "administrator", null, TimeCategory.UNDIVIDED);
    List<Answer> answers =
        EventRecords.answers(
            Set.of(
                new Survey.AskedTask("review", "meeting", "social-worker"),
                new Survey.AskedTask("review", "invite", "administrator")),
            List.of(
                new EventRecords.Observed("C1", "review", 2),
                new EventRecords.Observed("C2", "review", 1)),
            List.of(
                new EventRecords.Event("C1", 1, CELL, Minutes.of(30)),
                new EventRecords.Event("C1", 1, CELL, Minutes.of(20)),
                new EventRecords.Event("C1", 2, CELL, Minutes.of(40))));
    assertThat(answers)
        .containsExactlyInAnyOrder(
            new Answer("C1", 1, CELL, Minutes.of(45)), // (50 + 40) / 2
            new Answer("C2", 1, CELL, Minutes.ZERO),
            new Answer("C1", 1, unseen, Minutes.ZERO),
            new Answer("C2", 1, unseen, Minutes.ZERO));
    Survey survey =
        new Survey("e", "e", "", Method.EVENT_RECORD, "", false, false, "", Set.of(), answers);
    assertThat(
            new TimeUseCalculator()
                .calculate(List.of(survey), ALL)
                .find("review", "meeting", "social-worker", null, TimeCategory.DIRECT))
        .satisfies(e -> assertThat(e.mean()).isEqualTo(Minutes.of(new BigDecimal("22.5"))));
  }

  @Test
  void methodsThatDisagreeByMoreThanTheFactorAreNamed() {
    Survey groups = survey("g", Method.FOCUS_GROUP, answer("FG1", 6, 90));
    Survey online = survey("o", Method.ONLINE_SURVEY, answer("R1", 1, 50));
    assertThat(new TimeUseCalculator().disagreements(List.of(groups, online), 1.5))
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.toString())
                    .isEqualTo(
                        "review/meeting, social-worker, direct: focus-group 90 min, online-survey 50 min"));
    assertThat(new TimeUseCalculator().disagreements(List.of(groups, online), 1.8)).isEmpty();
  }
}
