package org.homeward.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.OpenBook;
import org.homeward.store.BookEditStore;
import org.jspecify.annotations.Nullable;

/** Drafts of cost books: begun as copies, edited, published, taken away. */
@Controller("/api/cost-books")
@ExecuteOn(TaskExecutors.BLOCKING)
class CostBookDraftController {

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final BookEditStore edits;

  CostBookDraftController(BookShelf shelf, CostBookDesk desk, BookEditStore edits) {
    this.shelf = shelf;
    this.desk = desk;
    this.edits = edits;
  }

  @Operation(
      operationId = "draftCostBook",
      summary = "Begin a draft as a copy of a published book",
      tags = "cost books")
  @ApiResponse(
      responseCode = "201",
      description = "The draft",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.CostBookResponse.class)))
  @Refusable
  @Post
  @Status(HttpStatus.CREATED)
  CostBookResponses.CostBookResponse draft(@Body CostBookRequests.DraftRequest request) {
    return CostBookResponses.CostBookResponse.of(
        desk.draft(
            Objects.requireNonNullElse(request.copyOf(), ""),
            Objects.requireNonNullElse(request.name(), "").strip(),
            Objects.requireNonNullElse(request.note(), ""),
            Objects.requireNonNullElse(request.by(), ""),
            Objects.requireNonNullElse(request.reason(), "")));
  }

  @Operation(
      operationId = "editCostBook",
      summary = "Edit a draft: numbers by their paths, whole files, or both, in one step",
      description =
          "The request names the edition that was read. If somebody else edited the draft since then, nothing is changed and the answer says what they did. The content is checked whole, as at the start of the service.",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.CostBookDetail.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/{id}/edits")
  CostBookResponses.CostBookDetail edit(String id, @Body CostBookRequests.BookEditRequest request) {
    desk.edit(id, request.read());
    OpenBook book = shelf.open(id);
    return CostBookResponses.CostBookDetail.of(book, edits.edits(book.entry().id()));
  }

  @Operation(
      operationId = "publishCostBook",
      summary = "Publish a draft: it never changes after that, and is in force for its name",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The published book",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.CostBookResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/{id}/publish")
  CostBookResponses.CostBookResponse publish(
      String id, @Body CostBookRequests.PublishRequest request) {
    return CostBookResponses.CostBookResponse.of(
        desk.publish(
            id,
            CostBookRequests.edition(request.edition()),
            Objects.requireNonNullElse(request.by(), ""),
            Objects.requireNonNullElse(request.reason(), "")));
  }

  @Operation(operationId = "deleteCostBook", summary = "Take a draft away", tags = "cost books")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Refusable
  @Absent
  @Contested
  @Delete("/{id}")
  HttpResponse<?> delete(String id, @Nullable @QueryValue Integer edition) {
    desk.delete(id, CostBookRequests.edition(edition));
    return HttpResponse.noContent();
  }
}
