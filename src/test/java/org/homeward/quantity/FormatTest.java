package org.homeward.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and dates as people in Britain write them. */
class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "2025-01/2025-09, January 2025 to September 2025",
    "2025-01-06/2025-03-28, 6 January 2025 to 28 March 2025",
    "2025-01/2025-03-28, January 2025 to 28 March 2025",
    "2025-01-06/.., from 6 January 2025",
    "../2025-03-28, until 28 March 2025",
    "2025-01, January 2025",
    "summer 2025, summer 2025",
    "2025-13/2025-02-31, 2025-13 to 2025-02-31",
    "'', ''"
  })
  void theDaysOfACollectionAreWrittenOut(String span, String written) {
    assertThat(Format.days(span)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 min",
    "59, 59 min",
    "60, 1 h 0 min",
    "52507, 875 h 7 min",
    "95000, '1,583 h 20 min'"
  })
  void timeIsWrittenInHoursAndMinutes(long minutes, String written) {
    assertThat(Format.time(Minutes.of(minutes))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "Adoption through another agency, adoption through another agency",
    "SGO allowance, SGO allowance",
    "N, N",
    "child ab12, child ab12"
  })
  void aNameInsideASentenceBeginsSmallUnlessItBeginsWithInitials(String name, String within) {
    assertThat(Format.within(name)).isEqualTo(within);
  }
}
