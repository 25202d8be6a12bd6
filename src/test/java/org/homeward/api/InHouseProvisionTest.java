package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Oak House over HTTP: four beds at 80 % of nights, six family support workers at £65,632.705, £100
 * a day, £21,000 over two years at 10 % (£12,100 a year). £442,421.23 a year ÷ 1,168.8 nights =
 * £378.53 a night.
 */
class InHouseProvisionTest {

  private static final String HOME =
      """
      {"edition": %d, "by": "finance-officer", "reason": "our own home", "placement": "residential", "name": "Oak House",
       "from": "2025-04-01", "source": "Budget of Oak House", "includes": ["supervise-foster-carer"], "home": {"beds": 4, "occupancy": 0.8,
        "posts": [{"name": "Care workers", "role": "family-support-worker", "fte": 6, "source": "Rota of Oak House"}],
        "running": [{"name": "Food and heating", "amount": 100, "per": "day"}],
        "capital": [{"name": "Minibus", "value": 21000, "years": 2, "rate": 0.1}]}}
      """;
  private static final String PATH = "homes/residential/by-oak-house/2025-04-01";
  private static final String WEEK =
      """
      {"child": {"ageAtStart": 12, "start": "2025-04-01", "horizon": "2025-04-08"}, "pathway": {"id": "own", "legs": [
        {"from": "2025-04-01", "placement": "residential", "provider": "in-house", "providerName": "Oak House", "legalStatus": "care-order"}]}}
      """;

  private static Asked asked;

  @BeforeAll
  static void start() {
    asked = new Asked();
  }

  @AfterAll
  static void stop() {
    asked.close();
  }

  private static JsonNode load(Asked asked, String id, int edition, int status) {
    return asked.post("/api/cost-books/" + id + "/in-house", HOME.formatted(edition), status);
  }

  private static JsonNode edit(Asked asked, String id, int edition, String path, String change) {
    return asked.post(
        "/api/cost-books/" + id + "/edits",
        """
        {"edition": %d, "by": "finance-officer", "reason": "a law", "changes": [{"path": "%s", %s}]}
        """
            .formatted(edition, path, change),
        200);
  }

  private static void publish(Asked asked, String id, int edition) {
    asked.post(
        "/api/cost-books/" + id + "/publish",
        "{\"edition\": %d, \"by\": \"finance-officer\", \"reason\": \"agreed\"}".formatted(edition),
        200);
  }

  private static void is(JsonNode value, String pounds) {
    assertThat(value.decimalValue()).isEqualByComparingTo(pounds);
  }

