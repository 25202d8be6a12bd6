package org.homeward.web;

import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.Provenance;

/**
 * Why a pathway costs what it costs, as a page shows it: the total with its components, items and
 * lines, and each figure that lines rest on as a table.
 */
public record Why(Pathway pathway, Explanation total, List<Working> workings) {

  /** A figure that others rest on: a unit cost, the cost of an hour, a fee, an index. */
  public record Working(Explanation figure, List<Row> rows) {}

  /**
   * A part of a figure, or a part of a part.
   *
   * @param depth 0 for a part of the figure itself
   * @param from the rule in words, or the source
   * @param link to the working that tells more, or empty
   */
  public record Row(int depth, Explanation part, String from, String link) {}

  static Why of(CompiledBook book, Pathway pathway, Ledger ledger) {
    Explanation total = new ExplanationCalculator(book).total(pathway, ledger);
    List<Working> workings =
        total.addresses().values().stream()
            .filter(Explanation::shared)
            .map(f -> new Working(f, rows(f)))
            .toList();
    return new Why(pathway, total, workings);
  }

  /** The link to what a line rests on, or empty where it is told in full. */
  public static String link(Explanation figure) {
    return figure.addresses().values().stream()
        .filter(Explanation::shared)
        .findFirst()
        .map(f -> "#" + anchor(f))
        .orElse("");
  }

  /** The name of a working on the page. */
  public static String anchor(Explanation figure) {
    return figure.key().replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static List<Row> rows(Explanation figure) {
    List<Row> rows = new ArrayList<>();
    add(figure, 0, rows);
    return rows;
  }

  private static void add(Explanation figure, int depth, List<Row> rows) {
    for (Explanation part : figure.parts()) {
      rows.add(
          new Row(
              depth,
              part,
              part.shared() ? "worked out below" : from(part),
              part.shared() ? "#" + anchor(part) : ""));
      if (!part.shared()) {
        add(part, depth + 1, rows);
      }
    }
  }

  /** Where an input comes from, or how a figure is made. */
  public static String from(Explanation figure) {
    Provenance source = figure.source();
    if (source == null) {
      return figure.parts().isEmpty() ? "" : figure.rule().words();
    }
    return source.source()
        + (source.illustrative() ? " – illustrative" : "")
        + (figure.note().isEmpty() ? "" : ": " + figure.note());
  }
}
