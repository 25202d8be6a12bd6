package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.UUID;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.process.Condition;
import org.homeward.process.Traits;
import org.jspecify.annotations.Nullable;

/** One of the cases that a stated unit cost is for; null for any. */
@MappedEntity("stated_unit_cost_case")
record StatedCaseRow(
    @Id UUID id,
    String versionHash,
    int position,
    int costPosition,
    @Nullable String placementTypes,
    @Nullable String providers,
    @Nullable String areas,
    @Nullable String legalStatuses,
    String needs,
    @Nullable Integer sequenceFrom,
    @Nullable Integer sequenceBelow,
    @Nullable Integer monthsFrom,
    @Nullable Integer monthsBelow,
    @Nullable Integer recentFrom,
    @Nullable Integer recentBelow,
    @Nullable Integer ageFrom,
    @Nullable Integer ageBelow,
    @Nullable Integer occurrenceFrom,
    @Nullable Integer occurrenceBelow) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<StatedCaseRow> {}

  static StatedCaseRow of(String version, int position, int costPosition, Condition.Alternative a) {
    long may = a.permitted();
    return new StatedCaseRow(
        UUID.randomUUID(),
        version,
        position,
        costPosition,
        Cells.some(PlacementType.values(), t -> (may & Traits.of(t)) != 0),
        Cells.some(Provider.values(), p -> (may & Traits.of(p)) != 0),
        Cells.some(Area.values(), r -> (may & Traits.of(r)) != 0),
        Cells.some(LegalStatus.values(), s -> (may & Traits.of(s)) != 0),
        Cells.join(Cells.codes(Need.values(), n -> (a.required() & Traits.of(n)) != 0)),
        Cells.from(a.sequence()),
        Cells.below(a.sequence()),
        Cells.from(a.months()),
        Cells.below(a.months()),
        Cells.from(a.recent()),
        Cells.below(a.recent()),
        Cells.from(a.age()),
        Cells.below(a.age()),
        Cells.from(a.occurrence()),
        Cells.below(a.occurrence()));
  }

  Condition.Alternative value() {
    Condition.Alternative made =
        Condition.Alternative.ALWAYS
            .withNeeds(Cells.values(Need.class, needs))
            .sequence(Cells.range(sequenceFrom, sequenceBelow))
            .months(Cells.range(monthsFrom, monthsBelow))
            .recent(Cells.range(recentFrom, recentBelow))
            .age(Cells.range(ageFrom, ageBelow))
            .occurrence(Cells.range(occurrenceFrom, occurrenceBelow));
    String types = placementTypes;
    made = types == null ? made : made.inTypes(Cells.values(PlacementType.class, types));
    String by = providers;
    made = by == null ? made : made.byProviders(Cells.values(Provider.class, by));
    String in = areas;
    made = in == null ? made : made.inAreas(Cells.values(Area.class, in));
    String under = legalStatuses;
    return under == null ? made : made.under(Cells.values(LegalStatus.class, under));
  }
}
