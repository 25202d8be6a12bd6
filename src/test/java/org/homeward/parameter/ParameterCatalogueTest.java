package org.homeward.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.PlacementType;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.process.Task;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.StaffRole;
import org.homeward.timeuse.EstimateSet;
import org.junit.jupiter.api.Test;

class ParameterCatalogueTest {

  private static final BookInputs SHIPPED =
      CatalogueReader.read(CatalogueFolder.read(Path.of(""))).inputs();
  private static final ParameterCatalogue PARAMETERS = ParameterCatalogue.of(SHIPPED);
  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  @Test
  void aNumberIsFoundByItsPathWithUnitYearDatesAndSource() {
    Parameter salary = PARAMETERS.at("staff-costs/social-worker/2024-25/salary");

    assertThat(salary.decimal()).isEqualByComparingTo("41384");
    assertThat(salary.unit()).isEqualTo("£ a year");
    assertThat(salary.priceYear()).isEqualTo(FinancialYear.parse("2024-25"));
    assertThat(salary.from()).isEqualTo("2024-04-01");
    assertThat(salary.until()).isEqualTo("2025-04-01");
    assertThat(salary.provenance().illustrative()).isTrue();
    assertThat(salary.provenance().source()).isEqualTo("illustrative: set by Homeward");
  }

  /** A fee that ends on 1 September 2024 though the next begins in 2025, and one without a next. */
  @Test
  void aFeeThatEndsByItselfHoldsUntilThen() {
    List<FeeRow> fees =
        List.of(
            fee("2024-04-01", "2024-09-01"),
            fee("2025-04-01", null),
            fee("2026-04-01", "2027-01-01"));
    ParameterCatalogue of =
        ParameterCatalogue.of(SHIPPED.withTables(SHIPPED.tables().withFees(fees)));

    String path = "fees/secure/any-provider/any-area/any-age/%s/amount";
    assertThat(of.at(path.formatted("2024-04-01")).until()).isEqualTo("2024-09-01");
    assertThat(of.at(path.formatted("2025-04-01")).until()).isEqualTo("2026-04-01");
    assertThat(of.at(path.formatted("2026-04-01")).until()).isEqualTo("2027-01-01");
  }

  private static FeeRow fee(String from, String to) {
    return Books.fee(PlacementType.SECURE, from, "7000", Rate.Per.WEEK)
        .withTo(to == null ? null : LocalDate.parse(to));
  }

  /** The book calls the role Social worker, the process Review, its task Invite and arrange. */
  @Test
  void aNumberIsCalledByTheNamesThatTheBookHas() {
    assertThat(PARAMETERS.name(SALARY)).isEqualTo("Salary of a social worker, 2025-26");
    assertThat(PARAMETERS.name(SALARY + "/source"))
        .isEqualTo("Source: Salary of a social worker, 2025-26");
    assertThat(PARAMETERS.name("fees/foster/agency/out-of-area/any-age/2024-04-01/amount"))
        .isEqualTo("Fee for foster care, agency, out of area, from 1 April 2024");
    assertThat(PARAMETERS.name("employer-rates/national-insurance/2025-04-06/rate"))
        .isEqualTo("Employer’s rate of National Insurance, from 6 April 2025");
    assertThat(PARAMETERS.name("processes/review/tasks/invite/administrator/indirect/minutes"))
        .isEqualTo("Minutes of an administrator, indirect: Review: Invite and arrange");
    assertThat(PARAMETERS.name("catalogue/fees.csv")).isEqualTo("catalogue/fees.csv");
  }

