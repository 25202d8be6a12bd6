package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Not only costs of a route: what-ifs, cohorts, books, journeys and the means test are explained.
 */
class ExplainAnythingTest {

  private static final String SCENARIO =
      """
      {"name": "Fees up", "templates": ["foster-in-house", "foster-ifa"], "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "24-months"},
       "changes": [
         {"path": "fees/foster/agency/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "let again"},
         {"path": "staff-costs/social-worker/2025-26/salary", "operation": "add", "value": 1000, "reason": "pay award"}]}
      """;
  private static final String JOURNEYS =
      """
      {"monthLength": "four-weeks",
       "actual": {"rows": [{"description": "Residential", "stretches": [{"length": 9, "unit": "months", "price": 4005, "per": "week"}]}]},
       "anticipated": {"rows": [
         {"description": "Foster care", "stretches": [{"length": 4, "unit": "months", "price": 739, "per": "week"}, {"length": 5, "unit": "months", "price": 750, "per": "week"}]},
         {"description": "Outreach beside it", "concurrent": true, "stretches": [{"length": 6, "unit": "months", "price": 660, "per": "week"}, {"length": 1, "unit": "weeks"}]},
         {"description": "Equipment", "concurrent": true, "stretches": [{"length": 1, "unit": "days", "price": 99.99}]}]}}
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

  /**
   * By hand: core expenditure 1.25 × (144.65 + 84.66 + 19.48) = £310.9875 a week, × 365.25 ÷ 84 =
   * £1,352.24 a month; 80 % of £3,600 less £700 less that leaves £827.76, half of it is £413.88; an
   * allowance of £167.95 a week is £730.28 a month: £316.40 is left.
   */
  @ParameterizedTest
  @CsvSource({"3600, 316.4027", "2400, 730.2826", "9000, 0"})
  void whatIsLeftOfAnAllowanceIsExplainedDownToTheHousehold(String wages, BigDecimal left) {
    JsonNode explained =
        asked.post(
            "/api/allowances/means-test/explain",
            """
            {"date": "2025-06-01", "item": "sgo-allowance", "age": 6, "household": {"adults": 2, "children": 1,
             "income": [{"name": "wages", "amount": %s}], "housing": [{"name": "rent", "amount": 700}]}}
            """
                .formatted(wages),
            200);

    Explained.holds(explained, left, new BigDecimal("0.0001"));
    assertThat(explained.at("/explanation").toString())
        .contains("\"wages\"", "\"rent\"", "144.65", "Department for Work and Pensions");
  }

  /**
   * 36 weeks at £4,005 are £144,180; 16 at £739, 20 at £750, 24 at £660 and £99.99 are £42,763.99.
   */
  @ParameterizedTest
  @CsvSource({
    ", 101416.01",
    "avoided, 101416.01",
    "actual, 144180",
    "actual/1, 144180",
    "anticipated/1, 26824",
    "anticipated/2, 15840",
    "anticipated/3, 99.99"
  })
  void aJourneyIsExplainedDownToItsStretches(String figure, BigDecimal pounds) {
    JsonNode explained =
        asked.post(
            "/api/journeys/explain" + (figure == null ? "" : "?figure=" + figure), JOURNEYS, 200);

    Explained.holds(explained, pounds);
    assertThat(explained.has("stamp")).isFalse();
    asked.post("/api/journeys/explain?figure=actual/2", JOURNEYS, 400);
  }

  @Test
  void aFigureOfAWhatIfIsExplainedBeforeAfterAndAsAChange() {
    JsonNode effect = asked.post("/api/scenarios/calculate", SCENARIO, 200).at("/pathways/1");
    String saved = asked.post("/api/scenarios", SCENARIO, 201).at("/id").asText();
    for (String[] figure :
        new String[][] {
          {"before/total", "/base"},
          {"after/total", "/changed"},
          {"change/total", "/difference"},
          {"change/component/placement", "/byComponent/placement"},
          {"change/item/review", "/byItem/review"},
          {"change/role/social-worker", "/byRole/social-worker"},
          {"change/payer/social-care", "/byPayer/social-care"}
        }) {
      BigDecimal expected = effect.at(figure[1]).decimalValue();
      String of = "?pathway=foster-ifa&figure=" + figure[0];
      Explained.holds(asked.post("/api/scenarios/explain" + of, SCENARIO, 200), expected);
      Explained.holds(asked.get("/api/scenarios/" + saved + "/explain" + of, 200), expected);
    }
    assertThat(asked.post("/api/scenarios/explain?pathway=none", SCENARIO, 400).toString())
        .contains("foster-in-house, foster-ifa");
    asked.post("/api/scenarios/explain?figure=change/nothing", SCENARIO, 400);
    asked.get("/api/scenarios/none/explain", 404);
  }

  private static String returns(int from, int children, String provider) {
    return IntStream.range(from, from + children)
        .mapToObj(c -> c + ",01/05/2022,S,C2,N1,U6," + provider + ",01/03/2023,E4A,,,,\n")
        .collect(Collectors.joining());
  }

  @Test
  void aGroupOfACohortAndAChildAreExplained() {
    String cohort = "/api/cohorts/" + asked.cohort(returns(1, 9, "PR4") + returns(20, 7, "PR1"));

    JsonNode table = asked.get(cohort + "/costs?by=provider", 200);
    int cost = columnOf(table, "total");
    for (JsonNode row : table.at("/rows")) {
      String group = row.at("/cells/0").asText();
      BigDecimal expected = new BigDecimal(row.at("/cells/" + cost).asText());
      for (String suppress : new String[] {"false", "true"}) {
        Explained.holds(
            asked.get(
                cohort + "/explain?by=provider&group=" + group + "&suppress=" + suppress, 200),
            expected);
      }
    }
    JsonNode nights = asked.get(cohort + "/explain?by=provider&group=agency&figure=nights", 200);
    Explained.holds(nights, BigDecimal.valueOf(9 * 304)); // 1 May 2022 to 1 March 2023
    asked.get(cohort + "/explain?by=provider&group=nobody", 400);
    String child = asked.get(cohort + "/children", 200).at("/children/0").asText();
    JsonNode line = asked.get(cohort + "/children/" + child, 200);
    Explained.holds(
        asked.get(cohort + "/children/" + child + "/explain", 200),
        line.at("/pence").decimalValue().movePointLeft(2));
    asked.get(cohort + "/children/none/explain", 404);
  }

  private static int columnOf(JsonNode table, String name) {
    for (int i = 0; i < table.at("/columns").size(); i++) {
      if (table.at("/columns/" + i).asText().equals(name)) {
        return i;
      }
    }
    throw new AssertionError(table.at("/columns").toString());
  }

  @Test
  void aCohortInAWhatIfIsExplainedAndFewChildrenAreNot() {
    String changes =
        """
        {"name": "Fees up", "cohort": {"id": "%s"}, "changes": [
          {"path": "fees/foster/agency/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "let again"}]}
        """;
    String many = changes.formatted(asked.cohort(returns(1, 9, "PR4")));
    JsonNode cost = asked.post("/api/scenarios/calculate", many, 200).at("/cohort");
    Explained.holds(
        asked.post("/api/scenarios/explain", many, 200), cost.at("/difference").decimalValue());
    Explained.holds(
        asked.post("/api/scenarios/explain?figure=before/total", many, 200),
        cost.at("/base").decimalValue());
    String few = changes.formatted(asked.cohort(returns(1, 4, "PR4")));
    asked.post("/api/scenarios/explain", few, 400);
  }

  @Test
  void byHowMuchABookIsDearerIsExplained() {
    String id = asked.draft("Dearshire");
    asked.post(
        "/api/cost-books/" + id + "/edits",
        """
        {"edition": 1, "by": "officer", "reason": "own", "changes": [
          {"path": "staff-costs/*/2025-26/salary", "operation": "multiply", "value": 1.2}]}
        """,
        200);
    String variations = "/api/cost-books/england-illustrative/variations";
    JsonNode varied = asked.get(variations + "?others=" + id + "&pathways=adoption&ages=2", 200);
    String explain = variations + "/explain?other=" + id + "&age=2&start=2025-04-01&figure=";
    int place = 0;
    for (JsonNode cost : varied.at("/unitCosts")) {
      if (place++ % 5 == 0) {
        Explained.holds(
            asked.get(explain + "unit-cost/" + cost.at("/process").asText(), 200),
            cost.at("/explained/0/difference").decimalValue());
      }
    }
    Explained.holds(
        asked.get(explain + "route/adoption", 200),
        varied.at("/routes/0/explained/0/difference").decimalValue());
    JsonNode hour = varied.at("/hours/0");
    Explained.holds(
        asked.get(explain + "hourly-cost/" + hour.at("/role").asText(), 200),
        hour.at("/each/amounts/1")
            .decimalValue()
            .subtract(hour.at("/each/amounts/0").decimalValue()));
    asked.get(explain + "route/nowhere", 400);
    asked.get(explain + "moods/good", 400);

    String one = variations + "/explain?figure=route/adoption";
    assertThat(asked.get(one + "&other=" + id + "&age=18", 400).toString())
        .contains("\"age\"", "A route begins between 0 and 17.");
    assertThat(asked.get(one + "&other=" + id + "&age=2,9", 400).toString()).contains("\"age\"");
    assertThat(asked.get(one + "&other=" + id + "," + id, 404).toString())
        .contains("There is no cost book");
    assertThat(asked.get(one, 400).toString()).contains("\"other\"");
    assertThat(asked.get(explain + "route/", 400).toString()).contains("template");
  }

  /**
   * Nine children with an agency for 304 nights each and seven with the authority’s own carers;
   * three in ten of the first move to the second, whose fee is the lower.
   */
  @Test
  void aWhatIfOfACohortIsExplainedForEveryGroup() {
    String cohort = "/api/cohorts/" + asked.cohort(returns(1, 9, "PR4") + returns(20, 7, "PR1"));
    String question =
        """
        {"by": "provider", "move": {"placement": "foster", "from": "agency", "to": "in-house", "share": 0.3, "reason": "more carers"}}
        """;
    JsonNode answer = asked.post(cohort + "/what-if", question, 200);
    String explain = cohort + "/what-if/explain?figure=";
    Explained.holds(
        asked.post(explain + "change/total", question, 200),
        answer.at("/all/difference").decimalValue());
    for (JsonNode group : answer.at("/groups")) {
      String of = "&group=" + group.at("/group/provider").asText();
      Explained.holds(
          asked.post(explain + "change/total" + of, question, 200),
          group.at("/difference").decimalValue());
      Explained.holds(
          asked.post(explain + "after/placement" + of, question, 200),
          group.at("/after").decimalValue(),
          group.at("/after").decimalValue()); // less what is not placement
    }
    JsonNode nights = asked.post(explain + "after/nights&group=agency", question, 200);
    Explained.holds(nights, new BigDecimal("1915.2")); // 0.7 × 9 × 304
    assertThat(asked.post(explain + "moods", question, 400).toString())
        .contains("Use before/, after/ or change/");
    asked.post(explain + "change/total", "{\"by\": \"provider\"}", 400);
  }

  /**
   * 9 × 304 nights at agencies are dearer than 7 × 304 with own carers, each child one placement.
   */
  @Test
  void theDearestPlacementsAreExplainedAndNotWhereTheyTellOfFew() {
    String cohort = "/api/cohorts/" + asked.cohort(returns(1, 9, "PR4") + returns(20, 7, "PR1"));
    JsonNode dearest = asked.get(cohort + "/dearest", 200);
    String explain = cohort + "/dearest/explain";
    Explained.holds(
        asked.get(explain, 200), dearest.at("/share").decimalValue(), new BigDecimal("0.00005"));
    Explained.holds(
        asked.get(explain + "?figure=spend-on-dearest", 200),
        dearest.at("/spendOnDearest").decimalValue());
    Explained.holds(asked.get(explain + "?figure=spend", 200), dearest.at("/spend").decimalValue());
    asked.get(explain + "?most=4&suppress=true", 400);
    asked.get(explain + "?figure=mean", 400);
    asked.get(explain + "?most=0", 400);
  }

  @Test
  void twoRoadsAndAMilestoneAreExplained() {
    String cohort = "/api/cohorts/" + asked.cohort(returns(1, 9, "PR4"));
    String roads = cohort + "/roads/explain?first=return-home&second=foster-care&months=6";
    assertThat(asked.get(roads, 400).toString()).contains("has a like on the other");
    asked.get(cohort + "/roads/explain?first=nowhere", 400);

    String days = cohort + "/milestones/explain?by=route&group=home&milestone=return-home";
    JsonNode table = asked.get(cohort + "/costs?by=route&kind=milestones", 200);
    int mean = columnOf(table, "mean_days");
    JsonNode row = null;
    for (JsonNode one : table.at("/rows")) {
      if (one.toString().contains("return-home") && one.at("/cells/0").asText().equals("home")) {
        row = one;
      }
    }
    assertThat(row).as(table.toString()).isNotNull();
    Explained.holds(asked.get(days, 200), new BigDecimal(row.at("/cells/" + mean).asText()));
    asked.get(cohort + "/milestones/explain?milestone=moods", 400);
    asked.get(cohort + "/milestones/explain", 400);
    asked.get(days + "&figure=moods", 400);
  }

  /** Of every role the hours and full-time equivalents that the workload says. */
  @Test
  void aWorkloadIsExplainedRoleByRole() {
    String question = "{\"occurrences\": {\"review\": 400, \"maintain-placement\": 5200}}";
    JsonNode workload = asked.post("/api/workload", question, 200);
    assertThat(workload.at("/roles").size()).isPositive();
    for (JsonNode role : workload.at("/roles")) {
      String explain = "/api/workload/explain?figure=";
      Explained.holds(
          asked.post(explain + "hours/" + role.at("/role").asText(), question, 200),
          role.at("/hours").decimalValue());
      Explained.holds(
          asked.post(explain + "full-time/" + role.at("/role").asText(), question, 200),
          role.at("/fullTimeEquivalents").decimalValue());
    }
    asked.post("/api/workload/explain?figure=hours/nobody", question, 400);
    asked.post("/api/workload/explain?figure=moods", question, 400);
    asked.post("/api/workload/explain", "{}", 400);
  }
}
