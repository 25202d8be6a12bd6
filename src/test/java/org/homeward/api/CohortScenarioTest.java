package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.homeward.report.LibreOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What-ifs that are tried on the children of returns: saved, shared, answered, taken away. */
class CohortScenarioTest {

  private static final String SHARE =
      "{\"path\": \"cohort/placements/foster/agency/in-house/share\", \"operation\": \"%s\","
          + " \"value\": %s, \"reason\": \"new carers\"}";

  private static Asked service;
  private static String cohort;

  /** Twelve children at an agency and eight in-house, a year each. */
  @BeforeAll
  static void load() {
    service = new Asked();
    cohort = service.cohort(returns(12, "PR4") + returns(8, "PR1"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static int next = 1;

  private static String returns(int children, String provider) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < children; i++) {
      rows.append(next++)
          .append(",01/05/2022,S,C2,N1,U6,")
          .append(provider)
          .append(",01/03/2023,E4A,,,,\n");
    }
    return rows.toString();
  }

  private static String scenario(String of, String... changes) {
    return "{\"name\": \"A tenth in-house\", \"cohort\": {\"id\": \"%s\"%s}, \"changes\": [%s]}"
        .formatted(cohort, of, String.join(", ", changes));
  }

  @Test
  void aShareOfACohortMovesAsTheCohortsOwnQuestionSays() {
    JsonNode saved =
        service.post(
            "/api/scenarios",
            scenario(
                ", \"by\": \"provider\"",
                SHARE.formatted("set", "0.05"),
                SHARE.formatted("multiply", "2")),
            201);
    JsonNode result = service.get(saved.at("/link").asText() + "/result", 200);
    JsonNode same =
        service.post(
            "/api/cohorts/" + cohort + "/what-if",
            """
            {"by": "provider", "move": {"placement": "foster", "from": "agency", "to": "in-house",
             "share": 0.1, "reason": "new carers"}}
            """,
            200);
    assertThat(result.at("/cohort/difference").decimalValue())
        .isNegative()
        .isEqualByComparingTo(same.at("/all/difference").decimalValue());
    assertThat(result.at("/cohort/groups")).isEqualTo(same.at("/groups"));
    assertThat(result.at("/cohort/shares/0/share").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(result.at("/sentence").asText())
        .contains("10 % of foster placements go from agency to in house, because new carers")
        .contains("The cohort then costs £");
    assertThat(result.at("/child").isNull()).isTrue();
    BigDecimal components = BigDecimal.ZERO;
    for (JsonNode sum : result.at("/cohort/byComponent")) {
      components = components.add(sum.decimalValue());
    }
    assertThat(components).isEqualByComparingTo(result.at("/cohort/difference").decimalValue());
  }

  /** One list of changes for a number of the book, a leg of a route and a share of the cohort. */
  @Test
  void oneScenarioChangesNumbersRoutesAndAShareOfACohort() {
    String changes =
        SHARE.formatted("set", "0.1")
            + """
            , {"path": "fees/foster/in-house/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "paid better"}
            , {"path": "pathways/foster-in-house/legs/1/fee", "operation": "add", "value": 7, "reason": "for one child"}
            """;
    JsonNode result =
        service.post(
            "/api/scenarios/calculate",
            """
            {"name": "all", "templates": ["foster-in-house"], "child": {"ageAtStart": 2, "start": "2025-04-01"},
             "cohort": {"id": "%s"}, "changes": [%s]}
            """
                .formatted(cohort, changes),
            200);
    assertThat(result.at("/pathways/0/difference").decimalValue()).isPositive();
    JsonNode alone =
        service.post(
            "/api/cohorts/" + cohort + "/what-if",
            """
            {"move": {"placement": "foster", "from": "agency", "to": "in-house", "share": 0.1, "reason": "r"},
             "changes": [{"path": "fees/foster/in-house/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "r"}]}
            """,
            200);
    assertThat(result.at("/cohort/changed").decimalValue())
        .isEqualByComparingTo(alone.at("/all/after").decimalValue());
  }

  /** Of a cohort alone: the tables of the page, the document and the recalculated sheet agree. */
  @Test
  void aWhatIfOfACohortHasADocument(@TempDir Path folder) throws Exception {
    JsonNode saved =
        service.post(
            "/api/scenarios",
            scenario(", \"by\": \"provider\"", SHARE.formatted("set", "0.25")),
            201);
    JsonNode cost = service.get(saved.at("/link").asText() + "/result", 200).at("/cohort");
    String report = saved.at("/report").asText();
    String page = new String(service.bytes(report), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("25 % of foster placements go from agency to in house, because new carers")
        .contains("from 1 April 2022 to 31 March 2023")
        .contains("What is not included", "Sources", "What the answer takes for granted", "<svg")
        .contains(cohort, saved.at("/catalogue").asText());
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(service.bytes(report + "?format=docx")))) {
      assertThat(word.getCharts()).hasSize(1);
      String groups = word.getTables().get(3).getText();
      for (JsonNode group : cost.at("/groups")) {
        String difference = Format.pounds(pence(group.at("/difference")));
        assertThat(groups).contains(difference);
        assertThat(page).contains(difference);
      }
    }
    Map<String, List<BigDecimal>> sheet =
        LibreOffice.recalculated(service.bytes(report + "?format=xlsx"), folder, w -> {});
    assertThat(sheet.get("Total"))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            cost.at("/base").decimalValue(),
            cost.at("/changed").decimalValue(),
            cost.at("/difference").decimalValue());
    assertThat(LibreOffice.chart(service.bytes(report + "?format=xlsx")).get("Placement"))
        .isEqualTo(sheet.get("Placement").subList(0, 2));
    assertThat(sheet.get("Placement").get(2))
        .isNegative()
        .isEqualByComparingTo(cost.at("/byComponent/placement").decimalValue());
    assertThat(sheet.get("In house").get(2))
        .isPositive()
        .isEqualByComparingTo(cost.at("/groups/0/difference").decimalValue());
  }

