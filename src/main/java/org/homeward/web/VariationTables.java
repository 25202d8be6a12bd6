package org.homeward.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeward.api.BooksBeside;
import org.homeward.cohort.DearestExplanations;
import org.homeward.cohort.DearestPlacementsCalculator;
import org.homeward.cohort.Suppression;
import org.homeward.comparison.BookVariations;
import org.homeward.comparison.BookVariations.Amounts;
import org.homeward.comparison.DearestPlacements;
import org.homeward.comparison.PartExplanations;
import org.homeward.comparison.PathwayDecomposition;
import org.homeward.comparison.UnitCostDecomposition;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.costbook.CostBookEntry;
import org.homeward.explanation.BookFigures;
import org.homeward.intake.CohortAnswers;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** Several cost books side by side, as tables. */
final class VariationTables {

  private static final int SHARE_PLACES = 4;

  private final List<CostBookEntry> books;
  private final BookVariations variations;
  private final LocalDate on;
  private final Names names;

  private VariationTables(BooksBeside beside) {
    books = beside.entries();
    variations = beside.variations();
    on = beside.on();
    names = new Names(beside.books().get(0).book());
  }

  /** Whole routes where some were asked for, then unit costs, hours and fees. */
  static List<Table> of(BooksBeside beside) {
    VariationTables tables = new VariationTables(beside);
    List<Table> all = new ArrayList<>();
    if (!tables.variations.routes().isEmpty()) {
      all.add(tables.routes());
      all.add(tables.whyRoutes());
    }
    all.add(tables.unitCosts());
    all.add(tables.whyUnitCosts());
    all.add(tables.hours());
    all.add(tables.fees());
    return all;
  }

  /**
   * What part of the fees of a cohort its ten dearest placements take, by each book; kept back
   * where that would tell of few children.
   */
  static Table dearest(BooksBeside beside, String cohort, CohortAnswers.Held held) {
    List<Table.Row> rows = new ArrayList<>();
    String first = beside.entries().get(0).id();
    for (DearestPlacementsCalculator.Result result : beside.dearest(held)) {
      CostBookEntry book = beside.entries().get(rows.size());
      Cell name = Cell.text(book.name() + " (" + book.id() + ")");
      DearestPlacements share = result.share();
      BookWhy why = new BookWhy(book.id(), "", first);
      rows.add(
          result.tellsOfFew(Suppression.MOST)
              ? Table.Row.of(name, Cell.text("[c]"), Cell.text("[c]"), Cell.text("[c]"))
              : Table.Row.of(
                  name,
                  Cell.pounds(share.spend())
                      .to(why.address(BooksBeside.dearest(cohort, DearestExplanations.SPEND))),
                  Cell.pounds(share.spendOnDearest())
                      .to(why.address(BooksBeside.dearest(cohort, DearestExplanations.ON_DEAREST))),
                  Cell.percent(Fractions.toDecimal(share.share(), SHARE_PLACES))
                      .to(why.address(BooksBeside.dearest(cohort, DearestExplanations.SHARE)))));
    }
    return new Table(
        "dearest",
        "The ten dearest placements of the cohort",
        List.of("Book", "Fees of all placements", "Of the ten dearest", "Share"),
        rows);
  }

  private Table routes() {
    return new Table(
        "routes",
        "What each route costs to the 18th birthday",
        columns("Route", "Age at the start"),
        variations.routes().stream()
            .map(
                r ->
                    row(
                        r.totals(),
                        BookWhy.route(r.pathway().id(), r.age(), on),
                        Cell.text(r.pathway().name()),
                        Cell.number(r.age())))
            .toList());
  }

  private Table unitCosts() {
    return new Table(
        "unit-costs",
        "Unit costs",
        columns("Process"),
        variations.unitCosts().stream()
            .map(
                c ->
                    row(
                        c.amounts(),
                        BookFigures.unitCost(c.process()),
                        Cell.text(names.process(c.process()))))
            .toList());
  }

  private Table hours() {
    List<Table.Row> rows = new ArrayList<>();
    for (BookVariations.Hours hour : variations.hours()) {
      rows.add(new Table.Row(row(hour.role(), hour.anHour(), "An hour").cells(), true));
      rows.add(row(hour.role(), hour.pay(), "of which pay"));
      rows.add(row(hour.role(), hour.onCosts(), "of which on-costs"));
      rows.add(row(hour.role(), hour.overheads(), "of which overheads and capital"));
    }
    return new Table("hours", "An hour of work", columns("Role", "What"), rows);
  }

