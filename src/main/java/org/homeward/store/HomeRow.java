package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** A home that the authority runs itself, from a day on. */
@MappedEntity("home")
record HomeRow(
    @Id UUID id,
    String versionHash,
    int position,
    String placementType,
    @Nullable String name,
    LocalDate fromDate,
    @Nullable LocalDate toDate,
    int beds,
    BigDecimal occupancy,
    String includes,
    String payer,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<HomeRow> {}

  static HomeRow of(String version, int position, InHouseHome h) {
    return new HomeRow(
        UUID.randomUUID(),
        version,
        position,
        h.type().code(),
        h.name(),
        h.from(),
        h.to(),
        h.beds(),
        h.occupancy(),
        Cells.join(new TreeSet<>(h.includes())),
        h.payer().code(),
        h.provenance().source(),
        h.provenance().illustrative(),
        h.provenance().note());
  }

  /**
   * @param parts of all homes of the version
   */
  InHouseHome value(List<HomePartRow> parts) {
    return new InHouseHome(
        PlacementType.of(placementType),
        name,
        fromDate,
        toDate,
        beds,
        Fractions.plain(occupancy),
        new TreeSet<>(Cells.split(includes)),
        Payer.of(payer),
        parts.stream().filter(p -> p.home() == position).map(HomePartRow::value).toList(),
        new Provenance(source, illustrative, note));
  }
}
