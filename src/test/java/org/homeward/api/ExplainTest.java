package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations over HTTP: whoever reads one can add it up for themselves. */
class ExplainTest {

  private static final String CASE = "ageAtStart=2&start=2025-04-01&horizon=age-18";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = Databases.H2.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/pathways/special-guardianship/explain?"
            + CASE
            + " | /api/pathways/special-guardianship/ledger?"
            + CASE
            + " | /total",
        "/api/pathways/adoption/explain?figure=case-management&"
            + CASE
            + " | /api/pathways/adoption/ledger?"
            + CASE
            + " | /byComponent/case-management",
        "/api/comparisons/explain?pathways=foster-in-house,adoption&"
            + CASE
            + " | /api/comparisons?pathways=foster-in-house,adoption&"
            + CASE
            + " | /pathways/1/difference",
        "/api/comparisons/explain?pathways=foster-in-house,adoption&figure=adoption/support&"
            + CASE
            + " | /api/comparisons?pathways=foster-in-house,adoption&"
            + CASE
            + " | /pathways/1/byComponent/support",
        "/api/comparisons/explain?pathways=foster-in-house,adoption&figure=adoption/case-management/review&"
            + CASE
            + " | /api/comparisons?pathways=foster-in-house,adoption&"
            + CASE
            + " | /pathways/1/byItem/review",
        "/api/processes/review/explain?variations=first-review | /api/processes/review | /variations/0/amount",
        "/api/staff-costs/social-worker/explain | /api/staff-costs | /0/perWorkingHour",
      })
  void anExplainedFigureIsTheFigureOfTheAnswerAndItsPartsMakeIt(
      String explain, String answer, String figure) throws IOException {
    JsonNode explained = get(explain);
    Explained.holds(explained, get(answer).at(figure).decimalValue());
  }

  @Test
  void aFeeAndAPriceAreExplainedFromWhatTheirSourceStates() throws IOException {
    for (String table : List.of("fees", "prices")) {
      JsonNode row = get("/api/" + table).at("/0");
      JsonNode explained =
          get(
              "/api/"
                  + table
                  + "/explain?label="
                  + URLEncoder.encode(row.at("/label").asText(), StandardCharsets.UTF_8));
      JsonNode figure = explained.at("/explanation");
      JsonNode stated = figure.at("/parts").isEmpty() ? figure : figure.at("/parts/0");
      assertThat(stated.at("/value").decimalValue())
          .isEqualByComparingTo(row.at("/amount").decimalValue());
      assertThat(figure.at("/source").asText()).isEqualTo(row.at("/source").asText());
    }
  }

  @Test
  void anOwnPathwayIsExplainedWithItsOwnFee() throws IOException {
    String body =
        """
        {"child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "36-months"},
         "pathway": {"id": "own", "legs": [{"from": "2025-04-01", "placement": "foster", "provider": "agency",
           "fee": {"amount": 910, "per": "week", "priceYear": "2025-26"}}]}}
        """;
    HttpResponse<String> answer = send("POST", "/api/pathways/explain?figure=placement", body);
    JsonNode figure = JSON.readTree(answer.body()).at("/explanation");
    assertThat(figure.at("/value").decimalValue()) // 1,096 days at 910 ÷ 7
        .isEqualByComparingTo("142480.00");
  }

  /** Levels of the shipped index: 96.1117 in 2023-24, 103.23883115679686 in 2025-26. */
  private static final BigDecimal TO_2023 =
      new BigDecimal("96.1117")
          .divide(new BigDecimal("103.23883115679686"), MathContext.DECIMAL128);

  /** 365 days, all in 2025-26, at 700 a week: 36,500 in the prices that the fee is of. */
  private static String placed(String priceYear) {
    return """
        {"child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
         "pathway": {"id": "own", "legs": [{"from": "2025-04-01", "placement": "foster", "provider": "agency",
           "fee": {"amount": 700, "per": "week", "priceYear": "%s"}}]}}
        """
        .formatted(priceYear);
  }

  private static JsonNode explained(String figure, String priceYear) throws IOException {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/pathways/explain?priceYears=2023-24,2025-26&figure=" + figure,
            placed(priceYear));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static BigDecimal pennies(BigDecimal pounds) {
    return pounds.setScale(2, RoundingMode.HALF_EVEN);
  }

  @Test
  void anAmountIsMovedOnceToEachPriceYearThatIsAskedFor() throws IOException {
    BigDecimal stated = new BigDecimal("36500.00");
    JsonNode ofNow = explained("placement", "2025-26");
    assertThat(ofNow.at("/explanation/value").decimalValue()).isEqualByComparingTo(stated);
    assertThat(ofNow.at("/priceYears/0/priceYear").asText()).isEqualTo("2023-24");
    assertThat(ofNow.at("/priceYears/0/explanation/value").decimalValue())
        .isEqualByComparingTo(pennies(stated.multiply(TO_2023)));
    assertThat(ofNow.at("/priceYears/1/explanation/value").decimalValue())
        .isEqualByComparingTo(stated);
    JsonNode ofThen = explained("placement", "2023-24");
    assertThat(ofThen.at("/explanation/value").decimalValue())
        .isEqualByComparingTo(pennies(stated.divide(TO_2023, MathContext.DECIMAL128)));
    assertThat(ofThen.at("/priceYears/0/explanation/value").decimalValue())
        .isEqualByComparingTo(stated); // as stated: never inflated twice
  }

  /** Money of 2025-26 stays what it is, whatever prices are spoken of. */
  @Test
  void nominalStaysWhatIsPaidWhileRealFollowsThePriceYear() throws IOException {
    JsonNode real = explained("total", "2025-26");
    JsonNode nominal = explained("nominal", "2025-26");
    BigDecimal total = real.at("/explanation/value").decimalValue();
    assertThat(real.at("/priceYears/0/explanation/value").decimalValue())
        .isCloseTo(total.multiply(TO_2023), within(new BigDecimal("0.50"))); // lines are rounded
    assertThat(nominal.at("/explanation/value").decimalValue()).isEqualByComparingTo(total);
    assertThat(nominal.at("/priceYears/0/explanation/value").decimalValue())
        .isCloseTo(total, within(new BigDecimal("0.50")));
    Map<String, JsonNode> workings = new HashMap<>();
    JsonNode then = nominal.at("/priceYears/0");
    then.at("/workings").forEach(w -> workings.put(w.at("/key").asText(), w));
    assertThat(Explained.remade(then.at("/explanation"), workings))
        .isCloseTo(
            then.at("/explanation/value").decimalValue(), within(new BigDecimal("0.000001")));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/staff-costs/social-worker/explain?catalogue=england-illustrative, 0.0001",
    "/api/processes/review/explain?catalogue=england-illustrative, 0.0001",
    "/api/comparisons/explain?pathways=adoption&figure=adoption/a-week&" + CASE + ", 0.02",
    "/api/pathways/adoption/explain?figure=case-management/review&" + CASE + ", 0.2"
  })
  void everyKindOfFigureIsExplainedInPricesOfOtherYears(String address, BigDecimal near)
      throws IOException {
    JsonNode answer = get(address + "&priceYears=2023-24");
    assertThat(answer.at("/priceYears/0/explanation/value").decimalValue())
        .isCloseTo(answer.at("/explanation/value").decimalValue().multiply(TO_2023), within(near));
    assertThat(answer.at("/priceYears/0/account/0").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01", "1066-67", "2024", "2024-26", "next"})
  void aPriceYearThatCannotBeIsToldWithAWayOut(String year) throws IOException {
    HttpResponse<String> refused =
        send("GET", "/api/staff-costs/social-worker/explain?priceYears=2023-24," + year, null);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).at("/errors")).hasSize(1);
    JsonNode problem = JSON.readTree(refused.body()).at("/errors/0");
    assertThat(problem.at("/field").asText()).isEqualTo("priceYears");
    assertThat(problem.at("/value").asText()).isEqualTo(year);
    assertThat(problem.at("/remedy").asText()).containsPattern("20\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nominal", "discounted", "hours", "hours/social-worker", "a-week", "spent/12"})
  void whatIsSaidOfARouteBesideItsTotalIsExplainedToo(String figure) throws IOException {
    JsonNode ofRoute = get("/api/pathways/adoption/explain?figure=" + figure + "&" + CASE);
    JsonNode beside =
        get(
            "/api/comparisons/explain?pathways=foster-in-house,adoption&figure=adoption/"
                + figure
                + "&"
                + CASE);
    assertThat(ofRoute.at("/explanation")).isEqualTo(beside.at("/explanation"));
    JsonNode route =
        get("/api/comparisons?pathways=foster-in-house,adoption&" + CASE).at("/pathways/1");
    BigDecimal said =
        switch (figure) {
          case "nominal" -> route.at("/nominalTotal").decimalValue();
          case "discounted" -> route.at("/discountedTotal").decimalValue();
          case "a-week" -> route.at("/perWeek").decimalValue();
          case "hours/social-worker" -> route.at("/hoursByRole/social-worker").decimalValue();
          case "spent/12" -> route.at("/months/11/cumulative").decimalValue();
          default -> sum(route.at("/hoursByRole"));
        };
    assertThat(ofRoute.at("/explanation/value").decimalValue())
        .isCloseTo(said, within(new BigDecimal("0.05")));
  }

  private static BigDecimal sum(JsonNode numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode number : numbers) {
      sum = sum.add(number.decimalValue());
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/pathways/adoption/explain?figure=case-management/nothing&" + CASE,
        "/api/comparisons/explain?pathways=adoption&figure=nothing&" + CASE,
        "/api/processes/review/explain?variations=nothing",
        "/api/fees/explain?label=nothing"
      })
  void aFigureThatThereIsNotIsToldWithThoseThereAre(String address) throws IOException {
    HttpResponse<String> refused = send("GET", address, null);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(refused.body()).at("/errors/0");
    assertThat(problem.at("/value").asText()).contains("nothing");
    assertThat(problem.at("/remedy").asText().length()).isGreaterThan(20);
  }

  @Test
  void aRoleThatThereIsNotIsNotFound() throws IOException {
    assertThat(send("GET", "/api/staff-costs/nobody/explain", null).statusCode()).isEqualTo(404);
  }

  private static JsonNode get(String path) throws IOException {
    HttpResponse<String> response = send("GET", path, null);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    try {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(server.getURL() + path))
                  .header("Accept", "application/json")
                  .header("Content-Type", "application/json")
                  .method(method, publisher)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      Contract.holds(method, path, response);
      return response;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
