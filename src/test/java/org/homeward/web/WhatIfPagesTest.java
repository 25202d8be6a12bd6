package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of what-ifs: kept in the address, saved, answered as the interface answers. */
class WhatIfPagesTest {

  private static final String ROUTES =
      "pathways=foster-ifa,adoption&ageAtStart=2&start=2025-04-01&horizon=36-months";

  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void thePageAnswersWhatTheInterfaceAnswersAndItsPartsAddUp() throws Exception {
    String address = "/what-if?" + ROUTES + "&change=" + change("multiply", "1.1", "Pay award");
    JsonNode effects = interfaceAnswer("multiply", "1.1", "Pay award").at("/pathways");
    String page = Served.get(address).body();
    for (JsonNode effect : effects) {
      assertThat(page)
          .contains(pounds(effect.at("/base")))
          .contains(pounds(effect.at("/changed")))
          .contains(pounds(effect.at("/difference")));
    }
    BigDecimal difference =
        effects
            .get(0)
            .at("/difference")
            .decimalValue()
            .add(effects.get(1).at("/difference").decimalValue());
    for (String table : List.of("effect", "by-component", "by-item", "by-payer")) {
      assertThat(sum(Served.get(address + "&download=" + table + ".csv").body(), "Difference"))
          .as(table)
          .isEqualByComparingTo(difference);
    }
    // Dearer hours change no time.
    assertThat(page).doesNotContain("id=\"by-role\"").contains("id=\"cost-by-role\"");
  }

