package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is changed without a reason, and nothing is tried without one: it is asked for by name.
 */
class ReasonTest {

  private static Asked service;

  @BeforeAll
  static void start() {
    service = new Asked();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String begin() {
    return service
        .post(
            "/api/cost-books",
            "{\"copyOf\": \"england-illustrative\", \"name\": \"Reasonshire\", \"by\": \"officer\", \"reason\": \"own\"}",
            201)
        .at("/id")
        .asText();
  }

  private static void assertAsksForIt(JsonNode refused, String field) {
    assertThat(refused.at("/errors").findValuesAsText("field")).containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edits | \"changes\": [{\"path\": \"staff-costs/social-worker/2025-26/salary\", \"value\": 50000}]",
        "edits | \"files\": {\"processes/own.yaml\": \"x\"}",
        "authority-fees | \"authority\": \"Leeds\"",
        "estimate-set | \"estimateSet\": \"shipped\"",
      })
  void aDraftIsNotChangedWithoutAReason(String how, String what) {
    String book = "/api/cost-books/" + begin();
    for (String reason : new String[] {"", ", \"reason\": \"\"", ", \"reason\": \"  \\t \""}) {
      JsonNode refused =
          service.post(
              book + "/" + how,
              "{\"edition\": 1, \"by\": \"officer\"" + reason + ", " + what + "}",
              400);
      assertThat(refused.at("/errors").findValuesAsText("field")).contains("reason");
    }
    JsonNode after = service.get(book, 200);
    assertThat(after.at("/book/edition").asInt()).isEqualTo(1);
    assertThat(after.at("/edits")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"reason\": \" \""})
  void aBookIsNeitherBegunNorPublishedWithoutAReason(String reason) {
    String id = begin();
    service.post(
        "/api/cost-books/" + id + "/edits",
        """
        {"edition": 1, "by": "officer", "reason": "award", "changes": [
          {"path": "staff-costs/social-worker/2025-26/salary", "value": 50001}]}
        """,
        200);
    assertAsksForIt(
        service.post(
            "/api/cost-books/" + id + "/publish",
            "{\"edition\": 2, \"by\": \"officer\"" + reason + "}",
            400),
        "reason");
    assertThat(service.get("/api/cost-books/" + id, 200).at("/book/state").asText())
        .isEqualTo("draft");
    assertAsksForIt(
        service.post(
            "/api/cost-books",
            "{\"copyOf\": \"england-illustrative\", \"name\": \"Noshire\", \"by\": \"officer\""
                + reason
                + "}",
            400),
        "reason");
    service.get("/api/cost-books/noshire", 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aPayrollIsNotLoadedWithoutAReason(String reason) {
    String book = "/api/cost-books/" + begin();
    JsonNode refused =
        service.postFile(
            book + "/payroll",
            "payroll.csv",
            "role,salary,hours_a_week,fte\nsocial-worker,45000,37,1\n"
                .getBytes(StandardCharsets.UTF_8),
            Map.of("edition", "1", "by", "officer", "reason", reason, "financialYear", "2025-26"),
            400);
    assertThat(refused.at("/errors").findValuesAsText("field")).contains("reason");
    assertThat(service.get(book, 200).at("/book/edition").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "/api/scenarios | none",
        "/api/scenarios | \"\"",
        "/api/scenarios | \"  \"",
        "/api/scenarios/calculate | none",
        "/api/scenarios/explain | none",
      })
  void aWhatIfIsNotTriedWithoutAReasonForEachChange(String where, String reason) {
    String asked =
        """
        {"name": "Fees", "templates": ["foster-ifa"], "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
         "changes": [
           {"path": "fees/foster/agency/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "let again"},
           {"path": "pathways/foster-ifa/legs/1/fee", "operation": "add", "value": 7%s}]}
        """
            .formatted(reason == null ? "" : ", \"reason\": " + reason);

    assertAsksForIt(service.post(where, asked, 400), "changes[1].reason");
    assertThat(service.get("/api/scenarios", 200)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"move\": {\"placement\": \"foster\", \"from\": \"agency\", \"to\": \"in-house\", \"share\": 0.1}"
            + " | reason",
        "\"changes\": [{\"path\": \"fees/foster/agency/*/*/*/amount\", \"operation\": \"multiply\", \"value\": 2}]"
            + " | changes[0].reason",
        "\"changes\": [{\"path\": \"cohort/placements/foster/agency/in-house/share\", \"operation\": \"set\", \"value\": 0.1}]"
            + " | changes[0].reason"
      })
  void norOnACohort(String change, String field) {
    String cohort = service.cohort("1,01/05/2022,S,C2,N1,U6,PR4,01/03/2023,E4A,,,,\n");
    JsonNode refused = service.post("/api/cohorts/" + cohort + "/what-if", "{" + change + "}", 400);
    assertThat(refused.at("/errors/0/field").asText()).startsWith(field);
    assertThat(refused.at("/errors/0/reason").asText()).contains("reason");
    assertThat(refused.at("/errors")).hasSize(1);
  }
}
