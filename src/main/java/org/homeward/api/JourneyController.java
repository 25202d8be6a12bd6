package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparison;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.comparison.JourneyExplanations;
import org.homeward.picture.JourneyTimeline;
import org.homeward.picture.Size;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** What did happen against what would have happened with another service. */
@Controller("/api/journeys")
class JourneyController {

  private final CurrentCatalogue current;

  JourneyController(CurrentCatalogue current) {
    this.current = current;
  }

  /** Two journeys; their prices are compared as stated and never re-priced. */
  @Serdeable
  record JourneyComparisonRequest(
      @Nullable String monthLength,
      @Nullable String start,
      @Nullable JourneyRequest actual,
      @Nullable JourneyRequest anticipated,
      @Nullable BigDecimal statedAvoided,
      @Nullable List<String> assumptions) {}

  /** One history. */
  @Serdeable
  record JourneyRequest(@Nullable List<RowRequest> rows, @Nullable BigDecimal statedTotal) {}

  /** A row of one or several stretches; one that runs beside the row before it is concurrent. */
  @Serdeable
  record RowRequest(
      @Nullable String description,
      @Nullable List<StretchRequest> stretches,
      @Nullable Boolean concurrent,
      @Nullable BigDecimal statedTotal) {}

  /**
   * So long at one price; without a price nothing is costed. Per is left out for the price of the
   * whole stretch.
   */
  @Serdeable
  record StretchRequest(
      @Nullable BigDecimal length,
      @Nullable String unit,
      @Nullable BigDecimal price,
      @Nullable String per) {}

