package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.returns.CodeSet;
import org.homeward.returns.MoveCode;
import org.homeward.returns.ReturnCode;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code sets are those of the DfE guide, each code in the returns in which it was in use. */
class CodeTablesTest {

  private final ReturnCodes codes = CodeTables.codes();

  @ParameterizedTest
  @CsvSource({
    "H5, 2024, true",
    "H5, 2025, true",
    "H5, 2026, false", // gone from the list in 2026
    "K3, 2024, false",
    "K3, 2025, true",
    "K3, 2026, true", // added in 2025
    "Z1, 2025, true",
    "Z1, 2026, false", // split in 2026
    "Z12, 2025, false",
    "Z12, 2026, true",
    "U4, 2017, true",
    "U4, 2030, true"
  })
  void placementCodesComeAndGoWithTheReturn(String code, int year, boolean valid) {
    assertThat(validIn(codes.places(), code, year)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({"E43, 2018, true", "E43, 2019, false", "E45, 2018, false", "E45, 2019, true"})
  void specialGuardianshipCodesChangedWithThe2019Return(String code, int year, boolean valid) {
    assertThat(validIn(codes.ends(), code, year)).isEqualTo(valid);
  }

  private static <C extends ReturnCode> boolean validIn(CodeSet<C> set, String code, int year) {
    return set.at(set.placeOf(code)).validity().in(year);
  }

  @ParameterizedTest
  @CsvSource({
    "U1, KINSHIP_FOSTER", "U6, FOSTER", "K1, SECURE", "K2, RESIDENTIAL",
        "H5, SUPPORTED_ACCOMMODATION",
    "P1, PLACED_WITH_PARENTS", "A5, PLACED_FOR_ADOPTION", "S1, RESIDENTIAL", "Z13, OTHER",
        "T4, TEMPORARY"
  })
  void aPlacementCodeIsAKindOfPlacement(String code, PlacementType type) {
    assertThat(codes.places().at(codes.places().placeOf(code)).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "E11, ADOPTED",
    "E12, ADOPTED",
    "E44, SPECIAL_GUARDIANSHIP",
    "E48, SPECIAL_GUARDIANSHIP",
    "E41, CHILD_ARRANGEMENTS",
    "E4A, HOME",
    "E13, RELATIVES",
    "E17, AGED_OUT",
    "E3, OTHER"
  })
  void aReasonForEndingIsARoute(String code, Route route) {
    assertThat(codes.ends().at(codes.ends().placeOf(code)).route()).isEqualTo(route);
  }

  @Test
  void anEpisodeThatContinuesIsNoRouteOutOfCare() {
    assertThat(codes.ends().at(codes.ends().placeOf("X1")).continues()).isTrue();
  }

  @Test
  void privateAndVoluntaryProvidersAreAgencies() {
    for (String code : new String[] {"PR4", "PR5"}) {
      assertThat(codes.providers().at(codes.providers().placeOf(code)).provider())
          .isEqualTo(Provider.AGENCY);
    }
  }

  @Test
  void breakdownsArePlacementsThatEndAgainstThePlan() {
    assertThat(codes.moves().codes())
        .filteredOn(c -> c.kind() == MoveCode.Kind.BREAKDOWN)
        .extracting(MoveCode::code)
        .containsExactlyInAnyOrder("ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "APPRR");
  }

  @Test
  void anEmptyCellAndAnUnknownCodeAreNotTheSame() {
    assertThat(codes.places().placeOf("")).isEqualTo(CodeSet.NONE);
    assertThat(codes.places().placeOf("U9")).isEqualTo(CodeSet.UNKNOWN);
    assertThat(codes.places().placeOf("NONSENSELONG")).isEqualTo(CodeSet.UNKNOWN);
  }
}
