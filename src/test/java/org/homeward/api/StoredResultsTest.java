package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of answer, kept as it came; another book is published and the service started again;
 * asked again with its stamp it gives the same bytes.
 */
class StoredResultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String CHILD = "ageAtStart=2&start=2025-04-01&horizon=12-months";
  private static final String PATHWAYS = "pathways=foster-in-house,adoption&" + CHILD;
  private static final String OF_CHILD =
      "\"child\": {\"ageAtStart\": 2, \"start\": \"2025-04-01\", \"horizon\": \"12-months\"}";
  private static final String OWN_PATHWAY =
      """
      {"id": "own", "name": "Own", "legs": [
        {"from": "2025-04-01", "placement": "foster", "provider": "agency", "legalStatus": "care-order"}]}
      """;
  private static final String SCENARIO =
      """
      {"name": "Fees up", "templates": ["foster-ifa", "adoption"], %s, "changes": [
        {"path": "fees/foster/agency/*/*/*/amount", "operation": "multiply", "value": 1.1, "reason": "let again"}]}
      """
          .formatted(OF_CHILD);
  private static final String JOURNEYS =
      """
      {"monthLength": "four-weeks", "assumptions": ["None."], "actual": {"rows": [{"description": "Residential", "stretches": [{"length": 9, "unit": "months", "price": 4005, "per": "week"}]}]},
       "anticipated": {"rows": [{"description": "Foster care", "stretches": [{"length": 9, "unit": "months", "price": 739, "per": "week"}]}]}}
      """;

  /** What an address can change about a book. */
  private static final String IN_ADDRESS =
      """
      {"authority": "Kent", "authorityYear": "2023-24", "staffArea": "london", "method": "focus-group"}
      """;

  private static final List<String> OVERRIDES =
      List.of(
          """
          {"hourBasis": "case-related-hour", "statedProcesses": ["find-placement"], "fees": [
            {"placement": "foster", "provider": "agency", "amount": 912.34, "per": "week"},
            {"placement": "foster", "area": "out-of-area", "amount": 130.5, "per": "night"}]}
          """,
          IN_ADDRESS,
          "{\"estimateSet\": \"shipped\"}");

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String KEY = "a key of a test of stored results";
  private static final String BORN = "01/05/2020";
  private static final String HISTORIES = "/histories";

  @TempDir private static Path folder;

  private EmbeddedServer server;

  /**
   * A question; {@code %s} stands for the book that is asked.
   *
   * @param overrides changes to the book for this answer alone: {@code {"method": "focus-group"}}
   */
  private record Question(
      String method, String path, String accept, String body, String overrides) {
    Question(String method, String path, String accept, String body) {
      this(method, path, accept, body, "{}");
    }

    Question with(String others) {
      return new Question(method, path, accept, body, others);
    }

    /** The address, with what the book is changed by where no body has it. */
    String address(String book) throws IOException {
      StringBuilder address = new StringBuilder(path.replace("%s", book));
      if (method.equals("GET")) {
        JSON.readTree(overrides)
            .properties()
            .forEach(o -> address.append("&" + o.getKey() + "=" + o.getValue().asText()));
      }
      return address.toString();
    }

    String content() throws IOException {
      return method.equals("GET") || overrides.equals("{}")
          ? body
          : ((ObjectNode) JSON.readTree(body))
              .set("overrides", JSON.readTree(overrides))
              .toString();
    }

    /** Whether it takes the hash of a stamp; the others name a published book by its id. */
    boolean isOfStamp() {
      return path.contains("catalogue=");
    }

    static Question get(String path) {
      return new Question("GET", path, "application/json", "");
    }

    static Question get(String path, String accept) {
      return new Question("GET", path, accept, "");
    }

    static Question post(String path, String body) {
      return new Question("POST", path, "application/json", body);
    }
  }

  @BeforeEach
  void start() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "homeward.data",
                folder.toString(),
                "homeward.home",
                ".",
                "micronaut.server.port",
                -1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<byte[]> send(Question question, String book) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.getURL() + question.address(book)))
            .header("Accept", question.accept())
            .header("Content-Type", "application/json")
            .method(question.method(), HttpRequest.BodyPublishers.ofString(question.content()))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Of what has no room for a stamp: the address that the answer itself was said to be at. */
  private byte[] askAt(String location, String accept) throws Exception {
    return ask(Question.get(location, accept), "");
  }

  /** What an answer says of itself; {@code null} where it says nothing. */
  private static String version(byte[] answer) throws IOException {
    String text = String.join("", parts(answer).values());
    if (text.startsWith("{")) {
      JsonNode stamp = JSON.readTree(text).at("/stamp/catalogue");
      return stamp.isTextual() ? stamp.asText() : null;
    }
    Matcher hash = HASH.matcher(text);
    return hash.find() ? hash.group() : null;
  }

  /**
   * The question again from the answer alone: only what is no JSON does not carry its overrides.
   */
  private byte[] askAgain(Question question, byte[] answer) throws Exception {
    boolean json = answer[0] == '{';
    JsonNode overrides = json ? JSON.readTree(answer).at("/stamp/overrides") : null;
    return ask(
        !json ? question : question.with(overrides.isObject() ? overrides.toString() : "{}"),
        version(answer));
  }

  private byte[] ask(Question question, String book) throws Exception {
    return answered(question, book).body();
  }

  private HttpResponse<byte[]> answered(Question question, String book) throws Exception {
    HttpResponse<byte[]> answer = send(question, book);
    assertThat(answer.statusCode())
        .as(question + ": " + new String(answer.body(), StandardCharsets.UTF_8))
        .isBetween(200, 201);
    return answer;
  }

  private String id(Question question) throws Exception {
    return JSON.readTree(ask(question, "")).at("/id").asText();
  }

  /** A book of a name with another salary, and, the first time, its own minutes and fees. */
  private String publish(int salary, boolean own) throws Exception {
    String id =
        id(
            Question.post(
                "/api/cost-books",
                "{\"copyOf\": \"england-illustrative\", \"name\": \"Testshire\", \"by\": \"finance-officer\", \"reason\": \"our own\"}"));
    String who = ", \"by\": \"finance-officer\", \"reason\": \"our own\"";
    ask(
        Question.post(
            "/api/cost-books/" + id + "/edits",
            """
            {"edition": 1%s, "changes": [
              {"path": "staff-costs/social-worker/2025-26/salary", "value": %d, "source": "payroll"},
              {"path": "time-use/review/tasks/prepare-report/social-worker/indirect/minutes", "value": %d},
              {"path": "on-costs/2025-26/leave-weeks", "value": 6.5}]}
            """
                .formatted(who, salary, own ? 77 : 78)),
        "");
    ask(
        Question.post(
            "/api/cost-books/" + id + "/authority-fees",
            "{\"edition\": 2%s, \"authority\": \"%s\", \"authorityYear\": \"2024-25\"}"
                .formatted(who, own ? "Leicestershire" : "Leeds")),
        "");
    ask(Question.post("/api/cost-books/" + id + "/publish", "{\"edition\": 3" + who + "}"), "");
    return id;
  }

  private static List<Question> questions(String scenario) {
    List<Question> all = new ArrayList<>();
    String of = "&catalogue=%s";
    String only = "?catalogue=%s";
    for (String accept : List.of("application/json", "text/csv", "image/svg+xml")) {
      all.add(Question.get("/api/comparisons?" + PATHWAYS + of, accept));
    }
    all.add(Question.get("/api/comparisons?" + PATHWAYS + "&priceYears=2023-24" + of));
    for (String accept : List.of("application/json", "text/csv", "image/svg+xml")) {
      all.add(Question.get("/api/comparisons?" + PATHWAYS + of, accept).with(IN_ADDRESS));
    }
    Question comparison =
        Question.post(
            "/api/comparisons" + only,
            "{\"templates\": [\"adoption\"], \"pathways\": ["
                + OWN_PATHWAY
                + "], "
                + OF_CHILD
                + "}");
    all.add(comparison);
    for (String overrides : OVERRIDES) {
      all.add(comparison.with(overrides));
    }
    all.add(Question.get("/api/comparisons/explain?" + PATHWAYS + of).with(IN_ADDRESS));
    all.add(Question.get("/api/pathways/adoption/ledger?" + CHILD + of).with(IN_ADDRESS));
    all.add(Question.get("/api/pathways/adoption/explain?" + CHILD + of).with(IN_ADDRESS));
    String own = "{\"pathway\": " + OWN_PATHWAY + ", " + OF_CHILD + "}";
    all.add(Question.post("/api/pathways/cost" + only, own).with(OVERRIDES.get(0)));
    all.add(Question.post("/api/pathways/explain" + only, own).with(OVERRIDES.get(0)));
    all.add(
        Question.post("/api/workload" + only, "{\"occurrences\": {\"review\": 400}}")
            .with("{\"method\": \"focus-group\"}"));
    all.add(Question.get("/api/comparisons/explain?" + PATHWAYS + of));
    all.add(Question.get("/api/pathways/adoption/ledger?" + CHILD + of));
    all.add(Question.get("/api/pathways/adoption/explain?" + CHILD + of));
    all.add(
        Question.get(
            "/api/pathways/adoption/explain?figure=nominal&priceYears=2023-24&" + CHILD + of));
    all.add(Question.post("/api/pathways/cost" + only, own));
    for (String accept : List.of("application/json", "image/svg+xml", "application/bpmn+xml")) {
      all.add(Question.get("/api/processes/review" + only, accept));
    }
    for (String path :
        List.of(
            "/api/processes",
            "/api/processes/review/explain",
            "/api/staff-costs",
            "/api/staff-costs/social-worker",
            "/api/staff-costs/social-worker/explain",
            "/api/fees",
            "/api/prices",
            "/api/time-use",
            "/api/pathways",
            "/api/authorities/855/fees")) {
      all.add(Question.get(path + only));
    }
    for (String format : List.of("html", "xlsx", "docx")) {
      Question report =
          Question.get("/api/reports/comparison?" + PATHWAYS + "&format=" + format + of, "*/*");
      all.add(report);
      all.add(report.with(IN_ADDRESS));
      all.add(Question.get("/api/scenarios/" + scenario + "/report?format=" + format + of, "*/*"));
    }
    all.add(Question.post("/api/scenarios/calculate" + only, SCENARIO));
    all.add(Question.get("/api/scenarios/" + scenario + "/result" + only));
    all.add(Question.post("/api/workload" + only, "{\"occurrences\": {\"review\": 400}}"));
    all.add(Question.post("/api/journeys/compare" + only, JOURNEYS));
    all.add(Question.get("/api/cost-books/%s/unit-costs?priceYears=2023-24"));
    all.add(Question.get("/api/cost-books/%s/parameters"));
    all.add(Question.get("/api/cost-books/%s/parameters", "text/csv"));
    all.add(Question.get("/api/cost-books/england-illustrative-1/diff/%s"));
    all.add(Question.get("/api/cost-books/england-illustrative-1/variations?others=%s"));
    return all;
  }

  @Test
  void everyAnswerComesAgainFromItsStampByteForByte() throws Exception {
    String first = publish(60_000, true);
    String scenario = id(Question.post("/api/scenarios?catalogue=" + first, SCENARIO));
    List<Question> cohort = cohort(first);
    String hash =
        JSON.readTree(ask(Question.get("/api/cost-books/" + first), ""))
            .at("/book/catalogue")
            .asText();
    Map<Question, byte[]> stored = new LinkedHashMap<>();
    Map<Question, String> locations = new LinkedHashMap<>();
    for (Question question : questions(scenario)) {
      HttpResponse<byte[]> answer = answered(question, first);
      stored.put(question, answer.body());
      answer.headers().firstValue("Content-Location").ifPresent(l -> locations.put(question, l));
    }
    Map<Question, byte[]> ofCohort = new LinkedHashMap<>();
    for (Question question : cohort) {
      ofCohort.put(question, ask(question, first));
    }
    publish(70_000, false);
    for (Map.Entry<Question, byte[]> answer : ofCohort.entrySet()) {
      same(answer.getKey(), answer.getValue(), ask(answer.getKey(), first));
    }
    stop();
    start();

    int moved = 0;
    int stamped = 0;
    int located = 0;
    TreeSet<String> silent = new TreeSet<>();
    for (Map.Entry<Question, byte[]> answer : stored.entrySet()) {
      Question question = answer.getKey();
      byte[] before = answer.getValue();
      if (!question.isOfStamp()) {
        same(question, before, asInForce(ask(question, first)));
      } else if (version(before) == null && question.method().equals("GET")) {
        located++;
        same(question, before, askAt(locations.get(question), question.accept()));
      } else if (version(before) == null) {
        silent.add(question.path().replaceAll("\\?.*", ""));
        same(question, before, ask(question, hash));
      } else {
        stamped++;
        same(question, before, askAgain(question, before));
      }
      if (!java.util.Arrays.equals(ask(question, "testshire"), answer.getValue())) {
        moved++;
      }
    }
    assertThat(stamped).as("answers that say how they are had again").isGreaterThan(30);
    assertThat(located).as("answers of which the address is said").isGreaterThan(12);
    assertThat(silent).as("rests on no book").containsExactly("/api/journeys/compare");
    assertThat(moved).as("answers that the successor gives otherwise").isGreaterThan(25);
    for (Map.Entry<Question, byte[]> answer : ofCohort.entrySet()) {
      if (!needsHistories(answer.getKey())) {
        same(answer.getKey(), answer.getValue(), ask(answer.getKey(), first));
      } else {
        HttpResponse<byte[]> refused = send(answer.getKey(), first);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains(HISTORIES);
      }
    }
    String histories = cohort.get(0).path().replaceAll("/costs.*", HISTORIES);
    assertThat(sendReturns(histories, KEY + "!", BORN, "").statusCode()).as("key").isEqualTo(400);
    assertThat(sendReturns(histories, KEY, "02/06/2020", "").statusCode()).as("day").isEqualTo(400);
    assertThat(
            sendReturns(
                    histories,
                    KEY,
                    BORN,
                    file("fees", "fees.csv", "child,from,to,weekly\n3,2022-05-01,2022-06-01,9\n"))
                .statusCode())
        .as("fees")
        .isEqualTo(400);
    assertThat(sendReturns(histories, KEY, BORN, "").statusCode()).isEqualTo(200);
    for (Map.Entry<Question, byte[]> answer : ofCohort.entrySet()) {
      same(answer.getKey(), answer.getValue(), ask(answer.getKey(), first));
    }
  }

  /** No day of birth is kept, and without it a history cannot be walked again. */
  private static boolean needsHistories(Question question) {
    return question.path().contains("/roads")
        || question.path().contains("/what-if")
        || question.path().contains("/result?");
  }

  /** What is on record about the book moves on: it has a successor now. */
  private static byte[] asInForce(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8)
        .replace("\"state\":\"superseded\"", "\"state\":\"published\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void same(Question question, byte[] before, byte[] after) throws IOException {
    if (!java.util.Arrays.equals(before, after) && before[0] == 'P' && before[1] == 'K') {
      assertThat(parts(after)).as(question.toString()).isEqualTo(parts(before));
    }
    assertThat(new String(after, StandardCharsets.UTF_8))
        .as(question.toString())
        .isEqualTo(new String(before, StandardCharsets.UTF_8));
    assertThat(after).as(question.toString()).isEqualTo(before);
  }

  /** What is in a packed file, to see which part differs. */
  private static Map<String, String> parts(byte[] zip) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    if (zip[0] != 'P' || zip[1] != 'K') {
      return Map.of("", new String(zip, StandardCharsets.UTF_8));
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(
            entry.getName() + " " + entry.getTime(),
            new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** Eight children of a return, costed by the book, and questions about them. */
  private List<Question> cohort(String book) throws Exception {
    HttpResponse<String> begun = sendReturns("/api/cohorts", KEY, BORN, field("catalogue", book));
    String id = JSON.readTree(begun.body()).path("id").asText();
    String cohort = "/api/cohorts/" + id;
    CLIENT.send( // ends when the cohort is finished
        HttpRequest.newBuilder(URI.create(server.getURL() + cohort + "/progress")).build(),
        HttpResponse.BodyHandlers.ofString());
    String saved =
        id(
            Question.post(
                "/api/scenarios?catalogue=" + book,
                """
                {"name": "New carers", "cohort": {"id": "%s", "by": "provider"}, "changes": [
                  {"path": "cohort/placements/foster/agency/in-house/share", "operation": "set", "value": 0.5, "reason": "new carers"}]}
                """
                    .formatted(id)));
    return List.of(
        Question.get(cohort + "/costs?by=placement,need"),
        Question.get(cohort + "/costs?by=placement,need&format=csv", "*/*"),
        Question.get(cohort + "/costs?by=placement&format=parquet", "*/*"),
        Question.get(cohort + "/costs?by=placement&from=2022-05-10&to=2022-06-20"),
        Question.get(cohort + "/roads?first=adoption&second=foster-care&months=6"),
        Question.get("/api/scenarios/" + saved + "/result"),
        Question.get("/api/scenarios/" + saved + "/result?catalogue=%s"),
        Question.post(
            cohort + "/what-if",
            "{\"by\": \"provider\", \"move\": {\"placement\": \"foster\", \"from\": \"agency\", \"to\": \"in-house\", \"share\": 0.5, \"reason\": \"new carers\"}}"));
  }

  private HttpResponse<String> sendReturns(String path, String key, String born, String more)
      throws Exception {
    StringBuilder episodes =
        new StringBuilder(
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n");
    StringBuilder header = new StringBuilder("CHILD,SEX,DOB,ETHNIC\n");
    for (int child = 1; child <= 8; child++) {
      String end = child == 1 ? "E11" : "E4A";
      episodes.append(child + ",01/05/2022,S,C2,N1,U6,PR4,01/03/2023," + end + ",,,,\n");
      header.append(child + ",2," + (child == 1 ? born : "01/06/2020") + ",WBRI\n");
    }
    String body =
        field("key", key)
            + field("authority", "Testshire")
            + more
            + file("files", "episodes.csv", episodes.toString())
            + file("files", "header.csv", header.toString())
            + "--b--\r\n";
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String part, String name, String text) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + part
        + "\"; filename=\""
        + name
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + text
        + "\r\n";
  }
}
