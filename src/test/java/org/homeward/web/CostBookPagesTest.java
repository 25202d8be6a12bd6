package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cost books on pages: forms without script. */
class CostBookPagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = Databases.H2.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURL() + path)).header("Accept", "text/html");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  private static HttpResponse<String> post(String path, String... fields) throws Exception {
    return send(form(path, fields));
  }

  private static HttpRequest.Builder form(String path, String... fields) {
    Map<String, String> body = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return to(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                body.entrySet().stream()
                    .map(
                        e ->
                            e.getKey()
                                + "="
                                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))));
  }

  private static String draft(String name) throws Exception {
    HttpResponse<String> made =
        post(
            "/cost-books",
            "copyOf",
            "england-illustrative-1",
            "name",
            name,
            "by",
            "finance officer",
            "reason",
            "our own payroll");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static String table(String page, String id) {
    int from = page.indexOf("id=\"" + id + "\"");
    assertThat(from).as(id).isPositive();
    return page.substring(from, page.indexOf("</table>", from));
  }

  private static HttpResponse<String> change(String book, String edition, String value)
      throws Exception {
    return post(
        book + "/parameter",
        "edition",
        edition,
        "path",
        SALARY,
        "value",
        value,
        "source",
        "Testshire payroll",
        "illustrative",
        "false",
        "by",
        "finance officer",
        "reason",
        "pay award");
  }

  @Test
  void aDraftIsBegunChangedAndPublishedByForms() throws Exception {
    String book = draft("Testshire");
    assertThat(get("/cost-books").body()).contains("href=\"" + book + "\"", ">Testshire<");
    assertThat(get(book).body()).contains("Draft", "Publish it", "our own payroll");

    HttpResponse<String> changed = change(book, "1", "£45,250.50");

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
    assertThat(get(changed.headers().firstValue("Location").orElseThrow()).body())
        .contains("45,250.5", "Testshire payroll", "name=\"edition\" value=\"2\"");
    String number = get(book + "/parameter?path=" + SALARY).body();
    // Through the books with the source of each, and within this one by whom and why.
    assertThat(table(number, "history"))
        .containsSubsequence(
            "testshire-1", "45,250.5", "Testshire payroll", "england-illustrative-1")
        .containsSubsequence(
            "england-illustrative-1", "42,708", "illustrative: set by Homeward"); // as it ships
    assertThat(table(number, "edits"))
        .containsSubsequence("finance officer", "pay award", "42,708", "45,250.5");
    assertThat(get(book + "/diff?other=england-illustrative-1").body())
        .contains(SALARY, "45,250.5", "Unit costs that differ", "review")
        .contains("Review, first review and out of area", "Lines of files", "45250.5");
    HttpResponse<String> published =
        post(book + "/publish", "edition", "2", "by", "finance officer", "reason", "agreed");
    assertThat(published.statusCode()).isEqualTo(303);
    assertThat(get(book).body()).contains("Published").doesNotContain("Publish it");
    assertThat(get(book + "/parameter?path=" + SALARY).body()).doesNotContain("<form");
  }

  @Test
  void theSecondOfTwoEditorsSeesWhatTheFirstDid() throws Exception {
    String book = draft("Contestshire");
    change(book, "1", "44000");

    HttpResponse<String> second = change(book, "1", "43000");

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body())
        .contains("Somebody else was faster", SALARY, "44,000", "finance officer", "pay award");
    assertThat(get(book + "/parameter?path=" + SALARY).body()).contains("44,000");
    assertThat(post(book + "/delete", "edition", "1").statusCode()).isEqualTo(409);
    assertThat(post(book + "/delete", "edition", "2").statusCode()).isEqualTo(303);
    assertThat(get(book).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeUsedIsSaidAtItsFieldAndWhatWasTypedIsKept() throws Exception {
    String book = draft("Mistakeshire");

    HttpResponse<String> refused = change(book, "1", "a lot");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("id=\"value-error\"", "This is not a number.", "value=\"a lot\"");
    HttpResponse<String> negative = change(book, "1", "-5");
    assertThat(negative.body()).contains("id=\"value-error\"", "must not be negative");
    HttpResponse<String> unnamed = post("/cost-books", "copyOf", "england-illustrative-1");
    assertThat(unnamed.statusCode()).isEqualTo(400);
    assertThat(unnamed.body()).contains("id=\"name-error\"", "id=\"by-error\"");
  }

  private static HttpResponse<String> load(String address, String file, String... fields)
      throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append("--B\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n");
      body.append(fields[i + 1] + "\r\n");
    }
    body.append(
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"payroll.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + file
            + "\r\n--B--\r\n");
    return send(
        to(address)
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  @Test
  void aPayrollIsLoadedByItsFormAndItsProblemsStandAtTheirFieldsAndLines() throws Exception {
    String book = draft("Payrollshire");
    assertThat(get(book).body()).contains("Salaries from a payroll", "/load/payroll");
    assertThat(get(book + "/load/payroll").body()).contains("type=\"file\"", "value=\"1\"");
    String header = "post,role,fte,salary,weekly hours\n";

    HttpResponse<String> refused =
        load(
            book + "/load/payroll",
            header + "A,astronaut,1,42000,37\n",
            "edition",
            "1",
            "financialYear",
            "2025");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains(
            "id=\"financialYear-error\"",
            "id=\"by-error\"",
            "id=\"reason-error\"",
            "payroll.csv: line 2, column role");
    String[] right = {
      "edition", "1", "financialYear", "2025-26", "by", "hr", "reason", "April payroll"
    };
    HttpResponse<String> loaded =
        load(book + "/load/payroll", header + "A,social-worker,1,43210,37\n", right);
    assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
    assertThat(loaded.body()).contains("edition 2", "with \",\" between cells");
    assertThat(get(book).body()).contains("43,210", "April payroll");
    HttpResponse<String> late =
        load(book + "/load/payroll", header + "A,social-worker,1,43211,37\n", right);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else was faster", "43,210");
    HttpResponse<String> empty = load(book + "/load/payroll", "", right);
    assertThat(empty.body()).contains("id=\"file-error\"");
  }

  @Test
  void theFiguresOfAnAuthorityAreChosenAndTheBookSaysWhatTheyAre() throws Exception {
    String book = draft("Figureshire");
    assertThat(get(book + "/load/authority-fees").body()).contains(">Leicestershire<", ">2024-25<");

    HttpResponse<String> loaded =
        load(
            book + "/load/authority-fees",
            "",
            "edition",
            "1",
            "authority",
            "855",
            "authorityYear",
            "2024-25",
            "by",
            "finance officer",
            "reason",
            "until our contracts are loaded");

    assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
    assertThat(loaded.body()).contains("£720 a week (England £765)", "edition 2");
    assertThat(get(book).body())
        .contains("£720 a week (England £765)", "rounded to the nearest £5");
    assertThat(get(book + "/load/estimate-set").body()).contains(">The shipped surveys<");
    assertThat(get(book + "/load/cheese").statusCode()).isEqualTo(404);
    assertThat(get("/cost-books/england-illustrative-1/load/payroll").statusCode()).isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    HttpResponse<String> foreign =
        send(form("/cost-books", "name", "X").header("Origin", "https://example.org"));

    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void numbersAreFoundByWordsPartAndKindPageByPage() throws Exception {
    String numbers = "/cost-books/england-illustrative-1/parameters";
    assertThat(get(numbers).body()).contains("Next", "download=numbers.csv");
    assertThat(get(numbers + "?from=100").body()).contains("Previous");
    String found = get(numbers + "?search=pension&under=employer-rates&kind=illustrative").body();
    assertThat(found).contains("employer-rates/pension/").doesNotContain("Next");
    assertThat(get(numbers + "?search=no+such+words").body()).contains("0 numbers");
    HttpResponse<String> csv = get(numbers + "?under=fees&download=numbers.csv");
    assertThat(csv.body().lines().count())
        .isGreaterThan(80); // the file has every number that was found, not the page's alone
  }
}
