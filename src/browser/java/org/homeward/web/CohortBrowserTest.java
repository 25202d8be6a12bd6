package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns are sent, watched and looked into, down to a child, by keyboard. Nobody is real. */
class CohortBrowserTest {

  /** Foster care for 92 nights, told twice; a home for 184; and a day that no month has. */
  private static final String EPISODES =
      """
      CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
      101,01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,,,
      101,01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,,,
      101,01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,,,
      102,31/04/2022,S,C2,N1,U6,PR1,,,,,,
      """;

  private static final String HEADER =
      """
      CHILD,SEX,DOB,ETHNIC
      101,2,17/06/2015,WBRI
      102,1,01/01/2016,WBRI
      """;

  private static final FilePayload[] RETURNS = {
    Site.csv("episodes.csv", EPISODES), Site.csv("header.csv", HEADER)
  };

  private static final String REPORT =
      """
      {"files": [], "rows": [], "nights": [], "findings": [], "routes": {},
       "problems": [{"where": "authority", "reason": "It is not known whose returns these are.", "remedy": "Say the authority."}],
       "children": {"read": 0}, "from": "", "to": "", "agrees": true,
       "fees": {"children": 0, "gapsInAll": 0, "gaps": [], "withoutHistory": []}}
      """;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void returnsAreSentWatchedBrokenDownAndFollowedToAChild(boolean script) {
    String name = script ? "Testshire" : "Testshire, no script";
    Site.visit(
        "/cohorts",
        1280,
        script,
        page -> {
          fill(page, "a key of these tests alone");
          Site.type(page, "#name", name);
          Site.press(page, "main button[type='submit']");
          page.waitForURL(url -> url.matches(".*/cohorts/[0-9a-f-]{8,}"));
          String cohort = page.url();
          finished(page, script);
          assertThat(page.locator("#findings").innerText()).contains("DECOM is no date");
          // Of four rows two are used, one says again what another said, one has no day.
          assertThat(page.locator("#rows-read tbody tr").allInnerTexts())
              .anyMatch(row -> row.matches("(?si)episodes\\s+\\S+\\s+4\\s+2\\s+1\\s+0\\s+1\\s+0"));
          Site.choose(page, "#rows", "placement");
          Site.choose(page, "#columns", "need");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(url -> url.contains("rows=placement&columns=need"));
          assertThat(page.locator("#costs caption").innerText())
              .isEqualTo("Costs by placement and need");
          assertThat(page.locator("#costs tbody tr").allInnerTexts())
              .anyMatch(row -> row.matches("(?s)Foster\\s+N1\\s+1\\s+92\\s.*"))
              .anyMatch(row -> row.matches("(?s)Residential\\s+N1\\s+1\\s+184\\s.*"));
          walkDown(page);
          Site.press(page, "a[href$='/children']");
          page.waitForURL(url -> url.endsWith("/children"));
          Site.press(page, "main a[href*='/children/']");
          page.waitForURL(url -> url.contains("/children/"));
          assertThat(page.locator("#stays tbody").innerText()).contains("1 May 2022");
          assertThat(page.locator("main").innerText())
              .contains("276 nights") // 92 + 184
              .doesNotContain("101");
          // From the child's total to the lines, and from a line to what it rests on.
          String total = page.locator("#costs .homeward-total a").innerText();
          Site.press(page, "#costs .homeward-total a");
          page.waitForURL(url -> url.endsWith("/why"));
          assertThat(page.locator("h1").innerText()).endsWith("costs " + total);
          Site.press(page, "#case-management-review > summary");
          Site.press(page, "#case-management-review a");
          page.waitForURL(url -> url.contains("#unit-cost-review"));
          openAgain(page, cohort);
          Site.press(page, "form[action$='/delete'] button");
          page.waitForURL(Site.url("/cohorts"));
          assertThat(page.locator("main").innerText())
              .contains("Send returns")
              .doesNotContain(name + "\t");
        });
  }

  static void files(Page page) {
    page.locator("input[name='files']").setInputFiles(RETURNS);
  }

  private static void fill(Page page, String key) {
    Site.attach(page, "#files", RETURNS);
    Site.type(page, "#key", key);
    Site.type(page, "#authority", "Testshire");
  }

