package org.homeward.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.homeward.allowance.Household;
import org.homeward.allowance.MeansTest;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.MeansTestExplanation;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Allowances of special guardians and adopters after the standard means test. */
@Controller("/api/allowances")
class AllowanceController {

  private final CurrentCatalogue current;

  AllowanceController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "testMeans",
      summary = "What is left of an allowance after the standard means test, step by step",
      description =
          "Income less the disregard, less housing, other and core expenditure, is disposable; half"
              + " of it is taken off the most that can be paid. The household is not kept.",
      tags = "reference")
  @Refusable
  @OfVersion
  @Post("/means-test")
  MeansTestResponse meansTest(
      @Body AllowanceRequests.MeansTestRequest request, @Nullable @QueryValue String catalogue) {
    Tested tested = tested(request, current.at(catalogue).book());
    return MeansTestResponse.of(tested.test(), tested.most());
  }

  @Operation(
      operationId = "explainMeansTest",
      summary = "Why so much is left of an allowance, down to what the household has and spends",
      description = "All in pounds a month. The household is not kept.",
      tags = "explanations")
  @Refusable
  @OfVersion
  @Post("/means-test/explain")
  ExplanationResponses.ExplanationResponse explain(
      @Body AllowanceRequests.MeansTestRequest request, @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.at(catalogue).book();
    Tested tested = tested(request, book);
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(book),
        MeansTestExplanation.of(tested.test(), tested.most().item(), tested.most().source()));
  }

  private record Tested(MeansTest test, Most most) {}

  private static Tested tested(AllowanceRequests.MeansTestRequest request, CompiledBook book) {
    Problems problems = new Problems();
    LocalDate day = Fields.date(request.date(), "date", problems);
    AllowanceRequests.HouseholdRequest household = request.household();
    if (household == null) {
      problems.add("household", null, "The household is missing.", "Say what it has and spends.");
    }
    MeansTest test =
        household == null || day == null
            ? null
            : AllowanceRequests.meansTest(household, "household", day, book, problems);
    Most most = day == null ? null : most(request, day, book, problems);
    problems.throwIfAny();
    if (test == null || most == null) {
      throw new IllegalStateException("What is missing was told");
    }
    return new Tested(test, most);
  }

  /** The most that can be paid; without a source where it was stated. */
  private record Most(Household.Item item, @Nullable Provenance source) {}

  private static @Nullable Most most(
      AllowanceRequests.MeansTestRequest request,
      LocalDate day,
      CompiledBook book,
      Problems problems) {
    AllowanceRequests.HouseholdItem stated = request.maximum();
    String item = request.item();
    if ((stated == null) == (item == null)) {
      problems.add(
          "maximum",
          null,
          "Either the most that can be paid or the item of the price list must be said.",
          "Give maximum, or item with the child's age: sgo-allowance or adoption-allowance.");
      return null;
    }
    if (stated != null) {
      Household.Item most = AllowanceRequests.item(stated, "maximum", "maximum", problems);
      return most == null ? null : new Most(most, null);
    }
    Integer age = request.age();
    if (age == null || age < 0 || age > 24) {
      problems.add("age", age, "The child's age must be between 0 and 24.", "Give whole years.");
      return null;
    }
    PriceRow row =
        problems.attempt(
            "item",
            item,
            "Name an allowance.",
            () -> book.book().prices().at(item == null ? "" : item, day, age));
    if (row == null) {
      return null;
    }
    Rate.Per per = row.per();
    if (per == null) {
      problems.add("item", item, "This is paid once and not tested.", "Name an allowance.");
      return null;
    }
    return new Most(new Household.Item(row.label(), row.amount(), per), row.provenance());
  }

  /** What the means test comes to; pounds a month, steps in their order. */
  @Serdeable
  record MeansTestResponse(
      String rulesFrom,
      List<MeansTestStep> steps,
      BigDecimal disposableIncome,
      BigDecimal contribution,
      String maximumName,
      BigDecimal maximum,
      BigDecimal allowance,
      BigDecimal allowanceAWeek,
      boolean illustrative,
      List<String> sources,
      String note) {

    static MeansTestResponse of(MeansTest test, Most most) {
      Money aMonth = most.item().aMonth();
      Money allowance = test.allowance(aMonth);
      Provenance rules = test.rules().provenance();
      Provenance price = most.source();
      return new MeansTestResponse(
          test.rules().from().toString(),
          test.steps().stream()
              .map(s -> new MeansTestStep(s.name(), s.amount().rounded(2), s.working()))
              .toList(),
          test.disposable().rounded(2),
          test.contribution().rounded(2),
          most.item().name(),
          aMonth.rounded(2),
          allowance.rounded(2),
          Rate.of(allowance, Rate.Per.MONTH).amountPer(Rate.Per.WEEK).rounded(2),
          rules.illustrative() || (price != null && price.illustrative()),
          price == null ? List.of(rules.source()) : List.of(rules.source(), price.source()),
          rules.note());
    }
  }

  /** A step of the means test, pounds a month, with its working. */
  @Serdeable
  record MeansTestStep(String name, BigDecimal amount, String working) {}
}
