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
import java.util.List;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.GroupCosts;
import org.homeward.cohort.GroupExplanations;
import org.homeward.cohort.Milestone;
import org.homeward.cohort.MilestoneTable;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
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
      name = "from",
      in = ParameterIn.QUERY,
      description = "First day of the costs; left out, all years that are held",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "The day after the last",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "total (default), COMPONENT, COMPONENT/PROCESS, payer/PAYER, nights, mean-per-child, per-night-in-care, child-p10 to child-p90, hours, hours/ROLE, role/ROLE or full-time/ROLE",
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
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @QueryValue(defaultValue = "false") boolean suppress) {
    CohortAnswers.Costed costed =
        jobs.answers().costed(id, CohortController.asked(by, from, to, "costs", suppress));
    GroupCosts meant = GroupExplanations.group(costed.costs(), Fields.list(group), suppress);
    Explanation made = new GroupExplanations(costed.book(), suppress).of(meant, figure);
    return ExplanationResponses.ExplanationResponse.of(StampedBook.of(costed.book()), made);
  }

  @Operation(
      operationId = "explainMilestones",
      summary = "Why it takes so many days from entry into care to a milestone",
      description =
          "A figure of the table of milestones, while the histories are in memory. With suppress small numbers are kept back.",
      tags = "explanations")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      description = "route, sex, authority or entry-year; none for all children",
      schema = @Schema(type = "string"),
      example = "route")
  @Parameter(
      name = "group",
      in = ParameterIn.QUERY,
      description = "A value of it; left out, all",
      schema = @Schema(type = "string"),
      example = "adopted")
  @Parameter(
      name = "milestone",
      in = ParameterIn.QUERY,
      required = true,
      description = "Code of the milestone, as the table has it",
      schema = @Schema(type = "string"),
      example = "adoption-order")
  @Parameter(
      name = "figure",
      in = ParameterIn.QUERY,
      description =
          "mean-days (default), reached, or p10-days, p25-days, p50-days, p75-days, p90-days",
      schema = @Schema(type = "string"),
      example = "p50-days")
  @Refusable
  @Absent
  @Get("/milestones/explain")
  ExplanationResponses.ExplanationResponse milestone(
      String id,
      @QueryValue(defaultValue = "") String by,
      @QueryValue(defaultValue = CostTable.ALL) String group,
      @Nullable @QueryValue String milestone,
      @QueryValue(defaultValue = "mean-days") String figure,
      @QueryValue(defaultValue = "false") boolean suppress) {
    CohortAnswers.Held held = jobs.answers().held(id);
    Problems problems = new Problems();
    List<Dimension> dimensions = CohortUpload.dimensions(by, problems);
    Milestone of = Fields.code(milestone, "milestone", c -> Coded.of(Milestone.class, c), problems);
    problems.throwIfAny();
    if (of == null) {
      throw new IllegalStateException("What is wrong with it was told");
    }
    return ExplanationResponses.ExplanationResponse.of(
        StampedBook.of(held.book()),
        MilestoneTable.explain(held.histories(), dimensions, suppress, group, of, figure));
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
