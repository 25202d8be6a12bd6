package org.homeward.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Compares an actual journey with an anticipated one (method, section 7): each row is its rate ×
 * its length, rounded once; where the source states a figure too, both stand side by side and every
 * difference is named.
 */
public final class JourneyComparisonCalculator {

  private static final BigFraction DAYS_PER_WEEK = BigFraction.of(7);
  private static final int DAYS_PER_FOUR_WEEKS = 28;

  private final Journey.MonthLength monthLength;
  private final LocalDate start;

  /**
   * @param start the first day of both journeys: it matters only for calendar months
   */
  public JourneyComparisonCalculator(Journey.MonthLength monthLength, LocalDate start) {
    this.monthLength = monthLength;
    this.start = start;
  }

  /**
   * @param statedAvoided what the source says was avoided, or null
   */
  public JourneyComparison calculate(
      Journey actual, Journey anticipated, @Nullable Money statedAvoided) {
    List<String> findings = new ArrayList<>();
    JourneyComparison.CostedJourney did = cost(actual, findings);
    JourneyComparison.CostedJourney would = cost(anticipated, findings);
    Pence avoided = did.total().minus(would.total());
    Pence stated = statedAvoided == null ? null : statedAvoided.toPence();
    if (stated != null && !stated.equals(avoided)) {
      findings.add("Effect: computed " + effect(avoided) + ", stated " + effect(stated) + ".");
    }
    return new JourneyComparison(did, would, avoided, stated, findings);
  }

  /** How many days each stretch of each row lasts. */
  public List<List<BigFraction>> stretchDays(Journey journey) {
    List<List<BigFraction>> all = new ArrayList<>();
    int day = (int) start.toEpochDay();
    int rowStart = day;
    for (Journey.Row row : journey.rows()) {
      rowStart = row.concurrent() ? rowStart : day;
      List<BigFraction> ofRow = new ArrayList<>();
      int from = rowStart;
      for (Journey.Stretch stretch : row.stretches()) {
        BigFraction lasts = days(stretch.length(), from);
        ofRow.add(lasts);
        from += (int) Fractions.roundHalfEven(lasts);
      }
      all.add(ofRow);
      if (!row.concurrent()) {
        day = rowStart + (int) Fractions.roundHalfEven(days(row, rowStart));
      }
    }
    return all;
  }

  private JourneyComparison.CostedJourney cost(Journey journey, List<String> findings) {
    List<JourneyComparison.CostedRow> rows = new ArrayList<>();
    int day = (int) start.toEpochDay();
    int rowStart = day;
    BigFraction days = BigFraction.ZERO;
    for (Journey.Row row : journey.rows()) {
      rowStart = row.concurrent() ? rowStart : day;
      BigFraction lasts = days(row, rowStart);
      JourneyComparison.CostedRow costed = cost(row, rowStart, lasts);
      rows.add(costed);
      if (!row.concurrent()) {
        days = days.add(lasts);
        day = rowStart + (int) Fractions.roundHalfEven(lasts);
      }
      nameDifference(journey, row, costed, rows.size(), findings);
    }
    Pence total =
        rows.stream().map(JourneyComparison.CostedRow::computed).reduce(Pence.ZERO, Pence::plus);
    Pence statedRows = statedRows(rows);
    Pence statedTotal = journey.statedTotal() == null ? null : journey.statedTotal().toPence();
    nameTotals(journey.name(), total, statedTotal, statedRows, findings);
    return new JourneyComparison.CostedJourney(
        journey.name(), rows, total, days.divide(DAYS_PER_WEEK), statedTotal, statedRows);
  }

  private JourneyComparison.CostedRow cost(Journey.Row row, int rowStart, BigFraction lasts) {
    Money exact = Money.ZERO;
    boolean costed = false;
    int day = rowStart;
    for (Journey.Stretch stretch : row.stretches()) {
      BigFraction days = days(stretch.length(), day);
      Journey.Price price = stretch.price();
      if (price != null) {
        costed = true;
        exact =
            exact.plus(
                price.per() == null
                    ? price.amount()
                    : price.amount().times(days.divide(daysOf(price.per()))));
      }
      day += (int) Fractions.roundHalfEven(days);
    }
    Pence computed = exact.toPence();
    Pence stated = row.statedTotal() == null ? null : row.statedTotal().toPence();
    return new JourneyComparison.CostedRow(
        row.description(),
        row.stretches().stream().map(s -> s.length().toString()).collect(Collectors.joining(" + ")),
        lasts.divide(DAYS_PER_WEEK),
        row.concurrent(),
        costed,
        computed,
        stated,
        stated == null ? null : stated.minus(computed));
  }

