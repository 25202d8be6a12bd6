package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as they are sent. */
class PagesTest {

  private static final String CASE =
      "pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=age-18";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?" + CASE,
        "/why?pathway=adoption&" + CASE,
        "/processes",
        "/processes/review",
        "/journeys",
        "/what-if",
        "/what-if/equal",
        "/cost-books",
        "/cost-books/england-illustrative-1",
        "/cost-books/england-illustrative-1/in-house",
        "/cost-books/england-illustrative-1/variations",
        "/cost-books/england-illustrative-1/parameters",
        "/cost-books/england-illustrative-1/parameter?path=staff-costs/social-worker/2025-26/salary",
        "/cohorts"
      })
  void aPageRunsNoScriptButTheProgramsOwnAndAsksNoOtherHost(String address) {
    HttpResponse<String> page = Served.get(address);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe")
        .doesNotContain("http");
    assertThat(page.body()).doesNotContain(" style=");
    assertThat(Pattern.compile("<script[^>]*>(?!</script>)").matcher(page.body()).find()).isFalse();
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page.body());
    assertThat(links.results().map(m -> m.group(1)).toList())
        .isNotEmpty()
        .allMatch(l -> l.startsWith("#") || (l.startsWith("/") && !l.startsWith("//")));
  }

  /** As GOV.UK Frontend asks of a link that looks like a button: its script presses it by space. */
  @Test
  void aLinkThatLooksLikeAButtonIsOne() throws IOException {
    List<String> links = new ArrayList<>();
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        Pattern.compile("<a [^>]*class=\"govuk-button[^>]*>")
            .matcher(Files.readString(template))
            .results()
            .forEach(m -> links.add(m.group()));
      }
    }
    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            l ->
                assertThat(l)
                    .contains(
                        "role=\"button\"", "draggable=\"false\"", "data-module=\"govuk-button\""));
  }

  @Test
  void theTypefaceAndCrestThatAreNotForUsAreNotNamed() {
    String styles = Served.get("/pages/govuk-frontend.css").body();
    assertThat(styles)
        .contains(".govuk-button", "font-family:\"Helvetica Neue\"")
        .doesNotContain("GDS Transport")
        .doesNotContain("@font-face")
        .doesNotContain("/fonts/", "crest", "url(/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets/fonts/bold-b542beb274-v2.woff2",
        "assets/fonts/light-94a07e06a1-v2.woff2",
        "assets/images/govuk-crest.svg",
        "assets/images/favicon.svg",
        "assets/rebrand/images/govuk-crest.svg",
        "assets/rebrand/images/govuk-icon-180.png",
        "macros/logo.njk"
      })
  void whatIsForGovUkAloneIsNotServed(String file) {
    String folder = "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    assertThat(getClass().getClassLoader().getResource(folder + file))
        .as("it is there")
        .isNotNull();
    for (String root :
        List.of("/govuk/", "/pages/", "/", "/webjars/govuk-frontend/5.14.0/dist/govuk/")) {
      assertThat(Served.get(root + file).statusCode()).as(root + file).isEqualTo(404);
    }
  }

  @Test
  void theFirstPageWithAllThatItAsksForIsSmallOverTheWire() {
    String page = Served.get("/").body();
    List<String> parts =
        Pattern.compile("(?:stylesheet\" href|icon\" href|src)=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(ArrayList::new));
    Pattern.compile("from '([^']*)'")
        .matcher(Served.get("/pages/homeward.js").body())
        .results()
        .forEach(m -> parts.add(m.group(1)));
    assertThat(parts).contains("/pages/govuk-frontend.css", "/pages/govuk-frontend.js");
    int bytes = wire("/") + parts.stream().mapToInt(PagesTest::wire).sum();
    assertThat(bytes).isBetween(20_000, 200_000);
  }

  /** How long the answer to a browser is, which takes it compressed. */
  private static int wire(String address) {
    return Served.send(
            Served.to(address).header("Accept-Encoding", "gzip"),
            HttpResponse.BodyHandlers.ofByteArray())
        .body()
        .length;
  }

  @Test
  void aTableCanBeHadAsCsvWithPlainNumbersAndAsAWorkbook() throws Exception {
    String page = Served.get("/processes").body();
    assertThat(page)
        .contains("href=\"/processes?download=looked-after.csv\"")
        .contains("href=\"/processes?download=looked-after.xlsx\"");
    JsonNode review = JSON.readTree(Served.get("/api/processes/review").body());
    HttpResponse<String> csv = Served.get("/processes?download=looked-after.csv");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"homeward-looked-after.csv\"");
    assertThat(csv.body())
        .startsWith("\uFEFFProcess,When it happens,Working days,Cost,For\r\n")
        .contains(
            ",26,"
                + review.at("/unitCost/amount").decimalValue()
                + ",each time\r\n"); // 10 + 1 + 5 + 10
    try (var book =
        new org.dhatim.fastexcel.reader.ReadableWorkbook(
            new java.io.ByteArrayInputStream(bytes("/processes?download=looked-after.xlsx")))) {
      assertThat(book.getFirstSheet().read())
          .anySatisfy(
              row -> {
                assertThat(row.getCellText(0)).isEqualTo("Review");
                assertThat(row.getCellAsNumber(3).orElseThrow())
                    .isEqualByComparingTo(review.at("/unitCost/amount").decimalValue());
              });
    }
    assertThat(Served.get("/processes?download=nothing.csv").statusCode()).isEqualTo(400);
  }

  @Test
  void aProcessAddsUpByTaskByRoleAndByLine() throws Exception {
    JsonNode review = JSON.readTree(Served.get("/api/processes/review").body());
    BigDecimal cost = review.at("/unitCost/amount").decimalValue();
    for (String table : List.of("tasks", "roles", "lines")) {
      String csv = Served.get("/processes/review?download=" + table + ".csv").body().substring(1);
      BigDecimal sum;
      try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv)) {
        sum =
            rows.stream()
                .filter(r -> !r.getField(0).equals("All roles"))
                .map(r -> new BigDecimal(r.getField("Cost")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
      }
      assertThat(sum).as(table).isEqualByComparingTo(cost);
    }
    String page = Served.get("/processes/review").body();
    assertThat(page)
        .contains(
            "Critical path", review.at("/criticalPathWorkingDays").asText() + " working days: ")
        .contains("After care start: after 20 working days, then 3 months, then every 6 months");
    for (JsonNode variation : review.at("/variations")) {
      assertThat(page).contains(variation.at("/name").asText());
    }
  }

  @Test
  void theInterfaceDrawsTheChartsOfThePage() {
    String page = Served.get("/?" + CASE).body();
    String lines = svg("/api/comparisons?" + CASE);
    assertThat(lines).startsWith("<svg").contains("Long-term foster care, in-house comes to £");
    assertThat(page).contains(path(lines));
    assertThat(svg("/api/comparisons?" + CASE + "&chart=components"))
        .contains("Long-term foster care, in-house: Placement £");
    assertThat(Served.get("/api/comparisons?" + CASE + "&chart=cake").statusCode()).isEqualTo(400);
  }

  /** The line of the first pathway. */
  private static String path(String svg) {
    Matcher path =
        Pattern.compile("data-of=\"0\".*?<path d=\"([^\"]*)\"", Pattern.DOTALL).matcher(svg);
    assertThat(path.find()).isTrue();
    return path.group(1);
  }

  private static String svg(String address) {
    return Served.send(Served.to(address).header("Accept", "image/svg+xml")).body();
  }

  @Test
  void whatTheServiceRefusesOnItsOwnIsToldToABrowserAsAPage() {
    HttpResponse<String> missing = Served.get("/no/such/page");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is nothing at this address.", "<h1");
  }

  @Test
  void thePageShowsThePoundsThatTheApiAnswers() throws Exception {
    JsonNode answer =
        JSON.readTree(Served.get("/api/comparisons?" + CASE).body()).at("/pathways/1");
    String page = Served.get("/?" + CASE).body();
    assertThat(page)
        .contains(pounds(answer.at("/total").decimalValue()))
        .contains("−" + pounds(answer.at("/difference").decimalValue().negate()))
        .contains(pounds(answer.at("/byComponent/case-management").decimalValue()));
  }

  @Test
  void theAnswerSaysFromWhichMonthOnWhatIsTakenForGrantedAndWhatIsIllustrative() throws Exception {
    JsonNode even =
        JSON.readTree(Served.get("/api/comparisons?" + CASE).body()).at("/breakEvens/0");
    assertThat(even.at("/cheaper").asText()).isEqualTo("adoption");
    String page = Served.get("/?" + CASE).body();
    assertThat(page)
        .containsPattern(
            "Adoption by the authority’s own adopters costs £[0-9,]+ less than long-term foster"
                + " care, in-house to the 18th birthday; it is the cheaper from month "
                + even.at("/month").asInt()
                + " on\\.</p>");
    for (String list : List.of("assumptions", "illustrative")) {
      assertThat(page.substring(page.indexOf("id=\"" + list + "\"")))
          .as(list)
          .containsPattern("^[^>]*>[^<]+</h2>\\s*<ul[^>]*>\\s*<li>\\S");
    }
  }

  @Test
  void whyAddsUpToTheTotalOfTheComparison() throws Exception {
    JsonNode answer =
        JSON.readTree(Served.get("/api/comparisons?" + CASE).body()).at("/pathways/1");
    String why = Served.get("/why?pathway=adoption&" + CASE).body();
    assertThat(why).contains("costs " + pounds(answer.at("/total").decimalValue()));
    List<BigDecimal> items =
        Pattern.compile("summary-text\">[^<]*: £([0-9,]+\\.[0-9]{2})<")
            .matcher(why)
            .results()
            .map(m -> new BigDecimal(m.group(1).replace(",", "")))
            .toList();
    assertThat(items).hasSizeGreaterThan(10);
    assertThat(items.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(answer.at("/total").decimalValue());
  }

  @Test
  void everyFigureOfAComparisonLeadsToAPageThatSaysTheSameFigure() {
    List<String[]> figures =
        Pattern.compile("href=\"(/why[^\"]*)\">([^<]*)</a>")
            .matcher(Served.get("/?" + CASE + "&weeksInYear=52").body())
            .results()
            .map(m -> new String[] {m.group(1).replace("&amp;", "&"), m.group(2)})
            .filter(f -> f[1].matches("[−£0-9,.]+"))
            .toList();
    // Two routes: components, totals, 16 years, roles; and a table has several of each.
    assertThat(figures).hasSizeGreaterThan(70);
    for (String kind :
        List.of(
            "hours",
            "difference",
            "hours%2Fsocial-worker",
            "discounted",
            "nominal",
            "a-week",
            "a-year",
            "spent%2F12")) {
      assertThat(figures).as(kind).anyMatch(f -> f[0].endsWith("figure=" + kind));
    }
    for (String[] figure : figures) {
      assertThat(Served.get(figure[0].replaceFirst("#.*", "")).body())
          .as(figure[0])
          .containsPattern(
              "(: |costs |>)" + Pattern.quote(figure[1].replaceFirst("\\.0$", "")) + "[ <]");
    }
  }

  @Test
  void costBookAndEstimateSetAreChosenByNameAndTheAddressHoldsThem() {
    String page = Served.get("/?" + CASE).body();
    assertThat(page)
        .contains("<option value=\"england-illustrative-1\">England, illustrative (")
        .contains("id=\"estimateSet\"");
    String chosen =
        Served.get("/?" + CASE + "&catalogue=england-illustrative-1&estimateSet=shipped").body();
    assertThat(chosen)
        .contains("<option value=\"england-illustrative-1\" selected>")
        .contains("<option value=\"shipped\" selected>")
        .contains("catalogue=england-illustrative-1&amp;estimateSet=shipped&amp;pathway=adoption");
    // It is the book in force, and its own minutes: the figures are the same.
    assertThat(figures(chosen)).isEqualTo(figures(page));
    HttpResponse<String> unknown = Served.get("/?" + CASE + "&estimateSet=nobody");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("href=\"#estimateSet\"");
  }

  @Test
  void aFigureThatThereIsNotIsSaidOnAPage() {
    assertThat(Served.get("/why?pathway=adoption&figure=luck&" + CASE).body())
        .contains("There is no such figure of a route.");
    assertThat(Served.get("/why?pathway=adoption&figure=hours/nobody&" + CASE).statusCode())
        .isEqualTo(404);
  }

  @Test
  void everyFieldThatCannotBeUsedIsNamedAtOnceAndWhatWasTypedIsKept() {
    HttpResponse<String> refused =
        Served.get("/?pathways=adoption&ageAtStart=two&start=soon&horizon=age-18");
    assertThat(refused.statusCode()).isEqualTo(400);
    String page = refused.body();
    assertThat(page)
        .contains("href=\"#ageAtStart\"")
        .contains("href=\"#start\"")
        .contains("value=\"two\"")
        .contains("value=\"soon\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/processes/nothing", "/why?pathway=nothing&" + CASE})
  void whatThereIsNotIsSaidOnAPage(String address) {
    HttpResponse<String> missing = Served.get(address);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is a problem");
  }

  @Test
  void whatIsTypedIsShownAsTextAndNeverAsMarkUp() {
    HttpResponse<String> refused =
        Served.get("/?pathways=adoption&ageAtStart=%22%3E%3Cb%3E&start=2025-04-01");
    assertThat(refused.body()).doesNotContain("\"><b>");
  }

  @Test
  void anAnswerNamesTheVersionThatGaveItAndItsAddressGivesItAgain() throws IOException {
    String page = Served.get("/?" + CASE).body();
    String hash = JSON.readTree(Served.get("/api/catalogue").body()).at("/catalogue").asText();
    assertThat(hash).isNotEmpty();
    assertThat(page).contains(hash.substring(0, 12)).contains("catalogue=" + hash);
    assertThat(figures(Served.get("/?" + CASE + "&catalogue=" + hash).body()))
        .isEqualTo(figures(page));
    assertThat(Served.get("/?" + CASE + "&catalogue=00000000").statusCode()).isEqualTo(400);
  }

  /** The answer of a page, without the addresses that it leads to. */
  private static String figures(String page) {
    return page.substring(page.indexOf("id=\"answer\""), page.indexOf("Go on from here"))
        .replaceAll("href=\"[^\"]*\"", "");
  }

  private static String pounds(BigDecimal amount) {
    return "£" + String.format(Locale.UK, "%,.2f", amount);
  }

  private static byte[] bytes(String address) {
    return Served.get(address, HttpResponse.BodyHandlers.ofByteArray()).body();
  }
}
