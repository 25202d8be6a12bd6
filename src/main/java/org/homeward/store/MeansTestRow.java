package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.allowance.MeansTestRules;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/** What the means test counts with from a day on. */
@MappedEntity("means_test")
record MeansTestRow(
    @Id UUID id,
    String versionHash,
    int position,
    LocalDate fromDate,
    BigDecimal incomeDisregard,
    BigDecimal contribution,
    BigDecimal coreMultiplier,
    BigDecimal oneAdult,
    BigDecimal couple,
    BigDecimal child,
    BigDecimal family,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<MeansTestRow> {}

  static MeansTestRow of(String version, int position, MeansTestRules r) {
    return new MeansTestRow(
        UUID.randomUUID(),
        version,
        position,
        r.from(),
        r.incomeDisregard(),
        r.contribution(),
        r.coreMultiplier(),
        Cells.decimal(r.oneAdult()),
        Cells.decimal(r.couple()),
        Cells.decimal(r.child()),
        Cells.decimal(r.family()),
        r.provenance().source(),
        r.provenance().illustrative(),
        r.provenance().note());
  }

  MeansTestRules value() {
    return new MeansTestRules(
        fromDate,
        Fractions.plain(incomeDisregard),
        Fractions.plain(contribution),
        Fractions.plain(coreMultiplier),
        Money.ofPounds(oneAdult),
        Money.ofPounds(couple),
        Money.ofPounds(child),
        Money.ofPounds(family),
        new Provenance(source, illustrative, note));
  }
}
