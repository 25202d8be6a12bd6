package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a cohort answers every question as its histories do, to the penny. */
class CostCellsTest {

  private static final CompiledBook BOOK =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  private static final List<CostTable.Kind> OF_COSTS =
      List.of(CostTable.Kind.COSTS, CostTable.Kind.PROCESSES, CostTable.Kind.STAFF);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  private record Kept(CostCells cells, List<byte[]> parts) {

    CohortCosts answer(CostQuestion question) {
      return new CostCellCalculator(BOOK, cells)
          .calculate(p -> p < parts.size() ? parts.get(p) : null, question);
    }
  }

  /** In two parts, the last child first. */
  private static Kept keep(ChildHistories histories) {
    CostCellRecorder recorder = new CostCellRecorder(BOOK, histories, ChildFees.NONE);
    List<byte[]> parts = new ArrayList<>();
    for (int child = histories.size() - 1; child >= 0; child--) {
      recorder.add(child);
      if (child == histories.size() / 2) {
        parts.add(recorder.takePart());
      }
    }
    parts.add(recorder.takePart());
    return new Kept(recorder.cells(), parts);
  }

  private static LocalDate someMonth(UniformRandomProvider random) {
    return Cohorts.OBSERVED.from().withDayOfMonth(1).plusMonths(random.nextInt(40));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyDimensionsOverAnyMonthsAreAnsweredAsFromTheHistories(long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    ChildHistories histories = Cohorts.of(Cohorts.random(random, 80));
    Kept kept = keep(histories);
    for (int i = 0; i < 12; i++) {
      List<Dimension> all = new ArrayList<>(List.of(Dimension.values()));
      ListSampler.shuffle(random, all);
      LocalDate from = someMonth(random);
      DateSpan window =
          i % 3 == 0
              ? histories.observed()
              : DateSpan.of(from, from.plusMonths(1 + random.nextInt(20)));
      CostQuestion question = CostQuestion.of(all.subList(0, random.nextInt(6)), window);
      CohortCosts expected = new CohortCostCalculator(BOOK, 1).calculate(histories, question);
      CohortCosts actual = kept.answer(question);
      for (CostTable.Kind kind : OF_COSTS) {
        boolean suppress = random.nextBoolean();
        assertThat(CostTable.of(actual, kind, BOOK.book().hourlyCosts(), suppress))
            .as("%s %s %s", question, kind, suppress)
            .isEqualTo(CostTable.of(expected, kind, BOOK.book().hourlyCosts(), suppress));
      }
    }
  }

  @Test
  void partOfAMonthCannotBeToldAndIsRefusedWithTheWayOut() {
    Kept kept = keep(Cohorts.of(Cohorts.random(RandomSource.XO_RO_SHI_RO_128_PP.create(1), 5)));
    DateSpan window = DateSpan.of(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 6, 15));
    assertThatThrownBy(() -> kept.answer(CostQuestion.of(List.of(), window)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Ask for whole months");
  }
}
