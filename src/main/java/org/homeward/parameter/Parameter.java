package org.homeward.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One number of a cost book.
 *
 * @param path by which it is asked for and changed, for instance {@code
 *     staff-costs/social-worker/2025-26/salary}
 * @param name for readers
 * @param unit for instance {@code £ a week} or {@code minutes}
 * @param value exact
 * @param priceYear in whose prices an amount of money is; null for what is no money
 * @param from from when it holds; null for what has no date
 * @param until up to when, exclusive; null for what has no date or no successor
 * @param series its path without the date: parameters of one series are values of one thing over
 *     time
 * @param provenance its source, and whether it is illustrative
 * @param insteadOf path of the parameter that is used in its place, or null if it is used itself:
 *     minutes of a process file where a survey has an estimate
 * @param place where it stands among the files of the book, or will stand when it is set
 */
public record Parameter(
    String path,
    String name,
    String unit,
    BigFraction value,
    @Nullable FinancialYear priceYear,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String series,
    Provenance provenance,
    @Nullable String insteadOf,
    Place place) {

  private static final int PLACES_OF_FRACTIONS = 6;

  /** Where a number stands among the files of a book. */
  public sealed interface Place {
    String file();

    /**
     * A cell of a table.
     *
     * @param key which row is meant: text by column
     */
    record Cell(String file, java.util.Map<String, String> key, String column) implements Place {}

    /**
     * A cell of a table that has a row for what was set alone.
     *
     * @param key which row is meant: text by column
     */
    record Row(String file, java.util.Map<String, String> key, String column) implements Place {}

    /**
     * A value in a document.
     *
     * @param pointer JSON pointer, for instance {@code /tasks/3/share}; it need not be there where
     *     the document leaves a default out
     * @param unit that follows the number in the same value, or empty: {@code 3 months}
     */
    record Node(String file, String pointer, String unit) implements Place {}
  }

  /** As a decimal: exact, or to six places where no decimal holds it. */
  public BigDecimal decimal() {
    return decimal(value);
  }

  /** As a decimal: exact, or to six places where no decimal holds it. */
  static BigDecimal decimal(BigFraction value) {
    BigDecimal exact = Fractions.exactDecimal(value);
    return exact == null ? Fractions.toDecimal(value, PLACES_OF_FRACTIONS) : exact;
  }

  /** The same number with another value. */
  Parameter with(BigFraction other) {
    return new Parameter(
        path, name, unit, other, priceYear, from, until, series, provenance, insteadOf, place);
  }
}
