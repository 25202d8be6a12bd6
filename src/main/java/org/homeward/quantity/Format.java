package org.homeward.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and dates as they are written in Britain. */
public final class Format {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private static final DateTimeFormatter MONTHS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private static final int MONTH = "2025-01".length();

  private static final String OPEN = "..";

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
    return whole < 60
        ? whole + " min"
        : String.format(Locale.UK, "%,d h %d min", whole / 60, whole % 60);
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

  /**
   * {@code 2025-01/2025-03-28} as "January 2025 to 28 March 2025"; {@code ..} is an end that is not
   * known. What is neither a day nor a month stays as it is.
   */
  public static String days(String span) {
    String[] ends = span.split("/", 2);
    if (ends.length < 2) {
      return day(span);
    }
    return ends[0].equals(OPEN)
        ? "until " + day(ends[1])
        : ends[1].equals(OPEN) ? "from " + day(ends[0]) : day(ends[0]) + " to " + day(ends[1]);
  }

  private static String day(String iso) {
    try {
      return iso.length() == MONTH
          ? MONTHS.format(YearMonth.parse(iso))
          : date(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
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
