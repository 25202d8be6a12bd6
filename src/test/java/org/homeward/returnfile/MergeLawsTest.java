package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.homeward.quantity.DateSpan;
import org.homeward.returnfile.Returns.Merged;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any returns. */
class MergeLawsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nightsByYearAndPlacementAreThoseOfTheHistoriesThatTheReturnsWereWrittenFrom(long seed) {
    SyntheticReturns truth = new SyntheticReturns(seed, 400, 2018, 2023);
    Merged merged = truth.files(0, "").merge();
    assertThat(merged.found()).isEmpty();
    assertThat(nights(merged)).isEqualTo(truth.nights);
    long stillThere =
        children(merged).stream().filter(c -> c.route() == Route.STILL_IN_CARE).count();
    assertThat(stillThere).isEqualTo(truth.stillInCare);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theOrderOfRowsAndFilesAndTheNumberOfThreadsDoNotMatter(long seed) {
    SyntheticReturns truth = new SyntheticReturns(seed, 9_000, 2021, 2022); // several parts
    spoil(truth, seed);
    Merged one = truth.files(0, "").merge(LoadOptions.of(Returns.AUTHORITY), 1);
    Merged other = truth.files(seed, "").merge(LoadOptions.of(Returns.AUTHORITY), 4);
    assertThat(children(other)).isEqualTo(children(one));
    assertThat(other.returns().reconciliation().nights())
        .isEqualTo(one.returns().reconciliation().nights());
    assertThat(other.returns().reconciliation().rows())
        .isEqualTo(one.returns().reconciliation().rows());
    assertThat(other.returns().findings().counts())
        .isEqualTo(one.returns().findings().counts())
        .isNotEmpty();
  }

  /** Cells exchanged at random: whatever comes in, in and out agree, and no night is paid twice. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void whateverIsSpoiltInAndOutAgreeAndStaysNeverOverlap(long seed) {
    SyntheticReturns truth = new SyntheticReturns(seed, 500, 2016, 2023);
    spoil(truth, seed);
    Merged merged = truth.files(seed, "").merge(); // checks that in and out agree
    for (ChildHistory child : children(merged)) {
      for (int i = 0; i < child.stays().size(); i++) {
        DateSpan span = child.stays().get(i).span();
        assertThat(span.isEmpty()).isFalse();
        if (i > 0) {
          assertThat(child.stays().get(i - 1).span().toDay()).isLessThanOrEqualTo(span.fromDay());
        }
        if (child.birth() != null) {
          assertThat(span.from()).isAfterOrEqualTo(child.birth());
        }
      }
    }
  }

  @Test
  void anAuthoritysHistoriesAreTheSameAloneAndBesideAnother() {
    SyntheticReturns north = new SyntheticReturns(31, 300, 2019, 2022);
    SyntheticReturns south = new SyntheticReturns(32, 300, 2020, 2023);
    Returns both = new Returns();
    north.add(both, 0, "North/");
    south.add(both, 0, "South/");
    Merged together = both.merge(LoadOptions.of(null), 2);
    Merged alone = north.files(0, "North/").merge(LoadOptions.of(null), 2);
    assertThat(children(together).stream().filter(c -> c.authority().equals("North")).toList())
        .isEqualTo(children(alone));
    assertThat(together.returns().histories().size())
        .isGreaterThan(alone.returns().histories().size());
  }

  private static void spoil(SyntheticReturns truth, long seed) {
    Random random = new Random(seed);
    for (List<String> rows : truth.episodes.values()) {
      for (int i = 0; i < rows.size(); i++) {
        String[] cells = rows.get(i).split(",", -1);
        String[] other = rows.get(random.nextInt(rows.size())).split(",", -1);
        if (random.nextInt(10) == 0) {
          int cell = 1 + random.nextInt(9);
          cells[cell] = random.nextInt(3) == 0 ? "" : other[cell];
          rows.set(i, String.join(",", cells));
        }
      }
      for (int i = 0; i < rows.size() / 30; i++) {
        rows.add(rows.get(random.nextInt(rows.size())));
        rows.remove(random.nextInt(rows.size()));
      }
    }
  }

  private static List<ChildHistory> children(Merged merged) {
    ChildHistories histories = merged.returns().histories();
    List<ChildHistory> children = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      children.add(histories.child(i));
    }
    children.sort((a, b) -> a.pseudonym().compareTo(b.pseudonym()));
    return children;
  }

  static Map<String, Long> nights(Merged merged) {
    Map<String, Long> nights = new TreeMap<>();
    DateSpan observed = merged.returns().histories().observed();
    for (ChildHistory child : children(merged)) {
      child
          .stays()
          .forEach(
              stay -> {
                DateSpan span = stay.span().intersection(observed);
                int day = span == null ? 0 : span.fromDay();
                while (span != null && day < span.toDay()) {
                  int year = ReturnYears.of(day);
                  int until = Math.min(span.toDay(), ReturnYears.end(year));
                  nights.merge(year + " " + stay.place().code(), (long) until - day, Long::sum);
                  day = until;
                }
              });
    }
    return nights;
  }
}
