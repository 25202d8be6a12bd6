package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two journeys are built, compared and kept, by keyboard. */
class JourneyBrowserTest {

  private static final String EMPTY = "/journeys?months=four-weeks";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void journeysAreBuiltByKeyboardAndTheAddressKeepsThem(boolean script) {
    Site.visit(
        EMPTY,
        1280,
        script,
        page -> {
          Site.type(page, "#actual-1-what", "Residential home");
          Site.type(page, "#actual-1-length", "10");
          Site.type(page, "#actual-1-price", "4000");
          Site.type(page, "#anticipated-1-what", "Foster care");
          Site.type(page, "#anticipated-1-length", "10");
          Site.type(page, "#anticipated-1-price", "700");
          Site.press(page, "button[value='add-anticipated']");
          page.waitForURL(url -> url.contains("#anticipated-2-what"));
          Site.type(page, "#anticipated-2-what", "Outreach");
          Site.type(page, "#anticipated-2-length", "4");
          Site.type(page, "#anticipated-2-price", "600");
          Site.tabTo(page, "#anticipated-2-beside");
          page.keyboard().press("Space");
          Site.press(page, "form > button[value='compare']:not([tabindex])");
          // 10 × 4,000 − (10 × 700 + 4 × 600) = 30,600
          Locator answer = page.locator(".homeward-answer");
          answer.getByText("£30,600 less").waitFor();
          page.waitForLoadState();
          page.navigate(page.url());
          assertThat(answer.innerText()).contains("£30,600 less");
          assertThat(page.locator("#anticipated-2-beside").isChecked()).isTrue();
          if (script) {
            Site.assertAccessible(page);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void journeysAreTakenAwayAsAReportAndAsAFileThatOpensThemAgain(boolean script) {
    Site.visit(
        "/journeys",
        1280,
        script,
        page -> {
          String answer = page.locator(".homeward-answer").innerText();
          for (String ending : List.of("docx", "xlsx")) {
            Download report =
                page.waitForDownload(() -> Site.press(page, "a[href*='format=" + ending + "']"));
            assertThat(report.suggestedFilename()).isEqualTo("homeward-journeys." + ending);
          }
          Download file = page.waitForDownload(() -> Site.press(page, "a[href*='journeys.json']"));
          page.navigate(Site.url(EMPTY));
          Site.attach(page, "#file", file);
          Site.press(page, "form[action='/journeys/open'] button[type='submit']");
          page.locator(".homeward-answer").waitFor();
          assertThat(page.locator(".homeward-answer").innerText()).isEqualTo(answer);
          Site.press(page, "a[href*='format=html']");
          page.waitForURL(url -> url.contains("/journeys/report"));
          assertThat(page.locator("body").innerText()).contains("£32,900.00 was avoided");
        });
  }

  @Test
  void withScriptTheAnswerFollowsWhatIsTyped() {
    Site.visit(
        "/journeys",
        1280,
        true,
        page -> {
          // Child 3 at £4,350 a week: 20 × 4,350 + 20 × 737 − (12 × 4,250 + 24 × 660) = 34,900
          page.locator("#actual-1-price").fill("4350");
          page.keyboard().press("Tab");
          page.locator(".homeward-answer").getByText("£34,900 less").waitFor();
          page.waitForURL(url -> url.contains("4350"));
          page.locator("#actual-1-price").fill("dear");
          page.keyboard().press("Tab");
          page.locator("[data-stale]").waitFor();
          assertThat(page.locator("#answer").innerText())
              .startsWith("What is typed cannot be answered as it is")
              .contains("£34,900 less");
          Site.assertAccessible(page); // as readable as before
          page.locator("#actual-1-price").fill("4350");
          page.keyboard().press("Tab");
          page.locator("#answer:not([data-stale])").waitFor();
          assertThat(page.locator("#answer").innerText()).startsWith("The answer");
        });
  }

  @Test
  void whereNoAnswerComesItIsSaidThatThisIsNoFaultOfWhatIsTyped() {
    Site.visit(
        "/journeys",
        1280,
        true,
        page -> {
          AtomicInteger asked = new AtomicInteger();
          page.route(
              "**/journeys",
              route -> {
                switch (asked.incrementAndGet()) {
                  case 1 -> route.abort("aborted"); // as where the line is cut
                  case 2 -> route.fulfill(new Route.FulfillOptions().setStatus(503));
                  default -> route.resume();
                }
              });
          for (String said :
              List.of("The service cannot be reached", "The service failed at this")) {
            page.locator("#actual-1-price").fill("4350");
            page.locator("#actual-1-price").dispatchEvent("change");
            page.locator("[data-stale] >> text=" + said).waitFor();
            assertThat(page.locator("#answer").innerText())
                .contains("this answers what was typed before", "£32,900 less")
                .doesNotContain("cannot be answered as it is");
          }
          Site.forgive("503 from ");
          page.locator("#actual-1-price").dispatchEvent("change");
          page.locator("#answer:not([data-stale])").waitFor();
          assertThat(page.locator("#answer").innerText()).contains("£34,900 less");
        });
  }
}
