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

  /** Of rows, paragraphs and tables that are built alike three are enough: they look alike. */
  private static final String RUN =
      """
      async ({ tags, contrast }) => {
        const seen = new Map()
        const hidden = new Set()
        const thin = (part, shape) => {
          seen.set(shape, (seen.get(shape) ?? 0) + 1)
          if (seen.get(shape) > 3) hidden.add(part)
        }
        document.querySelectorAll('main :is(tbody tr, li, p, h3)').forEach(part => thin(
          part,
          part.parentElement.className + part.outerHTML
            .replace(/>[^<]*/g, '>').replace(/ (id|href|for|name|value|aria-[a-z]+)="[^"]*"/g, '')))
        document.querySelectorAll('main .homeward-item').forEach(part => thin(part, 'item'))
        document.querySelectorAll('main .homeward-scroll').forEach(part => {
          const rows = [...part.querySelectorAll('tbody tr')]
          if (rows.length > 0 && rows.every(row => hidden.has(row))) thin(part, 'table')
        })
        hidden.forEach(row => { row.style.display = 'none' })
        // What the page’s own script does after a change of size comes with the next picture, if
        // there is one.
        await new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 200) })
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