  /** Figures of every table, on each side, lead to a page that begins with that figure. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachFigureLeadsToWhyItIsSo(boolean saved) {
    Map<String, String> typed = typed();
    typed.put("change-1-path", "pathways/adoption/legs/1/length");
    typed.put("change-1-operation", "multiply");
    typed.put("change-1-value", "2");
    typed.put("change-1-reason", "Delay");
    typed.put("name", "Delay");
    typed.put("do", saved ? "save" : "answer");
    String page = Served.get(Served.location(Served.post("/what-if", typed))).body();
    Map<String, String> firstOfEachKind = new LinkedHashMap<>();
    Pattern.compile(
            "<a class=\"govuk-link\" href=\"(/what-if/[^\"]*why[^\"]*figure=([^\"%]*%2F[a-z]*)[^\"]*)\">([^<]+)</a>")
        .matcher(page)
        .results()
        .forEach(
            m ->
                firstOfEachKind.putIfAbsent(
                    m.group(2), m.group(1).replace("&amp;", "&") + " " + m.group(3).strip()));
    assertThat(firstOfEachKind).hasSize(3 * 6); // before, after, change of six tables
    firstOfEachKind.forEach(
        (kind, link) -> {
          String[] parts = link.split(" ", 2);
          HttpResponse<String> why = Served.get(parts[0]);
          assertThat(why.statusCode()).as(link).isEqualTo(200);
          String body = why.body();
          assertThat(body.substring(body.indexOf("<h1"), body.indexOf("</h1>")))
              .as(link)
              .contains(parts[1].replaceAll("\\.0$", ""));
        });
    String any = firstOfEachKind.values().iterator().next().split(" ", 2)[0];
    HttpResponse<String> unknown =
        Served.get(any.replaceAll("figure=[^&]*", "figure=change/item/nothing"));
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void moreTimeShowsAsHoursOfItsRole() {
    // The first leg of agency fostering that lasts twice as long: more visits, more hours.
    String page =
        Served.get(
                "/what-if?"
                    + ROUTES
                    + "&change=pathways/adoption/legs/1/length%7Cmultiply%7C2%7CDelay")
            .body();
    assertThat(page).contains("id=\"by-role\"", "Social worker");
  }

  @Test
  void everyFieldOfEveryChangeThatCannotBeUsedIsNamedAtOnce() {
    HttpResponse<String> refused =
        Served.get(
            "/what-if?"
                + ROUTES
                + "&change=%7Cset%7Cmuch%7C&change=fees/nothing%7Cset%7C1%7CTrial");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("href=\"#change-1-path\"")
        .contains("href=\"#change-1-value\"")
        .contains("href=\"#change-1-reason\"")
        .contains("value=\"much\"");
    HttpResponse<String> unknown =
        Served.get("/what-if?" + ROUTES + "&change=fees/nothing%7Cset%7C1%7CTrial");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("href=\"#change-1-path\"", "it is known up to fees");
  }

  @Test
  void whichEverButtonIsPressedTheAddressHoldsAllThatWasTyped() {
    Map<String, String> typed = typed();
    typed.put("do", "take-" + SALARY);
    String address = Served.location(Served.post("/what-if", typed));
    assertThat(address)
        .endsWith("#change-2-value")
        .contains("change=first", SALARY.replace("/", "%2F"));
    typed.put("change-2-path", SALARY);
    typed.put("change-2-operation", "set");
    typed.put("change-2-value", "48,000");
    typed.put("change-2-reason", "A | B");
    typed.put("do", "earlier-2");
    assertThat(Served.location(Served.post("/what-if", typed)))
        .endsWith("#changes")
        .matches(".*change=" + SALARY.replace("/", "%2F") + ".*change=first.*");
    typed.put("do", "remove-1");
    assertThat(Served.location(Served.post("/what-if", typed)))
        .doesNotContain("first")
        .contains("48%2C000");
    typed.put("do", "answer");
    typed.put("search", "review");
    assertThat(Served.location(Served.post("/what-if", typed)))
        .endsWith("#found")
        .contains("search=review");
  }

  private static Map<String, String> typed() {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("pathways", "adoption"),
            Map.entry("ageAtStart", "2"),
            Map.entry("start-day", "1"),
            Map.entry("start-month", "4"),
            Map.entry("start-year", "2025"),
            Map.entry("horizon", "age-18"),
            Map.entry("change-1-path", "first"),
            Map.entry("change-1-operation", "set"),
            Map.entry("change-1-value", "1"),
            Map.entry("change-1-reason", "Trial"),
            Map.entry("searched", "")));
  }

  @Test
  void aSavedOneIsTheInterfacesToo() throws Exception {
    Map<String, String> typed = typed();
    typed.put("change-1-path", SALARY);
    typed.put("change-1-operation", "multiply");
    typed.put("change-1-value", "1.1");
    typed.put("name", "Pay <award>");
    typed.put("do", "save");
    String page = Served.location(Served.post("/what-if", typed));
    String id = page.replaceAll(".*/", "");
    JsonNode kept = JSON.readTree(Served.get("/api/scenarios/" + id).body());
    assertThat(kept.at("/name").asText()).isEqualTo("Pay <award>");
    assertThat(kept.at("/question/changes/0/path").asText()).isEqualTo(SALARY);
    JsonNode answer = JSON.readTree(Served.get("/api/scenarios/" + id + "/result").body());
    assertThat(Served.get(page).body())
        .contains("Pay &lt;award&gt;")
        .contains(pounds(answer.at("/pathways/0/changed")));
    assertThat(Served.get("/what-if").body()).contains("href=\"" + page + "\"");
    assertThat(Served.get(page + "?catalogue=00000000").statusCode()).isEqualTo(400);
    assertThat(Served.get("/what-if/saved/none").statusCode()).isEqualTo(404);
    assertThat(Served.post("/what-if/saved/none/delete", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void oneWithPathwaysOfItsOwnIsShownThoughNoAddressHoldsIt() throws Exception {
    HttpResponse<String> kept =
        Served.postJson(
            "/api/scenarios",
            "application/json",
            """
                        {"name": "Own", "pathways": [{"id": "own", "name": "Our own", "legs": [
                          {"from": "2025-04-01", "placement": "foster", "provider": "agency", "legalStatus": "care-order"}]}],
                         "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "12-months"},
                         "changes": [{"path": "pathways/own/legs/1/fee", "operation": "set", "value": 100, "reason": "Trial"}]}
                        """);
    String id = JSON.readTree(kept.body()).at("/id").asText();
    assertThat(Served.get("/what-if/saved/" + id).body())
        .contains("Our own then costs")
        .contains("by the interface only");
  }

  @Test
  void whyAfterTheChangesAddsUpToTheChangedTotal() throws Exception {
    JsonNode effect = interfaceAnswer("multiply", "1.1", "Pay award").at("/pathways/1");
    assertThat(
            Served.get(
                    "/what-if/why?pathway=adoption&"
                        + ROUTES
                        + "&change="
                        + change("multiply", "1.1", "Pay award"))
                .body())
        .contains("costs " + pounds(effect.at("/changed")));
  }

  @Test
  void theValueThatMakesTwoRoutesEqualIsTheInterfaces() throws Exception {
    String path = "pathways/foster-ifa/legs/3/fee";
    HttpResponse<String> solved =
        Served.postJson(
            "/api/scenarios/solve",
            "application/json",
            """
                        {"templates": ["residential", "foster-ifa"], "child": {"ageAtStart": 12, "start": "2025-04-01"},
                         "path": "%s", "low": 0, "high": 20000}
                        """
                .formatted(path));
    String page =
        "/what-if/equal?pathways=residential,foster-ifa&ageAtStart=12&start=2025-04-01&do=solve&path="
            + path;
    String answer = Served.get(page + "&low=0&high=20000").body();
    assertThat(answer).contains(JSON.readTree(solved.body()).at("/sentence").asText());
    // The nearest and its neighbour: each difference leads to a page that says the same.
    var links =
        Pattern.compile("href=\"(/what-if/why[^\"]*)\">([^<]*)</a>")
            .matcher(answer)
            .results()
            .toList();
    assertThat(links).hasSize(2);
    links.forEach(
        link ->
            assertThat(Served.get(link.group(1).replace("&amp;", "&")).body())
                .containsPattern(": " + Pattern.quote(link.group(2)) + "</h1>"));
    HttpResponse<String> none = Served.get(page + "&low=0&high=1");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("is the dearer at both ends");
    assertThat(Served.get(page + "&low=&high=much").body())
        .contains("href=\"#low\"", "href=\"#high\"");
  }

  private static String change(String operation, String value, String reason) {
    return URLEncoder.encode(
        String.join("|", SALARY, operation, value, reason), StandardCharsets.UTF_8);
  }

  private static JsonNode interfaceAnswer(String operation, String value, String reason)
      throws IOException {
    return JSON.readTree(
        Served.postJson(
                "/api/scenarios/calculate",
                "application/json",
                """
                        {"name": "Trial", "templates": ["foster-ifa", "adoption"],
                         "child": {"ageAtStart": 2, "start": "2025-04-01", "horizon": "36-months"},
                         "changes": [{"path": "%s", "operation": "%s", "value": %s, "reason": "%s"}]}
                        """
                    .formatted(SALARY, operation, value, reason))
            .body());
  }

  private static BigDecimal sum(String csv, String column) {
    try (var rows =
        de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv.substring(1))) {
      return rows.stream()
          .map(r -> new BigDecimal(r.getField(column)))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String pounds(JsonNode amount) {
    return "£" + String.format(Locale.UK, "%,.2f", amount.decimalValue());
  }
}
