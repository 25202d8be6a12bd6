package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, and for the states that it can be in: a new one is a line here. */
class EveryPageBrowserTest {

  static final String CASE =
      "pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=age-18";

  /**
   * Why a figure of many years is so has thousands of parts; of half a year it has the same kinds.
   */
  private static final String HALF_A_YEAR =
      "pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=6-months";

  private static final String EQUAL =
      "pathways=residential,foster-ifa&ageAtStart=12&start=2025-04-01&horizon=age-18&do=solve"
          + "&path=pathways/foster-ifa/legs/3/fee";

  private static final String CHANGE =
      "staff-costs/social-worker/2025-26/salary%7Cmultiply%7C1.1%7CPay+award";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?" + CASE + "&needs=disability&area=out-of-area&weeksInYear=52",
        "/?pathways=residential&ageAtStart=14&start=2025-04-01&horizon=age-21",
        "/?ageAtStart=two&start-day=31&start-month=2&start-year=2025",
        "/why?pathway=adoption&" + HALF_A_YEAR,
        "/why?pathway=nothing&" + CASE,
        "/why?pathway=adoption&figure=hours&" + HALF_A_YEAR,
        "/why?pathway=adoption&figure=nominal&" + HALF_A_YEAR,
        "/processes",
        "/processes/review",
        "/time-data",
        "/time-data/answers?process=review",
        "/time-data/load",
        "/time-data/surveys/event-records-2025",
        "/time-data/surveys/focus-groups-2025/exclude",
        "/time-data/new-set",
        "/time-data/compare-sets",
        "/cohorts",
        "/journeys",
        "/journeys?months=four-weeks",
        "/journeys?months=calendar&actual=%7Csoon%7Cweeks%7C-5%7Cweek",
        "/what-if",
        "/what-if?" + CASE + "&search=social+worker&change=" + CHANGE,
        "/what-if?" + CASE + "&change=nothing%7Cset%7Cmuch%7C",
        "/what-if/why?pathway=adoption&" + HALF_A_YEAR + "&change=" + CHANGE,
        "/what-if/why?pathway=adoption&figure=change/payer/social-care&"
            + HALF_A_YEAR
            + "&change="
            + CHANGE,
        "/what-if/equal",
        "/what-if/equal?" + CASE + "&search=no+such+number&do=solve",
        "/what-if/saved/nothing",
        "/cost-books",
        "/cost-books/england-illustrative-1",
        "/cost-books/england-illustrative-1/in-house",
        "/cost-books/england-illustrative-1/variations",
        "/cost-books/england-illustrative-1/parameters?search=fee",
        "/cost-books/england-illustrative-1/parameter?path=staff-costs/social-worker/2025-26/salary",
        "/cost-books/england-illustrative-1/diff?other=england-illustrative-1",
        "/cohorts/nothing/why?figure=total",
        "/?pathways=foster-in-house,foster-ifa,residential,adoption,special-guardianship&ageAtStart=2&start=2025-04-01&horizon=24-months",
        "/?estimateSet=nobody&" + CASE,
        "/processes?download=nothing.csv",
        "/processes/nothing",
        "/processes/supervise-foster-carer",
        "/why/figure?figure=unit-cost/review",
        "/why/figure?figure=unit-cost/review%2Bfirst-review&other-figure=unit-cost/review",
        "/why/figure?figure=nothing",
        "/time-data/surveys/nothing",
        "/time-data/answers?process=nothing",
        "/time-data/loads/nothing",
        "/time-data/compare-sets?first=nothing",
        "/journeys/report?months=calendar",
        "/what-if?" + CASE + "&search=no+such+number",
        "/what-if/equal?" + EQUAL + "&low=0&high=20000",
        "/what-if/equal?" + EQUAL + "&low=0&high=1",
        "/cost-books/nothing",
        "/cost-books/england-illustrative-1/parameter?path=nothing",
        "/cost-books/england-illustrative-1/parameters?search=no+such+words",
        "/cost-books/england-illustrative-1/variations?others=england-illustrative-1&ages=two",
        "/cohorts/nothing",
        "/no/such/page"
      })
  void aPageHasNoFaultOfAccessNoErrorAndAsksNoOtherHost(String address) {
    Site.visitBeforeScript(
        address,
        page -> {
          Site.assertGoodEverywhere(page);
          Site.assertPrints(page);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "/cost-books, form[action='/cost-books'] button",
    "/cohorts, form[action='/cohorts'] button[type='submit']",
    "/journeys, form[action='/journeys/open'] button[type='submit']",
    "/what-if, form button[value='save']",
    "/time-data/load, button[value='load']",
    "/time-data/new-set, main button[type='submit']"
  })
  void aFormThatIsSentEmptySaysWhatIsMissingOnEveryWidth(String address, String button) {
    Site.visitBeforeScript(
        address,
        page -> {
          page.evaluate("s => document.querySelector(s).click()", button);
          page.locator(".govuk-error-summary").waitFor();
          assertThat(page.title()).startsWith("Error: ");
          Site.assertGoodEverywhere(page);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console.error('wrong')",
        "setTimeout(() => { throw new Error('wrong') })",
        "fetch('/pages/nothing.js')",
        "new Image().src = '/pages/nothing.png'",
        "fetch('http://other.invalid/')"
      })
  void whatGoesWrongInAnyWindowFailsAVisit(String wrong) {
    assertThatThrownBy(
            () ->
                Site.visit(
                    "/processes",
                    1280,
                    true,
                    page -> {
                      Page second = page.context().newPage();
                      second.navigate(Site.url("/processes"));
                      second.evaluate("() => { " + wrong + " }");
                      second.waitForTimeout(500);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/processes at 1280 px");
  }

  @Test
  void aFaultOfAccessIsFoundAlsoAmongRowsThatAreAlike() {
    Site.visit(
        "/processes",
        1280,
        true,
        page -> {
          page.evaluate(
              """
              () => {
                document.querySelector('main').append(new Image())
                const rows = document.querySelectorAll('main tbody tr')
                rows[rows.length - 1].style.color = '#ccc'
              }
              """);
          assertThat(Axe.found(page, Axe.Rules.ALL).toString())
              .contains("image-alt", "color-contrast");
          assertThat(Axe.found(page, Axe.Rules.BUT_CONTRAST).toString())
              .contains("image-alt")
              .doesNotContain("color-contrast");
        });
  }

  /** Without the rule that stops it, what is put on the page here would move. */
  @Test
  void whateverAPageHasStandsStillForThoseWhoAskForIt() {
    Site.visit(
        "/",
        1280,
        true,
        page -> {
          page.evaluate(
              """
              () => {
                const rules = document.styleSheets[0]
                rules.insertRule('@keyframes turn { to { rotate: 1turn } }')
                rules.insertRule('h1 { transition: color 1s; animation: turn 1s infinite }')
                rules.insertRule('h1::after { content: "."; transition: color 1s }')
                rules.insertRule('html { scroll-behavior: smooth }')
              }
              """);
          assertThat(Site.moving(page).toString())
              .contains("H1", "::after", "HTML", "CSSAnimation");
          Site.assertStill(page);
        });
  }

  @Test
  void theSkipLinkIsTheFirstThatTheKeyboardReaches() {
    Site.visit(
        "/",
        1280,
        true,
        page -> {
          page.keyboard().press("Tab");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.endsWith("#main-content"));
        });
  }

  @Test
  void theMenuOpensByKeyboardOnATelephoneAndIsOpenWithoutScript() {
    Site.visit(
        "/",
        375,
        true,
        page -> {
          assertThat(page.locator("#navigation").isVisible()).isFalse();
          Site.tabTo(page, ".govuk-js-service-navigation-toggle");
          page.keyboard().press("Enter");
          page.locator("#navigation a[href='/processes']").click();
          page.waitForURL(Site.url("/processes"));
        });
    Site.visit(
        "/", 375, false, page -> assertThat(page.locator("#navigation").isVisible()).isTrue());
  }
}
