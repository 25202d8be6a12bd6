package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.Databases;

/** The running service and one browser, started once for all tests of pages. */
final class Site {

  /** 210 mm less two margins of 15 mm, at 96 pixels an inch. */
  private static final int A4 = 680;

  /**
   * Whatever can be pressed or taken away and is seen; whatever is to be read, folded or not, and
   * is not seen, or not whole, or not on white paper: a printer leaves out what is behind a text.
   */
  private static final String AMISS_IN_PRINT =
      """
      () => {
        const seen = e => e.checkVisibility({ contentVisibilityAuto: true })
        const all = s => [...document.querySelectorAll(s)]
        const press = all('nav, form, button, input, select, textarea, .govuk-button, .homeward-files, a[download], '
          + "a[href*='download='], a[href*='format='], main p > a:only-child[href^='/api/']").filter(seen)
        const read = all('h1, main table, main .homeward-answer, main .homeward-chart')
          .filter(e => !e.closest('form, #ask, .homeward-ask') && !seen(e))
        const cut = all('main table, main svg').filter(seen)
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        const light = c => {
          const [r, g, b] = c.match(/[0-9.]+/g).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const kinds = new Map() // one of each kind: what looks the same is styled the same
        all('body *:not(svg *)').filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .forEach(e => kinds.set(e.tagName + e.className + e.parentElement.className, e))
        const pale = [...kinds.values()].filter(seen)
          .filter(e => 1.05 / (light(getComputedStyle(e).color) + 0.05) < 4.5)
        const say = (what, list) => list.map(e => what + e.outerHTML.slice(0, 120))
        return [...say('pressed: ', press), ...say('unseen: ', read), ...say('cut: ', cut), ...say('pale: ', pale)]
      }
      """;

  private static final Site SITE = new Site();

  private final EmbeddedServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final Watched withScript;
  private final Watched withoutScript;

