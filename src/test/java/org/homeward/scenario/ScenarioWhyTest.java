package org.homeward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.FigureExplanations;
import org.homeward.explanation.Rule;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.problem.InputException;
import org.homeward.quantity.Pence;
import org.homeward.quantity.WeeksInYear;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changes do to a figure is explained: after less before, each down to its inputs. */
class ScenarioWhyTest {

  private static final int START = (int) LocalDate.of(2025, 4, 1).toEpochDay();

  private static Catalogue catalogue;
  private static ScenarioResult result;

  /**
   * Dearer, longer, shorter, and one thing that was not there before, so that no side is spared.
   */
  @BeforeAll
  static void change() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of("")));
    Child child = new Child(LocalDate.ofEpochDay(START).minusYears(2), Set.of());
    List<Change> changes =
        List.of(
            set("staff-costs/social-worker/2025-26/salary", "50000"),
            set("fees/foster/in-house/any-area/any-age/2024-04-01/amount", "777.77"),
            set("processes/review/tasks/invite/share", "0.5"),
            set("pathways/adoption/legs/1/length", "400"));
    result =
        new ScenarioCalculator(
                ParameterCatalogue.of(catalogue.inputs()), new CompiledBook(catalogue.book()))
            .calculate(
                catalogue.pathways().stream()
                    .map(t -> t.forChild(child, START, child.reaches(18), null))
                    .toList(),
                new Scenario("test", changes));
  }

  private static Change set(String path, String value) {
    return Change.set(path, new BigDecimal(value), "a trial");
  }

  private static FigureExplanations figures(CompiledBook book, Comparison.CostedPathway of) {
    return new FigureExplanations(book, of.pathway(), of.ledger());
  }

  private static Explanation why(int route, String figure) {
    return figures(result.changedBook(), result.changed().pathways().get(route))
        .change(
            figures(result.book(), result.base().pathways().get(route)),
            figure,
            WeeksInYear.ACTUAL_DAYS);
  }

  private static BigFraction pounds(Pence pence) {
    return BigFraction.of(pence.value(), 100);
  }

  @Test
  void everyDifferenceOfEveryTableIsExplainedToTheLastFraction() {
    int figures = 0;
    for (int route = 0; route < result.effects().size(); route++) {
      ScenarioResult.Effect effect = result.effects().get(route);
      Map<String, BigFraction> expected = new HashMap<>();
      expected.put("total", pounds(effect.difference()));
      effect
          .byComponent()
          .forEach(
              (component, by) -> {
                if (by.value() != 0) {
                  expected.put("component/" + component.code(), pounds(by));
                }
              });
      effect.byItem().forEach((item, by) -> expected.put("item/" + item, pounds(by)));
      effect.byPayer().forEach((payer, by) -> expected.put("payer/" + payer.code(), pounds(by)));
      effect
          .minutesByRole()
          .forEach((role, by) -> expected.put("hours/" + role, by.divide(BigFraction.of(60))));
      effect.costByRole().forEach((role, by) -> expected.put("role/" + role, pounds(by)));
      for (Map.Entry<String, BigFraction> figure : expected.entrySet()) {
        Explanation why = why(route, figure.getKey());
        assertThat(why.value()).as(effect.name() + " " + figure).isEqualTo(figure.getValue());
        assertThat(why.rule()).isEqualTo(Rule.DIFFERENCE);
        assertAddsUpAndEndsInInputs(why);
        figures++;
      }
    }
    assertThat(figures).isGreaterThan(100);
  }

  /**
   * A sum is worked here by itself; what is given is money or time only with a source or reason.
   */
  private static void assertAddsUpAndEndsInInputs(Explanation figure) {
    if (figure.rule() == Rule.SUM) {
      BigFraction sum = BigFraction.ZERO;
      for (Explanation part : figure.parts()) {
        sum = sum.add(part.value());
      }
      assertThat(figure.value()).isEqualTo(sum);
    }
    if (figure.rule() == Rule.INPUT && figure.written().contains("£")) {
      assertThat(figure.source() != null || !figure.note().isEmpty()).as(figure.label()).isTrue();
    }
    figure.parts().forEach(ScenarioWhyTest::assertAddsUpAndEndsInInputs);
  }

  /** Two books have a review each; one address must not stand for both. */
  @Test
  void whatTheTwoBooksHaveDifferentlyIsToldTwiceAndWhatTheyShareOnce() {
    for (int route = 0; route < result.effects().size(); route++) {
      Map<String, Explanation> seen = new HashMap<>();
      List<Explanation> all = new ArrayList<>();
      collect(why(route, "total"), all);
      for (Explanation figure : all) {
        if (figure.shared()) {
          Explanation known = seen.putIfAbsent(figure.key(), figure);
          assertThat(known == null || known.equals(figure)).as(figure.key()).isTrue();
        }
      }
    }
    Map<String, Explanation> addresses = why(0, "item/review").addresses();
    assertThat(addresses).containsKeys("unit-cost/review", "before/unit-cost/review");
    assertThat(addresses.keySet()).noneMatch(k -> k.startsWith("before/index"));
  }

  private static void collect(Explanation figure, List<Explanation> all) {
    all.add(figure);
    figure.parts().forEach(p -> collect(p, all));
  }

  @Test
  void whatNeitherSideHasIsSaidNotToBeThere() {
    for (String figure : List.of("item/nothing", "payer/nobody", "hours/nobody", "component/x")) {
      assertThatThrownBy(() -> why(0, figure))
          .isInstanceOfSatisfying(
              InputException.class,
              e ->
                  assertThat(e.problems())
                      .singleElement()
                      .matches(p -> p.where().equals("figure")));
    }
  }
}
