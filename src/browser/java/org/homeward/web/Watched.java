package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of a browser, all of which are watched: what goes wrong in any, or is asked of
 * another host, is a fault. Used again by each test, without what the one before has opened.
 */
final class Watched {

  private final BrowserContext context;
  private final String site;
  private final List<String> faults = new ArrayList<>();

  Watched(Browser browser, String site, boolean script) {
    this.site = site;
    context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    context.onConsoleMessage(this::console);
    context.onWebError(e -> faults.add(e.error()));
    context.onRequest(this::asked);
    context.onResponse(this::answered);
    context.onRequestFailed(this::failed);
    context.onPage(
        page -> page.onWebSocket(socket -> faults.add("opened a socket to " + socket.url())));
  }

  Page open() {
    return context.newPage();
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Takes back faults that were meant to happen, and did. */
  void forgive(String fault) {
    assertThat(faults.removeIf(f -> f.startsWith(fault))).as(fault).isTrue();
  }

  void close() {
    context.pages().forEach(Page::close);
    context.clearCookies();
    faults.clear();
  }

  /** What the service answers is looked at as an answer, not as the browser’s word for it. */
  private void console(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource:")) {
      faults.add(message.text());
    }
  }

  private void asked(Request request) {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
      faults.add("asked " + request.url());
    }
  }

  /** A page may say that it refuses something; whatever else a page asks for must be there. */
  private void answered(Response response) {
    Request request = response.request();
    boolean toRead = request.isNavigationRequest();
    boolean live = request.resourceType().equals("fetch") && response.status() == 400;
    int least = toRead || live ? 500 : 400;
    if (response.status() >= least) {
      faults.add(response.status() + " from " + response.url());
    }
  }

  /** Going elsewhere ends what a page still waits for: no fault of it. */
  private void failed(Request request) {
    if (!"net::ERR_ABORTED".equals(request.failure())) {
      faults.add(request.failure() + " from " + request.url());
    }
  }
}
