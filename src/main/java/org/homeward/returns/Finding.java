package org.homeward.returns;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one row, and what was done.
 *
 * @param file number of the file in the load
 * @param line its line in the file
 * @param child null if the row does not tell
 * @param day the first day that it is about, or {@link TableRows#NO_DAY}
 * @param to the second
 * @param nights how many nights or days it is about
 * @param code the code that it is about, or empty
 */
public record Finding(
    int file,
    int line,
    @Nullable Pseudonym child,
    Rule rule,
    int day,
    int to,
    int nights,
    String code) {

  private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** What is wrong and what was done, in words. */
  public String sentence() {
    return rule.sentence()
        .replace("{day}", date(day))
        .replace("{to}", date(to))
        .replace("{nights}", Integer.toString(nights))
        .replace("{code}", code);
  }

  private static String date(int day) {
    return day == TableRows.NO_DAY ? "?" : LocalDate.ofEpochDay(day).format(UK);
  }
}
