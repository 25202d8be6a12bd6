package org.homeward.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/** The reading of single fields of a request, with every problem named by field. */
final class Fields {

  private Fields() {}

  /** What must not be missing, or null with the gap told. */
  static <T> @Nullable T given(@Nullable T value, String where, Problems problems) {
    if (value == null) {
      problems.add(where, null, "The value is missing.", "Give it.");
    }
    return value;
  }

  /**
   * A list that may be left out.
   *
   * @param where the field that it is
   * @throws InputException if an entry is null, which no list of a request may have
   */
  static <T> List<T> orEmpty(@Nullable List<T> list, String where) {
    if (list == null) {
      return List.of();
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == null) {
        throw new InputException(
            Problem.of(
                where + "[" + i + "]",
                null,
                "The entry is null.",
                "Leave it out, or write what belongs there."));
      }
    }
    return list;
  }

  /** What stands between commas; nothing where there is no text. */
  static List<String> list(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** How many weeks a year is shown to have; as many as its days make unless said. */
  static WeeksInYear weeksInYear(@Nullable String asked, Problems problems) {
    WeeksInYear read =
        asked == null
            ? null
            : problems.attempt(
                "weeksInYear",
                asked,
                "Use actual-days, 365/7, 52 or 48.",
                () -> WeeksInYear.of(asked));
    return read == null ? WeeksInYear.ACTUAL_DAYS : read;
  }

  static @Nullable LocalDate date(@Nullable String text, String where, Problems problems) {
    if (text == null) {
      problems.add(where, null, "The date is missing.", "Write a date such as 2025-04-01.");
      return null;
    }
    LocalDate date = null;
    try {
      date = LocalDate.parse(text);
    } catch (java.time.DateTimeException e) {
      problems.add(where, text, "This is not a date.", "Write a date such as 2025-04-01.");
    }
    if (date != null && (date.getYear() < 1990 || date.getYear() > 2100)) {
      problems.add(where, text, "The date must be between 1990 and 2100.", "Check the year.");
      return null;
    }
    return date;
  }

  static <T> @Nullable T code(
      @Nullable String text, String where, Function<String, T> of, Problems problems) {
    if (text == null) {
      problems.add(where, null, "The value is missing.", "Give it.");
      return null;
    }
    return problems.attempt(where, text, "Use a known code.", () -> of.apply(text));
  }

  static Rate.@Nullable Per per(@Nullable String text, String where, Problems problems) {
    return code(text, where, t -> Coded.of(Rate.Per.class, t), problems);
  }

  /** A number that can be counted with, or null with what is wrong told. */
  static @Nullable BigDecimal number(@Nullable BigDecimal value, String where, Problems problems) {
    if (value != null && ((long) value.precision() - value.scale() > 12 || value.scale() > 16)) {
      problems.add(
          where,
          value.toString(),
          "A number has at most twelve digits before the point and sixteen after it.",
          "Give a number.");
      return null;
    }
    return given(value, where, problems);
  }

  /** What a source states in all, or null where it states nothing. */
  static @Nullable Money stated(@Nullable BigDecimal pounds, String where, Problems problems) {
    BigDecimal read = pounds == null ? null : number(pounds, where, problems);
    return read == null ? null : Money.ofPounds(read);
  }

  static @Nullable Money money(@Nullable BigDecimal amount, String where, Problems problems) {
    if (amount == null) {
      problems.add(where, null, "The amount is missing.", "Give it in pounds.");
      return null;
    }
    if (amount.signum() < 0
        || amount.compareTo(BigDecimal.valueOf(1_000_000)) > 0
        || amount.scale() > 6) {
      problems.add(
          where,
          amount.toString(),
          "The amount must be between 0 and 1,000,000 pounds, with at most six decimals.",
          "Check the unit: pounds, not pence.");
      return null;
    }
    return Money.ofPounds(amount);
  }

  /** A part of one that is used, or one with what is wrong told. */
  static BigDecimal occupancy(@Nullable BigDecimal asked, String where, Problems problems) {
    if (asked == null
        || asked.signum() <= 0
        || asked.compareTo(BigDecimal.ONE) > 0
        || asked.scale() > 16) {
      problems.add(
          where,
          asked,
          "The occupancy must be above 0 and at most 1.",
          "Write 0.85 for 85 % of nights.");
      return BigDecimal.ONE;
    }
    return asked;
  }

  /** How many beds, or one with what is wrong told. */
  static int beds(@Nullable Integer asked, String where, Problems problems) {
    if (asked == null || asked < 1 || asked > InHouseHome.MOST_BEDS) {
      problems.add(
          where,
          asked,
          "The beds must be 1 to " + InHouseHome.MOST_BEDS + ".",
          "Give a whole number.");
      return 1;
    }
    return asked;
  }
}
