package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.homeward.costbook.CompiledBook;
import org.homeward.intake.EstimateDesk;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/** Estimate sets: drafted, published for good, exchanged, compared; and the work they stand for. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class EstimateSetController {

  static final String ZIP = "application/zip";
  private static final int MOST_FILES = 10;
  private static final int MOST_BYTES = 8 << 20;

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

  /** How often each process happens in a year, and by which estimates. */
  @Serdeable
  record WorkloadRequest(
      @Nullable Map<String, BigDecimal> occurrences, Requests.@Nullable Overrides overrides) {}

  @Operation(
      operationId = "listEstimateSets",
      summary = "The estimate sets, drafts and published ones",
      tags = "estimates")
  @ApiResponse(
      responseCode = "406",
      description = "There is no answer of the type that was asked for",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
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
            Requests.orEmpty(request.surveys())));
  }

  private static Set<Method> methods(@Nullable List<String> codes, Problems problems) {
    if (codes == null || codes.isEmpty()) {
      return EnumSet.allOf(Method.class);
    }
    EnumSet<Method> methods = EnumSet.noneOf(Method.class);
    for (int i = 0; i < codes.size(); i++) {
      Method method = Requests.code(codes.get(i), "methods[" + i + "]", Method::of, problems);
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
    EstimateSetEntry entry = entry(id);
    EstimateSet set = entry.isPublished() ? current.estimateSet(entry.id()) : desk.estimates(entry);
    return EstimateSetResponses.EstimateSetDetail.of(entry, set);
  }

  private EstimateSetEntry entry(String id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "id",
                        id,
                        "There is no estimate set of this id.",
                        "See /api/estimate-sets for the ids.")));
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
    EstimateSetEntry before = entry(id);
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
        ? HttpResponse.ok(EstimateSetResponses.EstimateSetResponse.of(entry(id)))
        : contested(entry(id), "/api/estimate-sets/" + id);
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
    EstimateSetEntry draft = entry(id);
    boolean asRead = edition == null || edition == draft.edition();
    return asRead && !draft.isPublished() && desk.publish(draft)
        ? HttpResponse.ok(EstimateSetResponses.EstimateSetResponse.of(entry(id)))
        : contested(entry(id), "/api/estimate-sets/" + id + "/publish");
  }

  @Operation(operationId = "deleteEstimateSet", summary = "Take a draft away", tags = "estimates")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @Absent
  @Contested
  @Delete("/estimate-sets/{id}")
  HttpResponse<?> delete(String id) {
    EstimateSetEntry entry = entry(id);
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
    return HttpResponse.status(HttpStatus.CONFLICT)
        .contentType(MediaType.of(ProblemResponse.MEDIA_TYPE))
        .body(ProblemResponse.of(HttpStatus.CONFLICT, path, List.of(detail)));
  }

  @Operation(
      operationId = "exportEstimateSet",
      summary = "A published set as a Frictionless data package, zipped",
      tags = "estimates")
  @ApiResponse(
      responseCode = "200",
      description = "The package",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  @Refusable
  @Absent
  @Get("/estimate-sets/{id}/data-package")
  @Produces(ZIP)
  HttpResponse<byte[]> export(String id) {
    EstimateSetEntry entry = entry(id);
    if (!entry.isPublished()) {
      throw new InputException(
          Problem.of("set", id, "The set is a draft.", "Publish it before you export it."));
    }
    return HttpResponse.ok(zip(store.files(id)))
        .contentType(ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + entry.id() + ".zip\"");
  }

  private static byte[] zip(SortedMap<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0); // the same set gives the same bytes
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A package in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  @Operation(
      operationId = "importEstimateSet",
      summary = "Keep a set that another council published",
      tags = "estimates")
  @ApiResponse(
      responseCode = "201",
      description = "It is kept, byte for byte",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EstimateSetResponses.EstimateSetResponse.class)))
  @Refusable
  @Post("/estimate-sets/import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Status(HttpStatus.CREATED)
  EstimateSetResponses.EstimateSetResponse bring(@Part CompletedFileUpload file) {
    return EstimateSetResponses.EstimateSetResponse.of(desk.bring(unzip(file)));
  }

  private static Map<String, String> unzip(CompletedFileUpload file) {
    SortedMap<String, String> files = new TreeMap<>();
    int left = MOST_BYTES;
    try (InputStream in = file.getInputStream();
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0 || files.size() >= MOST_FILES) {
          throw unreadable("It holds more than a data package of estimates can.");
        }
        files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
      throw unreadable("This is not a whole zip file.");
    } catch (IOException e) {
      throw new UncheckedIOException("The upload cannot be read", e);
    }
    if (files.isEmpty()) {
      throw unreadable("This is not a zip file.");
    }
    return files;
  }

  private static InputException unreadable(String reason) {
    return new InputException(
        Problem.of("file", null, reason, "Send the data package as it was exported."));
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
    return current.bookWith(catalogue, Requests.Overrides.ofEstimateSet(set));
  }

  @Operation(
      operationId = "calculateWorkload",
      summary = "Hours and full-time equivalents by role for so many processes a year",
      description =
          "Of a process that runs over time, its weeks, months or years are counted: see per at"
              + " /api/processes.",
      tags = "estimates")
  @Refusable
  @OfVersion
  @Post("/workload")
  EstimateSetResponses.WorkloadResponse workload(
      @Body WorkloadRequest request, @Nullable @QueryValue String catalogue) {
    CompiledBook book = current.bookWith(catalogue, request.overrides());
    Map<String, BigDecimal> asked =
        request.occurrences() == null ? Map.of() : request.occurrences();
    Problems problems = new Problems();
    if (asked.isEmpty()) {
      problems.add(
          "occurrences",
          null,
          "No process is named.",
          "Say how often each happens in a year, for instance {\"review\": 400}.");
    }
    Map<UnitCost, BigDecimal> occurrences = new LinkedHashMap<>();
    boolean illustrative = false;
    for (Map.Entry<String, BigDecimal> one : asked.entrySet()) {
      UnitCost cost = cost(book, one.getKey(), one.getValue(), problems);
      if (cost != null) {
        occurrences.put(cost, one.getValue());
        illustrative |= cost.illustrative();
      }
    }
    problems.throwIfAny();
    return new EstimateSetResponses.WorkloadResponse(
        Responses.Stamp.of(book.book(), illustrative),
        Workload.of(occurrences, book.book().hourlyCosts()).stream()
            .map(EstimateSetResponses.RoleWorkload::of)
            .toList());
  }

  private static @Nullable UnitCost cost(
      CompiledBook book, String process, @Nullable BigDecimal count, Problems problems) {
    if (count == null || count.signum() < 0 || count.precision() > 12 || count.scale() > 6) {
      problems.add(
          "occurrences." + process,
          count,
          "The number must be between 0 and 999,999, with at most six decimals.",
          "Give how often the process happens in a year.");
      return null;
    }
    try {
      return book.process(process).unitCost(0);
    } catch (InputException e) {
      e.problems().forEach(p -> problems.add(p.within("occurrences")));
      return null;
    }
  }
}
