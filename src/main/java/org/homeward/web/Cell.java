package org.homeward.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.homeward.quantity.Format;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table: what a page shows, and what a spreadsheet calculates with.
 *
 * @param shown as it is written in Britain
 * @param value a text, a number or a date; what goes into a file
 * @param href where it leads on the page, or null
 * @param illustrative whether the page marks it as such
 * @param path by which the number that it names is asked for and changed, shown below it; or null
 */
public record Cell(
    String shown,
    Object value,
    @Nullable String href,
    boolean illustrative,
    @Nullable String path) {

  private static final String INDENT = "\u2003";

  /** The page has no place for more; a file has. */
  private static final int DEEPEST = 9;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  Cell(String shown, Object value) {
    this(shown, value, null, false, null);
  }

  public static Cell text(String text) {
    return new Cell(text, text);
  }

  /** Pounds and pence. */
  public static Cell pounds(Pence pence) {
    return new Cell(Format.pounds(pence), pence.toPounds());
  }

  /** An exact amount, shown and given to the penny. */
  public static Cell pounds(Money money) {
    return new Cell(Format.pounds(money), money.rounded(2));
  }

  /** Hours, shown and given to one decimal. */
  public static Cell hours(Minutes minutes) {
    return number(Format.inHours(minutes));
  }

  /** A number with separators of thousands, to its own decimals. */
  public static Cell number(BigDecimal number) {
    return new Cell(
        String.format(Locale.UK, "%,." + Math.max(0, number.scale()) + "f", number)
            .replace('-', '−'),
        number);
  }

  public static Cell number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  /** A share of 1 as per cent, without zeros at its end. */
  public static Cell percent(BigDecimal share) {
    return new Cell(Format.percent(share), share);
  }

  public static Cell date(LocalDate date) {
    return new Cell(Format.date(date), date);
  }

  /** The day in Britain on which something happened. */
  public static Cell date(Instant instant) {
    return date(LocalDate.ofInstant(instant, LONDON));
  }

  /** The same, leading somewhere. */
  public Cell to(@Nullable String address) {
    return new Cell(shown, value, address, illustrative, path);
  }

  /** The same, marked as illustrative where it is. */
  public Cell illustrative(boolean is) {
    return new Cell(shown, value, href, is, path);
  }

  /** The same, with the path of the number that it names. */
  public Cell at(String address) {
    return new Cell(shown, value, href, illustrative, address);
  }

  /** The text, so deep below the rows before it as a part of a part is; it leads nowhere. */
  static Cell deep(int depth, String text) {
    return text(INDENT.repeat(depth) + text);
  }

  /** How deep it stands, and so how far to the right; from 0 to 9, where it is deeper than that. */
  public int depth() {
    int depth = 0;
    while (depth < DEEPEST && shown.startsWith(INDENT, depth)) {
      depth++;
    }
    return depth;
  }

  /** Whether it is a day, which is written in one line. */
  public boolean day() {
    return value instanceof LocalDate;
  }

  /** Whether it stands on the right of its column. */
  public boolean numeric() {
    return value instanceof BigDecimal;
  }
}
