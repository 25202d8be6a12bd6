package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** The fee of a kind of placement from a day on. */
@MappedEntity("fee")
record PlacementFeeRow(
    @Id UUID id,
    String versionHash,
    int position,
    String placementType,
    @Nullable String provider,
    @Nullable String area,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    LocalDate fromDate,
    BigDecimal amount,
    String per,
    int priceYear,
    String includes,
    String payer,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<PlacementFeeRow> {}

  static PlacementFeeRow of(String version, int position, FeeRow f) {
    return new PlacementFeeRow(
        UUID.randomUUID(),
        version,
        position,
        f.type().code(),
        Cells.code(f.provider()),
        Cells.code(f.area()),
        Cells.from(f.age()),
        Cells.below(f.age()),
        f.from(),
        Cells.decimal(f.amount()),
        f.per().code(),
        f.priceYear().startYear(),
        Cells.join(new TreeSet<>(f.includes())),
        f.payer().code(),
        f.provenance().source(),
        f.provenance().illustrative(),
        f.provenance().note());
  }

  FeeRow value() {
    return new FeeRow(
        PlacementType.of(placementType),
        Cells.find(Provider.class, provider),
        Cells.find(Area.class, area),
        Cells.range(ageFrom, ageBelow),
        fromDate,
        Money.ofPounds(amount),
        Coded.of(Rate.Per.class, per),
        new FinancialYear(priceYear),
        new TreeSet<>(Cells.split(includes)),
        Payer.of(payer),
        new Provenance(source, illustrative, note));
  }
}
