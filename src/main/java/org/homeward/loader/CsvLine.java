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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.FinancialYear;

/** A CSV text with one line changed, added or taken out; the other lines stay byte for byte. */
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
    List<CsvRecord> meant = meant(text, key);
    if (meant.size() != 1) {
      throw new IllegalStateException(meant.size() + " lines have " + key);
    }
    List<String> fields = new ArrayList<>(meant.get(0).getFields());
    cells.forEach((column, value) -> fields.set(known.indexOf(column), value));
    return replaced(text, meant.get(0), List.of(line(fields)));
  }

  /** Whether a line has these cells. */
  static boolean has(String text, Map<String, String> key) {
    return !text.isEmpty() && !meant(text, key).isEmpty();
  }

  /** Whether a line with these cells has anything in a column. */
  static boolean hasAny(String text, Map<String, String> key, String column) {
    int index = header(records(text)).indexOf(column);
    return meant(text, key).stream().anyMatch(r -> !cell(r, index).isEmpty());
  }

  /** A text of a header and one line. */
  static String first(Map<String, String> key, Map<String, String> cells) {
    Map<String, String> all = new LinkedHashMap<>(key);
    all.putAll(cells);
    return line(List.copyOf(all.keySet())) + "\n" + line(List.copyOf(all.values())) + "\n";
  }

  /**
   * The same, with a new line at the end where none has these cells.
   *
   * @throws IllegalStateException if several lines have them
   */
  static String put(String text, Map<String, String> key, Map<String, String> cells) {
    if (!meant(text, key).isEmpty()) {
      return with(text, key, cells);
    }
    Map<String, String> all = new LinkedHashMap<>(key);
    all.putAll(cells);
    all.values().removeIf(String::isEmpty);
    String wider = text;
    for (String column : all.keySet()) {
      wider = header(records(wider)).contains(column) ? wider : withColumn(wider, column);
    }
    String line = line(header(records(wider)).stream().map(c -> all.getOrDefault(c, "")).toList());
    return (wider.endsWith("\n") ? wider : wider + "\n") + line + "\n";
  }

  /**
   * @throws IllegalStateException if there is not exactly one line with these cells
   */
  static String without(String text, Map<String, String> key) {
    List<CsvRecord> meant = meant(text, key);
    if (meant.size() != 1) {
      throw new IllegalStateException(meant.size() + " lines have " + key);
    }
    return replaced(text, meant.get(0), List.of());
  }

  private static List<CsvRecord> meant(String text, Map<String, String> key) {
    List<CsvRecord> records = records(text);
    List<String> header = header(records);
    return records.stream().skip(1).filter(r -> fits(r, header, key)).toList();
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

  /** A column that is not there is empty in every line. */
  private static boolean fits(CsvRecord record, List<String> header, Map<String, String> key) {
    return key.entrySet().stream()
        .allMatch(k -> same(cell(record, header.indexOf(k.getKey())), k.getValue()));
  }

  private static String cell(CsvRecord record, int index) {
    return index < 0 ? "" : record.getField(index).strip();
  }

  /** Whether a cell says this: 2025/26 is 2025-26, 4.0 is 4, and nothing is 0. */
  private static boolean same(String cell, String text) {
    if (cell.equals(text) || (cell.isEmpty() && text.equals("0"))) {
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

  private static String replaced(String text, CsvRecord record, List<String> with) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int first = Math.toIntExact(record.getStartingLineNumber()) - 1;
    long more =
        record.getFields().stream().mapToLong(f -> f.chars().filter(c -> c == '\n').count()).sum();
    for (long i = 0; i <= more; i++) {
      lines.remove(first);
    }
    lines.addAll(first, with);
    return String.join("\n", lines);
  }
}
