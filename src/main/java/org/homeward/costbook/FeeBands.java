package org.homeward.costbook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.quantity.Bands;
import org.homeward.quantity.CalendarDays;
import org.jspecify.annotations.Nullable;

/**
 * The fees of one kind of placement: a grid of the book's bands of dates by its bands of ages, none
 * where no row is in force; and the same for each extra that is always paid on top.
 */
public final class FeeBands {

  private final Bands dates;
  private final Bands ages;

  /** By band of dates, and within it by band of ages. */
  private final @Nullable FeeTerm[] terms;

  private final int ageBands;

  /** For each band of dates the first epoch day after it on which a fee of this kind changes. */
  private final int[] changes;

  private final FeeBands[] extras;

  /**
   * The processes that the fees of the last band of dates pay for, if it is the same at any age.
   */
  private final long includes;

  /** The epoch day from which on, at any age, these are paid for; by no fee nothing is. */
  private final int alikeFrom;

  private FeeBands(Bands dates, Bands ages, @Nullable FeeTerm[] terms, FeeBands[] extras) {
    this.dates = dates;
    this.ages = ages;
    this.terms = terms;
    this.extras = extras;
    ageBands = ages.count();
    changes = new int[dates.count()];
    for (int band = dates.count() - 1; band >= 0; band--) {
      changes[band] = sameAsNext(band) ? changes[band + 1] : dates.below(band);
    }
    includes = includedBy(terms[terms.length - 1]);
    int unlike = terms.length - 1;
    while (unlike >= 0 && includedBy(terms[unlike]) == includes) {
      unlike--;
    }
    int firstAlike = unlike / ageBands + 1;
    alikeFrom =
        unlike < 0
            ? Integer.MIN_VALUE
            : firstAlike == dates.count() ? Integer.MAX_VALUE : dates.from(firstAlike);
  }

  private static long includedBy(@Nullable FeeTerm term) {
    return term == null ? 0 : term.includes();
  }

  private boolean sameAsNext(int dateBand) {
    int next = (dateBand + 1) * ageBands;
    return next < terms.length
        && Arrays.equals(terms, next - ageBands, next, terms, next, next + ageBands);
  }

  static FeeBands of(
      Bands dates,
      Bands ages,
      List<FeeSchedule.Series> series,
      Function<FeeRow, FeeTerm> compile,
      FeeBands... extras) {
    @Nullable FeeTerm[] terms = new FeeTerm[dates.count() * ages.count()];
    for (int d = 0; d < dates.count(); d++) {
      for (int a = 0; a < ages.count(); a++) {
        FeeRow row = inForce(series, dates.from(d), Math.max(0, ages.from(a)));
        terms[d * ages.count() + a] = row == null ? null : compile.apply(row);
      }
    }
    return new FeeBands(dates, ages, terms, extras);
  }

  private static @Nullable FeeRow inForce(List<FeeSchedule.Series> series, int day, int age) {
    for (FeeSchedule.Series s : series) {
      if (s.kind().age().contains(age)) {
        FeeRow found = s.on(LocalDate.ofEpochDay(day));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The fee in force on an epoch day at an age, or null where there is none. */
  public @Nullable FeeTerm on(int day, int age) {
    return at(dates.of(day), ages.of(age));
  }

  /** The fee of a band of dates and a band of ages of the book, or null where there is none. */
  public @Nullable FeeTerm at(int dateBand, int ageBand) {
    return terms[dateBand * ageBands + ageBand];
  }

  /**
   * The processes, by bits of their place in the book, that any fee pays for from {@link
   * #alikeFrom} on.
   */
  public long includes() {
    return includes;
  }

  /**
   * The epoch day from which on, at any age, the same processes are paid for – where there is no
   * fee, none; the last there is where that never holds.
   */
  public int alikeFrom() {
    return alikeFrom;
  }

  /** One for each extra that is always paid on top, in the order of the schedule. */
  public FeeBands[] extras() {
    return extras;
  }

  /** Whether there is no fee on any day. */
  public boolean isEmpty() {
    return Arrays.stream(terms).allMatch(Objects::isNull);
  }

  /**
   * The first epoch day after this one on which another fee may hold: a band of dates or of ages
   * ends.
   */
  public int nextChange(int day, int age, int birthDay) {
    int date = changes[dates.of(day)];
    int next = ages.below(ages.of(age));
    return next == Integer.MAX_VALUE ? date : Math.min(date, CalendarDays.birthday(birthDay, next));
  }

  /** The first epoch day after a band of dates on which a fee of this kind changes. */
  public int changesAfter(int dateBand) {
    return changes[dateBand];
  }
}
