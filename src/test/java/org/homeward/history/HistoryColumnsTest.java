package org.homeward.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.homeward.quantity.DateSpan;
import org.junit.jupiter.api.Test;

class HistoryColumnsTest {

  private static final int FOSTER =
      PlacementKind.of(
          PlacementType.FOSTER, Provider.AGENCY, Area.OUT_OF_AREA, LegalStatus.CARE_ORDER);
  private static final int HOME =
      PlacementKind.of(PlacementType.HOME, Provider.NONE, Area.IN_AREA, LegalStatus.NONE);

  private final HistoryColumns columns = new HistoryColumns();

  @Test
  void aKindGivesBackEachOfItsFourParts() {
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        for (Area area : Area.values()) {
          for (LegalStatus status : LegalStatus.values()) {
            int kind = PlacementKind.of(type, provider, area, status);
            assertThat(kind).isBetween(0, PlacementKind.BOUND - 1);
            assertThat(PlacementKind.type(kind)).isEqualTo(type);
            assertThat(PlacementKind.provider(kind)).isEqualTo(provider);
            assertThat(PlacementKind.area(kind)).isEqualTo(area);
            assertThat(PlacementKind.legalStatus(kind)).isEqualTo(status);
          }
        }
      }
    }
  }

  @Test
  void eventsTakeTheirPlaceByDayAndKeepTheOrderOfADay() {
    columns.begin(0, 0);
    columns.addEvent(EventType.SGO_ORDER, 30);
    columns.addEvent(EventType.CARE_ORDER, 10);
    columns.addEvent(EventType.REVIEW_HELD, 20);
    columns.addEvent(EventType.RETURN_HOME, 10);
    assertThat(List.of(columns.eventDay(0), columns.eventDay(1), columns.eventDay(2)))
        .containsExactly(10, 10, 20);
    assertThat(columns.eventType(0)).isEqualTo(EventType.CARE_ORDER);
    assertThat(columns.eventType(1)).isEqualTo(EventType.RETURN_HOME);
    assertThat(columns.eventType(3)).isEqualTo(EventType.SGO_ORDER);
    assertThat(columns.has(EventType.REVIEW_HELD)).isTrue();
    assertThat(columns.has(EventType.RE_ENTRY)).isFalse();
  }

  @Test
  void aMoveIsANewPlacementAndAChangeOfStatusWithTheSameCarerIsNone() {
    columns.begin(0, 0);
    columns.addLeg(100, 200, FOSTER, false);
    columns.addLeg(200, 300, FOSTER, true); // the same carer
    columns.addLeg(300, 400, FOSTER, false); // a move
    columns.addLeg(410, 500, FOSTER, true); // ten nights away: care begins again
    columns.addLeg(500, 600, HOME, true); // home with the carer: no longer looked after
    assertThat(starts()).containsExactly(true, false, true, true, true);
    assertThat(columns.startsCare(0)).isTrue();
    assertThat(columns.startsCare(2)).isFalse();
    assertThat(columns.startsCare(3)).isTrue();
    assertThat(columns.startsCare(4)).isFalse();
    assertThat(columns.endsCare(1)).isFalse();
    assertThat(columns.endsCare(2)).isTrue();
    assertThat(columns.endsCare(3)).isTrue();
    assertThat(columns.endsCare(4)).isFalse();
  }

  private List<Boolean> starts() {
    return java.util.stream.IntStream.range(0, columns.legs())
        .mapToObj(columns::startsPlacement)
        .toList();
  }

  @Test
  void aLegWithoutDaysOrBeforeTheEndOfTheLastIsRefused() {
    columns.begin(0, 0);
    columns.addLeg(100, 200, FOSTER, false);
    assertThatThrownBy(() -> columns.addLeg(199, 250, FOSTER, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1970-07-19 to 1970-09-08")
        .hasMessageContaining("ends on 1970-07-20");
    assertThatThrownBy(() -> columns.addLeg(250, 250, FOSTER, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHistoryThatIsToldInFullHasTheSameFactsAsColumns() {
    CareHistory history =
        new CareHistory(
            new Child(LocalDate.ofEpochDay(-400), Set.of(Need.DISABILITY)),
            List.of(
                new Leg(
                    new DateSpan(10, 20),
                    PlacementType.HOME,
                    Provider.NONE,
                    Area.IN_AREA,
                    LegalStatus.NONE,
                    false)),
            List.of(new Event(EventType.RETURN_HOME, 10)));
    HistoryColumns columns = history.columns();
    assertThat(columns.birthDay()).isEqualTo(-400);
    assertThat(columns.needs()).isEqualTo(HistoryColumns.bits(Set.of(Need.DISABILITY)));
    assertThat(columns.legs()).isEqualTo(1);
    assertThat(columns.kind(0)).isEqualTo(HOME);
    assertThat(columns.events()).isEqualTo(1);
    assertThat(columns.has(EventType.REVIEW_HELD)).isFalse();
    assertThat(columns.recordsFrom()).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void manyLegsAndEventsFindRoom() {
    columns.begin(0, 0);
    for (int i = 0; i < 100; i++) {
      columns.addLeg(10 * i, 10 * i + 10, FOSTER, i % 2 == 1);
      columns.addEvent(EventType.REVIEW_HELD, 1000 - i);
    }
    assertThat(columns.legs()).isEqualTo(100);
    assertThat(columns.from(99)).isEqualTo(990);
    assertThat(columns.startsPlacement(99)).isFalse();
    assertThat(columns.eventDay(0)).isEqualTo(901);
    assertThat(columns.eventDay(99)).isEqualTo(1000);
  }
}
