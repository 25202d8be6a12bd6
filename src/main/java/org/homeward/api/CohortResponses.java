package org.homeward.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.cohort.CostTable;
import org.homeward.intake.ChildLine;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJob;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CohortReport;
import org.homeward.store.StoredCohort;

/** Cohorts as they travel. */
@SerdeImport(CohortReport.class)
@SerdeImport(CohortReport.FileLine.class)
@SerdeImport(CohortReport.RowsLine.class)
@SerdeImport(CohortReport.ChildrenLine.class)
@SerdeImport(CohortReport.NightsLine.class)
@SerdeImport(CohortReport.FindingsLine.class)
@SerdeImport(CohortReport.ProblemLine.class)
@SerdeImport(CohortReport.FeesLine.class)
@SerdeImport(CohortReport.FeeGapLine.class)
@SerdeImport(ChildLine.class)
@SerdeImport(ChildLine.StayLine.class)
@SerdeImport(ChildLine.SpanLine.class)
@SerdeImport(ChildLine.EventLine.class)
@SerdeImport(ChildLine.MilestoneLine.class)
final class CohortResponses {

  private CohortResponses() {}

  /** A form of returns; the description of what {@link CohortController#begin} reads. */
  record CohortForm(
      @Schema(description = "CSV tables, a zip of them, or XML; as many parts as there are files")
          List<String> files,
      @Schema(
              type = "string",
              format = "binary",
              description =
                  "Fees of single children as CSV: child, from, to, weekly; and if wanted provider,"
                      + " price_year, authority. They win over the fee table")
          @Nullable
          String fees,
      @Schema(
              description =
                  "Your own key for the pseudonyms, at least 16 letters; it is never kept")
          String key,
      @Schema(description = "Whose returns they are, where no column LA and no folder tells")
          @Nullable
          String authority,
      @Schema(description = "What the cohort is called") @Nullable String name,
      @Schema(
              description =
                  "The return of files that do not tell, by the year in which it ends: a.csv=2024,"
                      + " b.csv=2023; or one year for all")
          @Nullable
          String years,
      @Schema(description = "Dimensions with commas, such as placement,need") @Nullable String by,
      @Schema(description = "A gap of so many days after X1 is taken as going on; 7 if not given")
          @Nullable
          String smallGap,
      @Schema(description = "The version of the catalogue; the current one if not given") @Nullable
          String catalogue) {}

  /**
   * A cohort.
   *
   * @param percent of the stage
   * @param count bytes read, children merged or costed
   * @param inMemory whether its histories are: then part months, what-ifs and roads can be asked
   */
  @Serdeable
  record CohortResponse(
      String id,
      String name,
      String state,
      String stage,
      int percent,
      long count,
      String createdAt,
      @Nullable String endedAt,
      String catalogue,
      boolean inMemory,
      CohortReport report) {

    static CohortResponse of(StoredCohort cohort, CohortJobs jobs) {
      CohortJob.At at = jobs.running(cohort.id()).map(CohortJob::at).orElse(CohortJob.DONE);
      return new CohortResponse(
          cohort.id(),
          cohort.name(),
          cohort.state().code(),
          at.stage().code(),
          at.percent(),
          at.count(),
          cohort.createdAt().toString(),
          cohort.endedAt() == null ? null : cohort.endedAt().toString(),
          cohort.catalogue(),
          jobs.answers().isHeld(cohort.id()),
          CohortAnswers.report(cohort));
    }
  }

  /** How far one is. */
  @Serdeable
  record CohortProgressResponse(String state, String stage, int percent, long count) {}

  /**
   * Costs as a table; a cell that is kept back, or that has no answer, is null.
   *
   * @param keys so many columns name the group
   */
  @Serdeable
  record CohortCostsResponse(
      String kind, int keys, List<String> columns, List<CohortCostsRow> rows) {

    static CohortCostsResponse of(CostTable table) {
      return new CohortCostsResponse(
          table.kind().code(),
          table.keys(),
          table.columns().stream().map(CostTable.Column::name).toList(),
          table.rows().stream().map(CohortCostsRow::of).toList());
    }
  }

  /** A row: texts and numbers, as the columns have them. */
  @Serdeable
  record CohortCostsRow(boolean suppressed, List<@Nullable String> cells) {

    static CohortCostsRow of(CostTable.Row row) {
      List<@Nullable String> cells = new ArrayList<>();
      row.cells()
          .forEach(
              c ->
                  cells.add(
                      c == null
                          ? null
                          : c instanceof BigDecimal n ? n.toPlainString() : c.toString()));
      return new CohortCostsRow(row.suppressed(), cells);
    }
  }

  /** Some of the children, by pseudonym. */
  @Serdeable
  record CohortChildrenResponse(List<String> children, @Nullable String after) {}
}
