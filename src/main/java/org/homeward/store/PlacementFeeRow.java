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
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
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
    @Nullable String providerName,
    @Nullable String area,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    @Nullable Integer needsFrom,
    @Nullable Integer needsBelow,
    @Nullable String extra,
    @Nullable Boolean extraAlways,
    LocalDate fromDate,
    @Nullable LocalDate toDate,
    BigDecimal amount,
    @Nullable String per,
    @Nullable BigDecimal retainer,
    @Nullable BigDecimal occupancy,
    int priceYear,
    String includes,
    String payer,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<PlacementFeeRow> {}

  static PlacementFeeRow of(String version, int position, FeeRow f) {
    FeeRow.Kind kind = f.kind();
    FeeRow.Extra extra = kind.extra();
    Block block = f.block();
    return new PlacementFeeRow(
        UUID.randomUUID(),
        version,
        position,
        kind.type().code(),
        Cells.code(kind.provider()),
        kind.providerName(),
        Cells.code(kind.area()),
        Cells.from(kind.age()),
        Cells.below(kind.age()),
        Cells.from(kind.needs()),
        Cells.below(kind.needs()),
        extra == null ? null : extra.id(),
        extra == null ? null : extra.always(),
        f.from(),
        f.to(),
        Cells.decimal(f.amount()),
        Cells.code(f.per()),
        block == null ? null : Cells.decimal(block.retainer()),
        block == null ? null : block.occupancy(),
        f.priceYear().startYear(),
        Cells.join(new TreeSet<>(f.includes())),
        f.payer().code(),
        f.provenance().source(),
        f.provenance().illustrative(),
        f.provenance().note());
  }

  FeeRow value() {
    return new FeeRow(
        new FeeRow.Kind(
            PlacementType.of(placementType),
            Cells.find(Provider.class, provider),
            providerName,
            Cells.find(Area.class, area),
            Cells.range(ageFrom, ageBelow),
            Cells.range(needsFrom, needsBelow),
            extra == null ? null : new FeeRow.Extra(extra, Boolean.TRUE.equals(extraAlways))),
        fromDate,
        toDate,
        Money.ofPounds(amount),
        Cells.find(Rate.Per.class, per),
        retainer == null || occupancy == null
            ? null
            : new Block(Money.ofPounds(retainer), Fractions.plain(occupancy)),
        new FinancialYear(priceYear),
        new TreeSet<>(Cells.split(includes)),
        Payer.of(payer),
        new Provenance(source, illustrative, note));
  }
}
