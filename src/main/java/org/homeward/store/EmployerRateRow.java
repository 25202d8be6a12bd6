package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.EmployerRate;

/** What employers pay on wages from a day on. */
@MappedEntity("employer_rate")
record EmployerRateRow(
    @Id UUID id,
    String versionHash,
    int position,
    String kind,
    LocalDate fromDate,
    BigDecimal rate,
    BigDecimal threshold,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<EmployerRateRow> {}

  static EmployerRateRow of(String version, int position, EmployerRate r) {
    return new EmployerRateRow(
        UUID.randomUUID(),
        version,
        position,
        r.kind().code(),
        r.from(),
        r.rate(),
        Cells.decimal(r.threshold()),
        r.provenance().source(),
        r.provenance().illustrative(),
        r.provenance().note());
  }

  EmployerRate value() {
    return new EmployerRate(
        Coded.of(EmployerRate.Kind.class, kind),
        fromDate,
        Fractions.plain(rate),
        Money.ofPounds(threshold),
        new Provenance(source, illustrative, note));
  }
}
