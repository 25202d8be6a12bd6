package org.homeward.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.costbook.CompiledBook;
import org.homeward.intake.EstimateDesk;
import org.homeward.problem.Problems;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/** Estimate sets: drafted, edited, published for good, compared. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class EstimateSetController {

  private final CurrentCatalogue current;
  private final EstimateDesk desk;
  private final EstimateSetStore store;

  EstimateSetController(CurrentCatalogue current, EstimateDesk desk, EstimateSetStore store) {
    this.current = current;
    this.desk = desk;
    this.store = store;
  }

  /** What a draft is to be made of; an edit names the edition that was read. */
  @Serdeable
  record EstimateSetRequest(
      @Nullable String name,
      @Nullable String note,
      @Nullable List<String> methods,
      @Nullable List<String> surveys,
      @Nullable Integer edition) {}

  @Operation(
      operationId = "listEstimateSets",
      summary = "The estimate sets, drafts and published ones",
      tags = "estimates")
  @OneType
  @Get("/estimate-sets")
  List<EstimateSetResponses.EstimateSetResponse> list() {
    return store.list().stream().map(EstimateSetResponses.EstimateSetResponse::of).toList();
  }

  @Operation(
      operationId = "draftEstimateSet",
      summary = "Begin a draft: which surveys, which methods",
      tags = "estimates")
  @ApiResponse(
      responseCode = "201",
      description = "The draft",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetResponse.class)))
  @Refusable
  @Post("/estimate-sets")
  @Status(HttpStatus.CREATED)
  EstimateSetResponses.EstimateSetResponse draft(@Body EstimateSetRequest request) {
    Problems problems = new Problems();
    Set<Method> methods = methods(request.methods(), problems);
    problems.throwIfAny();
    return EstimateSetResponses.EstimateSetResponse.of(
        desk.draft(
            request.name() == null ? "" : request.name(),
            request.note() == null ? "" : request.note(),
            methods,
            Fields.orEmpty(request.surveys(), "surveys")));
  }

  private static Set<Method> methods(@Nullable List<String> codes, Problems problems) {
    if (codes == null || codes.isEmpty()) {
      return EnumSet.allOf(Method.class);
    }
    EnumSet<Method> methods = EnumSet.noneOf(Method.class);
    for (int i = 0; i < codes.size(); i++) {
      Method method = Fields.code(codes.get(i), "methods[" + i + "]", Method::of, problems);
      if (method != null) {
        methods.add(method);
      }
    }
    return methods;
  }

  @Operation(
      operationId = "getEstimateSet",
      summary = "One set with its estimates; of a draft those it would have now",
      tags = "estimates")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetDetail.class)))
  @Absent
  @Get("/estimate-sets/{id}")
  EstimateSetResponses.EstimateSetDetail get(String id) {
    EstimateSetEntry entry = desk.set(id);
    EstimateSet set = entry.isPublished() ? current.estimateSet(entry.id()) : desk.estimates(entry);
    return EstimateSetResponses.EstimateSetDetail.of(entry, set);
  }

  @Operation(
      operationId = "editEstimateSet",
      summary = "Edit a draft; the request names the edition that was read",
      tags = "estimates")
  @ApiResponse(
      responseCode = "200",
      description = "The next edition",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Put("/estimate-sets/{id}")
  HttpResponse<?> edit(String id, @Body EstimateSetRequest request) {
    EstimateSetEntry before = desk.set(id);
    Problems problems = new Problems();
    String name = request.name() == null ? before.name() : request.name();
    Set<Method> methods =
        request.methods() == null ? before.methods() : methods(request.methods(), problems);
    Integer edition = request.edition();
    if (edition == null) {
      problems.add(
          "edition", null, "The edition is missing.", "Give the edition of the draft you read.");
    }
    if (name.isBlank()) {
      problems.add("name", name, "The set has no name.", "Give it one.");
    }
    problems.throwIfAny();
    EstimateSetEntry next =
        new EstimateSetEntry(
            id,
            name,
            request.note() == null ? before.note() : request.note(),
            methods,
            request.surveys() == null ? before.surveys() : request.surveys(),
            1 + (edition == null ? 0 : edition),
            before.createdAt(),
            null,
            null);
    return desk.edit(next)
        ? HttpResponse.ok(EstimateSetResponses.EstimateSetResponse.of(desk.set(id)))
        : contested(desk.set(id), "/api/estimate-sets/" + id);
  }

  @Operation(
      operationId = "publishEstimateSet",
      summary = "Publish a draft: it never changes after that",
      tags = "estimates")
  @ApiResponse(
      responseCode = "200",
      description = "The published set",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetResponse.class)))
  @Refusable
  @Absent
  @Contested
  @Post("/estimate-sets/{id}/publish")
  HttpResponse<?> publish(String id, @Nullable @QueryValue Integer edition) {
    EstimateSetEntry draft = desk.set(id);
    boolean asRead = edition == null || edition == draft.edition();
    return asRead && !draft.isPublished() && desk.publish(draft)
        ? HttpResponse.ok(EstimateSetResponses.EstimateSetResponse.of(desk.set(id)))
        : contested(desk.set(id), "/api/estimate-sets/" + id + "/publish");
  }

  @Operation(operationId = "deleteEstimateSet", summary = "Take a draft away", tags = "estimates")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Absent
  @Contested
  @Delete("/estimate-sets/{id}")
  HttpResponse<?> delete(String id) {
    EstimateSetEntry entry = desk.set(id);
    return store.deleteDraft(id)
        ? HttpResponse.noContent()
        : contested(entry, "/api/estimate-sets/" + id);
  }

  private static HttpResponse<?> contested(EstimateSetEntry now, String path) {
    ProblemResponse.Detail detail =
        now.isPublished()
            ? new ProblemResponse.Detail(
                "id",
                now.id(),
                "The set is published, and a published set never changes.",
                "Begin a new draft.")
            : new ProblemResponse.Detail(
                "edition",
                "" + now.edition(),
                "The draft was edited in the meantime: it has edition " + now.edition() + " now.",
                "Read it again, and send your change with that edition.");
    return ProblemResponse.answer(HttpStatus.CONFLICT, path, List.of(detail));
  }

  @Operation(
      operationId = "compareEstimateSets",
      summary = "Two published sets side by side, in minutes and pounds for each process",
      tags = "estimates")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetComparison.class)))
  @Refusable
  @OfVersion
  @Get("/estimate-sets/{id}/compare/{other}")
  EstimateSetResponses.EstimateSetComparison compare(
      String id, String other, @Nullable @QueryValue String catalogue) {
    return EstimateSetResponses.EstimateSetComparison.of(
        book(id, catalogue), book(other, catalogue));
  }

  private CompiledBook book(String set, @Nullable String catalogue) {
    return current.bookWith(catalogue, ComparisonRequests.Overrides.ofEstimateSet(set)).book();
  }
}
