package org.homeward.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.homeward.intake.Checked;
import org.homeward.intake.Conversion;
import org.homeward.intake.LoadJobs;
import org.homeward.intake.SurveyDesk;
import org.homeward.timeuse.LoadedSurvey;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.SurveyDescription;

/** What is told about surveys and about loading them. */
final class SurveyResponses {

  private SurveyResponses() {}

  /** A survey: bundled with the catalogue, or loaded by users. */
  @Serdeable
  record SurveyResponse(
      String id,
      String source,
      String title,
      String authority,
      String method,
      String dates,
      int answers,
      int respondents,
      boolean includesNonCaseRelatedTime,
      boolean illustrative,
      String note,
      @Nullable String instrument,
      @Nullable String contactRole,
      @Nullable Boolean priceNeutral,
      @Nullable String fileName,
      @Nullable String sha256,
      @Nullable Instant loadedAt) {

    static SurveyResponse of(Survey s) {
      return new SurveyResponse(
          s.id(),
          "bundled",
          s.title(),
          s.authority(),
          s.method().code(),
          s.dates(),
          s.answers().size(),
          (int) s.answers().stream().map(a -> a.respondent()).distinct().count(),
          s.includesNonCaseRelatedTime(),
          s.illustrative(),
          s.note(),
          null,
          null,
          null,
          null,
          null,
          null);
    }

    static SurveyResponse of(LoadedSurvey s) {
      SurveyDescription about = s.description();
      return new SurveyResponse(
          s.id(),
          "loaded",
          about.title(),
          about.authority(),
          about.method().code(),
          about.dates(),
          s.answers(),
          s.respondents(),
          about.includesNonCaseRelatedTime(),
          about.illustrative(),
          about.note(),
          about.instrument(),
          about.contactRole(),
          about.priceNeutral(),
          s.fileName(),
          s.sha256(),
          s.loadedAt());
    }
  }

  /** A kind of change that reading made: column, units, factor, and in how many cells. */
  @Serdeable
  record ConversionResponse(String column, String from, String to, String factor, long cells) {
    static ConversionResponse of(Conversion c) {
      return new ConversionResponse(c.column(), c.from(), c.to(), c.factor(), c.cells());
    }
  }

  /** What a check found; nothing was kept. */
  @Serdeable
  record CheckResponse(
      boolean accepted,
      int rows,
      int answers,
      int respondents,
      List<ConversionResponse> conversions,
      List<String> notes,
      long totalProblems,
      List<ProblemResponse.Detail> errors) {

    static CheckResponse of(Checked c) {
      return new CheckResponse(
          c.isAccepted(),
          c.rows(),
          c.answers(),
          c.respondents(),
          c.conversions().stream().map(ConversionResponse::of).toList(),
          c.notes(),
          c.totalProblems(),
          c.told().stream().map(ProblemResponse.Detail::of).toList());
    }
  }

  /**
   * What loading did.
   *
   * @param fresh false if the same file was loaded before: then nothing was added
   */
  @Serdeable
  record LoadResponse(
      boolean fresh,
      String message,
      SurveyResponse survey,
      int rows,
      List<ConversionResponse> conversions,
      List<String> notes) {

    static LoadResponse of(SurveyDesk.Outcome outcome) {
      Checked checked = outcome.checked();
      return new LoadResponse(
          outcome.fresh(),
          outcome.fresh()
              ? "The survey is loaded."
              : "The same file is loaded already; nothing was added.",
          SurveyResponse.of(outcome.survey()),
          checked == null ? 0 : checked.rows(),
          checked == null
              ? List.of()
              : checked.conversions().stream().map(ConversionResponse::of).toList(),
          checked == null ? List.of() : checked.notes());
    }
  }

  /** How far a load has come; percent is of its stage. */
  @Serdeable
  record JobResponse(
      String id,
      String status,
      String stage,
      int percent,
      long rows,
      @Nullable LoadResponse load,
      List<ProblemResponse.Detail> errors) {

    static JobResponse of(LoadJobs.Job job) {
      LoadJobs.Job.State state = job.state();
      SurveyDesk.Outcome outcome = state.outcome();
      return new JobResponse(
          job.id(),
          status(state),
          state.stage().name().toLowerCase(Locale.ROOT),
          state.percent(),
          state.rows(),
          outcome == null ? null : LoadResponse.of(outcome),
          state.problems().stream().map(ProblemResponse.Detail::of).toList());
    }

    private static String status(LoadJobs.Job.State state) {
      SurveyDesk.Outcome outcome = state.outcome();
      if (!state.isDone()) {
        return "running";
      }
      if (outcome != null) {
        return outcome.fresh() ? "loaded" : "known";
      }
      return state.failed() ? "failed" : "refused";
    }
  }
}
