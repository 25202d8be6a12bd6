package org.homeward.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.homeward.loader.SpreadsheetText;

/**
 * Rows of a CSV file. The charset is taken from the byte order mark, else from the bytes (UTF-16 by
 * its zeros, UTF-8 if all of the file is valid, else Windows-1252); the delimiter from the first
 * line.
 */
final class CsvSource implements Table {

  private static final int HEAD = 1 << 16;

  private final Path file;
  private final String name;
  private final long size;
  private final Charset charset;
  private final int mark;
  private final char delimiter;

  private CsvSource(Path file, String name, long size, Charset charset, int mark, char delimiter) {
    this.file = file;
    this.name = name;
    this.size = size;
    this.charset = charset;
    this.mark = mark;
    this.delimiter = delimiter;
  }

  static CsvSource of(Path file, String name, byte[] head) throws IOException {
    int mark = 0;
    Charset charset;
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      charset = StandardCharsets.UTF_8;
      mark = 3;
    } else if (starts(head, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (starts(head, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    } else {
      charset = withoutMark(file, head);
    }
    String start = new String(head, mark, head.length - mark, charset);
    if (start.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
      throw Findings.unreadable(
          name,
          null,
          "This is no table of text: it holds bytes that no CSV file has.",
          "Save the sheet as CSV (comma-separated) or as XLSX and send that.");
    }
    return new CsvSource(file, name, Files.size(file), charset, mark, delimiter(start));
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset withoutMark(Path file, byte[] head) throws IOException {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (odd * 3 > head.length && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (even * 3 > head.length && odd == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    char[] buffer = new char[1 << 13];
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
      while (reader.read(buffer) >= 0) {
        // only whether it decodes
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Of comma, semicolon and tab the one that gives the most columns that we know. */
  private static char delimiter(String start) {
    char best = ',';
    long most = -1;
    for (char candidate : new char[] {',', ';', '\t'}) {
      List<String> cells = firstLine(start, candidate);
      long known = 100L * cells.stream().filter(c -> Column.ALL.find(c).isPresent()).count();
      if (known + cells.size() > most) {
        most = known + cells.size();
        best = candidate;
      }
    }
    return best;
  }

  private static List<String> firstLine(String start, char delimiter) {
    String line =
        start
            .lines()
            .filter(l -> !l.isBlank() && !l.startsWith("sep="))
            .findFirst()
            .map(l -> l.substring(0, Math.min(l.length(), HEAD / 4)))
            .orElse("");
    try (CsvReader<CsvRecord> reader = reader(delimiter, new StringReader(line))) {
      return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException | IOException e) {
      return List.of();
    }
  }

  private static CsvReader<CsvRecord> reader(char delimiter, Reader text) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(1 << 20)
        .build(
            CsvRecordHandler.builder()
                .maxFields(Limits.COLUMNS)
                .maxFieldSize(Limits.CELL)
                .maxRecordSize(Limits.COLUMNS * Limits.CELL)
                .build(),
            text);
  }

  @Override
  public void forEach(Sink sink) {
    try (Counted bytes =
        new Counted(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      bytes.skipNBytes(mark);
      CsvReader<CsvRecord> reader = reader(delimiter, new InputStreamReader(bytes, charset));
      Iterator<CsvRecord> records = reader.iterator();
      long line = 0;
      long rows = 0;
      for (CsvRecord next = next(records, line); next != null; next = next(records, line)) {
        line = next.getStartingLineNumber();
        List<String> cells = stripped(next.getFields());
        boolean blank = cells.stream().allMatch(String::isEmpty);
        if (!blank && !(rows == 0 && cells.get(0).startsWith("sep="))) {
          rows++;
          tooMany(rows);
          sink.row(line, cells, size == 0 ? 1 : Math.min(1, (double) bytes.count / size));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private void tooMany(long rows) {
    if (rows > Limits.CSV_ROWS + 1L) {
      throw Findings.unreadable(
          name,
          null,
          "The file has more than " + Limits.CSV_ROWS + " rows.",
          "Send it in several parts.");
    }
  }

  private @org.jspecify.annotations.Nullable CsvRecord next(
      Iterator<CsvRecord> records, long after) {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw Findings.unreadable(
          name + ": after line " + after,
          null,
          "The file cannot be read on from here: a line has more than "
              + Limits.COLUMNS
              + " columns, a cell more than "
              + Limits.CELL
              + " characters, or a quote is never closed.",
          "Look at the next line; put quotes in pairs, and leave out columns that are not needed.");
    }
  }

  /** Blanks around a cell go, and the apostrophe that keeps a spreadsheet from calculating it. */
  private static List<String> stripped(List<String> fields) {
    List<String> cells = new ArrayList<>(fields.size());
    for (String field : fields) {
      String cell = Cells.strip(field);
      cells.add(SpreadsheetText.isNeutralised(cell) ? cell.substring(1) : cell);
    }
    return cells;
  }

  @Override
  public List<String> notes() {
    String separator = delimiter == '\t' ? "tab" : "\"" + delimiter + "\"";
    return List.of("Read as " + charset.name() + " text with " + separator + " between cells.");
  }

  @Override
  public boolean isWorkbook() {
    return false;
  }

  char delimiter() {
    return delimiter;
  }

  /** How many bytes went through. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      count += Math.max(0, n);
      return n;
    }
  }
}
