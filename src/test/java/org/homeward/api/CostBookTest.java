package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cost books over HTTP: from a copy to a published book that answers, and what two books differ in.
 */
class CostBookTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();
  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";
  private static final String CHILD = "ageAtStart=2&start=2025-04-01&horizon=12-months";
  private static final String ASKED = "/api/comparisons?pathways=foster-in-house,adoption&" + CHILD;

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    Map<String, Object> properties = new HashMap<>(Databases.H2.properties());
    properties.put("homeward.home", ".");
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Reply(int status, String body) {
    JsonNode json() throws java.io.IOException {
      return JSON.readTree(body);
    }
  }

  private static Reply send(String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    SimpleResponse.Builder found =
        SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
    answer.headers().firstValue("Content-Type").ifPresent(found::withContentType);
    String plain = path.replaceAll("\\?.*", "");
    if (!plain.contains("/parameters/")) { // a path with slashes, which the contract cannot say
      assertThat(
              CONTRACT
                  .validateResponse(plain, Request.Method.valueOf(method), found.build())
                  .getMessages())
          .as(method + " " + path + ": " + answer.body())
          .isEmpty();
    }
    return new Reply(answer.statusCode(), answer.body());
  }

  private static Reply get(String path) throws Exception {
    return send("GET", path, "");
  }

  private static String draft(String name) throws Exception {
    return draft(name, "england-illustrative");
  }

  private static String draft(String name, String copyOf) throws Exception {
    Reply made =
        send(
            "POST",
            "/api/cost-books",
            """
            {"copyOf": "%s", "name": "%s", "by": "finance-officer", "reason": "our own payroll"}
            """
                .formatted(copyOf, name));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().at("/state").asText()).isEqualTo("draft");
    return made.json().at("/id").asText();
  }

  private static Reply edit(String id, int edition, String changes) throws Exception {
    return send(
        "POST",
        "/api/cost-books/" + id + "/edits",
        """
        {"edition": %d, "by": "finance-officer", "reason": "pay award", "changes": [%s]}
        """
            .formatted(edition, changes));
  }

  private static String set(String path, String value) {
    return """
    {"path": "%s", "operation": "set", "value": %s, "source": "Testshire payroll", "illustrative": false}
    """
        .formatted(path, value);
  }

  private static Reply publish(String id, int edition) throws Exception {
    return send(
        "POST",
        "/api/cost-books/" + id + "/publish",
        "{\"edition\": " + edition + ", \"by\": \"finance-officer\", \"reason\": \"agreed\"}");
  }

  @Test
  void aDraftIsEditedPublishedAndAnswersAndTheOldBookStillGivesItsAnswers() throws Exception {
    String shipped = get(ASKED).body();
    String id = draft("Testshire");
    Reply edited = edit(id, 1, set(SALARY, "60000"));
    assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    JsonNode alterations = edited.json().at("/edits/1/alterations");
    assertThat(alterations.findValuesAsText("path"))
        .containsExactly(
            SALARY,
            SALARY + "/source",
            "staff-costs/social-worker/2025-26/hours-a-week/source",
            "staff-costs/social-worker/2025-26/fte/source");
    assertThat(alterations.at("/0/after").asText()).isEqualTo("60000");
    assertThat(alterations.at("/1/before").asText()).startsWith("illustrative: set by Homeward");
    assertThat(alterations.at("/1/after").asText()).isEqualTo("Testshire payroll");

    Reply refused = get(ASKED + "&catalogue=" + id);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).contains("draft");
    assertThat(publish(id, 2).json().at("/state").asText()).isEqualTo("published");

    Reply own = get(ASKED + "&catalogue=testshire");
    assertThat(own.json().at("/stamp/costBook").asText()).isEqualTo("Testshire");
    String hash = own.json().at("/stamp/catalogue").asText();
    assertThat(own.json().at("/pathways/0/byComponent/case-management").decimalValue())
        .isGreaterThan(
            JSON.readTree(shipped).at("/pathways/0/byComponent/case-management").decimalValue());
    assertThat(get(ASKED + "&catalogue=" + id).body()).isEqualTo(own.body());
    assertThat(get(ASKED + "&catalogue=" + hash).body()).isEqualTo(own.body());
    assertThat(get(ASKED).body()).isEqualTo(shipped);
    assertThat(edit(id, 3, set(SALARY, "61000")).status()).isEqualTo(409);

    String second = draft("Testshire", "testshire");
    assertThat(publish(second, 1).body()).contains("Nothing in it differs");
  }

  @Test
  void theSecondOfTwoEditorsIsToldWhatTheFirstDidAndNothingIsLost() throws Exception {
    String id = draft("Contested");
    assertThat(edit(id, 1, set(SALARY, "45000")).status()).isEqualTo(200);

    Reply second = edit(id, 1, set("on-costs/2025-26/capital", "3000"));

    assertThat(second.status()).isEqualTo(409);
    JsonNode errors = second.json().at("/errors");
    assertThat(errors.at("/0/field").asText()).isEqualTo("edition");
    assertThat(errors.at("/0/value").asText()).isEqualTo("2");
    assertThat(errors.at("/1/field").asText()).isEqualTo(SALARY);
    assertThat(errors.at("/1/value").asText()).isEqualTo("45000");
    assertThat(errors.at("/1/reason").asText())
        .startsWith("finance-officer changed it from ")
        .contains(" to 45000 ", "pay award");
    assertThat(edit(id, 2, set("on-costs/2025-26/capital", "3000")).status()).isEqualTo(200);
    for (String path : List.of(SALARY, "on-costs/2025-26/capital")) {
      BigDecimal value =
          get("/api/cost-books/" + id + "/parameters/" + path)
              .json()
              .at("/parameter/value")
              .decimalValue();
      assertThat(value).isEqualByComparingTo(path.equals(SALARY) ? "45000" : "3000");
    }
    assertThat(send("DELETE", "/api/cost-books/" + id + "?edition=2", "").status()).isEqualTo(409);
    assertThat(send("DELETE", "/api/cost-books/" + id + "?edition=3", "").status()).isEqualTo(204);
    assertThat(get("/api/cost-books/" + id).status()).isEqualTo(404);
  }

  @Test
  void ofManyEditorsAtOnceExactlyOneEditsEachEdition() throws Exception {
    String id = draft("Crowded");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> editors = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String value = String.valueOf(40_000 + i);
        editors.add(() -> edit(id, 1, set(SALARY, value)).status());
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> done : pool.invokeAll(editors)) {
        statuses.add(done.get());
      }
      assertThat(statuses).containsOnlyOnce(200).contains(409).doesNotContain(500);
    } finally {
      pool.shutdown();
    }
    assertThat(get("/api/cost-books/" + id).json().at("/edits")).hasSize(2);
  }

  @Test
  void aDiffSaysEveryNumberThatDiffersAndWhatItDoesToUnitCosts() throws Exception {
    String id = draft("Diffshire");
    edit(
        id,
        1,
        set(SALARY, "50000")
            + ","
            + set("prices/inter-agency-fee/any-age/2025-04-01/amount", "40000"));

    JsonNode diff = get("/api/cost-books/england-illustrative/diff/" + id).json();

    List<String> changed = new ArrayList<>();
    diff.at("/differences")
        .forEach(
            d -> {
              if (d.at("/kind").asText().equals("changed")) {
                changed.add(d.at("/path").asText());
              }
            });
    assertThat(changed).hasSize(2).contains(SALARY);
    assertThat(diff.at("/files").findValuesAsText("path"))
        .containsExactly("catalogue/book.yaml", "catalogue/prices.csv", "catalogue/salaries.csv");
    JsonNode fee = null;
    for (JsonNode one : diff.at("/differences")) {
      fee = one.at("/path").asText().startsWith("prices/") ? one : fee;
    }
    assertThat(fee.at("/path").asText())
        .isEqualTo("prices/inter-agency-fee/any-age/2025-04-01/amount");
    assertThat(fee.at("/effects")).isEmpty();
    assertThat(fee.at("/paid/per").asText()).isEqualTo("once");
    assertThat(fee.at("/paid/before").decimalValue()).isEqualByComparingTo("39245");
    assertThat(fee.at("/paid/byPayer/social-care").decimalValue()).isEqualByComparingTo("755");
    assertThat(diff.at("/files/1/lines/0/after/0").asText())
        .startsWith("inter-agency-fee,Inter-agency adoption fee,one-off,,,2025-04-01,40000,once");
    assertThat(diff.at("/variedUnitCosts").findValuesAsText("process"))
        .contains("review/first-review", "review/first-review+out-of-area");
    for (JsonNode cost : diff.at("/unitCosts")) {
      assertThat(cost.at("/difference").decimalValue())
          .isEqualByComparingTo(
              cost.at("/after").decimalValue().subtract(cost.at("/before").decimalValue()));
      assertThat(cost.at("/alone").decimalValue().add(cost.at("/together").decimalValue()))
          .isEqualByComparingTo(cost.at("/difference").decimalValue());
    }
    assertThat(diff.at("/unitCosts").findValuesAsText("process")).contains("review");
    assertThat(get("/api/cost-books/" + id + "/diff/" + id).json().at("/differences")).isEmpty();
  }

  @Test
  void aNumberHasItsValuesOverTimeAndTheBooksInWhichItChanged() throws Exception {
    String id = draft("Historyshire");
    edit(id, 1, set(SALARY, "47000"));
    publish(id, 2);
    String next = draft("Historyshire");

    JsonNode number = get("/api/cost-books/" + id + "/parameters/" + SALARY).json();

    assertThat(number.at("/parameter/unit").asText()).isEqualTo("£ a year");
    assertThat(number.at("/parameter/source").asText()).isEqualTo("Testshire payroll");
    assertThat(number.at("/parameter/illustrative").asBoolean()).isFalse();
    assertThat(number.at("/series").findValuesAsText("from")).contains("2024-04-01", "2025-04-01");
    assertThat(number.at("/books").findValuesAsText("book"))
        .containsExactly(id, "england-illustrative-1");
    assertThat(next).isNotEqualTo(id);
  }

  @Test
  void numbersAreListedByPathWordAndKindAsJsonAndCsv() throws Exception {
    String all = "/api/cost-books/england-illustrative/parameters";
    JsonNode under = get(all + "?under=staff-costs/social-worker").json();
    assertThat(under.at("/count").asInt()).isEqualTo(10);
    assertThat(under.at("/parameters").findValuesAsText("path"))
        .allMatch(p -> p.startsWith("staff-costs/social-worker/"));
    JsonNode searched = get(all + "?search=national%20insurance&illustrative=false").json();
    assertThat(searched.at("/count").asInt()).isPositive();
    assertThat(searched.at("/parameters").findValuesAsText("illustrative")).containsOnly("false");

    HttpResponse<String> csv =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.getURL() + all + "?under=on-costs/2025-26"))
                .header("Accept", "text/csv")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(csv.body().lines().findFirst().orElse(""))
        .isEqualTo(
            "path,name,unit,value,price_year,from,until,source,illustrative,note,instead_of");
    assertThat(csv.body()).contains("on-costs/2025-26/direct-overheads,");
  }

  @Test
  void aWholeFileCanBeReplacedAndIsCheckedAsAtTheStart() throws Exception {
    String id = draft("Fileshire");
    String process = Files.readString(Path.of("processes/review.yaml"));
    String longer =
        process.replace("social-worker: {indirect: 155}", "social-worker: {indirect: 200}");
    String broken = process.replace("after: [chair-meeting]", "after: [nothing]");

    Reply refused = file(id, 1, broken);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("processes/review.yaml: line", "nothing");
    Reply edited = file(id, 1, longer);

    assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    assertThat(edited.json().at("/edits/1/alterations").findValuesAsText("path"))
        .containsExactly(
            "processes/review/tasks/prepare-report/social-worker/indirect/minutes",
            "files/processes/review.yaml");
  }

  private static Reply file(String id, int edition, String text) throws Exception {
    Map<String, Object> body =
        Map.of(
            "edition",
            edition,
            "by",
            "researcher",
            "reason",
            "our own process",
            "files",
            Map.of("processes/review.yaml", text));
    return send("POST", "/api/cost-books/" + id + "/edits", JSON.writeValueAsString(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "staff-costs/social-worker/2027-28/salary | 1 | changes[0] | 2025-26",
        "staff-costs/social-worker/2025-26/salary | -5 | changes[0] | negative",
        "time-use/review/tasks/invite/administrator/indirect/minutes | -5 | changes[0] | zero or more",
        "staff-costs/social-worker/2025-26/salary | 1234567890123 | changes[0].value | twelve digits"
      })
  void aMistakeIsToldByItsPlaceAndChangesNothing(
      String path, String value, String field, String told) throws Exception {
    String id = draft("Mistakeshire");

    Reply refused = edit(id, 1, set(path, value));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/field").asText()).startsWith(field);
    assertThat(refused.body()).contains(told == null ? "" : told);
    assertThat(get("/api/cost-books/" + id).json().at("/book/edition").asInt()).isEqualTo(1);
  }

  @Test
  void whoEditsIsACodeAndTheShippedBookKeepsItsName() throws Exception {
    Reply refused =
        send(
            "POST",
            "/api/cost-books",
            """
            {"copyOf": "nowhere", "name": "England, illustrative", "by": "Jane Smith"}
            """);
    assertThat(refused.status()).isEqualTo(400);
    refused =
        send(
            "POST",
            "/api/cost-books",
            """
            {"copyOf": "england-illustrative", "name": "England, illustrative", "by": "Jane Smith"}
            """);
    assertThat(refused.json().at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("by", "reason", "name");
  }

  @Test
  void aComparisonCanBeHadInSeveralPriceYearsAndWhatIsPaidAtTheTimeIsTheSameInAll()
      throws Exception {
    JsonNode answer = get(ASKED + "&priceYears=2022-23,2024-25").json();

    assertThat(answer.at("/priceYears").findValuesAsText("priceYear"))
        .containsExactly("2022-23", "2024-25");
    BigDecimal nominal = answer.at("/pathways/0/nominalTotal").decimalValue();
    BigDecimal total = answer.at("/pathways/0/total").decimalValue();
    for (JsonNode year : answer.at("/priceYears")) {
      JsonNode pathway = year.at("/pathways/0");
      assertThat(pathway.at("/id").asText()).isEqualTo("foster-in-house");
      assertThat(pathway.at("/total").decimalValue()).isLessThan(total);
      assertThat(pathway.at("/nominalTotal").decimalValue())
          .isCloseTo(nominal, org.assertj.core.api.Assertions.within(new BigDecimal("0.50")));
    }
    Reply refused = get(ASKED + "&priceYears=2022-23,1812-13");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("priceYears", "1812-13");
  }

  @Test
  void unitCostsOfABookStandInSeveralPriceYears() throws Exception {
    JsonNode costs =
        get("/api/cost-books/england-illustrative/unit-costs?priceYears=2023-24").json();

    assertThat(costs.at("/priceYears").toString()).isEqualTo("[\"2025-26\",\"2023-24\"]");
    costs
        .at("/unitCosts")
        .forEach(
            c ->
                assertThat(c.at("/amounts/1").decimalValue())
                    .as(c.toString())
                    .isLessThanOrEqualTo(c.at("/amounts/0").decimalValue()));
  }

  /**
   * Three books: salaries as they are, a tenth up – (46,978.80 + 6,296.82 + 9,395.76) × 1.45 +
   * 2,800 = 93,673.50 ÷ 1,583.6 = £59.15 – and a fifth up, £64.43; in the third the review's report
   * takes an hour more of a social worker as well.
   */
  @Test
  void threeBooksStandSideBySideEachExplainedAgainstTheFirst() throws Exception {
    String tenth = draft("Tenthshire");
    String salaries =
        "{\"path\": \"staff-costs/*/2025-26/salary\", \"operation\": \"multiply\", \"value\": %s}";
    assertThat(edit(tenth, 1, salaries.formatted("1.1")).status()).isEqualTo(200);
    String fifth = draft("Fifthshire");
    assertThat(
            edit(
                    fifth,
                    1,
                    salaries.formatted("1.2")
                        + ", {\"path\": \"time-use/review/tasks/prepare-report/social-worker/indirect/minutes\", \"operation\": \"add\", \"value\": 60}")
                .status())
        .isEqualTo(200);

    JsonNode varied =
        get("/api/cost-books/england-illustrative/variations?others=" + tenth + "," + fifth).json();

    assertThat(varied.at("/books").findValuesAsText("id"))
        .containsExactly("england-illustrative-1", tenth, fifth);
    assertThat(amounts(varied.at("/hours"), h -> h.at("/role").asText().equals("social-worker")))
        .isEqualTo("53.87 59.15 64.43");
    for (JsonNode cost : varied.at("/unitCosts")) {
      List<BigDecimal> each = new ArrayList<>();
      cost.at("/each/amounts").forEach(a -> each.add(a.decimalValue()));
      assertThat(each).hasSize(3).isSorted();
      assertThat(cost.at("/each/spread").decimalValue())
          .isEqualByComparingTo(each.get(2).subtract(each.get(0)));
      assertThat(cost.at("/explained").findValuesAsText("book")).containsExactly(tenth, fifth);
      for (int other = 0; other < 2; other++) {
        JsonNode why = cost.at("/explained/" + other);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : why.at("/parts")) {
          sum = sum.add(part.decimalValue());
        }
        assertThat(sum)
            .isEqualByComparingTo(why.at("/difference").decimalValue())
            .isEqualByComparingTo(each.get(other + 1).subtract(each.get(0)));
      }
      boolean review = cost.at("/process").asText().equals("review");
      assertThat(cost.at("/explained/0/parts/time").decimalValue()).isZero();
      assertThat(cost.at("/explained/1/parts/time").decimalValue().signum())
          .isEqualTo(review ? 1 : 0);
    }
    // An hour at the mean of £53.8731 and £64.4314, by Shapley: £59.15.
    for (JsonNode cost : varied.at("/unitCosts")) {
      if (cost.at("/process").asText().equals("review")) {
        assertThat(
                cost.at("/explained/1/parts/time")
                    .decimalValue()
                    .add(cost.at("/explained/1/parts/mix").decimalValue()))
            .isCloseTo(
                new BigDecimal("59.15"),
                org.assertj.core.api.Assertions.within(new BigDecimal("0.02")));
      }
    }
  }

  private static String amounts(JsonNode rows, Predicate<JsonNode> meant) {
    for (JsonNode row : rows) {
      if (meant.test(row)) {
        List<String> texts = new ArrayList<>();
        row.at("/each/amounts")
            .forEach(a -> texts.add(a.decimalValue().setScale(2).toPlainString()));
        return String.join(" ", texts);
      }
    }
    throw new AssertionError(rows.toString());
  }

  /**
   * Salaries a fifth up: an hour of a social worker goes from 85,313.41 ÷ 1,583.6 = £53.87 to
   * (51,249.60 + 6,937.44 + 10,249.92) × 1.45 + 2,800 = 102,033.59 ÷ 1,583.6 = £64.43. Foster fees
   * doubled: £625 of 2024-25 is £645.24 of 2025-26, £1,250 is £1,290.49; £7,385 of residential care
   * stays £7,624.19.
   */
  @Test
  void severalBooksStandSideBySideWithWhatExplainsTheirDifference() throws Exception {
    String id = draft("Variedshire");
    edit(
        id,
        1,
        """
        {"path": "staff-costs/*/2025-26/salary", "operation": "multiply", "value": 1.2},
        {"path": "fees/foster/*/*/*/*/amount", "operation": "multiply", "value": 2}
        """);

    JsonNode varied = get("/api/cost-books/england-illustrative/variations?others=" + id).json();

    assertThat(varied.at("/books").findValuesAsText("id"))
        .containsExactly("england-illustrative-1", id);
    for (JsonNode cost : varied.at("/unitCosts")) {
      JsonNode why = cost.at("/explained/0");
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode part : why.at("/parts")) {
        sum = sum.add(part.decimalValue());
      }
      assertThat(sum).isEqualByComparingTo(why.at("/difference").decimalValue());
      assertThat(why.at("/parts/salary").decimalValue())
          .isEqualByComparingTo(why.at("/difference").decimalValue());
    }
    assertThat(varied.at("/unitCosts")).hasSize(27);
    assertThat(amounts(varied.at("/hours"), h -> h.at("/role").asText().equals("social-worker")))
        .isEqualTo("53.87 64.43");
    assertThat(
            amounts(
                varied.at("/fees"),
                f ->
                    f.at("/placement").asText().equals("foster")
                        && f.at("/provider").asText().equals("in-house")
                        && f.at("/area").asText().equals("in-area")))
        .isEqualTo("645.24 1290.49");
    assertThat(
            amounts(
                varied.at("/fees"),
                f ->
                    f.at("/placement").asText().equals("residential")
                        && f.at("/area").asText().equals("in-area")))
        .isEqualTo("7624.19 7624.19");
    assertThat(get("/api/cost-books/england-illustrative/variations").status()).isEqualTo(400);
    assertThat(get("/api/cost-books/england-illustrative/variations?others=nowhere").status())
        .isEqualTo(404);
  }
}
