package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A survey is checked, loaded, looked at, mended by exclusion and published, as people do it. */
class TimeDataBrowserTest {

  static final String ANSWERS =
      """
      respondent,process,task,role,hours
      R01,review,invite,administrator,1
      R02,review,invite,administrator,1.5
      R03,review,invite,administrator,1.25
      R04,review,invite,administrator,1.1
      R05,review,invite,administrator,45
      """;

  private static String read(Download file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void choose(Page page, String answers) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("answers.csv", "text/csv", answers.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileIsMendedLoadedAndPublishedByKeyboard(boolean script) {
    String own = script ? "S" : "P"; // the same file twice would be said to be known
    String answers = ANSWERS.replace("R0", own + "0");
    Site.visit(
        "/time-data",
        1280,
        script,
        page -> {
          Site.press(page, "a[href='/time-data/load']");
          page.waitForURL(url -> url.endsWith("/time-data/load"));
          choose(page, answers.replace("invite", "invit"));
          Site.type(page, "#title", "Invitations " + own);
          Site.press(page, "button[value='check']");
          page.locator(".govuk-error-summary").waitFor();
          assertThat(page.locator(".govuk-error-summary").innerText())
              .contains("The file has 5 problems");
          assertThat(page.locator("#problems tbody tr").first().innerText())
              .contains("line 2, column task")
              .contains("the nearest is \"invite\"");
          Download problems =
              page.waitForDownload(() -> Site.press(page, "a[download='homeward-problems.csv']"));
          assertThat(read(problems)).contains("line 2, column task\",invit,");
          choose(page, answers);
          Site.tabTo(page, "#method");
          page.keyboard().press("Space");
          Site.press(page, "button[value='load']");
          page.waitForURL(url -> url.contains("/time-data/surveys/invitations-"));
          assertThat(page.locator(".govuk-notification-banner").innerText()).contains("is loaded");
          String survey = page.url().replaceAll("\\?.*", "");
          Site.press(page, "#outliers a[href*='exclude']");
          page.waitForURL(url -> url.contains("/exclude?respondent="));
          Site.type(page, "#reason", "Minutes were typed as hours");
          Site.type(page, "#by", "lead researcher");
          Site.press(page, "main button[type='submit']");
          page.waitForURL(url -> url.endsWith("?done=excluded"));
          assertThat(page.locator("#left-out tbody tr").innerText()).contains("typed as hours");
          page.navigate(Site.url("/time-data/new-set"));
          Site.type(page, "#name", "Set " + own);
          Site.tabTo(page, "input[value='" + survey.replaceAll(".*/", "") + "']");
          page.keyboard().press("Space");
          Site.tabTo(page, "input[value='online-survey']");
          page.keyboard().press("Space");
          Site.press(page, "main button[type='submit']");
          page.waitForURL(url -> url.contains("/time-data/sets/set-"));
          Site.press(page, "a[href$='/edit']");
          page.waitForURL(url -> url.endsWith("/edit"));
          Site.type(page, "#note", "Invitations alone");
          Site.press(page, "main button[type='submit']");
          page.locator("main:has-text('Invitations alone')").waitFor();
          Site.press(page, "#publish");
          page.locator("a[href$='data-package']").waitFor();
          assertThat(page.locator("#estimates tbody tr").innerText()).contains("72.8"); // 291 / 4
          Site.press(page, "a[href^='/time-data/compare-sets']");
          page.waitForURL(url -> url.contains("/time-data/compare-sets?second=set-"));
          assertThat(page.locator("#difference tbody tr").allInnerTexts()).hasSizeGreaterThan(20);
          page.navigate(survey);
          Site.press(page, "#left-out a[href*='/exclusions/']");
          page.waitForURL(url -> url.contains("/exclusions/"));
          Site.press(page, "main button[type='submit']");
          page.waitForURL(url -> url.endsWith("?done=taken-back"));
          assertThat(page.locator("#left-out tbody").innerText()).contains("counts again");
          page.navigate(Site.url("/time-data/answers"));
          Site.tabTo(page, "#process");
          page.keyboard().type("Review");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(url -> url.contains("process=review"));
          assertThat(page.locator("main").innerText()).contains("Invite and arrange");
        });
  }
}
