package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.returnfile.Returns.episode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.homeward.history.EventType;
import org.homeward.history.Provider;
import org.homeward.quantity.DateSpan;
import org.homeward.returnfile.Returns.Merged;
import org.homeward.returns.Reconciliation.RowCounts;
import org.homeward.returns.Reconciliation.TableYear;
import org.homeward.returns.Route;
import org.homeward.returns.Rule;
import org.homeward.returns.Sex;
import org.homeward.returns.Stay;
import org.homeward.returns.Table;
import org.junit.jupiter.api.Test;

/**
 * The thirty problems of returns that move nights or fees, in the order of their weight; the number
 * of the DfE's rule is in the name where there is one. Years are named by the March in which they
 * end. Every merge also checks that rows, children and nights agree.
 */
class MoneyMovingRulesTest {

  private static final int NIGHTS_2023 = 365;

  @Test
  void row1TheSameEpisodeInSeveralReturnsIsOneAndTheLatestReturnWins() {
    Merged merged =
        new Returns()
            .year(2022, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "", ""))
            .year(2023, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "", ""))
            .year(2024, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "01/07/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2021-01/07/2023 U6 PR1");
    assertThat(merged.costed(2022)).isEqualTo(335); // 1 May to 31 March
    assertThat(merged.costed(2023)).isEqualTo(NIGHTS_2023);
    assertThat(merged.costed(2024)).isEqualTo(91); // April, May, June
    assertThat(merged.found()).isEmpty();
    assertThat(merged.child("1").route()).isEqualTo(Route.HOME);
  }

  @Test
  void row2RuleNoEAnOpenEpisodeThatNoLaterReturnHasEndsWithItsReturn() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .year(2024, episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/04/2023 U6 PR1");
    assertThat(merged.child("1").route()).isEqualTo(Route.NOT_RECORDED);
    assertThat(merged.child("2").route()).isEqualTo(Route.STILL_IN_CARE);
    assertThat(merged.found()).containsExactly("VANISHED 2023-episodes.csv:2");
    assertThat(Rule.VANISHED.number()).contains("NoE");
  }

  @Test
  void row3Rule562AnOpenEpisodeThatIsMissingFromAReturnInBetweenGoesOn() {
    Merged merged =
        new Returns()
            .year(2022, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "", ""))
            .year(2023, episode("2", "01/05/2021", "S", "C2", "U6", "PR1", "01/05/2022", "E4A"))
            .year(2024, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "01/06/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2021-01/06/2023 U6 PR1");
    assertThat(merged.found(Rule.NOT_IN_A_RETURN))
        .extracting(f -> f.nights())
        .contains(NIGHTS_2023);
    assertThat(merged.returns().reconciliation().nights().get(2023).added())
        .containsEntry(Rule.NOT_IN_A_RETURN, 365L + 0L);
  }

  @Test
  void row4Rule142AnOpenEpisodeEndsWhenTheNextOneOfTheSamePeriodStarts() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""),
                episode("1", "01/08/2022", "P", "C2", "K2", "PR4", "01/02/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2022-01/08/2022 U6 PR1", "01/08/2022-01/02/2023 K2 PR4");
    assertThat(merged.found()).containsExactly("OPEN_BEFORE_NEXT 2023-episodes.csv:2");
  }

  @Test
  void row4Rule142BeforeANewPeriodOfCareNoNightsInBetweenAreInvented() {
    Merged merged =
        new Returns()
            .year(2022, episode("1", "01/05/2021", "S", "C2", "U6", "PR1", "", ""))
            .year(2023, episode("1", "01/12/2022", "S", "C2", "U6", "PR1", "", ""))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2021-01/04/2022 U6 PR1", "01/12/2022-01/04/2023 U6 PR1");
    assertThat(merged.found()).containsExactly("OPEN_BEFORE_RESTART 2022-episodes.csv:2");
    assertThat(merged.events("1")).contains("re-entry 01/12/2022");
  }

  @Test
  void row5Rule142OfTwoOpenEpisodesTheLaterStartLasts() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""),
                episode("1", "01/02/2023", "P", "C2", "K2", "PR4", "", ""))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2022-01/02/2023 U6 PR1", "01/02/2023-01/04/2023 K2 PR4");
    assertThat(merged.child("1").route()).isEqualTo(Route.STILL_IN_CARE);
    assertThat(merged.child("1").stays()).extracting(Stay::open).containsExactly(false, true);
  }

  @Test
  void row6Rule501AnOverlapIsCutAndItsNightsAreTold() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "06/08/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "K2", "PR4", "01/02/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2022-01/08/2022 U6 PR1", "01/08/2022-01/02/2023 K2 PR4");
    assertThat(merged.found(Rule.OVERLAP)).singleElement().extracting(f -> f.nights()).isEqualTo(5);
    assertThat(merged.returns().reconciliation().nights().get(2023).leftOut())
        .isEqualTo(Map.of(Rule.OVERLAP, 5L));
  }

  @Test
  void row7Rule433ASmallGapAfterX1IsFilledAndALargeOneIsNot() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "28/07/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "K2", "PR4", "01/02/2023", "E4A"),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "20/07/2022", "X1"),
                episode("2", "01/08/2022", "P", "C2", "K2", "PR4", "01/02/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1").get(0)).isEqualTo("01/05/2022-01/08/2022 U6 PR1");
    assertThat(merged.stays("2").get(0)).isEqualTo("01/05/2022-20/07/2022 U6 PR1");
    assertThat(merged.found())
        .containsExactly("SMALL_GAP 2023-episodes.csv:2", "GAP 2023-episodes.csv:4");
    assertThat(merged.events("2"))
        .doesNotContain("re-entry 01/08/2022"); // X1 says it is no new start
  }

  @Test
  void row7TheLengthOfASmallGapIsTheUsersToSay() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "28/07/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "K2", "PR4", "01/02/2023", "E4A"))
            .merge(new LoadOptions(Returns.AUTHORITY, Map.of(), 3), 1);
    assertThat(merged.stays("1").get(0)).isEqualTo("01/05/2022-28/07/2022 U6 PR1");
  }

  @Test
  void row8Rule148AReasonWithoutADateDoesNotEndAnEpisode() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", "E4A"),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "01/07/2022", ""))
            .merge();
    assertThat(merged.child("1").route()).isEqualTo(Route.STILL_IN_CARE);
    assertThat(merged.stays("2")).containsExactly("01/05/2022-01/07/2022 U6 PR1");
    assertThat(merged.child("2").route()).isEqualTo(Route.NOT_RECORDED);
    assertThat(merged.found())
        .containsExactly(
            "REC_WITHOUT_DEC 2023-episodes.csv:2", "DEC_WITHOUT_REC 2023-episodes.csv:3");
  }

  @Test
  void row9Rules398And420AnAgreementToShortBreaksIsAPackageAndNoNights() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "V4", "K2", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "V3", "K2", "PR1", "05/05/2022", "E4A"),
                episode("2", "01/06/2022", "S", "V3", "K2", "PR1", "04/06/2022", "E4A"))
            .merge();
    assertThat(merged.child("1").stays()).isEmpty();
    assertThat(merged.child("1").agreements())
        .containsExactly(DateSpan.of(LocalDate.of(2022, 5, 1), LocalDate.of(2023, 4, 1)));
    assertThat(merged.child("2").stays()).allMatch(Stay::isShortBreak);
    assertThat(merged.costed(2023)).isEqualTo(4 + 3);
    assertThat(merged.child("2").route()).isEqualTo(Route.SHORT_BREAKS);
    assertThat(merged.events("2"))
        .as("a break is no return home and no re-entry")
        .doesNotContain("re-entry 01/06/2022");
    assertThat(merged.returns().reconciliation().nights().get(2023).leftOut())
        .isEqualTo(Map.of(Rule.AGREEMENT_ONLY, 335L));
  }

  @Test
  void row9Rule365AShortBreakOfMoreThan17NightsIsTold() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "V3", "K2", "PR1", "18/05/2022", "E4A"),
                episode("2", "01/05/2022", "S", "V3", "K2", "PR1", "19/05/2022", "E4A"))
            .merge();
    assertThat(merged.found()).containsExactly("LONG_SHORT_BREAK 2023-episodes.csv:3");
  }

  @Test
  void row10Rules375To383TheUsualPlacementGoesOnUnderATemporaryOne() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR4", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "T1", "", "20/09/2022", "X1"),
                episode("1", "20/09/2022", "P", "C2", "U6", "PR4", "", ""))
            .merge();
    List<Stay> stays = merged.child("1").stays();
    assertThat(stays).extracting(s -> s.place().code()).containsExactly("U6", "T1", "U6");
    assertThat(stays).extracting(s -> s.usualPlace().code()).containsExactly("U6", "U6", "U6");
    assertThat(stays).extracting(Stay::providedBy).containsOnly(Provider.AGENCY);
    assertThat(stays).extracting(Stay::sameCarer).containsExactly(false, true, true);
    assertThat(merged.found(Rule.LONG_TEMPORARY))
        .hasSize(1); // 50 nights in hospital; 42 are allowed
  }

  @Test
  void row10Rule383AnotherPlacementAfterATemporaryOneIsANewPlacement() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR4", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "T4", "", "05/08/2022", "X1"),
                episode("1", "05/08/2022", "P", "C2", "K2", "PR4", "", ""))
            .merge();
    assertThat(merged.child("1").stays())
        .extracting(Stay::sameCarer)
        .containsExactly(false, true, false);
    assertThat(merged.found()).containsExactly("NO_WAY_BACK 2023-episodes.csv:4");
  }

  @Test
  void row11Rules435And436ChangesWithTheSameCarerAreNoNewPlacement() {
    String statusOnly =
        episode("3", "01/05/2022", "S", "C2", "U6", "PR1", "01/08/2022", "X1")
            .replace("X1,", "X1,PLACE");
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "T", "C2", "U4", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "C1", "U6", "PR1", "01/08/2022", "X1"),
                episode("2", "01/08/2022", "U", "C2", "U4", "PR1", "", ""),
                statusOnly,
                episode("3", "01/08/2022", "P", "C2", "U4", "PR1", "", ""),
                episode("4", "01/05/2022", "S", "C2", "U6", "PR1", "01/08/2022", "X1"),
                episode("4", "01/08/2022", "B", "C2", "U4", "PR1", "", ""))
            .merge();
    assertThat(merged.child("1").stays().get(1).sameCarer()).isTrue();
    assertThat(merged.child("2").stays().get(1).sameCarer()).isTrue();
    assertThat(merged.child("3").stays().get(1).sameCarer()).isTrue();
    assertThat(merged.child("4").stays().get(1).sameCarer()).isFalse();
  }

  @Test
  void row12Rule434AChangeOfLegalStatusOnlyIsNoMove() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C1", "U6", "PR1", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "L", "C2", "U6", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "C1", "U6", "PR1", "01/08/2022", "X1"),
                episode("2", "01/08/2022", "L", "C2", "K2", "PR1", "", ""))
            .merge();
    assertThat(merged.child("1").stays()).extracting(Stay::sameCarer).containsExactly(false, true);
    assertThat(merged.events("1"))
        .contains("legal-application 01/05/2022", "care-order 01/08/2022");
    assertThat(merged.found()).containsExactly("LEGAL_CHANGE_WITH_MOVE 2023-episodes.csv:5");
  }

  @Test
  void row13Rules178And213And526To531AProviderThatCannotBeIsNotUsed() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "", "", ""),
                episode("2", "01/05/2022", "S", "C2", "K2", "PR3", "", ""),
                episode("3", "01/05/2022", "S", "C2", "P1", "PR4", "", ""),
                episode("4", "01/05/2022", "S", "C2", "R2", "PR3", "", ""),
                episode("5", "01/05/2022", "S", "C2", "Z1", "", "", ""),
                episode("6", "01/05/2022", "S", "C2", "U6", "PR9", "", ""),
                episode("7", "01/05/2022", "S", "C2", "K2", "PR0", "", ""))
            .merge();
    assertThat(merged.child("1").stays().get(0).providedBy()).isNull();
    assertThat(merged.child("2").stays().get(0).providedBy()).isNull();
    assertThat(merged.stays("3")).containsExactly("01/05/2022-01/04/2023 P1 PR0");
    assertThat(merged.stays("4")).containsExactly("01/05/2022-01/04/2023 R2 PR3");
    assertThat(merged.found())
        .containsExactly(
            "PROVIDER_MISSING 2023-episodes.csv:2",
            "PROVIDER_IMPOSSIBLE 2023-episodes.csv:3",
            "PROVIDER_IMPOSSIBLE 2023-episodes.csv:4",
            "PROVIDER_UNKNOWN 2023-episodes.csv:7",
            "PROVIDER_IMPOSSIBLE 2023-episodes.csv:8");
  }

  @Test
  void row14Rule356AnEndBeforeTheStartIsRejected() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "30/04/2022", "E4A"),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "02/05/2022", "E4A"))
            .merge();
    assertThat(merged.has("1")).isFalse();
    assertThat(merged.found()).containsExactly("DEC_BEFORE_DECOM 2023-episodes.csv:2");
    assertThat(merged.returns().reconciliation().childrenRejected()).isEqualTo(1);
    assertThat(merged.costed(2023)).isEqualTo(1);
  }

  @Test
  void row15Rule355AnEpisodeOfNoNightsKeepsItsEvent() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "K2", "PR4", "01/08/2022", "X1"),
                episode("1", "01/08/2022", "P", "C2", "U4", "PR1", "", ""))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2022-01/08/2022 U6 PR1", "01/08/2022-01/04/2023 U4 PR1");
    assertThat(merged.events("1")).contains("placement-start 01/08/2022");
    assertThat(merged.found()).containsExactly("NO_NIGHTS 2023-episodes.csv:3");
    assertThat(merged.costed(2023)).isEqualTo(335);
  }

  @Test
  void row16Rule302AStartShortlyBeforeBirthBecomesTheBirthAndOneLongBeforeIsRejected() {
    Merged merged =
        new Returns()
            .episodes(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .header(2023, "1,1,31/05/2022,WBRI,,,", "2,1,01/06/2022,WBRI,,,")
            .merge();
    assertThat(merged.stays("1")).containsExactly("31/05/2022-01/04/2023 U6 PR1"); // 30 days
    assertThat(merged.has("2")).isFalse(); // 31 days
    assertThat(merged.found())
        .containsExactly(
            "BEFORE_BIRTH 2023-episodes.csv:2", "LONG_BEFORE_BIRTH 2023-episodes.csv:3");
  }

  @Test
  void row17Rules202And203TheLatestReturnTellsBirthAndSex() {
    Returns returns =
        new Returns()
            .episodes(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .episodes(2024, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .header(2024, "1,2,02/03/2016,WBRI,,,")
            .header(2023, "1,1,01/03/2016,WBRI,,,");
    Merged merged = returns.merge();
    assertThat(merged.child("1").birth()).isEqualTo(LocalDate.of(2016, 3, 2));
    assertThat(merged.child("1").sex()).isEqualTo(Sex.FEMALE);
    assertThat(merged.found())
        .containsExactlyInAnyOrder(
            "BIRTH_CHANGED 2024-header.csv:2", "SEX_CHANGED 2024-header.csv:2");
  }

  @Test
  void row18Rules503And504ALaterReturnCorrectsAndTheCorrectionIsShown() {
    Merged merged =
        new Returns()
            .year(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .year(
                2024,
                episode("1", "01/05/2022", "S", "C2", "K2", "PR4", "", "").replace("N1", "N5"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/04/2024 K2 PR4");
    assertThat(merged.found())
        .containsExactly(
            "CHANGED_LATER 2023-episodes.csv:2",
            "CHANGED_LATER 2023-episodes.csv:2",
            "NEED_CHANGED_LATER 2023-episodes.csv:2");
    assertThat(merged.found(Rule.CHANGED_LATER))
        .extracting(f -> f.code())
        .containsExactlyInAnyOrder("PLACE", "PROVIDER");
  }

  @Test
  void row18Rule503ALaterReturnMayEndAnEpisodeBeforeTheReturnInWhichItWasOpenAndItsNightsAreTold() {
    Merged merged =
        new Returns()
            .year(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .year(
                2024,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "29/03/2023", "E4A"),
                episode("2", "01/05/2023", "S", "C2", "U6", "PR1", "01/06/2023", "E4A"),
                episode("3", "01/05/2023", "S", "C2", "U6", "PR1", "01/06/2023", "E4A"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-29/03/2023 U6 PR1");
    assertThat(merged.found()).containsExactly("CHANGED_LATER 2023-episodes.csv:2");
    assertThat(merged.costed(2023)).isEqualTo(332); // 335 to 31 March, less 29, 30 and 31 March
  }

  @Test
  void row18Rule503DAnOpenH5MayBecomeK3WithoutANewEpisode() {
    Merged merged =
        new Returns()
            .year(2024, episode("1", "01/05/2023", "S", "C2", "H5", "PR4", "", ""))
            .year(2025, episode("1", "01/05/2023", "S", "C2", "K3", "PR4", "01/06/2024", "E5"))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2023-01/04/2024 H5 PR4", "01/04/2024-01/06/2024 K3 PR4");
    assertThat(merged.child("1").stays().get(1).sameCarer()).isTrue();
    assertThat(merged.found()).isEmpty();
    assertThat(merged.costed(2025)).isEqualTo(61);
  }

  @Test
  void row18Rule503DAnOpenZ1MayBecomeOneOfItsParts() {
    Merged merged =
        new Returns()
            .year(2025, episode("1", "01/05/2024", "S", "C2", "Z1", "", "", ""))
            .year(2026, episode("1", "01/05/2024", "S", "C2", "Z12", "", "", ""))
            .merge();
    assertThat(merged.stays("1"))
        .containsExactly("01/05/2024-01/04/2025 Z1", "01/04/2025-01/04/2026 Z12");
    assertThat(merged.found()).isEmpty();
  }

  @Test
  void row19Rule502AStartThatMovesBetweenReturnsIsOneEpisode() {
    Merged merged =
        new Returns()
            .year(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .year(2024, episode("1", "04/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .merge();
    assertThat(merged.stays("1")).containsExactly("04/05/2022-01/04/2024 U6 PR1");
    assertThat(merged.found()).containsExactly("START_MOVED 2023-episodes.csv:2");
    assertThat(merged.returns().reconciliation().nights().get(2023).leftOut())
        .isEqualTo(Map.of(Rule.START_MOVED, 3L));
  }

  @Test
  void row20Rules385And354DatesAfterTheYearAreToldButOneDayIsAccepted() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/04/2023", "E4A"),
                episode("2", "01/05/2022", "S", "C2", "U6", "PR1", "05/04/2023", "E4A"),
                episode("3", "02/04/2023", "S", "C2", "U6", "PR1", "", ""),
                episode("4", "01/05/2022", "S", "C2", "U6", "PR1", "01/09/2022", "E4A"),
                episode("5", "01/05/2022", "S", "C2", "U6", "PR1", "01/09/2022", "E4A"))
            .year(2024, episode("3", "02/04/2023", "S", "C2", "U6", "PR1", "", ""))
            .merge();
    assertThat(merged.found())
        .containsExactly(
            "DEC_AFTER_YEAR 2023-episodes.csv:3", "DECOM_AFTER_YEAR 2023-episodes.csv:4");
    assertThat(merged.stays("2")).containsExactly("01/05/2022-05/04/2023 U6 PR1");
    assertThat(merged.returns().reconciliation().nights().get(2024).added())
        .containsEntry(Rule.DEC_AFTER_YEAR, 4L);
  }

  @Test
  void row21Rules359And352And460CareEndsOnThe18thBirthdayButForAV2InAChildrensHome() {
    Merged merged =
        new Returns()
            .episodes(
                2023,
                episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""),
                episode("2", "01/05/2022", "S", "V2", "K2", "PR4", "", ""),
                episode("3", "01/08/2022", "S", "V2", "U6", "PR1", "", ""))
            .header(
                2023, "1,1,01/07/2004,WBRI,,,", "2,1,01/07/2004,WBRI,,,", "3,1,01/07/2004,WBRI,,,")
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/07/2022 U6 PR1");
    assertThat(merged.child("1").route()).isEqualTo(Route.AGED_OUT);
    assertThat(merged.events("1")).contains("leaving-care-start 01/07/2022");
    assertThat(merged.stays("2")).containsExactly("01/05/2022-01/04/2023 K2 PR4");
    assertThat(merged.has("3")).isFalse();
    assertThat(merged.found())
        .containsExactly("AFTER_18 2023-episodes.csv:2", "ALL_AFTER_18 2023-episodes.csv:4");
    assertThat(merged.returns().reconciliation().nights().get(2023).leftOut())
        .isEqualTo(
            Map.of(Rule.AFTER_18, 274L, Rule.ALL_AFTER_18, 243L)); // from 1 July, from 1 August
  }

  @Test
  void row22Rules143To149AndOf1009CodesAreTidiedAndAnUnknownPlaceHasNoPrice() {
    Merged merged =
        new Returns()
            .year(
                2023,
                "1, 01/05/2022 ,s,c2 ,n1,\" u6\",pr1,,,,,,",
                episode("2", "01/05/2022", "S", "C2", "U9", "PR1", "", ""),
                episode("3", "01/05/2022", "Q", "C9", "U6", "PR1", "01/07/2022", "E77")
                    .replace("N1", "N9"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/04/2023 U6 PR1");
    assertThat(merged.has("2")).isFalse();
    assertThat(merged.stays("3")).containsExactly("01/05/2022-01/07/2022 U6 PR1");
    assertThat(merged.child("3").stays().get(0).need()).isNull();
    assertThat(merged.found(Rule.PLACE_TIDIED)).hasSize(1);
    assertThat(merged.found(Rule.PLACE_UNKNOWN))
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("U9"));
    assertThat(merged.found())
        .contains(
            "RNE_UNKNOWN 2023-episodes.csv:4",
            "LS_UNKNOWN 2023-episodes.csv:4",
            "CIN_UNKNOWN 2023-episodes.csv:4",
            "REC_UNKNOWN 2023-episodes.csv:4");
    assertThat(merged.returns().reconciliation().nights().get(2023).leftOut())
        .isEqualTo(Map.of(Rule.PLACE_UNKNOWN, 335L));
  }

  @Test
  void row22ACodeThatIsNotInUseInItsReturnIsToldAndUsed() {
    Merged merged =
        new Returns()
            .year(
                2018,
                episode("1", "01/05/2017", "S", "C2", "U6", "PR1", "01/09/2017", "E45"),
                episode("2", "01/05/2017", "S", "C2", "U6", "PR1", "01/09/2017", "E43"))
            .merge();
    assertThat(merged.child("1").route()).isEqualTo(Route.SPECIAL_GUARDIANSHIP);
    assertThat(merged.found()).containsExactly("REC_NOT_OF_THE_YEAR 2018-episodes.csv:2");
  }

  @Test
  void row23Rules141And147And102IsoDatesAreReadAndNonsenseCostsARowNotTheFile() {
    Merged merged =
        new Returns()
            .year(
                2024,
                episode("1", "2023-05-01", "S", "C2", "U6", "PR1", "2023-07-01", "E4A"),
                episode("2", "31/04/2023", "S", "C2", "U6", "PR1", "", ""), // no such day
                episode("3", "01/05/23", "S", "C2", "U6", "PR1", "", ""), // which century?
                episode(
                    "4", "01/05/2023", "S", "C2", "U6", "PR1", "29/02/2023", "E4A"), // no leap year
                episode("5", "01/05/2023", "S", "C2", "U6", "PR1", "29/02/2024", "E4A"),
                episode("6", "", "S", "C2", "U6", "PR1", "", ""),
                episode("7", "1/5/2023", "S", "C2", "U6", "PR1", "01/07/2023 00:00", "E4A"))
            .merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2023-01/07/2023 U6 PR1");
    assertThat(merged.stays("5")).containsExactly("01/05/2023-29/02/2024 U6 PR1");
    assertThat(merged.stays("7")).containsExactly("01/05/2023-01/07/2023 U6 PR1");
    assertThat(merged.found())
        .containsExactly(
            "ISO_DATE 2024-episodes.csv:2",
            "DECOM_NOT_A_DATE 2024-episodes.csv:3",
            "DECOM_NOT_A_DATE 2024-episodes.csv:4",
            "DEC_NOT_A_DATE 2024-episodes.csv:5",
            "DECOM_NOT_A_DATE 2024-episodes.csv:7");
  }

  @Test
  void row24RuleInt03AChildWithoutAHeaderIsCostedWithoutAge() {
    Merged merged =
        new Returns()
            .episodes(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2022", "E4A"))
            .header(2023, "9,1,01/07/2014,WBRI,,,")
            .merge();
    assertThat(merged.child("1").birth()).isNull();
    assertThat(merged.costed(2023)).isEqualTo(31);
    assertThat(merged.found()).containsExactly("NO_HEADER 2023-episodes.csv:2");
  }

  @Test
  void row25AHeaderWithoutEpisodesIsNotInCare() {
    Merged merged =
        new Returns()
            .episodes(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2022", "E4A"))
            .header(2023, "1,1,01/07/2014,WBRI,,,", "9,1,01/07/2003,WBRI,,,")
            .merge();
    assertThat(merged.has("9")).isFalse();
    assertThat(merged.returns().reconciliation().childrenWithoutEpisodes()).isEqualTo(1);
    assertThat(merged.returns().reconciliation().rows().get(new TableYear(Table.HEADER, 2023)))
        .isEqualTo(new RowCounts(1, 0, 0, 0, 1));
  }

  @Test
  void row26RuleInt32AnExactCopyIsCountedOnce() {
    String row = episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2022", "E4A");
    Merged merged = new Returns().year(2023, row, row, row).merge();
    assertThat(merged.costed(2023)).isEqualTo(31);
    assertThat(merged.found())
        .containsExactly("COPY 2023-episodes.csv:3", "COPY 2023-episodes.csv:4");
    assertThat(merged.returns().reconciliation().rows().get(new TableYear(Table.EPISODES, 2023)))
        .isEqualTo(new RowCounts(1, 2, 0, 0, 0));
  }

  @Test
  void row27Rules601And602AdoptionAndTableAd1AreHeldAgainstEachOther() {
    Merged merged =
        new Returns()
            .year(
                2023,
                episode("1", "01/05/2021", "S", "E1", "A6", "PR1", "01/06/2022", "E11"),
                episode("2", "01/05/2021", "S", "E1", "A6", "PR1", "01/06/2022", "E12"),
                episode("3", "01/05/2021", "S", "C2", "U6", "PR1", "01/06/2022", "E4A"))
            .file(
                "2023-ad1.csv",
                "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
                    + "1,01/06/2015,01/08/2021,01/11/2021,0,2,MF,L3\n"
                    + "3,01/06/2015,01/08/2021,01/11/2021,0,2,MF,L3\n")
            .merge();
    assertThat(merged.events("1"))
        .contains(
            "adoption-decision 01/08/2021",
            "adoption-match 01/11/2021",
            "adoption-placement 01/05/2021",
            "adoption-order 01/06/2022");
    assertThat(merged.found())
        .containsExactlyInAnyOrder(
            "ADOPTED_WITHOUT_AD1 2023-episodes.csv:3", "AD1_WITHOUT_ADOPTION 2023-ad1.csv:3");
  }

  @Test
  void row28Rules574To581BeingMissingIsAnEventAndCostsNoNight() {
    Merged merged =
        new Returns()
            .year(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2022", "E4A"))
            .file(
                "2023-missing.csv",
                "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
                    + "1,01/06/2015,M,03/05/2022,05/05/2022\n"
                    + "1,01/06/2015,M,03/08/2022,05/08/2022\n")
            .merge();
    assertThat(merged.costed(2023)).isEqualTo(31);
    assertThat(merged.events("1")).contains("missing-start 03/05/2022", "missing-end 05/05/2022");
    assertThat(merged.found()).containsExactly("MISSING_OUTSIDE_CARE 2023-missing.csv:3");
  }

  @Test
  void row29ReviewsThatAreRepeatedInLaterReturnsAreHeldOnce() {
    String reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/06/2015,01/06/2022,PN1\n";
    Merged merged =
        new Returns()
            .year(2023, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .file("2023-reviews.csv", reviews)
            .year(2024, episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .file("2024-reviews.csv", reviews + "1,01/06/2015,01/06/2023,PN1\n")
            .merge();
    assertThat(merged.child("1").events())
        .filteredOn(e -> e.type() == EventType.REVIEW_HELD)
        .extracting(e -> LocalDate.ofEpochDay(e.day()))
        .containsExactly(LocalDate.of(2022, 6, 1), LocalDate.of(2023, 6, 1));
    assertThat(merged.returns().reconciliation().rows().get(new TableYear(Table.REVIEWS, 2024)))
        .isEqualTo(new RowCounts(1, 1, 0, 0, 0));
  }

  @Test
  void row30TwoAuthoritiesWithTheSameNumbersNeverMix() {
    Merged merged =
        new Returns()
            .file("North/2023-episodes.csv", episodes("U6"))
            .file("South/2023-episodes.csv", episodes("K2"))
            .merge(LoadOptions.of(null), 2);
    assertThat(merged.returns().histories().size()).isEqualTo(2);
    assertThat(merged.child("North", "1").stays().get(0).place().code()).isEqualTo("U6");
    assertThat(merged.child("South", "1").stays().get(0).place().code()).isEqualTo("K2");
    assertThat(merged.child("North", "1").pseudonym())
        .isNotEqualTo(merged.child("South", "1").pseudonym());
  }

  private static String episodes(String place) {
    return "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2022,S,C2,N1,"
        + place
        + ",PR1,01/06/2022,E4A\n";
  }

  @Test
  void row30TwoFilesOfOneTableAndReturnAreBothRead() {
    Merged merged =
        new Returns()
            .file("2023-episodes-a.csv", episodes("U6"))
            .file("2023-episodes-b.csv", episodes("U6").replace("1,01/05", "2,01/05"))
            .merge();
    assertThat(merged.returns().histories().size()).isEqualTo(2);
  }
}
