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
import org.homeward.staffing.Salary;

/** What a role is paid in a financial year. */
@MappedEntity("salary")
record SalaryRow(
    @Id UUID id,
    String versionHash,
    int position,
    String role,
    int financialYear,
    BigDecimal amount,
    BigDecimal weeklyHours,
    BigDecimal fte,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<SalaryRow> {}

  static SalaryRow of(String version, int position, Salary s) {
    return new SalaryRow(
        UUID.randomUUID(),
        version,
        position,
        s.role(),
        s.year().startYear(),
        Cells.decimal(s.amount()),
        s.hoursAWeek(),
        s.fte(),
        s.provenance().source(),
        s.provenance().illustrative(),
        s.provenance().note());
  }

  Salary value() {
    return new Salary(
        role,
        new FinancialYear(financialYear),
        Money.ofPounds(amount),
        Fractions.plain(weeklyHours),
        Fractions.plain(fte),
        new Provenance(source, illustrative, note));
  }
}
