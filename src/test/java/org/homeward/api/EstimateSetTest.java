package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From loaded answers to a published estimate set that a cost rests on, over HTTP. */
class EstimateSetTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ANSWERS =
      "respondent,process,task,role,category,minutes\n"
          + "R01,review,invite,administrator,indirect,60\n"
          + "R02,review,invite,administrator,indirect,70\n"
          + "R03,review,invite,administrator,indirect,65\n"
          + "R04,review,invite,administrator,indirect,62\n"
          + "R05,review,invite,administrator,indirect,68\n"
          + "R06,review,invite,administrator,indirect,600\n";

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = serve(Databases.H2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static EmbeddedServer serve(Databases database) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("homeward.home", ".");
    properties.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, properties);
  }

  private record Reply(int status, byte[] body) {
    JsonNode json() throws java.io.IOException {
      return JSON.readTree(body);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private static Reply send(EmbeddedServer to, String method, String path, String body)
      throws Exception {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return exchange(to, method, path, publisher, "application/json");
  }

  private static Reply upload(
      EmbeddedServer to, String path, Map<String, String> fields, String name, byte[] file)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.writeBytes(
          ("--B\r\nContent-Disposition: form-data; name=\""
                  + field.getKey()
                  + "\"\r\n\r\n"
                  + field.getValue()
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(
        ("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8));
    return exchange(
        to,
        "POST",
        path,
        HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=B");
  }

  private static Reply exchange(
      EmbeddedServer to,
      String method,
      String path,
      HttpRequest.BodyPublisher publisher,
      String type)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.getURL() + path))
            .header("Content-Type", type)
            .method(method, publisher)
            .build();
    HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    String contentType = response.headers().firstValue("content-type").orElse("");
    if (contentType.contains("json")) {
      Contract.holds(method, path, response);
    }
    return new Reply(response.statusCode(), response.body());
  }

  private static String load(EmbeddedServer to, String title, String answers) throws Exception {
    Reply loaded =
        upload(
            to,
            "/api/surveys?wait=30",
            Map.of("title", title, "method", "online-survey", "authority", "Barsetshire"),
            "answers.csv",
            answers.getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.status()).as(loaded.text()).isEqualTo(201);
    return loaded.json().at("/survey/id").asText();
  }

  private static JsonNode pool(EmbeddedServer to, String survey) throws Exception {
    JsonNode described = send(to, "GET", "/api/surveys/description?surveys=" + survey, null).json();
    return described.at("/slices/0");
  }

  @Test
  void aFarAnswerIsFlaggedAndCountsUntilItIsExcludedWithAReason() throws Exception {
    String survey =
        load(server, "Far answers", ANSWERS + "R07,review,invite,administrator,indirect,61\n");
    JsonNode before = pool(server, survey);
    assertThat(before.at("/answers").asInt()).isEqualTo(7);
    assertThat(before.at("/outliers")).hasSize(1);
    assertThat(before.at("/outliers/0/respondent").asText()).isEqualTo("R06");
    assertThat(before.at("/mean").decimalValue()) // 986 / 7
        .isEqualByComparingTo(new BigDecimal("140.86"));
    String path = "/api/surveys/" + survey + "/exclusions";
    assertThat(send(server, "POST", path, "{\"respondent\": \"R06\"}").status()).isEqualTo(400);
    assertThat(
            send(
                    server,
                    "POST",
                    path,
                    "{\"respondent\": \"R99\", \"reason\": \"none\", \"by\": \"lead\"}")
                .text())
        .contains("no answer that this would leave out");
    Reply kept =
        send(
            server,
            "POST",
            path,
            "{\"respondent\": \"R06\", \"task\": \"invite\", \"reason\": \"Hours were typed as minutes\", \"by\": \"lead-researcher\"}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    JsonNode after = send(server, "GET", "/api/surveys/description?surveys=" + survey, null).json();
    assertThat(after.at("/slices/0/mean").decimalValue()) // 386 / 6
        .isEqualByComparingTo(new BigDecimal("64.33"));
    assertThat(after.at("/exclusions/0/reason").asText()).contains("typed as minutes");
    String id = kept.json().at("/id").asText();
    assertThat(send(server, "DELETE", path + "/" + id, null).status()).isEqualTo(204);
    assertThat(send(server, "DELETE", path + "/" + id, null).status()).isEqualTo(404);
    assertThat(pool(server, survey).at("/answers").asInt()).isEqualTo(7);
    assertThat(send(server, "GET", path, null).json().at("/0/takenBackAt").isNull()).isFalse();
  }

  @Test
  void aDescriptionComesAsTidyCsvAndAsAWorkbookThatCalculatesNothing() throws Exception {
    String csv = send(server, "GET", "/api/surveys/description?format=csv", null).text();
    List<String> lines = csv.lines().toList();
    JsonNode json = send(server, "GET", "/api/surveys/description", null).json();
    assertThat(lines).hasSize(1 + json.at("/slices").size());
    assertThat(lines.get(0)).startsWith("process,task,role,variation,category,by,of,answers");
    assertThat(json.at("/coverage").findValuesAsText("state")).contains("answered", "not-asked");
    assertThat(json.at("/agreements").size()).isPositive();
    byte[] book = send(server, "GET", "/api/surveys/description?format=xlsx", null).body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      assertThat(read.getSheets().map(s -> s.getName()).toList())
          .containsExactly(
              "statistics", "outliers", "agreement", "coverage", "exclusions", "notes");
      assertThat(read.getFirstSheet().read()).hasSize(lines.size());
    }
    assertThat(send(server, "GET", "/api/surveys/description?format=doc", null).status())
        .isEqualTo(400);
    assertThat(send(server, "GET", "/api/surveys/description?surveys=nothing", null).text())
        .contains("There is no survey of this id");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aPublishedSetNeverChangesAndCostsSayThatTheyUseIt(Databases database) throws Exception {
    try (EmbeddedServer own = serve(database)) {
      String survey = load(own, "Invitations", ANSWERS);
      Reply draft =
          send(
              own,
              "POST",
              "/api/estimate-sets",
              "{\"name\": \"Barsetshire 2026\", \"surveys\": [\"" + survey + "\"]}");
      assertThat(draft.status()).as(draft.text()).isEqualTo(201);
      String set = "/api/estimate-sets/barsetshire-2026";
      String question =
          "/api/pathways/foster-in-house/ledger?ageAtStart=2&start=2025-04-01&estimateSet=barsetshire-2026";
      assertThat(send(own, "GET", question, null).text()).contains("must be published first");
      assertThat(send(own, "PUT", set, "{\"edition\": 1, \"note\": \"Checked\"}").status())
          .isEqualTo(200);
      Reply late = send(own, "PUT", set, "{\"edition\": 1, \"note\": \"Other\"}");
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.text()).contains("edition 2 now");
      Reply published = send(own, "POST", set + "/publish?edition=2", null);
      assertThat(published.status()).as(published.text()).isEqualTo(200);
      String hash = published.json().at("/sha256").asText();
      assertThat(hash).hasSize(64);
      assertThat(send(own, "POST", set + "/publish", null).status()).isEqualTo(409);
      assertThat(send(own, "DELETE", set, null).status()).isEqualTo(409);
      Reply first = send(own, "GET", question, null);
      assertThat(first.json().at("/stamp/estimates/id").asText()).isEqualTo("barsetshire-2026");
      JsonNode line = null;
      for (JsonNode l : first.json().at("/unitCosts")) {
        if (l.at("/process").asText().equals("review")) {
          for (JsonNode part : l.at("/lines")) {
            if (part.at("/task").asText().equals("invite") && part.at("/answers").asInt() == 6) {
              line = part;
            }
          }
        }
      }
      assertThat(line).isNotNull();
      assertThat(line.at("/minutes").decimalValue()) // 925 / 6
          .isEqualByComparingTo(new BigDecimal("154.17"));
      // What happens to the survey afterwards does not touch the set.
      send(
          own,
          "POST",
          "/api/surveys/" + survey + "/exclusions",
          "{\"respondent\": \"R06\", \"reason\": \"Wrong unit\", \"by\": \"lead\"}");
      assertThat(send(own, "DELETE", "/api/surveys/" + survey, null).status()).isEqualTo(204);
      assertThat(send(own, "GET", question, null).body()).isEqualTo(first.body());
      assertThat(send(own, "GET", set, null).json().at("/estimates/0/answers").asInt())
          .isEqualTo(6);
    }
  }

  @Test
  void aSetGoesToAnotherCouncilAsADataPackageByteForByte() throws Exception {
    String survey = load(server, "Exchange", ANSWERS.replace("R0", "X0"));
    send(
        server,
        "POST",
        "/api/estimate-sets",
        "{\"name\": \"For exchange\", \"surveys\": [\"" + survey + "\"]}");
    assertThat(send(server, "GET", "/api/estimate-sets/for-exchange/data-package", null).status())
        .isEqualTo(400);
    send(server, "POST", "/api/estimate-sets/for-exchange/publish", null);
    byte[] sent = send(server, "GET", "/api/estimate-sets/for-exchange/data-package", null).body();
    try (EmbeddedServer other = serve(Databases.H2)) {
      Reply brought =
          upload(other, "/api/estimate-sets/import", Map.of(), "for-exchange.zip", sent);
      assertThat(brought.status()).as(brought.text()).isEqualTo(201);
      assertThat(brought.json().at("/sha256"))
          .isEqualTo(
              send(server, "GET", "/api/estimate-sets/for-exchange", null)
                  .json()
                  .at("/set/sha256"));
      assertThat(send(other, "GET", "/api/estimate-sets/for-exchange/data-package", null).body())
          .isEqualTo(sent);
      assertThat(upload(other, "/api/estimate-sets/import", Map.of(), "again.zip", sent).status())
          .isEqualTo(201);
      assertThat(send(other, "GET", "/api/estimate-sets", null).json()).hasSize(1);
      Reply changed =
          upload(
              other,
              "/api/estimate-sets/import",
              Map.of(),
              "changed.zip",
              edited(sent, "administrator", "social-worker"));
      assertThat(changed.status()).isEqualTo(400);
      assertThat(changed.text()).contains("never changes");
      Reply broken =
          upload(
              other,
              "/api/estimate-sets/import",
              Map.of(),
              "broken.zip",
              edited(sent, "925/6", "lots"));
      assertThat(broken.status()).isEqualTo(400);
      assertThat(broken.text()).contains("estimates.csv: line 2");
      for (byte[] nonsense : List.of(new byte[0], "no zip".getBytes(StandardCharsets.UTF_8))) {
        assertThat(upload(other, "/api/estimate-sets/import", Map.of(), "x.zip", nonsense).status())
            .isEqualTo(400);
      }
      assertThat(upload(other, "/api/estimate-sets/import", Map.of(), "b.zip", bomb()).text())
          .contains("more than a data package");
    }
  }

  private static byte[] edited(byte[] zip, String from, String to) throws java.io.IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().replace(from, to).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Ten megabytes of zeros in ten kilobytes. */
  private static byte[] bomb() throws java.io.IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("datapackage.json"));
      out.write(new byte[10 << 20]);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void aPackageWithNonsenseInItIsRefusedLineByLine() throws Exception {
    String survey = load(server, "Nonsense", ANSWERS.replace("R0", "N0"));
    send(
        server,
        "POST",
        "/api/estimate-sets",
        "{\"name\": \"Nonsense\", \"surveys\": [\"" + survey + "\", \"" + survey + "\"]}");
    send(server, "POST", "/api/estimate-sets/nonsense/publish", null);
    byte[] sent = send(server, "GET", "/api/estimate-sets/nonsense/data-package", null).body();
    // The survey stood twice in the draft, and counts once.
    assertThat(send(server, "GET", "/api/estimate-sets/nonsense", null).json().at("/set/surveys"))
        .hasSize(1);
    try (EmbeddedServer other = serve(Databases.H2)) {
      for (String[] change :
          new String[][] {
            {",925/6,154.166667,6,6,", ",925/6,154.166667,-6,6,", "must rest on an answer"},
            {",925/6,154.166667,6,6,", ",925/6,154.166667,six,6,", "answers is not a number"},
            {",66.5,", ",NaN,", "median is not a number"},
            {",indirect,", ",sideways,", "line 2"},
            {"\"online-survey\"", "\"gossip\"", "homeward/methods"},
          }) {
        Reply refused =
            upload(
                other,
                "/api/estimate-sets/import",
                Map.of(),
                "p.zip",
                edited(sent, change[0], change[1]));
        assertThat(refused.status()).as(change[1] + refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains(change[2]).doesNotContain("Exception");
      }
      assertThat(send(other, "GET", "/api/estimate-sets", null).json()).isEmpty();
    }
  }

  @Test
  void whatCannotBeADraftOrAnExclusionIsRefusedWithTheReason() throws Exception {
    String survey = load(server, "Refusals", ANSWERS.replace("R0", "F0"));
    String sets = "/api/estimate-sets";
    assertThat(send(server, "POST", sets, "{\"name\": \" \"}").text()).contains("has no name");
    for (String body :
        List.of(
            "{\"name\": \"" + "n".repeat(300) + "\"}",
            "{\"name\": \"x\", \"note\": \"" + "n".repeat(5_000) + "\"}",
            "{\"name\": \"x\", \"note\": \"\\u0000\"}",
            "{\"name\": \"x\", \"note\": \"ask jane@example.org\"}",
            "{\"name\": \"x\", \"methods\": [\"gossip\"]}",
            "{\"name\": \"x\", \"surveys\": [\"none\"]}",
            "{\"name\": \"shipped\"}")) {
      assertThat(send(server, "POST", sets, body).status()).as(body).isEqualTo(400);
    }
    send(
        server,
        "POST",
        sets,
        "{\"name\": \"Empty\", \"methods\": [\"event-record\"], \"surveys\": [\""
            + survey
            + "\"]}");
    assertThat(send(server, "POST", sets + "/empty/publish", null).text())
        .contains("no answer by these methods");
    String exclusions = "/api/surveys/" + survey + "/exclusions";
    for (String body :
        List.of(
            "{\"respondent\": \"F01\", \"reason\": \"\\u0000\", \"by\": \"lead\"}",
            "{\"respondent\": \"F01\", \"reason\": \"x\", \"by\": \"lead@example.org\"}",
            "{\"respondent\": \"F01\", \"reason\": \"x\", \"by\": \"lead\", \"task\": \"nothing\"}")) {
      assertThat(send(server, "POST", exclusions, body).status()).as(body).isEqualTo(400);
    }
    String once = "{\"respondent\": \"F01\", \"reason\": \"Left early\", \"by\": \"lead\"}";
    assertThat(send(server, "POST", exclusions, once).status()).isEqualTo(201);
    assertThat(send(server, "POST", exclusions, once).text()).contains("left out already");
  }

  @Test
  void whatAFormulaCouldBeIsNeutralInADescription() throws Exception {
    String survey = load(server, "=Formulas", ANSWERS.replace("R0", "=R").replace(",600", ",6000"));
    String csv =
        send(server, "GET", "/api/surveys/description?format=csv&surveys=" + survey, null).text();
    for (String line : csv.lines().toList()) {
      for (String cell : line.split(",", -1)) {
        assertThat(cell).doesNotMatch("\"?[=+@].*");
      }
    }
    byte[] book =
        send(server, "GET", "/api/surveys/description?format=xlsx&surveys=" + survey, null).body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      assertThat(read.findSheet("outliers").orElseThrow().read().get(1).getCellText(8))
          .isEqualTo("'=R6");
    }
  }

  @Test
  void twoSetsAreComparedInMinutesAndPounds() throws Exception {
    String one = load(server, "Before", ANSWERS.replace("R0", "B0").replace(",600", ",65"));
    String two = load(server, "After", ANSWERS.replace("R0", "A0").replace(",600", ",125"));
    for (String[] set : new String[][] {{"Before", one}, {"After", two}}) {
      send(
          server,
          "POST",
          "/api/estimate-sets",
          "{\"name\": \"" + set[0] + "\", \"surveys\": [\"" + set[1] + "\"]}");
      send(server, "POST", "/api/estimate-sets/" + set[0].toLowerCase() + "/publish", null);
    }
    JsonNode compared = send(server, "GET", "/api/estimate-sets/before/compare/after", null).json();
    for (JsonNode process : compared.at("/processes")) {
      boolean review = process.at("/process").asText().equals("review");
      assertThat(process.at("/minutesDifference").decimalValue()) // 450 / 6 less 390 / 6
          .isEqualByComparingTo(review ? "10" : "0");
      assertThat(process.at("/costDifference").decimalValue().signum()).isEqualTo(review ? 1 : 0);
      if (review) {
        assertThat(process.at("/minutesDifferenceByRole/administrator").decimalValue())
            .isEqualByComparingTo("10");
      }
    }
    assertThat(compared.at("/second/name").asText()).isEqualTo("After");
  }

  @Test
  void aWorkloadIsThatWorkedByHand() throws Exception {
    // Invitations take 65 minutes by these answers (390 / 6); recording the decisions takes the
    // 45 minutes of the process file. 1,200 reviews: 1,200 × 110 / 60 = 2,200 hours. A year of the
    // post is 37 × (52 − 5.6 − 1.6 − 1 − 1) = 1,583.6 hours; 2,200 / 1,583.6 = 1.389.
    String survey = load(server, "Work", ANSWERS.replace("R0", "W0").replace(",600", ",65"));
    send(
        server,
        "POST",
        "/api/estimate-sets",
        "{\"name\": \"Work\", \"surveys\": [\"" + survey + "\"]}");
    send(server, "POST", "/api/estimate-sets/work/publish", null);
    JsonNode workload =
        send(
                server,
                "POST",
                "/api/workload",
                "{\"occurrences\": {\"review\": 1200}, \"overrides\": {\"estimateSet\": \"work\"}}")
            .json();
    JsonNode administrator = null;
    for (JsonNode role : workload.at("/roles")) {
      if (role.at("/role").asText().equals("administrator")) {
        administrator = role;
      }
    }
    assertThat(administrator).isNotNull();
    assertThat(administrator.at("/hours").decimalValue()).isEqualByComparingTo("2200");
    assertThat(administrator.at("/workingHoursAYear").decimalValue())
        .isEqualByComparingTo("1583.6");
    assertThat(administrator.at("/fullTimeEquivalents").decimalValue())
        .isEqualByComparingTo("1.39");
    assertThat(workload.at("/stamp/estimates/id").asText()).isEqualTo("work");
  }

  @Test
  void aWorkloadOfNoOrAnUnknownProcessIsRefusedWithEveryProblem() throws Exception {
    assertThat(
            send(
                    server,
                    "POST",
                    "/api/workload",
                    "{\"occurrences\": {\"revue\": 1, \"review\": -1}}")
                .json()
                .at("/errors"))
        .hasSize(2);
    assertThat(send(server, "POST", "/api/workload", "{}").status()).isEqualTo(400);
  }
}
