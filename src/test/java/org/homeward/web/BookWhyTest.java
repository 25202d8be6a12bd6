package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Figures of cost books lead to pages that say the same figure and tell it down to its inputs. */
class BookWhyTest {

  private static final Pattern FIGURE = Pattern.compile("href=\"(/why/figure[^\"]*)\">([^<]*)</a>");

  /** What leads to why on a page: addresses, each with the figure that it stands behind. */
  private static Map<String, String> figures(String page) {
    HttpResponse<String> answer = Served.get(page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    Map<String, String> figures = new LinkedHashMap<>();
    FIGURE
        .matcher(answer.body())
        .results()
        .forEach(m -> figures.putIfAbsent(m.group(1).replace("&amp;", "&"), m.group(2).strip()));
    return figures;
  }

  private static void assertEachIsTold(Map<String, String> figures) {
    figures.forEach(
        (address, figure) -> {
          HttpResponse<String> why = Served.get(address);
          assertThat(why.statusCode()).as(address).isEqualTo(200);
          Matcher heading =
              Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL).matcher(why.body());
          assertThat(heading.find()).isTrue();
          String said = heading.group(1).replaceAll("^.*</span>", "").strip();
          if (figure.contains("£")) {
            assertThat(said.replaceFirst(" (a|an|in) [a-z ]+$", ""))
                .as(address)
                .endsWith(": " + figure.replaceFirst(" .*", ""));
          } else {
            double minutes = Double.parseDouble(figure.replace("−", "-").replace(",", ""));
            assertThat(minutes(said)).as(address + said).isBetween(minutes - 0.51, minutes + 0.51);
          }
        });
  }

  /** Of {@code 4 h 10 min}. */
  private static double minutes(String said) {
    Matcher time = Pattern.compile(": (−?)(?:([\\d,]+) h ?)?(?:([\\d.]+) min)?$").matcher(said);
    assertThat(time.find()).as(said).isTrue();
    double hours = time.group(2) == null ? 0 : Double.parseDouble(time.group(2).replace(",", ""));
    double rest = time.group(3) == null ? 0 : Double.parseDouble(time.group(3));
    return (time.group(1).isEmpty() ? 1 : -1) * (60 * hours + rest);
  }

  private static boolean has(Map<String, String> figures, String part) {
    return figures.keySet().stream().anyMatch(a -> a.contains(part));
  }

  @Test
  void everyUnitCostOfTheListLeadsToItsWorking() {
    Map<String, String> figures = figures("/processes");
    assertThat(figures).hasSizeGreaterThan(20); // 26 processes ship
    assertEachIsTold(figures);
  }

  @Test
  void theFiguresOfAProcessLeadToMinutesHoursAndVariations() {
    Map<String, String> figures = figures("/processes/review");
    for (String kind :
        List.of("figure=unit-cost", "figure=minutes", "figure=hourly-cost", "other-figure=")) {
      assertThat(has(figures, kind)).as(kind).isTrue();
    }
    Map<String, String> whole = new LinkedHashMap<>(figures);
    // The same address stands behind the whole and behind each role and line, whose figures it
    // tells.
    whole.keySet().removeIf(a -> a.matches(".*figure=minutes.*"));
    assertEachIsTold(whole);
    String why = Served.get("/why/figure?figure=unit-cost/review").body();
    assertThat(why).contains("Minutes of Social worker", "Salary", "42,708", "answers");
    String page = Served.get("/processes/review").body();
    assertThat(page).contains("href=\"#lines\"");
  }

  @Test
  void bothSetsAndTheirDifferenceLeadToWhy() {
    Map<String, String> figures = figures("/time-data/compare-sets");
    assertThat(has(figures, "figure=minutes")).isTrue();
    assertThat(has(figures, "other-set=shipped")).isTrue();
    assertEachIsTold(everyFifth(figures));
  }

