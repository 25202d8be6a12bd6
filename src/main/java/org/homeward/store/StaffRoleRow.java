package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.UUID;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.StaffRole;

/** A kind of worker. */
@MappedEntity("staff_role")
record StaffRoleRow(
    @Id UUID id,
    String versionHash,
    int position,
    String role,
    String name,
    BigDecimal caseRelatedShare,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<StaffRoleRow> {}

  static StaffRoleRow of(String version, int position, StaffRole r) {
    return new StaffRoleRow(
        UUID.randomUUID(),
        version,
        position,
        r.id(),
        r.name(),
        r.caseRelatedShare(),
        r.provenance().source(),
        r.provenance().illustrative(),
        r.provenance().note());
  }

  StaffRole value() {
    return new StaffRole(
        role, name, Fractions.plain(caseRelatedShare), new Provenance(source, illustrative, note));
  }
}