  private static Pence pence(JsonNode pounds) {
    return Pence.of(pounds.decimalValue().movePointRight(2).longValueExact());
  }

  @Test
  void aDocumentKeepsBackTheNumbersOfFewChildren() throws Exception {
    String few = service.cohort(returns(7, "PR1") + returns(3, "PR4"));
    String asked =
        scenario(", \"by\": \"provider\"", SHARE.formatted("set", "0.5")).replace(cohort, few);
    String saved = service.post("/api/scenarios", asked, 201).at("/report").asText();
    JsonNode cost = service.get(saved.replace("/report", "/result"), 200).at("/cohort");
    assertThat(cost.at("/suppressed").asBoolean()).isFalse();
    String page = new String(service.bytes(saved), StandardCharsets.UTF_8);
    assertThat(page).contains("kept back", Format.pounds(pence(cost.at("/changed"))));
    Map<String, List<BigDecimal>> sheet = LibreOffice.answer(service.bytes(saved + "?format=xlsx"));
    assertThat(sheet).containsKey("Total").doesNotContainKey("Agency");
    String all =
        scenario("", SHARE.formatted("set", "0.5"))
            .replace(cohort, service.cohort(returns(5, "PR4")));
    String hidden = service.post("/api/scenarios", all, 201).at("/report").asText();
    assertThat(new String(service.bytes(hidden), StandardCharsets.UTF_8))
        .contains("What the cohort costs is kept back")
        .doesNotContain("£", "<svg");
    assertThat(LibreOffice.answer(service.bytes(hidden + "?format=xlsx"))).isEmpty();
  }

  @Test
  void theNumbersOfFewChildrenAreKeptBackInWhatIsSaved() {
    String few = service.cohort(returns(5, "PR4"));
    JsonNode result =
        service.post(
            "/api/scenarios/calculate",
            scenario("", SHARE.formatted("set", "0.1")).replace(cohort, few),
            200);
    assertThat(result.at("/cohort/suppressed").asBoolean()).isTrue();
    assertThat(result.at("/cohort/difference").isNull()).isTrue();
    assertThat(result.at("/cohort/byComponent")).isEmpty();
    assertThat(result.at("/cohort/staff")).isEmpty();
    assertThat(result.at("/sentence").asText()).contains("kept back").doesNotContain("£");
  }

