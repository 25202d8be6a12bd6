package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What-ifs and roads of a cohort over HTTP, held against the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortQuestionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();
  private static final String EPISODES =
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
      1,01/05/2022,S,C2,N1,U6,PR4,01/03/2023,E11,,,,
      2,01/05/2022,S,C2,N1,U6,PR4,01/03/2023,E4A,,,,
      3,01/05/2022,S,C2,N1,U6,PR1,01/03/2023,E4A,,,,
      """;
  private static final String HEADER =
      """
      CHILD,SEX,DOB,ETHNIC
      1,2,01/05/2020,WBRI
      2,1,01/06/2020,WBRI
      3,1,01/06/2020,WBRI
      """;

  @TempDir static Path folder;

  private EmbeddedServer server;
  private String cohort;

  @BeforeAll
  void send() throws Exception {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of("homeward.data", folder.toString(), "micronaut.server.port", -1));
    String body =
        field("key", "a key of a test of questions")
            + field("authority", "Testshire")
            + file("episodes.csv", EPISODES)
            + file("header.csv", HEADER)
            + "--b--\r\n";
    HttpResponse<String> begun =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve("/api/cohorts"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    cohort = JSON.readTree(begun.body()).path("id").asText();
    CLIENT.send( // ends when the cohort is finished
        HttpRequest.newBuilder(server.getURI().resolve("/api/cohorts/" + cohort + "/progress"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name, String text) {
    return "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
        + name
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + text
        + "\r\n";
  }

  private HttpResponse<String> ask(String id, String question) throws Exception {
    String path = "/api/cohorts/" + id + "/what-if";
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == 200) {
      SimpleRequest asked =
          SimpleRequest.Builder.post(path)
              .withContentType("application/json")
              .withBody(question)
              .build();
      assertThat(CONTRACT.validateRequest(asked).getMessages()).isEmpty();
    }
    hold(Request.Method.POST, path, response);
    return response;
  }

  private JsonNode answer(String question) throws Exception {
    HttpResponse<String> response = ask(cohort, question);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static void hold(Request.Method method, String path, HttpResponse<String> response) {
    SimpleResponse.Builder held =
        SimpleResponse.Builder.status(response.statusCode())
            .withBody(response.body())
            .withContentType(response.headers().firstValue("Content-Type").orElse(""));
    assertThat(CONTRACT.validateResponse(path, method, held.build()).getMessages()).isEmpty();
  }

  private static BigDecimal pounds(JsonNode of, String field) {
    return of.path(field).decimalValue();
  }

  @Test
  void aShareOfAgencyPlacementsMovesInHouseAndTheGroupsAddUp() throws Exception {
    JsonNode answer =
        answer(
            """
            {"by": "provider", "move": {"placement": "foster", "from": "agency", "to": "in-house",
             "share": 0.5, "reason": "new carers"}}
            """);
    JsonNode all = answer.path("all");
    assertThat(answer.path("reasons").get(0).asText()).isEqualTo("new carers");
    assertThat(pounds(all, "difference")).isNegative(); // in-house carers cost less
    assertThat(pounds(all, "after").subtract(pounds(all, "before")))
        .isEqualByComparingTo(pounds(all, "difference"));
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode group : answer.path("groups")) {
      sum = sum.add(pounds(group, "difference"));
      boolean agency = group.path("group").path("provider").asText().equals("agency");
      assertThat(pounds(group, "difference").signum()).isEqualTo(agency ? -1 : 1);
    }
    assertThat(sum).isEqualByComparingTo(pounds(all, "difference"));
  }

  @Test
  void shorterReviewsAreFewerHoursOfTheStaffWhoHoldThem() throws Exception {
    JsonNode answer =
        answer(
            """
            {"changes": [{"path": "processes/review/tasks/*/times", "operation": "multiply",
             "value": 0.8, "reason": "reviews take 20 % less time"}]}
            """);
    assertThat(pounds(answer.path("all"), "difference")).isNegative();
    assertThat(answer.path("staff")).isNotEmpty();
    for (JsonNode role : answer.path("staff")) {
      assertThat(pounds(role, "hours")).isNegative();
    }
  }

  @Test
  void aHigherAllowanceShowsWhereHomesAfterCareAreFollowed() throws Exception {
    String changes =
        """
        "changes": [{"path": "prices/adoption-allowance/*/*/amount", "operation": "multiply",
         "value": 2, "reason": "matched to fostering"}]
        """;
    assertThat(pounds(answer("{" + changes + "}").path("all"), "difference"))
        .isEqualByComparingTo(BigDecimal.ZERO);
    JsonNode followed = answer("{\"afterCare\": true, " + changes + "}");
    assertThat(pounds(followed.path("all"), "difference")).isPositive();
  }

  @Test
  void smallNumbersAreKeptBackWhereThatIsAsked() throws Exception {
    JsonNode answer =
        answer(
            """
            {"by": "provider", "suppress": true, "move": {"placement": "foster", "from": "agency",
             "to": "in-house", "share": 0.5, "reason": "new carers"}}
            """);
    assertThat(answer.path("all").path("suppressed").asBoolean()).isTrue();
    assertThat(answer.path("all").path("difference").isNull()).isTrue();
    assertThat(answer.path("staff")).isEmpty();
  }

  @Test
  void everyFaultOfAQuestionIsTold() throws Exception {
    HttpResponse<String> nothing = ask(cohort, "{}");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Nothing is different.");
    HttpResponse<String> faults =
        ask(
            cohort,
            """
            {"move": {"placement": "castle", "from": "agency", "to": "nobody", "reason": ""}}
            """);
    assertThat(faults.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(faults.body()).path("errors")).hasSize(3);
    HttpResponse<String> change =
        ask(cohort, "{\"changes\": [{\"path\": \"x\", \"operation\": \"halve\"}]}");
    assertThat(change.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(change.body()).path("errors")).hasSize(3);
    assertThat(ask("none", "{\"changes\": []}").statusCode()).isEqualTo(404);
  }

  @Test
  void roadsAreComparedWithTheirBalanceAndTheirLimits() throws Exception {
    String path = "/api/cohorts/" + cohort + "/roads";
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(
                    server.getURI().resolve(path + "?second=return-home&months=6&seed=3"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    hold(Request.Method.GET, path, response);
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.path("childrenOnFirst").asInt()).isEqualTo(1);
    assertThat(answer.path("childrenOnSecond").asInt()).isEqualTo(2);
    assertThat(answer.path("matchedOnSecond").asInt()).isEqualTo(2);
    // One of the two who went home was with cheaper carers of the authority's own.
    assertThat(pounds(answer, "difference")).isPositive();
    assertThat(answer.path("limits")).isNotEmpty();
    HttpResponse<String> same =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve(path + "?second=adoption&months=0"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(same.statusCode()).isEqualTo(400);
  }
}
