package org.homeward.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published weekly unit costs of every authority, and the fees that come of them. */
class AuthorityCostsTest {

  private static final Catalogue CATALOGUE =
      CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  private static final AuthorityCosts COSTS = CATALOGUE.authorities();
  private static final List<FeeRow> FEES = CATALOGUE.book().fees().rows();

  private static AuthorityCosts.OfYear of(String authority, String year) {
    return COSTS.figures(authority, FinancialYear.parse(year));
  }

  private static Money fee(
      List<FeeRow> fees, String type, Provider provider, Area area, String year) {
    List<FeeRow> found =
        fees.stream()
            .filter(
                f ->
                    f.type() == PlacementType.of(type)
                        && f.provider() == provider
                        && f.area() == area
                        && f.priceYear().equals(FinancialYear.parse(year)))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0).amount();
  }

  static List<NamedCsvRecord> published() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                Path.of("src/test/resources/worked-examples/weekly-unit-costs.csv"))) {
      return reader.stream().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void theTableHasThePublishedFigures(NamedCsvRecord r) {
    AuthorityCosts.OfYear of = of(r.getField("area"), r.getField("year"));
    assertThat(of.perWeek().get("looked-after")).isEqualTo(Money.ofPounds(r.getField("published")));
    assertThat(of.spend()).isEqualTo(Money.ofPounds(r.getField("expenditure")));
    assertThat(of.children()).isEqualTo(Integer.valueOf(r.getField("children")));
  }

  /** Spend ÷ children ÷ 365 × 7; the counts of earlier years have been revised since. */
  @Test
  void inTheLastYearEveryFigureIsSpendByChildrenToFivePounds() {
    List<AuthorityCosts.OfYear> last =
        COSTS.figures().stream()
            .filter(f -> f.year().equals(FinancialYear.parse("2024-25")))
            .filter(f -> f.children() != null && f.perWeek().containsKey("looked-after"))
            .toList();
    assertThat(last).hasSizeGreaterThan(155);
    for (AuthorityCosts.OfYear f : last) {
      double perWeek =
          f.spend()
              .dividedBy(BigFraction.of(f.children()))
              .times(BigFraction.of(7, 365))
              .pounds()
              .doubleValue();
      assertThat(f.perWeek().get("looked-after").pounds().doubleValue())
          .as(f.authority().name())
          .isBetween(perWeek - 7.5, perWeek + 7.5);
    }
  }

  @Test
  void thereAreAllAuthoritiesOfEnglandAndNineYears() {
    assertThat(COSTS.authorities()).hasSizeGreaterThan(160);
    assertThat(COSTS.authorities().keySet().iterator().next().name()).isEqualTo("England");
    assertThat(COSTS.figures().stream().map(f -> f.year()).distinct()).hasSize(9);
  }

  /** 2024-25: fostering £720 against £765 in England, residential care £7,210 against £7,385. */
  @Test
  void anAuthoritysOwnFiguresTakeThePlaceOfEnglands() {
    List<FeeRow> fees = AuthorityFees.of(FEES, COSTS, of("855", "2024-25")).fees();
    assertThat(fee(fees, "foster", null, null, "2024-25")).isEqualTo(Money.ofPounds(720));
    assertThat(fee(fees, "residential", null, null, "2024-25")).isEqualTo(Money.ofPounds(7210));
    assertThat(fee(fees, "foster", Provider.IN_HOUSE, null, "2024-25"))
        .isEqualTo(Money.ofPounds("588.24")); // 625 × 720 ÷ 765 = 588.235…
    assertThat(fee(fees, "foster", Provider.AGENCY, Area.OUT_OF_AREA, "2024-25"))
        .isEqualTo(Money.ofPounds("948.71")); // 1,008 × 720 ÷ 765 = 948.705…
    assertThat(fees)
        .filteredOn(f -> f.type() == PlacementType.FOSTER)
        .allMatch(f -> f.from().toString().equals("2015-04-01"))
        .allMatch(f -> f.provenance().source().contains("figure of Leicestershire, 2024-25"))
        .hasSize(4);
    assertThat(fees)
        .filteredOn(f -> f.type() == PlacementType.KINSHIP_FOSTER)
        .isEqualTo(FEES.stream().filter(f -> f.type() == PlacementType.KINSHIP_FOSTER).toList());
  }

  @Test
  void englandsOwnFiguresAreTheTablesFees() {
    List<FeeRow> fees = AuthorityFees.of(FEES, COSTS, of("England", "2023-24")).fees();
    for (FeeRow row : FEES) {
      if (row.priceYear().equals(FinancialYear.parse("2023-24"))) {
        assertThat(fee(fees, row.type().code(), row.provider(), row.area(), "2023-24"))
            .isEqualTo(row.amount());
      }
    }
  }

  /**
   * City of London's £120 is a fifth of England's £615; Halton's £465 an eighth of £3,630;
   * Wandsworth has nothing for 2024-25.
   */
  @ParameterizedTest
  @CsvSource({
    "City of London, 2020-21, fostering, implausible, 615",
    "Halton, 2017-18, residential, implausible, 3630",
    "Wandsworth, 2024-25, fostering, not-published, 765",
    "Leicestershire, 2024-25, fostering, own, 720"
  })
  void aFigureThatCannotBeUsedIsSaidAndEnglandsStandsIn(
      String authority, String year, String measure, String status, String used) {
    AuthorityCosts.Figure figure =
        COSTS.figures(of(authority, year)).stream()
            .filter(f -> f.measure().id().equals(measure))
            .findFirst()
            .orElseThrow();
    assertThat(figure.status().code()).isEqualTo(status);
    assertThat(figure.used()).isEqualTo(Money.ofPounds(used));
    AuthorityFees fees = AuthorityFees.of(FEES, COSTS, of(authority, year));
    boolean own = status.equals("own");
    assertThat(fees.notes())
        .anyMatch(n -> n.contains(authority) && n.contains("England's is used, because") != own);
    assertThat(
            fees.fees().stream()
                .filter(f -> f.provider() == null && f.area() == null)
                .filter(f -> f.type().code().equals(measure.replace("fostering", "foster")))
                .filter(f -> f.priceYear().equals(FinancialYear.parse(year)))
                .map(f -> f.provenance().illustrative()))
        .containsExactly(!own);
  }

  @Test
  void aZeroIsNoFigure() {
    AuthorityCosts.Measure measure =
        new AuthorityCosts.Measure(
            "m",
            "M",
            "",
            java.util.Set.of(),
            "",
            new org.homeward.quantity.Provenance("", false, ""));
    FinancialYear year = FinancialYear.parse("2024-25");
    AuthorityCosts costs =
        new AuthorityCosts(
            List.of(measure),
            List.of(
                new AuthorityCosts.OfYear(
                    new AuthorityCosts.Authority("970", "England", ""),
                    year,
                    java.util.Map.of("m", Money.ofPounds(10)),
                    null,
                    null),
                new AuthorityCosts.OfYear(
                    new AuthorityCosts.Authority("1", "A", ""),
                    year,
                    java.util.Map.of("m", Money.ZERO),
                    null,
                    null)),
            List.of());
    assertThat(costs.figures(costs.figures("a", null)).get(0).status())
        .isEqualTo(AuthorityCosts.Status.ZERO);
  }

  /** A fee that was loaded stays, whatever is published. */
  @Test
  void feesFromElsewhereStay() {
    FeeRow own =
        FEES.get(0)
            .withProvenance(new org.homeward.quantity.Provenance("our contract", false, ""))
            .withAmount(Money.ofPounds(1));
    assertThat(AuthorityFees.of(List.of(own), COSTS, of("855", "2024-25")).fees())
        .containsExactly(own);
  }

  @Test
  void anUnknownAuthorityOrYearIsSaid() {
    assertThatThrownBy(() -> COSTS.figures("Atlantis", null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("authority: There is no authority");
    assertThatThrownBy(() -> of("855", "2009-10"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("authorityYear")
        .hasMessageContaining("2016-17");
  }
}
