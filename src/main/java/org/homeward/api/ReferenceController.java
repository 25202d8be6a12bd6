package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.homeward.costbook.CostBook;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The inputs of every answer: the catalogue's stamp, staff costs, surveys and estimates. */
@Controller("/api")
class ReferenceController {

  private final CurrentCatalogue current;

  ReferenceController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "getCatalogue",
      summary = "What answers are made from",
      tags = "reference")
  @Get("/catalogue")
  Responses.Stamp catalogue() {
    return Responses.Stamp.of(current.book().book(), true);
  }

  @Operation(
      operationId = "listStaffCosts",
      summary = "What an hour of each role costs, line by line",
      tags = "reference")
  @Get("/staff-costs")
  List<Responses.StaffCostResponse> staffCosts() {
    return current.book().book().hourlyCosts().stream()
        .map(Responses.StaffCostResponse::of)
        .toList();
  }

  @Operation(operationId = "listSurveys", summary = "The time-use surveys", tags = "reference")
  @Get("/surveys")
  List<Responses.SurveyResponse> surveys() {
    return current.catalogue().surveys().stream().map(Responses.SurveyResponse::of).toList();
  }

  @Operation(
      operationId = "listTimeUse",
      summary = "The estimates of minutes with their statistics",
      tags = "reference")
  @ApiResponse(
      responseCode = "400",
      description = "The question cannot be answered; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Get("/time-use")
  List<Responses.EstimateResponse> timeUse(@Nullable @QueryValue String process) {
    CostBook book = current.book().book();
    if (process != null && book.findProcess(process).isEmpty()) {
      throw new InputException(
          Problem.of(
              "process",
              process,
              "There is no process of this id.",
              "See /api/processes for the ids."));
    }
    return book.timeUse().estimates().stream()
        .filter(e -> process == null || e.cell().process().equals(process))
        .map(Responses.EstimateResponse::of)
        .toList();
  }

  @Operation(
      operationId = "listFees",
      summary = "The placement fees, with their dates, sources and what they include",
      tags = "reference")
  @Get("/fees")
  List<Responses.FeeResponse> fees() {
    return current.book().book().fees().rows().stream().map(Responses.FeeResponse::of).toList();
  }

  @Operation(
      operationId = "listPrices",
      summary = "The prices of supports, allowances, legal and one-off costs",
      tags = "reference")
  @Get("/prices")
  List<Responses.PriceResponse> prices() {
    return current.book().book().prices().rows().stream().map(Responses.PriceResponse::of).toList();
  }
}
