package org.homeward.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  @JsonInclude(JsonInclude.Include.NON_NULL)
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
          && Fields.orEmpty(statedProcesses, "overrides.statedProcesses").isEmpty()
          && Fields.orEmpty(fees, "overrides.fees").isEmpty()
          && staffArea == null
          && authority == null
          && authorityYear == null;
    }

    /** What is changed, by the names that a request has for it. */
    String words() {
      List<String> words = new ArrayList<>();
      add(words, "hourBasis", hourBasis);
      add(words, "method", method);
      add(words, "estimateSet", estimateSet);
      add(
          words,
          "statedProcesses",
          String.join(" ", Fields.orEmpty(statedProcesses, "overrides.statedProcesses")));
      Fields.orEmpty(fees, "overrides.fees").forEach(f -> add(words, "fee", f.words()));
      add(words, "staffArea", staffArea);
      add(words, "authority", authority);
      add(words, "authorityYear", authorityYear);
      return String.join(", ", words);
    }

    private static void add(List<String> words, String name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        words.add(name + " " + value);
      }
    }
  }

  /** A fee in prices of the cost book's year. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FeeOverride(
      @Nullable String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable BigDecimal amount,
      @Nullable String per) {

    /** {@code foster/agency at 900 by the week}. */
    String words() {
      String of =
          Stream.of(placement, provider, providerName, area)
              .filter(Objects::nonNull)
              .collect(Collectors.joining("/"));
      return of + " at " + amount + " by the " + per;
    }
  }
}
