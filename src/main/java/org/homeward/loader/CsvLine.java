package org.homeward.loader;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.FinancialYear;

/** A CSV text with some cells of one line changed; the other lines stay byte for byte. */
final class CsvLine {

  private CsvLine() {}

  /**
   * @param key the line that is meant: the only one with these cells
   * @param cells to write, by column; a column that the text leaves out is put in, empty elsewhere
   * @throws IllegalStateException if there is not exactly one such line
   */
  static String with(String text, Map<String, String> key, Map<String, String> cells) {
    List<String> known = header(records(text));
    for (String column : cells.keySet()) {
      if (!known.contains(column)) {
        return with(withColumn(text, column), key, cells);
      }
    }
    List<CsvRecord> records = records(text);
    List<String> header = header(records);
    List<CsvRecord> meant = records.stream().skip(1).filter(r -> fits(r, header, key)).toList();
    if (meant.size() != 1) {
      throw new IllegalStateException(meant.size() + " lines have " + key);
    }
    List<String> fields = new ArrayList<>(meant.get(0).getFields());
    cells.forEach((column, value) -> fields.set(index(header, column), value));
    return replaced(text, meant.get(0), line(fields));
  }

  private static List<String> header(List<CsvRecord> records) {
    return records.get(0).getFields().stream().map(String::strip).toList();
  }

  private static String withColumn(String text, String column) {
    List<String> lines = new ArrayList<>();
    for (CsvRecord record : records(text)) {
      List<String> fields = new ArrayList<>(record.getFields());
      fields.add(lines.isEmpty() ? column : "");
      lines.add(line(fields));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<CsvRecord> records(String text) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fits(CsvRecord record, List<String> header, Map<String, String> key) {
    return key.entrySet().stream()
        .allMatch(k -> same(record.getField(index(header, k.getKey())).strip(), k.getValue()));
  }

  private static int index(List<String> header, String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new IllegalStateException("There is no column " + column);
    }
    return index;
  }

  /** Whether a cell says this: 2025/26 is 2025-26, and 4.0 is 4. */
  private static boolean same(String cell, String text) {
    if (cell.equals(text)) {
      return true;
    }
    try {
      return FinancialYear.parse(cell).equals(FinancialYear.parse(text));
    } catch (IllegalArgumentException e) {
      return isNumber(cell)
          && isNumber(text)
          && new BigDecimal(cell).compareTo(new BigDecimal(text)) == 0;
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,20}(\\.\\d{1,20})?");
  }

  private static String line(List<String> fields) {
    StringWriter line = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line)) {
      writer.writeRecord(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString().replaceAll("\n$", "");
  }

  private static String replaced(String text, CsvRecord record, String line) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int first = Math.toIntExact(record.getStartingLineNumber()) - 1;
    long more =
        record.getFields().stream().mapToLong(f -> f.chars().filter(c -> c == '\n').count()).sum();
    for (long i = 0; i < more; i++) {
      lines.remove(first + 1);
    }
    lines.set(first, line);
    return String.join("\n", lines);
  }
}
