package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.Books;
import org.homeward.Databases;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.ReferenceTables;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.staffing.StaffRole;
import org.homeward.unitcost.StatedUnitCost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueStoreTest {

  private static final CatalogueFiles FIRST =
      new CatalogueFiles(
          new TreeMap<>(Map.of("processes/a.yaml", "id: a\n", "catalogue/fees.csv", "héllo,£5\n")));
  private static final CatalogueFiles EDITED =
      new CatalogueFiles(
          new TreeMap<>(
              Map.of("processes/a.yaml", "id: a\nname: A\n", "catalogue/fees.csv", "héllo,£5\n")));

  /** Those that refer to others first. */
  private static final List<String> TABLES =
      List.of(
          "means_test",
          "bank_holiday",
          "discount_band",
          "price_index_level",
          "stated_unit_cost_case",
          "stated_unit_cost",
          "price",
          "fee",
          "on_costs",
          "employer_rate",
          "agency_rate",
          "area_weight",
          "published_hourly_cost",
          "salary",
          "staff_role",
          "catalogue_file",
          "catalogue_text",
          "catalogue_version");

  private static ApplicationContext start(Map<String, Object> properties) {
    return ApplicationContext.run(properties);
  }

  private static List<String> hashes(CatalogueStore store) {
    return store.versions().stream().map(PublishedVersion::hash).toList();
  }

  @ParameterizedTest
  @EnumSource
  void publishingTheSameCatalogueTwiceChangesNothing(Databases database) {
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      int before = store.versions().size();
      assertThat(store.publish(FIRST, Books.NO_TABLES)).isTrue();
      assertThat(store.publish(FIRST, Books.NO_TABLES)).isFalse();
      assertThat(hashes(store)).hasSize(before + 1).contains(FIRST.hash());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditedFileIsANewVersionAndTheOldOneStaysAsItWas(Databases database) {
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      store.publish(FIRST, Books.NO_TABLES);
      store.publish(EDITED, Books.NO_TABLES);
      assertThat(hashes(store)).containsSubsequence(EDITED.hash(), FIRST.hash());
      assertThat(store.find(FIRST.hash())).contains(FIRST);
      assertThat(store.find(EDITED.hash())).contains(EDITED);
      assertThat(store.find("unknown")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void startingTwiceOnTheSameDatabaseKeepsEveryVersion(Databases database) {
    Map<String, Object> properties = database.properties();
    int versions;
    try (ApplicationContext context = start(properties)) {
      context.getBean(CatalogueStore.class).publish(FIRST, Books.NO_TABLES);
      versions = context.getBean(CatalogueStore.class).versions().size();
    }
    try (ApplicationContext context = start(properties)) {
      assertThat(context.getBean(CatalogueStore.class).versions()).hasSize(versions);
      assertThat(context.getBean(CatalogueStore.class).find(FIRST.hash())).contains(FIRST);
    }
  }

  /** The tables of the project's own catalogue, as its files have them. */
  private static ReferenceTables fromFiles() {
    return CatalogueReader.read(CatalogueFolder.read(Path.of(""))).tables();
  }

  @ParameterizedTest
  @EnumSource
  void theTablesReadBackAreThoseOfTheFiles(Databases database) {
    CatalogueFiles files = CatalogueFolder.read(Path.of(""));
    ReferenceTables written = fromFiles();
    try (ApplicationContext context = start(database.properties())) {
      ReferenceTables read =
          context.getBean(CatalogueStore.class).tables(files.hash()).orElseThrow();
      assertThat(read.roles()).hasSizeGreaterThanOrEqualTo(10).isEqualTo(written.roles());
      assertThat(read.salaries()).isNotEmpty().isEqualTo(written.salaries());
      assertThat(read.onCosts()).isNotEmpty().isEqualTo(written.onCosts());
      assertThat(read.employerRates()).hasSizeGreaterThan(15).isEqualTo(written.employerRates());
      assertThat(read.agencyRates()).isNotEmpty().isEqualTo(written.agencyRates());
      assertThat(read.areaWeights()).isNotEmpty().isEqualTo(written.areaWeights());
      assertThat(read.publishedHourlyCosts())
          .isNotEmpty()
          .isEqualTo(written.publishedHourlyCosts());
      assertThat(read.fees()).isNotEmpty().isEqualTo(written.fees());
      assertThat(read.prices()).isNotEmpty().isEqualTo(written.prices());
      assertThat(read.statedUnitCosts()).isNotEmpty().isEqualTo(written.statedUnitCosts());
      assertThat(read.indices()).isNotEmpty().isEqualTo(written.indices());
      assertThat(read.discounts()).hasSize(2).isEqualTo(written.discounts());
      assertThat(read.bankHolidays()).isNotEmpty().isEqualTo(written.bankHolidays());
      assertThat(read.meansTests()).hasSize(3).isEqualTo(written.meansTests());
      assertThat(read).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfConditionAndRangeComesBackAsItWas(Databases database) {
    Condition when =
        new Condition(
            List.of(
                Condition.Alternative.ALWAYS
                    .inTypes(List.of(PlacementType.FOSTER, PlacementType.CARE_LEAVER))
                    .byProviders(List.of(Provider.AGENCY))
                    .inAreas(List.of(Area.OUT_OF_AREA))
                    .under(List.of(LegalStatus.values()[1]))
                    .withNeeds(List.of(Need.values()))
                    .sequence(new IntRange(1, 2))
                    .months(new IntRange(Integer.MIN_VALUE, 3))
                    .recent(new IntRange(3, Integer.MAX_VALUE))
                    .age(new IntRange(0, 18))
                    .occurrence(new IntRange(2, 5)),
                Condition.Alternative.ALWAYS,
                Condition.Alternative.ALWAYS.inTypes(List.of())));
    ReferenceTables tables =
        tables(List.of(), List.of(stated("a", Condition.ALWAYS), stated("b", when)));
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      store.publish(FIRST, tables);
      assertThat(store.tables(FIRST.hash())).contains(tables);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiscountScheduleThatIsSetAnewIsKeptForEachOfItsDates(Databases database) {
    DiscountSchedule first = Books.greenBook();
    DiscountSchedule later =
        new DiscountSchedule(
            first.name(),
            LocalDate.of(2026, 4, 1),
            List.of(new DiscountSchedule.Band(1, new BigDecimal("0.03"))),
            "later");
    ReferenceTables tables = Books.NO_TABLES.withDiscounts(List.of(first, later));
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      store.publish(FIRST, tables);
      assertThat(store.tables(FIRST.hash()).orElseThrow().discounts())
          .extracting(d -> d.effectiveFrom() + " " + Fractions.toDecimal(d.factor(31), 6))
          .containsExactly("2003-04-01 0.345901", "2026-04-01 0.399987"); // 1 ÷ 1.03^31
    }
  }

  /** Of roles and stated unit costs alone. */
  private static ReferenceTables tables(List<StaffRole> roles, List<StatedUnitCost> stated) {
    ReferenceTables none = Books.NO_TABLES;
    return new ReferenceTables(
        roles,
        none.salaries(),
        none.onCosts(),
        none.employerRates(),
        none.agencyRates(),
        none.areaWeights(),
        none.publishedHourlyCosts(),
        none.fees(),
        none.homes(),
        none.prices(),
        stated,
        none.indices(),
        none.discounts(),
        none.bankHolidays(),
        none.meansTests());
  }

  private static StatedUnitCost stated(String process, Condition when) {
    return new StatedUnitCost(
        process,
        "standard",
        when,
        Money.ofPounds("0.12345678"),
        StatedUnitCost.Per.OCCURRENCE,
        Books.Y2025,
        Books.INVENTED);
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatCannotBeKeptLeavesNothingOfItsVersion(Databases database) throws SQLException {
    Money third = Money.ofPounds(1).dividedBy(BigFraction.of(3));
    ReferenceTables unfit =
        tables(
            List.of(new StaffRole("clerk", "Clerk", new BigDecimal("0.5"), Books.INVENTED)),
            List.of(
                stated("a", Condition.ALWAYS),
                new StatedUnitCost(
                    "b",
                    "standard",
                    Condition.ALWAYS,
                    third,
                    StatedUnitCost.Per.WEEK,
                    Books.Y2025,
                    Books.INVENTED)));
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      Map<String, Long> before = counts(context);
      assertThatThrownBy(() -> store.publish(FIRST, unfit))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(counts(context)).isEqualTo(before);
      assertThat(store.publish(FIRST, Books.NO_TABLES)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void publishingTwiceAddsNoRowToAnyTable(Databases database) throws SQLException {
    CatalogueFiles files = CatalogueFolder.read(Path.of(""));
    ReferenceTables tables = fromFiles();
    try (ApplicationContext context = start(database.properties())) {
      Map<String, Long> before = counts(context);
      assertThat(before.values()).hasSize(18).allMatch(rows -> rows > 0);
      assertThat(context.getBean(CatalogueStore.class).publish(files, tables)).isFalse();
      assertThat(counts(context)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVersionFromBeforeThereWereTablesGetsThemWhenItIsPublishedAgain(Databases database)
      throws SQLException {
    CatalogueFiles files = CatalogueFolder.read(Path.of(""));
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      try (Connection connection = connect(context);
          Statement statement = connection.createStatement()) {
        for (String table : TABLES) {
          if (!table.startsWith("catalogue_")) {
            statement.execute("delete from " + table);
          }
        }
        statement.execute("update catalogue_version set tabled = false");
      }
      assertThat(store.tables(files.hash())).isEmpty();
      assertThat(store.publish(files, fromFiles())).isFalse();
      assertThat(store.tables(files.hash())).contains(fromFiles());
    }
  }

  private static Connection connect(ApplicationContext context) throws SQLException {
    return context
        .getBean(DataSourceResolver.class)
        .resolve(context.getBean(DataSource.class))
        .getConnection();
  }

  /** How many rows each table has. */
  private static Map<String, Long> counts(ApplicationContext context) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = connect(context);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          counts.put(table, rows.getLong(1));
        }
      }
    }
    return counts;
  }
}
