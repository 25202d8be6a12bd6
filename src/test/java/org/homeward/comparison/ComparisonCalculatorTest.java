package org.homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.Books;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.problem.InputException;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of pathways that cost a few round amounts, each in a pathway month, over a year. */
class ComparisonCalculatorTest {

  private static final LocalDate START = LocalDate.of(2025, 4, 1);

  /**
   * @param costs pounds at months, such as {@code 50@1 100@3}
   */
  private static Pathway pathway(String id, String costs, LocalDate end) {
    DateSpan span = DateSpan.of(START, end);
    List<Pathway.OneOff> oneOffs = new ArrayList<>();
    for (String cost : costs.split(" ")) {
      String[] parts = cost.split("@");
      oneOffs.add(
          new Pathway.OneOff(
              "cost",
              "cost",
              (int) START.plusMonths(Long.parseLong(parts[1]) - 1).plusDays(3).toEpochDay(),
              BigDecimal.ONE,
              new StatedFee(
                  Money.ofPounds(parts[0]), null, Books.Y2025, Set.of(), Payer.SOCIAL_CARE)));
    }
    Leg home =
        new Leg(span, PlacementType.HOME, Provider.NONE, Area.IN_AREA, LegalStatus.NONE, false);
    return new Pathway(
        id,
        id,
        new Child(LocalDate.of(2023, 4, 1), Set.of()),
        span,
        new Pathway.Strand(
            List.of(new Pathway.PathwayLeg(home, "", null)), List.of(), List.of(), oneOffs),
        span.toDay(),
        List.of(),
        Books.INVENTED);
  }

  private static Comparison compare(Pathway... pathways) {
    return new ComparisonCalculator(Books.book(List.of(), List.of(), List.of()))
        .calculate(List.of(pathways));
  }

  /** The last month in which the two change places decides, whatever was before. */
  @ParameterizedTest(name = "{0} beside {1}: {2} from month {3} on")
  @CsvSource(
      nullValues = "none",
      value = {
        "100@1, 50@1, b, 1",
        "50@1, 100@1, a, 1",
        "100@1, 50@1 100@3, a, 3",
        "50@1 100@3, 100@1, b, 3",
        "100@1 100@6, 50@1 100@3, b, 6",
        "100@1, 50@1 50@4 1@9, a, 9",
        "100@1, 100@1, none, 0",
        "100@1 50@12, 150@1, none, 0",
        "100@1 51@12, 150@1, b, 12"
      })
  void theBreakEvenIsTheFirstMonthFromWhichOneStaysStrictlyBelow(
      String a, String b, String cheaper, int month) {
    LocalDate end = START.plusYears(1);
    Comparison comparison = compare(pathway("a", a, end), pathway("b", b, end));
    assertThat(comparison.breakEvens())
        .singleElement()
        .satisfies(
            even -> {
              assertThat(even.cheaper()).isEqualTo(cheaper);
              assertThat(even.month()).isEqualTo(month);
              assertThat(even.reason()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "100@1, 125@1, 25.00, 0.2500",
        "150@1, 100@1, -50.00, -0.3333",
        "80@1, 80@5, 0.00, 0.0000",
        "0@1, 100@1, 100.00, none"
      })
  void theDifferenceIsInPoundsAndAsAShareOfTheFirst(
      String first, String second, String pounds, String share) {
    LocalDate end = START.plusYears(1);
    Comparison.CostedPathway other =
        compare(pathway("a", first, end), pathway("b", second, end)).pathways().get(1);
    assertThat(other.difference().toPounds()).isEqualTo(new BigDecimal(pounds));
    assertThat(other.differenceShare()).isEqualTo(share == null ? null : new BigDecimal(share));
  }

  /** £365 over the 365 days of the year is £7 a week. */
  @Test
  void aWeekIsTheTotalByTheDaysOfTheSpan() {
    assertThat(compare(pathway("a", "365@1", START.plusYears(1))).pathways().get(0).perWeek())
        .isEqualTo(Money.ofPounds(7));
  }

  @Test
  void pathwaysOfOtherDaysAreNotCompared() {
    assertThatThrownBy(
            () ->
                compare(
                    pathway("a", "1@1", START.plusYears(1)),
                    pathway("b", "1@1", START.plusYears(2))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("same child over the same days");
  }
}
