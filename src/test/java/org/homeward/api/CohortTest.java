package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.returns.Pseudonyms;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Returns sent over HTTP: watched, answered, kept over a restart, deleted, and nothing personal
 * anywhere.
 */
class CohortTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();

  private static final String KEY = "my own secret key 903";
  private static final String CHILD = "8675309";
  private static final String BIRTH = "17/06/2015";
  private static final String POSTCODE = "QQ9 7XZ";
  private static final String EPISODES =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
          + CHILD
          + ",01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,"
          + POSTCODE
          + ","
          + POSTCODE
          + ",\n"
          + CHILD
          + ",01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,"
          + POSTCODE
          + ","
          + POSTCODE
          + ",\n"
          + "42,31/04/2022,S,C2,N1,U6,PR1,,,,,,\n";
  private static final String HEADER =
      "CHILD,SEX,DOB,ETHNIC\n" + CHILD + ",2," + BIRTH + ",WBRI\n42,1,01/01/2016,WBRI\n";

  @TempDir Path folder;

  private EmbeddedServer serve() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("homeward.data", folder.toString());
    properties.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, properties);
  }

  @Test
  void aCohortIsReadCostedAnsweredKeptOverARestartAndDeletedWhole() throws Exception {
    String id;
    String costs;
    try (EmbeddedServer server = serve()) {
      HttpResponse<String> begun =
          post(server, Map.of("key", KEY, "authority", "Testshire", "by", "placement,need"));
      assertThat(begun.statusCode()).isEqualTo(202);
      id = JSON.readTree(begun.body()).path("id").asText();
      assertThat(begun.headers().firstValue("Location")).hasValue("/api/cohorts/" + id);
      HttpResponse<String> watched = get(server, "/api/cohorts/" + id + "/progress");
      assertThat(watched.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(watched.body()).contains("\"state\":\"finished\"");
      JsonNode cohort = json(server, "/api/cohorts/" + id);
      assertThat(cohort.path("state").asText()).isEqualTo("finished");
      JsonNode report = cohort.path("report");
      assertThat(report.path("agrees").asBoolean()).isTrue();
      assertThat(report.path("rows").get(0).path("rejected").asLong()).isEqualTo(1); // 31 April
      assertThat(report.path("nights").get(0).path("costed").asLong()).isEqualTo(92 + 184);

      JsonNode answer = json(server, "/api/cohorts/" + id + "/costs?by=placement,need");
      assertThat(answer.path("columns").get(0).asText()).isEqualTo("placement");
      assertThat(nights(answer, "foster")).isEqualByComparingTo("92"); // May, June, July
      assertThat(nights(answer, "residential")).isEqualByComparingTo("184"); // August to January
      costs = answer.toString();
      JsonNode sex = json(server, "/api/cohorts/" + id + "/costs?by=sex,provider");
      assertThat(sex.path("rows")).isNotEmpty();

      String findings = get(server, "/api/cohorts/" + id + "/findings").body();
      assertThat(findings.lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .startsWith("episodes.csv,4,")
          .contains(",141,decom-not-a-date,rejected,");
      String pseudonym = new Pseudonyms(KEY).of("Testshire", CHILD).toString();
      JsonNode child = json(server, "/api/cohorts/" + id + "/children/" + pseudonym);
      assertThat(child.path("birthMonth").asText()).isEqualTo("2015-06");
      assertThat(child.path("route").asText()).isEqualTo("home");
      assertThat(child.path("nights").asInt()).isEqualTo(92 + 184);
      assertThat(json(server, "/api/cohorts/" + id + "/children").path("children").toString())
          .isEqualTo("[\"" + pseudonym + "\"]");
      for (String format : List.of("csv", "xlsx", "parquet")) {
        HttpResponse<String> file = get(server, "/api/cohorts/" + id + "/costs?format=" + format);
        assertThat(file.statusCode()).isEqualTo(200);
        assertNothingPersonal(file.body());
      }
      assertNothingPersonal(cohort.toString() + costs + findings + child);
      assertPages(server, id, pseudonym);
    }
    assertNothingPersonalInFiles();
    try (EmbeddedServer server = serve()) {
      assertThat(json(server, "/api/cohorts/" + id + "/costs?by=placement,need").toString())
          .isEqualTo(costs);
      HttpResponse<String> gone = get(server, "/api/cohorts/" + id + "/costs?by=sex,need");
      assertThat(gone.statusCode()).isEqualTo(400);
      assertThat(gone.body()).contains("Send the files and the key again");
      assertThat(json(server, "/api/cohorts")).hasSize(1);
      assertThat(delete(server, id)).isEqualTo(204);
      assertThat(get(server, "/api/cohorts/" + id).statusCode()).isEqualTo(404);
      assertThat(get(server, "/api/cohorts/" + id + "/findings").statusCode()).isEqualTo(404);
      assertThat(json(server, "/api/cohorts")).isEmpty();
    }
  }

  @Test
  void whatAStopOfTheServiceCutShortIsShownAsInterrupted() throws Exception {
    try (EmbeddedServer server = serve()) {
      server
          .getApplicationContext()
          .getBean(CohortStore.class)
          .begin(
              new StoredCohort(
                  "cut-short",
                  "Cut short",
                  StoredCohort.State.RUNNING,
                  Instant.parse("2026-01-05T09:00:00Z"),
                  null,
                  "0".repeat(64),
                  "{\"files\":[],\"rows\":[],\"nights\":[],\"findings\":[],\"problems\":[],\"routes\":{},"
                      + "\"children\":{\"read\":0},\"from\":\"\",\"to\":\"\",\"agrees\":true,"
                      + "\"fees\":{\"children\":0,\"gapsInAll\":0,\"gaps\":[],\"withoutHistory\":[]}}"));
    }
    try (EmbeddedServer server = serve()) {
      assertThat(json(server, "/api/cohorts/cut-short").path("state").asText())
          .isEqualTo("interrupted");
      assertThat(page(server, "/cohorts/cut-short")).contains("send the files and the key again");
      assertThat(get(server, "/api/cohorts/cut-short/progress").body())
          .contains("\"state\":\"interrupted\"");
    }
  }

  @Test
  void whatCannotBeUsedIsRefusedWithTheWayOut() throws Exception {
    try (EmbeddedServer server = serve()) {
      HttpResponse<String> shortKey = post(server, Map.of("key", "short", "authority", "T"));
      assertThat(shortKey.statusCode()).isEqualTo(400);
      assertThat(shortKey.body()).contains("\"key\"").doesNotContain("short\"");
      HttpResponse<String> nonsense =
          post(server, Map.of("key", KEY, "by", "colour", "smallGap", "x", "years", "a.csv=b"));
      assertThat(nonsense.statusCode()).isEqualTo(400);
      assertThat(JSON.readTree(nonsense.body()).path("errors")).hasSize(3);

      // Whose returns they are is found out while they are read: the cohort says what is missing.
      HttpResponse<String> begun = post(server, Map.of("key", KEY));
      String id = JSON.readTree(begun.body()).path("id").asText();
      get(server, "/api/cohorts/" + id + "/progress");
      JsonNode cohort = json(server, "/api/cohorts/" + id);
      assertThat(cohort.path("state").asText()).isEqualTo("refused");
      assertThat(cohort.at("/report/problems/0/remedy").asText()).contains("Say the authority");
      assertThat(get(server, "/api/cohorts/" + id + "/costs").statusCode()).isEqualTo(400);
      assertThat(get(server, "/api/cohorts/none").statusCode()).isEqualTo(404);
      assertThat(get(server, "/api/cohorts/none/progress").statusCode()).isEqualTo(404);
    }
  }

  /** The same on pages, without script. */
  private static void assertPages(EmbeddedServer server, String id, String pseudonym)
      throws Exception {
    assertThat(page(server, "/cohorts")).contains("/cohorts/" + id).contains("type=\"file\"");
    String cohort = page(server, "/cohorts/" + id + "?rows=placement&columns=need");
    assertThat(cohort)
        .contains("Costs by placement and need")
        .contains("1 April 2022 and 31 March 2023")
        .contains("DECOM is no date")
        .contains("Rows of each table and return");
    assertThat(page(server, "/cohorts/" + id + "/children")).contains(pseudonym);
    String child = page(server, "/cohorts/" + id + "/children/" + pseudonym);
    assertThat(child)
        .contains("<svg")
        .contains("June 2015")
        .contains("Children's home")
        .contains("1 May 2022");
    assertNothingPersonal(cohort + child);
    HttpResponse<String> csv =
        CLIENT.send(
            HttpRequest.newBuilder(
                    server.getURI().resolve("/cohorts/" + id + "?download=rows-read.csv"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(csv.body()).contains("episodes,2023,3,2,0,0,1,0");
  }

  private static String page(EmbeddedServer server, String path) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve(path))
                .header("Accept", "text/html")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
    return response.body();
  }

  private static BigDecimal nights(JsonNode answer, String placement) {
    for (JsonNode row : answer.path("rows")) {
      JsonNode cells = row.path("cells");
      if (cells.get(0).asText().equals(placement) && cells.get(1).asText().equals("N1")) {
        return new BigDecimal(cells.get(3).asText());
      }
    }
    throw new AssertionError("There is no row of " + placement + " in " + answer);
  }

  private static void assertNothingPersonal(String text) {
    assertThat(text)
        .doesNotContain(KEY)
        .doesNotContain(CHILD)
        .doesNotContain(BIRTH)
        .doesNotContain("2015-06-17")
        .doesNotContain(POSTCODE)
        .doesNotContain(POSTCODE.replace(" ", ""));
  }

  private void assertNothingPersonalInFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertNothingPersonal(new String(bytes, StandardCharsets.ISO_8859_1));
        assertNothingPersonal(new String(bytes, StandardCharsets.UTF_16BE));
      }
    }
  }

  private static HttpResponse<String> post(EmbeddedServer server, Map<String, String> fields)
      throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("episodes.csv", EPISODES);
    files.put("header.csv", HEADER);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(body, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value));
    files.forEach(
        (name, text) ->
            write(
                body,
                "Content-Disposition: form-data; name=\"files\"; filename=\""
                    + name
                    + "\"\r\nContent-Type: text/csv\r\n\r\n"
                    + text));
    body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve("/api/cohorts"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    holdAgainstContract(Request.Method.POST, "/api/cohorts", response);
    return response;
  }

  private static void write(ByteArrayOutputStream body, String part) {
    body.writeBytes(("--b\r\n" + part + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(EmbeddedServer server, String path) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (!path.endsWith("/progress") && !path.contains("format=")) {
      holdAgainstContract(Request.Method.GET, URI.create(path).getPath(), response);
    }
    return response;
  }

  private static JsonNode json(EmbeddedServer server, String path) throws Exception {
    HttpResponse<String> response = get(server, path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static int delete(EmbeddedServer server, String id) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(server.getURI().resolve("/api/cohorts/" + id)).DELETE().build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static void holdAgainstContract(
      Request.Method method, String path, HttpResponse<String> response) {
    SimpleResponse.Builder held =
        SimpleResponse.Builder.status(response.statusCode())
            .withBody(response.body())
            .withContentType(response.headers().firstValue("Content-Type").orElse(""));
    assertThat(CONTRACT.validateResponse(path, method, held.build()).getMessages()).isEmpty();
  }
}
