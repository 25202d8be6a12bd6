package org.homeward.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.homeward.intake.CohortJobs;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;

/** The histories of a finished cohort, which are never kept: read again from the same files. */
@Controller("/api/cohorts/{id}/histories")
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortHistoriesController {

  private final CurrentCatalogue current;
  private final CohortStore store;
  private final CohortJobs jobs;

  CohortHistoriesController(CurrentCatalogue current, CohortStore store, CohortJobs jobs) {
    this.current = current;
    this.store = store;
    this.jobs = jobs;
  }

  @Operation(
      operationId = "openCohort",
      summary =
          "Send the files and the key of a finished cohort again, so that its histories are in"
              + " memory as they were",
      description =
          "For part months, what-ifs and roads after a restart, since the full date of birth that"
              + " they need is never kept. Answers when they are read; nothing more is kept of"
              + " them. Files, fees, options and key must be those of the cohort; name, by and"
              + " catalogue are left out.",
      tags = "cohorts")
  @ApiResponse(
      responseCode = "200",
      description = "Its histories are in memory",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CohortResponses.CohortResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description =
          "These are not the files, fees, options and key of the cohort, or it is not finished",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @OfReturns
  @Absent
  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> open(String id, @Body MultipartBody body) {
    try (CohortUpload upload = CohortUpload.of(body)) {
      StoredCohort cohort = CohortController.find(store, id);
      return jobs.open(id, upload.submission(current.at(cohort.catalogue())))
          ? HttpResponse.ok(CohortResponses.CohortResponse.of(cohort, jobs))
          : CohortController.tooMany();
    }
  }
}
