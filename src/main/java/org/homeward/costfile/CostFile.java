package org.homeward.costfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.cohort.CostTable;
import org.homeward.loader.SpreadsheetText;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/** The kinds of file in which tables of costs can be had. */
public enum CostFile implements Coded {
  CSV("csv", "text/csv"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PARQUET("parquet", "application/vnd.apache.parquet");

  /** The usual mark of a figure that is kept back since it is of few people. */
  public static final String SUPPRESSED = "[c]";

  private static final String MONEY = "#,##0.00";
  private static final String WHOLE = "#,##0";

  private final String code;
  private final String mediaType;

  CostFile(String code, String mediaType) {
    this.code = code;
    this.mediaType = mediaType;
  }

  /** The ending of its name. */
  @Override
  public String code() {
    return code;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static CostFile of(String code) {
    return Coded.of(CostFile.class, code);
  }

  /**
   * The bytes of a file.
   *
   * @param table the one that is asked for; a workbook has one sheet of it and one of the notes
   * @param notes what a reader has to know: the window, the book, what is illustrative
   */
  public byte[] write(CostTable table, Map<String, String> notes) {
    try {
      return switch (this) {
        case CSV -> csv(table);
        case XLSX -> xlsx(table, notes);
        case PARQUET -> ParquetTable.write(table, notes);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    }
  }

  private static byte[] csv(CostTable table) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(table.columns().stream().map(CostTable.Column::name).toList());
      for (CostTable.Row row : table.rows()) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
          cells.add(text(row, c, table.keys()));
        }
        csv.writeRecord(cells);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(CostTable.Row row, int column, int keys) {
    Object cell = row.cells().get(column);
    if (cell == null) {
      return row.suppressed() && column >= keys ? SUPPRESSED : "";
    }
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return cell instanceof String text ? SpreadsheetText.neutral(text) : cell.toString();
  }

  private static byte[] xlsx(CostTable table, Map<String, String> notes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Homeward", null)) {
      Worksheet sheet = book.newWorksheet(table.kind().code());
      for (int c = 0; c < table.columns().size(); c++) {
        sheet.value(0, c, table.columns().get(c).name());
        sheet.style(0, c).bold().set();
      }
      for (int r = 0; r < table.rows().size(); r++) {
        for (int c = 0; c < table.columns().size(); c++) {
          put(sheet, r + 1, c, table.rows().get(r), table);
        }
      }
      sheet.freezePane(0, 1);
      notes(book.newWorksheet("about"), notes);
    }
    return bytes.toByteArray();
  }

  private static void put(Worksheet sheet, int row, int column, CostTable.Row of, CostTable table) {
    @Nullable Object cell = of.cells().get(column);
    if (cell instanceof BigDecimal number) {
      sheet.value(row, column, number);
      sheet.style(row, column).format(MONEY).set();
    } else if (cell instanceof Number number) {
      sheet.value(row, column, number);
      sheet.style(row, column).format(WHOLE).set();
    } else {
      sheet.value(row, column, text(of, column, table.keys()));
    }
  }

  private static void notes(Worksheet sheet, Map<String, String> notes) {
    int row = 0;
    for (Map.Entry<String, String> note : notes.entrySet()) {
      sheet.value(row, 0, note.getKey());
      sheet.value(row++, 1, SpreadsheetText.neutral(note.getValue()));
    }
  }
}
