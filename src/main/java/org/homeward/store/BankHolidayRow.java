package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.costbook.ReferenceTables.BankHoliday;
import org.homeward.quantity.Provenance;

/** A day on which nobody works. */
@MappedEntity("bank_holiday")
record BankHolidayRow(
    @Id UUID id,
    String versionHash,
    int position,
    LocalDate holiday,
    String name,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<BankHolidayRow> {}

  static BankHolidayRow of(String version, int position, BankHoliday h) {
    return new BankHolidayRow(
        UUID.randomUUID(),
        version,
        position,
        h.date(),
        h.name(),
        h.provenance().source(),
        h.provenance().illustrative(),
        h.provenance().note());
  }

  BankHoliday value() {
    return new BankHoliday(holiday, name, new Provenance(source, illustrative, note));
  }
}
