package org.homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.Pence;
import org.homeward.timeuse.EstimateSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitCostDecompositionTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  private static final BookInputs SHIPPED = CATALOGUE.inputs().withEstimates(EstimateSet.NONE);

  private static BookInputs changed(Change... changes) {
    return ParameterCatalogue.of(SHIPPED).with(List.of(changes));
  }

  private static Change times(String path, String factor) {
    return new Change(path, Change.Operation.MULTIPLY, new BigDecimal(factor), "");
  }

  private static UnitCostDecomposition review(BookInputs second) {
    return new BookVariationsCalculator(
            UnitCostDecompositionCalculator.Side.of(List.of(SHIPPED, second)))
            .calculate(
                (int) java.time.LocalDate.of(2025, 6, 1).toEpochDay(), List.of(10), List.of())
            .unitCosts()
            .stream()
            .filter(c -> c.process().equals("review"))
            .map(c -> java.util.Objects.requireNonNull(c.explained().get(0)))
            .findFirst()
            .orElseThrow();
  }

  /**
   * Of x·y from 2·3 to 4·5: x adds 2 · (3 + 5) ÷ 2 = 8, y adds 2 · (2 + 4) ÷ 2 = 6; together 14.
   */
  @Test
  void aProductIsSharedOutByTheMeanOverBothOrders() {
    List<BigFraction> parts =
        Shapley.parts(
            2, set -> BigFraction.of(((set & 1) == 0 ? 2 : 4) * ((set & 2) == 0 ? 3 : 5)));

    assertThat(parts).containsExactly(BigFraction.of(8), BigFraction.of(6));
  }

  /** x·y·z from 0 to 1 each: nothing happens until all three have changed, so a third each. */
  @Test
  void factorsThatOnlyWorkTogetherShareEqually() {
    assertThat(Shapley.parts(3, set -> BigFraction.of(set == 7 ? 1 : 0)))
        .containsOnly(BigFraction.of(1, 3));
  }

  @Test
  void wholePenceAddUpToTheTotalWhateverTheirSigns() {
    List<BigFraction> exact =
        List.of(BigFraction.of(5, 2), BigFraction.of(-7, 3), BigFraction.of(1, 3));

    assertThat(UnitCostDecompositionCalculator.addingUpTo(Pence.of(1), exact))
        .containsExactly(Pence.of(3), Pence.of(-2), Pence.of(0));
    for (long total = -3; total < 5; total++) {
      assertThat(
              UnitCostDecompositionCalculator.addingUpTo(Pence.of(total), exact).stream()
                  .mapToLong(Pence::value)
                  .sum())
          .isEqualTo(total);
    }
  }

  @Test
  void longerWorkByTheSamePeopleIsTimeAndNothingElse() {
    UnitCostDecomposition why = review(changed(times("processes/review/tasks/*/times", "1.5")));

    assertThat(why.difference().value()).isPositive();
    assertThat(why.parts().get(Factor.TIME)).isEqualTo(why.difference());
  }

  @Test
  void eachKindOfInputShowsInItsOwnFactor() {
    Map<Factor, BookInputs> cases =
        Map.of(
            Factor.SALARY, changed(times("staff-costs/*/2025-26/salary", "1.1")),
            Factor.ON_COSTS, changed(times("employer-rates/pension/*/rate", "1.1")),
            Factor.OVERHEAD, changed(times("on-costs/2025-26/direct-overheads", "1.1")),
            Factor.HOURS, changed(times("on-costs/2025-26/leave-weeks", "1.1")));
    cases.forEach(
        (factor, second) -> {
          UnitCostDecomposition why = review(second);
          assertThat(why.difference().value()).as(factor.code()).isPositive();
          assertThat(why.parts().get(factor)).as(factor.code()).isEqualTo(why.difference());
        });
  }

  @Test
  void whoDoesTheWorkIsMix() {
    BookInputs second =
        changed(
            new Change(
                "processes/review/tasks/prepare-report/social-worker/indirect/minutes",
                Change.Operation.ADD,
                BigDecimal.valueOf(-60),
                ""),
            new Change(
                "processes/review/tasks/invite/administrator/indirect/minutes",
                Change.Operation.ADD,
                BigDecimal.valueOf(60),
                ""));

    UnitCostDecomposition why = review(second);

    assertThat(why.difference().value()).isNegative();
    assertThat(why.parts().get(Factor.MIX)).isEqualTo(why.difference());
  }

  /**
   * An hour of a social worker of the first book: 42,708 of pay, 5,656.20 + 8,541.60 of on-costs
   * and 45 % of these with 2,800 by 1,583.6 hours. Of the second: 52,829.796; 13.5 % of 47,829.796
   * and 18 %; 48.2 % of 68,796.18 with 1,960; by 42.8 × 35.15 = 1,504.42 hours.
   */
  @Test
  void whateverDiffersThePartsAddUpToTheDifferenceToThePenny() {
    BookInputs second =
        changed(
            times("staff-costs/*/2025-26/salary", "1.237"),
            times("staff-costs/*/2025-26/hours-a-week", "0.95"),
            times("on-costs/2025-26/capital", "0.7"),
            times("employer-rates/*/*/rate", "0.9"),
            times("processes/*/tasks/*/social-worker/*/minutes", "1.31"),
            times("on-costs/2025-26/indirect-overheads", "1.2"));

    BookVariations all =
        new BookVariationsCalculator(
                UnitCostDecompositionCalculator.Side.of(List.of(SHIPPED, second)))
            .calculate(20_000, List.of(5), List.of());

    assertThat(all.unitCosts()).hasSize(SHIPPED.processes().size());
    for (BookVariations.UnitCosts costs : all.unitCosts()) {
      UnitCostDecomposition why = java.util.Objects.requireNonNull(costs.explained().get(0));
      assertThat(why.after())
          .isEqualTo(
              new CompiledBook(second.book()).process(costs.process()).unitCost(0).perOccurrence());
      assertThat(why.parts().values().stream().mapToLong(Pence::value).sum())
          .as(costs.process())
          .isEqualTo(why.after().minus(why.before()).value());
      assertThat(costs.amounts().spread().value()).isEqualTo(Math.abs(why.difference().value()));
    }
    BookVariations.Hours worker =
        all.hours().stream()
            .filter(h -> h.role().equals("social-worker"))
            .findFirst()
            .orElseThrow();
    assertThat(worker.anHour().each()).containsExactly(Pence.of(5_387), Pence.of(6_907));
    assertThat(worker.pay().each()).containsExactly(Pence.of(2_697), Pence.of(3_512));
    assertThat(worker.onCosts().each()).containsExactly(Pence.of(897), Pence.of(1_061));
    assertThat(worker.overheads().each()).containsExactly(Pence.of(1_794), Pence.of(2_334));
    for (BookVariations.Hours hour : all.hours()) {
      for (int i = 0; i < 2; i++) {
        long parts =
            Stream.of(hour.pay(), hour.onCosts(), hour.overheads())
                .map(BookVariations.Amounts::each)
                .mapToLong(pence(i))
                .sum();
        assertThat(parts).isCloseTo(pence(i).applyAsLong(hour.anHour().each()), within(2L));
      }
    }
  }

  /** What each kind of input does to a whole pathway is told by its own factor. */
  @Test
  void whyAPathwayCostsMoreIsWhatItsInputsDo() {
    Map<Factor, BookInputs> cases =
        Map.of(
            Factor.SALARY, changed(times("staff-costs/*/2025-26/salary", "1.1")),
            Factor.OVERHEAD, changed(times("on-costs/2025-26/direct-overheads", "1.1")),
            Factor.TIME, changed(times("processes/*/tasks/*/times", "1.5")),
            Factor.FEES, changed(times("fees/*/*/*/*/*/amount", "1.1")),
            Factor.PRICES, changed(times("prices/*/*/*/amount", "1.1")));
    cases.forEach(
        (factor, second) -> {
          List<PathwayDecomposition> whys =
              routes(second).stream()
                  .map(route -> route.explained().get(0))
                  .filter(why -> why.difference().value() != 0) // fostering has no prices
                  .toList();
          assertThat(whys).as(factor.code()).hasSize(factor == Factor.PRICES ? 2 : 4);
          for (PathwayDecomposition why : whys) {
            assertThat(why.parts()).as(factor.code()).containsOnlyKeys(factor);
            assertThat(why.parts().get(factor)).isEqualTo(why.difference());
            assertThat(why.difference().value()).as(factor.code()).isPositive();
          }
        });
  }

  @Test
  void thePartsOfAPathwayAddUpToItsDifferenceAndItsTotalsAreThoseOfEachBook() {
    BookInputs second =
        changed(
            times("staff-costs/*/2025-26/salary", "1.237"),
            times("employer-rates/*/*/rate", "0.9"),
            times("processes/*/tasks/*/social-worker/*/minutes", "1.31"),
            times("fees/*/*/*/*/*/amount", "0.93"),
            times("prices/*/*/*/amount", "1.07"));
    List<BookVariations.Routes> routes = routes(second);
    assertThat(routes).hasSize(4);
    for (BookVariations.Routes route : routes) {
      PathwayDecomposition why = route.explained().get(0);
      assertThat(why.parts().values().stream().mapToLong(Pence::value).sum())
          .isEqualTo(why.after().minus(why.before()).value());
      Pence after =
          new LedgerCalculator(new CompiledBook(second.book())).calculate(route.pathway()).total();
      assertThat(why.after()).isEqualTo(after);
      assertThat(route.totals().each()).containsExactly(why.before(), after);
      assertThat(
              route.byComponent().values().stream()
                  .mapToLong(a -> pence(1).applyAsLong(a.each()))
                  .sum())
          .isEqualTo(after.value());
    }
  }

  /** Adoption and fostering of a child of two and of one of seven, to the 18th birthday. */
  private static List<BookVariations.Routes> routes(BookInputs second) {
    int start = (int) java.time.LocalDate.of(2025, 4, 1).toEpochDay();
    List<Pathway> pathways = new java.util.ArrayList<>();
    for (String template : List.of("adoption", "foster-in-house")) {
      for (int age : new int[] {2, 7}) {
        Child child =
            new Child(java.time.LocalDate.of(2025, 4, 1).minusYears(age), java.util.Set.of());
        pathways.add(CATALOGUE.pathway(template).forChild(child, start, child.reaches(18), null));
      }
    }
    return new BookVariationsCalculator(
            UnitCostDecompositionCalculator.Side.of(List.of(SHIPPED, second)))
        .calculate(start, List.of(2, 7), pathways)
        .routes();
  }

  private static ToLongFunction<List<@Nullable Pence>> pence(int book) {
    return each -> java.util.Objects.requireNonNull(each.get(book)).value();
  }

  /** By hand: ten of 100 and ninety of 10 are 1,000 of 1,900. */
  @Test
  void theTenDearestPlacementsHaveTheirShareOfTheSpend() {
    List<DearestPlacements.Placement> placements =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new DearestPlacements.Placement(
                        "p" + i, Pence.of(i % 10 == 3 ? 10_000 : 1_000)))
            .toList();

    DearestPlacements dearest = DearestPlacements.of(placements, 10);

    assertThat(dearest.share()).isEqualTo(BigFraction.of(10, 19));
    assertThat(dearest.dearest())
        .extracting(DearestPlacements.Placement::id)
        .startsWith("p3", "p13");
    assertThat(DearestPlacements.of(List.of(), 10).share()).isEqualTo(BigFraction.ZERO);
  }
}
