package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.intake.LoadJobs;
import org.homeward.intake.Progress;
import org.homeward.intake.SurveyFile;
import org.homeward.intake.SurveyForm;
import org.homeward.store.StoredCohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * States that a page comes into by what was done before – refused, contested, published, running,
 * failed, empty – each held as {@link EveryPageBrowserTest} holds those that an address gives.
 */
class EveryStateBrowserTest {

  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  private static void go(Page page, String address) {
    page.navigate(address.startsWith("http") ? address : Site.url(address));
  }

  private static void held(Page page, String says) {
    assertThat(page.locator("main").innerText()).contains(says);
    Site.assertGoodEverywhere(page);
    Site.assertPrints(page);
  }

  private static void held(Page page, String address, String says) {
    go(page, address);
    held(page, says);
  }

  /** Presses a button of the page, which need not be in sight, and waits for the next page. */
  private static void send(Page page, String button) {
    page.evaluate("s => { window.before = true; document.querySelector(s).click() }", button);
    page.waitForFunction("() => !window.before && document.readyState === 'complete'");
  }

  /** What somebody else sends meanwhile. */
  private static void sent(Page page, String address, String... fields) {
    FormData form = FormData.create();
    for (int i = 0; i < fields.length; i += 2) {
      form.set(fields[i], fields[i + 1]);
    }
    assertThat(
            page.request()
                .post(
                    address.startsWith("http") ? address : Site.url(address),
                    RequestOptions.create().setForm(form))
                .ok())
        .as(address)
        .isTrue();
  }

  private static void choose(Page page, String name, String content) {
    page.locator("input[name='file']").setInputFiles(Site.csv(name, content));
  }

  private static String draft(Page page, String name) {
    go(page, "/cost-books");
    page.fill("#name", name);
    page.fill("#by", "finance officer");
    page.fill("#reason", "our own payroll");
    send(page, "form[action='/cost-books'] button");
    return page.url();
  }

  @Test
  void aDraftOfACostBookFromItsBeginningToItsPublication() {
    Site.visitBeforeScript(
        "/cost-books",
        page -> {
          String book = draft(page, "Stateshire");
          held(page, "Publish it");
          String number = book + "/parameter?path=" + SALARY;
          go(page, number);
          page.fill("#value", "a lot");
          send(page, "form[action$='/parameter'] button");
          held(page, "This is not a number.");
          go(page, number);
          sent(
              page,
              book + "/parameter",
              "edition",
              "1",
              "path",
              SALARY,
              "value",
              "45000",
              "illustrative",
              "false",
              "by",
              "somebody else",
              "reason",
              "faster");
          page.fill("#value", "46000");
          page.check("#illustrative");
          page.fill("#by", "finance officer");
          page.fill("#reason", "pay award");
          send(page, "form[action$='/parameter'] button");
          held(page, "Somebody else was faster");
          held(page, number, "In this book");
          held(page, book, "somebody else");
          held(page, book + "/diff?other=england-illustrative-1", "Unit costs that differ");
          held(
              page,
              "/cost-books/england-illustrative-1/variations?others="
                  + book.replaceAll(".*/", "")
                  + "&ages=9&pathways=foster-in-house",
              "Why the routes cost more or less");
          go(page, page.locator("#why-routes a[href*='figure=part']").first().getAttribute("href"));
          held(page, "in every order in which all factors can be");
          go(page, book);
          send(page, "form[action$='/publish'] button");
          held(page, "There is a problem");
          page.fill("#by", "finance officer");
          page.fill("#reason", "agreed");
          send(page, "form[action$='/publish'] button");
          held(page, "Published");
        });
  }

  @Test
  void anInHouseHomeFromTheEmptyFormToItsParts() {
    Site.visitBeforeScript(
        "/cost-books",
        page -> {
          String homes = draft(page, "Homes shire") + "/in-house";
          held(page, homes, "Add or replace a home");
          send(page, "form[action$='/in-house'] button");
          held(page, "The home has no cost.");
          send(page, "button[value='more']");
          held(page, "Add or replace a home");
          page.selectOption("#placement", "residential");
          page.fill("#from", "1");
          page.fill("#from-month", "4");
          page.fill("#from-year", "2025");
          page.fill("#beds", "4");
          page.fill("#occupancy", "80");
          page.selectOption("#posts-0-role", "family-support-worker");
          page.fill("#posts-0-fte", "6");
          page.fill("#running-0-name", "Food, heating, repairs, telephones and everything else");
          page.fill("#running-0-amount", "100");
          page.fill("#capital-0-name", "House");
          page.fill("#capital-0-value", "650000");
          page.fill("#by", "finance officer");
          page.fill("#reason", "our own home");
          send(page, "form[action$='/in-house'] button");
          held(page, "A used night costs");
          held(page, homes, "What each home costs");
          held(page, homes + "?home=homes/residential/2025-04-01", "Change its parts");
          go(page, homes);
          send(page, "#homes a[href^='/why/figure']");
          held(page, "What the home costs a year");
        });
  }

