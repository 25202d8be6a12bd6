package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.history.Payer;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** The price of a support, an allowance, a legal or a one-off cost from a day on. */
@MappedEntity("price")
record ItemPriceRow(
    @Id UUID id,
    String versionHash,
    int position,
    String item,
    String name,
    String component,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    LocalDate fromDate,
    BigDecimal amount,
    @Nullable String per,
    int priceYear,
    String includes,
    String payer,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<ItemPriceRow> {}

  static ItemPriceRow of(String version, int position, PriceRow p) {
    return new ItemPriceRow(
        UUID.randomUUID(),
        version,
        position,
        p.item(),
        p.name(),
        p.kind().code(),
        Cells.from(p.age()),
        Cells.below(p.age()),
        p.from(),
        Cells.decimal(p.amount()),
        Cells.code(p.per()),
        p.priceYear().startYear(),
        Cells.join(p.includes().stream().map(i -> i.process() + ":" + i.months()).toList()),
        p.payer().code(),
        p.provenance().source(),
        p.provenance().illustrative(),
        p.provenance().note());
  }

  PriceRow value() {
    return new PriceRow(
        item,
        name,
        Coded.of(PriceRow.Kind.class, component),
        Cells.range(ageFrom, ageBelow),
        fromDate,
        Money.ofPounds(amount),
        Cells.find(Rate.Per.class, per),
        new FinancialYear(priceYear),
        Cells.split(includes).stream().map(ItemPriceRow::inclusion).toList(),
        Payer.of(payer),
        new Provenance(source, illustrative, note));
  }

  private static PriceRow.Inclusion inclusion(String cell) {
    int colon = cell.lastIndexOf(':');
    return new PriceRow.Inclusion(
        cell.substring(0, colon), Integer.parseInt(cell.substring(colon + 1)));
  }
}
