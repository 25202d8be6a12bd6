package org.homeward.parameter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Keys of rows, units, and numbers as they are written. */
final class Words {

  private Words() {}

  /** The cells that find a row: pairs of column and text. */
  static Map<String, String> key(String... pairs) {
    Map<String, String> key = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      key.put(pairs[i], pairs[i + 1]);
    }
    return key;
  }

  static String bound(int value) {
    return value == Integer.MIN_VALUE || value == Integer.MAX_VALUE ? "" : Integer.toString(value);
  }

  static String pounds(Rate.@Nullable Per per) {
    if (per == null) {
      return "£";
    }
    return switch (per) {
      case NIGHT -> "£ a night";
      case DAY -> "£ a day";
      case WEEK -> "£ a week";
      case FOUR_WEEKS -> "£ every four weeks";
      case MONTH -> "£ a month";
      case YEAR -> "£ a year";
    };
  }

  /**
   * @throws IllegalArgumentException if no decimal holds the value
   */
  static BigDecimal decimal(BigFraction value) {
    BigDecimal exact = Fractions.exactDecimal(value);
    if (exact == null) {
      throw new IllegalArgumentException("This number must be a decimal, but was " + value + ".");
    }
    return exact;
  }

  /**
   * @throws IllegalArgumentException if the value is no whole number
   */
  static int whole(BigFraction value) {
    BigDecimal exact = decimal(value);
    if (exact.scale() > 0) {
      throw new IllegalArgumentException(
          "This must be a whole number, but was " + exact.toPlainString() + ".");
    }
    return exact.intValueExact();
  }
}
