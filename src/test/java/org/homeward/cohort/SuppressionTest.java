package org.homeward.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.PlaceCode;
import org.homeward.returns.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small numbers are kept back so that they stay back: what is shown is set up as equations and
 * solved exactly, as somebody would who wants to know.
 */
class SuppressionTest {

  private static final CompiledBook BOOK =
      new CompiledBook(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).book());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  private static CohortCosts costs(List<ChildHistory> children, Dimension... by) {
    return new CohortCostCalculator(BOOK, 1)
        .calculate(Cohorts.of(children), CostQuestion.of(List.of(by), Cohorts.OBSERVED));
  }

  private static List<ChildHistory> children(long first, int count, PlaceCode place, Route route) {
    List<ChildHistory> all = new ArrayList<>();
    for (long i = first; i < first + count; i++) {
      all.add(
          Cohorts.child(
              i,
              "2012-06-01",
              route,
              List.of(
                  Cohorts.stay("2020-01-01", "2021-01-01", place, Cohorts.OWN, Cohorts.STARTS))));
    }
    return all;
  }

  @Test
  void oneSmallGroupTakesTheNextSmallestWithItSinceTheTotalWouldTellIt() {
    List<ChildHistory> children = new ArrayList<>();
    children.addAll(children(0, 3, Cohorts.HOME, Route.HOME));
    children.addAll(children(100, 7, Cohorts.KINSHIP, Route.HOME));
    children.addAll(children(200, 20, Cohorts.FOSTER, Route.HOME));
    CohortCosts costs = costs(children, Dimension.PLACEMENT);
    assertThat(Suppression.shown(costs))
        .extracting(f -> f.children().count())
        .containsExactly(20, 7, 3, 30);
    assertThat(Suppression.of(costs)).containsExactly(false, true, true, false);
  }

  @Test
  void twoSmallGroupsAloneWouldTellTheirSumSoAThirdIsHidden() {
    List<ChildHistory> children = new ArrayList<>();
    children.addAll(children(0, 1, Cohorts.HOME, Route.HOME));
    children.addAll(children(100, 2, Cohorts.KINSHIP, Route.HOME));
    children.addAll(children(200, 20, Cohorts.FOSTER, Route.HOME));
    children.addAll(children(300, 9, Cohorts.PARENTS, Route.HOME));
    assertThat(Suppression.of(costs(children, Dimension.PLACEMENT)))
        .containsExactly(false, true, true, true, false);
  }

  @Test
  void nothingIsHiddenWhereEveryGroupIsLarge() {
    List<ChildHistory> children = new ArrayList<>();
    children.addAll(children(0, 6, Cohorts.HOME, Route.HOME));
    children.addAll(children(100, 7, Cohorts.KINSHIP, Route.ADOPTED));
    assertThat(Suppression.of(costs(children, Dimension.PLACEMENT, Dimension.ROUTE)))
        .containsOnly(false);
  }

  @Test
  void aCohortOfFewChildrenTellsNothingAtAll() {
    CohortCosts costs = costs(children(0, 5, Cohorts.HOME, Route.HOME), Dimension.PLACEMENT);
    CostTable table = CostTable.of(costs, CostTable.Kind.COSTS, BOOK.book().hourlyCosts(), true);
    assertThat(table.rows()).hasSize(2).allMatch(CostTable.Row::suppressed);
    assertThat(table.rows().get(0).cells().get(0)).isEqualTo("residential");
    assertThat(table.rows().get(0).cells().subList(1, table.columns().size())).containsOnlyNulls();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noHiddenFigureFollowsFromTheShownOnes(long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<Dimension> dimensions =
        new ArrayList<>(
            List.of(
                Dimension.YEAR,
                Dimension.PLACEMENT,
                Dimension.NEED,
                Dimension.SEX,
                Dimension.AGE,
                Dimension.PROVIDER));
    ListSampler.shuffle(random, dimensions);
    List<Dimension> by = dimensions.subList(0, 1 + random.nextInt(3));
    List<ChildHistory> children = Cohorts.random(random, 10 + random.nextInt(150));
    int from = Cohorts.OBSERVED.fromDay() + random.nextInt(1_000);
    CostQuestion question =
        CostQuestion.of(by, new DateSpan(from, from + 200 + random.nextInt(1_000)));
    CohortCosts costs = new CohortCostCalculator(BOOK, 1).calculate(Cohorts.of(children), question);
    boolean[] hidden = Suppression.of(costs);
    List<GroupCosts> shown = Suppression.shown(costs);
    for (int f = 0; f < shown.size(); f++) {
      if (shown.get(f).children().count() <= 5) {
        assertThat(hidden[f]).as("%s", shown.get(f).values()).isTrue();
      }
    }
    assertThat(derived(shown, hidden, by.size())).as("by %s", by).isEmpty();
  }

  /** The hidden figures that follow, by exact elimination over all sums that are shown. */
  private static List<Integer> derived(List<GroupCosts> figures, boolean[] hidden, int dimensions) {
    List<Integer> unknowns = new ArrayList<>();
    for (int f = 0; f < hidden.length; f++) {
      if (hidden[f]) {
        unknowns.add(f);
      }
    }
    List<BigFraction[]> rows = new ArrayList<>();
    for (int total = 0; total < figures.size(); total++) {
      for (int d = 0; d < dimensions; d++) {
        BigFraction[] row = sum(figures, unknowns, total, d);
        if (row != null) {
          rows.add(row);
        }
      }
    }
    return told(rows, unknowns);
  }

  /** That a figure is the sum of those which have one more value, on dimension d. */
  private static BigFraction[] sum(
      List<GroupCosts> figures, List<Integer> unknowns, int total, int d) {
    if (figures.get(total).values().get(d) != null) {
      return null;
    }
    boolean any = false;
    BigFraction[] row = new BigFraction[unknowns.size()];
    for (int u = 0; u < row.length; u++) {
      row[u] = unknowns.get(u) == total ? BigFraction.of(-1) : BigFraction.ZERO;
    }
    boolean everything = figures.get(total).values().stream().allMatch(v -> v == null);
    for (int part = 0; part < figures.size(); part++) {
      if (part != total && isPart(figures, part, total, d, everything)) {
        any = true;
        int u = unknowns.indexOf(part);
        if (u >= 0) {
          row[u] = BigFraction.ONE;
        }
      }
    }
    return any ? row : null;
  }

  private static boolean isPart(
      List<GroupCosts> figures, int part, int total, int d, boolean everything) {
    List<String> of = figures.get(part).values();
    List<String> whole = figures.get(total).values();
    if (everything) { // the totals of the dimension
      for (int i = 0; i < of.size(); i++) {
        if ((of.get(i) != null) != (i == d)) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < of.size(); i++) { // the groups of the value
      if (of.get(i) == null || (whole.get(i) != null && !whole.get(i).equals(of.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> told(List<BigFraction[]> rows, List<Integer> unknowns) {
    int rank = 0;
    for (int column = 0; column < unknowns.size() && rank < rows.size(); column++) {
      int pivot = rank;
      while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
        pivot++;
      }
      if (pivot == rows.size()) {
        continue;
      }
      java.util.Collections.swap(rows, pivot, rank);
      BigFraction[] top = rows.get(rank);
      BigFraction by = top[column];
      for (int c = 0; c < top.length; c++) {
        top[c] = top[c].divide(by);
      }
      for (int r = 0; r < rows.size(); r++) {
        BigFraction factor = rows.get(r)[column];
        if (r != rank && factor.signum() != 0) {
          for (int c = 0; c < top.length; c++) {
            rows.get(r)[c] = rows.get(r)[c].subtract(factor.multiply(top[c]));
          }
        }
      }
      rank++;
    }
    List<Integer> told = new ArrayList<>();
    for (BigFraction[] row : rows) {
      int only = -1;
      int count = 0;
      for (int c = 0; c < row.length; c++) {
        if (row[c].signum() != 0) {
          only = c;
          count++;
        }
      }
      if (count == 1) {
        told.add(unknowns.get(only));
      }
    }
    return told;
  }
}
