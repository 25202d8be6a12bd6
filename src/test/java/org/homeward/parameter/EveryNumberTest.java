package org.homeward.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The catalogue of numbers is complete: the shipped files are read here a second time, and plainly,
 * and each number of them is in it once, and nothing else.
 */
class EveryNumberTest {

  private static final Path TABLES = Path.of("src/main/resources/catalogue");
  private static final List<Parameter> ALL =
      ParameterCatalogue.of(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).inputs()).all();

  @ParameterizedTest
  @CsvSource({
    "agency-rates, day_rate hours_a_day share",
    "area-weights, pay capital",
    "discount-schedule, rate",
    "employer-rates, rate threshold",
    "fees, amount",
    "means-test, income_disregard contribution core_multiplier one_adult couple child family",
    "on-costs, direct_overheads indirect_overheads capital leave_weeks statutory_weeks"
        + " sickness_weeks training_weeks",
    "price-indices, index",
    "prices, amount",
    "roles, case_related_share",
    "salaries, salary hours_a_week",
    "stated-unit-costs, amount"
  })
  void everyNumberOfATableIsThereOnce(String table, String columns) throws IOException {
    String file = "catalogue/" + table + ".csv";
    List<Parameter> left =
        new ArrayList<>(
            ALL.stream()
                .filter(p -> p.place() instanceof Parameter.Place.Cell c && c.file().equals(file))
                .toList());
    int numbers = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(TABLES.resolve(table + ".csv"))) {
      for (NamedCsvRecord row : rows) {
        for (String column : columns.split(" ", -1)) {
          if (!row.getField(column).isEmpty()) {
            numbers++;
            List<Parameter> found = left.stream().filter(p -> isAt(p, row, column)).toList();
            assertThat(found).as(row + " " + column).hasSize(1);
            assertThat(found.get(0).decimal()).isEqualByComparingTo(row.getField(column));
            left.remove(found.get(0));
          }
        }
      }
    }
    assertThat(numbers).isPositive();
    // What a table leaves out: all are full-time, pension is due from the first pound on.
    assertThat(left)
        .allSatisfy(
            p -> assertThat(p.path()).matches(".*/fte|employer-rates/pension/[^/]+/threshold"));
  }

  private static boolean isAt(Parameter parameter, NamedCsvRecord row, String column) {
    Parameter.Place.Cell cell = (Parameter.Place.Cell) parameter.place();
    return cell.column().equals(column)
        && cell.key().entrySet().stream()
            .allMatch(e -> e.getValue().equals(row.findField(e.getKey()).orElse("")));
  }

  static List<Path> processes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** What a document leaves out stands for one, or for none, and is a number of the book, too. */
  @ParameterizedTest
  @MethodSource("processes")
  void everyNumberOfAProcessIsThereOnce(Path file) throws IOException {
    Map<String, Object> document = new Yaml().load(Files.readString(file));
    Map<String, BigDecimal> written = new TreeMap<>();
    numbers("/tasks", document.get("tasks"), written);
    numbers("/variations", document.getOrDefault("variations", List.of()), written);
    written.keySet().removeIf(pointer -> pointer.contains("/when"));
    schedule((Map<?, ?>) document.get("trigger"), written);
    Map<String, BigDecimal> known = new TreeMap<>();
    for (Parameter p : ALL) {
      if (p.place() instanceof Parameter.Place.Node node
          && node.file().equals("processes/" + file.getFileName())) {
        assertThat(known.put(node.pointer(), p.decimal())).as(p.path()).isNull();
      }
    }
    assertThat(written).isNotEmpty();
    written.forEach(
        (pointer, number) ->
            assertThat(known.remove(pointer)).as(pointer).isEqualByComparingTo(number));
    known.forEach(
        (pointer, number) -> {
          assertThat(pointer).matches("/tasks/\\d+/(share|times|elapsed)");
          assertThat(number)
              .isEqualByComparingTo(pointer.endsWith("elapsed") ? BigDecimal.ZERO : BigDecimal.ONE);
        });
  }

  private static void numbers(String at, Object node, Map<String, BigDecimal> into) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> numbers(at + "/" + key, value, into));
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        numbers(at + "/" + i, list.get(i), into);
      }
    } else if (node instanceof Number number) {
      into.put(at, new BigDecimal(number.toString()));
    }
  }

  /** Steps such as {@code 20 working-days}, and what they go on with. */
  private static void schedule(Map<?, ?> trigger, Map<String, BigDecimal> into) {
    if (trigger.get("schedule") instanceof Map<?, ?> schedule) {
      List<?> steps = schedule.get("steps") instanceof List<?> list ? list : List.of();
      for (int i = 0; i < steps.size(); i++) {
        into.put("/trigger/schedule/steps/" + i, count(steps.get(i)));
      }
      if (schedule.get("then") != null) {
        into.put("/trigger/schedule/then", count(schedule.get("then")));
      }
    }
  }

  private static BigDecimal count(Object step) {
    return new BigDecimal(step.toString().split(" ", -1)[0]);
  }

  /** What answers say of a task, a role, a kind of case and of time is one number of the book. */
  @Test
  void whateverAnyoneAnsweredAboutIsThereOnce() throws IOException {
    List<String> columns = List.of("process", "task", "role", "variation", "category");
    Set<Map<String, String>> answered = new HashSet<>();
    for (String answers :
        List.of(
            "focus-groups-2025/answers.csv",
            "online-survey-2025/answers.csv",
            "event-records-2025/events.csv")) {
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(Path.of("timeuse-surveys").resolve(answers))) {
        for (NamedCsvRecord row : rows) {
          Map<String, String> cell = new TreeMap<>();
          columns.forEach(c -> cell.put(c, row.getField(c)));
          answered.add(cell);
        }
      }
    }
    List<Map<String, String>> known = new ArrayList<>();
    for (Parameter p : ALL) {
      if (p.place() instanceof Parameter.Place.Row row) {
        assertThat(p.decimal()).as(p.path()).isPositive();
        known.add(new TreeMap<>(row.key()));
      }
    }
    assertThat(known).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(answered);
  }

  /** No two tables forgotten: what ships as a table is either numbers of the book or said here. */
  @Test
  void everyTableIsAccountedFor() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      List<String> tables =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".csv"))
              .filter(f -> ALL.stream().noneMatch(p -> p.place().file().equals("catalogue/" + f)))
              .sorted()
              .toList();
      assertThat(tables)
          .isEqualTo(
              Arrays.asList(
                  "authority-measures.csv", // in words
                  "authority-weekly-costs.csv", // become fees when an authority is named
                  "bank-holidays.csv", // days
                  "published-hourly-costs.csv")); // to hold hours against, never used
    }
  }
}
