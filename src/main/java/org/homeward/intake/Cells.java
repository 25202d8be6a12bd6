package org.homeward.intake;

/** Texts of cells. */
final class Cells {

  private Cells() {}

  /** Without white space at both ends, non-breaking blanks included. */
  static String strip(String text) {
    return text.replace('\u00A0', ' ').strip();
  }

  /** A text as it may stand in a file for a spreadsheet: never one that is calculated there. */
  static String neutral(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Whether an apostrophe was put before it by {@link #neutral}. */
  static boolean isNeutralised(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0;
  }

  /** Letters and digits in lower case, so that {@code Share_of cases} is {@code shareofcases}. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.replace("%", "percent")
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
