package org.homeward.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.homeward.loader.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one sheet of an XLSX file: the sheet called "answers", else the only one that is visible.
 * A formula is read as the value that was stored with it.
 */
final class XlsxSource implements Table {

  /** Sheets of our own templates that hold no rows. */
  private static final Set<String> BESIDE = Set.of("instructions", "lists");

  /** What a spreadsheet shows of a number; the digits after these are noise of binary fractions. */
  private static final MathContext SHOWN = new MathContext(15);

  private final Path file;
  private final String name;
  private final XlsxScan scan;
  private final int sheet;
  private final int rows;
  private final List<String> notes;

  private XlsxSource(
      Path file, String name, XlsxScan scan, int sheet, int rows, List<String> notes) {
    this.file = file;
    this.name = name;
    this.scan = scan;
    this.sheet = sheet;
    this.rows = rows;
    this.notes = notes;
  }

  static XlsxSource of(Path file, String name) throws IOException {
    XlsxScan scan = XlsxScan.of(file, name);
    List<Sheet> sheets = sheets(file, scan);
    List<String> notes = new ArrayList<>();
    Sheet chosen = chosen(sheets, name);
    for (Sheet other : sheets) {
      if (other != chosen && !BESIDE.contains(other.getName().toLowerCase(Locale.ROOT))) {
        String hidden = other.getVisibility() == SheetVisibility.VISIBLE ? "" : "hidden ";
        notes.add("The " + hidden + "sheet \"" + other.getName() + "\" was not read.");
      }
    }
    notes.add(0, "Read from the sheet \"" + chosen.getName() + "\".");
    XlsxScan.SheetShape shape = scan.sheet(chosen.getId());
    if (shape == null) {
      throw scan.damaged();
    }
    check(shape, name, chosen.getName());
    return new XlsxSource(
        file, name, scan, chosen.getIndex(), shape.rows(), notes(notes, file, scan, chosen));
  }

  private static List<String> notes(List<String> notes, Path file, XlsxScan scan, Sheet chosen) {
    long formulas = 0;
    try (ReadableWorkbook book = open(file);
        var stream = book.getSheet(chosen.getIndex()).orElseThrow().openStream()) {
      for (Iterator<Row> rows = stream.iterator(); rows.hasNext(); ) {
        for (Cell cell : rows.next()) {
          formulas += cell != null && cell.getFormula() != null ? 1 : 0;
        }
      }
    } catch (IOException | RuntimeException e) {
      throw scan.damaged();
    }
    if (formulas > 0) {
      notes.add(
          formulas
              + (formulas == 1 ? " cell holds a formula" : " cells hold formulas")
              + "; the values stored with them were read.");
    }
    return List.copyOf(notes);
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
  }

  private static List<Sheet> sheets(Path file, XlsxScan scan) {
    try (ReadableWorkbook book = open(file)) {
      return book.getSheets().toList();
    } catch (IOException | RuntimeException e) {
      throw scan.damaged();
    }
  }

  private static Sheet chosen(List<Sheet> sheets, String name) {
    List<Sheet> visible =
        sheets.stream()
            .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
            .filter(s -> !BESIDE.contains(s.getName().toLowerCase(Locale.ROOT)))
            .toList();
    return visible.stream()
        .filter(s -> s.getName().strip().equalsIgnoreCase("answers"))
        .findFirst()
        .or(() -> visible.size() == 1 ? visible.stream().findFirst() : java.util.Optional.empty())
        .orElseThrow(
            () ->
                Findings.unreadable(
                    name,
                    String.join(", ", sheets.stream().limit(20).map(Sheet::getName).toList()),
                    visible.isEmpty()
                        ? "The workbook has no visible sheet with answers."
                        : "The workbook has several visible sheets, and none is called \"answers\".",
                    "Show the sheet that holds the answers and call it \"answers\"."));
  }

  private static void check(XlsxScan.SheetShape shape, String name, String sheet) {
    String at = name + ": sheet " + sheet;
    String merged = shape.merged();
    if (merged != null) {
      throw Findings.unreadable(
          at,
          merged,
          "Cells are merged, so it is not clear which rows and columns their text belongs to.",
          "Unmerge all cells, and write the name of each column into its own cell.");
    }
    if (shape.rows() > Limits.XLSX_ROWS + 1) {
      throw Findings.unreadable(
          at,
          shape.rows(),
          "The sheet has more than " + Limits.XLSX_ROWS + " rows.",
          "Save it as CSV and send that: a CSV may have " + Limits.CSV_ROWS + ".");
    }
    if (shape.furthestColumn() > Limits.COLUMNS) {
      throw Findings.unreadable(
          at,
          shape.furthestColumn(),
          "The sheet has cells beyond its column " + Limits.COLUMNS + ".",
          "Leave only the columns of the survey.");
    }
    if (shape.emptyFormulas() > 0) {
      throw Findings.unreadable(
          at,
          shape.emptyFormulas(),
          "Cells hold formulas without a stored value, so there is nothing to read in them.",
          "Open the file in a spreadsheet program, let it calculate, and save it again; or paste the values.");
    }
  }

  @Override
  public void forEach(Sink sink) {
    try (ReadableWorkbook book = open(file);
        var stream = book.getSheet(sheet).orElseThrow().openStream()) {
      Iterator<Row> iterator = stream.iterator();
      int read = 0;
      for (Row row = next(iterator); row != null; row = next(iterator)) {
        List<String> cells = cells(row);
        read++;
        if (!cells.stream().allMatch(String::isEmpty)) {
          sink.row(row.getRowNum(), cells, rows == 0 ? 1 : Math.min(1, (double) read / rows));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private @Nullable Row next(Iterator<Row> rows) {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException e) {
      throw scan.damaged();
    }
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    int last = Math.min(row.getCellCount(), Limits.COLUMNS);
    for (int c = 0; c < last; c++) {
      String text;
      try {
        text = row.getOptionalCell(c).map(XlsxSource::text).orElse("");
      } catch (RuntimeException e) {
        throw scan.damaged();
      }
      if (text.length() > Limits.CELL) {
        throw Findings.unreadable(
            name + ": line " + row.getRowNum(),
            null,
            "A cell has more than " + Limits.CELL + " characters.",
            "Leave out columns of free text.");
      }
      String cell = Cells.strip(text);
      cells.add(SpreadsheetText.isNeutralised(cell) ? cell.substring(1) : cell);
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getType() == CellType.EMPTY ? "" : cell.getText();
    }
    String format = cell.getDataFormatString();
    String shape = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    if (shape.matches("(?i).*[dy].*")) {
      LocalDateTime date = cell.asDate();
      return date == null ? "" : date.toLocalDate().toString();
    }
    BigDecimal number = cell.asNumber();
    if (shape.matches("(?i).*[hs].*") && !shape.equalsIgnoreCase("general")) {
      return "time of day " + number.round(new MathContext(6));
    }
    // A number such as 1E+999999999 would take a gigabyte written out.
    return Math.abs((long) number.scale()) + number.precision() > 40
        ? cell.getRawValue()
        : plain(number.round(SHOWN));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public boolean isWorkbook() {
    return true;
  }
}
