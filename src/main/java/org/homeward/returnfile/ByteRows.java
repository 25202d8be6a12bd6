package org.homeward.returnfile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows of comma-separated bytes, without making a text of any cell. Eight bytes are looked at in
 * one go: all that matters between cells – comma, quote, line end, space – is below {@code '-'},
 * and of what stands in the cells of a return next to nothing is. Quoted cells may hold commas and
 * line ends.
 */
final class ByteRows {

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long TO_MINUS = (0x80 - '-') * EACH;

  private static final int CHUNK = 1 << 18;

  /** Bytes may be read a little past the end. */
  private static final int SLACK = 16;

  private static final int LONGEST_ROW = 1 << 20;
  static final int MOST_CELLS = 512;

  private final InputStream in;
  byte[] bytes = new byte[CHUNK + SLACK];
  private int position;
  private int limit;
  private boolean ended;

  final int[] starts = new int[MOST_CELLS + 1];
  final int[] ends = new int[MOST_CELLS + 1];

  /** How many cells the row has. */
  int cells;

  /** The line of the file on which the row starts, from 1. */
  int line;

  private int nextLine = 1;

  /** Where each line stood before, if these bytes were made of something else. */
  private final int[] lines;

  ByteRows(InputStream in) {
    this(in, new int[0]);
  }

  ByteRows(InputStream in, int[] lines) {
    this.in = in;
    this.lines = lines;
  }

  /**
   * Goes to the next row; empty lines are passed over.
   *
   * @return whether there is one
   * @throws IOException if it cannot be read, or is longer than a row can be
   */
  boolean next() throws IOException {
    while (true) {
      if (position >= limit && !more()) {
        return false;
      }
      line = nextLine <= lines.length ? lines[nextLine - 1] : nextLine;
      if (!scan()) {
        continue; // there was not all of the row: once more from its start
      }
      if (cells > 1 || ends[0] > starts[0]) {
        return true;
      }
    }
  }

  /** Finds the cells of the row that starts at the position, if all of it is there. */
  private boolean scan() throws IOException {
    byte[] b = bytes;
    int p = position;
    int n = 0;
    starts[0] = p;
    boolean quoted = false;
    boolean quotes = false;
    int lines = 0;
    while (p < limit) {
      long word = (long) LITTLE.get(b, p);
      long below = ~((word & ~HIGH) + TO_MINUS | word) & HIGH;
      while (below != 0) {
        int at = p + (Long.numberOfTrailingZeros(below) >>> 3);
        below &= below - 1;
        byte found = b[at];
        if (found == ',') {
          if (!quoted) {
            ends[n] = at;
            n = n < MOST_CELLS ? n + 1 : n;
            starts[n] = at + 1;
          }
        } else if (found == '\n') {
          lines++;
          if (at >= limit) {
            break;
          }
          if (!quoted) {
            ends[n] = at > starts[n] && b[at - 1] == '\r' ? at - 1 : at;
            cells = n + 1;
            position = at + 1;
            nextLine += lines;
            if (quotes) {
              unquote();
            }
            return true;
          }
        } else if (found == '"') {
          quoted = !quoted;
          quotes = true;
        }
      }
      p += Long.BYTES;
    }
    if (!more()) {
      throw new IOException("A quoted cell that starts in line " + line + " does not end.");
    }
    return false;
  }

  private void unquote() {
    for (int c = 0; c < cells; c++) {
      int s = starts[c];
      int e = ends[c];
      while (s < e && bytes[s] == ' ') {
        s++;
      }
      while (e > s && bytes[e - 1] == ' ') {
        e--;
      }
      if (e - s >= 2 && bytes[s] == '"' && bytes[e - 1] == '"') {
        starts[c] = s + 1;
        ends[c] = e - 1;
      }
    }
  }

  /** Reads on; whether there was more. */
  private boolean more() throws IOException {
    if (ended) {
      return false;
    }
    int before = limit - position;
    fill();
    return limit - position > before;
  }

  private void fill() throws IOException {
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit + SLACK >= bytes.length) {
      if (limit > LONGEST_ROW) {
        throw new IOException("Line " + line + " is longer than a row can be.");
      }
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int room = bytes.length - SLACK - limit;
    int count = in.readNBytes(bytes, limit, room);
    limit += count;
    if (count < room) {
      ended = true;
      if (limit > position && bytes[limit - 1] != '\n') {
        bytes[limit++] = '\n';
      }
    }
    Arrays.fill(bytes, limit, bytes.length, (byte) 'x'); // nothing that ends a cell
  }

  /** A cell as text, for headers and the like. */
  String text(int cell) {
    return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
  }
}
