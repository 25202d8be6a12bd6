package org.homeward.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and dates as they are written in Britain. */
public final class Format {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Format() {}

  /** £1,234.56. */
  public static String pounds(Pence pence) {
    return pounds(pence.toPounds(), 2);
  }

  /** {@code costs £587.48 more: £103,387.19 in place of £102,799.71}. */
  public static String costs(Pence before, Pence after) {
    long by = after.minus(before).value();
    return by == 0
        ? "costs the same: " + after
        : "costs "
            + Pence.of(Math.abs(by))
            + (by > 0 ? " more: " : " less: ")
            + after
            + " in place of "
            + before;
  }

  /** £1,235: for sentences, where pence would only distract. */
  public static String wholePounds(Pence pence) {
    return pounds(pence.toPounds().setScale(0, RoundingMode.HALF_EVEN), 0);
  }

  /** £1,234.56 of an exact amount. */
  public static String pounds(Money money) {
    return pounds(money.rounded(2), 2);
  }

  /** Hours and minutes: 4 h 10 min. */
  public static String time(Minutes minutes) {
    long whole = Fractions.roundHalfEven(minutes.value());
    return whole < 60 ? whole + " min" : whole / 60 + " h " + whole % 60 + " min";
  }

  /** 1,583.6: as many decimal places as the number has, and thousands separators. */
  public static String number(BigDecimal number) {
    BigDecimal plain = Fractions.plain(number);
    return (plain.signum() < 0 ? "−" : "")
        + String.format(Locale.UK, "%,." + plain.scale() + "f", plain.abs());
  }

  /** Hours with one decimal place and thousands separators. */
  public static String hours(Minutes minutes) {
    return String.format(Locale.UK, "%,.1f", inHours(minutes));
  }

  /** Hours to one decimal place. */
  public static BigDecimal inHours(Minutes minutes) {
    return Fractions.toDecimal(minutes.value().divide(60), 1);
  }

  /** 15%, of a share of 1. */
  public static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** 1 April 2025. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** {@code special-guardianship} as "special guardianship". */
  public static String words(String code) {
    return code.replace('-', ' ');
  }

  /** The same, beginning a heading or a cell. */
  public static String title(String code) {
    String words = words(code);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** A name inside a sentence: its first letter small, unless it begins with initials. */
  public static String within(String name) {
    return name.length() < 2 || Character.isUpperCase(name.charAt(1))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The end of a sentence that gives a reason, which may be a sentence itself. */
  public static String because(String reason) {
    return ", because " + within(reason.strip().replaceAll("\\.$", "")) + ".";
  }

  private static String pounds(BigDecimal pounds, int places) {
    return (pounds.signum() < 0 ? "−£" : "£")
        + String.format(Locale.UK, "%,." + places + "f", pounds.abs());
  }
}
