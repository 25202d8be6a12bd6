package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.homeward.comparison.JourneyComparison;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** How journeys look when they travel. Amounts are pounds with two decimals, exact. */
final class JourneyResponses {

  private JourneyResponses() {}

  /** A journey comparison. */
  @Serdeable
  record JourneyComparisonResponse(
      String service,
      String version,
      String monthLength,
      String prices,
      JourneyResponse actual,
      JourneyResponse anticipated,
      BigDecimal avoided,
      @Nullable BigDecimal statedAvoided,
      List<String> findings,
      List<String> assumptions) {}

  /** One side of it. */
  @Serdeable
  record JourneyResponse(
      String name,
      List<JourneyRow> rows,
      BigDecimal total,
      BigDecimal weeks,
      @Nullable BigDecimal statedTotal,
      @Nullable BigDecimal statedRowsTotal) {

    static JourneyResponse of(JourneyComparison.CostedJourney j) {
      Pence stated = j.statedTotal();
      Pence rows = j.statedRows();
      return new JourneyResponse(
          j.name(),
          j.rows().stream().map(JourneyRow::of).toList(),
          j.total().toPounds(),
          Fractions.toDecimal(j.weeks(), 2),
          stated == null ? null : stated.toPounds(),
          rows == null ? null : rows.toPounds());
    }
  }

  /** One row, computed and as stated. */
  @Serdeable
  record JourneyRow(
      String description,
      String length,
      boolean concurrent,
      boolean costed,
      BigDecimal computed,
      @Nullable BigDecimal stated,
      @Nullable BigDecimal difference) {
    static JourneyRow of(JourneyComparison.CostedRow r) {
      Pence stated = r.stated();
      Pence difference = r.difference();
      return new JourneyRow(
          r.description(),
          r.length(),
          r.concurrent(),
          r.costed(),
          r.computed().toPounds(),
          stated == null ? null : stated.toPounds(),
          difference == null ? null : difference.toPounds());
    }
  }
}
