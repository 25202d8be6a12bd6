package org.homeward.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.homeward.Books.INVENTED;
import static org.homeward.Books.minutes;
import static org.homeward.Books.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Area;
import org.homeward.history.CareHistory;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.problem.InputException;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.DateSpan;
import org.junit.jupiter.api.Test;

/**
 * Recorded dates of a review stand in place of its schedule. The child comes into care on 10 April
 * 2025 and leaves on 1 March 2027; by schedule the reviews are on 13 May 2025 (20 working days; the
 * bank holidays are 18 and 21 April, 5 and 26 May), 13 August, 13 February 2026, 13 August and 13
 * February 2027, as in the worked examples.
 */
class RecordedDatesTest {

  private static final CompiledBook BOOK =
      Books.book(
          List.of(review()),
          List.of(),
          List.of(),
          List.of(
              LocalDate.of(2025, 4, 18),
              LocalDate.of(2025, 4, 21),
              LocalDate.of(2025, 5, 5),
              LocalDate.of(2025, 5, 26)));

  /** The first takes longer than the later ones: variant 1 is the first, variant 0 a later one. */
  private static ProcessGraph review() {
    return new ProcessGraph(
        "review",
        "Review",
        "looked-after",
        false,
        "",
        new Trigger.OnSchedule(
            EventType.CARE_START,
            List.of(
                new Trigger.Step(20, Trigger.Step.Unit.WORKING_DAYS),
                new Trigger.Step(3, Trigger.Step.Unit.MONTHS)),
            new Trigger.Step(6, Trigger.Step.Unit.MONTHS),
            Set.of(EventType.CARE_END, EventType.PLACEMENT_ORDER),
            EventType.REVIEW_HELD,
            Condition.ALWAYS),
        List.of(task("meet", "1", "1", minutes("social-worker", TimeCategory.DIRECT, 60))),
        List.of(
            new Variation(
                "first",
                "First review",
                new Condition(List.of(Condition.Alternative.ALWAYS.occurrence(new IntRange(1, 2)))),
                List.of(
                    new Variation.Change(
                        "meet",
                        "social-worker",
                        TimeCategory.DIRECT,
                        Variation.Operation.ADD,
                        BigDecimal.valueOf(30))))),
        INVENTED);
  }

  private static Event event(EventType type, String date) {
    return new Event(type, (int) LocalDate.parse(date).toEpochDay());
  }

  private static Event held(String date) {
    return event(EventType.REVIEW_HELD, date);
  }

  private static CareHistory history(Event... events) {
    return new CareHistory(
        new Child(LocalDate.of(2020, 1, 1), Set.of()),
        List.of(
            new Leg(
                DateSpan.of(LocalDate.of(2025, 4, 10), LocalDate.of(2027, 3, 1)),
                PlacementType.FOSTER,
                Provider.IN_HOUSE,
                Area.IN_AREA,
                LegalStatus.CARE_ORDER,
                false)),
        List.of(events));
  }

  /** The reviews of a history, the first of the schedule with a star. */
  private static List<String> reviews(Event... events) {
    List<String> found = new ArrayList<>();
    LedgerSink sink =
        new LedgerSink() {
          @Override
          public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {}

          @Override
          public void continuous(PricedProcess process, int rateStart, int from, int to) {}

          @Override
          public void occurrence(PricedProcess process, int day) {
            found.add(LocalDate.ofEpochDay(day) + (process.variant() == 1 ? "*" : ""));
          }
        };
    new PathwayWalk(BOOK)
        .walk(
            history(events),
            (int) LocalDate.of(2025, 1, 1).toEpochDay(),
            (int) LocalDate.of(2028, 1, 1).toEpochDay(),
            sink);
    return found;
  }

  @Test
  void withoutRecordsTheScheduleSaysWhen() {
    assertThat(reviews())
        .containsExactly("2025-05-13*", "2025-08-13", "2026-02-13", "2026-08-13", "2027-02-13");
  }

  @Test
  void recordedDatesStandInPlaceOfTheSchedule() {
    assertThat(reviews(held("2025-05-20"), held("2025-09-30"), held("2026-06-01")))
        .containsExactly("2025-05-20*", "2025-09-30", "2026-06-01");
  }

  @Test
  void theFirstRecordedReviewIsTheFirst() {
    assertThat(reviews(held("2026-01-05"), held("2026-07-05")))
        .containsExactly("2026-01-05*", "2026-07-05");
  }

  @Test
  void beforeTheRecordsStartTheScheduleCountsAndIsCounted() {
    assertThat(
            reviews(
                event(EventType.RECORDS_START, "2026-04-01"),
                held("2026-09-02"),
                held("2027-02-20")))
        .containsExactly("2025-05-13*", "2025-08-13", "2026-02-13", "2026-09-02", "2027-02-20");
  }

  @Test
  void afterTheRecordsEndTheScheduleGoesOnFromTheLastOneHeld() {
    // Held on 20 May and 1 September 2025; six months after the latter is 1 March 2026, while the
    // records still run and know of none; six months on, 1 September 2026, they have ended.
    assertThat(
            reviews(
                held("2025-05-20"), held("2025-09-01"), event(EventType.RECORDS_END, "2026-04-01")))
        .containsExactly("2025-05-20*", "2025-09-01", "2026-09-01");
  }

  @Test
  void recordedDatesOutsideTheRecordsAreNotCountedAsWell() {
    assertThat(
            reviews(
                held("2025-05-14"),
                event(EventType.RECORDS_START, "2026-04-01"),
                held("2026-09-02"),
                event(EventType.RECORDS_END, "2026-10-01"),
                held("2027-02-20")))
        .containsExactly("2025-05-13*", "2025-08-13", "2026-02-13", "2026-09-02");
  }

  @Test
  void recordsOfAnythingElseLeaveTheScheduleAlone() {
    assertThat(reviews(event(EventType.RECORDS_START, "2025-04-01"))).isEqualTo(reviews());
  }

  @Test
  void recordsCountWhileTheScheduleRuns() {
    assertThat(
            reviews(
                held("2025-03-01"),
                held("2025-05-20"),
                event(EventType.PLACEMENT_ORDER, "2025-12-01"),
                held("2026-02-01")))
        .containsExactly("2025-05-20*");
  }

  @Test
  void recordsThatEndBeforeTheyStartAreRefused() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                history(
                    event(EventType.RECORDS_START, "2026-04-01"),
                    event(EventType.RECORDS_END, "2025-04-01")));
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.where()).isEqualTo("events");
              assertThat(p.value())
                  .isEqualTo("records-end on 2025-04-01, records-start on 2026-04-01");
            });
  }
}
