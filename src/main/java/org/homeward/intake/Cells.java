package org.homeward.intake;

/** Texts of cells. */
final class Cells {

  private Cells() {}

  /** Without white space at both ends, non-breaking blanks included. */
  static String strip(String text) {
    return text.replace('\u00A0', ' ').strip();
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
