package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.report.LibreOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports over HTTP, changed in the sheet: the service asked for the same change says the same. */
class LiveReportTest {

  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";
  private static final String INSURANCE = "employer-rates/national-insurance/2025-04-06/rate";

  private static final String MINUTES =
      "time-use/care-planning/tasks/health-plan/social-worker/indirect/minutes";

  private static final String QUESTION =
      """
      "templates": ["foster-in-house", "adoption"],
      "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "age-18"}
      """;

  private static Asked service;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    service = new Asked();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String scenario(String name, String... changes) {
    return "{\"name\": \"%s\", %s, \"changes\": [%s]}"
        .formatted(name, QUESTION, String.join(", ", changes));
  }

  private static String set(String path, String value) {
    return "{\"path\": \"%s\", \"operation\": \"set\", \"value\": %s, \"reason\": \"tried\"}"
        .formatted(path, value);
  }

  @Test
  void aSalaryARateAndAMinuteChangedInTheSheetGiveWhatTheServiceGivesForThem() throws Exception {
    byte[] workbook =
        service.bytes(
            "/api/reports/comparison?pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=age-18&format=xlsx");
    Map<String, List<BigDecimal>> sheet =
        LibreOffice.recalculated(
            workbook,
            folder,
            w -> {
              LibreOffice.set(w, "Inputs", SALARY, 50_001);
              LibreOffice.set(w, "Inputs", INSURANCE, 0.138);
              LibreOffice.set(w, "Inputs", MINUTES, 333);
            });
    JsonNode changed =
        service.post(
            "/api/scenarios/calculate",
            scenario(
                "the same", set(SALARY, "50001"), set(INSURANCE, "0.138"), set(MINUTES, "333")),
            200);
    for (int p = 0; p < 2; p++) {
      JsonNode pathway = changed.at("/pathways/" + p);
      assertThat(pathway.at("/changed")).isNotEqualTo(pathway.at("/base"));
      assertThat(sheet.get("Total").get(p))
          .isEqualByComparingTo(pathway.at("/changed").decimalValue());
      BigDecimal moreHours = pathway.at("/hoursByRole/social-worker").decimalValue();
      assertThat(moreHours).isNotZero();
      assertThat(sheet.get("Social worker").get(p))
          .isCloseTo(
              LibreOffice.answer(workbook).get("Social worker").get(p).add(moreHours),
              within(new BigDecimal("0.02")));
    }
  }

