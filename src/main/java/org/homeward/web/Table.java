package org.homeward.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.loader.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page, which can also be had as CSV and as a workbook. The first cell of a row heads
 * it.
 *
 * @param columns the heading of each
 */
public record Table(String id, String caption, List<String> columns, List<Row> rows)
    implements Exhibit {

  private static final int WIDEST = 60;

  /**
   * @param strong whether it stands out, as a total does
   */
  public record Row(List<Cell> cells, boolean strong) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Of the number that it is about; null if it is about none. */
    @Nullable String path() {
      return cells.stream().map(Cell::path).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public static Row of(List<Cell> cells) {
      return new Row(cells, false);
    }

    public static Row of(Cell... cells) {
      return new Row(List.of(cells), false);
    }
  }

  /**
   * @throws IllegalArgumentException if a row has not as many cells as there are columns
   */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of " + id + " has " + row.cells().size() + " cells, not " + columns.size());
      }
    }
  }

  /** Whether a column holds numbers, so that its heading stands on the right. */
  public boolean numeric(int column) {
    return rows.stream().map(r -> r.cells().get(column)).anyMatch(Cell::numeric);
  }

  @Override
  public byte @Nullable [] file(String ending) {
    return switch (ending) {
      case "csv" -> csv();
      case "xlsx" -> withPaths().xlsx();
      default -> null;
    };
  }

  /** As a file has it: with the paths of the numbers that it names as a column of their own. */
  private Table withPaths() {
    if (rows.stream().allMatch(r -> r.path() == null)) {
      return this;
    }
    return new Table(
        id,
        caption,
        Stream.concat(columns.stream(), Stream.of("Path")).toList(),
        rows.stream()
            .map(
                r ->
                    new Row(
                        Stream.concat(
                                r.cells().stream(),
                                Stream.of(Cell.text(Objects.requireNonNullElse(r.path(), ""))))
                            .toList(),
                        r.strong()))
            .toList());
  }

  /** With a mark at the start by which spreadsheets know UTF-8. */
  private byte[] csv() {
    StringWriter text = new StringWriter();
    text.append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      Table whole = withPaths();
      csv.writeRecord(whole.columns);
      for (Row row : whole.rows) {
        csv.writeRecord(row.cells().stream().map(Table::plain).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String plain(Cell cell) {
    Object value = cell.value();
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value instanceof LocalDate date
            ? date.toString()
            : SpreadsheetText.neutral(value.toString());
  }

  private byte[] xlsx() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Homeward", "1.0")) {
      Worksheet sheet = book.newWorksheet(id.length() > 31 ? id.substring(0, 31) : id);
      for (int c = 0; c < columns.size(); c++) {
        sheet.value(0, c, columns.get(c));
        sheet.style(0, c).bold().wrapText(true).set();
        sheet.width(c, width(c));
      }
      sheet.freezePane(0, 1);
      for (int r = 0; r < rows.size(); r++) {
        Row row = rows.get(r);
        for (int c = 0; c < columns.size(); c++) {
          write(sheet, r + 1, c, row.cells().get(c), row.strong());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private int width(int column) {
    int longest =
        rows.stream().mapToInt(r -> r.cells().get(column).shown().length()).max().orElse(0);
    return Math.min(WIDEST, Math.max(columns.get(column).length(), longest) + 2);
  }

  private static String format(Cell cell, BigDecimal number) {
    if (cell.shown().endsWith("%")) {
      return "0.##%";
    }
    return (cell.shown().contains("£") ? "[$£-809]" : "")
        + "#,##0"
        + (number.scale() > 0 ? "." + "0".repeat(number.scale()) : "");
  }

  private static void write(Worksheet sheet, int row, int column, Cell cell, boolean strong) {
    Object value = cell.value();
    var style = sheet.style(row, column);
    if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
      style.format(format(cell, number));
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      style.format("dd/mm/yyyy");
    } else {
      sheet.value(row, column, value.toString());
    }
    if (strong) {
      style.bold();
    }
    style.set();
  }
}
