package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.OpenBook;
import org.homeward.problem.Problems;
import org.homeward.store.BookEditStore;
import org.jspecify.annotations.Nullable;

/** Cost books: the list, one of them, and what several differ in. */
@Controller("/api/cost-books")
@ExecuteOn(TaskExecutors.BLOCKING)
class CostBookController {

  private final BookShelf shelf;
  private final BookEditStore edits;

  CostBookController(BookShelf shelf, BookEditStore edits) {
    this.shelf = shelf;
    this.edits = edits;
  }

  @Operation(
      operationId = "listCostBooks",
      summary = "The cost books, by name and number",
      tags = "cost books")
  @OneType
  @Get
  List<CostBookResponses.CostBookResponse> list() {
    return shelf.list().stream().map(CostBookResponses.CostBookResponse::of).toList();
  }

  @Operation(
      operationId = "getCostBook",
      summary = "One book: its conventions, and who edited it, when and why",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.CostBookDetail.class)))
  @Absent
  @Get("/{id}")
  CostBookResponses.CostBookDetail get(String id) {
    OpenBook book = shelf.open(id);
    return CostBookResponses.CostBookDetail.of(book, edits.edits(book.entry().id()));
  }

  @Operation(
      operationId = "diffCostBooks",
      summary = "Exactly what differs between two books, and what each difference does",
      description =
          "Each difference is put into the first book alone and the unit costs are worked out again, without and with every combination of variations, and what is paid by the fee or the price that it is of; what the differences do only together is told apart, so that everything adds up to the penny. Files are compared line by line.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.BookDiffResponse.class)))
  @Absent
  @Get("/{id}/diff/{other}")
  CostBookResponses.BookDiffResponse diff(String id, String other) {
    return CostBookResponses.BookDiffResponse.of(shelf.open(id), shelf.open(other));
  }

  @Operation(
      operationId = "listBookUnitCosts",
      summary = "The unit costs of a book in prices of several years",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VariationResponses.UnitCostsResponse.class)))
  @InPriceYears
  @Refusable
  @Absent
  @Get("/{id}/unit-costs")
  VariationResponses.UnitCostsResponse unitCosts(
      String id, @Nullable @QueryValue String priceYears) {
    OpenBook book = shelf.open(id);
    CompiledBook compiled = new CompiledBook(book.book());
    Problems problems = new Problems();
    List<CompiledBook> inYears = new ArrayList<>(List.of(compiled));
    inYears.addAll(PriceYears.books(priceYears, compiled, problems));
    problems.throwIfAny();
    return VariationResponses.UnitCostsResponse.of(book.entry(), inYears);
  }
}
