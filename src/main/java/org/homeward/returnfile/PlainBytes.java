package org.homeward.returnfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what people send the bytes that are read: without a byte-order mark, UTF-16 as UTF-8,
 * semicolons or tabs as commas. UTF-8 and Windows-1252 pass unchanged: they agree on everything
 * that is read.
 */
final class PlainBytes {

  private static final int LOOK = 4096;

  private PlainBytes() {}

  static InputStream of(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, LOOK);
    byte[] start = look(buffered);
    Charset wide = wide(start);
    if (wide != null) {
      boolean mark = start.length > 1 && (start[0] == (byte) 0xFE || start[0] == (byte) 0xFF);
      buffered.skipNBytes(mark ? 2 : 0);
      buffered = new BufferedInputStream(new Narrow(new InputStreamReader(buffered, wide)), LOOK);
      start = look(buffered);
    } else if (start.length > 2
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      buffered.skipNBytes(3);
      start = look(buffered);
    }
    byte separator = separator(start);
    return separator == ',' ? buffered : new BufferedInputStream(new Swapped(buffered, separator));
  }

  private static byte[] look(BufferedInputStream in) throws IOException {
    in.mark(LOOK);
    byte[] start = in.readNBytes(LOOK / 2);
    in.reset();
    return start;
  }

  /** UTF-16 by its mark, or by the zeros between the letters of the header. */
  private static @Nullable Charset wide(byte[] start) {
    if (start.length < 2) {
      return null;
    }
    if ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) || (start[0] == 0 && start[1] != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) || (start[0] != 0 && start[1] == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static byte separator(byte[] start) {
    int semicolons = 0;
    int tabs = 0;
    for (byte b : start) {
      if (b == ',' || b == '<') {
        return ',';
      }
      if (b == '\n') {
        break;
      }
      semicolons += b == ';' ? 1 : 0;
      tabs += b == '\t' ? 1 : 0;
    }
    if (semicolons + tabs == 0) {
      return ',';
    }
    return semicolons >= tabs ? (byte) ';' : (byte) '\t';
  }

  /** Text as UTF-8. */
  private static final class Narrow extends InputStream {

    private final Reader text;
    private final char[] letters = new char[LOOK];
    private byte[] bytes = {};
    private int next;

    Narrow(Reader text) {
      this.text = text;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (next == bytes.length) {
        int count = text.read(letters);
        if (count < 0) {
          return -1;
        }
        bytes = new String(letters, 0, count).getBytes(StandardCharsets.UTF_8);
        next = 0;
      }
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, into, offset, count);
      next += count;
      return count;
    }
  }

  /** Another separator and the comma, each in place of the other. */
  private static final class Swapped extends InputStream {

    private final InputStream in;
    private final byte separator;

    Swapped(InputStream in, byte separator) {
      this.in = in;
      this.separator = separator;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      return b < 0 ? b : swap((byte) b) & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, length);
      for (int i = offset; i < offset + count; i++) {
        into[i] = swap(into[i]);
      }
      return count;
    }

    private byte swap(byte b) {
      return b == separator ? (byte) ',' : b == ',' ? separator : b;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
