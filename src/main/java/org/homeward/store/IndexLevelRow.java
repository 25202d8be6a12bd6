package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.PriceIndex;

/** The price level of a financial year in a series. */
@MappedEntity("price_index_level")
record IndexLevelRow(
    @Id UUID id,
    String versionHash,
    int position,
    String series,
    int financialYear,
    BigDecimal priceLevel,
    boolean forecast,
    String source) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<IndexLevelRow> {}

  /** The levels of all series, one series after the other. */
  static List<IndexLevelRow> of(String version, List<PriceIndex> indices) {
    List<IndexLevelRow> rows = new ArrayList<>();
    for (PriceIndex index : indices) {
      index
          .levels()
          .forEach(
              (year, level) ->
                  rows.add(
                      new IndexLevelRow(
                          UUID.randomUUID(),
                          version,
                          rows.size(),
                          index.name(),
                          year.startYear(),
                          level,
                          index.forecasts().contains(year),
                          index.source())));
    }
    return rows;
  }

  static List<PriceIndex> values(List<IndexLevelRow> rows) {
    Map<String, List<IndexLevelRow>> bySeries = new LinkedHashMap<>();
    rows.forEach(r -> bySeries.computeIfAbsent(r.series(), s -> new ArrayList<>()).add(r));
    return bySeries.values().stream().map(IndexLevelRow::value).toList();
  }

  private static PriceIndex value(List<IndexLevelRow> rows) {
    TreeMap<FinancialYear, BigDecimal> levels = new TreeMap<>();
    TreeSet<FinancialYear> forecasts = new TreeSet<>();
    for (IndexLevelRow row : rows) {
      FinancialYear year = new FinancialYear(row.financialYear());
      levels.put(year, Fractions.plain(row.priceLevel()));
      if (row.forecast()) {
        forecasts.add(year);
      }
    }
    return new PriceIndex(rows.get(0).series(), levels, forecasts, rows.get(0).source());
  }
}
