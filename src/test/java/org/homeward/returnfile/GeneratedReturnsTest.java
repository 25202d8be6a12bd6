package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.history.EventType;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.EndCode;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.ReturnYears;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated returns carry the truth beside the data: nights and events must agree exactly. */
class GeneratedReturnsTest {

  private static final String AUTHORITY = "Testshire";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"903", "7"})
  void anAuthoritysNightsAndEventsAreTheTruth(String seed) throws Exception {
    assertTruth(Shared.generate(folder, "--scale", "la", "--seed", seed), AUTHORITY);
  }

  @Test
  void authoritiesInFoldersAreToldApartThoughTheirNumbersAreTheSame() throws Exception {
    Path returns = Shared.generate(folder, "--in-care", "600", "--las", "3", "--layout", "per-la");
    MergedReturns merged = assertTruth(returns, null);
    assertThat(merged.histories().authorities())
        .containsExactlyInAnyOrder("LA001", "LA002", "LA003");
  }

  @Test
  @Tag("slow")
  void aRegionsNightsAndEventsAreTheTruth() throws Exception {
    assertTruth(Shared.generate(folder, "--scale", "region"), AUTHORITY);
  }

  @Test
  @Tag("slow")
  void englandsNightsAndEventsAreTheTruth() throws Exception {
    MergedReturns merged = assertTruth(Shared.generate(folder, "--scale", "england"), AUTHORITY);
    assertThat(merged.histories().size()).isGreaterThan(400_000);
  }

  private static MergedReturns assertTruth(Path returns, String authority) throws Exception {
    MergedReturns merged = GeneratedReturns.merge(returns, authority);
    assertThat(merged.reconciliation().agrees()).isTrue();
    assertThat(GeneratedReturns.nights(merged.histories()))
        .isEqualTo(expected(returns.resolve("expected-days.csv")));
    assertThat(events(merged.histories()))
        .isEqualTo(expected(returns.resolve("expected-events.csv")));
    return merged;
  }

  private static Map<String, Long> expected(Path file) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    for (String line : GeneratedReturns.rows(file)) {
      expected.put(line.substring(0, line.lastIndexOf(',')), GeneratedReturns.last(line));
    }
    return expected;
  }

  private static Map<String, Long> events(ChildHistories histories) {
    Map<String, Long> events = new TreeMap<>();
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      int begin = histories.observed(view.authority()).fromDay();
      for (int i = 0; i < view.stays(); i++) {
        if (view.from(i) >= begin) {
          count(events, view.from(i), kind(histories.codes().newEpisodes().text(view.began(i))));
        }
        EndCode end = view.ended(i) < 0 ? null : histories.codes().ends().at(view.ended(i));
        if (end != null && !end.continues()) {
          count(events, view.to(i), "end");
        }
      }
      for (int i = 0; i < view.events(); i++) {
        if (view.eventDay(i) >= begin && view.eventType(i) == EventType.REVIEW_HELD) {
          count(events, view.eventDay(i), "review");
        } else if (view.eventDay(i) >= begin && view.eventType(i) == EventType.MISSING_START) {
          count(events, view.eventDay(i), "missing");
        }
      }
    }
    return events;
  }

  private static String kind(String rne) {
    return switch (rne) {
      case "S" -> "start";
      case "L" -> "legal_change";
      default -> "placement_change";
    };
  }

  private static void count(Map<String, Long> events, int day, String kind) {
    events.merge(ReturnYears.of(day) + "," + kind, 1L, Long::sum);
  }
}
