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
import org.homeward.staffing.AgencyRate;

/** What an agency worker in a role costs a day, and how many posts such workers fill. */
@MappedEntity("agency_rate")
record AgencyRateRow(
    @Id UUID id,
    String versionHash,
    int position,
    String role,
    int financialYear,
    BigDecimal dayRate,
    BigDecimal dayHours,
    BigDecimal share,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<AgencyRateRow> {}

  static AgencyRateRow of(String version, int position, AgencyRate a) {
    return new AgencyRateRow(
        UUID.randomUUID(),
        version,
        position,
        a.role(),
        a.year().startYear(),
        Cells.decimal(a.dayRate()),
        a.hoursADay(),
        a.share(),
        a.provenance().source(),
        a.provenance().illustrative(),
        a.provenance().note());
  }

  AgencyRate value() {
    return new AgencyRate(
        role,
        new FinancialYear(financialYear),
        Money.ofPounds(dayRate),
        Fractions.plain(dayHours),
        Fractions.plain(share),
        new Provenance(source, illustrative, note));
  }
}
