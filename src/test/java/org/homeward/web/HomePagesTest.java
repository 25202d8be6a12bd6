package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * In-house homes on their page, by forms without script. Oak House: four beds at 80 % of nights,
 * six family support workers, £100 a day, £21,000 over two years at 10 %: £442,421.23 ÷ 1,168.8
 * nights.
 */
class HomePagesTest {

  private static final String PATH = "homes/residential/by-oak-house/2025-04-01";

  private static String draft(String name) {
    return Served.location(
        Served.post(
            "/cost-books",
            Map.of(
                "copyOf", "england-illustrative-1",
                "name", name,
                "by", "finance officer",
                "reason", "our own home")));
  }

  /** Rows may be left empty anywhere. */
  private static Map<String, String> oakHouse(int edition) {
    Map<String, String> form = new HashMap<>();
    form.put("edition", "" + edition);
    form.put("placement", "residential");
    form.put("name", "Oak House");
    form.put("from-day", "1");
    form.put("from-month", "4");
    form.put("from-year", "2025");
    form.put("beds", "4");
    form.put("occupancy", "80");
    form.put("posts-0-role", "");
    form.put("posts-2-role", "family-support-worker");
    form.put("posts-2-name", "Care workers");
    form.put("posts-2-fte", "6");
    form.put("running-0-name", "Food and heating");
    form.put("running-0-amount", "£100");
    form.put("running-0-per", "day");
    form.put("running-0-illustrative", "yes");
    form.put("running-1-per", "year");
    form.put("capital-1-name", "Minibus");
    form.put("capital-1-value", "21,000");
    form.put("capital-1-years", "2");
    form.put("capital-1-rate", "10");
    form.put("payer", "social-care");
    form.put("source", "Budget of Oak House");
    form.put("by", "finance officer");
    form.put("reason", "our own home");
    return form;
  }

  private static String value(HttpResponse<String> page, String field) {
    Matcher input = Pattern.compile("<input[^>]* id=\"" + field + "\"[^>]*>").matcher(page.body());
    assertThat(input.find()).as(field).isTrue();
    return input.group().replaceAll(".* value=\"([^\"]*)\".*", "$1");
  }

