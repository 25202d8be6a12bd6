package org.homeward.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.GroupCosts;
import org.homeward.cohort.GroupExplanations;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Why a figure of a cohort is what it is: of a group of children, or of one child. */
@Controller("/api/cohorts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortExplainController {

  private final CohortJobs jobs;

  CohortExplainController(CohortJobs jobs) {
    this.jobs = jobs;
  }

  @Operation(
      operationId = "explainCohort",
      summary = "Why a group of children costs what it costs: any figure of a table of costs",
      description =
          "Down to nights at each fee and processes by kind of case, and on to minutes, salaries"
              + " and sources. With suppress small numbers are kept back: then fees and kinds of"
              + " case are not told apart, and a figure that is kept back is not explained.",
      tags = "explanations")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      description = "Dimensions of the table, with commas between; none for the whole cohort",
      schema = @Schema(type = "string"),
      example = "placement,provider")
  @Parameter(
      name = "group",
      in = ParameterIn.QUERY,
      description = "A value of each of them, in their order; all for any",
      schema = @Schema(type = "string"),
      example = "foster,agency")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = "total (default), a component, nights, mean-per-child or per-night-in-care",
      schema = @Schema(type = "string"),
      example = "placement")
  @Refusable
  @Absent
  @Get("/explain")
  ExplanationResponses.ExplanationResponse group(
      String id,
      @QueryValue(defaultValue = "") String by,
      @QueryValue(defaultValue = "") String group,
      @QueryValue(defaultValue = GroupExplanations.TOTAL) String figure,
      @QueryValue(defaultValue = "false") boolean suppress) {
    Problems problems = new Problems();
    List<Dimension> dimensions = CohortUpload.dimensions(by, problems);
    problems.throwIfAny();
    CohortAnswers.Costed costed = jobs.answers().costed(id, dimensions);
    List<String> values = group.isEmpty() ? List.of() : Arrays.asList(group.split(",", -1));
    GroupCosts meant = GroupExplanations.group(costed.costs(), values, suppress);
    Explanation made = new GroupExplanations(costed.book(), suppress).of(meant, figure);
    return ExplanationResponses.ExplanationResponse.of(StampedBook.of(costed.book()), made);
  }

  @Operation(
      operationId = "explainCohortChild",
      summary = "Why a child costs what it costs: any figure of its ledger",
      description = "While the histories are in memory: days of birth are not kept.",
      tags = "explanations")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description = "total (default), or a component and what is below it",
      schema = @Schema(type = "string"),
      example = "case-management/review")
  @Refusable
  @Absent
  @Get("/children/{pseudonym}/explain")
  ExplanationResponses.ExplanationResponse child(
      String id, String pseudonym, @Nullable @QueryValue String figure) {
    jobs.answers().held(id);
    CohortAnswers.ChildLedger made =
        CohortController.pseudonym(pseudonym)
            .flatMap(p -> jobs.answers().ledger(id, p))
            .orElseThrow(() -> CohortController.noChild(pseudonym));
    Explanation total =
        new ExplanationCalculator(made.book()).total("child " + pseudonym, made.ledger());
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(made.book()),
        figure == null ? total : ExplanationResponses.find(List.of(total), figure));
  }
}
