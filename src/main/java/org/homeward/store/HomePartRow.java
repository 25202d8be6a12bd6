package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a home costs; what a kind of part does not have is null.
 *
 * @param home position of the home
 * @param amount what a post costs a year, a running cost, the value of capital
 */
@MappedEntity("home_part")
record HomePartRow(
    @Id UUID id,
    String versionHash,
    int position,
    int home,
    String kind,
    String name,
    @Nullable String role,
    @Nullable BigDecimal posts,
    @Nullable BigDecimal amount,
    @Nullable String per,
    @Nullable Integer years,
    @Nullable BigDecimal rate,
    @Nullable Integer priceYear,
    String source,
    boolean illustrative,
    String note) {

  @JdbcRepository(dialect = Dialect.POSTGRES)
  interface Table extends VersionTable<HomePartRow> {}

  /** The parts of all homes, one home after the other. */
  static List<HomePartRow> of(String version, List<InHouseHome> homes) {
    List<HomePartRow> rows = new ArrayList<>();
    for (int home = 0; home < homes.size(); home++) {
      for (HomePart part : homes.get(home).parts()) {
        rows.add(of(version, rows.size(), home, part));
      }
    }
    return rows;
  }

  private static HomePartRow of(String version, int position, int home, HomePart part) {
    if (part instanceof HomePart.PostsOfRole p) {
      return row(version, position, home, p, p.role(), p.posts(), null, null, null, null, null);
    }
    if (part instanceof HomePart.PostsAtCost p) {
      return row(
          version,
          position,
          home,
          p,
          null,
          p.posts(),
          p.annualCost(),
          null,
          null,
          null,
          p.priceYear());
    }
    if (part instanceof HomePart.Running p) {
      String per = p.per().code();
      return row(
          version, position, home, p, null, null, p.amount(), per, null, null, p.priceYear());
    }
    HomePart.Capital p = (HomePart.Capital) part;
    return row(
        version,
        position,
        home,
        p,
        null,
        null,
        p.value(),
        null,
        p.years(),
        p.rate(),
        p.priceYear());
  }

  private static HomePartRow row(
      String version,
      int position,
      int home,
      HomePart part,
      @Nullable String role,
      @Nullable BigDecimal posts,
      @Nullable Money amount,
      @Nullable String per,
      @Nullable Integer years,
      @Nullable BigDecimal rate,
      @Nullable FinancialYear year) {
    return new HomePartRow(
        UUID.randomUUID(),
        version,
        position,
        home,
        part.kind().code(),
        part.name(),
        role,
        posts,
        amount == null ? null : Cells.decimal(amount),
        per,
        years,
        rate,
        year == null ? null : year.startYear(),
        part.provenance().source(),
        part.provenance().illustrative(),
        part.provenance().note());
  }

  HomePart value() {
    Provenance provenance = new Provenance(source, illustrative, note);
    return switch (Coded.of(HomePart.Kind.class, kind)) {
      case STAFFING ->
          role == null
              ? new HomePart.PostsAtCost(name, number(posts), money(), year(), provenance)
              : new HomePart.PostsOfRole(name, role, number(posts), provenance);
      case RUNNING ->
          new HomePart.Running(
              name,
              money(),
              Coded.of(Rate.Per.class, Objects.requireNonNull(per)),
              year(),
              provenance);
      case CAPITAL ->
          new HomePart.Capital(
              name, money(), Objects.requireNonNull(years), number(rate), year(), provenance);
    };
  }

  private static BigDecimal number(@Nullable BigDecimal cell) {
    return Fractions.plain(Objects.requireNonNull(cell));
  }

  private Money money() {
    return Money.ofPounds(Objects.requireNonNull(amount));
  }

  private FinancialYear year() {
    return new FinancialYear(Objects.requireNonNull(priceYear));
  }
}
