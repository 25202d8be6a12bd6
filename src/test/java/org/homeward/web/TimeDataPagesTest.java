package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Time data on pages, as forms send it and without script. */
class TimeDataPagesTest {

  static final String ANSWERS =
      "respondent,process,task,role,hours\n"
          + "R01,review,invite,administrator,1\n"
          + "R02,review,invite,administrator,1.5\n"
          + "R03,review,invite,administrator,1.25\n"
          + "R04,review,invite,administrator,1.1\n"
          + "R05,review,invite,administrator,1.4\n"
          + "R06,review,invite,administrator,45\n";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = Databases.H2.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return CLIENT.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String address) throws Exception {
    return JSON.readTree(
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(server.getURL() + address)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  /** Without the white space between tags and texts. */
  private static String tight(HttpResponse<String> page) {
    return page.body().replaceAll(">\\s+", ">").replaceAll("\\s+<", "<");
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(server.getURL() + address))
        .header("Accept", "text/html");
  }

  /** Fields as name and value by turns. */
  private static HttpResponse<String> post(String address, String... fields) throws Exception {
    List<String> body = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return CLIENT.send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String action, String file, String title)
      throws Exception {
    String body = "";
    for (String[] field :
        new String[][] {
          {"action", action},
          {"title", title},
          {"method", "online-survey"},
          {"authority", "Barsetshire"},
          {"from", "5/1/2026"}
        }) {
      body +=
          "--B\r\nContent-Disposition: form-data; name=\""
              + field[0]
              + "\"\r\n\r\n"
              + field[1]
              + "\r\n";
    }
    body +=
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + (file.isEmpty() ? "" : "answers.csv")
            + "\"\r\nContent-Type: text/csv\r\n\r\n"
            + file
            + "\r\n--B--\r\n";
    return CLIENT.send(
        request("/time-data/load")
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int loaded() throws Exception {
    return json("/api/surveys").size();
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void problemsOfAFileAreToldByLineAndColumnAndWhatWasTypedStays() throws Exception {
    int before = loaded();
    String bad = ANSWERS.replace("R02,review,invite", "R02,review,invit").replace("1.25", "soon");
    for (String action : List.of("check", "load")) {
      HttpResponse<String> page = send(action, bad, "Bad & odd");
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body())
          .contains("<title>Error: Load a survey")
          .contains("The file has 2 problems, and nothing of it was kept.")
          .contains("answers.csv: line 3, column task")
          .contains("answers.csv: line 4, column hours")
          .contains("value=\"Bad &amp; odd\"")
          .contains("value=\"5/1/2026\"");
    }
    HttpResponse<String> copy = send("mark-up", bad, "");
    assertThat(copy.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"marked-up.csv\"");
    assertThat(copy.body()).contains("This is not a number.");
    assertThat(loaded()).isEqualTo(before);
  }

  @Test
  void whatIsMissingIsToldAtItsField() throws Exception {
    assertThat(send("check", "", "").body()).contains("id=\"file-error\"", "No file was chosen.");
    HttpResponse<String> untitled = send("load", ANSWERS.replace("R0", "U0"), "");
    assertThat(untitled.statusCode()).isEqualTo(400);
    assertThat(untitled.body()).contains("id=\"title-error\"", "The survey has no title.");
  }

  @Test
  void aCheckedFileIsLoadedDescribedExcludedFromPublishedAndCompared() throws Exception {
    assertThat(send("check", ANSWERS, "").body())
        .contains("The file can be loaded: 6 answers of 6 respondents.")
        .contains("hours: hours read as minutes (× 60) in 6 cells");
    String survey = location(send("load", ANSWERS, "Barset invitations"));
    assertThat(location(send("load", ANSWERS, "Again"))).endsWith("?done=known");
    String page = tight(get(survey));
    // (60 + 90 + 75 + 66 + 84 + 2700) / 6
    assertThat(page).contains("The survey is loaded.", "<svg", ">512.5<", ">2,700.0<");
    String exclude = link(page, "exclude\\?respondent=R06[^\"]*");
    assertThat(get(exclude).body()).contains("value=\"R06\"");
    String id = survey.replaceAll("\\?.*|/time-data/surveys/", "");
    String address = "/time-data/surveys/" + id + "/exclude";
    HttpResponse<String> without = post(address, "respondent", "R06", "reason", "", "by", "lead");
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(without.body()).contains("id=\"reason-error\"");
    String back =
        location(post(address, "respondent", "R06", "reason", "Wrong <unit>", "by", "lead"));
    String after = tight(get(back));
    // (60 + 90 + 75 + 66 + 84) / 5
    assertThat(after)
        .contains("The answers are left out.", ">75.0<", "Wrong &lt;unit&gt;")
        .doesNotContain(">2,700.0<");
    String draft =
        location(
            post(
                "/time-data/new-set",
                "name",
                "Barset pages",
                "note",
                "",
                "methods",
                "online-survey",
                "surveys",
                id));
    assertThat(tight(get(draft))).contains("Draft", ">75.0<", "Publish for good");
    assertThat(post(draft + "/publish", "edition", "7").statusCode()).isEqualTo(400);
    assertThat(location(post(draft + "/publish", "edition", "1"))).isEqualTo(draft);
    assertThat(tight(get(draft))).contains("Published", "data-package").doesNotContain("Edit the");
    assertThat(post(draft + "/delete", "x", "y").statusCode()).isEqualTo(400);
    JsonNode compared = json("/api/estimate-sets/shipped/compare/barset-pages");
    String table =
        get("/time-data/compare-sets?first=shipped&second=barset-pages&download=difference.csv")
            .body();
    for (JsonNode process : compared.at("/processes")) {
      assertThat(table)
          .contains(
              process.at("/minutesDifference").decimalValue().toPlainString(),
              process.at("/costDifference").decimalValue().toPlainString());
    }
    String takeBack = link(after, "exclusions/[^\"]*");
    assertThat(get(takeBack).body()).contains("Let answers count again", "R06");
    assertThat(tight(get(location(post(takeBack, "confirm", "yes")))))
        .contains("The answers count again.", ">512.5<", "counts again");
    assertThat(tight(get(draft))).contains(">75.0<"); // published for good
  }

  private static String link(String page, String end) {
    Matcher link = Pattern.compile("href=\"([^\"]*" + end + ")\"").matcher(page);
    assertThat(link.find()).as(end).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void aSetWithoutSurveyOrMethodIsNotBegunAndADraftIsEdited() throws Exception {
    HttpResponse<String> nothing = post("/time-data/new-set", "name", "Nothing");
    assertThat(nothing.statusCode()).isEqualTo(400);
    String all = "online-survey-2025";
    HttpResponse<String> noSurvey =
        post("/time-data/new-set", "name", "None", "methods", "online-survey");
    assertThat(noSurvey.body()).contains("id=\"surveys-error\"");
    String draft =
        location(
            post(
                "/time-data/new-set",
                "name",
                "To be edited",
                "methods",
                "online-survey",
                "surveys",
                all));
    assertThat(get(draft + "/edit").body()).contains("value=\"To be edited\"");
    assertThat(
            location(
                post(
                    draft + "/edit",
                    "edition",
                    "1",
                    "name",
                    "Edited",
                    "note",
                    "Why",
                    "methods",
                    "online-survey",
                    "surveys",
                    all)))
        .isEqualTo(draft);
    assertThat(tight(get(draft))).contains("Edited", "Why");
    HttpResponse<String> late =
        post(
            draft + "/edit",
            "edition",
            "1",
            "name",
            "Late",
            "methods",
            "online-survey",
            "surveys",
            all);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("edited or published in the meantime");
    assertThat(get(location(post(draft + "/delete", "x", "y"))).body())
        .contains("The draft is gone");
  }

  @Test
  void whatIsNotThereIsSaidAndAnotherSiteChangesNothing() throws Exception {
    for (String nothing :
        List.of(
            "/time-data/surveys/none",
            "/time-data/sets/none",
            "/time-data/loads/none",
            "/time-data/answers?process=none",
            "/time-data/compare-sets?first=none")) {
      HttpResponse<String> page = get(nothing);
      assertThat(page.statusCode()).as(nothing).isEqualTo(404);
      assertThat(page.body()).contains("There is a problem");
    }
    HttpResponse<String> foreign =
        CLIENT.send(
            request("/time-data/new-set")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("name=Foreign"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(foreign.statusCode()).isEqualTo(403);
  }
}
