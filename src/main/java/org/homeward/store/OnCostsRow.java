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
    BigDecimal weeksNotWorked,
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
        o.weeksNotWorked(),
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
        Fractions.plain(weeksNotWorked),
        new Provenance(source, illustrative, note));
  }
}
