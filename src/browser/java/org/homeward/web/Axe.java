package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What WCAG 2.2 AA asks and good practice adds, as far as a program can see it. Axe is asked in the
 * page itself, for what it finds against it alone: several times as fast as through its builder,
 * which opens a second page and brings back all that is in order.
 */
final class Axe {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String SCRIPT = script();

  /** Of rows that are built alike three are enough: they look alike as well. */
  private static final String RUN =
      """
      async ({ tags, contrast }) => {
        const seen = new Map()
        const hidden = []
        document.querySelectorAll('main tbody tr, main li, main .homeward-item').forEach(row => {
          const shape = row.parentElement.className + row.outerHTML
            .replace(/>[^<]*/g, '>').replace(/ (id|href|for|name|value|aria-[a-z]+)="[^"]*"/g, '')
          seen.set(shape, (seen.get(shape) ?? 0) + 1)
          if (seen.get(shape) > 3 && !row.closest('svg')) hidden.push(row)
        })
        hidden.forEach(row => { row.style.display = 'none' })
        // What the page's own script does after a change of size comes with the next picture.
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
        const found = await axe.run({
          runOnly: { type: 'tag', values: tags },
          rules: { 'color-contrast': { enabled: contrast } },
          resultTypes: ['violations']
        })
        hidden.forEach(row => { row.style.display = '' })
        return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`))
      }
      """;

  private Axe() {}

  enum Rules {
    ALL,
    BUT_CONTRAST
  }

  static void assertNothingFound(Page page, Rules rules) {
    assertThat(found(page, rules))
        .as(page.url() + " at " + page.viewportSize().width + " px")
        .isEmpty();
  }

  static List<?> found(Page page, Rules rules) {
    if (!(Boolean) page.evaluate("'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return (List<?>) page.evaluate(RUN, Map.of("tags", TAGS, "contrast", rules == Rules.ALL));
  }

  private static String script() {
    try (InputStream file =
        Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
