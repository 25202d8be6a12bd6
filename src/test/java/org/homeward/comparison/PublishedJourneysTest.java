package org.homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Children 1 to 7 of Leicestershire County Council's published modelling, whose months are four
 * weeks long.
 */
class PublishedJourneysTest {

  private static final Path FOLDER = Path.of("src/test/resources/worked-examples");

  static List<NamedCsvRecord> totals() throws IOException {
    return read("leicestershire-totals.csv");
  }

  private static List<NamedCsvRecord> read(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return reader.stream().toList();
    }
  }

  private static List<NamedCsvRecord> rows(String child, String side) throws IOException {
    return read("leicestershire-journeys.csv").stream()
        .filter(r -> r.getField("child").equals(child) && r.getField("side").equals(side))
        .toList();
  }

  private static Journey journey(String child, String side, String statedTotal) throws IOException {
    List<Journey.Row> rows = new ArrayList<>();
    for (NamedCsvRecord r : rows(child, side)) {
      Journey.Length length =
          new Journey.Length(
              new BigDecimal(r.getField("length")),
              Journey.Length.Unit.valueOf(r.getField("unit").toUpperCase(Locale.ROOT)));
      Rate.Per per = r.getField("per").isEmpty() ? null : Rate.Per.WEEK;
      rows.add(
          new Journey.Row(
              r.getField("description"),
              List.of(
                  new Journey.Stretch(
                      length, new Journey.Price(Money.ofPounds(r.getField("price")), per))),
              r.getField("concurrent").equals("true"),
              Money.ofPounds(r.getField("stated"))));
    }
    return new Journey(side, rows, Money.ofPounds(statedTotal));
  }

  private static JourneyComparison compare(NamedCsvRecord t) throws IOException {
    return new JourneyComparisonCalculator(Journey.MonthLength.FOUR_WEEKS, LocalDate.EPOCH)
        .calculate(
            journey(t.getField("child"), "actual", t.getField("stated_actual")),
            journey(t.getField("child"), "anticipated", t.getField("stated_anticipated")),
            Money.ofPounds(t.getField("stated_avoided")));
  }

  private static Pence pounds(NamedCsvRecord record, String column) {
    return Money.ofPounds(record.getField(column)).toPence();
  }

  @ParameterizedTest
  @MethodSource("totals")
  void everyRowAndTotalIsRecomputedFromItsRateAndLength(NamedCsvRecord t) throws IOException {
    JourneyComparison comparison = compare(t);
    assertThat(comparison.actual().rows())
        .extracting(JourneyComparison.CostedRow::computed)
        .isEqualTo(
            rows(t.getField("child"), "actual").stream().map(r -> pounds(r, "computed")).toList());
    assertThat(comparison.anticipated().rows())
        .extracting(JourneyComparison.CostedRow::computed)
        .isEqualTo(
            rows(t.getField("child"), "anticipated").stream()
                .map(r -> pounds(r, "computed"))
                .toList());
    assertThat(comparison.actual().total()).isEqualTo(pounds(t, "computed_actual"));
    assertThat(comparison.anticipated().total()).isEqualTo(pounds(t, "computed_anticipated"));
    assertThat(comparison.avoided()).isEqualTo(pounds(t, "computed_avoided"));
    assertThat(comparison.actual().statedRows()).isEqualTo(pounds(t, "stated_rows_actual"));
  }

  @ParameterizedTest
  @MethodSource("totals")
  void everyDifferenceIsNamedWithBothFigures(NamedCsvRecord t) throws IOException {
    JourneyComparison comparison = compare(t);
    for (JourneyComparison.CostedJourney side :
        List.of(comparison.actual(), comparison.anticipated())) {
      for (JourneyComparison.CostedRow row : side.rows()) {
        Pence stated = row.stated();
        if (stated != null && !stated.equals(row.computed())) {
          assertThat(comparison.findings())
              .anySatisfy(
                  f ->
                      assertThat(f)
                          .contains(
                              row.description(), row.computed().toString(), stated.toString()));
        }
      }
    }
    boolean agrees =
        t.getField("stated_actual").equals(t.getField("computed_actual"))
            && t.getField("stated_anticipated").equals(t.getField("computed_anticipated"));
    assertThat(comparison.findings().isEmpty()).isEqualTo(agrees);
  }

  @Test
  void childTwosOutreachIsFlaggedAsTwelveWeeksAndTurnsAvoidedIntoAdded() throws IOException {
    JourneyComparison comparison = compare(totals().get(1));
    assertThat(comparison.findings())
        .anySatisfy(f -> assertThat(f).contains("6 months", "£15,840.00", "£7,920.00", "12 weeks"))
        .anySatisfy(f -> assertThat(f).contains("£4,460.00 added", "£3,460.00 avoided"));
  }

  @Test
  void childSixsTotalIsAPoundMoreThanItsRows() throws IOException {
    assertThat(compare(totals().get(5)).findings())
        .anySatisfy(f -> assertThat(f).contains("£280,040.00", "£280,041.00"));
  }

  @Test
  void uncostedRowsOneOffsDaysAndPricesThatChangeAreExpressible() {
    Journey journey =
        new Journey(
            "actual",
            List.of(
                new Journey.Row(
                    "Residential",
                    List.of(
                        new Journey.Stretch(
                            new Journey.Length(BigDecimal.ONE, Journey.Length.Unit.MONTHS),
                            new Journey.Price(Money.ofPounds(4000), Rate.Per.WEEK)),
                        new Journey.Stretch(
                            new Journey.Length(BigDecimal.valueOf(3), Journey.Length.Unit.DAYS),
                            new Journey.Price(Money.ofPounds(700), Rate.Per.WEEK))),
                    false,
                    null),
                new Journey.Row(
                    "TOIL",
                    List.of(
                        new Journey.Stretch(
                            new Journey.Length(BigDecimal.valueOf(2), Journey.Length.Unit.DAYS),
                            null)),
                    true,
                    null)),
            null);
    JourneyComparison result =
        new JourneyComparisonCalculator(Journey.MonthLength.FOUR_WEEKS, LocalDate.EPOCH)
            .calculate(journey, new Journey("anticipated", List.of(), null), null);
    assertThat(result.actual().total()).isEqualTo(Pence.of(1630000)); // 4 × 4,000 + 3/7 × 700
    assertThat(result.actual().rows().get(1).costed()).isFalse();
  }

  @Test
  void calendarMonthsCostTheirDays() {
    Journey journey =
        new Journey(
            "actual",
            List.of(
                new Journey.Row(
                    "Foster",
                    List.of(
                        new Journey.Stretch(
                            new Journey.Length(BigDecimal.ONE, Journey.Length.Unit.MONTHS),
                            new Journey.Price(Money.ofPounds(700), Rate.Per.WEEK))),
                    false,
                    null)),
            null);
    assertThat(
            new JourneyComparisonCalculator(Journey.MonthLength.CALENDAR, LocalDate.of(2025, 2, 1))
                .calculate(journey, new Journey("none", List.of(), null), null)
                .actual()
                .total())
        .isEqualTo(Pence.of(280000)); // 28 days at 100
  }
}