  /** Before, after and difference of every table; then one input for both, one for one of them. */
  @Test
  void theReportOfASavedScenarioIsItsAnswerAndGoesOnCalculating() throws Exception {
    JsonNode saved =
        service.post("/api/scenarios", scenario("Dearer hours", set(SALARY, "52000")), 201);
    JsonNode result = service.get(saved.at("/link").asText() + "/result", 200);
    String report = saved.at("/report").asText();
    String page = new String(service.bytes(report), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("What if: Dearer hours")
        .contains(result.at("/changes/0/sentence").asText())
        .contains(result.at("/stamp/catalogue").asText())
        .contains(result.at("/changedBook").asText())
        .contains("What is not included", "Sources", "What the answer takes for granted", "<svg");
    assertThat(service.bytes(report + "?format=docx")).startsWith('P', 'K');
    byte[] workbook = service.bytes(report + "?format=xlsx");
    holds(LibreOffice.recalculated(workbook, sub("same"), w -> {}), result);
    Map<String, List<BigDecimal>> bars = LibreOffice.chart(workbook);
    assertThat(bars)
        .containsOnlyKeys("Placement", "Case management", "Support", "Legal", "One-off");
    for (int bar = 0; bar < 4; bar++) { // each route before and after
      int place = bar;
      assertThat(bars.values().stream().map(s -> s.get(place)).reduce(BigDecimal::add))
          .hasValueSatisfying(
              sum ->
                  assertThat(sum)
                      .isEqualByComparingTo(
                          result
                              .at("/pathways/" + place / 2)
                              .at(place % 2 == 0 ? "/base" : "/changed")
                              .decimalValue()));
    }
    JsonNode further =
        service.post(
            "/api/scenarios/calculate",
            scenario("on top", set(INSURANCE, "0.138"), set(SALARY, "53000")),
            200);
    Map<String, List<BigDecimal>> sheet =
        LibreOffice.recalculated(
            workbook,
            sub("further"),
            w -> {
              LibreOffice.set(w, "Inputs", INSURANCE, 0.138);
              LibreOffice.set(w, "Inputs, changed", SALARY, 53_000);
            });
    for (int p = 0; p < 2; p++) {
      assertThat(sheet.get("Total").get(3 * p + 1))
          .isEqualByComparingTo(further.at("/pathways/" + p + "/changed").decimalValue());
    }
  }

  private Path sub(String name) throws java.io.IOException {
    return java.nio.file.Files.createDirectory(folder.resolve(name));
  }

  private static void holds(Map<String, List<BigDecimal>> sheet, JsonNode result) {
    for (int p = 0; p < 2; p++) {
      JsonNode pathway = result.at("/pathways/" + p);
      List<BigDecimal> total = sheet.get("Total").subList(3 * p, 3 * p + 3);
      assertThat(total.get(0)).isEqualByComparingTo(pathway.at("/base").decimalValue());
      assertThat(total.get(1)).isEqualByComparingTo(pathway.at("/changed").decimalValue());
      assertThat(total.get(2)).isEqualByComparingTo(pathway.at("/difference").decimalValue());
      assertThat(sheet.get("Case management").get(3 * p + 2))
          .isEqualByComparingTo(pathway.at("/byComponent/case-management").decimalValue());
      assertThat(sheet.get("Review").get(3 * p + 2))
          .isEqualByComparingTo(pathway.at("/byItem/review").decimalValue());
      assertThat(sheet.get("Social care").get(3 * p + 2))
          .isEqualByComparingTo(pathway.at("/byPayer/social-care").decimalValue());
    }
  }

  /** An allowance after the means test of a family; the rules and its income are numbers, too. */
  @Test
  void aScenarioCanStateAHouseholdAndItsTestFollowsTheChanges() {
    String own =
        """
        {"name": "means", "child": {"ageAtStart": 6, "start": "2025-06-01", "horizon": "12-months"},
         "pathways": [{"id": "sgo", "legs": [{"from": "2025-06-01", "placement": "special-guardianship", "legalStatus": "none"}],
           "supports": [{"item": "sgo-allowance", "from": "2025-06-01", "fee": {"amount": 783.49, "per": "month", "priceYear": "2025-26"},
             "household": {"adults": 2, "children": 1, "income": [{"name": "wages", "amount": 1500, "per": "month"}],
               "housing": [{"name": "rent", "amount": 600, "per": "month"}],
               "core": {"name": "core", "amount": 500, "per": "month"}}}]}],
         "changes": [%s]}
        """;
    // 1,500 less 20 % is 1,200; less 1,100 leaves 100, of which half is 50: 733.49 a month.
    // Without the disregard 400 are left, 200 put in: 583.49. Income of 1,750 counts 1,400: 633.49.
    // 365 days × 12 ÷ 365.25.
    BigDecimal months = new BigDecimal("11.9917864476");
    JsonNode rules =
        service.post(
            "/api/scenarios/calculate",
            own.formatted(set("means-test/2025-04-07/income-disregard", "0")),
            200);
    JsonNode support = rules.at("/pathways/0");
    assertThat(support.at("/byItem/sgo-allowance").decimalValue())
        .isCloseTo(new BigDecimal("-150").multiply(months), within(new BigDecimal("0.01")));
    JsonNode income =
        service.post(
            "/api/scenarios/calculate",
            own.formatted(set("pathways/sgo/supports/1/income", "1750")),
            200);
    assertThat(income.at("/pathways/0/byItem/sgo-allowance").decimalValue())
        .isCloseTo(new BigDecimal("-100").multiply(months), within(new BigDecimal("0.01")));
    assertThat(income.at("/sentence").asText()).contains("£1,500 a month to £1,750 a month");
  }
}
