package org.homeward.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.history.Area;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Need;
import org.homeward.quantity.DateSpan;
import org.homeward.returnfile.CodeTables;
import org.junit.jupiter.api.Test;

/** Histories in columns say the same as the values that they were made from. */
class ChildHistoriesTest {

  private static final ReturnCodes CODES = CodeTables.codes();
  private static final DateSpan YEAR =
      DateSpan.of(LocalDate.of(2023, 4, 1), LocalDate.of(2024, 4, 1));

  @Test
  void everyChildComesOutAsItWentIn() {
    List<ChildHistory> children = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) { // more than one block
      children.add(child(i));
    }
    ChildHistories histories = ChildHistories.of(CODES, Map.of("301", YEAR), children);
    assertThat(histories.size()).isEqualTo(10_000);
    for (int i = 0; i < children.size(); i++) {
      assertThat(histories.child(i)).isEqualTo(children.get(i));
    }
    assertThat(histories.find(new Pseudonym(9_999))).hasValue(9_999);
    assertThat(histories.find(new Pseudonym(10_000))).isEmpty();
  }

  @Test
  void theNeedCodeAndComingAloneTellTheNeeds() {
    ChildHistories histories = ChildHistories.of(CODES, Map.of("301", YEAR), List.of(child(2)));
    ChildView view = histories.view();
    view.moveTo(0);
    assertThat(view.needs())
        .containsExactlyInAnyOrder(Need.DISABILITY, Need.UNACCOMPANIED_ASYLUM_SEEKING);
  }

  @Test
  void aChildOfAnAuthorityThatIsNotInTheLoadIsRefused() {
    assertThatThrownBy(() -> ChildHistories.of(CODES, Map.of("302", YEAR), List.of(child(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("301");
  }

  @Test
  void aPseudonymIsThirteenLettersAndReadsBackTheSame() {
    for (long bits : new long[] {0, 1, -1, Long.MIN_VALUE, 0x0123456789ABCDEFL}) {
      String text = new Pseudonym(bits).toString();
      assertThat(text).hasSize(13);
      assertThat(Pseudonym.parse(text).bits()).isEqualTo(bits);
    }
    assertThatThrownBy(() -> Pseudonym.parse("903")).hasMessageContaining("thirteen");
    assertThatThrownBy(() -> Pseudonym.parse("zzzzzzzzzzzzz")).hasMessageContaining("thirteen");
  }

  private static ChildHistory child(int i) {
    LocalDate start = LocalDate.of(2023, 5, 1).plusDays(i % 100);
    Stay first = stay(start, start.plusDays(10), "U6", "PR1", "C1", "S", "X1", false);
    Stay away = stay(start.plusDays(10), start.plusDays(12), "T1", null, "C1", "P", "X1", true);
    Stay home =
        stay(start.plusDays(12), LocalDate.of(2024, 4, 1), "U6", "PR1", "C2", "B", null, true);
    return new ChildHistory(
        "301",
        new Pseudonym(i),
        i % 3 == 0 ? Sex.FEMALE : Sex.NOT_KNOWN,
        i % 5 == 0 ? null : LocalDate.of(2015, 2, 28).plusDays(i % 1000),
        i % 2 == 0,
        i % 7 == 0 ? List.of(first) : List.of(first, away, home),
        i % 11 == 0 ? List.of(YEAR) : List.of(),
        i % 4 == 0 ? List.of(new Event(EventType.CARE_ORDER, first.span().toDay())) : List.of(),
        i % 7 == 0 ? Route.HOME : Route.STILL_IN_CARE);
  }

  private static Stay stay(
      LocalDate from,
      LocalDate to,
      String place,
      String provider,
      String legalStatus,
      String began,
      String ended,
      boolean sameCarer) {
    boolean away = place.startsWith("T");
    return new Stay(
        DateSpan.of(from, to),
        of(CODES.places(), place),
        provider == null ? null : of(CODES.providers(), provider),
        of(CODES.legalStatuses(), legalStatus),
        of(CODES.needs(), "N2"),
        of(CODES.newEpisodes(), began),
        ended == null ? null : of(CODES.ends(), ended),
        null,
        of(CODES.places(), away ? "U6" : place),
        of(CODES.providers(), "PR1"),
        away ? null : Area.OUT_OF_AREA,
        sameCarer,
        ended == null);
  }

  private static <C extends ReturnCode> C of(CodeSet<C> set, String code) {
    return set.at(set.placeOf(code));
  }
}
