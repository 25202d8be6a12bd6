package org.homeward.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {

  /** The second pair lies too far apart for a table of what lies between. */
  @ParameterizedTest
  @ValueSource(ints = {18, Integer.MAX_VALUE})
  void aNumberLiesInTheBandOfTheThresholdsThatItHasReached(int last) {
    Bands bands = Bands.at(List.of(last, 5, 5));
    assertThat(bands.count()).isEqualTo(3);
    assertThat(bands.of(Integer.MIN_VALUE + 10)).isZero();
    assertThat(bands.of(4)).isZero();
    assertThat(bands.of(5)).isEqualTo(1);
    assertThat(bands.of(last - 1)).isEqualTo(1);
    assertThat(bands.of(last)).isEqualTo(2);
    assertThat(bands.from(1)).isEqualTo(5);
    assertThat(bands.below(1)).isEqualTo(last);
    assertThat(bands.below(2)).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, Integer.MAX_VALUE})
  void withoutThresholdsThereIsOneBand(int number) {
    assertThat(Bands.at(List.of()).of(number)).isZero();
  }
}
