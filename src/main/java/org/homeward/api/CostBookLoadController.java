package org.homeward.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.homeward.drafting.AuthorityFeesLoad;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.DraftLoad;
import org.homeward.drafting.EstimateSetLoad;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.PayrollLoad;
import org.homeward.store.BookEditStore;
import org.jspecify.annotations.Nullable;

/**
 * What is brought into a draft in one piece: a payroll, fees of an authority, estimates, a home.
 */
@Controller("/api/cost-books/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CostBookLoadController {

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final BookEditStore edits;
  private final CurrentCatalogue current;

  CostBookLoadController(
      BookShelf shelf, CostBookDesk desk, BookEditStore edits, CurrentCatalogue current) {
    this.shelf = shelf;
    this.desk = desk;
    this.edits = edits;
    this.current = current;
  }

  @Operation(
      operationId = "loadPayroll",
      summary = "Load a payroll into a draft: salaries and agency rates by role",
      description =
          "CSV or XLSX, as /api/staff-costs/payroll reads it (form at /api/staff-costs/payroll/template). Salaries and hours are means weighted by full-time equivalents; they become the rows of that financial year, in one edit. Nobody's pay is kept.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition, and what to know of the load",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.LoadedResponse.class)))
  @Bounded
  @Refusable
  @Absent
  @Contested
  @Post("/payroll")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  CostBookResponses.LoadedResponse payroll(
      String id,
      @Part CompletedFileUpload file,
      @Nullable @Part Integer edition,
      @Nullable @Part String by,
      @Nullable @Part String reason,
      @Nullable @Part String financialYear,
      @Nullable @Part String source,
      @Nullable @Part String ignoreColumns) {
    try (Upload upload = Upload.of(file)) {
      return loaded(
          id,
          edition,
          by,
          reason,
          new PayrollLoad(
              upload.file(),
              financialYear,
              Objects.requireNonNullElse(ignoreColumns, ""),
              Objects.requireNonNullElse(source, "")));
    }
  }

  @Operation(
      operationId = "loadAuthorityFees",
      summary = "Use the published weekly unit costs of an authority as the fees of a draft",
      description =
          "Fee rows that rest on England's figures become rows that rest on the authority's, with its definition and caveats as their note, which answers and reports repeat. Fees from elsewhere stay, and a fee that is loaded or edited later with a source of its own takes the place of the published one. See /api/authorities.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition, and what to know of the figures",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.LoadedResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/authority-fees")
  CostBookResponses.LoadedResponse authorityFees(
      String id, @Body CostBookRequests.AuthorityFeesRequest request) {
    return loaded(
        id,
        request.edition(),
        request.by(),
        request.reason(),
        new AuthorityFeesLoad(
            Objects.requireNonNullElse(request.authority(), ""), request.authorityYear()));
  }

  @Operation(
      operationId = "loadEstimateSet",
      summary = "Let a draft rest on a published estimate set, or on the shipped surveys again",
      description =
          "The files of the set become files of the draft, so that the hash of the book covers them.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.LoadedResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/estimate-set")
  CostBookResponses.LoadedResponse estimateSet(
      String id, @Body CostBookRequests.BookEstimatesRequest request) {
    return loaded(
        id,
        request.edition(),
        request.by(),
        request.reason(),
        new EstimateSetLoad(
            Objects.requireNonNullElse(request.estimateSet(), ""), current::estimateSetFiles));
  }

  @Operation(
      operationId = "loadInHouseProvision",
      summary =
          "Put a home that the authority runs itself into a draft, with the parts of its cost",
      description =
          "The home and its parts – posts, running cost, capital – become rows of the draft, in place of the home or the fee of its kind from the same day. Its fee is made of them whenever the book is put together: posts of a role cost what the book says, so that another salary is another fee. Each number of the home and its parts has a path. See /api/fees/in-house.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition, and what a used night costs",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.LoadedResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/in-house")
  CostBookResponses.LoadedResponse inHouse(
      String id, @Body HomeRequests.InHouseHomeRequest request) {
    return loaded(id, request.edition(), request.by(), request.reason(), request.load());
  }

  @Operation(
      operationId = "listInHouseProvision",
      summary = "The homes that the authority runs itself, with their parts and what they cost",
      description =
          "Of a book or a draft; amounts are stated in their own price years, what they come to a year is in prices of the book.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HomeResponses.HomesResponse.class)))
  @Absent
  @Get("/in-house")
  HomeResponses.HomesResponse homes(String id) {
    OpenBook book = shelf.open(id);
    return HomeResponses.HomesResponse.of(book.entry(), book.book());
  }

  private CostBookResponses.LoadedResponse loaded(
      String id,
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      DraftLoad load) {
    List<String> notes =
        desk.load(
            id,
            CostBookRequests.edition(edition),
            Objects.requireNonNullElse(by, ""),
            Objects.requireNonNullElse(reason, ""),
            load);
    OpenBook book = shelf.open(id);
    return CostBookResponses.LoadedResponse.of(book, edits.edits(book.entry().id()), notes);
  }
}
