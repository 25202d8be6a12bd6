package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser, by keyboard, with and without script, wide and narrow. */
class BrowserTest {

  private static final String CASE =
      "pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01&horizon=age-18";

  private static EmbeddedServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    Map<String, Object> properties = new HashMap<>(Databases.H2.properties());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?" + CASE,
        "/?ageAtStart=two&start=soon",
        "/why?pathway=adoption&" + CASE,
        "/why?pathway=nothing&" + CASE,
        "/processes",
        "/processes/review"
      })
  void aPageHasNoFaultOfAccessNoErrorAndAsksNoOtherHost(String address) {
    for (int width : new int[] {1280, 375}) {
      try (BrowserContext context = context(width, true)) {
        Page page = context.newPage();
        List<String> errors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        page.onConsoleMessage(
            m -> {
              // The browser reports the status of a refused form as an error of its own.
              if (m.type().equals("error") && !m.text().contains("the server responded with")) {
                errors.add(m.text());
              }
            });
        page.onPageError(errors::add);
        page.onRequest(
            r -> {
              if (!r.url().startsWith(server.getURL().toString())) {
                others.add(r.url());
              }
            });
        page.navigate(server.getURL() + address);
        page.locator("details > summary").all().forEach(s -> s.click());
        assertThat(
                new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations())
            .as(address + " at " + width + " px")
            .isEmpty();
        assertThat(errors).isEmpty();
        assertThat(others).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 640, 1280}) // 640 is 1280 at 200 % zoom
  void aPageNeverScrollsSideways(int width) {
    try (BrowserContext context = context(width, true)) {
      Page page = context.newPage();
      for (String address : List.of("/", "/why?pathway=adoption&" + CASE, "/processes/review")) {
        page.navigate(server.getURL() + address);
        page.locator("details > summary").all().forEach(s -> s.click());
        Object needed = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) needed).intValue()).as(address).isLessThanOrEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void routesAreComparedByKeyboardWithAndWithoutScript(boolean script) {
    try (BrowserContext context = context(1280, script)) {
      Page page = context.newPage();
      page.navigate(server.getURL() + "/");
      page.locator("#route-special-guardianship").focus();
      page.keyboard().press("Space");
      page.locator("#ageAtStart").focus();
      page.keyboard().press("Control+A");
      page.keyboard().type("5");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("ageAtStart=5"));
      assertThat(page.url()).contains("pathways=adoption").doesNotContain("special-guardianship");
      assertThat(page.locator("section p.govuk-body-l").allInnerTexts())
          .singleElement()
          .asString()
          .contains("to the 18th birthday");
      assertThat(page.locator("#cumulative-title").textContent()).isNotBlank();
    }
  }

  @Test
  void theSkipLinkIsTheFirstThatTheKeyboardReaches() {
    try (BrowserContext context = context(1280, true)) {
      Page page = context.newPage();
      page.navigate(server.getURL() + "/");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.endsWith("#main-content"));
    }
  }

  @Test
  void fromTheAnswerOneWalksToTheMinutesBehindIt() {
    try (BrowserContext context = context(1280, true)) {
      Page page = context.newPage();
      page.navigate(server.getURL() + "/?" + CASE);
      page.locator("a", new Page.LocatorOptions().setHasText("Why Adoption")).click();
      page.locator("summary", new Page.LocatorOptions().setHasText("Review:")).click();
      page.locator("details[open] a").first().click();
      assertThat(page.url()).contains("#process-review");
      assertThat(page.locator("#process-review").textContent()).contains("Review");
    }
  }

  private static BrowserContext context(int width, boolean script) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 800).setJavaScriptEnabled(script));
  }
}
