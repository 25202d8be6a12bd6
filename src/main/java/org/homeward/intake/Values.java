package org.homeward.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as people write them. */
final class Values {

  private static final Pattern POINT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern COMMA = Pattern.compile("-?\\d{1,15},\\d{1,15}");
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d{1,15})?");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
  private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

  /** Day 0 of spreadsheets, so that 45748 is 1 April 2025. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final int FIRST_SERIAL = 32_874; // 1 January 1990
  private static final int LAST_SERIAL = 73_050; // 31 December 2099

  private Values() {}

  static boolean isDecimalComma(String text) {
    return COMMA.matcher(text).matches() && !THOUSANDS.matcher(text).matches();
  }

  /** With three digits after each comma nobody can tell thousands from decimals. */
  static boolean isAmbiguous(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  static @Nullable BigDecimal number(String text) {
    if (POINT.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return isDecimalComma(text) ? new BigDecimal(text.replace(',', '.')) : null;
  }

  static boolean isSerial(String text) {
    return text.matches("\\d{5}")
        && Integer.parseInt(text) >= FIRST_SERIAL
        && Integer.parseInt(text) <= LAST_SERIAL;
  }

  static boolean isBritish(String text) {
    return BRITISH.matcher(text).matches();
  }

  /** 2025-04-01, 01/04/2025 (day first) or the serial number of a spreadsheet. */
  static @Nullable LocalDate date(String text) {
    if (isSerial(text)) {
      return SERIAL_ZERO.plusDays(Integer.parseInt(text));
    }
    Matcher iso = ISO.matcher(text);
    Matcher british = BRITISH.matcher(text);
    try {
      if (iso.matches()) {
        return of(iso.group(1), iso.group(2), iso.group(3));
      }
      return british.matches() ? of(british.group(3), british.group(2), british.group(1)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate of(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
