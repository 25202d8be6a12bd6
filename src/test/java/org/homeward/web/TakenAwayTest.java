package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of every page can be had as CSV and as a workbook, also of a page that refuses. */
class TakenAwayTest {

  private static final String CASE =
      "pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=12-months";

  private static final String CHANGE =
      "staff-costs/social-worker/2025-26/salary%7Cmultiply%7C1.1%7CPay+award";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?" + CASE,
        "/why?pathway=adoption&figure=nominal&" + CASE,
        "/processes",
        "/processes/review",
        "/time-data",
        "/time-data/answers?process=review",
        "/time-data/surveys/event-records-2025",
        "/time-data/compare-sets",
        "/journeys",
        "/what-if?" + CASE + "&search=social+worker&change=" + CHANGE,
        "/cost-books",
        "/cost-books/england-illustrative-1/parameters?search=fee",
        "/cost-books/england-illustrative-1/parameter?path=staff-costs/social-worker/2025-26/salary"
      })
  void whatAPageShowsAsATableCanBeTakenAway(String address) {
    HttpResponse<String> page = Served.get(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertEveryTableCanBeTakenAway(page);
  }

  @Test
  void savedWhatIfsCanBeTakenAwayAlsoWhenTheNextIsRefused() {
    String saved =
        Served.location(
            Served.post(
                "/what-if",
                Map.of(
                    "do", "save",
                    "name", "To be taken away",
                    "pathways", "adoption",
                    "ageAtStart", "2",
                    "start", "2025-04-01",
                    "horizon", "12-months",
                    "change-1-path", "staff-costs/social-worker/2025-26/salary",
                    "change-1-operation", "multiply",
                    "change-1-value", "1.1",
                    "change-1-reason", "Pay award")));
    HttpResponse<String> list = Served.get("/what-if");
    assertThat(csv(list, "saved")).contains("To be taken away");
    assertEveryTableCanBeTakenAway(list);
    assertEveryTableCanBeTakenAway(Served.get(saved));
    HttpResponse<String> refused = Served.post("/what-if", Map.of("do", "save", "name", ""));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(csv(refused, "saved")).contains("To be taken away");
    assertEveryTableCanBeTakenAway(refused);
    HttpResponse<String> unnamed = Served.post(saved + "/copy", Map.of("name", ""));
    assertThat(unnamed.statusCode()).isEqualTo(400);
    assertEveryTableCanBeTakenAway(unnamed);
  }

  @Test
  void whereNoNumberIsFoundThereIsNoFileOfThem() {
    HttpResponse<String> page = Served.get("/what-if?" + CASE + "&search=no+such+number");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(files(page, "csv")).noneMatch(file -> file.contains("numbers-found"));
  }

  @Test
  void allNumbersThatWereFoundAreInTheFileNotOnlyThoseShown() {
    assertThat(csv(Served.get("/what-if?" + CASE + "&search=salary"), "numbers-found"))
        .startsWith("\uFEFFNumber,Now,Unit,Path\r\n")
        .contains(",42708,£ a year,staff-costs/social-worker/2025-26/salary\r\n"); // as it ships
    HttpResponse<String> many = Served.get("/what-if?" + CASE + "&search=foster");
    assertThat(many.body()).contains("The first 30 of");
    assertThat(csv(many, "numbers-found").lines().count()).isGreaterThan(31);
  }

  @Test
  void twoEditorsOfADraftAndWhoIsRefusedCanTakeTheTablesAway() {
    String book =
        Served.location(
            Served.post(
                "/cost-books",
                Map.of(
                    "copyOf", "england-illustrative-1",
                    "name", "Takeaway",
                    "by", "finance",
                    "reason", "trial")));
    Map<String, String> edit =
        Map.of(
            "edition", "1",
            "path", "staff-costs/social-worker/2025-26/salary",
            "value", "44000",
            "illustrative", "false",
            "by", "finance",
            "reason", "pay award");
    Served.location(Served.post(book + "/parameter", edit));
    HttpResponse<String> conflict = Served.post(book + "/parameter", edit);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(csv(conflict, "edits")).contains(",42708,44000");
    assertEveryTableCanBeTakenAway(conflict);
    for (String form : List.of(book + "/parameter", book + "/publish")) {
      HttpResponse<String> refused =
          Served.post(
              form, Map.of("edition", "2", "path", "staff-costs/social-worker/2025-26/salary"));
      assertThat(refused.statusCode()).as(form).isEqualTo(400);
      assertEveryTableCanBeTakenAway(refused);
    }
    assertEveryTableCanBeTakenAway(Served.post("/cost-books", Map.of("name", "")));
  }

  @Test
  void homesAndTheirPartsCanBeTakenAwayAlsoWhenTheNextIsRefused() {
    String book =
        Served.location(
            Served.post(
                "/cost-books",
                Map.of(
                    "copyOf", "england-illustrative-1",
                    "name", "Homes to take away",
                    "by", "finance",
                    "reason", "trial")));
    Map<String, String> home = new HashMap<>();
    home.put("edition", "1");
    home.put("placement", "residential");
    home.put("from", "2025-04-01");
    home.put("beds", "1");
    home.put("occupancy", "100");
    home.put("running-0-name", "All of it");
    home.put("running-0-amount", "500");
    home.put("running-0-per", "night");
    home.put("by", "finance");
    home.put("reason", "trial");
    assertThat(Served.post(book + "/in-house", home).statusCode()).isEqualTo(200);
    HttpResponse<String> page = Served.get(book + "/in-house");
    assertThat(csv(page, "homes")).contains(",500.00,3500.00,");
    assertThat(csv(page, "parts-1")).contains("All of it", "182625.00");
    assertEveryTableCanBeTakenAway(page);
    home.put("edition", "2");
    home.put("beds", "");
    HttpResponse<String> refused = Served.post(book + "/in-house", home);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertEveryTableCanBeTakenAway(refused);
  }

  @Test
  void theProblemsOfAFileThatWasRefusedCanBeTakenAwayWithoutSendingItAgain() {
    HttpResponse<String> refused =
        sent(
            "/time-data/load",
            "respondent,process,task,role,hours\nR01,review,invit,administrator,1\n");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(csv(refused, "problems"))
        .startsWith("\uFEFFWhere,Found,What is wrong,What to do\r\n")
        .contains("line 2, column task\",invit,");
    assertEveryTableCanBeTakenAway(refused);
  }

  private static HttpResponse<String> sent(String address, String file) {
    String body =
        "--B\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\ncheck\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"method\"\r\n\r\nonline-survey\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"answers.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + file
            + "\r\n--B--\r\n";
    return Served.send(
        Served.to(address)
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** As many files as tables, of both kinds, each with something in it. */
  private static void assertEveryTableCanBeTakenAway(HttpResponse<String> page) {
    int tables = page.body().split("<table", -1).length - 1;
    assertThat(tables).as(page.uri().toString()).isPositive();
    List<String> files = files(page, "(?:csv|xlsx)");
    assertThat(files).as(page.uri() + " has " + tables + " tables").hasSize(2 * tables);
    for (String file : files) {
      byte[] bytes = bytes(file);
      assertThat(bytes.length).as(file).isGreaterThan(20);
      boolean workbook = file.contains("spreadsheetml") || file.endsWith(".xlsx");
      assertThat(new String(bytes, 0, 2, StandardCharsets.ISO_8859_1).equals("PK"))
          .as(file + " is a workbook")
          .isEqualTo(workbook);
    }
  }

  /** The addresses of the files of a page’s tables, or the files themselves as addresses. */
  private static List<String> files(HttpResponse<String> page, String ending) {
    return Pattern.compile(
            "href=\"([^\"]*[?&]download=[^\"]*\\."
                + ending
                + "|data:[^\"]*)\"(?: download=\"[^\"]*\\."
                + ending
                + "\")?")
        .matcher(page.body().replace("&amp;", "&"))
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  private static String csv(HttpResponse<String> page, String table) {
    String body = page.body().replace("&amp;", "&");
    MatchResult file =
        Pattern.compile(
                "href=\"([^\"]*download="
                    + table
                    + "\\.csv|data:[^\"]*)\"(?: download=\"homeward-"
                    + table
                    + "\\.csv\")?>CSV")
            .matcher(body)
            .results()
            .findFirst()
            .orElseThrow(() -> new AssertionError("No file of " + table + " on " + page.uri()));
    return new String(bytes(file.group(1)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String address) {
    if (address.startsWith("data:")) {
      return Base64.getDecoder().decode(address.replaceFirst(".*;base64,", ""));
    }
    HttpResponse<byte[]> file = Served.get(address, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).as(address).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition")).as(address).isPresent();
    return file.body();
  }
}
