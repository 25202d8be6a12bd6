package org.homeward.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.history.Payer;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.CostChange;
import org.homeward.parameter.PaidEffect;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.quantity.Pence;
import org.homeward.staffing.HourBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped book beside itself with one thing written otherwise. */
class BookDifferencesTest {

  private static final CatalogueFiles SHIPPED = CatalogueFolder.read(Path.of(""));
  private static final OpenBook FIRST = open(SHIPPED);
  private static final String FEES = "catalogue/fees.csv";
  private static final String PRICES = "catalogue/prices.csv";

  private static OpenBook open(CatalogueFiles files) {
    Catalogue catalogue = CatalogueReader.read(files);
    CostBookEntry entry =
        new CostBookEntry(
            "test-1", "Test", CostBookEntry.State.DRAFT, "", null, 1, Instant.EPOCH, null, null);
    return new OpenBook(entry, files, catalogue, ParameterCatalogue.of(catalogue.inputs()));
  }

  private static BookDifferences written(String file, String from, String to) {
    String text = SHIPPED.texts().get(file);
    assertThat(text).containsOnlyOnce(from);
    TreeMap<String, String> texts = new TreeMap<>(SHIPPED.texts());
    texts.put(file, text.replace(from, to));
    return BookDifferences.between(FIRST, open(new CatalogueFiles(texts)));
  }

  private static BookDiff.Item only(BookDifferences differences) {
    assertThat(differences.diff().items()).hasSize(1);
    return differences.diff().items().get(0);
  }

  private record Word(
      String file, String from, String to, String path, String before, String after) {}

  static List<Word> words() {
    return List.of(
        new Word(
            "catalogue/roles.csv",
            "\nsocial-worker,Social worker,",
            "\nsocial-worker,Child’s social worker,",
            "staff-costs/social-worker/name",
            "Social worker",
            "Child’s social worker"),
        new Word(
            "catalogue/area-weights.csv",
            "london,London,",
            "london,Inner London,",
            "area-weights/london/name",
            "London",
            "Inner London"),
        new Word(
            FEES,
            "foster,in-house,,,,2024-04-01,625,week,2024-25,supervise-foster-carer,",
            "foster,in-house,,,,2024-04-01,625,week,2024-25,,",
            "fees/foster/in-house/any-area/any-age/2024-04-01/includes",
            "supervise-foster-carer",
            ""),
        new Word(
            PRICES,
            "adoption-allowance,Adoption allowance,",
            "adoption-allowance,Help for adopters,",
            "prices/adoption-allowance/any-age/2015-04-01/name",
            "Adoption allowance",
            "Help for adopters"),
        new Word(
            PRICES,
            "Court fee: adoption application,legal",
            "Court fee: adoption application,one-off",
            "prices/court-fee-adoption/any-age/2015-04-01/component",
            "legal",
            "one-off"),
        new Word(
            PRICES,
            "39245,once,2025-26,adopter-recruitment-assessment|adoption-matching-adopters|support-adopters:12|post-adoption-support:12,",
            "39245,once,2025-26,support-adopters:6,",
            "prices/inter-agency-fee/any-age/2025-04-01/includes",
            "adopter-recruitment-assessment, adoption-matching-adopters, support-adopters for 12 months, post-adoption-support for 12 months",
            "support-adopters for 6 months"),
        new Word(
            "catalogue/bank-holidays.csv",
            "2010-01-01,New Year’s Day,",
            "2010-01-01,First of January,",
            "bank-holidays/2010-01-01",
            "New Year’s Day",
            "First of January"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordThatDiffersIsToldWithWhatBothBooksSay(Word word) {
    BookDifferences differences = written(word.file(), word.from(), word.to());

    BookDiff.Item item = only(differences);
    assertThat(item.path()).isEqualTo(word.path());
    assertThat(item.kind()).isEqualTo(BookDiff.Kind.CHANGED);
    assertThat(item.before()).isEqualTo(word.before());
    assertThat(item.after()).isEqualTo(word.after());
    assertThat(item.effects()).isEmpty();
    assertThat(item.paid()).isNull();
    assertThat(differences.files())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.path()).isEqualTo(word.file());
              assertThat(f.places()).hasSize(1);
              assertThat(f.places().get(0).before()).hasSize(1);
              assertThat(f.places().get(0).after()).hasSize(1);
            });
  }

