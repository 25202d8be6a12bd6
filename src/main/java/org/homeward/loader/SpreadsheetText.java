package org.homeward.loader;

/** Texts in files that spreadsheets open: none of them may be calculated there. */
public final class SpreadsheetText {

  private static final String CALCULATED = "=+-@\t\r";

  private SpreadsheetText() {}

  /** With an apostrophe before it where a spreadsheet would take it for a formula. */
  public static String neutral(String text) {
    return !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Whether an apostrophe was put before it by {@link #neutral}. */
  public static boolean isNeutralised(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && CALCULATED.indexOf(text.charAt(1)) >= 0;
  }

  /** The text before {@link #neutral}. */
  public static String plain(String text) {
    return isNeutralised(text) ? text.substring(1) : text;
  }
}
