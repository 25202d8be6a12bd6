package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks why of a figure is told in plain English what kind of figure it is. */
class WhyWordsTest {

  private static final String WHY =
      "/why?pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=24-months"
          + "&pathway=adoption&figure=";

  /** The kinds are asked of the service, so that a new one cannot be forgotten here. */
  @Test
  void everyKindOfFigureOfARouteIsToldInWordsOfItsOwn() {
    Matcher listed =
        Pattern.compile("Use (hours, hours/ROLE, [^<]*)\\.")
            .matcher(Served.get(WHY + "luck").body());
    assertThat(listed.find()).isTrue();
    List<String> kinds = new ArrayList<>(List.of(listed.group(1).split(", ")));
    kinds.add("difference");
    Map<String, String> told = new LinkedHashMap<>();
    for (String kind : kinds) {
      String figure =
          kind.replace("ROLE", "social-worker")
              .replace("MONTH", "12")
              .replace("COMPONENT", "case-management")
              .replace("ITEM", "review")
              .replace("PAYER", "social-care");
      told.put(kind, plain(Served.get(WHY + figure).body()));
    }
    assertThat(told).hasSizeGreaterThan(10);
    assertThat(told.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit-cost/review",
        "minutes/review",
        "hourly-cost/social-worker",
        "week/residential/agency/in-area/12/2025-04-01"
      })
  void everyKindOfFigureOfACostBookIsToldInWords(String figure) {
    plain(Served.get("/why/figure?figure=" + figure).body());
  }

  @Test
  void whatIsBetweenTwoFiguresSaysThatItIsADifference() {
    assertThat(
            plain(
                Served.get(
                        "/why/figure?figure=unit-cost/review%2Bfirst-review&other-figure=unit-cost/review")
                    .body()))
        .startsWith("What a process costs each time")
        .endsWith("in one case than in the other.");
  }

  /** What is said of a figure: sentences without codes, paths and signs of calculation. */
  private static String plain(String page) {
    Matcher words =
        Pattern.compile(
                "<p class=\"govuk-body-l\">[^<]*</p>\\s*<p class=\"govuk-body\">([^<]*)</p>")
            .matcher(page);
    assertThat(words.find()).as(page).isTrue();
    assertThat(words.group(1))
        .matches("[A-Z].*\\.")
        .doesNotContainPattern("[a-z]-[a-z]+-|[/_=×÷]|[a-z][A-Z]");
    assertThat(words.group(1).split(" ")).hasSizeBetween(10, 50);
    return words.group(1);
  }

  /** 729 h 22 min ÷ 60 would be twelve hours to most readers. */
  @ParameterizedTest
  @CsvSource({"hours", "hours/social-worker"})
  void timeThatIsDividedIsToldInTheUnitThatIsDivided(String figure) {
    Matcher sentence =
        Pattern.compile(
                ": ([0-9,.]+) hours = ([0-9,]+) min \\([^)]*\\) ÷ 60 \\(Minutes in an hour\\)\\.")
            .matcher(Served.get(WHY + figure).body());
    assertThat(sentence.find()).isTrue();
    double hours = Double.parseDouble(sentence.group(1).replace(",", ""));
    double minutes = Double.parseDouble(sentence.group(2).replace(",", ""));
    assertThat(minutes / 60).isBetween(hours - 0.06, hours + 0.06);
  }
}
