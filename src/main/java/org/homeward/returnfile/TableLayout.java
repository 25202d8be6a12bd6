package org.homeward.returnfile;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.returns.Table;

/**
 * Which table a header line is of, by its columns and not by the name of the file, and where they
 * stand.
 */
final class TableLayout {

  private static final Map<Table, Set<String>> TELLING = telling();

  /** Other names under which a column is met. */
  private static final Map<String, String> ALIASES =
      Map.of("CHILDID", "CHILD", "CHILD_ID", "CHILD", "PL", "PLACE", "LEGAL_STATUS", "LS");

  private final Table table;
  private final List<String> columns;

  private TableLayout(Table table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  private static Map<Table, Set<String>> telling() {
    Map<Table, Set<String>> telling = new EnumMap<>(Table.class);
    for (NamedCsvRecord row : CodeTables.rows("columns")) {
      if (row.getField("tells_the_table").equals("yes")) {
        telling
            .computeIfAbsent(Table.of(row.getField("table")), t -> new LinkedHashSet<>())
            .add(row.getField("column"));
      }
    }
    return telling;
  }

  /** The table that a header is of: the one of which it has all telling columns, and the most. */
  static Optional<TableLayout> of(List<String> header) {
    List<String> columns = header.stream().map(TableLayout::column).toList();
    return TELLING.entrySet().stream()
        .filter(t -> columns.containsAll(t.getValue()))
        .max(Comparator.comparingInt(t -> t.getValue().size()))
        .map(t -> new TableLayout(t.getKey(), columns));
  }

  private static String column(String cell) {
    String plain = cell.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return ALIASES.getOrDefault(plain, plain);
  }

  /** What a header lacks to be of the table that it comes nearest to; empty if it is near none. */
  static String nearest(List<String> header) {
    List<String> columns = header.stream().map(TableLayout::column).toList();
    Table near = null;
    List<String> lacking = new ArrayList<>();
    for (Map.Entry<Table, Set<String>> t : TELLING.entrySet()) {
      List<String> missing = t.getValue().stream().filter(c -> !columns.contains(c)).toList();
      if (missing.size() * 2 < t.getValue().size()
          && (near == null || missing.size() < lacking.size())) {
        near = t.getKey();
        lacking = missing;
      }
    }
    return near == null ? "" : near.code() + " without " + String.join(", ", lacking);
  }

  Table table() {
    return table;
  }

  /** The place of a column, or -1. */
  int of(String column) {
    return columns.indexOf(column);
  }

  /** Cells that a row must have so that every telling column is there. */
  int cellsNeeded() {
    int last = 0;
    for (String column : TELLING.getOrDefault(table, Set.of())) {
      last = Math.max(last, columns.indexOf(column));
    }
    return last + 1;
  }
}
