package org.homeward.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one table: so many columns of every row.
 *
 * @param file among the files of the book
 * @param rows of the inputs
 * @param with inputs with other rows
 * @param facts what is known of a row
 * @param subject what a row is about, for readers, by the names of its book: {@code a social
 *     worker}
 * @param columns with numbers
 */
record TableParameters<R>(
    String file,
    Function<BookInputs, List<R>> rows,
    BiFunction<BookInputs, List<R>, BookInputs> with,
    Function<R, Facts> facts,
    BiFunction<BookNames, R, String> subject,
    List<Column<R>> columns) {

  /**
   * What is known of a row.
   *
   * @param path of the row
   * @param series the same without its date
   * @param key by which the row is found in its file
   * @param when it holds, for readers: {@code 2025-26}, {@code from 6 April 2025}; or empty
   * @param to day on which it ends by itself; null for what holds until its successor
   */
  record Facts(
      String path,
      String series,
      Map<String, String> key,
      String when,
      @Nullable FinancialYear priceYear,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Provenance provenance) {

    /** What holds until its successor. */
    Facts(
        String path,
        String series,
        Map<String, String> key,
        String when,
        @Nullable FinancialYear priceYear,
        @Nullable LocalDate from,
        Provenance provenance) {
      this(path, series, key, when, priceYear, from, null, provenance);
    }

    /** The earlier of its own end and the beginning of its successor. */
    @Nullable LocalDate until(TreeSet<LocalDate> beginnings) {
      LocalDate next = from == null ? null : beginnings.higher(from);
      return next == null || (to != null && to.isBefore(next)) ? to : next;
    }
  }

  /**
   * A column with numbers.
   *
   * @param name as the last word of the path; with underscores it is the column of the file
   * @param meaning for readers, with %s for what the row is about: {@code Salary of %s}
   * @param money whether the row's price year is that of the number
   * @param get the number, null where the row has none
   */
  record Column<R>(
      String name,
      String meaning,
      Function<R, String> unit,
      boolean money,
      Function<R, @Nullable BigFraction> get,
      BiFunction<R, BigFraction, R> with) {}

  List<Entry> of(BookInputs inputs) {
    List<R> all = rows.apply(inputs);
    List<Facts> known = all.stream().map(facts).toList();
    BookNames names = new BookNames(inputs);
    Map<String, TreeSet<LocalDate>> dates = new HashMap<>();
    for (Facts of : known) {
      if (of.from() != null) {
        dates
            .computeIfAbsent(of.series(), s -> new TreeSet<>(Comparator.naturalOrder()))
            .add(of.from());
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      for (Column<R> column : columns) {
        Facts of = known.get(row);
        BigFraction value = column.get().apply(all.get(row));
        if (value != null) {
          entries.add(
              new Entry(
                  parameter(of, column, all.get(row), value, dates, names),
                  of.path(),
                  setter(column, row),
                  taker(of.path())));
        }
      }
    }
    return entries;
  }

  private Parameter parameter(
      Facts of,
      Column<R> column,
      R row,
      BigFraction value,
      Map<String, TreeSet<LocalDate>> dates,
      BookNames names) {
    return new Parameter(
        of.path() + "/" + column.name(),
        String.format(Locale.UK, column.meaning(), subject.apply(names, row))
            + (of.when().isEmpty() ? "" : ", " + of.when()),
        column.unit().apply(row),
        value,
        column.money() ? of.priceYear() : null,
        of.from(),
        of.until(dates.getOrDefault(of.series(), new TreeSet<>())),
        of.series() + "/" + column.name(),
        of.provenance(),
        null,
        new Parameter.Place.Cell(file, of.key(), column.name().replace('-', '_')));
  }

  private BiFunction<BookInputs, BigFraction, BookInputs> setter(Column<R> column, int row) {
    return (inputs, value) -> {
      List<R> changed = new ArrayList<>(rows.apply(inputs));
      changed.set(row, column.with().apply(changed.get(row), value));
      return with.apply(inputs, changed);
    };
  }

  /** The row stands where the second inputs have it, or at the end. */
  private BinaryOperator<BookInputs> taker(String path) {
    return (first, second) -> {
      List<R> changed = new ArrayList<>(rows.apply(first));
      changed.removeIf(r -> facts.apply(r).path().equals(path));
      List<R> others = rows.apply(second);
      for (int i = 0; i < others.size(); i++) {
        if (facts.apply(others.get(i)).path().equals(path)) {
          changed.add(Math.min(i, changed.size()), others.get(i));
        }
      }
      return with.apply(first, changed);
    };
  }
}
