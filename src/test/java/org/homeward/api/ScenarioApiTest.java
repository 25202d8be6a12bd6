package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What-ifs and reports over HTTP; what is saved is saved on both databases. */
class ScenarioApiTest {

  private static final String CHILD =
      "\"child\": {\"ageAtStart\": 2, \"start\": \"2025-04-01\", \"horizon\": \"age-18\"}";
  private static final String DEARER =
      """
      {"name": "Agency fees up a tenth", "templates": ["foster-ifa", "adoption"], %s,
       "changes": [{"path": "fees/foster/agency/*/*/*/amount", "operation": "multiply", "value": 1.1,
                    "reason": "The framework is let again in 2026."}]}
      """
          .formatted(CHILD);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<Databases, EmbeddedServer> SERVERS = new EnumMap<>(Databases.class);

  @BeforeAll
  static void start() {
    for (Databases database : Databases.values()) {
      SERVERS.put(database, database.serve());
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(EmbeddedServer::close);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aSavedScenarioIsAnsweredAgainFromItsStampToTheByte(Databases on) throws IOException {
    HttpResponse<String> created = send(on, "POST", "/api/scenarios", DEARER);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonNode scenario = JSON.readTree(created.body());
    String link = scenario.at("/link").asText();
    String saved = send(on, "GET", link + "/result", null).body();
    String again =
        send(on, "GET", link + "/result?catalogue=" + scenario.at("/catalogue").asText(), null)
            .body();
    assertThat(again).isEqualTo(saved);
    JsonNode result = JSON.readTree(saved);
    JsonNode effect = result.at("/pathways/0");
    assertThat(effect.at("/difference").decimalValue()).isPositive();
    assertThat(effect.at("/difference").decimalValue())
        .isEqualByComparingTo(effect.at("/byComponent/placement").decimalValue());
    assertThat(result.at("/sentence").asText())
        .contains("because the framework is let again in 2026.")
        .contains("more: £");
    assertThat(result.at("/stamp/catalogue")).isNotEqualTo(result.at("/changedBook"));
    JsonNode base =
        JSON.readTree(
            send(
                    on,
                    "GET",
                    "/api/comparisons?pathways=foster-ifa,adoption&ageAtStart=2&start=2025-04-01",
                    null)
                .body());
    assertThat(effect.at("/base")).isEqualTo(base.at("/pathways/0/total"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aScenarioIsCopiedListedAndTakenAway(Databases on) throws IOException {
    String link =
        JSON.readTree(send(on, "POST", "/api/scenarios", DEARER).body()).at("/link").asText();
    JsonNode copy =
        JSON.readTree(send(on, "POST", link + "/copy", "{\"name\": \"For the committee\"}").body());
    assertThat(copy.at("/name").asText()).isEqualTo("For the committee");
    assertThat(copy.at("/link").asText()).isNotEqualTo(link);
    assertThat(
            JSON.readTree(send(on, "GET", "/api/scenarios", null).body()).findValuesAsText("link"))
        .contains(link, copy.at("/link").asText());
    JsonNode ofCopy =
        JSON.readTree(send(on, "GET", copy.at("/link").asText() + "/result", null).body());
    JsonNode ofOriginal = JSON.readTree(send(on, "GET", link + "/result", null).body());
    assertThat(ofCopy.at("/pathways")).isEqualTo(ofOriginal.at("/pathways"));
    assertThat(send(on, "DELETE", link, null).statusCode()).isEqualTo(204);
    assertThat(send(on, "GET", link, null).statusCode()).isEqualTo(404);
    assertThat(send(on, "DELETE", link, null).statusCode()).isEqualTo(404);
  }

  /**
   * 365 days at £700 a week of 2024-25 are £36,500, in 2025-26 prices (1.0323883115679686 times)
   * £37,682.17; a tenth more is £41,450.39. The next book has £350: £18,841.09 and £20,725.20.
   */
  @Test
  void aScenarioIsCopiedOntoTheNextBookAndTheFirstAnswerStays() throws IOException {
    String first = publish("Copyshire", 700);
    String question =
        """
        {"name": "A tenth", "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
         "pathways": [{"id": "own", "legs": [{"from": "2025-04-01", "placement": "foster", "provider": "agency"}]}],
         "changes": [{"path": "fees/foster/agency/*/*/2024-04-01/amount", "operation": "multiply", "value": 1.1, "reason": "let again"}]}
        """;
    JsonNode saved = created("/api/scenarios?catalogue=" + first, question);
    String next = publish("Copyshire", 350);
    String result = saved.at("/link").asText() + "/result";
    String before = send(Databases.H2, "GET", result, null).body();
    assertPlacement(before, "3768.22");
    assertPlacement(
        send(Databases.H2, "GET", result + "?catalogue=" + next, null).body(), "1884.11");

    JsonNode copy =
        created(
            saved.at("/link").asText() + "/copy?catalogue=" + next,
            "{\"name\": \"The next book\"}");

    assertThat(copy.at("/catalogue")).isNotEqualTo(saved.at("/catalogue"));
    assertThat(copy.at("/question/changes")).isEqualTo(saved.at("/question/changes"));
    String ofCopy = send(Databases.H2, "GET", copy.at("/link").asText() + "/result", null).body();
    assertPlacement(ofCopy, "1884.11");
    assertThat(JSON.readTree(ofCopy).at("/stamp/catalogue")).isEqualTo(copy.at("/catalogue"));
    assertThat(send(Databases.H2, "GET", result, null).body()).isEqualTo(before);
  }

  /**
   * 365 days at £700 a week are £36,500; at (700 + 7) × 1.1 = £777.70 they are £40,551.50, at 700 ×
   * 1.1 + 7 = £777 £40,515.
   */
  @ParameterizedTest
  @CsvSource({"add, 7, multiply, 1.1, 4051.50", "multiply, 1.1, add, 7, 4015.00"})
  void changesOfALegApplyInTheirOrder(
      String first, String value, String second, String other, String more) throws IOException {
    String change =
        "{\"path\": \"pathways/own/legs/1/fee\", \"operation\": \"%s\", \"value\": %s, \"reason\": \"tried\"}";
    String question =
        """
        {"name": "In order", "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
         "pathways": [{"id": "own", "legs": [{"from": "2025-04-01", "placement": "foster", "provider": "agency",
           "fee": {"amount": 700, "per": "week", "priceYear": "2025-26"}}]}], "changes": [%s, %s]}
        """
            .formatted(change.formatted(first, value), change.formatted(second, other));
    assertPlacement(send(Databases.H2, "POST", "/api/scenarios/calculate", question).body(), more);
  }

  private static void assertPlacement(String result, String more) throws IOException {
    JsonNode effect = JSON.readTree(result).at("/pathways/0");
    assertThat(effect.at("/byComponent/placement").decimalValue()).isEqualByComparingTo(more);
    assertThat(effect.at("/difference").decimalValue()).isEqualByComparingTo(more);
  }

  private static JsonNode created(String path, String body) throws IOException {
    HttpResponse<String> created = send(Databases.H2, "POST", path, body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return JSON.readTree(created.body());
  }

  /** A book of a name with another fee for agency foster care; its id. */
  private static String publish(String name, int aWeek) throws IOException {
    String who = "\"by\": \"finance-officer\", \"reason\": \"our own\"";
    String id =
        created(
                "/api/cost-books",
                "{\"copyOf\": \"england-illustrative\", \"name\": \"%s\", %s}".formatted(name, who))
            .at("/id")
            .asText();
    HttpResponse<String> edited =
        send(
            Databases.H2,
            "POST",
            "/api/cost-books/" + id + "/edits",
            "{\"edition\": 1, %s, \"changes\": [{\"path\": \"fees/foster/agency/any-area/any-age/2024-04-01/amount\", \"operation\": \"set\", \"value\": %d}]}"
                .formatted(who, aWeek));
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    send(
        Databases.H2,
        "POST",
        "/api/cost-books/" + id + "/publish",
        "{\"edition\": 2, " + who + "}");
    return id;
  }

  @Test
  void everyProblemOfAScenarioIsToldAtOnceAndNothingIsSaved() throws IOException {
    String before = send(Databases.H2, "GET", "/api/scenarios", null).body();
    HttpResponse<String> refused =
        send(
            Databases.H2,
            "POST",
            "/api/scenarios",
            """
            {"name": "x", "templates": ["adoption"], %s, "changes": [
              {"path": "staff-costs/social-wroker/2025-26/salary", "operation": "set", "value": 1, "reason": "r"},
              {"path": "pathways/adoption/legs/9/length", "operation": "add", "value": 1, "reason": "r"}]}
            """
                .formatted(CHILD));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode errors = JSON.readTree(refused.body()).at("/errors");
    assertThat(errors).hasSize(2);
    assertThat(errors.toString())
        .contains("social-worker")
        .contains("changes[0]")
        .contains("changes[1]");
    HttpResponse<String> empty = send(Databases.H2, "POST", "/api/scenarios", "{}");
    assertThat(JSON.readTree(empty.body()).at("/errors").findValuesAsText("field"))
        .contains("name", "changes", "child");
    assertThat(send(Databases.H2, "GET", "/api/scenarios", null).body()).isEqualTo(before);
  }

  @Test
  void theFeeThatMakesTwoRoutesEqualIsCheckedByCostingIt() throws IOException {
    String ask =
        """
        {"templates": ["residential", "foster-ifa"], "child": {"ageAtStart": 12, "start": "2025-04-01"},
         "path": "pathways/foster-ifa/legs/3/fee", "low": 0, "high": 20000}
        """;
    JsonNode solved = JSON.readTree(send(Databases.H2, "POST", "/api/scenarios/solve", ask).body());
    BigDecimal value = solved.at("/value").decimalValue();
    boolean exact = solved.at("/residual").decimalValue().signum() == 0;
    assertThat(value.subtract(solved.at("/neighbour").decimalValue()).abs())
        .isEqualByComparingTo(exact ? "0" : "0.01");
    JsonNode checked =
        JSON.readTree(
            send(
                    Databases.H2,
                    "POST",
                    "/api/scenarios/calculate",
                    """
                    {"name": "check", "templates": ["residential", "foster-ifa"],
                     "child": {"ageAtStart": 12, "start": "2025-04-01"},
                     "changes": [{"path": "pathways/foster-ifa/legs/3/fee", "operation": "set", "value": %s, "reason": "r"}]}
                    """
                        .formatted(value.toPlainString()))
                .body());
    BigDecimal difference =
        checked
            .at("/pathways/1/changed")
            .decimalValue()
            .subtract(checked.at("/pathways/0/changed").decimalValue());
    assertThat(difference).isEqualByComparingTo(solved.at("/residual").decimalValue());
    assertThat(difference.signum() * solved.at("/neighbourResidual").decimalValue().signum())
        .isLessThanOrEqualTo(0);
    assertThat(solved.at("/sentence").asText()).contains("to cost the same");
  }

  @Test
  void theNumbersOfAPathwayAreListedWithTheirPaths() throws IOException {
    JsonNode numbers =
        JSON.readTree(
            send(
                    Databases.H2,
                    "POST",
                    "/api/scenarios/pathway-numbers",
                    "{\"templates\": [\"adoption\"], " + CHILD + "}")
                .body());
    assertThat(numbers.findValuesAsText("path"))
        .contains("pathways/adoption/legs/1/length", "pathways/adoption/legs/2/start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "xlsx", "docx"})
  void aComparisonIsHadAsADocument(String format) throws IOException, InterruptedException {
    HttpResponse<byte[]> report =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(
                        SERVERS.get(Databases.H2).getURL()
                            + "/api/reports/comparison?pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&format="
                            + format))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.body().length).isGreaterThan(8_000);
    String policy = String.join(" | ", report.headers().allValues("Content-Security-Policy"));
    if (format.equals("html")) {
      assertThat(policy).contains("sha256-").doesNotContain("|");
    } else {
      assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
          .contains("homeward-comparison." + format);
      assertThat(report.body()).startsWith('P', 'K');
    }
  }

  @Test
  void aFormatThatThereIsNotIsRefused() throws IOException {
    HttpResponse<String> refused =
        send(
            Databases.H2,
            "GET",
            "/api/reports/comparison?pathways=adoption&ageAtStart=2&start=2025-04-01&format=pdf",
            null);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("docx");
  }

  private static HttpResponse<String> send(Databases on, String method, String path, String body)
      throws IOException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    try {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(SERVERS.get(on).getURL() + path))
                  .header("Accept", path.startsWith("/api/reports") ? "*/*" : "application/json")
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
