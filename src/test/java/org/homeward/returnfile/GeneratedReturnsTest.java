package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.history.EventType;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.EndCode;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonym;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.ReturnsMerge;
import org.homeward.returns.Rule;
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

  /** Every year several of each kind; over the seeds all fourteen kinds of defect are there. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void everyPlantedDefectIsFoundAndNamed(String seed) throws Exception {
    Path returns = Shared.generate(folder, "--scale", "la", "--dirty", "0.06", "--seed", seed);
    MergedReturns merged = merge(returns, AUTHORITY);
    assertThat(merged.reconciliation().agrees()).isTrue();
    Map<Pseudonym, Set<Rule>> found = new HashMap<>();
    merged.findings().stream()
        .forEach(f -> found.computeIfAbsent(f.child(), c -> new HashSet<>()).add(f.rule()));
    Pseudonyms pseudonyms = new Pseudonyms(Returns.KEY);
    SubmittedRows submitted = SubmittedRows.read(returns);
    Set<String> kinds = new HashSet<>();
    List<String> missed = new ArrayList<>();
    for (String line : rows(returns.resolve("defects.csv"))) {
      String[] defect = line.split(",");
      Rule expected = EXPECTED.get(defect[1]);
      if (!submitted.shows(defect[0], defect[1])) {
        continue; // planted in every return that has the child, so that nothing differs
      }
      kinds.add(defect[1]);
      if (!found.getOrDefault(pseudonyms.of(AUTHORITY, defect[0]), Set.of()).contains(expected)) {
        missed.add(line);
      }
    }
    assertThat(missed).isEmpty();
    assertThat(kinds).hasSizeGreaterThan(10);
    assertNightsWithin(returns, merged, rows(returns.resolve("defects.csv")).size());
  }

  private static final Map<String, Rule> EXPECTED =
      Map.ofEntries(
          Map.entry("overlap", Rule.OVERLAP),
          Map.entry("x1-gap", Rule.SMALL_GAP),
          Map.entry("no-dec-mid", Rule.OPEN_BEFORE_NEXT),
          Map.entry("rec-without-dec", Rule.REC_WITHOUT_DEC),
          Map.entry("dec-before-decom", Rule.DEC_BEFORE_DECOM),
          Map.entry("same-day", Rule.NO_NIGHTS),
          Map.entry("dup-row", Rule.COPY),
          Map.entry("vanished-open", Rule.VANISHED),
          Map.entry("changed-next-year", Rule.CHANGED_LATER),
          Map.entry("decom-moved", Rule.START_MOVED),
          Map.entry("before-birth", Rule.BEFORE_BIRTH),
          Map.entry("dob-differs", Rule.BIRTH_CHANGED),
          Map.entry("case-and-space", Rule.PLACE_TIDIED),
          Map.entry("iso-date", Rule.ISO_DATE));

  /** A child spoilt in one year can hide or invent that year's nights at most, in each return. */
  private static void assertNightsWithin(Path returns, MergedReturns merged, int defects)
      throws IOException {
    long expected =
        rows(returns.resolve("expected-days.csv")).stream().mapToLong(l -> last(l)).sum();
    long costed = nights(merged.histories()).values().stream().mapToLong(Long::longValue).sum();
    assertThat(Math.abs(costed - expected)).isLessThanOrEqualTo(366L * defects);
  }

  private static MergedReturns assertTruth(Path returns, String authority) throws Exception {
    MergedReturns merged = merge(returns, authority);
    assertThat(merged.reconciliation().agrees()).isTrue();
    assertThat(nights(merged.histories()))
        .isEqualTo(expected(returns.resolve("expected-days.csv")));
    assertThat(events(merged.histories()))
        .isEqualTo(expected(returns.resolve("expected-events.csv")));
    return merged;
  }

  private static MergedReturns merge(Path returns, String authority) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    LoadOptions options = LoadOptions.of(authority);
    try (ReturnSources sources = new ReturnSources()) {
      sources.add("", returns);
      ReturnReader.Reading reading =
          ReturnReader.read(sources.list(), options, CodeTables.codes(), pool, bytes -> {});
      return ReturnsMerge.merge(
          reading.tables(),
          CodeTables.codes(),
          options.smallGap(),
          new Pseudonyms(Returns.KEY),
          pool,
          (children, of) -> {});
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  private static long last(String line) {
    return Long.parseLong(line.substring(line.lastIndexOf(',') + 1));
  }

  private static Map<String, Long> expected(Path file) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    for (String line : rows(file)) {
      expected.put(line.substring(0, line.lastIndexOf(',')), last(line));
    }
    return expected;
  }

  /** By return, place, need and whether it is a short break, as the generator has them. */
  private static Map<String, Long> nights(ChildHistories histories) {
    Map<String, Long> nights = new TreeMap<>();
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      int begin = histories.observed(view.authority()).fromDay();
      for (int i = 0; i < view.stays(); i++) {
        String ls = histories.codes().legalStatuses().text(view.legalStatus(i));
        String key =
            ","
                + histories.codes().places().text(view.place(i))
                + ","
                + histories.codes().needs().text(view.need(i))
                + (ls.equals("V3") ? ",S" : ",N");
        int day = Math.max(view.from(i), begin);
        while (day < view.to(i)) {
          int year = ReturnYears.of(day);
          int until = Math.min(view.to(i), ReturnYears.end(year));
          nights.merge(year + key, (long) until - day, Long::sum);
          day = until;
        }
      }
    }
    return nights;
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
