package org.homeward.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row by their columns, as numbers, codes and dates; what is wrong is told. */
final class RowValues {

  private final Header<Column> known;
  private final long line;
  private final List<String> cells;
  private final Findings findings;
  private final Conversions conversions;

  RowValues(
      Header<Column> known,
      long line,
      List<String> cells,
      Findings findings,
      Conversions conversions) {
    this.known = known;
    this.line = line;
    this.cells = cells;
    this.findings = findings;
    this.conversions = conversions;
  }

  boolean has(Column column) {
    return known.has(column);
  }

  String text(Column column) {
    return known.text(cells, column);
  }

  void problem(Column column, @Nullable Object value, String reason, String remedy) {
    int place = known.place(column);
    String name = place < 0 ? column.title() : known.shown(place);
    String shown = value == null ? null : Header.shortened(value.toString());
    findings.ofCell(line, place, name, shown, reason, remedy);
  }

  /** Notes that a cell was read in another unit or form than it was written in. */
  void converted(Column column, String from, String to, String factor) {
    conversions.add(known.shown(known.place(column)), from, to, factor);
  }

  String code(Column column, boolean needed) {
    String code = text(column);
    if (code.isEmpty() && needed) {
      problem(column, "", "There is no code.", "Give each a code such as R07 or C001.");
    } else if (Cells.holdsControls(code)) {
      problem(column, null, "The code holds characters that cannot be seen.", "Type it again.");
    } else if (code.length() > 80) {
      problem(column, null, "The code has more than 80 characters.", "Shorten it.");
    }
    return code;
  }

  /** A number, or null where the cell is blank or its fault has been told. */
  @Nullable BigDecimal number(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    boolean percentSign =
        text.endsWith("%") && (column == Column.SHARE || column == Column.PERCENT);
    String digits = percentSign ? Cells.strip(text.substring(0, text.length() - 1)) : text;
    BigDecimal number = Values.number(digits);
    if (Values.isAmbiguous(text)) {
      problem(
          column,
          text,
          "This can be read with a decimal comma or with thousands.",
          "Write 1234 or 1.234 without a comma.");
      return null;
    }
    if (number == null) {
      problem(
          column,
          text,
          "This is not a number.",
          "Write digits alone, for instance 45 or 7.5; the unit belongs into the name of the"
              + " column.");
      return null;
    }
    if (Values.isDecimalComma(digits)) {
      converted(column, "decimal comma", "decimal point", "");
    }
    if (percentSign && column == Column.SHARE) {
      converted(column, "per cent sign", "share", "1/100");
      return number.movePointLeft(2);
    }
    return number;
  }

  int whole(Column column, int least, int most, @Nullable Integer ifBlank) {
    if (text(column).isEmpty() && ifBlank != null) {
      return ifBlank;
    }
    String text = text(column);
    BigDecimal number = text.isEmpty() ? null : Values.number(text);
    boolean whole =
        number != null
            && number.stripTrailingZeros().scale() <= 0
            && number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!whole || number == null) {
      problem(
          column,
          text,
          "This must be a whole number from " + least + " to " + most + ".",
          "Write digits alone.");
      return least;
    }
    return number.intValue();
  }

  @Nullable LocalDate date(SurveyForm.Reading reading) {
    String text = text(Column.DATE);
    if (text.isEmpty()) {
      return null;
    }
    LocalDate date = Values.date(text);
    if (date == null) {
      problem(
          Column.DATE,
          text,
          "This is not a date.",
          "Write 2025-03-28 or 28/03/2025, the day first.");
      return null;
    }
    if (Values.isSerial(text)) {
      converted(Column.DATE, "serial number of a day", "date", "");
    } else if (Values.isBritish(text)) {
      converted(Column.DATE, "day/month/year", "date", "");
    }
    LocalDate from = reading.from();
    LocalDate to = reading.to();
    if ((from != null && date.isBefore(from)) || (to != null && date.isAfter(to))) {
      problem(
          Column.DATE,
          date,
          "The day is outside the dates of the survey.",
          "Mend the day, or the dates from and to.");
    }
    return date;
  }
}
