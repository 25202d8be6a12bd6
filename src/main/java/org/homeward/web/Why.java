package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.WeeksInYear;

/**
 * Why a pathway costs what it costs, as a page shows it: the total with its components, items and
 * lines, and each figure that lines rest on as a table.
 *
 * @param name of the pathway
 * @param components what the total is made of
 * @param lines every line of every item
 */
public record Why(
    String name, Explanation total, Table components, Table lines, List<Working> workings) {

  private static final int DECIMALS = 6;

  /** A figure that others rest on: a unit cost, the cost of an hour, a fee, an index. */
  public record Working(Explanation figure, Table table) {}

  static Why of(CompiledBook book, Pathway pathway, Ledger ledger) {
    Explanation total = new ExplanationCalculator(book).total(pathway, ledger);
    return of(pathway.name(), total);
  }

  static Why of(String name, Explanation total) {
    return new Why(name, total, components(total), lines(total), workings(total));
  }

  private static List<Working> workings(Explanation figure) {
    return workings(figure.addresses().values());
  }

  private static List<Working> workings(Collection<Explanation> figures) {
    return figures.stream().filter(Explanation::shared).map(f -> new Working(f, table(f))).toList();
  }

  /**
   * A figure besides a total, as {@link FigureExplanations} has them.
   *
   * @param name of what it is a figure
   */
  public record Figure(String name, Explanation figure, Table table, List<Working> workings) {

    static Figure of(
        CompiledBook book,
        Comparison.CostedPathway of,
        Comparison.CostedPathway baseline,
        String figure,
        WeeksInYear weeks) {
      FigureExplanations figures = new FigureExplanations(book, of.pathway(), of.ledger());
      Explanation made =
          figure.equals(FigureExplanations.DIFFERENCE)
              ? figures.against(baseline.pathway(), baseline.ledger())
              : figures.of(figure, weeks);
      return of(of.pathway().name(), made);
    }

    static Figure of(String name, Explanation made) {
      return of(name, made, List.of());
    }

    /**
     * @param beside figures that it does not rest on, but that are told with it
     */
    static Figure of(String name, Explanation made, List<Explanation> beside) {
      Map<String, Explanation> figures = new LinkedHashMap<>(made.addresses());
      beside.forEach(b -> b.addresses().forEach(figures::putIfAbsent));
      return new Figure(name, made, Why.table(made), Why.workings(figures.values()));
    }

    List<Exhibit> exhibits() {
      return Why.exhibits(List.of(table), workings);
    }

    /** As a page. */
    HttpResponse<?> page(Pages pages, HttpRequest<?> request, Section section, List<Link> crumbs) {
      return pages.page(
          request,
          "why-figure.jte",
          Map.of(
              "section",
              section,
              "crumbs",
              crumbs,
              "why",
              this,
              "about",
              FigureWords.of(figure.key())),
          exhibits());
    }
  }

  /**
   * The pathway of an id among those compared.
   *
   * @throws InputException if there is none
   */
  static Comparison.CostedPathway asked(List<Comparison.CostedPathway> compared, String id) {
    return compared.stream()
        .filter(p -> p.pathway().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "pathway",
                        id,
                        "This route is not among those compared.",
                        "Go back to the comparison and choose one of its routes.")));
  }

  List<Exhibit> exhibits() {
    return exhibits(List.of(components, lines), workings);
  }

  private static List<Exhibit> exhibits(List<Table> first, List<Working> workings) {
    List<Exhibit> exhibits = new ArrayList<>(first);
    workings.forEach(w -> exhibits.add(w.table()));
    return exhibits;
  }

  /**
   * The page about a pathway's total, or about the figure of it that the address names.
   *
   * @param compared where it comes from
   * @param back the page from which it was asked
   * @throws InputException if there is no such pathway or figure
   */
  static HttpResponse<?> page(
      Pages pages,
      HttpRequest<?> request,
      CompiledBook book,
      List<Comparison.CostedPathway> compared,
      WeeksInYear weeks,
      Section section,
      Link back) {
    Form asked = Form.of(request.getParameters());
    Comparison.CostedPathway of = asked(compared, asked.value("pathway"));
    if (asked.value("figure").isEmpty()) {
      return of(book, of.pathway(), of.ledger()).page(pages, request, section, List.of(back));
    }
    Figure why = Figure.of(book, of, compared.get(0), asked.value("figure"), weeks);
    Link total =
        new Link(
            of.pathway().name(),
            UriBuilder.of(request.getUri()).replaceQueryParam("figure").toString());
    return why.page(pages, request, section, List.of(back, total));
  }

  /** As a page. */
  HttpResponse<?> page(Pages pages, HttpRequest<?> request, Section section, List<Link> crumbs) {
    return pages.page(
        request, "why.jte", Map.of("section", section, "crumbs", crumbs, "why", this), exhibits());
  }

  private static Table components(Explanation total) {
    List<Table.Row> rows = new ArrayList<>();
    for (Explanation component : total.parts()) {
      rows.add(
          Table.Row.of(
              Cell.text(component.label()).to("#" + anchor(component)), figure(component)));
    }
    rows.add(new Table.Row(List.of(Cell.text("Total"), figure(total)), true));
    return new Table("sum", "What the total is made of", List.of("Component", "Cost"), rows);
  }

  private static Table lines(Explanation total) {
    List<Table.Row> rows = new ArrayList<>();
    for (Explanation component : total.parts()) {
      for (Explanation item : component.parts()) {
        for (Explanation line : item.parts()) {
          rows.add(
              Table.Row.of(
                  Cell.text(component.label()),
                  Cell.text(item.label()),
                  Cell.text(line.sentence()),
                  figure(line).illustrative(line.illustrative())));
        }
      }
    }
    return new Table(
        "every-line",
        "Every line of the ledger",
        List.of("Component", "Item", "Line", "Cost"),
        rows);
  }

  private static Cell figure(Explanation figure) {
    return new Cell(figure.written(), Fractions.toDecimal(figure.value(), DECIMALS));
  }

  private static Table table(Explanation figure) {
    List<Table.Row> rows = new ArrayList<>();
    add(figure, 0, rows);
    return new Table(
        anchor(figure) + "-working",
        "Working of " + figure.label(),
        List.of("Part", "Figure", "From"),
        rows);
  }

  private static void add(Explanation figure, int depth, List<Table.Row> rows) {
    for (Explanation part : figure.parts()) {
      rows.add(
          Table.Row.of(
              Cell.deep(depth, part.label()),
              figure(part),
              part.shared()
                  ? Cell.text("worked out below").to("#" + anchor(part))
                  : Cell.text(from(part))));
      if (!part.shared()) {
        add(part, depth + 1, rows);
      }
    }
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

  /** Where an input comes from, or how a figure is made. */
  public static String from(Explanation figure) {
    Provenance source = figure.source();
    if (source == null) {
      return figure.parts().isEmpty() ? figure.note() : figure.rule().words();
    }
    return source.source()
        + (source.illustrative() ? " – illustrative" : "")
        + (figure.note().isEmpty() ? "" : ": " + figure.note());
  }
}
