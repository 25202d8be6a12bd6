package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is begun, changed, compared and contested by keyboard in a real browser. */
class CostBookBrowserTest {

  private static final String SALARY = "staff-costs/social-worker/2025-26/salary";

  @ParameterizedTest
  @CsvSource({"1280, true", "375, true", "1280, false", "375, false"})
  void aNumberIsChangedInADraftAndTheSecondEditorSeesIt(int width, boolean script) {
    Site.visit(
        "/cost-books",
        width,
        script,
        page -> {
          Site.type(page, "#name", "Shire " + width + (script ? " with" : " without"));
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "our own payroll");
          page.keyboard().press("Enter");
          page.waitForURL(url -> url.contains("/cost-books/shire-"));
          Site.assertGood(page, script);
          String book = page.url();
          String number = book + "/parameter?path=" + SALARY;
          Page second = page.context().newPage();
          second.setViewportSize(width, 800);
          second.navigate(number);
          page.navigate(number);
          change(page, "45000");
          page.waitForSelector("dd:has-text('45,000')");
          Site.assertGood(page, script);
          change(second, "46000");
          second.waitForSelector("text=Somebody else was faster");
          assertThat(second.locator("main").innerText()).contains("45,000");
          Site.assertGood(second, script);
          page.navigate(book + "/load/payroll");
          Site.assertGood(page, script);
          page.navigate(book + "/load/authority-fees");
          page.selectOption("#authority", "855");
          Site.type(page, "#by", "finance officer");
          Site.type(page, "#reason", "published");
          page.keyboard().press("Enter");
          page.waitForSelector("text=Leicestershire");
          Site.assertGood(page, script);
          page.navigate(book);
          Site.assertGood(page, script);
          page.navigate(book + "/diff?other=england-illustrative-1");
          assertThat(page.locator("#differences").innerText()).contains(SALARY);
          Site.assertGood(page, script);
        });
  }

  private static void change(Page page, String value) {
    Site.type(page, "#value", value);
    Site.type(page, "#source", "Testshire payroll");
    Site.type(page, "#by", "finance officer");
    Site.type(page, "#reason", "pay award");
    page.keyboard().press("Enter");
  }
}
