package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surveys sent over HTTP: what is read, what is refused and why, and that nothing is half kept. */
class SurveyLoadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String HEADER = "respondent,process,task,role,category,minutes,share\n";
  private static final String GOOD =
      HEADER
          + "R01,review,invite,administrator,indirect,60,1\n"
          + "R02,review,invite,administrator,indirect,90,0.5\n"
          + "R03,review,chair-meeting,independent-reviewing-officer,direct,120,1\n";

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = Databases.H2.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aGoodFileIsLoadedOnceAndListedOnEitherDatabase(Databases database) throws Exception {
    try (EmbeddedServer own = database.serve()) {
      HttpResponse<byte[]> first = load(own, "once.csv", utf8(GOOD));
      assertThat(first.statusCode()).as(text(first)).isEqualTo(201);
      JsonNode loaded = JSON.readTree(first.body());
      assertThat(loaded.at("/survey/answers").asInt()).isEqualTo(3);
      assertThat(loaded.at("/survey/respondents").asInt()).isEqualTo(3);
      int listed = surveys(own).size();
      HttpResponse<byte[]> second = load(own, "again.csv", utf8(GOOD));
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(second.body()).at("/fresh").asBoolean()).isFalse();
      assertThat(surveys(own)).hasSize(listed);
      String id = loaded.at("/survey/id").asText();
      assertThat(send(own, "DELETE", "/api/surveys/" + id, null, null).statusCode()).isEqualTo(204);
      assertThat(surveys(own)).hasSize(listed - 1);
      assertThat(send(own, "GET", "/api/surveys/" + id, null, null).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void headersInAnyOrderHoursPerCentAndDecimalCommasAreReadInEveryEncoding(String encoding)
      throws Exception {
    String bom = encoding.startsWith("UTF") ? "\ufeff" : "";
    String file =
        bom
            + "Per cent ;TIME CATEGORY; Role;Task;Process;Hours;Respondent\n"
            + "50;indirect;administrator;invite;review;1,5;R-"
            + encoding
            + "\n";
    HttpResponse<byte[]> checked =
        send(
            server,
            "POST",
            "/api/surveys/check",
            "e.csv",
            file.replace("Per cent ", "Percent").getBytes(Charset.forName(encoding)));
    JsonNode found = JSON.readTree(checked.body());
    assertThat(found.at("/accepted").asBoolean()).as(text(checked)).isTrue();
    List<String> conversions = new ArrayList<>();
    found.at("/conversions").forEach(c -> conversions.add(c.at("/from").asText()));
    assertThat(conversions).contains("decimal comma", "hours", "per cent");
  }

  @Test
  void everyProblemOfAFileIsToldAtOnceByLineAndColumnAndNothingIsKept() throws Exception {
    String bad =
        HEADER
            + "R01,review,invit,administrator,indirect,60,1\n"
            + "R02,review,invite,administrator,indirect,-5,1\n"
            + "R03,review,invite,administrator,indirect,60,1.5\n"
            + "R04,review,invite,administrator,indirect,20000,1\n"
            + "R05,review,invite,administrator,indirect,60,1\n"
            + "R05,review,invite,administrator,indirect,70,1\n";
    int before = surveys(server).size();
    HttpResponse<byte[]> refused = load(server, "bad.csv", utf8(bad));
    assertThat(refused.statusCode()).isEqualTo(400);
    List<String> fields = new ArrayList<>();
    JSON.readTree(refused.body()).at("/errors").forEach(e -> fields.add(e.at("/field").asText()));
    assertThat(String.join("\n", fields))
        .contains("line 2, column task")
        .contains("line 3, column minutes")
        .contains("line 4, column share")
        .contains("line 5, column minutes")
        .contains("line 7");
    assertThat(text(refused)).contains("the nearest is \\\"invite\\\"");
    assertThat(surveys(server)).hasSize(before);
  }

  @Test
  void anUnknownOrMissingColumnIsNamedWithTheNearestKnownOne() throws Exception {
    HttpResponse<byte[]> refused =
        load(
            server,
            "c.csv",
            utf8("respondent,process,task,rolle,minutes\nR1,review,invite,administrator,5\n"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(text(refused)).contains("rolle").contains("role");
  }

  @ParameterizedTest
  @CsvSource({"Jane Smith", "jane@example.org", "07700 900123", "943 476 5919", "SW1A 1AA"})
  void whatLooksLikePersonalDataIsRefusedAndNotRepeated(String value) throws Exception {
    HttpResponse<byte[]> refused =
        load(
            server, "p.csv", utf8(HEADER + value + ",review,invite,administrator,indirect,60,1\n"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(text(refused)).contains("looks like").doesNotContain(value);
  }

  @Test
  void theFormOfEveryProcessDownloadedAndFilledInIsLoadedAsItIs() throws Exception {
    for (JsonNode process :
        JSON.readTree(send(server, "GET", "/api/processes", null, null).body())) {
      String id = process.at("/id").asText();
      HttpResponse<byte[]> form =
          send(server, "GET", "/api/surveys/template?process=" + id + "&format=xlsx", null, null);
      assertThat(form.statusCode()).as(id).isEqualTo(200);
      HttpResponse<byte[]> loaded = load(server, id + ".xlsx", filled(form.body()));
      assertThat(loaded.statusCode()).as(id + text(loaded)).isEqualTo(201);
      assertThat(JSON.readTree(loaded.body()).at("/survey/answers").asInt()).as(id).isPositive();
    }
  }

  /** Writes R01 and 30 minutes into every row of the form, and nothing else. */
  private static byte[] filled(byte[] form) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(form));
        Workbook written = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = written.newWorksheet("Answers");
      org.dhatim.fastexcel.reader.Sheet answers =
          read.getSheets()
              .filter(s -> rows(s).get(0).getCellText(0).equals("respondent"))
              .findFirst()
              .orElseThrow();
      List<Row> rows = rows(answers);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(0).getCellCount(); c++) {
          String heading = rows.get(0).getCellText(c);
          String value = c < rows.get(r).getCellCount() ? rows.get(r).getCellText(c) : "";
          if (r > 0 && heading.equals("respondent")) {
            value = "R01";
          }
          if (r > 0 && heading.equals("time")) {
            sheet.value(r, c, 30);
          } else if (!value.isEmpty()) {
            sheet.value(r, c, value);
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private static List<Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) {
    try {
      return sheet.read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void aDamagedFileIsNeverAFaultOfTheServiceAndLeavesNothing(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] workbook =
        filled(
            send(server, "GET", "/api/surveys/template?process=review&format=xlsx", null, null)
                .body());
    for (int i = 0; i < 25; i++) {
      boolean xlsx = random.nextBoolean();
      byte[] file = damaged(xlsx ? workbook : utf8(GOOD + "R" + seed + i), random);
      int before = surveys(server).size();
      HttpResponse<byte[]> answer = load(server, xlsx ? "f.xlsx" : "f.csv", file);
      assertThat(answer.statusCode()).as("seed " + seed + ", file " + i).isIn(200, 201, 400, 413);
      int after = surveys(server).size();
      assertThat(after).isEqualTo(answer.statusCode() == 201 ? before + 1 : before);
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] file = good.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(file, random.nextInt(file.length));
      }
      case 1 -> {
        for (int i = 0; i < 1 + file.length / 20; i++) {
          file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        return file;
      }
      case 2 -> {
        List<String> lines =
            new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)));
        Collections.shuffle(lines, random);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
      }
      default -> {
        return (String.join(",", Collections.nCopies(10_000, "column"))
                + "\n"
                + "x".repeat(200_000))
            .getBytes(StandardCharsets.UTF_8);
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode surveys(EmbeddedServer of) throws IOException {
    return JSON.readTree(send(of, "GET", "/api/surveys", null, null).body());
  }

  private static HttpResponse<byte[]> load(EmbeddedServer of, String name, byte[] file) {
    return send(of, "POST", "/api/surveys?wait=30", name, file);
  }

  private static HttpResponse<byte[]> send(
      EmbeddedServer of, String method, String path, String name, byte[] file) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(of.getURL() + path));
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
    if (file != null) {
      request.header("Content-Type", "multipart/form-data; boundary=part-of-the-form");
      body = HttpRequest.BodyPublishers.ofByteArray(form(name, file));
    }
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(
              request.method(method, body).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (!path.contains("template")) {
        Contract.holds(method, path, response);
      }
      return response;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] form(String name, byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    Map<String, String> fields =
        Map.of(
            "title", "Survey",
            "authority", "Testshire",
            "method", "online-survey",
            "from", "2025-01-01",
            "to", "2025-02-01",
            "instrument", "form",
            "contactRole", "researcher");
    fields.forEach(
        (field, value) ->
            form.writeBytes(
                utf8(
                    "--part-of-the-form\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")));
    form.writeBytes(
        utf8(
            "--part-of-the-form\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    form.writeBytes(file);
    form.writeBytes(utf8("\r\n--part-of-the-form--\r\n"));
    return form.toByteArray();
  }
}