  @Test
  void whatIsLoadedIntoADraft() {
    Site.visitBeforeScript(
        "/cost-books",
        page -> {
          String book = draft(page, "Loadshire");
          for (String piece : List.of("authority-fees", "estimate-set")) {
            held(page, book + "/load/" + piece, "Who loads it");
          }
          go(page, book + "/load/payroll");
          choose(page, "payroll.csv", "post,role,fte,salary,weekly hours\nA,astronaut,1,1,37\n");
          page.fill("#financialYear", "2025");
          send(page, "form[action*='/load/'] button[type='submit']");
          held(page, "line 2, column role");
          assertThat(page.title()).startsWith("Error: ");
          choose(
              page,
              "payroll.csv",
              "post,role,fte,salary,weekly hours\nA,social-worker,1,43210,37\n");
          page.fill("#financialYear", "2025-26");
          page.fill("#by", "hr");
          page.fill("#reason", "April payroll");
          send(page, "form[action*='/load/'] button[type='submit']");
          held(page, "edition 2");
        });
  }

  @Test
  void aSurveyThatIsRefusedCheckedLoadedAndLeftOut() {
    Site.visitBeforeScript(
        "/time-data/load",
        page -> {
          String answers = TimeDataBrowserTest.ANSWERS.replace("R0", "E0");
          choose(page, "answers.csv", answers.replace("invite", "invit"));
          send(page, "button[value='check']");
          held(page, "The file has 5 problems");
          choose(page, "answers.csv", answers);
          page.fill("#title", "States");
          page.check("#method");
          send(page, "button[value='check']");
          held(page, "The file can be loaded");
          choose(page, "answers.csv", answers);
          send(page, "button[value='load']");
          held(page, "is loaded");
          String survey = page.url().replaceAll("\\?.*", "");
          for (String respondent : List.of("E01", "E02", "E03", "E04", "E05")) {
            sent(
                page,
                survey + "/exclude",
                "respondent",
                respondent,
                "reason",
                "Minutes were typed as hours",
                "by",
                "lead researcher");
          }
          held(page, survey, "All answers about this process are left out");
          page.locator("#left-out a[href*='/exclusions/']").first().click();
          held(page, "Let answers count again");
          String exclusion = page.url();
          send(page, "main button[type='submit']");
          held(page, "counts again");
          held(page, exclusion, "These answers count again already.");
          go(page, survey + "/exclude");
          send(page, "main button[type='submit']");
          held(page, "There is a problem");
        });
  }

  @Test
  void anEstimateSetFromDraftToPublication() {
    Site.visitBeforeScript(
        "/time-data/new-set",
        page -> {
          page.fill("#name", "States of a set");
          page.check("input[value='online-survey-2025']");
          page.check("input[value='online-survey']");
          send(page, "main button[type='submit']");
          held(page, "Publish for good");
          String set = page.url();
          go(page, set + "/edit");
          sent(
              page,
              set + "/edit",
              "name",
              "States of a set",
              "edition",
              "1",
              "methods",
              "focus-group",
              "surveys",
              "online-survey-2025");
          send(page, "main button[type='submit']");
          held(page, "The set was edited or published in the meantime.");
          held(page, set, "there is nothing to publish");
          sent(
              page,
              set + "/edit",
              "name",
              "States of a set",
              "edition",
              "2",
              "methods",
              "online-survey",
              "surveys",
              "online-survey-2025");
          held(page, set + "/edit", "online survey");
          go(page, set);
          send(page, "#publish");
          held(page, "It never changes.");
          held(page, "/time-data", "States of a set");
          held(
              page,
              "/time-data/compare-sets?second=" + set.replaceAll(".*/", ""),
              "Compare two estimate sets");
        });
  }

  /** The file has gone from the disk of the service before it was read. */
  @Test
  void aLoadThatFailsByNoFaultOfTheFileSaysSoAndTheFormTakesTheFileAgain() {
    LoadJobs.Job job =
        Site.bean(LoadJobs.class)
            .begin(
                new SurveyFile(Path.of("no-such-folder", "answers.csv"), "answers.csv"),
                new SurveyForm(Map.of("title", "Lost", "method", "online-survey")))
            .orElseThrow();
    assertThat(job.await(10_000).failed()).isTrue();
    Site.visitBeforeScript(
        "/time-data/loads/" + job.id(),
        page -> {
          Site.forgive("500 from ");
          held(page, "by a fault of the service; nothing was kept.");
          assertThat(page.locator("main").innerText()).doesNotContain("no-such-folder");
          choose(page, "answers.csv", TimeDataBrowserTest.ANSWERS.replace("R0", "F0"));
          page.fill("#title", "Lost and found");
          page.check("#method");
          send(page, "button[value='load']");
          assertThat(page.locator("main").innerText()).contains("is loaded");
        });
  }