  /** As after a restart: with another key it is refused in words, with its own it opens. */
  private static void openAgain(Page page, String cohort) {
    page.navigate(cohort + "/open");
    fill(page, "a key of somebody else");
    Site.press(page, "main button[type='submit']");
    assertThat(page.locator(".govuk-error-summary").innerText())
        .contains("These are not the files, fees, options and key");
    page.locator("#authority").clear();
    fill(page, "a key of these tests alone");
    Site.press(page, "main button[type='submit']");
    page.waitForURL(cohort);
  }

  /** From a figure of the table to nights, fee and source; and back. */
  private static void walkDown(Page page) {
    String table = page.url();
    String figure = "a[href*='group=foster&group=N1'][href$='figure=placement']";
    String cost = page.locator(figure).innerText();
    Site.press(page, figure);
    page.waitForURL(url -> url.contains("/why?"));
    assertThat(page.locator("h1").innerText()).contains("Foster, N1").endsWith(cost);
    assertThat(page.locator("main").innerText()).contains("92 nights", "section 251");
    Site.press(page, "#placement-working a[href^='#fee-']");
    page.navigate(table);
    Site.press(page, "input[name='suppress']", "Space");
    Site.press(page, "form[method='get'] button");
    page.waitForURL(url -> url.contains("suppress=true"));
    // One child: nothing is told, and nothing leads anywhere.
    assertThat(page.locator("#costs tbody").innerText()).contains("[c]").doesNotContain("£");
    assertThat(page.locator("#costs a").count()).isZero();
    page.navigate(table);
    assertFitsWithLargeFigures(page);
    page.navigate(table);
  }

  /** The figures of a nation fit at 1280 pixels; on a telephone the table scrolls by keyboard. */
  private static void assertFitsWithLargeFigures(Page page) {
    page.evaluate(
        """
        () => document.querySelectorAll('#costs a').forEach(a => {
          a.textContent = a.textContent.includes('£') ? '£1,165,866,741.85' : '28,501,645'
        })
        """);
    String box = "[role='group'][aria-label^='Costs by']";
    assertThat(
            (Boolean)
                page.evaluate(
                    "s => { const b = document.querySelector(s); return b.scrollWidth <= b.clientWidth }",
                    box))
        .as("the costs of a nation fit")
        .isTrue();
    page.setViewportSize(320, 800);
    Site.assertFits(page);
    Site.press(page, box, "ArrowRight");
    boolean scrolled = false;
    for (int looks = 0; !scrolled && looks < 100; looks++) { // without script nothing tells when
      page.waitForTimeout(50);
      scrolled = (Boolean) page.evaluate("s => document.querySelector(s).scrollLeft > 0", box);
    }
    assertThat(scrolled).as("the table scrolls by keyboard").isTrue();
    page.setViewportSize(1280, 800);
  }

  /** With script the page follows by itself; without it a link looks again. */
  static void finished(Page page, boolean script) {
    for (int looks = 0; !script && page.locator("#costs").count() == 0; looks++) {
      assertThat(looks).isLessThan(200);
      page.locator("a:has-text('See how far it is now'), #costs").first().waitFor();
      page.reload(); // where the link leads to
    }
    page.locator("#costs").waitFor();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatRunsTellsHowFarItIsAndCanBeCancelled(boolean script) {
    begun("running");
    Site.visit(
        "/cohorts",
        1280,
        script,
        page -> {
          page.route(
              "**/api/cohorts/running/progress",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/event-stream")
                          .setBody(
                              "data: {\"state\":\"running\",\"stage\":\"costing\",\"percent\":40,\"count\":4}\n\n")));
          Site.press(page, "#sent a[href='/cohorts/running']");
          page.waitForURL(Site.url("/cohorts/running"));
          // Without script it is said as it is when the page is asked for: nothing is at work here.
          page.locator("#progress-words:has-text('" + (script ? "Costing: 40%" : "%") + "')")
              .waitFor();
          Site.press(page, "form[action$='/cancel'] button");
          page.waitForURL(Site.url("/cohorts/running"));
        });
    store().delete("running");
  }

  static void begun(String id) {
    store()
        .begin(
            new StoredCohort(
                id,
                "A cohort of these tests",
                StoredCohort.State.RUNNING,
                Instant.parse("2026-01-05T09:00:00Z"),
                null,
                "0".repeat(64),
                REPORT));
  }

  /** One that has come to an end with this, under the code of its state. */
  static void ended(StoredCohort.State state) {
    begun(state.code());
    store().end(state.code(), state, Instant.parse("2026-01-05T09:00:01Z"), REPORT);
  }

  static CohortStore store() {
    return Site.bean(CohortStore.class);
  }
}
