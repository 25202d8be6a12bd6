package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes are compared, and asked why, as people do it. */
class CompareBrowserTest {

  private static final String ASKED = "/?" + EveryPageBrowserTest.CASE;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void routesAreComparedByKeyboardWithAndWithoutScript(boolean script) {
    Site.visit(
        "/",
        1280,
        script,
        page -> {
          Site.tabTo(page, "#ask > summary");
          page.keyboard().press("Enter");
          Site.tabTo(page, "input[value='special-guardianship']");
          page.keyboard().press("Space");
          Site.tabTo(page, "#baseline");
          page.keyboard().type("Adoption by");
          Site.tabTo(page, "#ageAtStart");
          page.keyboard().press("Control+A");
          page.keyboard().type("5");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.contains("ageAtStart=5"));
          assertThat(page.url())
              .contains("pathways=adoption%2Cfoster-in-house", "start=2025-04-01")
              .doesNotContain("start-day", "baseline");
          assertThat(page.locator(".homeward-answer p").allInnerTexts())
              .singleElement()
              .asString()
              .startsWith("Long-term foster care, in-house costs £")
              .contains("more than adoption by the authority’s own adopters to the 18th birthday");
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasTypedWrongIsShownAtItsFieldAndTheSummaryLeadsThere(boolean script) {
    Site.visit(
        "/?pathways=adoption&ageAtStart=two&start-day=31&start-month=2&start-year=2025",
        1280,
        script,
        page -> {
          assertThat(page.title()).startsWith("Error: ");
          page.locator(".govuk-error-summary a[href='#start']").click();
          if (script) {
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("start");
          }
          assertThat(page.locator("#start").inputValue()).isEqualTo("31");
          assertThat(page.locator("#ageAtStart").inputValue()).isEqualTo("two");
          assertThat(page.locator("#ageAtStart-error").innerText()).contains("whole number");
        });
  }

  @Test
  void theChartIsReadMonthByMonthByKeyboardAndByPointer() {
    Site.visit(
        ASKED,
        1280,
        true,
        page -> {
          // The table says what month 12 must read.
          List<String> year = firstYear(page);
          Site.tabTo(page, "#spending-month");
          page.keyboard().press("Home");
          for (int month = 1; month < 12; month++) {
            page.keyboard().press("ArrowRight");
          }
          assertThat(page.locator("#spending output").innerText())
              .contains("Month 12, age 3")
              .contains(year);
          page.locator("#spending .homeward-chart__wide svg").hover();
          assertThat(page.locator("#spending output").innerText()).doesNotContain("Month 12,");
        });
  }

  private static List<String> firstYear(Page page) {
    page.locator("summary", new Page.LocatorOptions().setHasText("year by year")).click();
    return page.locator("#years tbody tr").first().locator("td").allInnerTexts().stream()
        .map(cell -> cell.replaceFirst("\\.\\d\\d$", ""))
        .map(cell -> cell.substring(0, cell.length() - 1)) // whole pounds may round up
        .toList();
  }

  @Test
  void aLineIsTakenOffTheChartByKeyboardAndComesBack() {
    Site.visit(
        ASKED,
        1280,
        true,
        page -> {
          String line = "#spending .homeward-chart__wide [data-values][data-of='1']";
          Site.tabTo(page, "#spending-show-1");
          page.keyboard().press("Space");
          assertThat(page.locator(line).isVisible()).isFalse();
          assertThat(page.locator("#spending output").innerText()).doesNotContain("Adoption");
          page.keyboard().press("Space");
          assertThat(page.locator(line).isVisible()).isTrue();
        });
  }

  @Test
  void aPartOfABarTellsWhatItIsWhenItHasTheFocus() {
    Site.visit(
        ASKED,
        1280,
        true,
        page -> {
          Site.tabTo(page, "[data-part^='Case management, Adoption']");
          assertThat(page.locator(".homeward-reading").first().innerText())
              .startsWith("Case management, Adoption by the authority’s own adopters: £");
          Site.assertAccessible(page);
        });
  }

  @Test
  void aTableIsTakenAwayByItsLink() {
    Site.visit(
        ASKED,
        1280,
        false,
        page -> {
          Path file =
              page.waitForDownload(() -> page.locator("a[href*='download=costs.csv']").click())
                  .path();
          String total = page.locator("#costs .homeward-total td").first().innerText();
          try {
            assertThat(Files.readString(file))
                .contains("Total," + total.replace("£", "").replace(",", ""));
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromAFigureOneWalksToTheMinutesBehindItByKeyboard(boolean script) {
    Site.visit(
        ASKED,
        1280,
        script,
        page -> {
          Site.tabTo(page, "#costs a[href*='pathway=adoption'][href$='#case-management']");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.endsWith("#case-management"));
          Site.tabTo(page, "#case-management-review > summary");
          page.keyboard().press("Enter");
          Site.tabTo(page, "details[open] a[href='#unit-cost-review']");
          page.keyboard().press("Enter");
          assertThat(page.url()).endsWith("#unit-cost-review");
          assertThat(page.locator("#unit-cost-review").textContent()).contains("Review");
        });
  }

  @Test
  void onPaperThereIsTheAnswerAndNothingToPress() {
    Site.visit(
        ASKED,
        1280,
        true,
        page -> {
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(page.locator(".homeward-answer").isVisible()).isTrue();
          assertThat(page.locator("#spending .homeward-chart__wide").isVisible()).isTrue();
          assertThat(page.locator("#years").isVisible()).isTrue();
          assertThat(page.locator("#ask").isVisible()).isFalse();
          assertThat(page.locator("#spending-month").isVisible()).isFalse();
          assertThat(page.locator("nav").first().isVisible()).isFalse();
          assertThat(
                  page.evaluate(
                      "getComputedStyle(document.querySelector('#costs td a'), '::after').content"))
              .as("an address behind a figure")
              .isEqualTo("none");
        });
  }
}
