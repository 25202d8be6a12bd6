package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.UUID;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.AreaWeight;

/** How staff costs of an area differ from those of the tables. */
@MappedEntity("area_weight")
record AreaWeightRow(
    @Id UUID id,
    String versionHash,
    int position,
    String area,
    String name,
    BigDecimal pay,
    BigDecimal capital,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<AreaWeightRow> {}

  static AreaWeightRow of(String version, int position, AreaWeight w) {
    return new AreaWeightRow(
        UUID.randomUUID(),
        version,
        position,
        w.id(),
        w.name(),
        w.pay(),
        w.capital(),
        w.provenance().source(),
        w.provenance().illustrative(),
        w.provenance().note());
  }

  AreaWeight value() {
    return new AreaWeight(
        area,
        name,
        Fractions.plain(pay),
        Fractions.plain(capital),
        new Provenance(source, illustrative, note));
  }
}
