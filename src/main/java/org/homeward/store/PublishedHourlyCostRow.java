package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.UUID;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.PublishedHourlyCost;

/** What others have published as the cost of an hour of a role. */
@MappedEntity("published_hourly_cost")
record PublishedHourlyCostRow(
    @Id UUID id,
    String versionHash,
    int position,
    String role,
    int priceYear,
    String basis,
    BigDecimal perHour,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<PublishedHourlyCostRow> {}

  static PublishedHourlyCostRow of(String version, int position, PublishedHourlyCost p) {
    return new PublishedHourlyCostRow(
        UUID.randomUUID(),
        version,
        position,
        p.role(),
        p.priceYear().startYear(),
        p.basis().code(),
        Cells.decimal(p.perHour()),
        p.provenance().source(),
        p.provenance().illustrative(),
        p.provenance().note());
  }

  PublishedHourlyCost value() {
    return new PublishedHourlyCost(
        role,
        new FinancialYear(priceYear),
        Coded.of(HourBasis.class, basis),
        Money.ofPounds(perHour),
        new Provenance(source, illustrative, note));
  }
}
