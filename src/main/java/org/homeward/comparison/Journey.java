package org.homeward.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A history as a council tells it: rows of a placement or support, its length and its price, with
 * the totals it states.
 *
 * @param rows in time order
 * @param statedTotal what the source prints, or null
 */
public record Journey(String name, List<Row> rows, @Nullable Money statedTotal) {

  public Journey {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param stretches one for each price; several where the price changes inside the placement
   * @param concurrent true if it runs beside the row before it, as outreach beside a placement
   * @param statedTotal what the source prints, or null
   */
  public record Row(
      String description,
      List<Stretch> stretches,
      boolean concurrent,
      @Nullable Money statedTotal) {

    /**
     * @throws IllegalArgumentException if there is no stretch
     */
    public Row {
      stretches = List.copyOf(stretches);
      if (stretches.isEmpty()) {
        throw new IllegalArgumentException("A row must say how long it lasts.");
      }
    }
  }

  /**
   * So long at one price.
   *
   * @param price null where nothing is costed, as time off in lieu
   */
  public record Stretch(Length length, @Nullable Price price) {}

  /** An amount for a stretch of time, or, where {@code per} is null, for all of it at once. */
  public record Price(Money amount, Rate.@Nullable Per per) {

    /**
     * @throws IllegalArgumentException if the amount is negative
     */
    public Price {
      if (amount.isNegative()) {
        throw new IllegalArgumentException("A price must be zero or more, but was " + amount + ".");
      }
    }
  }

  /** How long something lasts. */
  public record Length(BigDecimal value, Unit unit) {

    /** What is counted. */
    public enum Unit implements Coded {
      DAYS("days"),
      WEEKS("weeks"),
      MONTHS("months");

      private final String code;

      Unit(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /**
     * @throws IllegalArgumentException if the length is negative
     */
    public Length {
      if (value.signum() < 0) {
        throw new IllegalArgumentException(
            "A length must be zero or more, but was " + value.toPlainString() + ".");
      }
    }

    @Override
    public String toString() {
      String plain = value.stripTrailingZeros().toPlainString();
      return plain
          + " "
          + (plain.equals("1") ? unit.code().substring(0, unit.code().length() - 1) : unit.code());
    }
  }

  /** How long the months of a source are (method, section 2). */
  public enum MonthLength implements Coded {
    /** A month is 28 days, as in many council tables. */
    FOUR_WEEKS("four-weeks"),
    /** A month is a calendar month from its start date. */
    CALENDAR("calendar");

    private final String code;

    MonthLength(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
