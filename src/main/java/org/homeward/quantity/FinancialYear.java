package org.homeward.quantity;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A financial year, 1 April to 31 March, written {@code 2024-25}. */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {

  private static final Pattern FORM =
      Pattern.compile("\\s*(\\d{4})\\s*[/-]\\s*(\\d{2}|\\d{4})\\s*");

  /**
   * @throws IllegalArgumentException if the year is not between 1900 and 2200
   */
  public FinancialYear {
    if (startYear < 1900 || startYear > 2200) {
      throw new IllegalArgumentException(
          "A financial year must start between 1900 and 2200, but was " + startYear + ".");
    }
  }

  /**
   * Reads {@code 2009-10}, {@code 2009/10}, {@code 2009-2010} and {@code 2009/2010}.
   *
   * @throws IllegalArgumentException if the text is none of these, or the second year does not
   *     follow the first
   */
  public static FinancialYear parse(String text) {
    Matcher m = FORM.matcher(text);
    if (m.matches()) {
      int start = Integer.parseInt(m.group(1));
      int end = Integer.parseInt(m.group(2));
      if (m.group(2).length() == 2 ? (start + 1) % 100 == end : start + 1 == end) {
        return new FinancialYear(start);
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not a financial year such as 2024-25.");
  }

  /** The financial year in which a day falls. */
  public static FinancialYear of(LocalDate day) {
    return new FinancialYear(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear());
  }

  public LocalDate firstDay() {
    return LocalDate.of(startYear, 4, 1);
  }

  /** From 1 April up to, not with, the next 1 April. */
  public DateSpan span() {
    return DateSpan.of(firstDay(), next().firstDay());
  }

  public FinancialYear next() {
    return new FinancialYear(startYear + 1);
  }

  @Override
  public int compareTo(FinancialYear other) {
    return Integer.compare(startYear, other.startYear);
  }

  @Override
  public String toString() {
    return String.format(java.util.Locale.ROOT, "%d-%02d", startYear, (startYear + 1) % 100);
  }
}