  private Site() {
    server = Databases.H2.serve();
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
    withScript = new Watched(browser, server.getURL() + "/", true);
    withoutScript = new Watched(browser, server.getURL() + "/", false);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private void close() {
    browser.close();
    playwright.close();
    server.close();
  }

  /** A part of the service, for what no page does. */
  static <T> T bean(Class<T> type) {
    return SITE.server.getApplicationContext().getBean(type);
  }

  static String url(String address) {
    return SITE.server.getURL() + address;
  }

  /**
   * Does something on a page in a window of this width. On that page and each that it opens, a
   * console error, a script that fails, something that is not there or a request to another host
   * fails the test.
   */
  static void visit(String address, int width, boolean script, Consumer<Page> task) {
    visit(address, width, script ? SITE.withScript : SITE.withoutScript, task, page -> {});
  }

  /**
   * The same where the program’s own script does not arrive: the page is as it is without script,
   * and axe, which is script itself, can be run on it.
   */
  static void visitBeforeScript(String address, Consumer<Page> task) {
    visit(
        address,
        1280,
        SITE.withScript,
        task,
        page ->
            page.route(
                url("/pages/homeward.js"),
                route ->
                    route.fulfill(
                        new Route.FulfillOptions().setContentType("text/javascript").setBody(""))));
  }

  /** On a page with script: a fault of the service that the test has made itself is none. */
  static void forgive(String fault) {
    SITE.withScript.forgive(fault);
  }

  private static void visit(
      String address, int width, Watched context, Consumer<Page> task, Consumer<Page> before) {
    Page page = context.open();
    try {
      page.setViewportSize(width, 800);
      before.accept(page);
      page.navigate(url(address));
      task.accept(page);
      assertThat(context.faults()).as(address + " at " + width + " px").isEmpty();
    } finally {
      context.close();
    }
  }

  /** Holds the page, with all that is folded open, against axe and against its own width. */
  static void assertAccessible(Page page) {
    unfold(page);
    Axe.assertNothingFound(page, Axe.Rules.ALL);
    assertFits(page);
    fold(page);
  }

  /**
   * Holds a page of {@link #visitBeforeScript} against axe on a telephone without script, then on a
   * telephone and on a desk with it; against each width, also that of 200 % zoom, with all that is
   * folded open, and the narrowest as it comes; and against what moves. Contrast, which takes most
   * of the time, is looked at once without script and once with it.
   */
  static void assertGoodEverywhere(Page page) {
    unfold(page);
    assertFitsEveryWidth(page);
    Axe.assertNothingFound(page, Axe.Rules.ALL);
    fold(page);
    assertFits(page);
    page.evaluate("() => import('/pages/homeward.js?late')");
    assertFits(page);
    unfold(page);
    assertFitsEveryWidth(page);
    Axe.assertNothingFound(page, Axe.Rules.BUT_CONTRAST);
    page.setViewportSize(1280, 800);
    Axe.assertNothingFound(page, Axe.Rules.ALL);
    assertStill(page);
    fold(page);
  }

  /**
   * On a sheet of A4 with its margins there is all that is to be read, whole and in colours that
   * can be read, and nothing to press.
   */
  static void assertPrints(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(A4, 960);
    assertFits(page);
    assertThat((List<?>) page.evaluate(AMISS_IN_PRINT))
        .as("what is amiss in print of " + page.url())
        .isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static void unfold(Page page) {
    page.evaluate(
        """
        () => {
          window.folded = [...document.querySelectorAll('details:not([open])')]
          window.folded.forEach(d => { d.open = true })
        }
        """);
  }

  private static void fold(Page page) {
    page.evaluate("window.folded.forEach(d => { d.open = false })");
  }

  /** From the desk to the narrowest telephone; 640 pixels are a desk at 200 % zoom. */
  private static void assertFitsEveryWidth(Page page) {
    for (int width : new int[] {1280, 640, 375, 320}) {
      page.setViewportSize(width, 800);
      assertFits(page);
    }
  }

  /** Nothing makes the page itself scroll sideways. */
  static void assertFits(Page page) {
    Number needed = (Number) page.evaluate("document.documentElement.scrollWidth");
    assertThat(needed.intValue())
        .as("width of " + page.url() + " at " + page.viewportSize().width + " px")
        .isLessThanOrEqualTo(page.viewportSize().width);
  }

  /** For whom movement is unpleasant, nothing moves: no transition, no animation, no scrolling. */
  static void assertStill(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(moving(page)).as("what moves on " + page.url()).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  /** The elements, and what stands before and after them, that take time over a change. */
  static List<?> moving(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => {
              const slow = times => times.split(',').some(t => parseFloat(t) > 0.01)
              const moves = of =>
                slow(of.transitionDuration) || slow(of.transitionDelay)
                || (of.animationName !== 'none' && slow(of.animationDuration))
                || of.scrollBehavior === 'smooth'
              const kinds = new Map() // one of each kind: what looks the same is styled the same
              document.querySelectorAll('*').forEach(e => kinds.set(e.tagName + '.' + e.className, e))
              return [...kinds.values()]
                .flatMap(e => [[e, null], [e, '::before'], [e, '::after']])
                .filter(([e, part]) => moves(getComputedStyle(e, part)))
                .map(([e, part]) => e.tagName + '.' + e.className + (part ?? ''))
                .concat(document.getAnimations().map(a => a.constructor.name))
            }
            """);
  }

  /** Presses Tab until the element has the focus, as somebody without a pointer does. */
  static void tabTo(Page page, String selector) {
    for (int i = 0; i < 400; i++) {
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
  }

  /** Types into a field that is reached by keyboard. */
  static void type(Page page, String selector, String text) {
    tabTo(page, selector);
    page.keyboard().type(text);
  }

  /** Chooses from a list that is reached by keyboard, with the arrows from its first entry on. */
  static void choose(Page page, String selector, String value) {
    tabTo(page, selector);
    page.keyboard().press("Home");
    int entries = page.locator(selector + " option").count();
    for (int i = 1; i < entries && !page.locator(selector).inputValue().equals(value); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator(selector).inputValue()).as(selector).isEqualTo(value);
  }

  /** Ticks, or with a tick takes off, boxes that are reached by keyboard, in their order. */
  static void tick(Page page, String name, String... values) {
    for (String value : values) {
      press(page, "input[name='" + name + "'][value='" + value + "']", "Space");
    }
  }

  /** Types in place of what a field that is reached by keyboard holds. */
  static void retype(Page page, String selector, String text) {
    press(page, selector, "Control+A");
    page.keyboard().type(text);
    assertThat(page.locator(selector).inputValue()).as(selector).isEqualTo(text);
  }

  /**
   * Gives files to a field that is reached by keyboard; the window in which the system lets choose
   * them is not the page’s.
   */
  static void attach(Page page, String selector, FilePayload... files) {
    chooser(page, selector).setFiles(files);
  }

  /** Gives a file that was taken away to a field that is reached by keyboard. */
  static void attach(Page page, String selector, Download file) {
    chooser(page, selector).setFiles(file.path());
  }

  private static FileChooser chooser(Page page, String selector) {
    return page.waitForFileChooser(() -> press(page, selector));
  }

  static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Presses a button, link or summary that is reached by keyboard. */
  static void press(Page page, String selector) {
    press(page, selector, "Enter");
  }

  /** Presses a key on something that is reached by keyboard. */
  static void press(Page page, String selector, String key) {
    tabTo(page, selector);
    page.keyboard().press(key);
  }
}