  /**
   * The salary from £32,654 to £33,654: a week from £2,649.68 to £2,720.02. Then occupancy of 90 %
   * (1,314.9 nights): £454,166.23 ÷ 1,314.9 × 7 = £2,417.80.
   */
  @ParameterizedTest
  @EnumSource
  void aHomeIsLoadedFollowsTheSalariesAndSurvivesARestart(Databases database) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("micronaut.server.port", -1);
    String id;
    JsonNode homes;
    try (Asked once = new Asked(ApplicationContext.run(EmbeddedServer.class, properties))) {
      id = once.draft("Homeshire");
      JsonNode loaded = load(once, id, 1, 200);
      assertThat(loaded.at("/notes/0").asText())
          .contains("£378.53", "Care workers 6 posts × £65632.70", "£442421.23 a year for 4 beds");
      JsonNode conflict = load(once, id, 1, 409);
      assertThat(conflict.toString()).contains(PATH + "/staffing/care-workers/posts");
      edit(
          once,
          id,
          2,
          "staff-costs/family-support-worker/2025-26/salary",
          "\"operation\": \"add\", \"value\": 1000");
      is(
          once.get("/api/cost-books/" + id + "/in-house", 200).at("/homes/0/perUsedWeek"),
          "2720.02");
      edit(once, id, 3, PATH + "/occupancy", "\"value\": 0.9");
      publish(once, id, 4);
      homes = once.get("/api/cost-books/" + id + "/in-house", 200);
      is(homes.at("/homes/0/perUsedWeek"), "2417.80");
      is(
          once.post("/api/pathways/cost?catalogue=" + id, WEEK, 200).at("/byComponent/placement"),
          "2417.80");
    }
    try (Asked once = new Asked(ApplicationContext.run(EmbeddedServer.class, properties))) {
      assertThat(once.get("/api/cost-books/" + id + "/in-house", 200)).isEqualTo(homes);
      is(
          once.post("/api/pathways/cost?catalogue=" + id, WEEK, 200).at("/byComponent/placement"),
          "2417.80");
      JsonNode number =
          once.get("/api/cost-books/" + id + "/parameters?under=" + PATH + "/occupancy", 200)
              .at("/parameters/0");
      is(number.get("value"), "0.9");
      assertThat(number.get("source").asText()).isEqualTo("Budget of Oak House");
    }
  }

  @Test
  void aHomeIsListedExplainedComparedAndRefused() {
    assertThat(asked.get("/api/cost-books/england-illustrative/in-house", 200).get("homes"))
        .isEmpty();
    String id = asked.draft("Homeshire");
    load(asked, id, 1, 200);
    JsonNode home = asked.get("/api/cost-books/" + id + "/in-house", 200).at("/homes/0");
    assertThat(home.at("/fee").asText())
        .isEqualTo("residential/in-house/Oak House from 2025-04-01");
    assertThat(home.at("/path").asText()).isEqualTo(PATH);
    is(home.at("/perYear"), "442421.23");
    is(home.at("/usedNights"), "1168.80");
    is(home.at("/perUsedNight"), "378.53");
    assertThat(home.at("/illustrative").asBoolean()).isTrue(); // the salaries are
    JsonNode parts = home.at("/parts");
    assertThat(parts)
        .extracting(p -> p.get("kind").asText())
        .containsExactly("staffing", "running", "capital");
    is(parts.at("/0/perYear"), "393796.23");
    is(parts.at("/1/perYear"), "36525");
    is(parts.at("/2/perYear"), "12100");
    assertThat(parts)
        .extracting(p -> p.get("source").asText())
        .containsExactly("Rota of Oak House", "Budget of Oak House", "Budget of Oak House");
    assertThat(parts.get(0).get("path").asText()).isEqualTo(PATH + "/staffing/care-workers");

    JsonNode again =
        asked.post(
            "/api/cost-books/" + id + "/in-house",
            HOME.formatted(2).replace("\"beds\": 4", "\"beds\": 5"),
            200);
    assertThat(again.at("/draft/edits/2/alterations"))
        .extracting(a -> a.get("path").asText())
        .containsExactly(PATH + "/beds", "files/catalogue/homes.csv");
    assertThat(asked.get("/api/cost-books/" + id + "/in-house", 200).get("homes")).hasSize(1);
    edit(asked, id, 3, PATH + "/beds", "\"value\": 4");
    publish(asked, id, 4);

    JsonNode why =
        asked.get(
            "/api/fees/explain?label=residential/in-house/Oak%20House%20from%202025-04-01&catalogue="
                + id,
            200);
    Explained.holds(why, new BigDecimal("378.526"));
    assertThat(why.at("/account").toString())
        .contains("£442,421.23 a year (What the home costs a year)", "1,168.8 nights");
    assertThat(why.toString())
        .contains("annuity", "staff-costs/family-support-worker/2025-26/salary");

    // London: 1.2 times salary and capital, a worker £78,976.746; £522,485.476 ÷ 1,168.8 × 7
    JsonNode london =
        asked.post(
            "/api/pathways/cost?catalogue=" + id,
            WEEK.strip().replaceFirst("}$", ", \"overrides\": {\"staffArea\": \"london\"}}"),
            200);
    is(london.at("/byComponent/placement"), "3129.19");

    JsonNode diff =
        asked.get("/api/cost-books/england-illustrative/diff/" + id, 200).get("differences");
    assertThat(diff.get(0).get("path").asText()).isEqualTo(PATH);
    is(diff.get(0).at("/paid/after"), "2649.68");

    JsonNode whatIf =
        asked.post(
            "/api/scenarios/calculate?catalogue=" + id,
            """
            {"name": "Five workers", "child": {"ageAtStart": 12, "start": "2025-04-01", "horizon": "2025-04-08"},
             "pathways": [{"id": "own", "legs": [{"from": "2025-04-01", "placement": "residential", "provider": "in-house",
               "providerName": "Oak House", "legalStatus": "care-order"}]}],
             "changes": [{"path": "%s/staffing/care-workers/posts", "operation": "add", "value": -1, "reason": "a vacancy"}]}
            """
                .formatted(PATH),
            200);
    is(whatIf.at("/pathways/0/byComponent/placement"), "-393.08"); // £2,256.60 less £2,649.68
  }

  @Test
  void whatIsWrongWithAHomeIsToldByField() {
    String id = asked.draft("Emptyshire");
    JsonNode missing =
        asked.post(
            "/api/cost-books/" + id + "/in-house",
            "{\"edition\": 1, \"by\": \"officer\", \"reason\": \"own\"}",
            400);
    assertThat(missing.at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("placement", "from", "home");
    JsonNode wrong =
        asked.post(
            "/api/cost-books/" + id + "/in-house",
            """
            {"edition": 1, "by": "officer", "reason": "own", "placement": "castle", "from": "soon", "to": "later",
             "payer": "nobody", "includes": ["no-such"], "home": {"beds": 0, "occupancy": 2,
             "posts": [{"role": "astronaut", "fte": 1}, {"fte": 1}, {"role": "social-worker", "fte": 0}],
             "running": [{"name": "Food", "per": "fortnight", "amount": -1}, {"name": "Rent", "amount": 1}, {"name": "rent", "amount": 2}],
             "capital": [{"value": 1, "years": 0}, {"value": 1, "rate": 2}, {"value": -1}, {"value": 1, "priceYear": "2025"}, {"name": "Old", "value": 1, "priceYear": "1901-02"}]}}
            """,
            400);
    assertThat(wrong.at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "placement",
            "from",
            "to",
            "payer",
            "includes",
            "home.beds",
            "home.occupancy",
            "home.posts[0].role",
            "home.posts[1].role",
            "home.posts[2].fte",
            "home.running[0].amount",
            "home.running[0].per",
            "home.running[2].name",
            "home.capital[0].years",
            "home.capital[1].rate",
            "home.capital[2].value",
            "home.capital[3].priceYear",
            "home.capital[4].priceYear");
    String noWord =
        asked
            .post(
                "/api/cost-books/" + id + "/in-house",
                HOME.formatted(1).replace("Oak House\",\n", "***\",\n"),
                400)
            .at("/errors/0/field")
            .asText();
    assertThat(noWord).isEqualTo("name");
    assertThat(
            asked
                .post(
                    "/api/fees/in-house",
                    "{\"beds\": 1, \"occupancy\": 1, \"running\": [{\"amount\": 1, \"priceYear\": \"1901-02\"}]}",
                    400)
                .at("/errors/0/field")
                .asText())
        .isEqualTo("running[0].priceYear");
  }

  /**
   * The fee of the day, £2,500 a week, gives way to the home; its uplift of 10 % from 2026 on
   * stays, as an amount.
   */
  @Test
  void aHomeTakesThePlaceOfTheFeeOfItsDay() {
    String id = asked.draft("Homeshire");
    JsonNode files = asked.get("/api/catalogue/files", 200);
    String fees = files.at("/files/catalogue~1fees.csv").asText();
    assertThat(fees).startsWith("placement_type");
    String wider =
        fees.strip().lines().map(l -> l + ",,").reduce((a, b) -> a + "\n" + b).orElseThrow();
    String head = "payer,source,illustrative,note";
    String more =
        wider.replaceFirst(head + ",,", head + ",provider_name,uplift")
            + "\nresidential,in-house,,,,2025-04-01,2500,week,2025-26,,social-care,contract,false,,Oak House,"
            + "\nresidential,in-house,,,,2026-04-01,,week,2025-26,,social-care,award,false,,Oak House,0.1\n";
    asked.post(
        "/api/cost-books/" + id + "/edits",
        new com.fasterxml.jackson.databind.ObjectMapper()
            .valueToTree(
                Map.of(
                    "edition",
                    1,
                    "by",
                    "officer",
                    "reason",
                    "contract",
                    "files",
                    Map.of("catalogue/fees.csv", more)))
            .toString(),
        200);

    JsonNode loaded = load(asked, id, 2, 200);

    assertThat(loaded.get("notes"))
        .extracting(JsonNode::asText)
        .anyMatch(n -> n.contains("takes the place of the fee from that day, £2,500.00 a week."))
        .anyMatch(n -> n.contains("From 2026-04-01 on the fee that is there holds"));
    List<BigDecimal> left =
        asked
            .get("/api/cost-books/" + id + "/parameters?under=fees/residential/in-house", 200)
            .at("/parameters")
            .findValues("value")
            .stream()
            .map(JsonNode::decimalValue)
            .toList();
    assertThat(left).hasSize(1);
    assertThat(left.get(0)).isEqualByComparingTo("2750");
  }
}
