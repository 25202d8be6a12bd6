package org.homeward.unitcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.Books.Y2025;
import static org.homeward.Books.minutes;
import static org.homeward.Books.task;
import static org.homeward.process.TimeCategory.DIRECT;
import static org.homeward.process.TimeCategory.INDIRECT;
import static org.homeward.process.TimeCategory.UNDIVIDED;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.Books;
import org.homeward.history.EventType;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUseCalculator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Which minutes a unit cost is made of where a survey and the process file both have some. A minute
 * of the worker costs £1, of the manager £2. The file has a report, done once on average (a share
 * of a half, twice): the worker 30 minutes direct and 40 indirect; and a meeting: the manager 20
 * minutes. That is £70 and £40.
 */
class UnitCostCalculatorTest {

  private static final Map<String, HourlyCost> HOURS =
      Map.of(
          "worker", Books.anHourAt("worker", "1", Y2025, "60"),
          "manager", Books.anHourAt("manager", "1", Y2025, "120"));

  private static final ProcessGraph PROCESS =
      new ProcessGraph(
          "assess",
          "Assess",
          "test",
          false,
          "",
          new Trigger.OnEvent(EnumSet.of(EventType.CARE_START), 0, Condition.ALWAYS),
          List.of(
              task(
                  "report",
                  "0.5",
                  "2",
                  minutes("worker", DIRECT, 30),
                  minutes("worker", INDIRECT, 40)),
              task("meeting", "1", "1", minutes("manager", DIRECT, 20))),
          List.of(
              new Variation(
                  "away",
                  "Out of area",
                  Condition.ALWAYS,
                  List.of(
                      new Variation.Change(
                          "report",
                          "worker",
                          DIRECT,
                          Variation.Operation.ADD,
                          BigDecimal.valueOf(15))))),
          Books.INVENTED);

  private static Answer answer(
      String task, String role, @Nullable String variation, TimeCategory category, long minutes) {
    return new Answer(
        "R" + minutes,
        1,
        new TimeCell("assess", task, role, variation, category),
        Minutes.of(minutes));
  }

  private static UnitCost cost(Set<String> variations, Answer... answers) {
    Survey survey =
        new Survey(
            "s", "s", "", Method.ONLINE_SURVEY, "", false, false, "", Set.of(), List.of(answers));
    return new UnitCostCalculator()
        .calculate(
            new UnitCostInputs(
                PROCESS,
                variations,
                new TimeUseCalculator().calculate(List.of(survey), EnumSet.allOf(Method.class)),
                HOURS,
                HourBasis.WORKING_HOUR,
                Books.flat(),
                Y2025));
  }

  private static Pence pounds(long pounds) {
    return Pence.of(pounds * 100);
  }

  @Test
  void withoutAnswersTheFileCounts() {
    assertThat(cost(Set.of()).perOccurrence()).isEqualTo(pounds(110));
    assertThat(cost(Set.of()).basis()).isEqualTo(UnitCost.Basis.PROCESS_FILE);
    assertThat(cost(Set.of("away")).perOccurrence()).isEqualTo(pounds(125));
  }

  @Test
  void anAnswerReplacesItsCategoryAloneAndTheCostIsMixed() {
    UnitCost mixed =
        cost(
            Set.of(),
            answer("report", "worker", null, DIRECT, 40),
            answer("report", "worker", null, DIRECT, 50));
    assertThat(mixed.perOccurrence()).isEqualTo(pounds(45 + 40 + 40));
    assertThat(mixed.basis()).isEqualTo(UnitCost.Basis.MIXED);
    assertThat(mixed.lines())
        .filteredOn(l -> l.category() == DIRECT && l.role().equals("worker"))
        .singleElement()
        .satisfies(l -> assertThat(l.estimate().answers()).isEqualTo(2));
    assertThat(mixed.lines())
        .filteredOn(l -> l.category() == INDIRECT)
        .singleElement()
        .satisfies(l -> assertThat(l.estimate()).isNull());
  }

  @Test
  void anAnswerWithoutACategoryReplacesAllCategoriesOfItsRole() {
    UnitCost undivided = cost(Set.of(), answer("report", "worker", null, UNDIVIDED, 100));
    assertThat(undivided.perOccurrence()).isEqualTo(pounds(100 + 40));
    assertThat(undivided.lines())
        .filteredOn(l -> l.role().equals("worker"))
        .extracting(UnitCost.Line::category)
        .containsExactly(UNDIVIDED);
  }

  @Test
  void whereEveryCellIsAnsweredTheCostIsSurveyed() {
    UnitCost surveyed =
        cost(
            Set.of(),
            answer("report", "worker", null, UNDIVIDED, 100),
            answer("meeting", "manager", null, DIRECT, 25));
    assertThat(surveyed.perOccurrence()).isEqualTo(pounds(100 + 50));
    assertThat(surveyed.basis()).isEqualTo(UnitCost.Basis.SURVEYED);
  }

  @Test
  void anAnswerOfZeroIsZeroAndNotNoAnswer() {
    assertThat(cost(Set.of(), answer("report", "worker", null, DIRECT, 0)).perOccurrence())
        .isEqualTo(pounds(40 + 40));
  }

  /** An answer for a variation is all of the minutes in such a case: nothing is added to it. */
  @Test
  void anAnswerForAVariationCountsInThatVariationAlone() {
    Answer[] answers = {
      answer("report", "worker", null, DIRECT, 45), answer("report", "worker", "away", DIRECT, 75)
    };
    assertThat(cost(Set.of(), answers).perOccurrence()).isEqualTo(pounds(45 + 40 + 40));
    assertThat(cost(Set.of("away"), answers).perOccurrence()).isEqualTo(pounds(75 + 40 + 40));
  }

  /** Where only the usual case was asked about, the file says how much more a variation takes. */
  @Test
  void aVariationThatNobodyAnsweredAddsTheMinutesOfTheFile() {
    assertThat(cost(Set.of("away"), answer("report", "worker", null, DIRECT, 45)).perOccurrence())
        .isEqualTo(pounds(45 + 15 + 40 + 40));
  }

  /** A role that respondents named and the file does not know is paid as well. */
  @Test
  void aRoleThatOnlyRespondentsNamedCounts() {
    assertThat(cost(Set.of(), answer("report", "manager", null, DIRECT, 10)).perOccurrence())
        .isEqualTo(pounds(70 + 40 + 20));
  }
}
