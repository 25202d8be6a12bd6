package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A payroll, an authority's published figures and an estimate set, brought into drafts. */
class CostBookLoadTest {

  private static final String CHILD = "ageAtStart=9&start=2025-04-01&horizon=12-months";
  private static final String RESIDENTIAL = "/api/comparisons?pathways=residential&" + CHILD;
  private static final String SOCIAL_WORKER = "staff-costs/social-worker/2025-26/";
  private static final String AGENCY = "staff-costs/social-worker/agency/2025-26/";
  private static final String PAYROLL =
      """
      post;role;fte;salary;weekly hours;agency;day rate;hours a day
      SW-1;Social worker;1;42,000;37;no;;
      SW-2;social-worker;0,5;44000;37;;;
      SW-3;social-worker;0.5;;37;yes;300;
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

  private static JsonNode payroll(String id, int edition, String file, int status) {
    return asked.postFile(
        "/api/cost-books/" + id + "/payroll",
        "payroll.csv",
        file.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "edition", "" + edition,
            "by", "finance-officer",
            "reason", "our own payroll",
            "financialYear", "2025-26",
            "source", "Testshire payroll, April 2025"),
        status);
  }

  private static JsonNode fees(String id, int edition, String authority, String year, int status) {
    return asked.post(
        "/api/cost-books/" + id + "/authority-fees",
        """
        {"edition": %d, "by": "finance-officer", "reason": "published", "authority": "%s", "authorityYear": "%s"}
        """
            .formatted(edition, authority, year),
        status);
  }

  private static JsonNode estimates(String id, int edition, String set, int status) {
    return asked.post(
        "/api/cost-books/" + id + "/estimate-set",
        """
        {"edition": %d, "by": "researcher", "reason": "our survey", "estimateSet": "%s"}
        """
            .formatted(edition, set),
        status);
  }

  private static JsonNode edit(String id, int edition, String path, String value, int status) {
    return asked.post(
        "/api/cost-books/" + id + "/edits",
        """
        {"edition": %d, "by": "finance-officer", "reason": "our contracts", "changes": [
          {"path": "%s", "operation": "set", "value": %s, "source": "Testshire contracts 2025", "illustrative": false}]}
        """
            .formatted(edition, path, value),
        status);
  }

  private static void publish(String id, int edition) {
    asked.post(
        "/api/cost-books/" + id + "/publish",
        "{\"edition\": " + edition + ", \"by\": \"finance-officer\", \"reason\": \"agreed\"}",
        200);
  }

  private static Map<String, JsonNode> numbers(String id, String under) {
    Map<String, JsonNode> numbers = new HashMap<>();
    asked
        .get("/api/cost-books/" + id + "/parameters?under=" + under, 200)
        .get("parameters")
        .forEach(p -> numbers.put(p.get("path").asText(), p));
    return numbers;
  }

  private static void is(Map<String, JsonNode> numbers, String path, String value) {
    assertThat(numbers.get(path).get("value").decimalValue()).as(path).isEqualByComparingTo(value);
  }

  /** By hand: (42,000 + 0.5 × 44,000) ÷ 1.5 = 42,666.67; 1.5 ÷ 2 people; 0.5 of 2 posts; 37 ÷ 5. */
  @Test
  void aPayrollBecomesTheSalariesOfADraftWithWhoWhenAndSource() {
    String id = asked.draft("Payshire");

    JsonNode loaded = payroll(id, 1, PAYROLL, 200);

    Map<String, JsonNode> after = numbers(id, "staff-costs/social-worker");
    is(after, SOCIAL_WORKER + "salary", "42666.67");
    is(after, SOCIAL_WORKER + "fte", "0.75");
    is(after, AGENCY + "day-rate", "300");
    is(after, AGENCY + "hours-a-day", "7.4");
    is(after, AGENCY + "share", "0.25");
    JsonNode salary = after.get(SOCIAL_WORKER + "salary");
    assertThat(salary.get("source").asText()).isEqualTo("Testshire payroll, April 2025");
    assertThat(salary.get("note").asText()).isEqualTo("read from payroll.csv");
    assertThat(salary.get("illustrative").asBoolean()).isFalse();
    JsonNode edit = loaded.at("/draft/edits/1");
    assertThat(edit.get("by").asText()).isEqualTo("finance-officer");
    assertThat(edit.get("reason").asText()).isEqualTo("our own payroll");
    assertThat(edit.get("at").asText()).startsWith("20");
    assertThat(edit.get("alterations").findValuesAsText("path"))
        .contains(SOCIAL_WORKER + "salary", SOCIAL_WORKER + "fte", AGENCY + "share")
        .noneMatch(p -> p.contains("administrator"));
    assertThat(loaded.get("notes").toString()).contains("thousands");
    publish(id, 2);
    JsonNode schema = asked.get("/api/staff-costs/social-worker?catalogue=" + id, 200);
    assertThat(schema.at("/salary/amount").isMissingNode() ? schema.toString() : "")
        .contains("Testshire payroll, April 2025");
  }

  @Test
  void aWorkbookIsLoadedAsWellAndARoleWithoutAgencyWorkersGetsNoShare() throws IOException {
    String id = asked.draft("Bookshire");
    edit(id, 1, AGENCY + "share", "0.3", 200);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("payroll");
      List<String> header = List.of("post", "role", "fte", "salary", "weekly hours");
      List<String> row = List.of("A", "social-worker", "1", "45000", "36");
      for (int c = 0; c < header.size(); c++) {
        sheet.value(0, c, header.get(c));
        sheet.value(1, c, row.get(c));
      }
    }
    asked.postFile(
        "/api/cost-books/" + id + "/payroll",
        "payroll.xlsx",
        bytes.toByteArray(),
        Map.of("edition", "2", "by", "hr", "reason", "payroll", "financialYear", "2025-26"),
        200);

    Map<String, JsonNode> after = numbers(id, "staff-costs/social-worker");
    is(after, SOCIAL_WORKER + "salary", "45000");
    is(after, SOCIAL_WORKER + "hours-a-week", "36");
    is(after, AGENCY + "share", "0");
    assertThat(after.get(SOCIAL_WORKER + "salary").get("source").asText())
        .isEqualTo("payroll 2025-26");
    assertThat(after.get(AGENCY + "share").get("source").asText()).contains("no agency worker");
  }

  @Test
  void aPayrollOfAnEarlierYearSaysThatALaterSalaryCounts() {
    String id = asked.draft("Oldshire");
    JsonNode loaded =
        asked.postFile(
            "/api/cost-books/" + id + "/payroll",
            "payroll.csv",
            PAYROLL.getBytes(StandardCharsets.UTF_8),
            Map.of("edition", "1", "by", "hr", "reason", "payroll", "financialYear", "2023-24"),
            200);
    assertThat(loaded.get("notes").toString())
        .contains("An hour of social-worker is costed by the salary of 2025-26");
    is(
        numbers(id, "staff-costs/social-worker"),
        "staff-costs/social-worker/2023-24/salary",
        "42666.67");
  }

  @Test
  void everyProblemOfALoadIsToldAtOnceAndNothingChanges() {
    String id = asked.draft("Problemshire");
    String told =
        asked
            .postFile(
                "/api/cost-books/" + id + "/payroll",
                "payroll.csv",
                "post,role,fte,salary,weekly hours\nA,astronaut,2,42000,37\n"
                    .getBytes(StandardCharsets.UTF_8),
                Map.of("edition", "1", "by", "Jane Smith", "financialYear", "1066-67"),
                400)
            .toString();
    assertThat(told)
        .contains("astronaut", "column fte", "\"by\"", "\"reason\"", "\"financialYear\"");

    told = fees(id, 1, "Atlantis", "2024", 400).toString();
    assertThat(told).contains("\"authority\"", "\"authorityYear\"");
    assertThat(fees(id, 1, "855", "2009-10", 400).toString()).contains("2016-17");
    assertThat(estimates(id, 1, "no-such-set", 400).toString()).contains("estimateSet");
    payroll("england-illustrative", 1, PAYROLL, 409);
    payroll("nowhere", 1, PAYROLL, 404);
    assertThat(asked.get("/api/cost-books/" + id, 200).at("/book/edition").asInt()).isEqualTo(1);
  }

  @Test
  void theSecondOfTwoWhoLoadIsToldWhatTheFirstDid() {
    String id = asked.draft("Twoshire");
    edit(id, 1, SOCIAL_WORKER + "salary", "45000", 200);

    JsonNode refused = payroll(id, 1, PAYROLL, 409);

    assertThat(refused.toString()).contains(SOCIAL_WORKER + "salary", "45000", "our contracts");
    is(numbers(id, SOCIAL_WORKER + "salary"), SOCIAL_WORKER + "salary", "45000");
    fees(id, 1, "855", "2024-25", 409);
    estimates(id, 1, "shipped", 409);
  }

  /** Published: fostering £720 a week in Leicestershire and £765 in England; 625 × 720 ÷ 765. */
  @Test
  void theFeesOfADraftAreThoseOfAnAuthorityUntilBetterOnesAreLoaded() {
    String id = asked.draft("Leicestershire");

    JsonNode loaded = fees(id, 1, "Leicestershire", "2024-25", 200);

    Map<String, JsonNode> after = numbers(id, "fees");
    String any = "fees/foster/any-provider/any-area/any-age/2015-04-01/amount";
    is(after, any, "720");
    is(after, "fees/foster/in-house/any-area/any-age/2015-04-01/amount", "588.24");
    is(after, "fees/residential/any-provider/any-area/any-age/2015-04-01/amount", "7210");
    assertThat(after.keySet()).noneMatch(p -> p.startsWith("fees/foster/") && p.contains("2024"));
    assertThat(after.get(any).get("priceYear").asText()).isEqualTo("2024-25");
    assertThat(after.get(any).get("source").asText())
        .contains("section 251")
        .endsWith("figure of Leicestershire, 2024-25");
    assertThat(after.get(any).get("note").asText())
        .contains("children in foster placements on 31 March", "rounded to the nearest £5");
    String note = loaded.at("/notes/0").asText();
    assertThat(note).contains("Leicestershire, 2024-25: £720 a week (England £765)");
    assertThat(loaded.at("/draft/warnings").toString()).contains("£720 a week");
    publish(id, 2);
    JsonNode answer = asked.get(RESIDENTIAL + "&catalogue=" + id, 200);
    JsonNode overridden =
        asked.get(RESIDENTIAL + "&authority=Leicestershire&authorityYear=2024-25", 200);
    assertThat(answer.at("/pathways/0/total")).isEqualTo(overridden.at("/pathways/0/total"));
    assertThat(answer.at("/stamp/warnings").toString())
        .contains("£7,210 a week", "days of care", "few children make it leap");

    String next =
        asked
            .post(
                "/api/cost-books",
                """
            {"copyOf": "%s", "name": "Leicestershire", "by": "finance-officer", "reason": "contracts"}
            """
                    .formatted(id),
                201)
            .get("id")
            .asText();
    edit(next, 1, "fees/residential/*/*/*/*/amount", "6500", 200);
    edit(next, 2, "fees/other/*/*/*/*/amount", "6500", 200);
    assertThat(asked.get("/api/cost-books/" + next, 200).get("warnings").toString())
        .contains("£720 a week")
        .doesNotContain("£7,210 a week");
    // Another year: fostering follows, and the contracts stay.
    fees(next, 3, "855", "2023-24", 200);
    after = numbers(next, "fees");
    assertThat(after.get(any).get("source").asText()).endsWith("figure of Leicestershire, 2023-24");
    is(after, "fees/residential/any-provider/any-area/any-age/2015-04-01/amount", "6500");
    // England in its place: the table's own figure of 2023-24.
    fees(next, 4, "England", "2023-24", 200);
    String dated = "fees/foster/in-house/any-area/any-age/2023-04-01/amount";
    assertThat(numbers(next, "fees").get(any.replace("any-provider", "in-house")).get("value"))
        .isEqualTo(numbers("england-illustrative", "fees").get(dated).get("value"));
  }

  /** City of London's £120 of 2020-21 is below a third of England's £615. */
  @Test
  void aFigureThatCannotBeUsedIsSaidInTheBook() {
    String id = asked.draft("City");
    fees(id, 1, "City of London", "2020-21", 200);
    JsonNode fee =
        numbers(id, "fees").get("fees/foster/any-provider/any-area/any-age/2015-04-01/amount");
    assertThat(fee.get("value").decimalValue()).isEqualByComparingTo("615");
    assertThat(fee.get("illustrative").asBoolean()).isTrue();
    assertThat(fee.get("note").asText()).contains("England's is used, because");
  }

  private static String publishedSet(String name) {
    StringBuilder answers = new StringBuilder("respondent,process,task,role,category,minutes\n");
    for (int i = 1; i <= 5; i++) {
      answers.append(
          name.charAt(0)
              + "0"
              + i
              + ",review,invite,administrator,indirect,"
              + (60 + 10 * i)
              + "\n");
    }
    JsonNode survey =
        asked.postFile(
            "/api/surveys?wait=30",
            "answers.csv",
            answers.toString().getBytes(StandardCharsets.UTF_8),
            Map.of("title", name, "method", "online-survey", "authority", "Testshire"),
            201);
    asked.post(
        "/api/estimate-sets",
        "{\"name\": \"%s\", \"surveys\": [\"%s\"]}"
            .formatted(name, survey.at("/survey/id").asText()),
        201);
    String id = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    asked.post("/api/estimate-sets/" + id + "/publish", "", 200);
    return id;
  }

  /** (70 + 80 + 90 + 100 + 110) ÷ 5 = 90 minutes. */
  @Test
  void aBookRestsOnAnEstimateSetWhichItsHashCoversAndADiffShows() {
    String set = publishedSet("Testshire minutes");
    String id = asked.draft("Setshire");
    String minutes = "time-use/review/tasks/invite/administrator/indirect/minutes";

    JsonNode loaded = estimates(id, 1, set, 200);

    assertThat(loaded.at("/draft/estimateSet/id").asText()).isEqualTo(set);
    assertThat(loaded.at("/draft/files").toString()).contains("estimates/estimates.csv");
    assertThat(loaded.at("/draft/edits/1/alterations/0/path").asText())
        .isEqualTo("conventions/estimateSet");
    is(numbers(id, "time-use"), minutes, "90");
    assertThat(numbers(id, "time-use")).hasSize(1);
    publish(id, 2);
    JsonNode diff = asked.get("/api/cost-books/england-illustrative/diff/" + id, 200);
    JsonNode convention = null;
    for (JsonNode difference : diff.get("differences")) {
      if (difference.get("path").asText().equals("conventions/estimateSet")) {
        convention = difference;
      }
    }
    assertThat(convention.get("before").asText()).isEqualTo("shipped");
    assertThat(convention.get("after").asText()).isEqualTo(set);
    assertThat(diff.get("unitCosts").findValuesAsText("process")).contains("review");
    JsonNode answer = asked.get(RESIDENTIAL + "&catalogue=" + id, 200);
    assertThat(answer.at("/stamp/estimates/id").asText()).isEqualTo(set);
    JsonNode overridden = asked.get(RESIDENTIAL + "&estimateSet=" + set, 200);
    assertThat(answer.at("/pathways/0/total")).isEqualTo(overridden.at("/pathways/0/total"));
    JsonNode again = asked.get(RESIDENTIAL + "&estimateSet=shipped&catalogue=" + id, 200);
    assertThat(again.at("/pathways/0/total"))
        .isEqualTo(asked.get(RESIDENTIAL, 200).at("/pathways/0/total"));

    String back = asked.draft("Backshire");
    estimates(back, 1, set, 200);
    assertThat(estimates(back, 2, "shipped", 200).at("/draft/estimateSet/id").asText())
        .isEqualTo("shipped");
  }

  /**
   * What is set in place of an estimate is told as stated; a new set takes it away, and says so.
   */
  @Test
  void minutesOfASurveyAndStepsOfAScheduleAreSetLikeAnyNumber() {
    String id = asked.draft("Minuteshire");
    String minutes = "time-use/review/tasks/prepare-report/social-worker/indirect/minutes";
    edit(id, 1, minutes, "42.5", 200);
    edit(id, 2, "processes/review/schedule/then", "4", 200);
    assertThat(edit(id, 3, "processes/review/schedule/then", "0.5", 400).toString())
        .contains("whole number");

    JsonNode stated = numbers(id, minutes).get(minutes);
    assertThat(stated.get("value").decimalValue()).isEqualByComparingTo("42.5");
    assertThat(stated.get("source").asText()).isEqualTo("Testshire contracts 2025");
    assertThat(stated.get("note").asText()).contains("in place of the mean of");
    JsonNode step = numbers(id, "processes/review/schedule").get("processes/review/schedule/then");
    assertThat(step.get("value").intValue()).isEqualTo(4);
    assertThat(step.get("unit").asText()).isEqualTo("months");
    assertThat(asked.get("/api/cost-books/" + id, 200).get("warnings").toString())
        .contains("in place of 1 estimate");
    publish(id, 3);
    JsonNode lines = asked.get("/api/processes/review?catalogue=" + id, 200).at("/unitCost/lines");
    assertThat(lines)
        .anyMatch(
            l ->
                l.get("task").asText().equals("prepare-report")
                    && l.get("role").asText().equals("social-worker")
                    && l.get("minutesFrom").asText().equals("stated")
                    && l.get("minutes").decimalValue().compareTo(new BigDecimal("42.5")) == 0);

    String set = publishedSet("Another survey");
    String next =
        asked
            .post(
                "/api/cost-books",
                """
                {"copyOf": "%s", "name": "Minuteshire", "by": "researcher", "reason": "our survey"}
                """
                    .formatted(id),
                201)
            .get("id")
            .asText();
    assertThat(estimates(next, 1, set, 200).get("notes").toString())
        .contains("review/prepare-report/social-worker");
  }
}
