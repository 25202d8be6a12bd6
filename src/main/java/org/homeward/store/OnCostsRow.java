package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.UUID;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.WeeksAway;

/** Overheads, capital and time not worked of a post in a financial year. */
@MappedEntity("on_costs")
record OnCostsRow(
    @Id UUID id,
    String versionHash,
    int position,
    int financialYear,
    BigDecimal directOverheads,
    BigDecimal indirectOverheads,
    BigDecimal capital,
    BigDecimal leaveWeeks,
    BigDecimal statutoryWeeks,
    BigDecimal sicknessWeeks,
    BigDecimal trainingWeeks,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<OnCostsRow> {}

  static OnCostsRow of(String version, int position, OnCosts o) {
    return new OnCostsRow(
        UUID.randomUUID(),
        version,
        position,
        o.year().startYear(),
        o.directOverheads(),
        o.indirectOverheads(),
        Cells.decimal(o.capital()),
        o.away().leave(),
        o.away().statutory(),
        o.away().sickness(),
        o.away().training(),
        o.provenance().source(),
        o.provenance().illustrative(),
        o.provenance().note());
  }

  OnCosts value() {
    return new OnCosts(
        new FinancialYear(financialYear),
        Fractions.plain(directOverheads),
        Fractions.plain(indirectOverheads),
        Money.ofPounds(capital),
        new WeeksAway(
            Fractions.plain(leaveWeeks),
            Fractions.plain(statutoryWeeks),
            Fractions.plain(sicknessWeeks),
            Fractions.plain(trainingWeeks)),
        new Provenance(source, illustrative, note));
  }
}
