package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
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
import java.util.ArrayList;
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
    Map<String, Object> properties = new HashMap<>(Databases.H2.properties());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
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
    BigDecimal value = explained.at("/explanation/value").decimalValue();
    assertThat(value)
        .isCloseTo(get(answer).at(figure).decimalValue(), within(new BigDecimal("0.005")));
    Map<String, JsonNode> workings = new HashMap<>();
    explained.at("/workings").forEach(w -> workings.put(w.at("/key").asText(), w));
    assertThat(remade(explained.at("/explanation"), workings))
        .isCloseTo(value, within(new BigDecimal("0.000001")));
    workings
        .values()
        .forEach(
            w ->
                assertThat(remade(w, workings))
                    .isCloseTo(w.at("/value").decimalValue(), within(new BigDecimal("0.000001"))));
    assertThat(explained.at("/account/0").asText()).contains(" = ");
  }

  /** Worked out from the leaves alone. */
  private static BigDecimal remade(JsonNode figure, Map<String, JsonNode> workings) {
    if (!figure.at("/see").isMissingNode() && !figure.at("/see").isNull()) {
      return remade(workings.get(figure.at("/see").asText()), workings);
    }
    List<BigDecimal> parts = new ArrayList<>();
    figure.at("/parts").forEach(p -> parts.add(remade(p, workings)));
    BigDecimal product = parts.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    return switch (figure.at("/rule").asText()) {
      case "input" -> figure.at("/value").decimalValue();
      case "sum" -> parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case "difference" -> parts.get(0).subtract(parts.get(1));
      case "difference-or-zero" -> parts.get(0).subtract(parts.get(1)).max(BigDecimal.ZERO);
      case "product" -> product;
      case "quotient" -> parts.get(0).divide(parts.get(1), MathContext.DECIMAL128);
      case "time-at-cost" -> product.divide(BigDecimal.valueOf(60), MathContext.DECIMAL128);
      case "to-the-penny" ->
          product.setScale(10, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_EVEN);
      default -> throw new AssertionError(figure.at("/rule").asText());
    };
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
