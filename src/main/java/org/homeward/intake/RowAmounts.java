package org.homeward.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Trigger;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Rate;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/** How long, in what part of cases and how often, of one row, in minutes, shares and times. */
final class RowAmounts {

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final int MOST_PARTICIPANTS = 1_000;
  static final int MOST_TIMES = 10_000;

  private final RowValues row;
  private final KnownIds ids;

  RowAmounts(RowValues row, KnownIds ids) {
    this.row = row;
    this.ids = ids;
  }

  /** Whether the row says only that the task was asked about. */
  boolean isWithoutTime() {
    return row.text(timeColumn()).isEmpty();
  }

  private Column timeColumn() {
    return row.has(Column.MINUTES)
        ? Column.MINUTES
        : row.has(Column.HOURS) ? Column.HOURS : Column.TIME;
  }

  /** Null where the cell is blank, or its fault has been told. */
  @Nullable BigDecimal minutes() {
    Column column = timeColumn();
    BigDecimal number = row.number(column);
    if (number == null) {
      return null;
    }
    boolean hours = column == Column.HOURS || (column == Column.TIME && unitIsHours());
    BigDecimal minutes = hours ? number.multiply(SIXTY) : number;
    if (hours) {
      row.converted(column, "hours", "minutes", "60");
    }
    BigDecimal most = BigDecimal.valueOf(Answer.MOST_MINUTES);
    if (minutes.signum() < 0 || minutes.compareTo(most) > 0) {
      row.problem(
          column,
          row.text(column),
          "The time of one answer must be between 0 and "
              + Answer.MOST_MINUTES
              + " minutes, which is a week.",
          "Check the unit: are these minutes, hours or seconds?");
    }
    return rounded(minutes);
  }

  private boolean unitIsHours() {
    switch (Cells.plain(row.text(Column.UNIT))) {
      case "hours", "hour", "h", "hrs" -> {
        return true;
      }
      case "minutes", "minute", "min", "mins" -> {
        return false;
      }
      default -> {
        row.problem(
            Column.UNIT,
            row.text(Column.UNIT),
            "The unit of the time is not known.",
            "Write minutes or hours.");
        return false;
      }
    }
  }

  BigDecimal share() {
    Column column = row.has(Column.PERCENT) ? Column.PERCENT : Column.SHARE;
    BigDecimal number = row.number(column);
    if (number == null) {
      return BigDecimal.ONE;
    }
    BigDecimal share = column == Column.PERCENT ? number.movePointLeft(2) : number;
    if (column == Column.PERCENT) {
      row.converted(column, "per cent", "share", "1/100");
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      row.problem(
          column,
          row.text(column),
          column == Column.PERCENT
              ? "A per cent must be between 0 and 100."
              : "A share must be between 0 and 1.",
          column == Column.PERCENT
              ? "Write 25 for a quarter of cases."
              : "Write 0.25 for a quarter of cases; if these are per cent, call the column"
                  + " \"percent\".");
    }
    return rounded(share);
  }

  BigDecimal times(@Nullable TimeCell cell) {
    Column column =
        row.has(Column.PER_WEEK)
            ? Column.PER_WEEK
            : row.has(Column.PER_MONTH) ? Column.PER_MONTH : Column.TIMES;
    BigDecimal number = row.number(column);
    if (number == null) {
      return BigDecimal.ONE;
    }
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST_TIMES)) > 0) {
      row.problem(
          column,
          row.text(column),
          "How often something is done must be between 0 and " + MOST_TIMES + ".",
          "Write how often it is done when it is done.");
      return BigDecimal.ONE;
    }
    return column == Column.TIMES || cell == null
        ? rounded(number)
        : frequency(column, number, cell.process());
  }

  /** So often a week or a month, as so often in the period that the process is counted in. */
  private BigDecimal frequency(Column column, BigDecimal number, String process) {
    Trigger trigger = ids.process(process).map(ProcessGraph::trigger).orElse(null);
    if (!(trigger instanceof Trigger.Continuous continuous)) {
      row.problem(
          column,
          row.text(column),
          "The process " + process + " happens on occasions, not by the week or month.",
          "Say in a column \"times\" how often it is done in one occurrence.");
      return BigDecimal.ONE;
    }
    Rate.Per given = column == Column.PER_WEEK ? Rate.Per.WEEK : Rate.Per.MONTH;
    BigFraction factor = continuous.per().days().divide(given.days());
    row.converted(
        column,
        "times a " + given.code(),
        "times a " + continuous.per().code(),
        factor.getNumerator() + "/" + factor.getDenominator());
    return Fractions.toDecimal(Fractions.of(number).multiply(factor), 12);
  }

  int participants(Method method) {
    if (method == Method.FOCUS_GROUP) {
      return row.whole(Column.PARTICIPANTS, 1, MOST_PARTICIPANTS, null);
    }
    int participants = row.whole(Column.PARTICIPANTS, 1, MOST_PARTICIPANTS, 1);
    if (participants > 1) {
      row.problem(
          Column.PARTICIPANTS,
          participants,
          "Only the answer of a focus group stands for several people.",
          "Load it with the method focus-group, or leave the cell blank.");
    }
    return 1;
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.scale() > 12 ? value.setScale(12, RoundingMode.HALF_EVEN) : value;
  }
}