  /** A word of a path has hyphens; what is written for readers has hardly any. */
  @Test
  void noNameIsAPathOrAnIdAndNoTwoNumbersHaveTheSame() {
    Set<String> ids =
        Stream.concat(
                SHIPPED.tables().roles().stream().map(StaffRole::id),
                SHIPPED.processes().stream()
                    .flatMap(
                        p -> Stream.concat(Stream.of(p.id()), p.tasks().stream().map(Task::id))))
            .filter(id -> id.contains("-"))
            .collect(Collectors.toSet());
    assertThat(ids).hasSizeGreaterThan(50);
    assertThat(PARAMETERS.all())
        .allSatisfy(
            p ->
                assertThat(p.name())
                    .doesNotContain("/")
                    .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}")
                    .satisfies(n -> assertThat(ids).noneMatch(n::contains)));
    assertThat(PARAMETERS.all()).extracting(Parameter::name).doesNotHaveDuplicates();
  }

  @Test
  void theValuesOfAThingOverTimeStandInOrder() {
    Parameter fee = PARAMETERS.at("fees/foster/in-house/any-area/any-age/2015-04-01/amount");

    assertThat(fee.unit()).isEqualTo("£ a week");
    assertThat(fee.decimal()).isEqualByComparingTo("470");
    List<Parameter> series = PARAMETERS.series(fee);
    assertThat(series)
        .hasSizeGreaterThan(3)
        .isSortedAccordingTo(
            (a, b) -> String.valueOf(a.from()).compareTo(String.valueOf(b.from())));
    for (int i = 1; i < series.size(); i++) {
      assertThat(series.get(i - 1).until()).isEqualTo(series.get(i).from());
    }
    assertThat(series.get(series.size() - 1).until()).isNull();
  }

  /**
   * By hand: National Insurance 0.15 × (50,000 − 5,000) = 6,750; pension 0.2 × 50,000 = 10,000;
   * with the salary 66,750; overheads 45 % of it 30,037.50; capital 2,800: 99,587.50 a year. Hours
   * (52 − 9.2) × 37 = 1,583.6.
   */
  @Test
  void aChangedSalaryIsCarriedIntoTheCostOfAnHour() {
    BookInputs changed =
        PARAMETERS.with(List.of(Change.set(SALARY, new BigDecimal("50000"), "pay award")));

    Money hour =
        changed.book().hourlyCostsByRole().get("social-worker").perHour(HourBasis.WORKING_HOUR);
    assertThat(hour).isEqualTo(Money.ofPounds("99587.50").dividedBy(BigFraction.of(15836, 10)));
    assertThat(PARAMETERS.at(SALARY).decimal()).isNotEqualByComparingTo("50000");
    assertThat(changed.hash()).hasSize(64).isNotEqualTo(SHIPPED.hash());
  }

  /** By hand: 10 more minutes, done in 0.15 of cases, at the cost of an hour. */
  @Test
  void moreMinutesOfATaskCostTheirShareOfAnHour() {
    BookInputs unsurveyed = SHIPPED.withEstimates(EstimateSet.NONE);
    BookInputs changed =
        ParameterCatalogue.of(unsurveyed)
            .with(
                List.of(
                    new Change(
                        "processes/review/tasks/second-meeting/social-worker/indirect/minutes",
                        Change.Operation.ADD,
                        BigDecimal.TEN,
                        "longer minutes")));

    Money hour =
        SHIPPED.book().hourlyCostsByRole().get("social-worker").perHour(HourBasis.WORKING_HOUR);
    assertThat(review(changed).minus(review(unsurveyed)))
        .isEqualTo(hour.times(BigFraction.of(15, 100)).times(BigFraction.of(10, 60)));
  }

  private static Money review(BookInputs inputs) {
    return new CompiledBook(inputs.book()).process("review").unitCost(0).exact();
  }

  @Test
  void changesApplyInTheirOrder() {
    BookInputs changed =
        PARAMETERS.with(
            List.of(
                Change.set(SALARY, new BigDecimal("40000"), "base"),
                new Change(SALARY, Change.Operation.ADD, new BigDecimal("500"), "weighting"),
                new Change(SALARY, Change.Operation.MULTIPLY, new BigDecimal("1.1"), "award")));

    assertThat(ParameterCatalogue.of(changed).at(SALARY).decimal()).isEqualByComparingTo("44550");
  }

  @Test
  void anAsteriskStandsForAnyWord() {
    BookInputs changed =
        PARAMETERS.with(
            List.of(
                new Change(
                    "staff-costs/*/2025-26/salary",
                    Change.Operation.MULTIPLY,
                    new BigDecimal("1.032"),
                    "award")));

    assertThat(differences(changed))
        .hasSize(SHIPPED.tables().roles().size())
        .allMatch(p -> p.matches("staff-costs/[a-z-]+/2025-26/salary"));
  }

  @Test
  void anUnknownPathIsToldHowFarItIsKnownAndWhatGoesOnFromThere() {
    InputException refused =
        catchThrowableOfType(
            InputException.class, () -> PARAMETERS.at("staff-costs/social-worker/2027-28/salary"));

    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.reason()).contains("known up to staff-costs/social-worker");
              assertThat(p.remedy()).contains("2024-25", "2025-26");
            });
  }

  @Test
  void everyChangeThatCannotBeMadeIsToldByItsPlace() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                PARAMETERS.with(
                    List.of(
                        Change.set(SALARY, new BigDecimal("-1"), "a slip"),
                        Change.set("processes/reviw/x", BigDecimal.ONE, "a slip"),
                        Change.set(
                            "processes/review/tasks/invite/elapsed", new BigDecimal("1.5"), ""))));

    assertThat(refused.problems())
        .extracting(p -> p.where().replaceAll(":.*", ""))
        .containsExactly("changes[0]", "changes[1]", "changes[2]");
    assertThat(refused.problems().get(1).remedy()).contains("review");
  }

  @Test
  void minutesThatASurveyReplacesNameTheEstimateThatIsUsed() {
    List<Parameter> replaced =
        PARAMETERS.all().stream().filter(p -> p.insteadOf() != null).toList();

    assertThat(replaced).isNotEmpty();
    for (Parameter parameter : replaced) {
      Parameter used = PARAMETERS.at(String.valueOf(parameter.insteadOf()));
      BookInputs moved =
          PARAMETERS.with(List.of(Change.set(parameter.path(), new BigDecimal("9999"), "no use")));
      BookInputs usedMoved =
          PARAMETERS.with(List.of(Change.set(used.path(), new BigDecimal("9999"), "used")));
      String process = parameter.path().split("/", -1)[1];
      Money before = new CompiledBook(SHIPPED.book()).process(process).unitCost(0).exact();
      assertThat(new CompiledBook(moved.book()).process(process).unitCost(0).exact())
          .isEqualTo(before);
      assertThat(new CompiledBook(usedMoved.book()).process(process).unitCost(0).exact())
          .isGreaterThan(before);
    }
  }

  /** Setting a number changes that number and no other; setting it back restores everything. */
  @Test
  void everyNumberCanBeSetAndSetsNothingElse() {
    for (Parameter parameter : PARAMETERS.all()) {
      BigDecimal other =
          switch (parameter.unit()) {
            case "part of one", "part of one a year" -> new BigDecimal("0.25");
            case "factor" -> new BigDecimal("1.5");
            default ->
                parameter.decimal().setScale(0, java.math.RoundingMode.DOWN).add(BigDecimal.ONE);
          };
      BookInputs changed = PARAMETERS.with(List.of(Change.set(parameter.path(), other, "a law")));
      ParameterCatalogue after = ParameterCatalogue.of(changed);
      assertThat(after.at(parameter.path()).decimal()).isEqualByComparingTo(other);
      assertThat(differences(changed)).isSubsetOf(parameter.path());
    }
  }

  @Test
  void noTwoNumbersShareAPathAndPathsAreLowerCaseWords() {
    assertThat(PARAMETERS.all()).extracting(Parameter::path).doesNotHaveDuplicates();
    assertThat(PARAMETERS.all())
        .extracting(Parameter::path)
        .allMatch(p -> p.matches("[\\p{Ll}\\p{N}-]+(/[\\p{Ll}\\p{N}-]+)+"));
    assertThat(PARAMETERS.under("staff-costs/social-worker")).hasSize(10);
  }

  private static Set<String> differences(BookInputs changed) {
    Function<ParameterCatalogue, Set<String>> told =
        c -> c.all().stream().map(p -> p.path() + " " + p.value()).collect(Collectors.toSet());
    Set<String> before = told.apply(PARAMETERS);
    return told.apply(ParameterCatalogue.of(changed)).stream()
        .filter(p -> !before.contains(p))
        .map(p -> p.substring(0, p.indexOf(' ')))
        .collect(Collectors.toSet());
  }
}
