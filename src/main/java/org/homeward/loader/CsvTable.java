package org.homeward.loader;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** A CSV text with a header line: rows of named cells that know their line and column. */
final class CsvTable {

  private final String path;
  private final Problems problems;
  private final List<String> header;
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(String path, List<CsvRecord> records, Problems problems) {
    this.path = path;
    this.problems = problems;
    header =
        records.isEmpty()
            ? List.of()
            : records.get(0).getFields().stream().map(String::strip).toList();
    for (CsvRecord record : records.subList(Math.min(1, records.size()), records.size())) {
      if (record.getFieldCount() != header.size()) {
        problems.add(
            path + ": line " + record.getStartingLineNumber(),
            record.getFieldCount() + " cells",
            "The line has not as many cells as the header, which has " + header.size() + ".",
            "Put quotes around cells that contain a comma.");
      } else {
        rows.add(new Row(record));
      }
    }
  }

  /**
   * Reads a table that must have these columns; others may stand beside them.
   *
   * @return the table, without rows if a column is missing or the text is no CSV
   */
  static CsvTable read(String path, String text, List<String> columns, Problems problems) {
    List<CsvRecord> records;
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(plain)) {
      records = reader.stream().toList();
    } catch (CsvParseException | java.io.IOException e) {
      problems.add(
          path,
          null,
          "This is not CSV: " + e.getMessage() + ".",
          "Save it as comma-separated UTF-8.");
      return new CsvTable(path, List.of(), problems);
    }
    CsvTable table = new CsvTable(path, records, problems);
    boolean complete = true;
    for (String column : columns) {
      if (!table.header.contains(column)) {
        problems.add(
            path + ": line 1",
            column,
            "The column is missing.",
            "Add it; there are " + String.join(", ", table.header) + ".");
        complete = false;
      }
    }
    return complete ? table : new CsvTable(path, List.of(), problems);
  }

  boolean has(String column) {
    return header.contains(column);
  }

  List<Row> rows() {
    return rows;
  }

  /** One line. */
  final class Row {

    private final CsvRecord record;

    Row(CsvRecord record) {
      this.record = record;
    }

    String text(String column) {
      int index = header.indexOf(column);
      return index < 0 ? "" : record.getField(index).strip();
    }

    String where(String column) {
      return path + ": line " + record.getStartingLineNumber() + ", column " + column;
    }

    long line() {
      return record.getStartingLineNumber();
    }

    /** The cell as a value, or null with its problem collected. */
    <T> @Nullable T value(String column, String remedy, Function<String, T> parse) {
      String text = text(column);
      return problems.attempt(where(column), text, remedy, () -> parse.apply(text));
    }

    BigDecimal decimal(String column) {
      BigDecimal value =
          value(
              column,
              "Write a number such as 1234.50, without commas or signs of currency.",
              t -> {
                if (!t.matches("-?\\d+(\\.\\d+)?")) {
                  throw new IllegalArgumentException(
                      t.isEmpty() ? "The cell is empty." : "This is not a number.");
                }
                if (!t.matches("-?\\d{1,12}(\\.\\d{1,16})?")) {
                  throw new IllegalArgumentException(
                      "A number has at most twelve digits before the point and sixteen after it.");
                }
                return Fractions.plain(new BigDecimal(t));
              });
      return value == null ? BigDecimal.ONE : value;
    }

    Money money(String column) {
      return Money.ofPounds(decimal(column));
    }

    LocalDate date(String column) {
      LocalDate value = value(column, "Write a date such as 2025-04-01.", LocalDate::parse);
      return value == null ? LocalDate.EPOCH : value;
    }

    FinancialYear year(String column) {
      FinancialYear value =
          value(column, "Write a financial year such as 2025-26.", FinancialYear::parse);
      return value == null ? new FinancialYear(2000) : value;
    }

    /** The cell as a value of an enum, or a stand-in with its problem collected. */
    <T> T code(String column, Function<String, T> of, T otherwise) {
      T value = value(column, "Use a known code.", of);
      return value == null ? otherwise : value;
    }

    Provenance provenance() {
      String illustrative = text("illustrative");
      if (!illustrative.equals("true") && !illustrative.equals("false")) {
        problems.add(
            where("illustrative"),
            illustrative,
            "It must be said whether the number is illustrative.",
            "Write true or false.");
      }
      return new Provenance(text("source"), illustrative.equals("true"), text("note"));
    }
  }
}