  @Test
  void aBookWithoutAHomeSaysSoAndLeadsThere() {
    assertThat(Served.get("/cost-books/england-illustrative-1").body())
        .contains("href=\"/cost-books/england-illustrative-1/in-house\"");
    HttpResponse<String> page = Served.get("/cost-books/england-illustrative-1/in-house");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("There is none in this book.")
        .doesNotContain("<form method=\"post\"");
    assertThat(Served.get("/cost-books/england-illustrative-1/in-house?home=none").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aHomeIsTypedShownExplainedAndChanged() {
    String book = draft("Typed homes");
    HttpResponse<String> loaded = Served.post(book + "/in-house", oakHouse(1));
    assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
    assertThat(loaded.body()).contains("£378.53");

    HttpResponse<String> page = Served.get(book + "/in-house");
    assertThat(page.body())
        .contains("£442,421.23", "1,168.8", "£2,649.68", "£393,796.23", "£36,525.00", "£12,100.00")
        .contains("Family support worker", "Budget of Oak House");
    List<String> whys =
        Pattern.compile("href=\"(/why/figure[^\"]*)\"")
            .matcher(page.body())
            .results()
            .map(m -> Served.get(m.group(1).replace("&amp;", "&")))
            .map(w -> w.statusCode() + w.body())
            .toList();
    assertThat(whys)
        .hasSize(9) // a year, used nights, a night, a week; a post; each part a year, and in all
        .allMatch(w -> w.startsWith("200") && w.contains("Employer pension"));
    assertThat(whys.get(3)).contains("<h1", "£2,649.68 a week");
    assertThat(whys.get(0))
        .contains("What the home costs a year", "the yearly sum that pays it off");

    HttpResponse<String> typed = Served.get(book + "/in-house?home=" + PATH);
    assertThat(value(typed, "occupancy")).isEqualTo("80");
    assertThat(value(typed, "posts-0-fte")).isEqualTo("6");
    assertThat(value(typed, "running-0-priceYear")).isEqualTo("2025-26");
    assertThat(value(typed, "capital-0-rate")).isEqualTo("10");
    assertThat(typed.body())
        .containsPattern("<option value=\"family-support-worker\" selected[^>]*>")
        .containsPattern("id=\"running-0-illustrative\"[^>]* checked");

    Map<String, String> five = oakHouse(2);
    five.put("posts-2-fte", "5");
    assertThat(Served.post(book + "/in-house", five).statusCode()).isEqualTo(200);
    assertThat(Served.get(book + "/in-house").body())
        .contains("£2,256.60")
        .doesNotContain("£2,649.68");
    HttpResponse<String> late = Served.post(book + "/in-house", five);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Posts: Care workers, home for residential care, Oak House");
  }

  @Test
  void whatIsWrongIsToldAtItsFieldAllAtOnceAndWhatWasTypedStays() {
    String book = draft("Refused homes");
    Map<String, String> form = oakHouse(1);
    form.put("from-month", "13");
    form.put("beds", "many");
    form.put("occupancy", "120");
    form.put("posts-2-fte", "six");
    form.put("posts-3-fte", "1");
    form.put("running-0-amount", "-5");
    form.put("capital-1-years", "2.5");
    form.put("capital-1-rate", "900");
    form.put("by", "");
    HttpResponse<String> refused = Served.post(book + "/in-house", form);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(
            Pattern.compile("id=\"([\\w-]+)-error\"")
                .matcher(refused.body())
                .results()
                .map(m -> m.group(1)))
        .containsExactlyInAnyOrder(
            "from",
            "beds",
            "occupancy",
            "posts-2-fte",
            "posts-3-role",
            "running-0-amount",
            "capital-1-years",
            "capital-1-rate",
            "by");
    assertThat(refused.body()).contains("Error: In-house homes", "href=\"#posts-3-role\"");
    assertThat(value(refused, "posts-2-fte")).isEqualTo("six");
    assertThat(Served.get(book + "/in-house").body()).contains("There is none in this book.");
    HttpResponse<String> empty =
        Served.post(book + "/in-house", Map.of("edition", "1", "placement", "residential"));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("The home has no cost.", "id=\"beds-error\"");
  }

  @Test
  void aHomeWhoseDaysOverlapThoseOfAnotherIsToldByFileLineAndColumn() {
    String book = draft("Overlapping homes");
    assertThat(Served.post(book + "/in-house", oakHouse(1)).statusCode()).isEqualTo(200);
    Map<String, String> earlier = oakHouse(2);
    earlier.put("from-year", "2024");
    earlier.put("to-day", "1");
    earlier.put("to-month", "5");
    earlier.put("to-year", "2025");
    HttpResponse<String> refused = Served.post(book + "/in-house", earlier);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("catalogue/homes.csv: line 3, column from_date", "their days overlap");
  }

  /** Nobody works there, and nothing is divided by them. */
  @Test
  void aHomeWhosePostsAreEmptyIsStillShown() {
    String book = draft("Empty posts");
    assertThat(Served.post(book + "/in-house", oakHouse(1)).statusCode()).isEqualTo(200);
    Served.location(
        Served.post(
            book + "/parameter",
            Map.of(
                "edition", "2",
                "path", PATH + "/staffing/care-workers/posts",
                "value", "0",
                "illustrative", "false",
                "by", "finance officer",
                "reason", "closed")));
    HttpResponse<String> page = Served.get(book + "/in-house");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("£65,632.70", "£48,625.00"); // running cost and capital alone
  }

  @Test
  void moreRowsAreShownWithWhatWasTyped() {
    Map<String, String> form = oakHouse(1);
    form.put("do", "more");
    HttpResponse<String> page = Served.post(draft("More rows") + "/in-house", form);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(value(page, "posts-2-fte")).isEqualTo("6");
    assertThat(page.body()).contains("id=\"posts-5-fte\"").doesNotContain("id=\"posts-6-fte\"");
    form.put("posts-5-fte", "");
    assertThat(Served.post(draft("Yet more rows") + "/in-house", form).body())
        .contains("id=\"posts-8-fte\"");
    assertThat(page.body()).doesNotContain("govuk-error-summary");
  }
}
