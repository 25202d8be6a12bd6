package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.homeward.intake.EstimateDesk;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;
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

  /** The id of an estimate set of the shipped online survey, which is begun and published here. */
  static String published(String name) {
    EstimateDesk desk = Site.bean(EstimateDesk.class);
    EstimateSetEntry draft =
        desk.draft(name, "", Set.of(Method.ONLINE_SURVEY), List.of("online-survey-2025"));
    assertThat(desk.publish(draft)).isTrue();
    return draft.id();
  }

  private static void choose(Page page, String answers) {
    Site.attach(page, "#file", Site.csv("answers.csv", answers));
  }

  /** The package for another council has what the page shows: 291 minutes of four answers. */
  private static void assertHoldsEstimates(Download packed) {
    assertThat(packed.suggestedFilename()).endsWith(".zip");
    try (ZipFile zip = new ZipFile(packed.path().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).contains("datapackage.json");
      String estimates =
          new String(
              zip.getInputStream(zip.getEntry("estimates.csv")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(estimates).contains("invite,administrator", "72.75");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormToFillInIsTakenAwayByKeyboard(boolean script) {
    Site.visit(
        "/time-data",
        1280,
        script,
        page -> {
          Site.press(page, "main summary");
          Site.choose(page, "#process", "review");
          Site.choose(page, "#method", "focus-group");
          Site.choose(page, "#format", "csv");
          Download form =
              page.waitForDownload(
                  () -> Site.press(page, "form[action='/api/surveys/template'] button"));
          assertThat(read(form)).contains("review,").contains("invite,");
        });
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
          // It looks like a button; that the space bar presses it, too, is the work of a script.
          Site.press(page, "a[href='/time-data/load']", script ? "Space" : "Enter");
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
          choose(page, answers.replace("invite", "invit"));
          Download marked = page.waitForDownload(() -> Site.press(page, "button[value='mark-up']"));
          assertThat(read(marked)).contains("invit,", "the nearest is");
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
          page.locator("a[href$='/data-package']").waitFor();
          assertHoldsEstimates(
              page.waitForDownload(() -> Site.press(page, "a[href$='/data-package']")));
          assertThat(page.locator("#estimates tbody tr").innerText()).contains("72.8"); // 291 / 4
          Site.press(page, "a[href^='/time-data/compare-sets']");
          page.waitForURL(url -> url.contains("/time-data/compare-sets?second=set-"));
          assertThat(page.locator("#difference tbody tr").allInnerTexts()).hasSizeGreaterThan(20);
          Site.choose(page, "#first", page.url().replaceAll(".*second=", ""));
          Site.press(page, "form[method='get'] button[type='submit']");
          page.waitForURL(url -> url.contains("first=set-") && url.contains("second=set-"));
          assertThat(page.locator("#first").inputValue())
              .isEqualTo(page.locator("#second").inputValue());
          page.navigate(survey);
          Site.press(page, "#left-out a[href*='/exclusions/']");
          page.waitForURL(url -> url.contains("/exclusions/"));
          Site.press(page, "main button[type='submit']");
          page.waitForURL(url -> url.endsWith("?done=taken-back"));
          assertThat(page.locator("#left-out tbody").innerText()).contains("counts again");
          page.navigate(Site.url("/time-data/answers"));
          Site.choose(page, "#process", "review");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(url -> url.contains("process=review"));
          assertThat(page.locator("main").innerText()).contains("Invite and arrange");
        });
  }
}
