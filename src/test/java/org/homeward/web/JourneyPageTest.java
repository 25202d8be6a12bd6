package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of journeys: typed rows, kept in the address, against published figures. */
class JourneyPageTest {

  private static final Path FOLDER = Path.of("src/test/resources/worked-examples");

  @ParameterizedTest
  @CsvSource({"3, 0", "2, 1"})
  void anExampleIsWhatIsPublishedRowForRow(String child, int example) throws IOException {
    JourneyQuestion question = JourneyExample.ALL.get(example).question();
    assertThat(JourneyExample.ALL.get(example).name()).startsWith("Child " + child + ":");
    assertThat(question.actual()).isEqualTo(published(child, "actual"));
    assertThat(question.anticipated()).isEqualTo(published(child, "anticipated"));
    NamedCsvRecord totals =
        read("leicestershire-totals.csv").stream()
            .filter(r -> r.getField("child").equals(child))
            .findFirst()
            .orElseThrow();
    assertThat(question.statedActual()).isEqualTo(totals.getField("stated_actual"));
    assertThat(question.statedAnticipated()).isEqualTo(totals.getField("stated_anticipated"));
    assertThat(question.statedAvoided()).isEqualTo(totals.getField("stated_avoided"));
  }

  private static List<JourneyRow> published(String child, String side) throws IOException {
    return read("leicestershire-journeys.csv").stream()
        .filter(r -> r.getField("child").equals(child) && r.getField("side").equals(side))
        .map(
            r ->
                new JourneyRow(
                    r.getField("description"),
                    r.getField("length"),
                    r.getField("unit"),
                    r.getField("price"),
                    r.getField("per"),
                    r.getField("concurrent").equals("true"),
                    r.getField("stated")))
        .toList();
  }

  private static List<NamedCsvRecord> read(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return reader.stream().toList();
    }
  }

  @Test
  void thePageBeginsWithAPublishedJourneyAndSaysWhatItsSourceDoesNotAddUpTo() {
    // Published: 99,730 and 66,840, 32,890 avoided. By rates and lengths (20 × 4,250 + 20 × 737)
    // − (12 × 4,250 + 24 × 660) = 99,740 − 66,840 = 32,900.
    assertThat(Served.get("/journeys").body())
        .contains("The anticipated journey costs £32,900 less: that is the cost avoided.")
        .contains("The source states £32,890 avoided.")
        .contains("£99,740.00")
        .contains(JourneyExample.SOURCE);
    assertThat(Served.get(JourneyExample.CHILD_2.question().address()).body())
        .contains("costs £4,460 more: cost is added, not avoided.")
        .contains("The source states £3,460 avoided.");
  }

  @Test
  void whatIsTypedStandsInTheAddressWhicheverButtonIsPressed() {
    Map<String, String> typed = new HashMap<>(Map.of("months", "four-weeks", "do", "add-actual"));
    typed.putAll(row("actual-1", "Foster | care & more", "10", "weeks", "£1,000.50", "week"));
    typed.putAll(row("anticipated-1", "Home", "10", "weeks", "", ""));
    HttpResponse<String> sent = Served.post("/journeys", typed);
    assertThat(sent.statusCode()).isEqualTo(303);
    String address = sent.headers().firstValue("Location").orElseThrow();
    assertThat(address).endsWith("#actual-2-what");
    String page = Served.get(address.replaceFirst("#.*", "")).body();
    assertThat(page)
        .contains("id=\"actual-2-what\"")
        .contains("value=\"Foster / care &amp; more\"")
        .contains("value=\"£1,000.50\"")
        .contains("costs £10,005 less"); // 10 × 1,000.50
  }

  @Test
  void aRowIsTakenAwayAndTheOthersMoveUp() {
    Map<String, String> typed =
        new HashMap<>(Map.of("months", "four-weeks", "do", "remove-actual-1"));
    typed.putAll(row("actual-1", "First", "1", "weeks", "10", "week"));
    typed.putAll(row("actual-2", "Second", "2", "weeks", "20", "week"));
    typed.putAll(row("anticipated-1", "Other", "1", "weeks", "5", "week"));
    assertThat(Served.post("/journeys", typed).headers().firstValue("Location").orElseThrow())
        .contains("actual=Second")
        .doesNotContain("First");
  }

  @Test
  void everyFieldThatCannotBeUsedIsNamedAtOnce() {
    HttpResponse<String> refused =
        Served.get(
            "/journeys?months=calendar&actual=%7Csoon%7Cweeks%7C-5%7Cweek&statedAvoided=much");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#actual-1-what\"")
        .contains("href=\"#actual-1-length\"")
        .contains("href=\"#actual-1-price\"")
        .contains("href=\"#anticipated-1-what\"")
        .contains("href=\"#statedAvoided\"")
        .contains("href=\"#start\"")
        .contains("value=\"soon\"");
  }

  @Test
  void theDownloadedJourneysAreAnsweredByTheInterfaceWithTheFiguresOfThePage() throws Exception {
    String body = Served.get("/journeys?download=journeys.json").body();
    HttpResponse<String> answer =
        Served.postJson("/api/journeys/compare", "application/json", body);
    JsonNode answered = new ObjectMapper().readTree(answer.body());
    assertThat(answered.at("/avoided").decimalValue()).isEqualByComparingTo("32900");
    assertThat(answered.at("/statedAvoided").decimalValue()).isEqualByComparingTo("32890");
    assertThat(Served.postJson("/api/journeys/compare", "image/svg+xml", body).body())
        .startsWith("<svg")
        .contains("Residential Placement, 5 months: £85,000");
  }

  private static Map<String, String> row(
      String name, String what, String length, String unit, String price, String per) {
    return Map.of(
        name + "-what", what,
        name + "-length", length,
        name + "-unit", unit,
        name + "-price", price,
        name + "-per", per,
        name + "-stated", "");
  }
}
