package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.homeward.process.Condition;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.unitcost.StatedUnitCost;

/** A published unit cost; the cases that it is for stand in a table of their own. */
@MappedEntity("stated_unit_cost")
record StatedCostRow(
    @Id UUID id,
    String versionHash,
    int position,
    String process,
    String variant,
    BigDecimal amount,
    String per,
    int priceYear,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<StatedCostRow> {}

  static StatedCostRow of(String version, int position, StatedUnitCost c) {
    return new StatedCostRow(
        UUID.randomUUID(),
        version,
        position,
        c.process(),
        c.variant(),
        Cells.decimal(c.amount()),
        c.per().code(),
        c.priceYear().startYear(),
        c.provenance().source(),
        c.provenance().illustrative(),
        c.provenance().note());
  }

  StatedUnitCost value(List<StatedCaseRow> cases) {
    Condition when =
        new Condition(
            cases.stream()
                .filter(c -> c.costPosition() == position)
                .map(StatedCaseRow::value)
                .toList());
    return new StatedUnitCost(
        process,
        variant,
        when,
        Money.ofPounds(amount),
        Coded.of(StatedUnitCost.Per.class, per),
        new FinancialYear(priceYear),
        new Provenance(source, illustrative, note));
  }
}
