package org.homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.quantity.Pence;
import org.homeward.timeuse.EstimateSet;
import org.junit.jupiter.api.Test;

class PartExplanationsTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  private static final BookInputs SHIPPED = CATALOGUE.inputs().withEstimates(EstimateSet.NONE);

  private static final Change PAY = times("staff-costs/*/2025-26/salary", "1.1");
  private static final Change WORK = times("processes/review/tasks/*/times", "1.5");
  private static final Change RATES = times("employer-rates/*/*/rate", "0.9");
  private static final Change FEES = times("fees/*/*/*/*/*/amount", "1.05");
  private static final Change PRICES = times("prices/*/*/*/amount", "0.9");

  private static Change times(String path, String factor) {
    return new Change(path, Change.Operation.MULTIPLY, new BigDecimal(factor), "");
  }

  private static BookInputs with(Change... changes) {
    return ParameterCatalogue.of(SHIPPED).with(List.of(changes));
  }

  private static PartExplanations against(BookInputs second) {
    return new PartExplanations(Side.of(List.of(SHIPPED, second)), List.of("Here", "There"));
  }

  private static BigFraction review(BookInputs book) {
    return new CompiledBook(book.book()).process("review").unitCost(0).exact().pounds();
  }

  /**
   * Of two factors each comes first in one of two orders: half of what it changes before the other,
   * half of what it changes after. What the books in between cost is asked of books made so.
   */
  @Test
  void ofTwoFactorsEachPartIsTheMeanOfBothOrders() {
    BigFraction neither = review(SHIPPED);
    BigFraction pay = review(with(PAY));
    BigFraction work = review(with(WORK));
    BigFraction both = review(with(PAY, WORK));

    Explanation salary = against(with(PAY, WORK)).of("part/salary/unit-cost/review", null);

    assertThat(salary.label()).isEqualTo("Salary, part of the difference of review");
    assertThat(salary.key()).isEqualTo("part/salary/unit-cost/review");
    List<Explanation> steps = salary.parts();
    assertThat(steps.stream().map(Explanation::label).filter(l -> !l.equals("Rounding")))
        .containsExactly("Where salary changes first", "After time, last");
    assertThat(steps.get(0).value()).isEqualTo(pay.subtract(neither).divide(2));
    assertThat(steps.get(1).value()).isEqualTo(both.subtract(work).divide(2));
    assertThat(steps.get(0).sentence()).contains("50 % (Share of all orders) × ");
    assertThat(
            salary
                .value()
                .subtract(steps.get(0).value().add(steps.get(1).value()))
                .abs()
                .doubleValue())
        .as("rounding")
        .isLessThan(0.01);
  }

  /** From the unit costs that enter one goes on to minutes and hours, told once for each book. */
  @Test
  void theUnitCostsThatEnterAreToldDownToTheirInputs() {
    Explanation salary = against(with(PAY, WORK)).of("part/salary/unit-cost/review", null);

    Map<String, Explanation> told = salary.addresses();
    assertThat(told)
        .containsKeys(
            "unit-cost/review",
            "second/unit-cost/review",
            "with/salary/unit-cost/review",
            "with/time/unit-cost/review",
            "hourly-cost/social-worker",
            "second/hourly-cost/social-worker");
    assertThat(told.get("with/salary/unit-cost/review").label())
        .isEqualTo("Review with salary of There");
    assertThat(told.get("second/hourly-cost/social-worker").label())
        .isEqualTo("An hour of Social worker, There");
  }

  @Test
  void thePartsOfAllFactorsAreThoseOfTheTableAndAddUp() {
    BookInputs second = with(PAY, WORK, RATES, times("on-costs/2025-26/direct-overheads", "1.2"));
    UnitCostDecomposition table =
        new UnitCostDecompositionCalculator(
                Side.of(List.of(SHIPPED, second)).get(0), Side.of(List.of(SHIPPED, second)).get(1))
            .calculate("review");

    BigFraction sum = BigFraction.ZERO;
    for (Map.Entry<Factor, Pence> part : table.parts().entrySet()) {
      Explanation why =
          against(second).of(PartExplanations.address(part.getKey(), "unit-cost/review"), null);
      assertThat(why.value()).as(part.getKey().code()).isEqualTo(part.getValue().pounds());
      sum = sum.add(why.value());
    }
    assertThat(sum).isEqualTo(table.difference().pounds());
    assertThat(table.parts().values().stream().filter(p -> p.value() != 0)).hasSize(4);
  }

  /** Of a route: each process by how often, fees and prices line by line. */
  @Test
  void thePartsOfARouteAddUpToWhatItCostsMore() {
    BookInputs second = with(PAY, WORK, FEES, PRICES);
    LocalDate start = LocalDate.of(2025, 4, 1);
    Child child = new Child(start.minusYears(2), Set.of());
    Pathway pathway =
        CATALOGUE
            .pathway("adoption")
            .forChild(child, (int) start.toEpochDay(), child.reaches(18), null);
    Pence before =
        new LedgerCalculator(new CompiledBook(SHIPPED.book())).calculate(pathway).total();
    Pence after = new LedgerCalculator(new CompiledBook(second.book())).calculate(pathway).total();

    double sum = 0;
    for (Factor factor : List.of(Factor.SALARY, Factor.TIME, Factor.FEES, Factor.PRICES)) {
      Explanation part =
          against(second).of(PartExplanations.address(factor, "route/adoption"), pathway);
      assertThat(part.parts()).as(factor.code()).isNotEmpty();
      assertThat(Math.abs(part.value().doubleValue())).as(factor.code()).isGreaterThan(1);
      sum += part.value().doubleValue();
    }
    assertThat(sum).isCloseTo(after.minus(before).pounds().doubleValue(), within(0.005));
    Explanation time = against(second).of("part/time/route/adoption", pathway);
    assertThat(time.parts())
        .as("the review alone takes longer")
        .allMatch(p -> p.label().startsWith("Review") || p.label().equals("Rounding"));
  }

  @Test
  void whatHasNoPartIsRefusedInWords() {
    PartExplanations parts = against(with(PAY));
    for (String figure :
        List.of(
            "part/luck/unit-cost/review",
            "part/salary/unit-cost/nothing",
            "part/salary/hourly-cost/social-worker",
            "part/fees/unit-cost/review",
            "part/",
            "part/salary")) {
      assertThatThrownBy(() -> parts.of(figure, null))
          .as(figure)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no such part");
    }
  }
}
