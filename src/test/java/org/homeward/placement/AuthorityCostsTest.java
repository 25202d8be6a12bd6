package org.homeward.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * From the Local Authority Interactive Tool (8 April 2026), pounds a week of looked-after
   * children, fostering, residential care, adoption and social work, the spend and the children.
   */
  @ParameterizedTest
  @CsvSource({
    "970, 2020-21, 1340, 615, 4575, 1385, 140, 5653570474, 80780",
    "301, 2016-17, 1190, 595, 4560, 1915, 135, 25348465, 408",
    "306, 2019-20, 1595, 410, 3205, 1660, 105, 65820978, 791",
    "211, 2021-22, 1525, 875, 4305, 2005, 95, 26402926, 332",
    "873, 2022-23, 1665, 805, 5025, 2205, 195, 56106089, 632",
    "840, 2024-25, 2035, 690, 8720, 830, 155, 125385305, 1183",
    "855, 2024-25, 2725, 720, 7210, 2280, 145, 98678791, 694"
  })
  void aRowIsThatOfThePublishedTool(
      String code,
      String year,
      String all,
      String fostering,
      String residential,
      String adoption,
      String socialWork,
      String spend,
      int children) {
    AuthorityCosts.OfYear row = of(code, year);
    assertThat(row.perWeek())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "looked-after", Money.ofPounds(all),
                "fostering", Money.ofPounds(fostering),
                "residential", Money.ofPounds(residential),
                "adoption", Money.ofPounds(adoption),
                "social-work", Money.ofPounds(socialWork)));
    assertThat(row.spend()).isEqualTo(Money.ofPounds(spend));
    assertThat(row.children()).isEqualTo(children);
  }

  private static final Map<String, String> MEASURES =
      Map.of(
          "LACFinance", "looked-after",
          "FosteringFinance", "fostering",
          "RescareFinance", "residential",
          "AdoptionFinance", "adoption",
          "SWFinance", "social-work");

  /** Where the tool's own table lies beside the checkout: every cell, and none that it has not. */
  @Test
  void everyCellIsThatOfThePublishedTool() throws IOException {
    Path table = Path.of("../shared/data/reference/lait_childrens_finance_all_las.csv");
    assumeTrue(Files.isRegularFile(table), "The published table is not there.");
    Map<String, String> published = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
      reader.stream()
          .forEach(
              r ->
                  published.put(
                      r.getField("LA Number").replaceAll("\\..*", "")
                          + " "
                          + r.getField("Years").replace(" (OT)", "")
                          + " "
                          + r.getField("Short Desc"),
                      r.getField("Values")));
    }
    int cells = 0;
    for (AuthorityCosts.OfYear row : COSTS.figures()) {
      String of = row.authority().code() + " " + row.year() + " ";
      for (Map.Entry<String, String> measure : MEASURES.entrySet()) {
        Money own = row.perWeek().get(measure.getValue());
        assertThat(number(published.get(of + measure.getKey())))
            .as(of + measure)
            .isEqualTo(own == null ? null : own.pounds().bigDecimalValue().toPlainString());
        cells++;
      }
      assertThat(number(published.get(of + "TotalLACFinance")))
          .as(of)
          .isEqualTo(row.spend() == null ? null : row.spend().rounded(0).toPlainString());
      assertThat(
              number(
                  published.get(
                      row.authority().code() + " " + (row.year().startYear() + 1) + " LACnum")))
          .as(of)
          .isEqualTo(row.children() == null ? null : row.children().toString());
      cells += 2;
    }
    assertThat(cells).isEqualTo(1470 * 7);
  }

  /** What is not published is a dash. */
  private static String number(String published) {
    return published == null || !published.matches("\\d+") ? null : published;
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
