package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the list of processes to what one task costs, by keyboard. */
class ProcessBrowserTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneWalksFromTheListToWhoDoesWhat(boolean script) {
    Site.visit(
        "/processes",
        1280,
        script,
        page -> {
          Site.tabTo(page, "a[href='/processes/review']");
          page.keyboard().press("Enter");
          page.waitForURL(Site.url("/processes/review"));
          assertThat(page.locator("#drawing svg desc").textContent())
              .contains("Hold the review meeting (");
          assertThat(page.locator("#roles tbody").innerText()).contains("Social worker");
          Site.tabTo(page, "summary");
          page.keyboard().press("Enter");
          assertThat(page.locator("#lines").isVisible()).isTrue();
          assertThat(page.locator("#lines tbody").innerText()).contains("answers");
          // From the hour of a line to salary and source, and from the whole to its minutes.
          Site.press(page, "#lines a[href*='hourly-cost']");
          page.waitForURL(url -> url.contains("/why/figure?figure=hourly-cost"));
          assertThat(page.locator("main").innerText()).contains("Salary", "National Insurance");
          page.navigate(Site.url("/processes/review"));
          String cost = page.locator("dd a[href*='figure=unit-cost']").innerText();
          Site.press(page, "dd a[href*='figure=unit-cost']");
          page.waitForURL(url -> url.contains("figure=unit-cost"));
          assertThat(page.locator("h1").innerText()).endsWith(cost);
          // And why the first one costs more: what varies, task by task.
          page.navigate(Site.url("/processes/review"));
          String more =
              page.locator("#variations tbody tr").first().locator("a").last().innerText();
          Site.press(page, "#variations tbody tr:first-child td:last-child a");
          page.waitForURL(url -> url.contains("other-figure="));
          assertThat(page.locator("h1").innerText()).endsWith(more);
          assertThat(page.locator("main").innerText()).contains("Write the report for the review");
        });
  }
}
