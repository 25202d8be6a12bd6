package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.returns.ChildView;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonym;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated returns with defects planted in them: every defect is found and named, a child without
 * one has the nights that it truly has, and one with a defect all but those that the defect itself
 * makes unknowable.
 */
class DirtyReturnsTest {

  private static final String AUTHORITY = "Testshire";

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

  @TempDir Path folder;

  private final Pseudonyms pseudonyms = new Pseudonyms(Returns.KEY);

  @Test
  void everyDefectOfAnAuthorityIsNamedAndNightsAreKeptAsFarAsTheyCanBeKnown() throws Exception {
    assertFoundAndKept("--scale", "la", "--dirty", "0.02");
  }

  @Test
  void soItIsWithDefectsInThreeOfTenChildrenAndAllKindsAmongThem() throws Exception {
    assertThat(assertFoundAndKept("--scale", "la", "--dirty", "0.3", "--seed", "7"))
        .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  @Test
  @Tag("slow")
  void soItIsInARegion() throws Exception {
    assertThat(assertFoundAndKept("--scale", "region", "--dirty", "0.02"))
        .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  @Test
  @Tag("slow")
  void soItIsInEngland() throws Exception {
    assertThat(assertFoundAndKept("--scale", "england", "--dirty", "0.02"))
        .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  /** The kinds of defects that were there. */
  private Set<String> assertFoundAndKept(String... arguments) throws Exception {
    Path returns = Shared.generateWithTruthByChild(folder, arguments);
    MergedReturns merged = GeneratedReturns.merge(returns, AUTHORITY);
    assertThat(merged.reconciliation().agrees()).isTrue();
    Map<String, List<Defect>> planted = planted(returns);
    SubmittedRows submitted = SubmittedRows.read(returns, planted.keySet());
    assertThat(missed(planted, submitted, found(merged))).isEmpty();
    assertThat(wrong(returns, merged, planted, submitted)).isEmpty();
    Set<String> kinds = new TreeSet<>();
    planted.values().forEach(of -> of.forEach(d -> kinds.add(d.kind())));
    return kinds;
  }

  private record Defect(String kind, int year) {}

  private static Map<String, List<Defect>> planted(Path returns) throws IOException {
    Map<String, List<Defect>> planted = new TreeMap<>();
    for (String line : GeneratedReturns.rows(returns.resolve("defects.csv"))) {
      String[] cells = line.split(",");
      planted
          .computeIfAbsent(cells[0], c -> new ArrayList<>())
          .add(new Defect(cells[1], Integer.parseInt(cells[3])));
    }
    return planted;
  }

  private static Map<Pseudonym, Set<Rule>> found(MergedReturns merged) {
    Map<Pseudonym, Set<Rule>> found = new HashMap<>();
    merged.findings().stream()
        .forEach(f -> found.computeIfAbsent(f.child(), c -> new HashSet<>()).add(f.rule()));
    return found;
  }

  private List<String> missed(
      Map<String, List<Defect>> planted, SubmittedRows submitted, Map<Pseudonym, Set<Rule>> found) {
    List<String> missed = new ArrayList<>();
    planted.forEach(
        (child, defects) -> {
          Set<Rule> named = found.getOrDefault(pseudonyms.of(AUTHORITY, child), Set.of());
          for (Defect defect : defects) {
            // some are planted in every return that has the child, and then nothing differs
            if (submitted.shows(child, defect.kind())
                && !named.contains(EXPECTED.get(defect.kind()))) {
              missed.add(child + " " + defect);
            }
          }
        });
    return missed;
  }

  /** The children whose nights are others than they can be. */
  private List<String> wrong(
      Path returns,
      MergedReturns merged,
      Map<String, List<Defect>> planted,
      SubmittedRows submitted)
      throws IOException {
    Map<Pseudonym, String> numbers = new HashMap<>();
    Map<String, Map<String, Long>> truth = new HashMap<>();
    for (String line : GeneratedReturns.rows(returns.resolve("expected-days-by-child.csv"))) {
      int comma = line.indexOf(',');
      String child = line.substring(0, comma);
      truth
          .computeIfAbsent(child, c -> new TreeMap<>())
          .put(line.substring(comma + 1, line.lastIndexOf(',')), GeneratedReturns.last(line));
      numbers.computeIfAbsent(pseudonyms.of(AUTHORITY, child), p -> child);
    }
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    ChildView view = merged.histories().view();
    for (int i = 0; i < merged.histories().size(); i++) {
      view.moveTo(i);
      Map<String, Long> costed = new TreeMap<>();
      GeneratedReturns.addNights(costed, view, merged.histories());
      String child = numbers.getOrDefault(view.pseudonym(), "");
      seen.add(child);
      List<Defect> defects = planted.getOrDefault(child, List.of());
      Map<String, Long> of = truth.getOrDefault(child, Map.of());
      if (!canBe(of, costed, defects, submitted.isBornIntoCare(child))) {
        wrong.add(child + " " + defects + ": " + of + " became " + costed);
      }
    }
    truth.keySet().stream()
        .filter(c -> !seen.contains(c) && !canBe(truth.get(c), Map.of(), planted, c, submitted))
        .forEach(c -> wrong.add(c + " is lost"));
    return wrong;
  }

  private static boolean canBe(
      Map<String, Long> truth,
      Map<String, Long> costed,
      Map<String, List<Defect>> planted,
      String child,
      SubmittedRows submitted) {
    return canBe(
        truth, costed, planted.getOrDefault(child, List.of()), submitted.isBornIntoCare(child));
  }

  /** Whether these can be the nights of a child, by all that can be known in spite of a defect. */
  private static boolean canBe(
      Map<String, Long> truth,
      Map<String, Long> costed,
      List<Defect> defects,
      boolean bornIntoCare) {
    if (defects.isEmpty()) {
      return costed.equals(truth);
    }
    Map<String, Long> trueByYear = byYear(truth);
    Map<String, Long> byYear = byYear(costed);
    return switch (defects.get(0).kind()) { // a child has one kind
      // another place and need in a later return: how many nights there were is still known
      case "changed-next-year" -> byYear.equals(trueByYear);
      // the start is one of two days that are three days apart
      case "decom-moved" -> differ(truth, costed) <= 2 * 3L * defects.size();
      // nothing tells when an episode ended whose end is before its start, or that is not there
      case "dec-before-decom", "vanished-open" ->
          equalBut(years(defects), truth, costed) && noneMore(truth, costed);
      // care may have begun on any day from birth on
      case "before-birth" -> noneMore(trueByYear, byYear) || noneMore(byYear, trueByYear);
      // where care began with the birth that is now a month later, the start is before birth
      case "dob-differs" -> bornIntoCare ? noneMore(truth, costed) : costed.equals(truth);
      default -> costed.equals(truth);
    };
  }

  private static Set<String> years(List<Defect> defects) {
    Set<String> years = new HashSet<>();
    defects.forEach(d -> years.add("" + d.year()));
    return years;
  }

  private static Map<String, Long> byYear(Map<String, Long> nights) {
    Map<String, Long> byYear = new TreeMap<>();
    nights.forEach((key, n) -> byYear.merge(yearOf(key), n, Long::sum));
    return byYear;
  }

  private static String yearOf(String key) {
    return key.substring(0, key.indexOf(','));
  }

  private static long differ(Map<String, Long> truth, Map<String, Long> costed) {
    Set<String> keys = new HashSet<>(truth.keySet());
    keys.addAll(costed.keySet());
    return keys.stream()
        .mapToLong(k -> Math.abs(truth.getOrDefault(k, 0L) - costed.getOrDefault(k, 0L)))
        .sum();
  }

  private static boolean equalBut(
      Set<String> years, Map<String, Long> truth, Map<String, Long> costed) {
    Map<String, Long> knownTruth = new TreeMap<>(truth);
    Map<String, Long> known = new TreeMap<>(costed);
    knownTruth.keySet().removeIf(k -> years.contains(yearOf(k)));
    known.keySet().removeIf(k -> years.contains(yearOf(k)));
    return known.equals(knownTruth);
  }

  private static boolean noneMore(Map<String, Long> truth, Map<String, Long> costed) {
    return costed.entrySet().stream()
        .allMatch(e -> e.getValue() <= truth.getOrDefault(e.getKey(), 0L));
  }
}
