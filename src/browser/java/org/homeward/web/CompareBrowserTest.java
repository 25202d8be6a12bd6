package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
          Site.choose(page, "#baseline", "adoption");
          Site.retype(page, "#ageAtStart", "5");
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
  void everyFieldIsFilledInByKeyboardAndTheAddressHoldsIt(boolean script) {
    String set = TimeDataBrowserTest.published("Minutes " + (script ? "with" : "without"));
    Site.visit(
        "/",
        1280,
        script,
        page -> {
          Site.press(page, "#ask > summary");
          Site.tick(page, "pathways", "adoption", "residential", "special-guardianship");
          Site.choose(page, "#baseline", "residential");
          Site.retype(page, "#ageAtStart", "9");
          Site.retype(page, "#start", "2");
          Site.retype(page, "#start-month", "6");
          Site.retype(page, "#start-year", "2024");
          Site.choose(page, "#horizon", "36-months");
          Site.choose(page, "#area", "out-of-area");
          Site.tick(page, "needs", "disability", "health");
          Site.choose(page, "#catalogue", "england-illustrative-1");
          Site.choose(page, "#estimateSet", set);
          Site.choose(page, "#weeksInYear", "52");
          Site.press(page, "#ask button[type='submit']");
          page.waitForURL(url -> url.contains("estimateSet"));
          // The example had foster care, adoption and special guardianship: two were taken off.
          assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8))
              .endsWith(
                  "/?pathways=residential,foster-in-house&ageAtStart=9&start=2024-06-02"
                      + "&horizon=36-months&area=out-of-area&needs=disability,health&weeksInYear=52"
                      + "&catalogue=england-illustrative-1&estimateSet="
                      + set);
          assertThat(page.locator(".homeward-answer p").innerText())
              .startsWith("Long-term foster care, in-house costs £")
              .contains("less than residential care");
          page.navigate(page.url());
          assertHeld(page, set);
        });
  }

  /** What the form shows again is what was filled in. */
  private static void assertHeld(Page page, String set) {
    Map.of(
            "#baseline", "residential",
            "#ageAtStart", "9",
            "#start", "2",
            "#start-month", "6",
            "#start-year", "2024",
            "#horizon", "36-months",
            "#area", "out-of-area",
            "#catalogue", "england-illustrative-1",
            "#estimateSet", set,
            "#weeksInYear", "52")
        .forEach(
            (field, value) ->
                assertThat(page.locator(field).inputValue()).as(field).isEqualTo(value));
    assertThat(page.evaluate("[...document.querySelectorAll('#ask :checked')].map(e => e.value)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("foster-in-house", "residential", "disability", "health")
        .doesNotContain("adoption", "special-guardianship");
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
          Site.press(page, ".govuk-error-summary a[href='#start']");
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

  @ParameterizedTest
  @CsvSource({
    "true, /?CASE, costs",
    "false, /?CASE, costs",
    "true, /processes/review, roles",
    "false, /processes/review, roles"
  })
  void aTableIsTakenAwayByKeyboardWithTheFiguresThatItShows(
      boolean script, String address, String table) {
    Site.visit(
        address.replace("CASE", EveryPageBrowserTest.CASE),
        1280,
        script,
        page -> {
          List<?> shown =
              (List<?>)
                  page.evaluate(
                      "s => [...document.querySelectorAll(s)].map(r => [...r.cells].map(c => c.innerText.trim()))",
                      "#" + table + " tr");
          List<List<String>> figures =
              shown.stream()
                  .map(r -> ((List<?>) r).stream().map(c -> plain((String) c)).toList())
                  .toList();
          assertThat(figures).hasSizeGreaterThan(5);
          for (String ending : List.of("csv", "xlsx")) {
            Download file =
                page.waitForDownload(
                    () -> Site.press(page, "a[href*='download=" + table + "." + ending + "']"));
            assertThat(file.suggestedFilename()).isEqualTo("homeward-" + table + "." + ending);
            assertThat(ending.equals("csv") ? csv(file.path()) : workbook(file.path()))
                .as(ending)
                .isEqualTo(figures);
          }
        });
  }

  /** A figure as it is calculated with; a text as it is. */
  private static String plain(String shown) {
    return shown.matches("[−-]?£?[0-9,]+(\\.[0-9]+)?")
        ? new BigDecimal(shown.replaceAll("[£,]", "").replace('−', '-'))
            .stripTrailingZeros()
            .toPlainString()
        : shown;
  }

  private static List<List<String>> csv(Path file) {
    try {
      return CsvReader.builder()
          .ofCsvRecord(Files.readString(file).replaceFirst("^\uFEFF", ""))
          .stream()
          .map(r -> r.getFields().stream().map(CompareBrowserTest::plain).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> workbook(Path file) {
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      return book.getFirstSheet().read().stream()
          .map(
              r ->
                  r.stream()
                      .map(
                          c ->
                              c.getType() == CellType.NUMBER
                                  ? c.asNumber().stripTrailingZeros().toPlainString()
                                  : c.asString())
                      .toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
          page.waitForURL(url -> url.endsWith("#unit-cost-review"));
          assertThat(page.locator("#unit-cost-review-working").innerText())
              .contains("Hold the review meeting, direct", "answers (");
          // From the minutes to the hour, its pay and the salary; and from a stay to its fee.
          Site.press(page, "#unit-cost-review-working a[href='#hourly-cost-social-worker']");
          String pay = "#hourly-cost-social-worker-permanent-pay";
          Site.press(page, "#hourly-cost-social-worker-working a[href='" + pay + "']");
          assertThat(page.locator(pay + "-working").innerText()).contains("42,708"); // as it ships
          page.navigate(page.url().replaceFirst("#.*", "#placement-foster"));
          Site.press(page, "#placement-foster > summary");
          Site.press(page, "#placement-foster a[href^='#fee-foster']");
          page.waitForURL(url -> url.contains("#fee-foster"));
          assertThat(page.locator(page.url().replaceFirst(".*#", "#") + "-working").innerText())
              .contains("section 251");
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
