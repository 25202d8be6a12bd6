package org.homeward.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
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
import java.util.Objects;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.ParameterHistory;
import org.homeward.loader.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** Every number of a cost book by its path. */
@Controller("/api/cost-books/{id}/parameters")
@ExecuteOn(TaskExecutors.BLOCKING)
class ParameterController {

  private static final String CSV = "text/csv";

  private final BookShelf shelf;

  ParameterController(BookShelf shelf) {
    this.shelf = shelf;
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
  @Get
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
  @Get("/{path:.+}")
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