  /** £625 of 2024-25 is £645.24 of 2025-26: the GDP deflator goes from 100 to 103.2388. */
  @Test
  void anotherPayerOfAFeeMovesAWeekOfItFromOneToTheOther() {
    BookDiff.Item item =
        only(
            written(
                FEES,
                "foster,in-house,,,,2024-04-01,625,week,2024-25,supervise-foster-carer,social-care",
                "foster,in-house,,,,2024-04-01,625,week,2024-25,supervise-foster-carer,health"));

    assertThat(item.path()).isEqualTo("fees/foster/in-house/any-area/any-age/2024-04-01/payer");
    assertThat(item.paid())
        .isEqualTo(
            new PaidEffect(
                "week",
                Pence.of(64_524),
                Pence.of(64_524),
                Map.of(Payer.SOCIAL_CARE, Pence.of(-64_524), Payer.HEALTH, Pence.of(64_524))));
  }

  /** £650 of 2024-25 is £671.05 of 2025-26. */
  @Test
  void anotherFeeIsToldByTheWeek() {
    BookDiff.Item item =
        only(
            written(
                FEES, "foster,in-house,,,,2024-04-01,625,", "foster,in-house,,,,2024-04-01,650,"));

    assertThat(item.paid())
        .isEqualTo(
            new PaidEffect(
                "week",
                Pence.of(64_524),
                Pence.of(67_105),
                Map.of(Payer.SOCIAL_CARE, Pence.of(2_581))));
    assertThat(item.effects()).isEmpty();
  }

