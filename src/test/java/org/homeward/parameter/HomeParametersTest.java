package org.homeward.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.Homes.ITS_PARTS;
import static org.homeward.Homes.OAK_HOUSE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.Homes;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueEditor;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Component;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Pence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of Oak House (see {@link Homes}): listed once, changed by path, compared. */
class HomeParametersTest {

  private static final BookInputs INPUTS = CatalogueReader.read(Homes.oakHouse()).inputs();
  private static final ParameterCatalogue NUMBERS = ParameterCatalogue.of(INPUTS);
  private static final String HOME = "homes/residential/by-oak-house/2025-04-01/";

  private static String week(BookInputs inputs) {
    return new LedgerCalculator(new CompiledBook(inputs.book()))
        .calculate(Homes.week())
        .byComponent()
        .get(Component.PLACEMENT)
        .toPounds()
        .toPlainString();
  }

  @Test
  void everyNumberOfBothTablesIsThereOnce() throws IOException {
    List<Parameter> left = new ArrayList<>(NUMBERS.under("homes"));
    there(Homes.HOMES_HEAD + OAK_HOUSE, "catalogue/homes.csv", left, "beds", "occupancy");
    there(
        Homes.PARTS_HEAD + ITS_PARTS,
        "catalogue/home-parts.csv",
        left,
        "posts",
        "annual_cost",
        "amount",
        "value",
        "years",
        "rate");
    assertThat(left).isEmpty();
    assertThat(NUMBERS.under("fees/residential/in-house")).isEmpty();
  }