  /** Under four-weeks months, an amount a month is for 28 days too. */
  public BigFraction daysOf(Rate.Per per) {
    return per == Rate.Per.MONTH && monthLength == Journey.MonthLength.FOUR_WEEKS
        ? Rate.Per.FOUR_WEEKS.days()
        : per.days();
  }

  private BigFraction days(Journey.Row row, int rowStart) {
    BigFraction sum = BigFraction.ZERO;
    int day = rowStart;
    for (Journey.Stretch stretch : row.stretches()) {
      BigFraction days = days(stretch.length(), day);
      sum = sum.add(days);
      day += (int) Fractions.roundHalfEven(days);
    }
    return sum;
  }

  private BigFraction days(Journey.Length length, int from) {
    BigFraction value = Fractions.of(length.value());
    return switch (length.unit()) {
      case DAYS -> value;
      case WEEKS -> value.multiply(DAYS_PER_WEEK);
      case MONTHS ->
          monthLength == Journey.MonthLength.FOUR_WEEKS
              ? value.multiply(DAYS_PER_FOUR_WEEKS)
              : calendarDays(length.value(), from);
    };
  }

  /** Whole months by the calendar; a part of a month as its part of the month that follows. */
  private static BigFraction calendarDays(BigDecimal months, int from) {
    int whole = months.intValue();
    int to = CalendarDays.plusMonths(from, whole);
    BigFraction part = Fractions.of(months.subtract(BigDecimal.valueOf(whole)));
    int next = CalendarDays.plusMonths(from, whole + 1);
    return BigFraction.of(to - from).add(part.multiply(next - to));
  }

  private static @Nullable Pence statedRows(List<JourneyComparison.CostedRow> rows) {
    Pence sum = Pence.ZERO;
    for (JourneyComparison.CostedRow row : rows) {
      if (row.stated() == null) {
        return null;
      }
      sum = sum.plus(row.stated());
    }
    return sum;
  }

  private void nameDifference(
      Journey journey,
      Journey.Row row,
      JourneyComparison.CostedRow costed,
      int number,
      List<String> findings) {
    Pence difference = costed.difference();
    if (difference == null || difference.value() == 0) {
      return;
    }
    findings.add(
        journey.name()
            + ", row "
            + number
            + " ("
            + row.description()
            + "): "
            + working(row)
            + " is "
            + costed.computed()
            + "; stated is "
            + costed.stated()
            + ", a difference of "
            + difference
            + "."
            + lengthThatFits(row, costed));
  }

  private static String working(Journey.Row row) {
    return row.stretches().stream()
        .map(JourneyComparisonCalculator::working)
        .collect(Collectors.joining(" and "));
  }

  private static String working(Journey.Stretch stretch) {
    Journey.Price price = stretch.price();
    if (price == null) {
      return stretch.length() + " without a price";
    }
    return price.per() == null
        ? stretch.length() + " for " + price.amount().toPence()
        : stretch.length() + " at " + price.amount().toPence() + " a " + price.per().code();
  }

  /**
   * A stated total that is a whole number of weeks at the row's own price suggests another length
   * than the one printed.
   */
  private static String lengthThatFits(Journey.Row row, JourneyComparison.CostedRow costed) {
    Journey.Price price = row.stretches().get(0).price();
    Pence stated = costed.stated();
    if (row.stretches().size() != 1
        || price == null
        || price.per() != Rate.Per.WEEK
        || price.amount().isZero()
        || stated == null) {
      return "";
    }
    BigFraction weeks = stated.pounds().divide(price.amount().pounds());
    boolean whole = weeks.getDenominator().equals(java.math.BigInteger.ONE) && weeks.signum() > 0;
    return whole ? " The stated figure is " + weeks.getNumerator() + " weeks at that price." : "";
  }

  private static void nameTotals(
      String name,
      Pence total,
      @Nullable Pence stated,
      @Nullable Pence statedRows,
      List<String> findings) {
    if (stated != null && !stated.equals(total)) {
      findings.add(
          name
              + ", total: computed "
              + total
              + ", stated "
              + stated
              + ", a difference of "
              + stated.minus(total)
              + ".");
    }
    if (stated != null && statedRows != null && !stated.equals(statedRows)) {
      findings.add(
          name
              + ": the stated rows add up to "
              + statedRows
              + ", the stated total is "
              + stated
              + ".");
    }
  }

  private static String effect(Pence avoided) {
    return avoided.value() < 0 ? Pence.of(-avoided.value()) + " added" : avoided + " avoided";
  }
}
