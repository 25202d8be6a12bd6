package org.homeward.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CompiledBook;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.ParameterHistory;
import org.homeward.loader.SpreadsheetText;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.BookDiffCalculator;
import org.homeward.problem.Problems;
import org.homeward.store.CostBookStore;
import org.jspecify.annotations.Nullable;

/** Cost books: drafted as copies, edited, compared, published; and every number of them. */
@Controller("/api/cost-books")
@ExecuteOn(TaskExecutors.BLOCKING)
class CostBookController {

  private static final String CSV = "text/csv";

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final CostBookStore store;

  CostBookController(BookShelf shelf, CostBookDesk desk, CostBookStore store) {
    this.shelf = shelf;
    this.desk = desk;
    this.store = store;
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
    return CostBookResponses.CostBookDetail.of(book, store.edits(book.entry().id()));
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
    return get(id);
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

  @Operation(
      operationId = "diffCostBooks",
      summary = "Exactly what differs between two books, and what each difference does",
      description =
          "Each difference is put into the first book alone and the unit costs are worked out again; what the differences do only together is told apart, so that everything adds up to the penny.",
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
    OpenBook first = shelf.open(id);
    OpenBook second = shelf.open(other);
    BookDiff diff = BookDiffCalculator.calculate(first.parameters(), second.parameters());
    return CostBookResponses.BookDiffResponse.of(first, second, diff);
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

  @Operation(
      operationId = "listParameters",
      summary = "Every number of a book by its path, as JSON or CSV",
      tags = "cost books")
  @Parameter(
      name = "under",
      in = ParameterIn.QUERY,
      description = "Only paths that begin with these words: staff-costs/social-worker",
      schema = @Schema(type = "string"))
  @Parameter(
      name = "search",
      in = ParameterIn.QUERY,
      description = "Only numbers whose path, name or source has all of these words",
      schema = @Schema(type = "string"))
  @Parameter(
      name = "illustrative",
      in = ParameterIn.QUERY,
      description = "Only illustrative numbers, or only others",
      schema = @Schema(type = "boolean"))
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = CostBookResponses.ParameterList.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  @Refusable
  @Absent
  @Get("/{id}/parameters")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  HttpResponse<?> parameters(
      String id,
      HttpRequest<?> request,
      @Nullable @QueryValue String under,
      @Nullable @QueryValue String search,
      @Nullable @QueryValue Boolean illustrative) {
    OpenBook book = shelf.open(id);
    CostBookResponses.ParameterList list =
        CostBookResponses.ParameterList.of(
            book, ParameterFilter.of(book.parameters(), under, search, illustrative));
    return Accepted.type(request, CSV)
        ? HttpResponse.ok(csv(list)).contentType(CSV)
        : HttpResponse.ok(list);
  }

  @Operation(
      operationId = "getParameter",
      summary = "One number: its values over time, and the books in which it changed",
      tags = "cost books")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CostBookResponses.ParameterDetail.class)))
  @Absent
  @Get("/{id}/parameters/{path:.+}")
  CostBookResponses.ParameterDetail parameter(String id, String path) {
    OpenBook book = shelf.open(id);
    org.homeward.parameter.Parameter found = ById.find(path, book.parameters()::at);
    return CostBookResponses.ParameterDetail.of(
        book, found, book.parameters().series(found), ParameterHistory.of(book, path, shelf));
  }

  private static String csv(CostBookResponses.ParameterList list) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "path",
          "name",
          "unit",
          "value",
          "price_year",
          "from",
          "until",
          "source",
          "illustrative",
          "note",
          "instead_of");
      for (CostBookResponses.ParameterResponse p : list.parameters()) {
        csv.writeRecord(
            p.path(),
            SpreadsheetText.neutral(p.name()),
            p.unit(),
            p.value().toPlainString(),
            Objects.requireNonNullElse(p.priceYear(), ""),
            Objects.requireNonNullElse(p.from(), ""),
            Objects.requireNonNullElse(p.until(), ""),
            SpreadsheetText.neutral(p.source()),
            Boolean.toString(p.illustrative()),
            SpreadsheetText.neutral(p.note()),
            Objects.requireNonNullElse(p.insteadOf(), ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }
}