  /** Its page is made here as it is while a load goes on for long. */
  @Test
  void aLoadThatRunsSaysHowFarItIs() {
    LoadJobs.Job.State running =
        new LoadJobs.Job.State(Progress.Stage.CHECKING, 40, 400_000, null, List.of(), false);
    String html =
        Site.bean(Pages.class)
            .text("time-data-loading.jte", Map.of("state", running))
            .replace("data-reload=\"1000\"", "data-reload=\"600000\""); // it stands still for axe
    Site.visitBeforeScript(
        "/time-data",
        page -> {
          page.route(
              "**/time-data/loads/running",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions().setContentType("text/html").setBody(html)));
          held(page, "/time-data/loads/running", "Checking: 40 per cent, 400,000 rows.");
        });
  }

  @Test
  void aWhatIfThatIsSavedCopiedAndAnsweredAgain() {
    Site.visitBeforeScript(
        "/what-if?pathways=foster-ifa,adoption&ageAtStart=2&start=2025-04-01&horizon=6-months&change="
            + SALARY
            + "%7Cmultiply%7C1.1%7CPay+award",
        page -> {
          send(page, "button[value='save']");
          held(page, "A what-if that is saved needs a name.");
          page.fill("#name", "States");
          send(page, "button[value='save']");
          held(page, "States");
          String saved = page.url();
          page.fill("#name", "");
          send(page, "form[action$='/copy'] button");
          held(page, "There is a problem");
          held(page, saved + "?catalogue=england-illustrative-1", "Answered again with");
          held(page, saved + "/why?pathway=adoption&figure=change%2Fhours", "Hours of staff time");
          held(page, "/what-if", "States");
        });
  }

  @Test
  void aFileOfJourneysThatCannotBeRead() {
    Site.visitBeforeScript(
        "/journeys",
        page -> {
          choose(page, "journeys.json", "{\"actual\": 5");
          send(page, "form[action='/journeys/open'] button");
          held(page, "There is a problem");
        });
  }

  @Test
  void aCohortFromItsFilesToAChild() {
    Site.visitBeforeScript(
        "/cohorts",
        page -> {
          CohortBrowserTest.files(page);
          page.fill("#key", "short");
          send(page, "form[action='/cohorts'] button[type='submit']");
          held(page, "There is a problem");
          CohortBrowserTest.files(page);
          page.fill("#key", "a key of these states alone");
          page.fill("#authority", "Testshire");
          page.fill("#name", "States");
          send(page, "form[action='/cohorts'] button[type='submit']");
          String cohort = page.url();
          CohortBrowserTest.finished(page, false);
          held(page, "DECOM is no date");
          held(page, cohort + "?rows=placement&columns=need&suppress=true", "[c]");
          go(page, cohort + "?rows=placement&columns=need");
          page.locator("#costs a[href$='figure=placement']").first().click();
          held(page, "92 nights");
          held(page, "/cohorts", "States");
          held(page, cohort + "/children", "By pseudonym");
          page.locator("main a[href*='/children/']").first().click();
          held(page, "276 nights");
          page.locator("#costs .homeward-total a").click();
          held(page, "Every line of the ledger");
          go(page, cohort + "/open");
          held(page, "Your key");
          CohortBrowserTest.files(page);
          page.fill("#key", "a key of somebody else");
          page.fill("#authority", "Testshire");
          send(page, "main button[type='submit']");
          held(page, "These are not the files, fees, options and key");
          sent(page, cohort + "/delete");
        });
  }

  @Test
  void aCohortThatRunsSaysHowFarItIs() {
    CohortBrowserTest.begun("states-running");
    Site.visitBeforeScript(
        "/cohorts",
        page -> {
          page.route(
              "**/progress",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/event-stream")
                          .setBody(
                              "data: {\"state\":\"running\",\"stage\":\"costing\",\"percent\":40,\"count\":4}\n\n")));
          held(page, "/cohorts/states-running", "Cancel");
        });
    CohortBrowserTest.store().delete("states-running");
  }

  @ParameterizedTest
  @EnumSource(
      value = StoredCohort.State.class,
      names = {"REFUSED", "FAILED", "CANCELLED", "INTERRUPTED"})
  void aCohortThatCameToNothingSaysWhy(StoredCohort.State state) {
    CohortBrowserTest.ended(state);
    Site.visitBeforeScript("/cohorts/" + state.code(), page -> held(page, "Delete this cohort"));
    CohortBrowserTest.store().delete(state.code());
  }

  /** What the keyboard and the script open. */
  @Test
  void theMenuOfATelephoneAndAChartWithALineTakenOff() {
    Site.visit(
        "/",
        320,
        true,
        page -> {
          Site.press(page, ".govuk-js-service-navigation-toggle");
          assertThat(page.locator("#navigation").isVisible()).isTrue();
          Site.assertAccessible(page);
          Site.press(page, "#spending-show-1", "Space");
          Site.assertAccessible(page);
        });
  }
}