  /**
   * Three years from 15 to 18 have 1,096 nights: 1,096 ÷ 7 × £25 × 1.032388 more is £4,041.06, but
   * for what rounding each total does.
   */
  @Test
  void anotherFeeIsToldByWhatItDoesToWholeRoutes() {
    BookDifferences differences =
        written(FEES, "foster,in-house,,,,2024-04-01,625,", "foster,in-house,,,,2024-04-01,650,");

    Map<String, Pence> effects = only(differences).routeEffects();
    assertThat(effects.get("foster-in-house/15").value()).isCloseTo(404_106, within(1L));
    assertThat(effects).doesNotContainKey("foster-ifa/15");
    assertThat(differences.routes())
        .filteredOn(r -> r.id().equals("foster-in-house/15"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.difference()).isEqualTo(effects.get(r.id()));
              assertThat(r.together()).isEqualTo(Pence.ZERO);
            });
  }

  /** What the fee no longer pays for is paid beside it. */
  @Test
  void aFeeThatPaysForLessMakesItsRoutesDearer() {
    BookDiff.Item item =
        only(
            written(
                FEES,
                "foster,in-house,,,,2024-04-01,625,week,2024-25,supervise-foster-carer,",
                "foster,in-house,,,,2024-04-01,625,week,2024-25,,"));

    assertThat(item.paid()).isNull();
    assertThat(item.routeEffects().get("foster-in-house/9").value()).isPositive();
  }

  /** What is stated in prices of 2024-25 is dearer in those of 2025-26 if they rose by more. */
  @Test
  void anotherIndexIsToldByUnitCostsAndRoutes() {
    BookDiff.Item item =
        only(
            written(
                "catalogue/price-indices.csv",
                "vintage\",2024-25,100.0,",
                "vintage\",2024-25,99.0,"));

    assertThat(item.path()).contains("2024-25");
    assertThat(item.paid()).isNull();
    assertThat(item.routeEffects().get("foster-in-house/15").value()).isPositive();
  }

  /** What single differences do and what they do together is the whole difference of each route. */
  @Test
  void routesOfTwoBooksDifferByWhatDifferencesDoAloneAndTogether() {
    TreeMap<String, String> texts = new TreeMap<>(SHIPPED.texts());
    texts.computeIfPresent(
        FEES,
        (f, t) ->
            t.replace("foster,in-house,,,,2024-04-01,625,", "foster,in-house,,,,2024-04-01,650,"));
    texts.computeIfPresent(
        "processes/pathways/foster-in-house.yaml",
        (f, t) -> t.replace("provider: in-house", "provider: agency"));
    OpenBook second = open(new CatalogueFiles(texts));
    BookDifferences differences = BookDifferences.between(FIRST, second);

    assertThat(differences.diff().items()).hasSize(2);
    assertThat(differences.routes()).isNotEmpty();
    for (CostChange route : differences.routes()) {
      long alone =
          differences.diff().items().stream()
              .mapToLong(i -> i.routeEffects().getOrDefault(route.id(), Pence.ZERO).value())
              .sum();
      assertThat(route.alone().value()).isEqualTo(alone);
      assertThat(route.difference()).isEqualTo(route.alone().plus(route.together()));
    }
    // With an agency the fee of the authority’s own carers does not count: what it does alone is
    // taken back by both together.
    assertThat(differences.routes())
        .filteredOn(r -> r.id().equals("foster-in-house/15"))
        .singleElement()
        .satisfies(r -> assertThat(r.together().value()).isCloseTo(-404_106, within(1L)));
  }

  /** £1,000 a month is 1,000 × 12 ÷ 365.25 × 7 = £229.98 a week. */
  @Test
  void aFeeByTheMonthInPlaceOfOneByTheWeekIsToldByTheWeek() {
    BookDiff.Item item =
        only(
            written(
                FEES,
                "foster,in-house,,,,2024-04-01,625,week,2024-25,",
                "foster,in-house,,,,2024-04-01,1000,month,2025-26,"));

    assertThat(item.path()).endsWith("2024-04-01/amount");
    assertThat(item.paid())
        .isEqualTo(
            new PaidEffect(
                "week",
                Pence.of(64_524),
                Pence.of(22_998),
                Map.of(Payer.SOCIAL_CARE, Pence.of(-41_526))));
  }

  /** The fee of 2025-26 follows that of 2024-25, £645.24 in its prices. */
  @Test
  void aFeeFromALaterDayIsToldBesideTheOneThatItFollows() {
    String row =
        "foster,in-house,,,,2024-04-01,625,week,2024-25,supervise-foster-carer,social-care,";
    BookDiff.Item item =
        only(
            written(
                FEES,
                row,
                "foster,in-house,,,,2025-10-01,700,week,2025-26,supervise-foster-carer,social-care,framework,false,\n"
                    + row));

    assertThat(item.kind()).isEqualTo(BookDiff.Kind.ADDED);
    assertThat(item.path()).isEqualTo("fees/foster/in-house/any-area/any-age/2025-10-01");
    assertThat(item.paid())
        .isEqualTo(
            new PaidEffect(
                "week",
                Pence.of(64_524),
                Pence.of(70_000),
                Map.of(Payer.SOCIAL_CARE, Pence.of(5_476))));
  }

  @Test
  void aPriceThatIsPaidOnceIsToldSo() {
    BookDiff.Item item = only(written(PRICES, "2025-04-01,39245,once", "2025-04-01,40000,once"));

    assertThat(item.paid())
        .isEqualTo(
            new PaidEffect(
                "once",
                Pence.of(3_924_500),
                Pence.of(4_000_000),
                Map.of(Payer.SOCIAL_CARE, Pence.of(75_500))));
  }

  /** Only where a stated cost is used: the shipped book states none, so no unit cost changes. */
  @Test
  void otherCasesOfAStatedUnitCostAreADifference() {
    BookDifferences differences =
        written(
            "catalogue/stated-unit-costs.csv",
            "find-placement,residential sought,\"{placement.type: [residential, secure]}\"",
            "find-placement,residential sought,\"{placement.type: [residential]}\"");

    assertThat(only(differences).path())
        .isEqualTo("stated-unit-costs/find-placement/residential-sought/condition");
    assertThat(differences.files().get(0).places().get(0).after().get(0))
        .contains("\"{placement.type: [residential]}\"");
  }

  @Test
  void aTemplateThatDiffersIsNamedAndItsLinesAreTold() {
    BookDifferences differences =
        written(
            "processes/pathways/adoption.yaml",
            "{at: 13 months, event: adoption-placement}",
            "{at: 12 months, event: adoption-placement}");

    BookDiff.Item item = only(differences);
    assertThat(item.path()).isEqualTo("pathways/adoption");
    assertThat(item.name()).isEqualTo("Adoption by the authority’s own adopters");
    assertThat(item.kind()).isEqualTo(BookDiff.Kind.STRUCTURE);
    assertThat(differences.routes()).as("the same is done a month earlier").isEmpty();
    assertThat(differences.files().get(0).places())
        .containsExactly(
            new FileDifference.Place(
                lineOf("processes/pathways/adoption.yaml", "{at: 13 months, event: adoption-pl"),
                List.of("  - {at: 13 months, event: adoption-placement}"),
                List.of("  - {at: 12 months, event: adoption-placement}")));
  }

  private static int lineOf(String file, String words) {
    return (int) SHIPPED.texts().get(file).lines().takeWhile(l -> !l.contains(words)).count() + 1;
  }

  /**
   * The first review has 31 minutes more of a social worker; 91 in their place are one hour more,
   * wherever the first review goes, and nothing elsewhere.
   */
  @Test
  void minutesOfAVariationAreAnEffectWhereItAppliesAndNotElsewhere() {
    BookDiff.Item item =
        only(
            written(
                "processes/review.yaml",
                "category: indirect, add: 31}",
                "category: indirect, add: 91}"));

    long hour =
        FIRST
            .book()
            .hourlyCostsByRole()
            .get("social-worker")
            .perHour(HourBasis.WORKING_HOUR)
            .toPence()
            .value();
    assertThat(item.effects()).isEmpty();
    assertThat(item.variedEffects())
        .containsOnlyKeys("review/first-review", "review/first-review+out-of-area")
        .allSatisfy(
            (of, effect) -> assertThat(Math.abs(effect.value() - hour)).isLessThanOrEqualTo(1));
    assertThat(item.variedEffects()).hasSize(2);
  }
}
