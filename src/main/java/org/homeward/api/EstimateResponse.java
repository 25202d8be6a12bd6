package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.jspecify.annotations.Nullable;

/** An estimate with its statistics; minutes per process occurrence in all. */
@Serdeable
record EstimateResponse(
    String process,
    String task,
    String role,
    @Nullable String variation,
    String category,
    BigDecimal mean,
    int answers,
    int participants,
    BigDecimal median,
    BigDecimal lowerQuartile,
    BigDecimal upperQuartile,
    BigDecimal trimmedMean,
    BigDecimal minimum,
    BigDecimal maximum,
    BigDecimal standardDeviation,
    @Nullable BigDecimal standardError,
    @Nullable BigDecimal skewness,
    BigDecimal intervalLow,
    BigDecimal intervalHigh,
    DescriptionResponses.@Nullable DistributionResponse distribution,
    List<String> methods,
    List<String> surveys,
    boolean illustrative) {

  static EstimateResponse of(Estimate e) {
    Statistics s = e.statistics();
    return new EstimateResponse(
        e.cell().process(),
        e.cell().task(),
        e.cell().role(),
        e.cell().variation(),
        e.cell().category().code(),
        e.mean().rounded(),
        e.answers(),
        e.participants(),
        two(s.median()),
        two(s.lowerQuartile()),
        two(s.upperQuartile()),
        two(s.trimmedMean()),
        two(s.minimum()),
        two(s.maximum()),
        two(s.standardDeviation()),
        DescriptionResponses.places(s.standardError(), 2),
        DescriptionResponses.places(s.skewness(), 4),
        two(s.intervalLow()),
        two(s.intervalHigh()),
        DescriptionResponses.DistributionResponse.of(e.distribution()),
        e.methods().stream().map(Method::code).toList(),
        e.surveys(),
        e.illustrative());
  }

  private static BigDecimal two(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
