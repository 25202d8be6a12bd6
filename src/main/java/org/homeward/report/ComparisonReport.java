package org.homeward.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonWords;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.Rule;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.pathway.NominalCost;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.CumulativeChart;
import org.homeward.picture.Size;
import org.homeward.picture.Spending;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;

/**
 * A comparison as a report: what its document says, and the trees that its formulas come from.
 *
 * @param totals one for each pathway; what they rest on is shared between them
 * @param otherPrices in the money of each year, and in prices of other years
 */
public record ComparisonReport(
    CompiledBook book,
    Comparison comparison,
    ExplanationCalculator figures,
    List<Explanation> totals,
    List<PoundsTable> otherPrices,
    Document document) {

  private static final int MONTHS = 12;

  /**
   * @param inYears the same pathways in prices of other years
   * @param stamp what the answer was made from, by name
   */
  public static ComparisonReport of(
      CompiledBook book,
      Comparison comparison,
      Map<FinancialYear, Comparison> inYears,
      Map<String, String> stamp) {
    ExplanationCalculator figures = new ExplanationCalculator(book);
    List<Explanation> totals =
        comparison.pathways().stream().map(p -> figures.totalOf(p.pathway(), p.ledger())).toList();
    List<PoundsTable> otherPrices = new ArrayList<>();
    otherPrices.add(nominal(book.book(), comparison.pathways()));
    if (!inYears.isEmpty()) {
      otherPrices.add(priceYears(book.book(), comparison.pathways(), inYears));
    }
    return new ComparisonReport(
        book,
        comparison,
        figures,
        totals,
        otherPrices,
        document(book.book(), comparison, otherPrices, totals, stamp));
  }

  private static Document document(
      CostBook book,
      Comparison comparison,
      List<PoundsTable> otherPrices,
      List<Explanation> totals,
      Map<String, String> stamp) {
    ComparisonWords words = new ComparisonWords(book, comparison);
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    List<String> names = pathways.stream().map(p -> p.pathway().name()).toList();
    return new Document(
        names.size() == 1
            ? "What " + Format.within(names.get(0)) + " costs"
            : "What " + names.size() + " routes for a child cost",
        List.of(
            "What "
                + (names.size() == 1 ? "does " : "do ")
                + names.stream().map(Format::within).collect(Collectors.joining("; "))
                + " cost?",
            words.asked()),
        words.sentences(),
        List.of(spending(comparison), components(comparison)),
        tables(book, pathways, otherPrices),
        words.assumptions(),
        words.illustrative(),
        sources(totals),
        words.leftOut(),
        stamp);
  }

  private static List<Document.Grid> tables(
      CostBook book, List<Comparison.CostedPathway> pathways, List<PoundsTable> otherPrices) {
    List<Document.Grid> tables =
        new ArrayList<>(List.of(costs(pathways), payers(pathways), years(pathways)));
    otherPrices.forEach(t -> tables.add(t.grid()));
    tables.add(hours(book, pathways));
    return tables;
  }

  /** Pathway years, the last one perhaps cut short, as the months that they end with. */
  static List<Integer> yearEnds(List<Comparison.CostedPathway> pathways) {
    int months = pathways.stream().mapToInt(p -> p.cumulative().size()).max().orElse(0);
    return IntStream.rangeClosed(1, (months + MONTHS - 1) / MONTHS)
        .map(year -> Math.min(months, year * MONTHS))
        .boxed()
        .toList();
  }

  private static Document.Chart spending(Comparison comparison) {
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    String title = "Spent so far on each route";
    List<Integer> ends = yearEnds(pathways);
    return new Document.Chart(
        title,
        CumulativeChart.of("spending", title, Spending.of(comparison), Size.WIDE),
        Document.Kind.LINES,
        "By the end of year",
        ends.stream().map(m -> Integer.toString((m + MONTHS - 1) / MONTHS)).toList(),
        pathways.stream()
            .map(
                p ->
                    new Document.Series(
                        p.pathway().name(),
                        ends.stream().map(m -> Pence.of(p.cumulative().get(m - 1))).toList()))
            .toList());
  }

  private static Document.Chart components(Comparison comparison) {
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    String title = "What each route costs in all, by component";
    return new Document.Chart(
        title,
        ComponentChart.of("components", title, comparison, Size.WIDE),
        Document.Kind.STACKED_BARS,
        "Route",
        pathways.stream().map(p -> p.pathway().name()).toList(),
        Arrays.stream(Component.values())
            .map(
                c ->
                    new Document.Series(
                        c.title(),
                        pathways.stream()
                            .map(p -> p.ledger().byComponent().getOrDefault(c, Pence.ZERO))
                            .toList()))
            .toList());
  }

  private static Document.Grid costs(List<Comparison.CostedPathway> pathways) {
    List<Document.Line> lines = new ArrayList<>();
    for (Component component : Component.values()) {
      lines.add(
          line(
              component.title(),
              pathways,
              p -> pounds(p.ledger().byComponent().getOrDefault(component, Pence.ZERO)),
              false));
    }
    lines.add(line("Total", pathways, p -> pounds(p.ledger().total()), true));
    if (pathways.size() > 1) {
      lines.add(
          line(
              "Against " + Format.within(pathways.get(0).pathway().name()),
              pathways,
              p -> pounds(p.difference()),
              false));
    }
    lines.add(line("A week", pathways, p -> Format.pounds(p.perWeek()), false));
    lines.add(
        line(
            "Discounted, as the Green Book asks",
            pathways,
            p -> pounds(p.discounted().total()),
            false));
    return grid("What each route costs by component", "Component", pathways, lines);
  }

  private static Document.Grid payers(List<Comparison.CostedPathway> pathways) {
    List<Payer> payers = payersOf(pathways);
    return grid(
        "Who pays",
        "Payer",
        pathways,
        payers.stream()
            .map(
                payer ->
                    line(
                        Format.title(payer.code()),
                        pathways,
                        p -> pounds(p.ledger().byPayer().getOrDefault(payer, Pence.ZERO)),
                        false))
            .toList());
  }

  private static Document.Grid years(List<Comparison.CostedPathway> pathways) {
    return grid(
        "Spent by the end of each year since the start",
        "By the end of",
        pathways,
        yearEnds(pathways).stream()
            .map(
                month ->
                    line(
                        month % MONTHS == 0 ? "Year " + month / MONTHS : "Month " + month,
                        pathways,
                        p -> pounds(Pence.of(p.cumulative().get(month - 1))),
                        false))
            .toList());
  }

  /** What is paid at the time, year by year, above the same in prices of the book. */
  private static PoundsTable nominal(CostBook book, List<Comparison.CostedPathway> pathways) {
    List<NominalCost> costs =
        pathways.stream()
            .map(p -> NominalCost.of(p.ledger(), book.indices(), book.priceYear()))
            .toList();
    List<PoundsTable.Row> rows = new ArrayList<>();
    for (int y = 0; y < costs.get(0).years().size(); y++) {
      int place = y;
      NominalCost.Year year = costs.get(0).years().get(y);
      String said = year.assumed() ? " (growth assumed)" : year.forecast() ? " (forecast)" : "";
      rows.add(
          new PoundsTable.Row(
              year.year() + said,
              costs.stream().map(c -> c.years().get(place).nominal()).toList(),
              false));
    }
    rows.add(
        new PoundsTable.Row(
            "Total, nominal", costs.stream().map(NominalCost::total).toList(), true));
    rows.add(totals("Total in " + book.priceYear() + " prices, real", pathways, false));
    return new PoundsTable(
        "In the money of each financial year (nominal)", heads("Financial year", pathways), rows);
  }

  private static PoundsTable priceYears(
      CostBook book,
      List<Comparison.CostedPathway> pathways,
      Map<FinancialYear, Comparison> inYears) {
    List<PoundsTable.Row> rows = new ArrayList<>();
    rows.add(totals("In " + book.priceYear() + " prices", pathways, true));
    inYears.forEach(
        (year, comparison) ->
            rows.add(totals("In " + year + " prices", comparison.pathways(), false)));
    return new PoundsTable(
        "Totals in prices of several years", heads("Price year", pathways), rows);
  }

  private static PoundsTable.Row totals(
      String heading, List<Comparison.CostedPathway> pathways, boolean strong) {
    return new PoundsTable.Row(
        heading, pathways.stream().map(p -> p.ledger().total()).toList(), strong);
  }

  /** Who pays for any of them. */
  static List<Payer> payersOf(List<Comparison.CostedPathway> pathways) {
    TreeSet<Payer> payers = new TreeSet<>();
    pathways.forEach(p -> payers.addAll(p.ledger().byPayer().keySet()));
    return List.copyOf(payers);
  }

  /** Names of the roles of the book, by id. */
  Map<String, String> roleNames() {
    return roleNames(book.book());
  }

  static Map<String, String> roleNames(CostBook book) {
    Map<String, String> names = new LinkedHashMap<>();
    book.hourlyCosts().forEach(h -> names.put(h.role().id(), h.role().name()));
    return names;
  }

  /** Roles that have any work on any of them. */
  static List<String> rolesOf(List<Comparison.CostedPathway> pathways) {
    TreeSet<String> roles = new TreeSet<>();
    pathways.forEach(p -> roles.addAll(p.ledger().minutesByRole().keySet()));
    return List.copyOf(roles);
  }

  private static Document.Grid hours(CostBook book, List<Comparison.CostedPathway> pathways) {
    Map<String, String> names = roleNames(book);
    List<Map<String, Minutes>> minutes = new ArrayList<>();
    pathways.forEach(p -> minutes.add(p.ledger().minutesByRole()));
    List<Document.Line> lines = new ArrayList<>();
    for (String role : rolesOf(pathways)) {
      lines.add(
          new Document.Line(
              names.getOrDefault(role, Format.title(role)),
              minutes.stream().map(m -> Format.hours(m.getOrDefault(role, Minutes.ZERO))).toList(),
              false));
    }
    return grid("Expected hours of staff time", "Role", pathways, lines);
  }

  private static Document.Grid grid(
      String caption,
      String first,
      List<Comparison.CostedPathway> pathways,
      List<Document.Line> lines) {
    return new Document.Grid(caption, heads(first, pathways), lines);
  }

  private static List<String> heads(String first, List<Comparison.CostedPathway> pathways) {
    List<String> heads = new ArrayList<>(List.of(first));
    pathways.forEach(p -> heads.add(p.pathway().name()));
    return heads;
  }

  private static Document.Line line(
      String heading,
      List<Comparison.CostedPathway> pathways,
      Function<Comparison.CostedPathway, String> cell,
      boolean strong) {
    return new Document.Line(heading, pathways.stream().map(cell).toList(), strong);
  }

  private static String pounds(Pence pence) {
    return Format.pounds(pence);
  }

  /** Each source once, with how many inputs rest on it. */
  static List<String> sources(List<Explanation> totals) {
    Map<String, Integer> inputs = new TreeMap<>();
    TreeSet<String> illustrative = new TreeSet<>();
    for (Explanation input : inputs(totals)) {
      Provenance source = input.source();
      if (source != null && !source.source().startsWith("already paid")) {
        inputs.merge(source.source(), 1, Integer::sum);
        if (source.illustrative()) {
          illustrative.add(source.source());
        }
      }
    }
    List<String> said = new ArrayList<>();
    inputs.forEach(
        (source, count) ->
            said.add(
                source
                    + " – "
                    + count
                    + (count == 1 ? " input" : " inputs")
                    + (illustrative.contains(source) ? ", illustrative" : "")));
    return said;
  }

  private static List<Explanation> inputs(List<Explanation> totals) {
    Map<String, Explanation> shared = new LinkedHashMap<>();
    List<Explanation> found = new ArrayList<>();
    totals.forEach(t -> inputs(t, shared, found));
    return found;
  }

  private static void inputs(
      Explanation figure, Map<String, Explanation> seen, List<Explanation> found) {
    boolean known = !figure.key().isEmpty() && seen.put(figure.key(), figure) != null;
    if (known) {
      return;
    }
    if (figure.rule() == Rule.INPUT) {
      found.add(figure);
    }
    figure.parts().forEach(p -> inputs(p, seen, found));
  }
}
