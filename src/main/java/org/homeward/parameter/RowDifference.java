package org.homeward.parameter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.homeward.costbook.BookInputs;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.StaffRole;
import org.homeward.unitcost.StatedUnitCost;
import org.jspecify.annotations.Nullable;

/**
 * Something that is no number in which two books differ for a row that both have: who pays, which
 * processes a fee pays for, when it ends, whether an extra is always paid, a name, for which cases
 * a stated unit cost is.
 *
 * @param path of the row and then what differs: {@code fees/foster/…/2025-04-01/payer}
 * @param owner path of the row
 * @param before null for what has no words of its own: a condition
 * @param alone the first book with this, and nothing else, as the second has it
 */
record RowDifference(
    String path,
    String owner,
    String name,
    @Nullable String before,
    @Nullable String after,
    BookInputs alone) {

  /** A column without numbers; {@code take} gives the first row with the second's. */
  private record Column<R>(
      String name, String meaning, Function<R, Object> value, BinaryOperator<R> take) {

    @Nullable String text(R row) {
      return value.apply(row) instanceof String text ? text : null;
    }
  }

  private record Table<R>(
      Function<BookInputs, List<R>> rows,
      BiFunction<BookInputs, List<R>, BookInputs> with,
      Function<R, String> path,
      Function<R, String> name,
      List<Column<R>> columns) {

    List<RowDifference> between(BookInputs first, BookInputs second) {
      Map<String, R> others = new HashMap<>();
      rows.apply(second).forEach(r -> others.put(path.apply(r), r));
      List<R> own = rows.apply(first);
      List<RowDifference> differences = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        R row = own.get(i);
        R other = others.get(path.apply(row));
        for (Column<R> column : columns) {
          if (other != null && !column.value().apply(row).equals(column.value().apply(other))) {
            List<R> changed = new ArrayList<>(own);
            changed.set(i, column.take().apply(row, other));
            differences.add(difference(column, row, other, with.apply(first, changed)));
          }
        }
      }
      return differences;
    }

    private RowDifference difference(Column<R> column, R row, R other, BookInputs alone) {
      String owner = path.apply(row);
      return new RowDifference(
          owner + "/" + column.name(),
          owner,
          column.meaning().formatted(name.apply(row)),
          column.text(row),
          column.text(other),
          alone);
    }
  }

  private static final Table<FeeRow> FEES =
      new Table<>(
          i -> i.tables().fees(),
          (i, rows) -> i.withTables(i.tables().withFees(rows)),
          Paths::feeRow,
          BookNames::of,
          List.of(
              new Column<>(
                  "payer", "Payer: %s", f -> f.payer().code(), (a, b) -> a.withPayer(b.payer())),
              new Column<>(
                  "includes",
                  "What it pays for: %s",
                  f -> String.join(", ", f.includes().stream().sorted().toList()),
                  (a, b) -> a.withIncludes(b.includes())),
              new Column<>(
                  "to-date",
                  "End: %s",
                  f -> Objects.toString(f.to(), ""),
                  (a, b) -> a.withTo(b.to())),
              new Column<>(
                  "extra-paid",
                  "When it is paid: %s",
                  f -> paid(f.kind().extra()),
                  (a, b) -> a.withKind(b.kind()))));

  private static String paid(FeeRow.@Nullable Extra extra) {
    return extra == null ? "" : extra.always() ? "always" : "asked";
  }

  private static final Table<InHouseHome> HOMES =
      new Table<>(
          i -> i.tables().homes(),
          (i, rows) -> i.withTables(i.tables().withHomes(rows)),
          Paths::home,
          h -> BookNames.home(h) + ", " + BookNames.from(h.from()),
          List.of(
              new Column<>(
                  "payer", "Payer: %s", h -> h.payer().code(), (a, b) -> a.withPayer(b.payer())),
              new Column<>(
                  "includes",
                  "What it pays for: %s",
                  h -> String.join(", ", h.includes().stream().sorted().toList()),
                  (a, b) -> a.withIncludes(b.includes())),
              new Column<>(
                  "to-date",
                  "End: %s",
                  h -> Objects.toString(h.to(), ""),
                  (a, b) -> a.withTo(b.to()))));

  private static final Table<PartOfHome> PARTS_OF_HOMES =
      new Table<>(
          PartOfHome::all,
          PartOfHome::put,
          PartOfHome::path,
          PartOfHome::name,
          List.of(
              new Column<>(
                  "role", "Role of the posts: %s", PartOfHome::role, PartOfHome::withRole)));

  private static final Table<PriceRow> PRICES =
      new Table<>(
          i -> i.tables().prices(),
          (i, rows) -> i.withTables(i.tables().withPrices(rows)),
          Paths::priceRow,
          BookNames::of,
          List.of(
              new Column<>(
                  "payer", "Payer: %s", p -> p.payer().code(), (a, b) -> a.withPayer(b.payer())),
              new Column<>(
                  "includes",
                  "What it pays for: %s",
                  p -> String.join(", ", p.includes().stream().map(RowDifference::words).toList()),
                  (a, b) -> a.withIncludes(b.includes())),
              new Column<>(
                  "component",
                  "Component of cost: %s",
                  p -> p.kind().code(),
                  (a, b) -> a.withKind(b.kind())),
              new Column<>("name", "Name: %s", PriceRow::name, (a, b) -> a.withName(b.name()))));

  private static String words(PriceRow.Inclusion inclusion) {
    return inclusion.process()
        + (inclusion.months() == 0 ? "" : " for " + inclusion.months() + " months");
  }

  private static final Table<StatedUnitCost> STATED =
      new Table<>(
          i -> i.tables().statedUnitCosts(),
          (i, rows) -> i.withTables(i.tables().withStatedUnitCosts(rows)),
          Paths::statedRow,
          s -> s.process() + ", " + s.variant(),
          List.of(
              new Column<>(
                  "condition",
                  "Cases of the stated unit cost: %s",
                  StatedUnitCost::when,
                  (a, b) ->
                      new StatedUnitCost(
                          a.process(),
                          a.variant(),
                          b.when(),
                          a.amount(),
                          a.per(),
                          a.priceYear(),
                          a.provenance()))));

  private static final Table<StaffRole> ROLES =
      new Table<>(
          i -> i.tables().roles(),
          (i, rows) -> i.withTables(i.tables().withRoles(rows)),
          r -> Paths.staff(r.id()),
          StaffRole::name,
          List.of(
              new Column<>(
                  "name",
                  "Name of the role: %s",
                  StaffRole::name,
                  (a, b) ->
                      new StaffRole(a.id(), b.name(), a.caseRelatedShare(), a.provenance()))));

  private static final Table<AreaWeight> AREAS =
      new Table<>(
          i -> i.tables().areaWeights(),
          (i, rows) -> i.withTables(i.tables().withAreaWeights(rows)),
          Paths::areaWeightRow,
          AreaWeight::name,
          List.of(
              new Column<>(
                  "name",
                  "Name of the area: %s",
                  AreaWeight::name,
                  (a, b) ->
                      new AreaWeight(a.id(), b.name(), a.pay(), a.capital(), a.provenance()))));

  /** In the order of the first book, table by table. */
  static List<RowDifference> between(BookInputs first, BookInputs second) {
    List<RowDifference> all = new ArrayList<>();
    for (Table<?> table : List.of(ROLES, AREAS, FEES, HOMES, PARTS_OF_HOMES, PRICES, STATED)) {
      all.addAll(table.between(first, second));
    }
    return all;
  }
}
