package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.explanation.Explanation;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.problem.InputException;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.Route;
import org.homeward.returns.Stay;
import org.junit.jupiter.api.Test;

/** Time from entry to each milestone, counted by hand. */
class MilestoneTableTest {

  private static Event on(String day, EventType type) {
    return new Event(type, (int) LocalDate.parse(day).toEpochDay());
  }

  private static Stay stay(String from, String to) {
    return Cohorts.stay(from, to, Cohorts.FOSTER, Cohorts.PRIVATE, Cohorts.STARTS);
  }

  /** In care from 1 April 2019; adopted on the day that is said. */
  private static ChildHistory adopted(long number, String plan, String order) {
    return Cohorts.child(
        number,
        "2018-05-20",
        Route.ADOPTED,
        List.of(stay("2019-04-01", order)),
        on(plan, EventType.ADOPTION_DECISION),
        on(order, EventType.ADOPTION_ORDER));
  }

  private static List<Object> row(CostTable table, String group, String milestone) {
    return table.rows().stream()
        .filter(r -> r.cells().get(0).equals(group) && r.cells().get(1).equals(milestone))
        .findFirst()
        .orElseThrow()
        .cells();
  }

  @Test
  void daysAreCountedFromEntryAndWhoIsStillOnTheWayHasNotReachedIt() {
    CostTable table =
        MilestoneTable.of(
            Cohorts.of(
                List.of(
                    adopted(1, "2019-10-18", "2020-10-18"), // 200 and 566 days
                    adopted(2, "2020-01-26", "2021-01-26"), // 300 and 666 days
                    Cohorts.child(
                        3,
                        "2018-05-20",
                        Route.STILL_IN_CARE,
                        List.of(stay("2019-04-01", "2024-04-01"))))),
            List.of(Dimension.ROUTE),
            false);
    assertThat(row(table, "adopted", "adoption-plan").subList(2, 10))
        .containsExactly(2L, 2L, new java.math.BigDecimal("250.0"), 200L, 200L, 200L, 300L, 300L);
    assertThat(row(table, "adopted", "adoption-order").subList(2, 5))
        .containsExactly(2L, 2L, new java.math.BigDecimal("616.0"));
    assertThat(row(table, "all", "adoption-order").subList(2, 4)).containsExactly(3L, 2L);
    assertThat(row(table, "still-in-care", "adoption-order").subList(2, 4)).containsExactly(1L, 0L);
  }

  /** By hand: (566 + 666) ÷ 2 days to the order; of two children half take no more than 566. */
  @Test
  void aMeanIsToldAsDaysOverChildrenAndWhatIsKeptBackIsNot() {
    ChildHistories histories =
        Cohorts.of(
            List.of(
                adopted(1, "2019-10-18", "2020-10-18"), adopted(2, "2020-01-26", "2021-01-26")));
    List<Dimension> by = List.of(Dimension.ROUTE);
    assertThat(told(histories, by, false, "adopted", "mean-days").sentence())
        .isEqualTo(
            "Mean days from entry to adoption-order: 616 days = 1,232 days (Days from entry, of all"
                + " of them) ÷ 2 (Children who reached it).");
    Explanation half = told(histories, by, false, CostTable.ALL, "p50-days");
    assertThat(half.written()).isEqualTo("566 days");
    assertThat(half.note())
        .isEqualTo("the fewest that 50 in a hundred of 2 children do not exceed");
    assertThat(told(histories, by, false, "adopted", "reached").written()).isEqualTo("2");

    assertThatThrownBy(() -> told(histories, by, false, "home", "mean-days"))
        .hasMessageContaining("There is no such group of children.");
    assertThatThrownBy(() -> told(histories, by, false, "adopted", "days"))
        .hasMessageContaining("Use reached, mean-days");
    assertThatThrownBy(() -> told(histories, by, true, "adopted", "mean-days"))
        .hasMessageContaining("This figure is of few children");
  }

  private static Explanation told(
      ChildHistories histories, List<Dimension> by, boolean suppress, String group, String figure) {
    return MilestoneTable.explain(histories, by, suppress, group, Milestone.ADOPTION_ORDER, figure);
  }

  @Test
  void afterAReturnToCareTimeRunsFromTheLastEntry() {
    ChildHistory child =
        Cohorts.child(
            1,
            "2018-05-20",
            Route.ADOPTED,
            List.of(stay("2018-04-01", "2018-06-01"), stay("2019-04-01", "2020-10-18")),
            on("2018-05-01", EventType.CARE_ORDER),
            on("2019-04-11", EventType.CARE_ORDER),
            on("2020-10-18", EventType.ADOPTION_ORDER));
    CostTable table =
        MilestoneTable.of(Cohorts.of(List.of(child)), List.of(Dimension.ENTRY_YEAR), false);
    assertThat(row(table, "2019-20", "care-order").subList(2, 5))
        .containsExactly(1L, 1L, new java.math.BigDecimal("10.0"));
  }

  @Test
  void whoEnteredBeforeTheYearsThatAreHeldIsNotCounted() {
    ChildHistory early =
        Cohorts.child(1, "2010-05-20", Route.HOME, List.of(stay("2016-04-01", "2018-06-01")));
    assertThat(MilestoneTable.of(Cohorts.of(List.of(early)), List.of(), false).rows()).isEmpty();
  }

  @Test
  void smallNumbersAreKeptBackAndCannotBeWorkedOutFromTheTotal() {
    List<ChildHistory> children = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      children.add(adopted(i, "2019-10-18", "2020-10-18"));
    }
    for (int i = 31; i <= 40; i++) {
      children.add(
          Cohorts.child(
              i,
              "2018-05-20",
              Route.HOME,
              List.of(stay("2019-04-01", "2019-06-01")),
              on("2019-06-01", EventType.RETURN_HOME)));
    }
    for (int i = 41; i <= 43; i++) {
      children.add(
          Cohorts.child(
              i,
              "2018-05-20",
              Route.SPECIAL_GUARDIANSHIP,
              List.of(stay("2019-04-01", "2020-06-01")),
              on("2020-06-01", EventType.SGO_ORDER)));
    }
    CostTable table = MilestoneTable.of(Cohorts.of(children), List.of(Dimension.ROUTE), true);
    // Three of special guardianship are few; that no total tells them ten who went home are hidden.
    assertThat(
            table.rows().stream()
                .filter(CostTable.Row::suppressed)
                .map(r -> r.cells().get(0))
                .distinct())
        .containsExactlyInAnyOrder("home", "special-guardianship", "all");
    assertThat(row(table, "adopted", "adoption-order").subList(2, 4)).containsExactly(30L, 30L);
    assertThat(row(table, "all", "adoption-order").subList(2, 4)).containsExactly(43L, 30L);
    assertThat(row(table, "all", "special-guardianship-order").get(3)).isNull(); // 3 in all
  }

  @Test
  void dimensionsOfNightsAreRefused() {
    assertThatThrownBy(
            () -> MilestoneTable.of(Cohorts.of(List.of()), List.of(Dimension.PLACEMENT), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("route, sex, authority, entry-year");
  }
}
