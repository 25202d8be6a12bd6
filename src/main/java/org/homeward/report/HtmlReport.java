package org.homeward.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A report as one page that needs nothing else: to be kept, sent and printed. */
public final class HtmlReport {

  /** How it looks; stands in the page itself. */
  static final String STYLE =
      """
      body { font: 16px/1.5 arial, sans-serif; color: #0b0c0c; max-width: 60em; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.9em; line-height: 1.2; }
      h2 { font-size: 1.35em; margin: 1.6em 0 .5em; break-after: avoid; }
      .answer { font-size: 1.15em; border-left: 6px solid #1d70b8; padding-left: 1em; }
      figure { margin: 1em 0; break-inside: avoid; }
      figure svg { max-width: 100%; height: auto; }
      figcaption, caption { font-weight: 700; text-align: left; padding: .4em 0; }
      .scroll { overflow-x: auto; margin: 1em 0; }
      tr, table:not(:has(tr:nth-child(12))) { break-inside: avoid; }
      caption, thead, tbody tr:nth-child(-n+3) { break-after: avoid; }
      tbody tr:nth-last-child(-n+3) { break-before: avoid; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #b1b4b6; padding: .35em .8em .35em 0; text-align: left; vertical-align: top; }
      td, thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
      tbody th { font-weight: 400; }
      .strong th, .strong td { font-weight: 700; border-top: 2px solid #0b0c0c; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; }
      dt { font-weight: 700; }
      dd { margin: 0; overflow-wrap: anywhere; }
      @media print { @page { size: A4; margin: 15mm; } body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; } .scroll { overflow: visible; } }
      """;

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  public static String of(Document document) {
    StringOutput text = new StringOutput(64_000);
    ENGINE.render("report.jte", Map.of("document", document, "style", STYLE), text);
    return text.toString();
  }

  /** A Content-Security-Policy under which the page has its own style and nothing else. */
  public static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + hash()
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String hash() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
