package org.homeward.intake;

import java.util.regex.Pattern;

/** Texts of cells. */
final class Cells {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private Cells() {}

  /** Without white space at both ends, non-breaking blanks included. */
  static String strip(String text) {
    return text.replace('\u00A0', ' ').strip();
  }

  /** Whether there is something in it that is neither a character nor white space. */
  static boolean holdsControls(String text) {
    return CONTROL.matcher(text).find();
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
