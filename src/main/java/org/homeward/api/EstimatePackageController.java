package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.homeward.intake.EstimateDesk;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSetEntry;

/** Published estimate sets as data packages: sent to another council, and brought from one. */
@Controller("/api/estimate-sets")
@ExecuteOn(TaskExecutors.BLOCKING)
class EstimatePackageController {

  private static final String ZIP = "application/zip";
  private static final int MOST_FILES = 10;
  private static final int MOST_BYTES = 8 << 20;

  private final EstimateDesk desk;
  private final EstimateSetStore store;

  EstimatePackageController(EstimateDesk desk, EstimateSetStore store) {
    this.desk = desk;
    this.store = store;
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
  @Get("/{id}/data-package")
  @Produces(ZIP)
  HttpResponse<byte[]> export(String id) {
    EstimateSetEntry entry = desk.set(id);
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
  @Post("/import")
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
}
