package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.homeward.Databases;

/** The running service and one browser, started once for all tests of pages. */
final class Site {

  /** What WCAG 2.2 AA asks, as far as a program can see it. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final Site SITE = new Site();

  private final EmbeddedServer server;
  private final Playwright playwright;
  private final Browser browser;

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
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private void close() {
    browser.close();
    playwright.close();
    server.close();
  }

  static EmbeddedServer server() {
    return SITE.server;
  }

  static String url(String address) {
    return SITE.server.getURL() + address;
  }

  /**
   * Does something on a page in a window of this width. A console error, a script that fails or a
   * request to another host fails the test.
   */
  static void visit(String address, int width, boolean script, Consumer<Page> task) {
    try (BrowserContext context =
        SITE.browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(script))) {
      List<String> faults = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(
          m -> {
            // The browser reports the status of a refused form as an error of its own.
            if (m.type().equals("error") && !m.text().contains("the server responded with")) {
              faults.add(m.text());
            }
          });
      page.onPageError(faults::add);
      page.onRequest(
          r -> {
            if (!r.url().startsWith(url("/")) && !r.url().startsWith("data:")) {
              faults.add("asked " + r.url());
            }
          });
      page.navigate(url(address));
      task.accept(page);
      assertThat(faults).as(address + " at " + width + " px").isEmpty();
    }
  }

  /**
   * Holds the page, with all that is folded open, against axe and against its own width. Axe is
   * script itself: only for visits with script.
   */
  static void assertAccessible(Page page) {
    page.evaluate("window.folded = [...document.querySelectorAll('details:not([open])')]");
    page.evaluate("window.folded.forEach(d => { d.open = true })");
    String where = page.url() + " at " + page.viewportSize().width + " px";
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).as(where).isEmpty();
    assertFits(page);
    page.evaluate("window.folded.forEach(d => { d.open = false })");
  }

  /** Nothing makes the page itself scroll sideways. */
  static void assertFits(Page page) {
    Number needed = (Number) page.evaluate("document.documentElement.scrollWidth");
    assertThat(needed.intValue())
        .as("width of " + page.url())
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

  /** Presses a button, link or summary that is reached by keyboard. */
  static void press(Page page, String selector) {
    press(page, selector, "Enter");
  }

  /** Presses a key on something that is reached by keyboard. */
  static void press(Page page, String selector, String key) {
    tabTo(page, selector);
    page.keyboard().press(key);
  }

  /** What axe does takes script; without it the page must at least fit its window. */
  static void assertGood(Page page, boolean script) {
    if (script) {
      assertAccessible(page);
    } else {
      assertFits(page);
    }
  }
}
