package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.FittedDistribution;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.jspecify.annotations.Nullable;

/** What is told about the answers of surveys. Minutes per process occurrence, in all. */
final class DescriptionResponses {

  static final String OUTLIER_RULE =
      "An answer is flagged where it lies more than 1.5 interquartile ranges below the lower or above the upper quartile of its cell (Tukey's fences). Flagged answers count until a researcher excludes them.";

  static final String AGREEMENT_RULE =
      "Methods, and authorities, are said to agree about a cell where the highest of their means is at most 1.5 times the lowest.";

  private DescriptionResponses() {}

  /** Everything that was asked for. */
  @Serdeable
  record DescriptionResponse(
      String outlierRule,
      String agreementRule,
      List<SliceResponse> slices,
      List<AgreementResponse> agreements,
      List<CoverageResponse> coverage,
      List<ExclusionResponse> exclusions) {

    static DescriptionResponse of(Description d) {
      return new DescriptionResponse(
          OUTLIER_RULE,
          AGREEMENT_RULE,
          d.slices().stream().map(SliceResponse::of).toList(),
          d.agreements().stream().map(AgreementResponse::of).toList(),
          d.coverage().stream().map(CoverageResponse::of).toList(),
          d.exclusions().stream().map(ExclusionResponse::of).toList());
    }
  }

  /** The answers of one cell: all of them, or those of one method or authority. */
  @Serdeable
  record SliceResponse(
      String process,
      String task,
      String role,
      @Nullable String variation,
      String category,
      String by,
      String of,
      int answers,
      int participants,
      BigDecimal mean,
      @Nullable BigDecimal standardDeviation,
      @Nullable BigDecimal standardError,
      @Nullable BigDecimal median,
      @Nullable BigDecimal lowerQuartile,
      @Nullable BigDecimal upperQuartile,
      @Nullable BigDecimal trimmedMean,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      @Nullable BigDecimal intervalLow,
      @Nullable BigDecimal intervalHigh,
      @Nullable BigDecimal skewness,
      @Nullable DistributionResponse distribution,
      List<OutlierResponse> outliers,
      List<String> methods,
      List<String> surveys,
      boolean illustrative) {

    static SliceResponse of(Description.Slice slice) {
      Estimate e = slice.estimate();
      Statistics s = e.statistics();
      return new SliceResponse(
          e.cell().process(),
          e.cell().task(),
          e.cell().role(),
          e.cell().variation(),
          e.cell().category().code(),
          slice.by().code(),
          slice.of(),
          e.answers(),
          e.participants(),
          e.mean().rounded(),
          places(s.standardDeviation(), 2),
          places(s.standardError(), 2),
          places(s.median(), 2),
          places(s.lowerQuartile(), 2),
          places(s.upperQuartile(), 2),
          places(s.trimmedMean(), 2),
          places(s.minimum(), 2),
          places(s.maximum(), 2),
          places(s.intervalLow(), 2),
          places(s.intervalHigh(), 2),
          places(s.skewness(), 4),
          DistributionResponse.of(e.distribution()),
          slice.outliers().stream().map(OutlierResponse::of).toList(),
          e.methods().stream().map(Method::code).toList(),
          e.surveys(),
          e.illustrative());
    }
  }

  /** The distribution that lies nearer to the answers, and how near. */
  @Serdeable
  record DistributionResponse(
      String family,
      Map<String, BigDecimal> parameters,
      BigDecimal kolmogorovSmirnov,
      String fittedBy) {

    static @Nullable DistributionResponse of(@Nullable FittedDistribution fitted) {
      if (fitted == null) {
        return null;
      }
      boolean gamma = fitted.family() == FittedDistribution.Family.GAMMA;
      Map<String, BigDecimal> parameters = new LinkedHashMap<>();
      parameters.put(gamma ? "shape" : "meanLog", decimal(fitted.first(), 6));
      parameters.put(gamma ? "scale" : "sdLog", decimal(fitted.second(), 6));
      return new DistributionResponse(
          fitted.family().code(),
          parameters,
          decimal(fitted.distance(), 4),
          fitted.byLikelihood() ? "maximum-likelihood" : "moments");
    }
  }

  /** An answer outside the fences of its cell. */
  @Serdeable
  record OutlierResponse(
      String survey,
      String respondent,
      BigDecimal minutes,
      BigDecimal lowFence,
      BigDecimal highFence) {
    static OutlierResponse of(Description.Outlier o) {
      return new OutlierResponse(
          o.survey(),
          o.respondent(),
          o.minutes().rounded(),
          decimal(o.lowFence(), 2),
          decimal(o.highFence(), 2));
    }
  }

  /** How far the methods or authorities that speak about a cell lie apart. */
  @Serdeable
  record AgreementResponse(
      String process,
      String task,
      String role,
      @Nullable String variation,
      String category,
      String by,
      Map<String, BigDecimal> means,
      @Nullable BigDecimal ratio,
      boolean agrees) {
    static AgreementResponse of(Description.Agreement a) {
      Map<String, BigDecimal> means = new LinkedHashMap<>();
      a.means().forEach((of, mean) -> means.put(of, mean.rounded()));
      return new AgreementResponse(
          a.cell().process(),
          a.cell().task(),
          a.cell().role(),
          a.cell().variation(),
          a.cell().category().code(),
          a.by().code(),
          means,
          places(a.ratio(), 2),
          a.agrees());
    }
  }

  /** What is known about a task and role of a process. */
  @Serdeable
  record CoverageResponse(
      String process, String task, String role, String state, int surveysAsking, int answers) {
    static CoverageResponse of(Description.Coverage c) {
      return new CoverageResponse(
          c.process(), c.task(), c.role(), c.state(), c.asking(), c.answers());
    }
  }

  /** Answers that were left out, and why. */
  @Serdeable
  record ExclusionResponse(
      String id,
      String survey,
      String respondent,
      @Nullable String process,
      @Nullable String task,
      @Nullable String role,
      String reason,
      String by,
      Instant at,
      @Nullable Instant takenBackAt) {
    static ExclusionResponse of(Exclusion e) {
      return new ExclusionResponse(
          e.id(),
          e.survey(),
          e.respondent(),
          e.process(),
          e.task(),
          e.role(),
          e.reason(),
          e.by(),
          e.at(),
          e.takenBackAt());
    }
  }

  /** Null for what is not a number, and for what is without bound. */
  static @Nullable BigDecimal places(double value, int places) {
    return Double.isFinite(value) ? decimal(value, places) : null;
  }

  private static BigDecimal decimal(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
  }
}
