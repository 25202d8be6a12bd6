package org.homeward.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a row about a child nothing is shown that may be personal. */
class DiscretionTest {

  @ParameterizedTest
  @ValueSource(strings = {"K9", "PR7", "U6", "CUSTODY", "PLACE_PROVIDER", "-5", "7000.50", ""})
  void wordsCodesAndSmallNumbersAreShown(String cell) {
    assertThat(Discretion.shown(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17/06/2015",
        "2015-06-17",
        "17.06.15",
        "17 June 2015",
        "QQ9 7XZ",
        "qq97xz",
        "M1 1AA",
        "M11AA",
        "8675309",
        "12345",
        "A430595639805"
      })
  void whatMayBeABirthAPostcodeOrANumberOfAChildIsNot(String cell) {
    assertThat(Discretion.shown(cell)).isEqualTo(Discretion.WITHHELD);
  }
}
