package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers send to have pathways costed and compared, as they send it. */
final class ComparisonRequests {

  private ComparisonRequests() {}

  /** Templates and own pathways to compare. */
  @Serdeable
  record ComparisonRequest(
      @Nullable List<String> templates,
      @Nullable List<PathwayRequests.PathwayRequest> pathways,
      CaseRequests.@Nullable Case child,
      @Nullable Overrides overrides,
      @Nullable String weeksInYear) {}

  /** One own pathway to cost. */
  @Serdeable
  record CostRequest(
      PathwayRequests.@Nullable PathwayRequest pathway,
      CaseRequests.@Nullable Case child,
      @Nullable Overrides overrides) {}

  /** Changes to the cost book for this request alone. */
  @Serdeable
  record Overrides(
      @Nullable String hourBasis,
      @Nullable String method,
      @Nullable String estimateSet,
      @Nullable List<String> statedProcesses,
      @Nullable List<FeeOverride> fees,
      @Nullable String staffArea,
      @Nullable String authority,
      @Nullable String authorityYear) {
    /** Minutes from a published set, everything else as it is. */
    static Overrides ofEstimateSet(String id) {
      return new Overrides(null, null, id, null, null, null, null, null);
    }

    boolean isEmpty() {
      return hourBasis == null
          && method == null
          && estimateSet == null
          && Fields.orEmpty(statedProcesses).isEmpty()
          && Fields.orEmpty(fees).isEmpty()
          && staffArea == null
          && authority == null
          && authorityYear == null;
    }
  }

  /** A fee in prices of the cost book's year. */
  @Serdeable
  record FeeOverride(
      @Nullable String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable BigDecimal amount,
      @Nullable String per) {}
}