  private static void there(String text, String file, List<Parameter> left, String... columns)
      throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        for (String column : columns) {
          if (!row.getField(column).isEmpty()) {
            Parameter found =
                left.stream()
                    .filter(
                        p ->
                            p.place() instanceof Parameter.Place.Cell c
                                && isAt(c, row, file, column))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.decimal()).isEqualByComparingTo(row.getField(column));
            assertThat(found.provenance().source()).isEqualTo(row.getField("source"));
            left.remove(found);
          }
        }
      }
    }
  }

  private static boolean isAt(
      Parameter.Place.Cell cell, NamedCsvRecord row, String file, String column) {
    return cell.file().equals(file)
        && cell.column().equals(column)
        && cell.key().entrySet().stream()
            .allMatch(e -> e.getValue().equals(row.getField(e.getKey())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beds | Beds, home for residential care, Oak House, from 1 April 2025 | beds | | false",
        "occupancy | Occupancy, home for residential care, Oak House, from 1 April 2025 | part of one | | false",
        "staffing/care-workers/posts | Posts: Care workers, home for residential care, Oak House, from 1 April 2025 | full-time posts | | false",
        "running/food-and-heating/amount | Running cost: Food and heating, home for residential care, Oak House, from 1 April 2025 | £ a day | 2025-26 | true",
        "capital/minibus/value | Value: Minibus, home for residential care, Oak House, from 1 April 2025 | £ | 2025-26 | false"
      })
  void aNumberHasNameUnitYearDatesAndSource(
      String path, String name, String unit, String year, boolean illustrative) {
    Parameter number = NUMBERS.at(HOME + path);
    assertThat(number.name()).isEqualTo(name);
    assertThat(number.unit()).isEqualTo(unit);
    assertThat(number.priceYear()).isEqualTo(year == null ? null : FinancialYear.parse(year));
    assertThat(number.from()).isEqualTo("2025-04-01");
    assertThat(number.provenance().illustrative()).isEqualTo(illustrative);
  }

  /**
   * A week is seven of £442,421.23 ÷ 1,168.8: £2,649.68. Five workers leave £376,788.525; £110 a
   * day is £3,652.50 more; £42,000 is £12,100 more; without a rate it is £10,500 and in one year
   * £23,100 in place of £12,100. A worker paid £1,000 more costs £1,957.50 more (1.35 × 1.45), six
   * £11,745.
   */
  @ParameterizedTest
  @CsvSource({
    "staffing/care-workers/posts, SET, 5, 2256.60",
    "running/food-and-heating/amount, ADD, 10, 2671.56",
    "capital/minibus/value, MULTIPLY, 2, 2722.15",
    "capital/minibus/rate, SET, 0, 2640.10",
    "capital/minibus/years, SET, 1, 2715.56",
    "occupancy, SET, 0.9, 2355.27",
    "beds, SET, 5, 2119.75",
    "staff-costs/family-support-worker/2025-26/salary, ADD, 1000, 2720.02"
  })
  void aChangeOfAnyPartReachesTheFee(
      String path, Change.Operation operation, BigDecimal value, String expected) {
    assertThat(week(INPUTS)).isEqualTo("2649.68");
    String at = path.startsWith("staff-costs") ? path : HOME + path;
    BookInputs changed = NUMBERS.with(List.of(new Change(at, operation, value, "a law")));
    assertThat(week(changed)).isEqualTo(expected);
    assertThat(changed.hash()).isNotEqualTo(INPUTS.hash());
  }

  /** Set in memory, as a what-if does, or written into the file, as a draft does. */
  @Test
  void everyNumberIsTheSameSetInMemoryAndInTheFile() {
    for (Parameter number : NUMBERS.under("homes")) {
      BigDecimal other =
          number.unit().equals("part of one") ? new BigDecimal("0.25") : BigDecimal.valueOf(7);
      BookInputs inMemory = NUMBERS.with(List.of(Change.set(number.path(), other, "a law")));
      CatalogueEditor editor = new CatalogueEditor(Homes.oakHouse());
      editor.write(number.place(), other, null);
      BookInputs inFile = CatalogueReader.read(editor.files()).inputs();
      assertThat(inFile.tables()).as(number.path()).isEqualTo(inMemory.tables());
      assertThat(Difference.between(NUMBERS, ParameterCatalogue.of(inMemory)))
          .extracting(Difference::path)
          .containsExactly(number.path());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "beds, 2.5, This must be a whole number",
    "occupancy, 1.5, at most 1",
    "capital/minibus/years, 101, 1 to 100 years",
    "staffing/care-workers/posts, -1, zero or more"
  })
  void nonsenseIsRefusedByItsPlace(String path, BigDecimal value, String reason) {
    assertThatThrownBy(() -> NUMBERS.with(List.of(Change.set(HOME + path, value, "a law"))))
        .hasMessageContaining(reason);
  }

  private static BookDiff diff(ParameterCatalogue first, ParameterCatalogue second) {
    return BookDiffCalculator.calculate(first, second, book -> Map.of());
  }

  private static BookDiff.Item item(BookDiff diff, String path) {
    return diff.items().stream().filter(i -> i.path().equals(path)).findFirst().orElseThrow();
  }

  /** Five workers in place of six: £2,649.68 to £2,256.60 a week. */
  @Test
  void aDifferenceOfAPartTellsWhatItDoesToTheFee() {
    String path = HOME + "staffing/care-workers/posts";
    ParameterCatalogue five =
        ParameterCatalogue.of(
            NUMBERS.with(List.of(Change.set(path, BigDecimal.valueOf(5), "a law"))));

    BookDiff diff = diff(NUMBERS, five);

    assertThat(diff.items()).hasSize(1);
    BookDiff.Item item = item(diff, path);
    assertThat(item.kind()).isEqualTo(BookDiff.Kind.CHANGED);
    assertThat(item.paid().per()).isEqualTo("week");
    assertThat(item.paid().before().toPounds()).isEqualByComparingTo("2649.68");
    assertThat(item.paid().after().toPounds()).isEqualByComparingTo("2256.60");
    assertThat(diff.unitCosts()).isEmpty();
  }

  /**
   * A worker paid £1,000 more costs £1,957.50 more, six £11,745: a week from £2,649.68 to
   * £2,720.02.
   */
  @Test
  void aDifferenceOfASalaryTellsWhatItDoesToTheHome() {
    String salary = "staff-costs/family-support-worker/2025-26/salary";
    ParameterCatalogue dearer =
        ParameterCatalogue.of(
            NUMBERS.with(
                List.of(
                    new Change(salary, Change.Operation.ADD, BigDecimal.valueOf(1000), "a law"))));

    BookDiff.Item item = item(diff(NUMBERS, dearer), salary);

    assertThat(item.homeEffects())
        .containsExactly(
            Map.entry("residential/in-house/Oak House from 2025-04-01", Pence.of(7034)));
    assertThat(item.paid()).isNull();
  }

  /** Without the minibus, £430,321.23 ÷ 1,168.8 × 7 = £2,577.21; and a new home is one thing. */
  @Test
  void aPartOrAHomeThatOnlyOneBookHasIsToldWhole() {
    ParameterCatalogue none =
        ParameterCatalogue.of(INPUTS.withTables(INPUTS.tables().withHomes(List.of())));
    BookDiff.Item added = diff(none, NUMBERS).items().get(0);
    assertThat(diff(none, NUMBERS).items()).hasSize(1);
    assertThat(added.path() + "/").isEqualTo(HOME);
    assertThat(added.kind()).isEqualTo(BookDiff.Kind.ADDED);
    assertThat(added.numbers()).hasSize(7);
    assertThat(added.paid().before().toPounds()).isEqualByComparingTo("0");
    assertThat(added.paid().after().toPounds()).isEqualByComparingTo("2649.68");

    ParameterCatalogue without =
        ParameterCatalogue.of(
            CatalogueReader.read(
                    Homes.files(OAK_HOUSE, ITS_PARTS.replaceFirst("(?m)^.*Minibus.*\n", "")))
                .inputs());
    BookDiff.Item removed = item(diff(NUMBERS, without), HOME + "capital/minibus");
    assertThat(removed.kind()).isEqualTo(BookDiff.Kind.REMOVED);
    assertThat(removed.paid().after().toPounds()).isEqualByComparingTo("2577.21");
  }

  /** A social worker in place of a family support worker; and another payer. */
  @Test
  void whatIsNoNumberOfAHomeIsComparedToo() {
    ParameterCatalogue other =
        ParameterCatalogue.of(
            CatalogueReader.read(
                    Homes.files(
                        OAK_HOUSE.replace("social-care", "education"),
                        ITS_PARTS.replace("family-support-worker", "social-worker")))
                .inputs());

    BookDiff diff = diff(NUMBERS, other);

    assertThat(diff.items())
        .extracting(i -> i.path() + ": " + i.before() + " → " + i.after())
        .containsExactly(
            HOME + "payer: social-care → education",
            HOME + "staffing/care-workers/role: family-support-worker → social-worker");
    assertThat(diff.items().get(1).paid().difference().value()).isPositive();
  }
}
