package org.homeward.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WeeksInYear;
import org.junit.jupiter.api.Test;

/** Two years of foster care at £700 a week – £100 a day – after a visit of an hour and a half. */
class FigureExplanationsTest {

  private static final LocalDate START = LocalDate.of(2025, 4, 1);

  private static final ProcessGraph VISIT = Books.visit(EventType.CARE_START, 90);

  private static final CompiledBook BOOK = book("700");

  /** An hour and a half at £50.53 (worked example 1), to the penny. */
  private static final String VISIT_COSTS = "75.79";

  private static CompiledBook book(String fee) {
    return Books.book(
        List.of(VISIT),
        List.of(Books.fee(PlacementType.FOSTER, "2025-04-01", fee, Rate.Per.WEEK)),
        List.of());
  }

  private static Pathway twoYears(String name) {
    Leg leg =
        new Leg(
            DateSpan.of(START, START.plusDays(730)),
            PlacementType.FOSTER,
            Provider.AGENCY,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false);
    return new Pathway(
        name,
        name,
        new Child(START.minusYears(2), Set.of()),
        leg.span(),
        new Pathway.Strand(
            List.of(new Pathway.PathwayLeg(leg, "", null, null, List.of())),
            List.of(),
            List.of(),
            List.of()),
        leg.span().toDay(),
        List.of(),
        Provenance.STATED_IN_REQUEST);
  }

  private static FigureExplanations figures() {
    Pathway pathway = twoYears("Ours");
    return new FigureExplanations(BOOK, pathway, new LedgerCalculator(BOOK).calculate(pathway));
  }

  private static Explanation figure(String figure) {
    return figures().of(figure, WeeksInYear.WEEKS_52);
  }

  @Test
  void hoursAreTheMinutesOfEachProcessByHowOftenItIsExpected() {
    assertThat(figure("hours").written()).isEqualTo("1.5 hours");
    Explanation minutes = figure("hours/social-worker").parts().get(0);
    assertThat(minutes.parts().get(0).sentence())
        .isEqualTo(
            "Visit: 1 h 30 min = 1 h 30 min (Minutes of social-worker, Visit)"
                + " × 1 (Expected number of times).");
  }

  @Test
  void whatIsDiscountedIsEachYearByItsFactorRoundedOnce() {
    // 36,500 + 75.79 in the first year, 36,500 ÷ 1.035 in the second: 71,841.49
    Explanation discounted = figure("discounted");
    assertThat(discounted.written()).isEqualTo("£71,841.49");
    assertThat(discounted.parts().get(0).parts().get(1).parts().get(0).written())
        .isEqualTo("£36,500.00");
  }

  @Test
  void aWeekAndAYearAreTheTotalOverItsWeeks() {
    // (73,000 + 75.79) ÷ (730 ÷ 7) = 700.7267…; × 52 = 36,437.79
    assertThat(figure("a-week").written()).isEqualTo("£700.73 a week");
    assertThat(figure("a-year").written()).isEqualTo("£36,437.79 a year");
  }

  @Test
  void whatIsSpentByAMonthIsToldByComponentAndItem() {
    Explanation spent = figure("spent/12"); // to 31 March 2026: 365 days
    assertThat(spent.written()).isEqualTo("£36,575.79");
    assertThat(spent.parts().get(0).parts().get(0).sentence())
        .isEqualTo("Foster: £36,500.00, lines of the ledger added up.");
    assertThat(spent.parts().get(1).written()).isEqualTo("£" + VISIT_COSTS);
  }

  @Test
  void withAFlatIndexMoneyOfEachYearIsTheTotal() {
    Explanation nominal = figure("nominal");
    assertThat(nominal.written()).isEqualTo("£73,075.79");
    assertThat(nominal.parts().stream().map(Explanation::label))
        .containsExactly("In 2025-26", "In 2026-27");
  }

  @Test
  void aDifferenceIsToldComponentByComponent() {
    Pathway other = twoYears("Theirs");
    Explanation against =
        figures().against(other, new LedgerCalculator(book("350")).calculate(other));
    assertThat(against.value()).isEqualTo(BigFraction.of(36_500)); // 730 × 50
    assertThat(against.parts().get(0).sentence())
        .isEqualTo("Placement: £36,500.00 = £73,000.00 (Ours) − £36,500.00 (Theirs).");
  }

  @Test
  void whatThereIsNotIsRefusedNamingWhatThereIs() {
    for (String nothing : List.of("luck", "hours/nobody", "spent/soon")) {
      assertThatThrownBy(() -> figure(nothing))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("There is no such figure of a route.");
    }
  }
}
