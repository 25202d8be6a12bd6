package org.homeward.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.loader.SpreadsheetText;

/**
 * A copy of a file with its problems in it: two more columns in a CSV; in a workbook coloured cells
 * with a comment as well. Nothing in it is calculated by a spreadsheet.
 */
public final class MarkedUp {

  private static final String COLOUR = "FFC7CE";
  private static final int ROWS_HELD = 1_000;

  private final Table table;
  private final Checked checked;
  private final Map<Long, List<Finding>> byLine;

  MarkedUp(Table table, Checked checked) {
    this.table = table;
    this.checked = checked;
    byLine = new HashMap<>();
    checked
        .problems()
        .forEach(f -> byLine.computeIfAbsent(f.line(), l -> new ArrayList<>()).add(f));
  }

  public boolean isWorkbook() {
    return table.isWorkbook();
  }

  public Checked checked() {
    return checked;
  }

  /** Writes the copy in the format of the original. */
  void write(Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      if (isWorkbook()) {
        workbook(out);
      } else {
        csv(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The marked-up copy cannot be written", e);
    }
  }

  private void csv(OutputStream out) throws IOException {
    char delimiter = table instanceof CsvSource source ? source.delimiter() : ',';
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF'); // else a spreadsheet takes it for Windows-1252
    CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(text);
    int[] width = new int[1];
    table.forEach(
        (line, cells, share) -> {
          boolean header = width[0] == 0;
          width[0] = header ? cells.size() : width[0];
          List<String> row = new ArrayList<>();
          cells.forEach(c -> row.add(SpreadsheetText.neutral(c)));
          while (row.size() < width[0]) {
            row.add("");
          }
          List<Finding> found = found(line, header);
          row.add(header ? joined("problem", found, true) : joined("", found, true));
          row.add(header ? joined("remedy", found, false) : joined("", found, false));
          writer.writeRecord(row);
        });
    writer.flush();
    text.flush();
  }

  /** Of the header line, with the problems of the file as a whole. */
  private List<Finding> found(long line, boolean header) {
    List<Finding> found = new ArrayList<>(header ? byLine.getOrDefault(0L, List.of()) : List.of());
    found.addAll(byLine.getOrDefault(line, List.of()));
    return found;
  }

  private static String joined(String title, List<Finding> found, boolean reason) {
    String texts =
        found.stream()
            .map(f -> reason ? place(f) + f.problem().reason() : f.problem().remedy())
            .distinct()
            .collect(Collectors.joining(" | "));
    return title
        + (title.isEmpty() || texts.isEmpty() ? "" : ": ")
        + SpreadsheetText.neutral(texts);
  }

  private static String place(Finding finding) {
    String where = finding.problem().where();
    int column = where.indexOf(", column ");
    return column < 0 ? "" : where.substring(column + ", column ".length()) + ": ";
  }

  private void workbook(OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Homeward", "1.0");
    Worksheet sheet = book.newWorksheet("answers");
    int[] at = new int[2];
    table.forEach(
        (line, cells, share) -> {
          boolean header = at[0] == 0;
          at[1] = header ? cells.size() : at[1];
          for (int c = 0; c < cells.size(); c++) {
            sheet.inlineString(at[0], c, SpreadsheetText.neutral(cells.get(c)));
          }
          List<Finding> found = found(line, header);
          for (Finding f : found) {
            if (f.column() >= 0) {
              sheet.style(at[0], f.column()).fillColor(COLOUR).set();
              comment(sheet, at[0], f);
            }
          }
          if (header || !found.isEmpty()) {
            sheet.inlineString(at[0], at[1], joined(header ? "problem" : "", found, true));
            sheet.inlineString(at[0], at[1] + 1, joined(header ? "remedy" : "", found, false));
          }
          at[0]++;
          flush(sheet, at[0]);
        });
    book.finish();
  }

  /** What has been flushed is no longer held. */
  private static void flush(Worksheet sheet, int rows) {
    if (rows % ROWS_HELD == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("The marked-up copy cannot be written", e);
      }
    }
  }

  private static void comment(Worksheet sheet, int row, Finding finding) {
    sheet.comment(
        row, finding.column(), finding.problem().reason() + " " + finding.problem().remedy());
  }
}