  /**
   * Twelve placements at an agency are the dearest of twenty of the same length: ten of them have
   * ten twelfths of what is spent at agencies. In the year asked for all fees are those of one row.
   */
  @Test
  void theShareOfTheDearestPlacementsIsTheirFeesByAllFees() {
    String window = "?from=2022-06-01&to=2022-07-01";
    JsonNode costs =
        service.get("/api/cohorts/" + cohort + "/costs" + window + "&by=provider", 200);
    JsonNode dearest = service.get("/api/cohorts/" + cohort + "/dearest" + window, 200);
    assertThat(dearest.at("/dearest")).hasSize(10);
    assertThat(dearest.at("/placements").asInt()).isEqualTo(20);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode one : dearest.at("/dearest")) {
      assertThat(one.at("/provider").asText()).isEqualTo("agency");
      assertThat(one.at("/pseudonym").asText()).hasSize(13);
      assertThat(one.at("/spend")).isEqualTo(dearest.at("/dearest/0/spend"));
      sum = sum.add(one.at("/spend").decimalValue());
    }
    assertThat(sum).isEqualByComparingTo(dearest.at("/spendOnDearest").decimalValue());
    BigDecimal fees = BigDecimal.ZERO;
    int place = -1;
    for (int c = 0; c < costs.at("/columns").size(); c++) {
      place = costs.at("/columns/" + c).asText().equals("placement_cost") ? c : place;
    }
    assertThat(place).as(costs.at("/columns").toString()).isNotNegative();
    for (JsonNode row : costs.at("/rows")) {
      if (row.at("/cells/0").asText().matches("agency|in-house")) {
        fees = fees.add(new BigDecimal(row.at("/cells/" + place).asText()));
      }
    }
    assertThat(dearest.at("/spend").decimalValue()).isEqualByComparingTo(fees);
    assertThat(dearest.at("/share").decimalValue())
        .isEqualByComparingTo(sum.divide(fees, 4, java.math.RoundingMode.HALF_EVEN));
    JsonNode kept =
        service.get("/api/cohorts/" + cohort + "/dearest" + window + "&suppress=true&most=16", 200);
    assertThat(kept.at("/suppressed").asBoolean()).isTrue(); // four children are left
    assertThat(kept.at("/share").isNull()).isTrue();
    assertThat(kept.at("/dearest")).isEmpty();
  }

  /**
   * At £835 a week at an agency and £545 in-house the ten dearest of twelve and eight placements of
   * one length have 8,350 of 12 × 835 + 8 × 545 = 14,380: 58.07 %. A book whose fees are all a
   * tenth up has the same share, of a tenth more; one in which in-house fees alone are doubled
   * (£1,090) has 8 of these and 2 agency placements, 10,390 of 18,740: 55.44 %.
   */
  @Test
  void booksSideBySideTellTheShareOfTheDearestByEach() {
    dearer("Dearshire", "fees/*/*/*/*/*/amount", "1.1");
    dearer("Turnshire", "fees/foster/in-house/*/*/*/amount", "2");
    JsonNode varied =
        service.get(
            "/api/cost-books/england-illustrative/variations?others=dearshire-1,turnshire-1&pathways=adoption,foster-in-house&ages=2,9&cohort="
                + cohort,
            200);
    assertThat(varied.at("/routes")).hasSize(4);
    assertThat(varied.at("/dearest")).hasSize(3);
    assertThat(varied.at("/dearest/0/share").decimalValue()).isEqualByComparingTo("0.5807");
    assertThat(varied.at("/dearest/1/share").decimalValue()).isEqualByComparingTo("0.5807");
    assertThat(varied.at("/dearest/2/share").decimalValue()).isEqualByComparingTo("0.5544");
    BigDecimal tenth = new BigDecimal("1.1");
    for (String sum : List.of("/spend", "/spendOnDearest")) {
      assertThat(varied.at("/dearest/1" + sum).decimalValue())
          .isCloseTo(
              varied.at("/dearest/0" + sum).decimalValue().multiply(tenth),
              within(new BigDecimal("0.20"))); // a penny for each placement
    }
    assertThat(varied.at("/fees").findValuesAsText("age")).contains("2", "9");

    String page =
        "/cost-books/england-illustrative-1/variations?others=dearshire-1&others=turnshire-1&cohort=";
    assertThat(new String(service.bytes(page + cohort), StandardCharsets.UTF_8))
        .contains("The ten dearest placements of the cohort", "58.07%", "55.44%")
        .contains("<option value=\"" + cohort + "\" selected>");
    assertThat(new String(service.bytes(page), StandardCharsets.UTF_8)).doesNotContain("58.07%");

    String explain =
        "/api/cost-books/england-illustrative/variations/explain?other=turnshire-1&figure=";
    for (String figure : List.of("spend", "spend-on-dearest", "share")) {
      String field = figure.equals("spend-on-dearest") ? "spendOnDearest" : figure;
      BigDecimal difference =
          varied
              .at("/dearest/2/" + field)
              .decimalValue()
              .subtract(varied.at("/dearest/0/" + field).decimalValue());
      String dearest = "dearest/" + cohort + "/" + figure;
      Explained.holds(
          service.get(explain + dearest, 200),
          difference,
          new BigDecimal(figure.equals("share") ? "0.0001" : "0.005")); // shares have four places
      String why =
          "/why/figure?book=turnshire-1&beside=england-illustrative-1&figure="
              + dearest.replace("/", "%2F");
      assertThat(new String(service.bytes(page + cohort), StandardCharsets.UTF_8))
          .contains("href=\"" + why.replace("&", "&amp;") + "\"");
      String told = new String(service.bytes(why), StandardCharsets.UTF_8);
      assertThat(told)
          .contains(
              figure.equals("share")
                  ? "55.44 %"
                  : Pence.of(
                          varied
                              .at("/dearest/2/" + field)
                              .decimalValue()
                              .movePointRight(2)
                              .longValueExact())
                      .toString());
    }
    service.get(explain + "dearest/" + cohort + "/moods", 400);
    service.get(explain + "dearest/nobody/share", 404);
  }

  private static void dearer(String name, String path, String factor) {
    service.post(
        "/api/cost-books",
        "{\"copyOf\": \"england-illustrative\", \"name\": \"%s\", \"by\": \"t\", \"reason\": \"t\"}"
            .formatted(name),
        201);
    service.post(
        "/api/cost-books/" + name.toLowerCase(java.util.Locale.ROOT) + "-1/edits",
        """
        {"edition": 1, "by": "t", "reason": "t", "changes": [{"path": "%s", "operation": "multiply", "value": %s}]}
        """
            .formatted(path, factor),
        200);
  }

  @Test
  void deletingACohortTakesItsScenariosWithIt() {
    String gone = service.cohort(returns(7, "PR4"));
    JsonNode saved =
        service.post(
            "/api/scenarios",
            scenario("", SHARE.formatted("set", "0.1")).replace(cohort, gone),
            201);
    service.delete("/api/cohorts/" + gone, 204);
    service.get(saved.at("/link").asText(), 404);
  }

  @Test
  void whatCannotBeMovedIsToldByItsPlace() {
    JsonNode refused =
        service.post(
            "/api/scenarios/calculate",
            scenario(
                "",
                SHARE.formatted("set", "1.5"),
                SHARE.formatted("set", "0.1").replace("foster/agency", "castle/agency"),
                SHARE.formatted("set", "0.1").replace("/share", "/part")),
            400);
    assertThat(refused.at("/errors").toString())
        .contains("changes[0]", "changes[1]", "changes[2]", "A share is from 0 to 1");
    JsonNode without =
        service.post(
            "/api/scenarios/calculate",
            """
            {"name": "x", "templates": ["adoption"], "child": {"ageAtStart": 2, "start": "2025-04-01"}, "changes": [%s]}
            """
                .formatted(SHARE.formatted("set", "0.1")),
            400);
    assertThat(without.at("/errors/0/field").asText()).isEqualTo("cohort");
  }
}
