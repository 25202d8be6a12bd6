package org.homeward.returnfile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.problem.Discretion;
import org.homeward.returns.CodeSet;
import org.homeward.returns.ReturnCode;

/**
 * Reads the cells of a row from its bytes. What is written as it should be is read at once;
 * everything else as a text, with patience.
 */
final class Cells {

  /** For an empty cell where there should be a date. */
  static final int EMPTY = Integer.MIN_VALUE;

  /** For what is no date. */
  static final int BAD = Integer.MIN_VALUE + 1;

  private static final long SLASHES = 0x30302F30302F3030L; // 00/00/00
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2099;

  /** The day before the first of each month since 1950. */
  private static final int[] MONTHS = new int[(LAST_YEAR - FIRST_YEAR + 1) * 12 + 1];

  private static final Pattern UK = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?Z?$");

  static {
    for (int m = 0; m < MONTHS.length; m++) {
      MONTHS[m] = (int) LocalDate.of(FIRST_YEAR + m / 12, m % 12 + 1, 1).toEpochDay() - 1;
    }
  }

  private final ByteRows rows;

  /** Whether the date that was read last was in ISO form. */
  boolean iso;

  Cells(ByteRows rows) {
    this.rows = rows;
  }

  /** Whether the row lacks the cell: the column is missing, or the line is short. */
  private boolean lacks(int cell) {
    return cell < 0 || cell >= rows.cells;
  }

  boolean isEmpty(int cell) {
    return lacks(cell) || isBlank(rows.starts[cell], rows.ends[cell]);
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (rows.bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  String text(int cell) {
    return new String(
            rows.bytes,
            rows.starts[cell],
            rows.ends[cell] - rows.starts[cell],
            StandardCharsets.UTF_8)
        .strip();
  }

  /** The epoch day in a cell, {@link #EMPTY} or {@link #BAD}; a column that is missing is empty. */
  int day(int cell) {
    iso = false;
    if (lacks(cell)) {
      return EMPTY;
    }
    byte[] b = rows.bytes;
    int start = rows.starts[cell];
    int length = rows.ends[cell] - start;
    if (length == 0) {
      return EMPTY;
    }
    if (length == 10) {
      long digits = (long) ByteRows.LONGS.get(b, start) ^ SLASHES;
      int tens = b[start + 8] - '0';
      int ones = b[start + 9] - '0';
      boolean good =
          ((digits | digits + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) == 0
              && (digits & 0x0000FF0000FF0000L) == 0
              && tens >= 0
              && tens <= 9
              && ones >= 0
              && ones <= 9;
      if (good) {
        int day = (int) (digits >>> 56) * 10 + (int) (digits >>> 48 & 0xF);
        int month = (int) (digits >>> 32 & 0xF) * 10 + (int) (digits >>> 24 & 0xF);
        int century = (int) (digits >>> 8 & 0xF) * 10 + (int) (digits & 0xF);
        return day(century * 100 + tens * 10 + ones, month, day);
      }
    }
    return patientDay(text(cell));
  }

  private static int day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
      return BAD;
    }
    int m = (year - FIRST_YEAR) * 12 + month - 1;
    int found = MONTHS[m] + day;
    return found <= MONTHS[m + 1] ? found : BAD;
  }

  private int patientDay(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    String date = MIDNIGHT.matcher(text).replaceFirst("");
    Matcher uk = UK.matcher(date);
    if (uk.matches()) {
      return day(number(uk, 3), number(uk, 2), number(uk, 1));
    }
    Matcher matcher = ISO.matcher(date);
    if (matcher.matches()) {
      iso = true;
      return day(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }
    return BAD;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Whether the code that was read last had spaces or small letters. */
  boolean tidied;

  /** The letters of the code that was read last, as {@link CodeSet#key} packs them. */
  long letters;

  /** The place of the code in a cell; a column that is missing is empty. */
  <C extends ReturnCode> byte code(int cell, CodeSet<C> set) {
    tidied = false;
    if (lacks(cell)) {
      return CodeSet.NONE;
    }
    int start = rows.starts[cell];
    int length = rows.ends[cell] - start;
    if (length == 0) {
      return CodeSet.NONE;
    }
    if (length <= Long.BYTES) {
      letters = key(start, length);
      byte place = set.placeOf(letters);
      if (place >= 0) {
        return place;
      }
    }
    String text = text(cell).toUpperCase(Locale.ROOT);
    if (text.endsWith(".0")) { // a number that a spreadsheet has had
      text = text.substring(0, text.length() - 2);
    }
    byte place = set.placeOf(text);
    tidied = place >= 0;
    String shown = tidied ? text : Discretion.shown(text);
    letters = CodeSet.key(shown.length() <= Long.BYTES ? shown : "TOO LONG");
    return place;
  }

  /** Up to eight bytes as a number, the first in front. */
  long key(int start, int length) {
    return length == 0
        ? 0
        : (long) ByteRows.LONGS.get(rows.bytes, start) >>> (Long.SIZE - Byte.SIZE * length);
  }

  /** The outward half of a postcode, in up to four bytes; 0 if there is none. */
  int district(int cell) {
    if (lacks(cell)) {
      return 0;
    }
    byte[] b = rows.bytes;
    int start = rows.starts[cell];
    int end = rows.ends[cell];
    int outward = end - 4 >= start && b[end - 4] == ' ' ? end - 4 : end - 3;
    int length = outward - start;
    if (length < 2 || length > 4 || b[start] <= ' ') {
      return length < 1 || isBlank(start, end) ? 0 : patientDistrict(text(cell));
    }
    int code = (int) key(start, length);
    boolean small = (code & code << 1 & 0x40404040) != 0; // only small letters have both bits
    return small ? patientDistrict(text(cell)) : code;
  }

  private static int patientDistrict(String text) {
    String plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (plain.length() < 5 || plain.length() > 7) {
      return 0;
    }
    return (int) CodeSet.key(plain.substring(0, plain.length() - 3));
  }

  /** Tells two cells with different bytes apart, nearly always; 0 for empty ones. */
  long fingerprint(int cell) {
    if (lacks(cell)) {
      return 0;
    }
    int start = rows.starts[cell];
    int length = rows.ends[cell] - start;
    return key(start, Math.min(length, Long.BYTES));
  }
}
