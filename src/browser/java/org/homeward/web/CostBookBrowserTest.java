package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft is begun, changed, compared and contested by keyboard in a real browser. */
class CostBookBrowserTest {

  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  @ParameterizedTest
  @CsvSource({"1280, true", "375, false"})
  void aNumberIsChangedInADraftAndTheSecondEditorSeesIt(int width, boolean script) {
    String set = TimeDataBrowserTest.published("For a draft at " + width);
    Site.visit(
        "/cost-books",
        width,
        script,
        page -> {
          String book = begun(page, "Shire " + width + (script ? " with" : " without"));
          String number = book + "/parameter?path=" + SALARY;
          Page second = page.context().newPage();
          second.setViewportSize(width, 800);
          second.navigate(number);
          page.navigate(number);
          change(page, "45000");
          page.waitForSelector("dd:has-text('45,000')");
          change(second, "46000");
          second.waitForSelector("text=Somebody else was faster");
          assertThat(second.locator("main").innerText()).contains("45,000");
          page.navigate(book);
          Site.press(page, "a[href$='/load/authority-fees']");
          page.waitForURL(url -> url.endsWith("/load/authority-fees"));
          Site.choose(page, "#authority", "855");
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "published");
          page.keyboard().press("Enter");
          page.waitForSelector("text=Leicestershire");
          page.navigate(book);
          Site.press(page, "a[href$='/load/estimate-set']");
          page.waitForURL(url -> url.endsWith("/load/estimate-set"));
          Site.choose(page, "#estimateSet", set);
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "our own survey");
          page.keyboard().press("Enter");
          page.waitForURL(book);
          assertThat(page.locator("#edits").innerText()).contains("our own survey");
          page.navigate(book);
          Site.press(page, "form[action$='/diff'] button");
          page.waitForURL(url -> url.contains("/diff?other="));
          assertThat(page.locator("#differences").innerText()).contains(SALARY);
          page.navigate(book);
          Site.press(page, "form[action$='/delete'] button");
          page.waitForURL(Site.url("/cost-books"));
          assertThat(page.locator("main").innerText()).doesNotContain("Shire " + width);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNumberIsFoundByWordsAPayrollLoadedTheDraftPublishedAndSetBesideAnother(boolean script) {
    Site.visit(
        "/cost-books/england-illustrative-1/parameters",
        1280,
        script,
        page -> {
          Site.type(page, "#search", "salary of a social worker 2025-26");
          Site.choose(page, "#under", "staff-costs");
          Site.choose(page, "#kind", "illustrative");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(
              url -> url.contains("search=salary") && url.contains("under=staff-costs"));
          Site.press(
              page,
              "#numbers a[href*='/social-worker/2025-26/salary'], #numbers a[href*='%2Fsocial-worker%2F2025-26%2Fsalary']");
          page.waitForURL(url -> url.contains("/parameter?path="));
          assertThat(page.locator("h1").innerText()).contains("Salary of a social worker, 2025-26");
          assertThat(page.locator("main").innerText()).contains("42,708"); // as it ships
          page.navigate(Site.url("/cost-books"));
          String book = begun(page, "Pay " + (script ? "with" : "without"));
          Site.press(page, "a[href$='/load/payroll']");
          page.waitForURL(url -> url.endsWith("/load/payroll"));
          Site.attach(
              page,
              "#file",
              Site.csv(
                  "payroll.csv",
                  "post,role,fte,salary,weekly hours\nA,social-worker,1,43210,37\n"));
          Site.type(page, "#financialYear", "2025-26");
          Site.type(page, "#by", "hr");
          Site.type(page, "#reason", "April payroll");
          page.keyboard().press("Enter");
          page.waitForSelector("text=edition 2");
          page.navigate(book);
          assertThat(page.locator("#edits").innerText())
              .contains("Salary of a social worker, 2025-26", "42,708", "43,210");
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "agreed");
          page.keyboard().press("Enter");
          page.waitForSelector("dd:has-text('Published')");
          Site.press(page, "a[href$='/variations']");
          page.waitForURL(url -> url.endsWith("/variations"));
          Site.press(page, "input[value='england-illustrative-1']", "Space");
          Site.press(page, "form[method='get'] button");
          page.waitForURL(url -> url.contains("others=england-illustrative-1"));
          assertThat(page.locator("main table").count()).isPositive();
        });
  }

  /**
   * Six family support workers at £65,632.705 and £100 a day for four beds at 80 %: £430,321.23 ÷
   * 1,168.8 = £368.17 a night. A seventh makes it £424.33.
   */
  @ParameterizedTest
  @CsvSource({"1280, true", "375, false"})
  void anInHouseHomeIsPutIntoADraftAndOneOfItsPostsChanged(int width, boolean script) {
    Site.visit(
        "/cost-books",
        width,
        script,
        page -> {
          String book = begun(page, "Home " + width + (script ? " with" : " without"));
          Site.press(page, "a[href$='/in-house']");
          page.waitForURL(url -> url.endsWith("/in-house"));
          Site.choose(page, "#placement", "residential");
          Site.type(page, "#name", "Oak House");
          Site.type(page, "#from", "1");
          Site.type(page, "#from-month", "4");
          Site.type(page, "#from-year", "2025");
          Site.type(page, "#beds", "4");
          Site.type(page, "#occupancy", "80");
          Site.choose(page, "#posts-0-role", "family-support-worker");
          Site.type(page, "#posts-0-fte", "6");
          Site.type(page, "#running-0-name", "Food and heating");
          Site.type(page, "#running-0-amount", "100");
          Site.choose(page, "#running-0-per", "day");
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "our own home");
          page.keyboard().press("Enter");
          page.waitForSelector("text=£368.17");
          page.navigate(book + "/in-house");
          assertThat(page.locator("#homes").innerText()).contains("£368.17", "1,168.8");
          Site.press(page, "#parts-1 a[href*='posts']");
          page.waitForURL(url -> url.contains("/parameter?path="));
          change(page, "7");
          page.waitForSelector("dd:has-text('7')");
          page.navigate(book + "/in-house");
          assertThat(page.locator("#homes").innerText()).contains("£424.33");
        });
  }

  /** The address of a draft that is begun by keyboard on the page of cost books. */
  private static String begun(Page page, String name) {
    Site.type(page, "#name", name);
    Site.type(page, "#by", "finance officer");
    Site.type(page, "#reason", "our own figures");
    page.keyboard().press("Enter");
    String word = name.replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
    page.waitForURL(url -> url.contains("/cost-books/" + word + "-"));
    return page.url();
  }

  private static void change(Page page, String value) {
    Site.type(page, "#value", value);
    Site.type(page, "#source", "Testshire payroll");
    Site.type(page, "#by", "finance officer");
    Site.type(page, "#reason", "pay award");
    page.keyboard().press("Enter");
  }
}
