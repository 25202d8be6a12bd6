package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.homeward.loader.Catalogue;
import org.homeward.placement.AuthorityCosts;
import org.homeward.placement.AuthorityFees;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/** What is published of every authority, and the fees that come of it. */
@Controller("/api/authorities")
class AuthorityController {

  private final CurrentCatalogue current;

  AuthorityController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "listAuthorities",
      summary = "Every authority and region of England with published weekly unit costs",
      tags = "reference")
  @OfVersion
  @Get
  List<AuthorityResponse> list(@Nullable @QueryValue String catalogue) {
    return current.at(catalogue).catalogue().authorities().authorities().entrySet().stream()
        .map(e -> AuthorityResponse.of(e.getKey(), e.getValue()))
        .toList();
  }

  @Operation(
      operationId = "getAuthorityFees",
      summary =
          "The published weekly unit costs of an authority in a year, and the fees that come of"
              + " them",
      description =
          "A figure that is missing, zero, or below a third or above three times England's is not"
              + " used: England's stands in, and the answer says so.",
      tags = "reference")
  @Parameter(
      name = "year",
      in = ParameterIn.QUERY,
      description = "Financial year; the last one if left out",
      schema = @Schema(type = "string"),
      example = "2024-25")
  @Refusable
  @OfVersion
  @Get("/{code}/fees")
  AuthorityFeesResponse fees(
      String code, @Nullable @QueryValue String year, @Nullable @QueryValue String catalogue) {
    Catalogue of = current.at(catalogue).catalogue();
    Problems problems = new Problems();
    FinancialYear asked =
        year == null ? null : Fields.code(year, "year", FinancialYear::parse, problems);
    problems.throwIfAny();
    AuthorityCosts costs = of.authorities();
    AuthorityCosts.Authority authority = ById.find(code, c -> costs.figures(c, null)).authority();
    return AuthorityFeesResponse.of(
        costs, figures(costs, authority, asked), of.book().fees().rows());
  }

  private static AuthorityCosts.OfYear figures(
      AuthorityCosts costs, AuthorityCosts.Authority authority, @Nullable FinancialYear year) {
    try {
      return costs.figures(authority.code(), year);
    } catch (InputException e) {
      throw new InputException(
          e.problems().stream()
              .map(p -> new Problem("year", p.value(), p.reason(), p.remedy()))
              .toList());
    }
  }

  /** An authority or region, and the financial years of which something is published. */
  @Serdeable
  record AuthorityResponse(String code, String name, String region, List<String> years) {
    static AuthorityResponse of(AuthorityCosts.Authority authority, List<FinancialYear> years) {
      return new AuthorityResponse(
          authority.code(),
          authority.name(),
          authority.region(),
          years.stream().map(FinancialYear::toString).toList());
    }
  }

  /** What is published of an authority in a year, and the fee rows that come of it. */
  @Serdeable
  record AuthorityFeesResponse(
      String code,
      String name,
      String region,
      String year,
      @Nullable BigDecimal spendOnLookedAfterChildren,
      @Nullable Integer childrenLookedAfter,
      List<AuthorityFigure> figures,
      List<FeeResponses.FeeResponse> fees,
      List<String> notes) {

    static AuthorityFeesResponse of(
        AuthorityCosts costs, AuthorityCosts.OfYear of, List<FeeRow> fees) {
      AuthorityFees made = AuthorityFees.of(fees, costs, of);
      Money spend = of.spend();
      return new AuthorityFeesResponse(
          of.authority().code(),
          of.authority().name(),
          of.authority().region(),
          of.year().toString(),
          spend == null ? null : spend.rounded(0),
          of.children(),
          costs.figures(of).stream().map(AuthorityFigure::of).toList(),
          made.fees().stream()
              .filter(f -> !fees.contains(f))
              .map(FeeResponses.FeeResponse::of)
              .toList(),
          made.notes());
    }
  }

  /** A published figure, pounds a week; status says whether it is used, reason why not. */
  @Serdeable
  record AuthorityFigure(
      String measure,
      String name,
      @Nullable BigDecimal published,
      BigDecimal england,
      BigDecimal used,
      String status,
      String reason,
      String definition,
      String caveat,
      List<String> placements,
      String source,
      String licence) {

    static AuthorityFigure of(AuthorityCosts.Figure figure) {
      AuthorityCosts.Measure measure = figure.measure();
      Money published = figure.published();
      return new AuthorityFigure(
          measure.id(),
          measure.name(),
          published == null ? null : published.rounded(2),
          figure.england().rounded(2),
          figure.used().rounded(2),
          figure.status().code(),
          figure.reason(),
          measure.definition(),
          measure.caveat(),
          measure.covers().stream().map(t -> t.code()).sorted().toList(),
          measure.provenance().source(),
          measure.provenance().note());
    }
  }
}
