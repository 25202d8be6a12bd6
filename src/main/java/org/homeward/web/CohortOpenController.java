package org.homeward.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.homeward.api.CohortUpload;
import org.homeward.api.CurrentCatalogue;
import org.homeward.intake.CohortJobs;
import org.homeward.problem.InputException;
import org.homeward.store.StoredCohort;

/** Sends the files and the key of a cohort again, so that its histories are in memory again. */
@Hidden
@Controller("/cohorts/{id}/open")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortOpenController {

  private final CurrentCatalogue current;
  private final CohortJobs jobs;
  private final CohortPages cohorts;
  private final Pages pages;

  CohortOpenController(
      CurrentCatalogue current, CohortJobs jobs, CohortPages cohorts, Pages pages) {
    this.current = current;
    this.jobs = jobs;
    this.cohorts = cohorts;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> form(String id) {
    return pages.orProblems(() -> form(HttpStatus.OK, cohorts.find(id), Form.EMPTY));
  }

  private HttpResponse<?> form(HttpStatus status, StoredCohort cohort, Form form) {
    return pages.page(status, "cohort-open.jte", Map.of("cohort", cohort, "form", form));
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> open(String id, @Body MultipartBody body) {
    try (CohortUpload upload = CohortUpload.of(body)) {
      return pages.orProblems(
          () -> {
            StoredCohort cohort = cohorts.find(id);
            try {
              if (jobs.open(id, upload.submission(current.at(cohort.catalogue())))) {
                return Pages.seeOther("/cohorts/" + id);
              }
              throw CohortPages.tooMany();
            } catch (InputException e) {
              return form(
                  HttpStatus.BAD_REQUEST, cohort, Form.posted(upload.shown()).with(e.problems()));
            }
          });
    }
  }
}
