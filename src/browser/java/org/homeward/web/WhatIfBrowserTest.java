package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A what-if is built, answered, saved, copied and taken away by keyboard. */
class WhatIfBrowserTest {

  private static final String ROUTES =
      "pathways=foster-ifa,adoption&ageAtStart=2&start=2025-04-01&horizon=12-months";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNumberIsFoundChangedAndTheWhatIfIsSavedCopiedAndTakenAway(boolean script) {
    String name = script ? "Pay award" : "Pay award, no script";
    Site.visit(
        "/what-if?" + ROUTES,
        1280,
        script,
        page -> {
          Site.type(page, "#search", "social worker 2025-26 salary");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.endsWith("#found"));
          Site.press(page, "button[value='take-staff-costs/social-worker/2025-26/salary']");
          page.waitForURL(url -> url.endsWith("#change-1-value"));
          Site.choose(page, "#change-1-operation", "multiply");
          Site.type(page, "#change-1-value", "2");
          Site.type(page, "#change-1-reason", "A trial");
          Site.press(page, "form > button[value='answer']:not([tabindex])");
          page.locator(".homeward-answer").waitFor();
          assertThat(page.locator("#effect tbody tr").count()).isEqualTo(2);
          // The shipped salary of a social worker is £42,708: twice as much is £85,416.
          assertThat(page.locator("#answer").innerText())
              .contains("£42,708 a year to £85,416 a year");
          // From what the change does to case management, to salary and minutes before and after.
          String answered = page.url();
          String figure =
              "#by-component a[href*='pathway=adoption'][href*='change%2Fcomponent%2Fcase-management']";
          String change = page.locator(figure).innerText();
          Site.press(page, figure);
          page.waitForURL(url -> url.contains("/what-if/why?"));
          assertThat(page.locator("h1").innerText()).endsWith(change);
          assertThat(page.locator("main").innerText()).contains(", after", ", before", "£85,416");
          page.navigate(answered);
          Site.press(page, "#save > summary");
          Site.press(page, "button[value='save']");
          page.locator(".govuk-error-summary a[href='#name']").waitFor();
          Site.type(page, "#name", name);
          Site.press(page, "button[value='save']");
          page.waitForURL(url -> url.contains("/what-if/saved/"));
          String effect = page.locator("#effect").innerText();
          String saved = page.url();
          Site.type(page, "#name", "Copy of " + name);
          page.keyboard().press("Enter");
          page.locator("h1:has-text('Copy of " + name + "')").waitFor();
          assertThat(page.locator("#effect").innerText()).isEqualTo(effect);
          Site.press(page, "form[action$='/delete'] button");
          page.waitForURL(url -> url.endsWith("#saved-heading"));
          assertThat(page.locator("#saved").innerText())
              .contains(name)
              .doesNotContain("Copy of " + name);
          page.navigate(saved);
          Download report = page.waitForDownload(() -> Site.press(page, "a[href*='format=docx']"));
          assertThat(report.suggestedFilename()).endsWith(".docx");
          Site.choose(page, "#catalogue", "england-illustrative-1");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(url -> url.contains("catalogue=england-illustrative-1"));
          assertThat(page.locator("main").innerText()).contains("Answered again with");
          assertThat(page.locator("#effect").innerText()).isEqualTo(effect);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theValueThatMakesTwoRoutesEqualIsFoundByKeyboard(boolean script) {
    Site.visit(
        "/what-if/equal?pathways=residential,foster-ifa&ageAtStart=12&start=2025-04-01",
        1280,
        script,
        page -> {
          Site.press(page, "input[value='pathways/residential/legs/1/length']", "Space");
          Site.type(page, "#search", "foster ifa leg 3 fee");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.contains("do=find"));
          // Within radios it is the arrows that choose.
          Site.press(page, "input[name='path']:checked", "ArrowDown");
          assertThat(page.locator("input[name='path']:checked").inputValue())
              .isEqualTo("pathways/foster-ifa/legs/3/fee");
          Site.type(page, "#high", "20000");
          Site.press(page, "button[value='solve']");
          page.waitForURL(url -> url.contains("do=solve"));
          assertThat(page.locator(".homeward-answer").innerText())
              .contains("would have to be £")
              .contains("cost the same");
        });
  }

  @Test
  void withScriptTheAnswerFollowsWhatIsTyped() {
    Site.visit(
        "/what-if?"
            + ROUTES
            + "&change=staff-costs/social-worker/2025-26/salary%7Cmultiply%7C2%7CA+trial",
        375,
        true,
        page -> {
          page.locator("#change-1-value").fill("1");
          page.keyboard().press("Tab");
          page.locator(".homeward-answer >> text=then costs the same").first().waitFor();
          assertThat(page.url()).contains("multiply%7C1%7C");
          Site.assertAccessible(page);
        });
  }
}
