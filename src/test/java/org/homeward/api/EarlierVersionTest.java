package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.loader.CatalogueFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A catalogue is edited between two starts on one database; the old answers can be had again. */
class EarlierVersionTest {

  private static final String TABLES = "src/main/resources/catalogue/";
  private static final String CHILD = "ageAtStart=2&start=2025-04-01&horizon=36-months";
  private static final String BODY =
      """
      {"templates": ["foster-ifa", "adoption"], "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "36-months"},
       "overrides": {"statedProcesses": ["review"]}}
      """;
  private static final String OWN =
      """
      {"child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
       "pathway": {"id": "own", "legs": [{"from": "2025-04-01", "placement": "foster", "provider": "agency"}]}}
      """;

  /** What the edit changes, so that an answer of the old version cannot come from the new one. */
  private static final Map<String, String> QUESTIONS = questions();

  @TempDir private Path home;

  private static Map<String, String> questions() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("/api/comparisons?pathways=foster-ifa,adoption&" + CHILD, "");
    asked.put("/api/pathways/foster-ifa/ledger?" + CHILD, "");
    asked.put("/api/comparisons?", BODY);
    asked.put("/api/pathways/cost?", OWN);
    asked.put("/api/catalogue?", "");
    asked.put("/api/pathways?", "");
    asked.put("/api/pathways/foster-ifa?", "");
    asked.put("/api/processes?", "");
    asked.put("/api/processes/review?", "");
    asked.put("/api/staff-costs?", "");
    asked.put("/api/fees?", "");
    asked.put("/api/prices?", "");
    asked.put("/api/time-use?", "");
    asked.put("/api/surveys?", "");
    return asked;
  }

  private static HttpResponse<String> ask(EmbeddedServer server, String path, String body)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
    if (!body.isEmpty()) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(EmbeddedServer server, String path) throws Exception {
    return new ObjectMapper().readTree(ask(server, path, "").body());
  }

  private void copy(CatalogueFiles files) {
    files
        .texts()
        .forEach(
            (path, text) ->
                write(path.startsWith("catalogue/") ? TABLES + path.substring(10) : path, text));
  }

  private void write(String path, String text) {
    try {
      Path file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Every salary and fee is read from its table, the graph and the answers from the files. */
  private void edit() throws IOException {
    replace(TABLES + "salaries.csv", "social-worker,2025-26,", "social-worker,2025-26,1");
    replace(TABLES + "fees.csv", "foster,agency,,,,", "foster,agency,in-area,,,");
    replace(TABLES + "prices.csv", "Adoption allowance", "Adoption allowance, edited");
    replace("processes/review.yaml", "name: ", "name: Edited ");
    replace("processes/pathways/foster-ifa.yaml", "name: ", "name: Edited ");
    replace(
        "timeuse-surveys/focus-groups-2025/datapackage.json",
        "\"title\": \"",
        "\"title\": \"Edited ");
  }

  private void replace(String path, String old, String fresh) throws IOException {
    Path file = home.resolve(path);
    String text = Files.readString(file);
    assertThat(text).as(path).contains(old);
    String quoted = fresh.contains(", ") && path.endsWith(".csv") ? '"' + fresh + '"' : fresh;
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), quoted));
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierVersionStillGivesItsAnswersByteForByte(Databases database) throws Exception {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("homeward.home", home.toString());
    copy(CatalogueFolder.read(Path.of("")));
    Map<String, String> answers = new LinkedHashMap<>();
    String old;
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties)) {
      old = json(server, "/api/catalogue").at("/catalogue").asText();
      for (var question : QUESTIONS.entrySet()) {
        HttpResponse<String> answer = ask(server, question.getKey(), question.getValue());
        assertThat(answer.statusCode()).as(question.getKey() + answer.body()).isEqualTo(200);
        answers.put(question.getKey(), answer.body());
      }
    }
    edit();
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties)) {
      for (var question : QUESTIONS.entrySet()) {
        for (String version : List.of(old, old.substring(0, 8))) {
          String path = question.getKey() + "&catalogue=" + version;
          assertThat(ask(server, path.replace("?&", "?"), question.getValue()).body())
              .as(path)
              .isEqualTo(answers.get(question.getKey()));
        }
      }
      for (String changed :
          List.of(
              "/api/catalogue?",
              "/api/comparisons?pathways=foster-ifa,adoption&" + CHILD,
              "/api/staff-costs?",
              "/api/fees?",
              "/api/prices?",
              "/api/pathways?",
              "/api/processes?")) {
        assertThat(ask(server, changed, "").body()).isNotEqualTo(answers.get(changed));
      }
      assertThat(json(server, "/api/catalogue?catalogue=" + old).at("/catalogue").asText())
          .isEqualTo(old);
      theBooksAreListed(server, old);
      anUnknownVersionIsToldWithThoseThereAre(server, old);
    }
  }

  private static void theBooksAreListed(EmbeddedServer server, String old) throws Exception {
    JsonNode books = json(server, "/api/cost-books");
    String current = json(server, "/api/catalogue").at("/catalogue").asText();
    assertThat(books.findValuesAsText("catalogue")).containsExactly(old, current);
    assertThat(books.findValuesAsText("state")).containsExactly("superseded", "published");
  }

  private static void anUnknownVersionIsToldWithThoseThereAre(EmbeddedServer server, String old)
      throws Exception {
    String current = json(server, "/api/catalogue").at("/catalogue").asText();
    for (String unknown : List.of("00000000", old.substring(0, 7), "nonsense%20", "")) {
      HttpResponse<String> answer = ask(server, "/api/fees?catalogue=" + unknown, "");
      assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
      JsonNode error = new ObjectMapper().readTree(answer.body()).at("/errors/0");
      assertThat(error.at("/field").asText()).isEqualTo("catalogue");
      assertThat(error.at("/remedy").asText()).contains(current + ", " + old);
    }
  }
}
