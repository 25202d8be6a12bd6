package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.Fractions;

/** A rate of a discount schedule from a year on. */
@MappedEntity("discount_band")
record DiscountBandRow(
    @Id UUID id,
    String versionHash,
    int position,
    String schedule,
    LocalDate effectiveFrom,
    int fromYear,
    BigDecimal rate,
    String source) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<DiscountBandRow> {}

  /** The bands of all schedules, one schedule after the other. */
  static List<DiscountBandRow> of(String version, List<DiscountSchedule> schedules) {
    List<DiscountBandRow> rows = new ArrayList<>();
    for (DiscountSchedule s : schedules) {
      for (DiscountSchedule.Band band : s.bands()) {
        rows.add(
            new DiscountBandRow(
                UUID.randomUUID(),
                version,
                rows.size(),
                s.name(),
                s.effectiveFrom(),
                band.fromYear(),
                band.rate(),
                s.source()));
      }
    }
    return rows;
  }

  static List<DiscountSchedule> values(List<DiscountBandRow> rows) {
    Map<List<Object>, List<DiscountBandRow>> bySchedule = new LinkedHashMap<>();
    rows.forEach(
        r ->
            bySchedule
                .computeIfAbsent(List.of(r.schedule(), r.effectiveFrom()), s -> new ArrayList<>())
                .add(r));
    return bySchedule.values().stream().map(DiscountBandRow::value).toList();
  }

  private static DiscountSchedule value(List<DiscountBandRow> rows) {
    DiscountBandRow first = rows.get(0);
    return new DiscountSchedule(
        first.schedule(),
        first.effectiveFrom(),
        rows.stream()
            .map(r -> new DiscountSchedule.Band(r.fromYear(), Fractions.plain(r.rate())))
            .toList(),
        first.source());
  }
}