  @Test
  void booksSideBySideAndWhatDiffersLeadToWhy() {
    String book =
        Served.location(
            Served.post(
                "/cost-books",
                Map.of(
                    "copyOf", "england-illustrative-1",
                    "name", "Whyshire",
                    "by", "finance",
                    "reason", "trial")));
    Served.location(
        Served.post(
            book + "/parameter",
            Map.of(
                "edition", "1",
                "path", "staff-costs/social-worker/2025-26/salary",
                "value", "50000",
                "illustrative", "false",
                "by", "finance",
                "reason", "pay award")));
    Map<String, String> diff = figures(book + "/diff?other=england-illustrative-1");
    assertThat(has(diff, "other-book=england-illustrative-1")).isTrue();
    assertEachIsTold(diff);
    Map<String, String> beside =
        figures(
            "/cost-books/england-illustrative-1/variations?others="
                + book.replaceAll(".*/", "")
                + "&ages=9&pathways=foster-in-house&pathways=residential");
    for (String kind : List.of("unit-cost", "hourly-cost", "week", "route")) {
      assertThat(has(beside, "figure=" + kind)).as(kind).isTrue();
      assertThat(has(beside, "other-figure=" + kind)).as(kind).isEqualTo(!kind.equals("week"));
    }
    assertEachIsTold(everyFifth(beside)); // each makes two books
  }

  /** The salary of one book, the minutes and fees of the other: parts of three factors. */
  @Test
  void thePartsOfADifferenceByFactorLeadToWhy() {
    String book =
        Served.location(
            Served.post(
                "/cost-books",
                Map.of(
                    "copyOf", "england-illustrative-1",
                    "name", "Partshire",
                    "by", "finance",
                    "reason", "trial")));
    List<String> changes =
        List.of(
            "staff-costs/social-worker/2025-26/salary=50000",
            "processes/review/tasks/invite/times=3",
            "fees/foster/in-house/any-area/any-age/2024-04-01/amount=700");
    for (int i = 0; i < changes.size(); i++) {
      String[] change = changes.get(i).split("=", -1);
      Served.location(
          Served.post(
              book + "/parameter",
              Map.of(
                  "edition",
                  Integer.toString(i + 1),
                  "path",
                  change[0],
                  "value",
                  change[1],
                  "illustrative",
                  "false",
                  "by",
                  "finance",
                  "reason",
                  "our own")));
    }
    Map<String, String> beside =
        figures(
            "/cost-books/england-illustrative-1/variations?others="
                + book.replaceAll(".*/", "")
                + "&ages=9&pathways=foster-in-house");
    Map<String, String> parts = new LinkedHashMap<>();
    beside.forEach(
        (address, figure) -> {
          if (address.contains("figure=part%2F")) {
            parts.put(address, figure);
          }
        });
    assertThat(has(parts, "figure=part%2Fsalary%2Froute")).isTrue();
    assertThat(has(parts, "figure=part%2Fsalary%2Funit-cost")).isTrue();
    assertThat(has(parts, "figure=part%2Ffees%2Froute")).isTrue();
    assertEachIsTold(parts);
  }

  private static Map<String, String> everyFifth(Map<String, String> figures) {
    Map<String, String> some = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, String> figure : figures.entrySet()) {
      if (i++ % 5 == 0) {
        some.put(figure.getKey(), figure.getValue());
      }
    }
    return some;
  }

  @Test
  void whatThereIsNotIsSaid() {
    for (String figure :
        List.of(
            "",
            "unit-cost/nothing",
            "unit-cost/review%2Bnothing",
            "hourly-cost/nobody",
            "week/foster/agency/any/nine/2025-04-01",
            "week/foster",
            "route/adoption/9")) {
      HttpResponse<String> none = Served.get("/why/figure?figure=" + figure);
      assertThat(none.statusCode()).as(figure).isIn(400, 404);
      assertThat(none.body()).contains("There is a problem");
    }
    assertThat(Served.get("/why/figure?figure=unit-cost/review&book=nothing").statusCode())
        .isIn(400, 404);
  }
}