  private Table fees() {
    return new Table(
        "fees",
        "A week in a placement",
        columns("Placement", "Provider", "Where", "Age"),
        variations.fees().stream()
            .map(
                f ->
                    row(
                        f.aWeek(),
                        BookFigures.aWeek(f.type(), f.provider(), f.area(), f.age(), on),
                        Cell.text(Format.title(f.type().code())),
                        Cell.text(Format.title(f.provider().code())),
                        Cell.text(Format.title(f.area().code())),
                        Cell.number(f.age())))
            .toList());
  }

  /** A difference between the first book and a later one, and its parts. */
  private record Why(
      List<Cell> heads, Pence difference, int book, String figure, Map<Factor, Pence> parts) {}

  private Table whyRoutes() {
    List<Why> whys = new ArrayList<>();
    for (BookVariations.Routes route : variations.routes()) {
      for (int i = 0; i < route.explained().size(); i++) {
        PathwayDecomposition why = route.explained().get(i);
        whys.add(
            new Why(
                List.of(Cell.text(route.pathway().name()), Cell.number(route.age()), name(i + 1)),
                why.difference(),
                i + 1,
                BookWhy.route(route.pathway().id(), route.age(), on),
                why.parts()));
      }
    }
    return why(
        "why-routes",
        "Why the routes cost more or less than by the first book",
        List.of("Route", "Age at the start", "Book"),
        whys);
  }

  private Table whyUnitCosts() {
    List<Why> whys = new ArrayList<>();
    for (BookVariations.UnitCosts cost : variations.unitCosts()) {
      for (int i = 0; i < cost.explained().size(); i++) {
        @Nullable UnitCostDecomposition why = cost.explained().get(i);
        if (why != null) {
          whys.add(
              new Why(
                  List.of(Cell.text(names.process(cost.process())), name(i + 1)),
                  why.difference(),
                  i + 1,
                  BookFigures.unitCost(cost.process()),
                  why.parts()));
        }
      }
    }
    return why(
        "why-unit-costs",
        "Why the unit costs are more or less than by the first book",
        List.of("Process", "Book"),
        whys);
  }

  /** A column for each factor that any difference has a part of. */
  private Table why(String id, String caption, List<String> heads, List<Why> whys) {
    SortedSet<Factor> factors = new TreeSet<>();
    for (Why why : whys) {
      why.parts().entrySet().stream()
          .filter(part -> part.getValue().value() != 0)
          .forEach(part -> factors.add(part.getKey()));
    }
    List<String> columns = new ArrayList<>(heads);
    columns.add("Difference");
    factors.forEach(f -> columns.add(Format.title(f.code())));
    List<Table.Row> rows = new ArrayList<>();
    for (Why why : whys) {
      List<Cell> cells = new ArrayList<>(why.heads());
      BookWhy book = of(why.book());
      cells.add(Cell.pounds(why.difference()).to(book.less(why.figure(), of(0), why.figure())));
      for (Factor factor : factors) {
        Pence part = why.parts().getOrDefault(factor, Pence.ZERO);
        String address = PartExplanations.address(factor, why.figure());
        cells.add(
            Cell.pounds(part)
                .to(part.value() == 0 ? null : book.less(address, of(0), why.figure())));
      }
      rows.add(Table.Row.of(cells));
    }
    return new Table(id, caption, columns, rows);
  }

  private Cell name(int book) {
    return Cell.text(books.get(book).name() + " (" + books.get(book).id() + ")");
  }

  private List<String> columns(String... heads) {
    List<String> columns = new ArrayList<>(List.of(heads));
    books.forEach(b -> columns.add(b.name() + " (" + b.id() + ")"));
    columns.add("Spread");
    return columns;
  }

  private Table.Row row(String role, Amounts amounts, String what) {
    return row(amounts, BookFigures.hour(role), Cell.text(names.role(role)), Cell.text(what));
  }

  /**
   * @param figure the address of what each book has an amount of, or that it is a part of
   */
  private Table.Row row(Amounts amounts, String figure, Cell... heads) {
    List<Cell> cells = new ArrayList<>(List.of(heads));
    for (int i = 0; i < books.size(); i++) {
      Pence amount = amounts.each().get(i);
      cells.add(amount == null ? Cell.text("–") : Cell.pounds(amount).to(of(i).address(figure)));
    }
    int highest = amounts.each().indexOf(amounts.highest());
    int lowest = amounts.each().indexOf(amounts.lowest());
    cells.add(
        Cell.pounds(amounts.spread())
            .to(highest == lowest ? null : of(highest).less(figure, of(lowest), figure)));
    return Table.Row.of(cells);
  }

  /** A book, in prices of the first. */
  private BookWhy of(int book) {
    return new BookWhy(books.get(book).id(), "", books.get(0).id());
  }
}