  /**
   * Prices are as stated, so that every version gives the same answer: it is only looked whether
   * there is such a version. A timeline as SVG where that is what the caller accepts.
   */
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = JourneyResponses.JourneyComparisonResponse.class)),
        @Content(mediaType = ProcessController.SVG, schema = @Schema(type = "string"))
      })
  @Operation(
      operationId = "compareJourneys",
      summary = "Set an actual history against an anticipated one",
      tags = "journeys")
  @Refusable
  @OfVersion
  @Post("/compare")
  @Produces({MediaType.APPLICATION_JSON, ProcessController.SVG})
  HttpResponse<?> compare(
      HttpRequest<?> asked,
      @Body JourneyComparisonRequest request,
      @Nullable @QueryValue String catalogue) {
    current.at(catalogue);
    Costed costed = Costed.of(request);
    JourneyComparison result = costed.result();
    if (Accepted.type(asked, ProcessController.SVG)) {
      return HttpResponse.ok(
              JourneyTimeline.of(
                  "journeys", "Weeks and costs a week of both journeys", result, Size.WIDE))
          .contentType(ProcessController.SVG);
    }
    return HttpResponse.ok(response(request, costed.months(), result));
  }

  @Operation(
      operationId = "explainJourneys",
      summary = "Why a journey costs what it costs, or how much was avoided, down to its stretches",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "avoided (default), actual, anticipated, or one of these two with / and the number of a row",
      schema = @Schema(type = "string"),
      example = "actual/1")
  @Refusable
  @Post("/explain")
  ExplanationResponses.ExplanationResponse explain(
      @Body JourneyComparisonRequest request,
      @QueryValue(defaultValue = JourneyExplanations.AVOIDED) String figure) {
    Costed costed = Costed.of(request);
    return ExplanationResponses.ExplanationResponse.unstamped(
        new JourneyExplanations(costed.calculator())
            .of(figure, costed.actual(), costed.anticipated(), costed.result()));
  }

  /** Both journeys as a request tells them, and their comparison. */
  record Costed(
      Journey.MonthLength months,
      JourneyComparisonCalculator calculator,
      Journey actual,
      Journey anticipated,
      JourneyComparison result) {

    /**
     * @throws org.homeward.problem.InputException with every problem of the request
     */
    static Costed of(JourneyComparisonRequest request) {
      Problems problems = new Problems();
      Journey.MonthLength months = monthLength(request.monthLength(), problems);
      LocalDate start =
          request.start() == null ? null : Fields.date(request.start(), "start", problems);
      if (months == Journey.MonthLength.CALENDAR && request.start() == null) {
        problems.add(
            "start",
            null,
            "Calendar months have a length only from a date on.",
            "Give start, or monthLength four-weeks.");
      }
      Journey actual = journey("Actual", request.actual(), "actual", problems);
      Journey anticipated = journey("Anticipated", request.anticipated(), "anticipated", problems);
      problems.throwIfAny();
      JourneyComparisonCalculator calculator =
          new JourneyComparisonCalculator(months, start == null ? LocalDate.EPOCH : start);
      return new Costed(
          months,
          calculator,
          actual,
          anticipated,
          calculator.calculate(
              actual,
              anticipated,
              request.statedAvoided() == null ? null : Money.ofPounds(request.statedAvoided())));
    }
  }

  private static JourneyResponses.JourneyComparisonResponse response(
      JourneyComparisonRequest request, Journey.MonthLength months, JourneyComparison result) {
    Pence stated = result.statedAvoided();
    return new JourneyResponses.JourneyComparisonResponse(
        "Homeward",
        Version.VALUE,
        months.code(),
        "as-stated",
        JourneyResponses.JourneyResponse.of(result.actual()),
        JourneyResponses.JourneyResponse.of(result.anticipated()),
        result.avoided().toPounds(),
        stated == null ? null : stated.toPounds(),
        result.findings(),
        Fields.orEmpty(request.assumptions(), "assumptions"));
  }

  private static Journey.MonthLength monthLength(@Nullable String text, Problems problems) {
    for (Journey.MonthLength length : Journey.MonthLength.values()) {
      if (length.code().equals(text)) {
        return length;
      }
    }
    problems.add(
        "monthLength",
        text,
        "It must be said how long a month is.",
        "Write four-weeks or calendar.");
    return Journey.MonthLength.CALENDAR;
  }

  private static Journey journey(
      String name, @Nullable JourneyRequest asked, String where, Problems problems) {
    List<Journey.Row> rows = new ArrayList<>();
    List<RowRequest> asRows =
        asked == null ? List.of() : Fields.orEmpty(asked.rows(), where + ".rows");
    if (asked == null || asRows.isEmpty()) {
      problems.add(where + ".rows", null, "The journey has no rows.", "Give at least one.");
      return new Journey(name, rows, null);
    }
    for (int i = 0; i < asRows.size(); i++) {
      RowRequest row = asRows.get(i);
      String at = where + ".rows[" + i + "]";
      List<Journey.Stretch> stretches = new ArrayList<>();
      List<StretchRequest> asStretches = Fields.orEmpty(row.stretches(), at + ".stretches");
      for (int s = 0; s < asStretches.size(); s++) {
        Journey.Stretch stretch =
            stretch(asStretches.get(s), at + ".stretches[" + s + "]", problems);
        if (stretch != null) {
          stretches.add(stretch);
        }
      }
      Journey.Row made =
          problems.attempt(
              at,
              row.description(),
              "Give the row at least one stretch with its length.",
              () ->
                  new Journey.Row(
                      row.description() == null ? "" : row.description(),
                      stretches,
                      Boolean.TRUE.equals(row.concurrent()),
                      Fields.stated(row.statedTotal(), at + ".statedTotal", problems)));
      if (made != null) {
        rows.add(made);
      }
    }
    return new Journey(
        name, rows, Fields.stated(asked.statedTotal(), where + ".statedTotal", problems));
  }

  private static Journey.@Nullable Stretch stretch(
      StretchRequest asked, String at, Problems problems) {
    Journey.Length.Unit unit = null;
    for (Journey.Length.Unit u : Journey.Length.Unit.values()) {
      if (u.code().equals(asked.unit())) {
        unit = u;
      }
    }
    if (unit == null) {
      problems.add(
          at + ".unit",
          asked.unit(),
          "The unit of the length is missing or unknown.",
          "Write days, weeks or months.");
    }
    BigDecimal length = asked.length();
    if (length == null
        || length.signum() < 0
        || length.compareTo(BigDecimal.valueOf(10_000)) > 0
        || length.scale() > 6) {
      problems.add(
          at + ".length",
          length,
          "The length must be between 0 and 10,000, with at most six decimals.",
          "Give a number.");
      return null;
    }
    Money price =
        asked.price() == null ? null : Fields.money(asked.price(), at + ".price", problems);
    Rate.Per per = asked.per() == null ? null : Fields.per(asked.per(), at + ".per", problems);
    return unit == null
        ? null
        : new Journey.Stretch(
            new Journey.Length(length, unit), price == null ? null : new Journey.Price(price, per));
  }
}
