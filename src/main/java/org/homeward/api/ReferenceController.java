package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.homeward.costbook.CostBook;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The inputs of every answer: the catalogue's stamp, estimates, fees and prices. */
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
  @OfVersion
  @Get("/catalogue")
  Stamp catalogue(@Nullable @QueryValue String catalogue) {
    return Stamp.of(current.at(catalogue).book().book(), true);
  }

  @Operation(
      operationId = "getCatalogueFiles",
      summary = "The files that a version of the catalogue is made of",
      tags = "reference")
  @OfVersion
  @Get("/catalogue/files")
  CatalogueFilesResponse files(@Nullable @QueryValue String catalogue) {
    return CatalogueFilesResponse.of(current.files(catalogue));
  }

  @Operation(
      operationId = "listTimeUse",
      summary = "The estimates of minutes with their statistics",
      tags = "reference")
  @Refusable
  @OfVersion
  @Get("/time-use")
  List<EstimateResponse> timeUse(
      @Nullable @QueryValue String process, @Nullable @QueryValue String catalogue) {
    CostBook book = current.at(catalogue).book().book();
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
        .map(EstimateResponse::of)
        .toList();
  }

  @Operation(
      operationId = "listFees",
      summary = "The placement fees, with their dates, sources and what they include",
      tags = "reference")
  @OfVersion
  @Get("/fees")
  List<FeeResponses.FeeResponse> fees(@Nullable @QueryValue String catalogue) {
    return current.at(catalogue).book().book().fees().rows().stream()
        .map(FeeResponses.FeeResponse::of)
        .toList();
  }

  @Operation(
      operationId = "listPrices",
      summary = "The prices of supports, allowances, legal and one-off costs",
      tags = "reference")
  @OfVersion
  @Get("/prices")
  List<FeeResponses.PriceResponse> prices(@Nullable @QueryValue String catalogue) {
    return current.at(catalogue).book().book().prices().rows().stream()
        .map(FeeResponses.PriceResponse::of)
        .toList();
  }
}
