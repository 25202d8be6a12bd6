package org.homeward.explanation;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;

/** What a figure is counted in. */
public enum Measure implements Coded {
  POUNDS("pounds", ""),
  POUNDS_AN_HOUR("pounds-an-hour", " an hour"),
  POUNDS_A_NIGHT("pounds-a-night", " a night"),
  POUNDS_A_DAY("pounds-a-day", " a day"),
  POUNDS_A_WEEK("pounds-a-week", " a week"),
  POUNDS_IN_FOUR_WEEKS("pounds-in-four-weeks", " in four weeks"),
  POUNDS_A_MONTH("pounds-a-month", " a month"),
  POUNDS_A_YEAR("pounds-a-year", " a year"),
  MINUTES("minutes", ""),
  HOURS("hours", " hours"),
  DAYS("days", " days"),
  NIGHTS("nights", " nights"),
  /** A part of one, written in per cent. */
  SHARE("share", ""),
  /** A number by which something is multiplied or divided. */
  FACTOR("factor", "");

  private static final int PLACES = 6;

  private final String code;
  private final String suffix;

  Measure(String code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  @Override
  public String code() {
    return code;
  }

  /** Pounds for a stretch of time. */
  public static Measure of(Rate.Per per) {
    return switch (per) {
      case NIGHT -> POUNDS_A_NIGHT;
      case DAY -> POUNDS_A_DAY;
      case WEEK -> POUNDS_A_WEEK;
      case FOUR_WEEKS -> POUNDS_IN_FOUR_WEEKS;
      case MONTH -> POUNDS_A_MONTH;
      case YEAR -> POUNDS_A_YEAR;
    };
  }

  /** A value with its unit as it is read: £38.92 an hour, 4 h 10 min, 15 %, 115 days. */
  public String write(BigFraction value) {
    return switch (this) {
      case MINUTES ->
          value.signum() < 0
              ? "−" + Format.time(new Minutes(value.negate()))
              : Format.time(new Minutes(value));
      case SHARE -> number(value.multiply(100), 2) + " %";
      case FACTOR -> number(value, PLACES);
      case DAYS, NIGHTS ->
          value.equals(BigFraction.ONE)
              ? "1" + suffix.substring(0, suffix.length() - 1)
              : number(value, PLACES) + suffix;
      case HOURS -> number(value, 1) + suffix;
      default -> Format.pounds(new Money(value)) + suffix;
    };
  }

  private static String number(BigFraction value, int places) {
    return Format.number(Fractions.toDecimal(value, places));
  }
}
