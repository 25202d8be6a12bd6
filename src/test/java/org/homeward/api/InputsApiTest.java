package org.homeward.api;

import static java.math.RoundingMode.HALF_EVEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.intake.PayrollReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff costs, authorities and allowances over HTTP. */
class InputsApiTest {

  private static final String CHILD = "ageAtStart=2&start=2025-04-01&horizon=36-months";

  private static Asked asked;

  @BeforeAll
  static void start() {
    asked = new Asked();
  }

  @AfterAll
  static void stop() {
    asked.close();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(n -> n.get(field).asText()).toList();
  }

  private static BigDecimal sum(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(n -> n.get(field))
        .filter(n -> !n.isNull())
        .map(JsonNode::decimalValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void anHourIsSetOutAsThePublishedSchemaDoes() {
    JsonNode schema = asked.get("/api/staff-costs/social-worker", 200);
    assertThat(texts(schema.get("lines"), "letter"))
        .containsExactly("A", "B", "B", "C", "D", "D", "E");
    assertThat(schema.at("/lines/3/amount").isNull()).isTrue();
    assertThat(schema.at("/lines/3/working").asText()).startsWith("Left out");
    // Salary 42,708: 15 % of 37,708 is 5,656.20; 20 % is 8,541.60; pay 56,905.80; 29 % and 16 % of
    // it.
    assertThat(schema.at("/lines/1/amount").decimalValue()).isEqualByComparingTo("5656.20");
    assertThat(schema.at("/lines/4/amount").decimalValue()).isEqualByComparingTo("16502.68");
    assertThat(schema.at("/lines/5/amount").decimalValue()).isEqualByComparingTo("9104.93");
    assertThat(schema.at("/lines/6/amount").decimalValue()).isEqualByComparingTo("2800");
    // 56,905.80 × 1.45 + 2,800; ÷ 1,583.6 hours of work, of which 72 % are case-related
    assertThat(schema.get("annualCost").decimalValue()).isEqualByComparingTo("85313.41");
    assertThat(sum(schema.get("lines"), "amount")).isEqualByComparingTo("85313.41");
    assertThat(schema.at("/unitCosts/perWorkingHour").decimalValue().setScale(4, HALF_EVEN))
        .isEqualByComparingTo("53.8731");
    assertThat(schema.at("/unitCosts/perCaseRelatedHour").decimalValue().setScale(4, HALF_EVEN))
        .isEqualByComparingTo("74.8237");
    assertThat(schema.at("/workingTime/hours").decimalValue()).isEqualByComparingTo("1583.60");
    assertThat(schema.at("/caseRelatedTime/ratio").asText()).isEqualTo("1 : 0.39");
    assertThat(texts(schema.get("published"), "basis"))
        .containsExactly("working-hour", "working-hour", "case-related-hour");
  }

  /**
   * 42,708 × 1.2 = 51,249.60; 15 % above 5,000 is 6,937.44, 20 % is 10,249.92; × 1.45; capital
   * 2,800 × 1.2 = 3,360: 102,593.59 a year, ÷ 1,583.6.
   */
  @Test
  void anAreaWeighsPayAndCapital() {
    JsonNode england = asked.get("/api/staff-costs/social-worker", 200);
    JsonNode london = asked.get("/api/staff-costs/social-worker?area=london", 200);
    assertThat(england.at("/lines/0/amount").decimalValue()).isEqualByComparingTo("42708");
    assertThat(london.at("/lines/0/amount").decimalValue()).isEqualByComparingTo("51249.60");
    assertThat(london.at("/lines/1/amount").decimalValue()).isEqualByComparingTo("6937.44");
    assertThat(london.at("/lines/6/amount").decimalValue()).isEqualByComparingTo("3360");
    assertThat(london.get("annualCost").decimalValue()).isEqualByComparingTo("102593.59");
    assertThat(london.at("/unitCosts/perWorkingHour").decimalValue().setScale(4, HALF_EVEN))
        .isEqualByComparingTo("64.7850");
    assertThat(london.at("/lines/0/working").asText()).contains("× 1.2 for London");
    assertThat(london.get("area").asText()).isEqualTo("london");
  }

  private static final String PAYROLL =
      """
      Post;Role;FTE;Salary;Hours per week;Agency;Day rate;Hours a day
      SW-1;Social worker;1;£42,000;37;no;;
      SW-2;social-worker;0,5;44000;37;;;
      SW-3;social-worker;0.5;;37;yes;300;
      """;

  private static JsonNode payroll(String name, byte[] content, int status) {
    return asked.postFile(
        "/api/staff-costs/payroll", name, content, Map.of("financialYear", "2025-26"), status);
  }

  /** (42,000 + 0.5 × 44,000) ÷ 1.5 = 42,666.67; a quarter of two posts; 37 hours ÷ 5 a day. */
  @Test
  void aPayrollSaysWhatItWouldMake() {
    JsonNode answer = payroll("pay.csv", PAYROLL.getBytes(StandardCharsets.UTF_8), 200);
    assertThat(answer.at("/salaries/0/salary").decimalValue()).isEqualByComparingTo("42666.67");
    assertThat(answer.at("/salaries/0/fte").decimalValue()).isEqualByComparingTo("0.75");
    assertThat(answer.at("/agencyRates/0/share").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(answer.at("/agencyRates/0/hoursADay").decimalValue()).isEqualByComparingTo("7.4");
    assertThat(answer.at("/roles/0/persons").intValue()).isEqualTo(2);
    assertThat(answer.at("/roles/0/perWorkingHour").decimalValue()).isPositive();
    assertThat(answer.get("notes").toString()).contains("thousands");
  }

  @Test
  void aWorkbookIsReadAsWellAndTheFormCanBeSentAsItIs() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("payroll");
      String[][] rows = {
        {"post", "role", "fte", "salary", "weekly hours"},
        {"A", "administrator", "1", "27694", "37"}
      };
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          sheet.value(r, c, rows[r][c]);
        }
      }
    }
    assertThat(
            payroll("pay.xlsx", bytes.toByteArray(), 200).at("/salaries/0/salary").decimalValue())
        .isEqualByComparingTo("27694");
    byte[] form = PayrollReader.template().getBytes(StandardCharsets.UTF_8);
    assertThat(payroll("form.csv", form, 200).at("/agencyRates/0/share").decimalValue())
        .isEqualByComparingTo("0.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "post,role,fte,salary,weekly hours,employee name / "
            + "A,administrator,1,27694,37,x | personal data",
        "post,role,fte,salary,weekly hours / "
            + "Jane Smith,administrator,1,27694,37 | looks like a name",
        "post,role,fte,salary,weekly hours / A,astronaut,1,27694,37 | nearest is",
        "post,role,fte,salary,weekly hours / A,administrator,1.5,27694,37 | line 2, column fte",
        "post,role,fte,salary,weekly hours / A,administrator,1,2300,37 | full-time post",
        "post,role,fte,salary,weekly hours / A,administrator,1,much,37 | not a number",
        "post,role,fte,salary,weekly hours,agency / A,administrator,1,27694,37,perhaps | yes or no",
        "post,role,fte,salary,weekly hours,agency / A,administrator,1,,37,yes | day rate",
        "post,role,fte,salary / A,administrator,1,27694 | weekly hours",
        "post,role,fte,salary,weekly hours | no posts"
      })
  void aPayrollThatCannotBeReadIsRefusedWithEveryReason(String text, String reason) {
    byte[] content = text.replace(" / ", "\n").getBytes(StandardCharsets.UTF_8);
    String problem = payroll("pay.csv", content, 400).toString();
    assertThat(problem).contains(reason).doesNotContain("Jane");
  }

  @Test
  void aPayrollOfAYearWithoutRatesIsRefused() {
    assertThat(
            asked
                .postFile(
                    "/api/staff-costs/payroll",
                    "pay.csv",
                    PAYROLL.getBytes(StandardCharsets.UTF_8),
                    Map.of("financialYear", "1999-00"),
                    400)
                .toString())
        .contains("financialYear");
  }

  @Test
  void whatIsNotThereIsSaid() {
    asked.get("/api/staff-costs/astronaut", 404);
    asked.get("/api/staff-costs?area=atlantis", 400);
    asked.get("/api/authorities/atlantis/fees", 404);
    asked.get("/api/authorities/855/fees?year=1066-67", 400);
  }

  @Test
  void everyAuthorityIsListedAndItsFeesCanBeSeen() {
    assertThat(texts(asked.get("/api/authorities", 200), "name"))
        .contains("England", "Leicestershire", "Isles of Scilly")
        .hasSizeGreaterThan(160);
    JsonNode fees = asked.get("/api/authorities/855/fees?year=2024-25", 200);
    assertThat(fees.get("childrenLookedAfter").intValue()).isEqualTo(694);
    assertThat(fees.at("/figures/1/published").decimalValue()).isEqualByComparingTo("720");
    assertThat(fees.at("/figures/1/definition").asText()).contains("foster placements");
    assertThat(fees.get("fees")).isNotEmpty();
    assertThat(fees.at("/notes/0").asText()).contains("£720 a week (England £765)");
  }

  /** 1,096 days of residential care at £7,210 a week of 2024-25, moved to 2025-26 prices. */
  @Test
  void anAnswerFromAnAuthoritysFiguresSaysWhatTheyAre() {
    JsonNode england = asked.get("/api/comparisons?pathways=residential&" + CHILD, 200);
    JsonNode own =
        asked.get(
            "/api/comparisons?pathways=residential&"
                + CHILD
                + "&authority=leicestershire&authorityYear=2024-25",
            200);
    assertThat(england.at("/stamp/overrides").isNull()).isTrue();
    assertThat(own.at("/stamp/overrides").toString())
        .isEqualTo("{\"authority\":\"leicestershire\",\"authorityYear\":\"2024-25\"}");
    assertThat(own.at("/stamp/warnings").toString())
        .contains("Residential care, Leicestershire, 2024-25: £7,210 a week (England £7,385)")
        .contains("net spend on residential care");
    JsonNode ledger =
        asked.get(
            "/api/pathways/residential/ledger?" + CHILD + "&authority=855&authorityYear=2024-25",
            200);
    List<JsonNode> lines =
        StreamSupport.stream(ledger.get("lines").spliterator(), false)
            .filter(l -> l.get("item").asText().equals("residential"))
            .toList();
    assertThat(lines).isNotEmpty();
    assertThat(lines).allMatch(l -> l.at("/price/stated").decimalValue().intValueExact() == 7210);
  }

  @ParameterizedTest
  @CsvSource({
    "authority=atlantis, authority",
    "authorityYear=2024-25, authorityYear",
    "authority=855&authorityYear=1999-00, authorityYear",
    "staffArea=atlantis, staffArea"
  })
  void whatAnAnswerCannotRestOnIsRefused(String query, String field) {
    JsonNode problem = asked.get("/api/comparisons?pathways=adoption&" + CHILD + "&" + query, 400);
    assertThat(problem.toString()).contains("\"" + field + "\"");
  }

  @Test
  void staffInLondonMakeCaseManagementDearerAndNothingElse() {
    String path = "/api/comparisons?pathways=foster-in-house&" + CHILD;
    JsonNode england = asked.get(path, 200).at("/pathways/0");
    JsonNode london = asked.get(path + "&staffArea=london", 200).at("/pathways/0");
    assertThat(london.at("/byComponent/placement")).isEqualTo(england.at("/byComponent/placement"));
    double ratio =
        london.at("/byComponent/case-management").doubleValue()
            / england.at("/byComponent/case-management").doubleValue();
    assertThat(ratio).isBetween(1.196, 1.226);
  }

  /** The published example, with its expenditure of 1,100 split into rent and the rest. */
  @Test
  void theMeansTestShowsItsSteps() {
    JsonNode answer =
        asked.post(
            "/api/allowances/means-test",
            """
            {"date": "2025-06-01", "maximum": {"name": "fostering allowance", "amount": 783.49},
             "household": {"adults": 2, "children": 1, "income": [{"name": "wages", "amount": 1500}],
               "housing": [{"name": "rent", "amount": 600}], "core": {"amount": 500}}}
            """,
            200);
    assertThat(answer.get("allowance").decimalValue()).isEqualByComparingTo("733.49");
    assertThat(answer.get("contribution").decimalValue()).isEqualByComparingTo("50");
    assertThat(answer.get("rulesFrom").asText()).isEqualTo("2025-04-07");
    assertThat(texts(answer.get("steps"), "name"))
        .contains("Core expenditure", "Disposable income");
  }

  /**
   * A month is 365.25 ÷ 84 = 4.348214 weeks. Rules of 2023-24, one adult with two children: core
   * 1.25 × (84.80 + 2 × 77.78 + 18.53) = 323.6125 a week, 1,407.14 a month; 80 % of 1,800 leaves
   * 32.86, half of it is 16.43; of £110 a week, 478.30 a month, 461.87 is left. Rules of 2024-25, a
   * couple with £2,500 and a rent of £500: core 1.25 × 142.25 = 177.8125 a week, 773.17 a month;
   * 726.83 disposable, 363.42 put in, 114.89 left. A day earlier or later than the rules of 2025-26
   * begin: 1.25 × 144.65 = 180.8125 a week, 786.21 a month; 713.79, 356.89, 121.41.
   */
  @ParameterizedTest
  @CsvSource({
    "2024-01-15, 1, 2, 1800, 0, 2023-04-10, 1440.00, 1407.14, 32.86, 16.43, 461.87, 106.22",
    "2024-06-01, 2, 0, 2500, 500, 2024-04-08, 2000.00, 773.17, 726.83, 363.42, 114.89, 26.42",
    "2025-04-06, 2, 0, 2500, 500, 2024-04-08, 2000.00, 773.17, 726.83, 363.42, 114.89, 26.42",
    "2025-04-07, 2, 0, 2500, 500, 2025-04-07, 2000.00, 786.21, 713.79, 356.89, 121.41, 27.92"
  })
  void anAdoptionAllowanceIsTestedByTheRulesOfItsDayStepByStep(
      String date,
      int adults,
      int children,
      String income,
      String rent,
      String rules,
      String counted,
      String core,
      String disposable,
      String contribution,
      String allowance,
      String aWeek) {
    JsonNode answer =
        asked.post(
            "/api/allowances/means-test",
            """
            {"date": "%s", "item": "adoption-allowance", "age": 4, "household": {"adults": %d, "children": %d,
             "income": [{"name": "wages", "amount": %s}], "housing": [{"name": "rent", "amount": %s}]}}
            """
                .formatted(date, adults, children, income, rent),
            200);
    assertThat(answer.get("rulesFrom").asText()).isEqualTo(rules);
    Map<String, BigDecimal> steps = new HashMap<>();
    answer
        .get("steps")
        .forEach(s -> steps.put(s.get("name").asText(), s.get("amount").decimalValue()));
    assertThat(steps.get("Income that counts")).isEqualByComparingTo(counted);
    assertThat(steps.get("Core expenditure")).isEqualByComparingTo(core);
    assertThat(steps.get("Disposable income")).isEqualByComparingTo(disposable);
    assertThat(steps.get("Contribution of the family")).isEqualByComparingTo(contribution);
    assertThat(answer.get("maximum").decimalValue()).isEqualByComparingTo("478.30");
    assertThat(answer.get("allowance").decimalValue()).isEqualByComparingTo(allowance);
    assertThat(answer.get("allowanceAWeek").decimalValue()).isEqualByComparingTo(aWeek);
  }

  /**
   * The household is tested once, when the allowance begins, and what it puts in keeps its real
   * worth after the rules change: 363.4166 of 2024-25 is 375.1870 of 2025-26; 478.3036 less that is
   * 103.1165 a month, 3.387813 a day, £1,236.55 in 365 days.
   */
  @Test
  void anAllowanceGoesOnAcrossTheDayOnWhichRulesChange() {
    JsonNode ledger =
        asked.post(
            "/api/pathways/cost",
            """
            {"child": {"birth": "2019-01-15", "start": "2024-06-01", "horizon": "2025-06-01"},
             "pathway": {"id": "own", "legs": [{"from": "2024-06-01", "placement": "adoptive-home"}],
               "supports": [{"item": "adoption-allowance", "from": "2024-06-01", "household": {
                  "adults": 2, "children": 0, "income": [{"amount": 2500}], "housing": [{"amount": 500}]}}]}}
            """,
            200);
    List<JsonNode> lines =
        StreamSupport.stream(ledger.get("lines").spliterator(), false)
            .filter(l -> l.get("item").asText().equals("adoption-allowance"))
            .toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("amount").decimalValue()).isEqualByComparingTo("1236.55");
  }

  /** £167.95 a week is 167.95 × 365.25 ÷ 84 = £730.28 a month. */
  @Test
  void theMostThatCanBePaidMayBeAnItemOfThePriceList() {
    JsonNode answer =
        asked.post(
            "/api/allowances/means-test",
            """
            {"date": "2025-06-01", "item": "sgo-allowance", "age": 6,
             "household": {"income": [{"amount": 0}]}}
            """,
            200);
    assertThat(answer.get("maximum").decimalValue()).isEqualByComparingTo("730.28");
    assertThat(answer.get("allowanceAWeek").decimalValue()).isEqualByComparingTo("167.95");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; date",
        "{\"date\": \"2025-06-01\"}; household",
        "{\"date\": \"2025-06-01\", \"household\": {}, \"item\": \"sgo-allowance\", \"age\": 6};"
            + " household.income",
        "{\"date\": \"2025-06-01\", \"household\": {\"income\": [{\"amount\": -1}]}, \"item\":"
            + " \"sgo-allowance\", \"age\": 6}; household.income[0].amount",
        "{\"date\": \"2025-06-01\", \"household\": {\"income\": [{\"amount\": 1, \"per\":"
            + " \"fortnight\"}]}, \"item\": \"sgo-allowance\", \"age\": 6};"
            + " household.income[0].per",
        "{\"date\": \"2025-06-01\", \"household\": {\"adults\": 5, \"income\": [{\"amount\": 1}]},"
            + " \"item\": \"sgo-allowance\", \"age\": 6}; household: adults",
        "{\"date\": \"2025-06-01\", \"household\": {\"income\": [{\"amount\": 1}]}}; maximum",
        "{\"date\": \"2025-06-01\", \"household\": {\"income\": [{\"amount\": 1}]}, \"item\":"
            + " \"sgo-allowance\"}; age",
        "{\"date\": \"2001-06-01\", \"household\": {\"income\": [{\"amount\": 1}]}, \"maximum\":"
            + " {\"amount\": 1}}; household"
      })
  void aHouseholdThatCannotBeReadIsRefusedByField(String body, String field) {
    assertThat(asked.post("/api/allowances/means-test", body, 400).toString()).contains(field);
  }

  /** Four beds at £3,500 a week, £500 on top when used, seven eighths used: worked in FeesTest. */
  @Test
  void aBlockContractSaysWhatAUsedNightCosts() {
    JsonNode answer =
        asked.post(
            "/api/fees/block-contract",
            """
            {"beds": 4, "retainer": 3500, "used": 500, "per": "week", "occupancy": 0.875}
            """,
            200);
    assertThat(answer.get("perUsedWeek").decimalValue()).isEqualByComparingTo("4500");
    assertThat(answer.get("perUsedNight").decimalValue()).isEqualByComparingTo("642.86");
    assertThat(answer.get("contractPerYear").decimalValue()).isEqualByComparingTo("821812.50");
    assertThat(asked.post("/api/fees/block-contract", "{}", 400).get("errors")).hasSize(4);
  }

  @Test
  void aHomeOfOnesOwnShowsItsParts() {
    JsonNode answer =
        asked.post(
            "/api/fees/in-house",
            """
            {"beds": 4, "occupancy": 0.8,
             "posts": [{"name": "care worker", "fte": 10, "annualCost": 36525}],
             "running": [{"name": "food", "amount": 100, "per": "day"}],
             "capital": [{"name": "house", "value": 365250, "years": 10, "rate": 0}]}
            """,
            200);
    assertThat(answer.get("perUsedNight").decimalValue()).isEqualByComparingTo("375");
    assertThat(texts(answer.get("parts"), "kind"))
        .containsExactly("staffing", "running", "capital");
    JsonNode role =
        asked.post(
            "/api/fees/in-house",
            "{\"beds\": 1, \"occupancy\": 1, \"posts\": [{\"role\": \"social-worker\", \"fte\":"
                + " 2}]}",
            200);
    assertThat(role.get("perYear").decimalValue())
        .isEqualByComparingTo(
            asked
                .get("/api/staff-costs/social-worker", 200)
                .get("annualCost")
                .decimalValue()
                .multiply(BigDecimal.valueOf(2)));
    String wrong =
        "{\"beds\": 0, \"occupancy\": 2, \"posts\": [{\"role\": \"astronaut\", \"fte\": 1}]}";
    assertThat(asked.post("/api/fees/in-house", wrong, 400).toString())
        .contains("\"beds\"", "\"occupancy\"", "posts[0].role");
  }

  /** A week: £900 for the home, £500 for 20 hours, a desk for £150 once, each with its payer. */
  @Test
  void anOwnPathwayMayHaveExtrasWithTheirOwnPayers() {
    JsonNode ledger =
        asked.post(
            "/api/pathways/cost",
            """
            {"child": {"ageAtStart": 10, "start": "2025-06-02", "horizon": "2025-06-09"},
             "pathway": {"legs": [{"from": "2025-06-02", "placement": "residential", "provider": "agency",
               "providerName": "Sunrise", "fee": {"amount": 900, "per": "week", "priceYear": "2025-26"},
               "extras": [
                 {"id": "one-to-one", "quantity": 20,
                  "price": {"amount": 25, "per": "week", "priceYear": "2025-26", "payer": "health"}},
                 {"id": "desk",
                  "price": {"amount": 150, "per": "once", "priceYear": "2025-26", "payer": "education"}}]}]}}
            """,
            200);
    assertThat(
            StreamSupport.stream(ledger.get("lines").spliterator(), false)
                .filter(l -> l.get("component").asText().equals("placement"))
                .map(
                    l ->
                        l.get("item").asText()
                            + " "
                            + l.get("amount").decimalValue().stripTrailingZeros().toPlainString()
                            + " "
                            + l.get("payer").asText()))
        .containsExactlyInAnyOrder(
            "residential 900 social-care", "one-to-one 500 health", "desk 150 education");
    String unknown =
        """
        {"child": {"ageAtStart": 10, "start": "2025-06-02", "horizon": "2025-06-09"},
         "pathway": {"legs": [{"from": "2025-06-02", "placement": "residential",
           "extras": [{"id": "horse"}, {"quantity": 2}]}]}}
        """;
    assertThat(asked.post("/api/pathways/cost", unknown, 400).toString())
        .contains("legs[0].extras[0].id", "legs[0].extras[1].id");
  }

  /**
   * £167.95 a week is 23.992857 a day, the contribution of £50 a month 1.642710; 30 days at
   * 22.350147 are £670.50. Of a child of six.
   */
  @Test
  void anOwnPathwayMayStateTheHouseholdInPlaceOfTheAmount() {
    JsonNode ledger =
        asked.post(
            "/api/pathways/cost",
            """
            {"child": {"birth": "2019-01-15", "start": "2025-05-01", "horizon": "2025-05-31"},
             "pathway": {"id": "own", "legs": [
                {"from": "2025-05-01", "placement": "special-guardianship"}],
               "supports": [{"item": "sgo-allowance", "from": "2025-05-01", "household": {
                  "income": [{"amount": 2000}], "housing": [{"amount": 1000}], "core": {"amount": 500}}}]}}
            """,
            200);
    JsonNode line =
        StreamSupport.stream(ledger.get("lines").spliterator(), false)
            .filter(l -> l.get("item").asText().equals("sgo-allowance"))
            .findFirst()
            .orElseThrow();
    assertThat(line.get("amount").decimalValue()).isEqualByComparingTo("670.50");
    assertThat(line.get("name").asText()).contains("after the means test");
  }
}
