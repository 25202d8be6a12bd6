package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.Rule;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The share of the dearest placements is told down to the ledger lines of each of them. */
class DearestExplanationsTest {

  private static final CompiledBook SHIPPED =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  @ParameterizedTest
  @CsvSource({
    "1, 2017-04-01, 2024-04-01",
    "2, 2017-04-01, 2024-04-01",
    "3, 2019-11-17, 2021-02-03",
    "4, 2021-04-01, 2022-04-01"
  })
  void thePlacementsAddUpToTheSpendAndTheFeesOfAllToTheWhole(int seed, String from, String to) {
    ChildHistories histories =
        Cohorts.of(Cohorts.random(RandomSource.XO_RO_SHI_RO_128_PP.create(seed), 60));
    DateSpan window = DateSpan.of(java.time.LocalDate.parse(from), java.time.LocalDate.parse(to));
    DearestPlacementsCalculator.Result result =
        new DearestPlacementsCalculator(SHIPPED).calculate(histories, ChildFees.NONE, window, 10);
    CohortCosts all =
        new CohortCostCalculator(SHIPPED, 2)
            .calculate(histories, CostQuestion.of(List.of(), window).withFeesApart());
    DearestExplanations told = new DearestExplanations(SHIPPED, histories, ChildFees.NONE, false);

    Explanation share = told.of("share", result, all);
    assertThat(share.value()).isEqualTo(result.share().share());
    assertThat(share.rule()).isEqualTo(Rule.QUOTIENT);
    Explanation dearest = told.of("spend-on-dearest", result, all);
    assertThat(dearest.value()).isEqualTo(result.share().spendOnDearest().pounds());
    assertThat(dearest.parts()).hasSize(10).doesNotHaveDuplicates();
    assertThat(dearest.parts().get(0).parts().get(0).parts()).isNotEmpty();
    assertThat(told.of("spend", result, all).value()).isEqualTo(result.share().spend().pounds());

    Explanation kept =
        new DearestExplanations(SHIPPED, histories, ChildFees.NONE, true).of("share", result, all);
    assertThat(kept.value()).isEqualTo(share.value());
    assertThat(kept.parts().get(0).parts()).as("no placement is told apart").isEmpty();
    assertThat(kept.illustrative()).isTrue().isEqualTo(share.illustrative());
    assertThatThrownBy(() -> told.of("mean", result, all))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Use share, spend or spend-on-dearest.");
  }
}
