package org.homeward.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeward.api.BooksBeside;
import org.homeward.comparison.BookVariations;
import org.homeward.comparison.BookVariations.Amounts;
import org.homeward.comparison.PathwayDecomposition;
import org.homeward.comparison.UnitCostDecomposition;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.costbook.CostBookEntry;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** Several cost books side by side, as tables. */
final class VariationTables {

  private final List<CostBookEntry> books;
  private final BookVariations variations;
  private final Names names;

  private VariationTables(BooksBeside beside) {
    books = beside.entries();
    variations = beside.variations();
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

  private Table routes() {
    return new Table(
        "routes",
        "What each route costs to the 18th birthday",
        columns("Route", "Age at the start"),
        variations.routes().stream()
            .map(r -> row(r.totals(), Cell.text(r.pathway().name()), Cell.number(r.age())))
            .toList());
  }

  private Table unitCosts() {
    return new Table(
        "unit-costs",
        "Unit costs",
        columns("Process"),
        variations.unitCosts().stream()
            .map(c -> row(c.amounts(), Cell.text(names.process(c.process()))))
            .toList());
  }

  private Table hours() {
    List<Table.Row> rows = new ArrayList<>();
    for (BookVariations.Hours hour : variations.hours()) {
      String role = names.role(hour.role());
      rows.add(new Table.Row(row(hour.anHour(), role, "An hour").cells(), true));
      rows.add(row(hour.pay(), role, "of which pay"));
      rows.add(row(hour.onCosts(), role, "of which on-costs"));
      rows.add(row(hour.overheads(), role, "of which overheads and capital"));
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
                        Cell.text(Format.title(f.type().code())),
                        Cell.text(Format.title(f.provider().code())),
                        Cell.text(Format.title(f.area().code())),
                        Cell.number(f.age())))
            .toList());
  }

  /** A difference between the first book and a later one, and its parts. */
  private record Why(List<Cell> heads, Pence difference, Map<Factor, Pence> parts) {}

  private Table whyRoutes() {
    List<Why> whys = new ArrayList<>();
    for (BookVariations.Routes route : variations.routes()) {
      for (int i = 0; i < route.explained().size(); i++) {
        PathwayDecomposition why = route.explained().get(i);
        whys.add(
            new Why(
                List.of(Cell.text(route.pathway().name()), Cell.number(route.age()), name(i + 1)),
                why.difference(),
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
  private static Table why(String id, String caption, List<String> heads, List<Why> whys) {
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
      cells.add(Cell.pounds(why.difference()));
      factors.forEach(f -> cells.add(Cell.pounds(why.parts().getOrDefault(f, Pence.ZERO))));
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

  private static Table.Row row(Amounts amounts, String first, String second) {
    return row(amounts, Cell.text(first), Cell.text(second));
  }

  private static Table.Row row(Amounts amounts, Cell... heads) {
    List<Cell> cells = new ArrayList<>(List.of(heads));
    for (@Nullable Pence amount : amounts.each()) {
      cells.add(amount == null ? Cell.text("–") : Cell.pounds(amount));
    }
    cells.add(Cell.pounds(amounts.spread()));
    return Table.Row.of(cells);
  }
}
