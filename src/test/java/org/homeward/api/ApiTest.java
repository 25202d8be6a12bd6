package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service, asked over HTTP; every answer is held against openapi.yaml. */
class ApiTest {

  private static final String COMPARISON =
      "/api/comparisons?pathways=foster-in-house,adoption,special-guardianship&ageAtStart=2&start=2025-04-01&horizon=age-18";
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

  private static HttpResponse<String> send(String method, String path, String accept, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + path)).header("Accept", accept);
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(
              request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 405
          && path.startsWith("/api/")
          && !path.startsWith("/api/nothing")) {
        Contract.holds(method, path, response);
      }
      return response;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode get(String path) throws IOException {
    return JSON.readTree(send("GET", path, "application/json", null).body());
  }

  private static JsonNode post(String path, String body) throws IOException {
    return JSON.readTree(send("POST", path, "application/json", body).body());
  }

  @Test
  void aComparisonTellsTotalsDifferencesBreakEvenAndHours() throws IOException {
    JsonNode answer = get(COMPARISON);
    assertThat(answer.at("/pathways").findValuesAsText("id"))
        .containsExactly("foster-in-house", "adoption", "special-guardianship");
    JsonNode adoption = answer.at("/pathways/1");
    BigDecimal baseline = answer.at("/pathways/0/total").decimalValue();
    assertThat(adoption.at("/difference").decimalValue())
        .isEqualByComparingTo(adoption.at("/total").decimalValue().subtract(baseline));
    assertThat(answer.at("/breakEvens")).hasSize(3);
    assertThat(adoption.at("/hoursByRole/social-worker").decimalValue()).isPositive();
    assertThat(answer.at("/stamp/illustrative").booleanValue()).isTrue();
    assertThat(answer.at("/stamp/illustrativeNote").asText()).contains("illustrative");
  }

  @Test
  void theWeeksOfAYearChangeWhatIsShownByTheYearAndNothingElse() throws IOException {
    JsonNode actual = get(COMPARISON).at("/pathways/0");
    JsonNode weeks = get(COMPARISON + "&weeksInYear=52").at("/pathways/0");
    BigDecimal perWeek = actual.at("/perWeek").decimalValue();
    assertThat(weeks.at("/perWeek").decimalValue()).isEqualByComparingTo(perWeek);
    assertThat(weeks.at("/total")).isEqualTo(actual.at("/total"));
    assertThat(weeks.at("/perYear").decimalValue())
        .isCloseTo(perWeek.multiply(BigDecimal.valueOf(52)), within(new BigDecimal("0.26")));
    assertThat(actual.at("/perYear").decimalValue()) // 365.25 / 7 = 52.178571…
        .isCloseTo(perWeek.multiply(new BigDecimal("52.178571")), within(new BigDecimal("0.27")));
    assertThat(send("GET", COMPARISON + "&weeksInYear=53", "application/json", null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aNominalYearIsTheRealOneTimesTheIndexOfThatYear() throws IOException {
    JsonNode answer = get(COMPARISON);
    JsonNode pathway = answer.at("/pathways/0");
    assertThat(answer.at("/stamp/priceYear").asText()).isEqualTo("2025-26");
    BigDecimal real = BigDecimal.ZERO;
    BigDecimal nominal = BigDecimal.ZERO;
    for (JsonNode year : pathway.at("/financialYears")) {
      real = real.add(year.at("/real").decimalValue());
      nominal = nominal.add(year.at("/nominal").decimalValue());
    }
    assertThat(real).isEqualByComparingTo(pathway.at("/total").decimalValue());
    assertThat(nominal).isEqualByComparingTo(pathway.at("/nominalTotal").decimalValue());
    JsonNode third = pathway.at("/financialYears/2");
    assertThat(third.at("/financialYear").asText()).isEqualTo("2027-28");
    assertThat(third.at("/forecast").asBoolean()).isTrue();
    assertThat(third.at("/nominal").decimalValue()) // the two levels of HM Treasury's series
        .isCloseTo(
            third
                .at("/real")
                .decimalValue()
                .multiply(new BigDecimal("107.35462607349376"))
                .divide(new BigDecimal("103.23883115679686"), 2, RoundingMode.HALF_EVEN),
            within(new BigDecimal("0.01")));
    JsonNode last = pathway.at("/financialYears/15");
    assertThat(last.at("/assumed").asBoolean()).isTrue();
    assertThat(answer.at("/notes").toString()).contains("after 2030-31 assume");
  }

  @Test
  void oneMethodCanStandInPlaceOfThePoolAndTheStampSaysSo() throws IOException {
    JsonNode pool = get(COMPARISON);
    JsonNode one = get(COMPARISON + "&method=focus-group");
    assertThat(pool.at("/stamp/estimates/methods").asText()).isEqualTo("pool");
    assertThat(one.at("/stamp/estimates/methods").asText()).isEqualTo("focus-group");
    assertThat(pool.at("/stamp/overrides").isNull()).isTrue();
    assertThat(one.at("/stamp/overrides").toString()).isEqualTo("{\"method\":\"focus-group\"}");
    assertThat(one.at("/stamp/catalogue")).isEqualTo(pool.at("/stamp/catalogue"));
    assertThat(one.at("/stamp/estimates/surveys")).hasSize(1);
    assertThat(one.at("/pathways/0/byComponent/case-management"))
        .isNotEqualTo(pool.at("/pathways/0/byComponent/case-management"));
    assertThat(one.at("/pathways/0/byComponent/placement"))
        .isEqualTo(pool.at("/pathways/0/byComponent/placement"));
    JsonNode ledger =
        get(
            "/api/pathways/foster-in-house/ledger?ageAtStart=2&start=2025-04-01&method=focus-group");
    assertThat(ledger.at("/total")).isEqualTo(one.at("/pathways/0/total"));
    assertThat(send("GET", COMPARISON + "&method=guess", "application/json", null).body())
        .contains("online-survey");
  }

  @Test
  void thePartsOfAnAnswerAddUpToItsTotal() throws IOException {
    for (JsonNode pathway : get(COMPARISON).at("/pathways")) {
      BigDecimal total = pathway.at("/total").decimalValue();
      assertThat(sum(pathway.at("/byComponent"))).isEqualByComparingTo(total);
      assertThat(sum(pathway.at("/byPayer"))).isEqualByComparingTo(total);
      assertThat(sum(pathway.at("/byItem"))).isEqualByComparingTo(total);
      assertThat(sum(pathway.at("/discountedByComponent")))
          .isEqualByComparingTo(pathway.at("/discountedTotal").decimalValue());
      BigDecimal months = BigDecimal.ZERO;
      for (JsonNode month : pathway.at("/months")) {
        months = months.add(month.at("/total").decimalValue());
        assertThat(month.at("/cumulative").decimalValue()).isEqualByComparingTo(months);
      }
      assertThat(months).isEqualByComparingTo(total);
    }
  }

  private static BigDecimal sum(JsonNode amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode amount : amounts) {
      sum = sum.add(amount.decimalValue());
    }
    return sum;
  }

  @Test
  void theSameQuestionGivesTheSameBytes() {
    String first = send("GET", COMPARISON, "application/json", null).body();
    assertThat(send("GET", COMPARISON, "application/json", null).body()).isEqualTo(first);
  }

  @Test
  void aComparisonIsTidyRowsForASpreadsheet() {
    HttpResponse<String> response = send("GET", COMPARISON, "text/csv", null);
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("text/csv"));
    assertThat(response.body().lines())
        .first()
        .isEqualTo("pathway,month,component,amount,cumulative");
    assertThat(response.body().lines()).hasSize(1 + 3 * 192 * 5);
  }

  @Test
  void everyLineOfALedgerCanBeTraced() throws IOException {
    JsonNode ledger =
        get("/api/pathways/adoption-inter-agency/ledger?ageAtStart=2&start=2025-04-01");
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : ledger.at("/lines")) {
      total = total.add(line.at("/amount").decimalValue());
      boolean traced =
          !line.at("/unitCost").isNull()
              || !line.at("/price").isNull()
              || !line.at("/paidBy").isNull();
      assertThat(traced).as(line.toString()).isTrue();
      if (!line.at("/unitCost").isNull()) {
        assertThat(ledger.at("/unitCosts").findValuesAsText("key"))
            .contains(line.at("/unitCost").asText());
      }
    }
    assertThat(total).isEqualByComparingTo(ledger.at("/total").decimalValue());
    for (JsonNode unitCost : ledger.at("/unitCosts")) {
      BigDecimal lines = BigDecimal.ZERO;
      for (JsonNode line : unitCost.at("/lines")) {
        lines = lines.add(line.at("/amount").decimalValue());
      }
      assertThat(lines).isEqualByComparingTo(unitCost.at("/amount").decimalValue());
    }
  }

  @Test
  void whatTheInterAgencyFeePaysForIsNotCountedTwice() throws IOException {
    JsonNode ledger =
        get("/api/pathways/adoption-inter-agency/ledger?ageAtStart=2&start=2025-04-01");
    for (JsonNode line : ledger.at("/lines")) {
      if (line.at("/item").asText().equals("adopter-recruitment-assessment")) {
        assertThat(line.at("/amount").decimalValue()).isZero();
        assertThat(line.at("/paidBy").asText()).startsWith("inter-agency-fee");
      }
    }
    assertThat(ledger.at("/lines").findValuesAsText("item"))
        .contains("adopter-recruitment-assessment", "adoption-matching-placing");
  }

  @Test
  void anOwnPathwayIsCostedAtItsStatedFee() throws IOException {
    JsonNode ledger =
        post(
            "/api/pathways/cost",
            """
            {"child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "2025-06-10"},
             "pathway": {"id": "own", "legs": [{"from": "2025-04-01", "placement": "adoptive-home", "fee": {"amount": 70, "per": "week", "priceYear": "2025-26"}}],
                         "oneOffs": [{"item": "grant", "date": "2025-04-02", "amount": {"amount": 5.25, "priceYear": "2025-26"}}]}}
            """);
    assertThat(ledger.at("/byComponent/placement").decimalValue()).isEqualByComparingTo("700.00");
    assertThat(ledger.at("/byComponent/one-off").decimalValue()).isEqualByComparingTo("5.25");
  }

  @Test
  void overridesChangeTheAnswerAndItsStampAndNothingElse() throws IOException {
    String body =
        """
        {"templates": ["foster-ifa"], "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
         "overrides": {"fees": [{"placement": "foster", "provider": "agency", "amount": 1000, "per": "week"}], "statedProcesses": ["review"]}}
        """;
    JsonNode changed = post("/api/comparisons", body);
    assertThat(changed.at("/pathways/0/byComponent/placement").decimalValue())
        .isEqualByComparingTo("52142.86"); // 365 days at 1000 ÷ 7
    assertThat(changed.at("/stamp/statedProcesses").get(0).asText()).isEqualTo("review");
    assertThat(changed.at("/stamp/catalogue").asText())
        .isEqualTo(get("/api/catalogue").at("/catalogue").asText());
    assertThat(changed.at("/stamp/overrides")).isEqualTo(JSON.readTree(body).at("/overrides"));
  }

  @Test
  void aJourneyIsComparedWithItsStatedFigures() throws IOException {
    JsonNode answer =
        post(
            "/api/journeys/compare",
            """
            {"monthLength": "four-weeks",
             "actual": {"rows": [{"description": "Residential", "stretches": [{"length": 9, "unit": "months", "price": 4005, "per": "week"}], "statedTotal": 144180}]},
             "anticipated": {"rows": [{"description": "Outreach", "stretches": [{"length": 6, "unit": "months", "price": 660, "per": "week"}], "statedTotal": 7920}]}}
            """);
    assertThat(answer.at("/actual/total").decimalValue()).isEqualByComparingTo("144180");
    assertThat(answer.at("/anticipated/total").decimalValue()).isEqualByComparingTo("15840");
    assertThat(answer.at("/findings").get(0).asText()).contains("£15,840.00", "£7,920.00");
  }

  @Test
  void aProcessIsDrawnAsSvgAndAsBpmn() throws Exception {
    String svg = send("GET", "/api/processes/review", "image/svg+xml", null).body();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg).contains("Hold the review meeting", "working days", "£");
    String bpmn = send("GET", "/api/processes/review", "application/bpmn+xml", null).body();
    var model =
        Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
    assertThat(model.getModelElementsByType(UserTask.class)).hasSize(6);
  }

  /** Each task once, each arrow of the file once, and a place on the page for all of them. */
  @Test
  void theBpmnOfEveryProcessHasItsTasksAndWhatComesAfterWhat() throws IOException {
    for (JsonNode process : get("/api/processes")) {
      String path = "/api/processes/" + process.at("/id").asText();
      var model =
          Bpmn.readModelFromStream(
              new ByteArrayInputStream(
                  send("GET", path, "application/bpmn+xml", null)
                      .body()
                      .getBytes(StandardCharsets.UTF_8)));
      Bpmn.validateModel(model);
      Set<String> expected = new TreeSet<>();
      Set<String> names = new TreeSet<>();
      for (JsonNode task : get(path).at("/tasks")) {
        names.add(task.at("/name").asText());
        task.at("/after").forEach(a -> expected.add(a.asText() + " → " + task.at("/id").asText()));
      }
      assertThat(model.getModelElementsByType(UserTask.class))
          .extracting(t -> t.getName().replaceAll("\\n.*", ""))
          .containsExactlyInAnyOrderElementsOf(names);
      Set<String> found = new TreeSet<>();
      for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
        if (flow.getSource() instanceof UserTask from && flow.getTarget() instanceof UserTask to) {
          found.add((from.getId() + " → " + to.getId()).replace("task-", ""));
        }
      }
      assertThat(found).as(path).isEqualTo(expected);
      assertThat(model.getModelElementsByType(BpmnShape.class))
          .hasSizeGreaterThanOrEqualTo(names.size());
      assertThat(model.getModelElementsByType(BpmnEdge.class))
          .hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class));
    }
  }

  @Test
  void theRowsForASpreadsheetAreTheMonthsOfTheAnswer() throws IOException {
    Map<String, BigDecimal> rows = new TreeMap<>();
    Map<String, BigDecimal> last = new TreeMap<>();
    send("GET", COMPARISON, "text/csv", null)
        .body()
        .lines()
        .skip(1)
        .map(row -> row.split(","))
        .forEach(
            c -> {
              rows.merge(c[0] + " " + c[1], new BigDecimal(c[3]), BigDecimal::add);
              last.put(c[0] + " " + c[2], new BigDecimal(c[4]));
            });
    int months = 0;
    for (JsonNode pathway : get(COMPARISON).at("/pathways")) {
      String id = pathway.at("/id").asText();
      for (JsonNode month : pathway.at("/months")) {
        assertThat(rows.get(id + " " + month.at("/month").asText()))
            .isEqualByComparingTo(month.at("/total").decimalValue());
        months++;
      }
      pathway
          .at("/byComponent")
          .properties()
          .forEach(
              c ->
                  assertThat(last.get(id + " " + c.getKey()))
                      .isEqualByComparingTo(c.getValue().decimalValue()));
    }
    assertThat(rows).hasSize(months);
  }

  @Test
  void theNeedsOfAChildChangeTheAnswer() throws IOException {
    BigDecimal without = get(COMPARISON).at("/pathways/0/total").decimalValue();
    JsonNode with = get(COMPARISON + "&needs=disability");
    assertThat(with.at("/pathways/0/total").decimalValue()).isGreaterThan(without);
    assertThat(get(COMPARISON + "&area=out-of-area").at("/pathways/0/total").decimalValue())
        .isNotEqualByComparingTo(without);
  }

  @Test
  void theStampSaysWhatTheAnswerRestsOn() throws IOException {
    JsonNode stamp = get(COMPARISON).at("/stamp");
    assertThat(stamp.at("/catalogue").asText()).matches("[0-9a-f]{64}");
    assertThat(stamp.at("/version").asText()).isEqualTo("0.1.0");
    assertThat(stamp.at("/priceYear").asText()).isEqualTo("2025-26");
    assertThat(stamp.at("/hourBasis").asText()).isEqualTo("working-hour");
    assertThat(stamp.at("/priceIndex").asText()).contains("GDP deflator");
    assertThat(stamp.at("/discountSchedule").asText()).contains("Green Book");
    assertThat(stamp.at("/estimates/methods").asText()).isEqualTo("pool");
    assertThat(stamp.at("/costBook").asText()).isEqualTo("England, illustrative");
    assertThat(stamp.at("/statedProcesses")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/processes",
        "/api/processes/review",
        "/api/pathways",
        "/api/pathways/adoption",
        "/api/staff-costs",
        "/api/fees",
        "/api/prices",
        "/api/surveys",
        "/api/time-use",
        "/api/time-use?process=review",
        "/api/catalogue"
      })
  void theInputsOfEveryAnswerCanBeRead(String path) {
    assertThat(send("GET", path, "application/json", null).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/comparisons | 400 | pathways,start,ageAtStart",
        "/api/comparisons?pathways=nope&ageAtStart=2&start=2025-04-01 | 400 | pathways",
        "/api/comparisons?pathways=adoption,adoption&ageAtStart=2&start=2025-04-01 | 400 | pathways",
        "/api/comparisons?pathways=adoption&ageAtStart=two&start=2025-04-01 | 400 | ageAtStart",
        "/api/comparisons?pathways=adoption&ageAtStart=-1&start=2025-04-01 | 400 | ageAtStart",
        "/api/comparisons?pathways=adoption&ageAtStart=2&start=2025-02-30&horizon=never&needs=hunger&colour=red | 400 | start,horizon,needs[0],colour",
        "/api/comparisons?pathways=foster-ifa&ageAtStart=2&start=2001-04-01&horizon=24-months | 400 | legs",
        "/api/comparisons?pathways=adoption&ageAtStart=19&start=2025-04-01 | 400 | horizon",
        "/api/pathways/nope | 404 | id",
        "/api/pathways/nope/ledger?ageAtStart=2&start=2025-04-01 | 404 | id",
        "/api/processes/nope | 404 | id",
        "/api/time-use?process=nope | 400 | process",
        "/api/fees?catalogue=00000000 | 404 | catalogue",
        "/api/pathways/adoption/ledger?ageAtStart=2&start=2025-04-01&catalogue=1234 | 404 | catalogue",
        "/api/comparisons?pathways=adoption&ageAtStart=2&start=2025-04-01&catalogue=x | 404 | catalogue",
        "/api/nothing-here | 404 | path"
      })
  void aMistakeIsToldByFieldWithAllOthers(String path, int status, String fields)
      throws IOException {
    HttpResponse<String> response = send("GET", path, "application/json", null);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.at("/errors").findValuesAsText("field")).contains(fields.split(","));
    for (JsonNode error : problem.at("/errors")) {
      assertThat(error.at("/reason").asText()).isNotBlank().doesNotContain("Exception");
      assertThat(error.at("/remedy").asText()).isNotBlank();
    }
  }

  @Test
  void anAnswerOfAnotherTypeIsNotToBeHad() {
    HttpResponse<String> response = send("GET", "/api/cost-books", "image/png", null);
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("\"remedy\"");
  }

  @Test
  void journeysAreComparedOnlyUnderAVersionThatThereIs() throws IOException {
    String body =
        """
        {"monthLength": "four-weeks",
         "actual": {"rows": [{"stretches": [{"length": 1, "unit": "weeks", "price": 10, "per": "week"}]}]},
         "anticipated": {"rows": [{"stretches": [{"length": 1, "unit": "weeks", "price": 4, "per": "week"}]}]}}
        """;
    String version = get("/api/catalogue").at("/catalogue").asText();
    assertThat(
            post("/api/journeys/compare?catalogue=" + version, body).at("/avoided").decimalValue())
        .isEqualByComparingTo("6");
    assertThat(
            send("POST", "/api/journeys/compare?catalogue=00000000", "application/json", body)
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"child\": 5}",
        "{\"child\": {\"start\": {}}}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2}, \"pathways\": [{}]}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2}, \"pathways\": [{\"legs\": [{\"from\": \"2025-04-01\", \"placement\": \"castle\"}]}]}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2}, \"pathways\": [{\"legs\": [{\"from\": \"2026-04-01\", \"to\": \"2025-04-01\", \"placement\": \"home\"}]}]}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2}, \"pathways\": [{\"legs\": [{\"from\": \"2025-04-01\", \"placement\": \"home\", \"fee\": {\"amount\": -1, \"per\": \"week\"}}]}]}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2}, \"templates\": [\"adoption\"], \"overrides\": {\"hourBasis\": \"x\", \"statedProcesses\": [\"y\"]}}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 99999999999}}",
        "{\"child\": {\"start\": \"2025-04-01\", \"ageAtStart\": 2, \"horizon\": \"9999-12-31\"}, \"templates\": [\"adoption\"]}"
      })
  void noBodyMakesTheServiceFail(String body) {
    for (String path :
        new String[] {"/api/comparisons", "/api/pathways/cost", "/api/journeys/compare"}) {
      HttpResponse<String> response = send("POST", path, "application/json", body);
      assertThat(response.statusCode())
          .as(path + " " + body + " " + response.body())
          .isEqualTo(400);
      assertThat(response.body()).doesNotContain("Exception").contains("\"remedy\"");
    }
  }
}
