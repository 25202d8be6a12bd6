package org.homeward.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.Salary;
import org.homeward.timeuse.EstimateSet;
import org.junit.jupiter.api.Test;

class BookDiffCalculatorTest {

  private static final BookInputs SHIPPED =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")))
          .inputs()
          .withEstimates(EstimateSet.NONE);
  private static final ParameterCatalogue FIRST = ParameterCatalogue.of(SHIPPED);
  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";
  private static final String MINUTES =
      "processes/review/tasks/prepare-report/social-worker/indirect/minutes";

  private static BookDiff diff(BookInputs second) {
    return BookDiffCalculator.calculate(FIRST, ParameterCatalogue.of(second), book -> Map.of());
  }

  @Test
  void aBookDoesNotDifferFromItself() {
    BookDiff diff = diff(SHIPPED);

    assertThat(diff.items()).isEmpty();
    assertThat(diff.unitCosts()).isEmpty();
  }

  /** Salary and minutes multiply: what they do together is what is left of the whole difference. */
  @Test
  void eachDifferenceIsCostedAloneAndTheRestIsToldApart() {
    Change salary = new Change(SALARY, Change.Operation.MULTIPLY, new BigDecimal("1.5"), "");
    Change minutes = new Change(MINUTES, Change.Operation.MULTIPLY, new BigDecimal("4"), "");

    BookDiff diff = diff(FIRST.with(List.of(salary, minutes)));

    Pence base = review(SHIPPED);
    Pence bySalary = review(FIRST.with(List.of(salary))).minus(base);
    Pence byMinutes = review(FIRST.with(List.of(minutes))).minus(base);
    Pence whole = review(FIRST.with(List.of(salary, minutes))).minus(base);
    assertThat(diff.items()).extracting(BookDiff.Item::path).containsExactly(SALARY, MINUTES);
    assertThat(diff.items().get(0).effects()).containsEntry("review", bySalary);
    assertThat(diff.items().get(0).effects()).hasSizeGreaterThan(10);
    assertThat(diff.items().get(1).effects()).containsExactly(Map.entry("review", byMinutes));
    assertThat(diff.unitCosts())
        .filteredOn(c -> c.id().equals("review"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.difference()).isEqualTo(whole);
              assertThat(c.together()).isEqualTo(whole.minus(bySalary).minus(byMinutes));
              assertThat(c.together().value()).isPositive();
            });
  }

  private static Pence review(BookInputs inputs) {
    return new CompiledBook(inputs.book()).process("review").unitCost(0).perOccurrence();
  }

  @Test
  void aRowThatOnlyOneBookHasIsAnItemWithItsNumbersAndItsEffect() {
    Salary newer =
        Salary.fullTime(
            "social-worker",
            FinancialYear.parse("2025-26"),
            Money.ofPounds(50_000),
            BigDecimal.valueOf(37),
            new Provenance("test", false, ""));
    List<Salary> salaries = new ArrayList<>(SHIPPED.tables().salaries());
    salaries.removeIf(
        s -> s.role().equals("social-worker") && s.year().toString().equals("2025-26"));
    BookInputs without = SHIPPED.withTables(SHIPPED.tables().withSalaries(salaries));
    salaries.add(newer);
    BookInputs with = SHIPPED.withTables(SHIPPED.tables().withSalaries(salaries));

    BookDiff diff =
        BookDiffCalculator.calculate(
            ParameterCatalogue.of(without), ParameterCatalogue.of(with), book -> Map.of());

    assertThat(diff.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo(BookDiff.Kind.ADDED);
              assertThat(item.path()).isEqualTo("staff-costs/social-worker/2025-26");
              assertThat(item.numbers()).hasSize(3);
              assertThat(item.effects().get("review"))
                  .isEqualTo(review(with).minus(review(without)));
            });
    assertThat(diff.unitCosts()).allMatch(c -> c.together().value() == 0);
  }

  @Test
  void aTaskMoreIsADifferenceOfStructureAndNotOfEveryNumber() {
    ProcessGraph review = SHIPPED.findProcess("review").orElseThrow();
    List<Task> tasks = new ArrayList<>(review.tasks());
    Task invite = review.findTask("invite").orElseThrow();
    tasks.add(
        new Task(
            "thank",
            "Thank everybody",
            List.of("invite"),
            BigDecimal.ONE,
            BigDecimal.ONE,
            1,
            invite.minutes()));
    BookInputs second = withReview(review, tasks);

    BookDiff diff = diff(second);

    assertThat(diff.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo(BookDiff.Kind.STRUCTURE);
              assertThat(item.path()).isEqualTo("processes/review");
              assertThat(item.effects())
                  .containsExactly(Map.entry("review", review(second).minus(review(SHIPPED))));
            });
  }

  private static BookInputs withReview(ProcessGraph review, List<Task> tasks) {
    List<ProcessGraph> processes = new ArrayList<>(SHIPPED.processes());
    processes.replaceAll(
        g ->
            g.id().equals("review")
                ? new ProcessGraph(
                    g.id(),
                    g.name(),
                    g.group(),
                    g.legal(),
                    g.description(),
                    g.trigger(),
                    tasks,
                    review.variations(),
                    g.provenance())
                : g);
    return SHIPPED.withProcesses(processes);
  }

  @Test
  void aConventionIsADifferenceWithItsEffect() {
    var c = SHIPPED.conventions();
    BookInputs second =
        SHIPPED.withConventions(
            new org.homeward.costbook.Conventions(
                c.name(),
                c.priceYear(),
                HourBasis.CASE_RELATED_HOUR,
                c.area(),
                c.methods(),
                c.statedProcesses(),
                c.index(),
                c.indices(),
                c.discounts()));

    BookDiff diff = diff(second);

    assertThat(diff.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path()).isEqualTo("conventions/hourBasis");
              assertThat(item.before()).isEqualTo("working-hour");
              assertThat(item.after()).isEqualTo("case-related-hour");
              assertThat(item.effects().get("review"))
                  .isEqualTo(review(second).minus(review(SHIPPED)));
            });
  }
}
