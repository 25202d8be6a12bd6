package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.Route;
import org.junit.jupiter.api.Test;

/** The same cohort is known again, in any order, and any other is told apart. */
class CohortFingerprintTest {

  private static final Pseudonyms KEY = new Pseudonyms("a key of a test of fingerprints");
  private static final List<ChildHistory> CHILDREN =
      Cohorts.random(RandomSource.XO_RO_SHI_RO_128_PP.create(17), 500);

  private static String of(List<ChildHistory> children) {
    return CohortFingerprint.of(Cohorts.of(children), ChildFees.NONE, KEY);
  }

  /** All but the last are those of every cohort here. */
  private static String with(ChildHistory last) {
    List<ChildHistory> all = new ArrayList<>(CHILDREN);
    all.add(last);
    return of(all);
  }

  private static ChildHistory child(String birth, Route route, String to, Event... events) {
    return Cohorts.child(
        1_000_001,
        birth,
        route,
        List.of(Cohorts.stay("2019-05-01", to, Cohorts.FOSTER, Cohorts.OWN, Cohorts.STARTS)),
        events);
  }

  @Test
  void theOrderOfChildrenDoesNotMatter() {
    List<ChildHistory> reversed = new ArrayList<>(CHILDREN);
    Collections.reverse(reversed);
    assertThat(of(reversed)).isEqualTo(of(CHILDREN)).hasSize(64);
  }

  @Test
  void whateverDiffersInOneChildOfManyIsTold() {
    Event review = new Event(EventType.REVIEW_HELD, (int) LocalDate.of(2019, 6, 1).toEpochDay());
    Event nextDay = new Event(EventType.REVIEW_HELD, (int) LocalDate.of(2019, 6, 2).toEpochDay());
    assertThat(
            List.of(
                of(CHILDREN),
                with(child("2012-06-17", Route.HOME, "2020-01-01")),
                with(child("2012-06-18", Route.HOME, "2020-01-01")),
                with(child("2012-06-17", Route.STILL_IN_CARE, "2020-01-01")),
                with(child("2012-06-17", Route.HOME, "2020-01-02")),
                with(child("2012-06-17", Route.HOME, "2020-01-01", review)),
                with(child("2012-06-17", Route.HOME, "2020-01-01", nextDay))))
        .doesNotHaveDuplicates();
  }

  @Test
  void soAreFeesYearsAndKey() {
    ChildHistories histories = Cohorts.of(CHILDREN);
    ChildFee fee =
        new ChildFee(
            1,
            CHILDREN.get(0).pseudonym(),
            DateSpan.of(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 5, 1)),
            Money.ofPounds("700"),
            null,
            FinancialYear.parse("2025-26"));
    ChildHistories longer =
        ChildHistories.of(
            Cohorts.CODES,
            Map.of(
                "Avalon",
                DateSpan.of(LocalDate.of(2017, 4, 1), LocalDate.of(2025, 4, 1)),
                "Barchester",
                Cohorts.AUTHORITIES.get("Barchester")),
            CHILDREN);
    assertThat(
            List.of(
                of(CHILDREN),
                CohortFingerprint.of(histories, ChildFees.of(List.of(fee)), KEY),
                CohortFingerprint.of(longer, ChildFees.NONE, KEY),
                CohortFingerprint.of(
                    histories, ChildFees.NONE, new Pseudonyms("another key of this test"))))
        .doesNotHaveDuplicates();
  }
}
