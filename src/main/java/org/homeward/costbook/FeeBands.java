package org.homeward.costbook;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.quantity.CalendarDays;
import org.jspecify.annotations.Nullable;

/**
 * The fees of one kind of placement: a grid of date bands by age bands, none where no row is in
 * force; and the same for each extra that is always paid on top.
 */
public final class FeeBands {

  private final int[] dates;
  private final int[] ages;
  private final @Nullable FeeTerm[][] terms;
  private final FeeBands[] extras;

  private FeeBands(int[] dates, int[] ages, @Nullable FeeTerm[][] terms, FeeBands[] extras) {
    this.dates = dates;
    this.ages = ages;
    this.terms = terms;
    this.extras = extras;
  }

  static FeeBands of(
      List<FeeSchedule.Series> series, Function<FeeRow, FeeTerm> term, FeeBands... extras) {
    TreeSet<Integer> dates = new TreeSet<>();
    TreeSet<Integer> ages = new TreeSet<>(List.of(0));
    for (FeeSchedule.Series s : series) {
      for (FeeRow row : s.rows()) {
        dates.add((int) row.from().toEpochDay());
        LocalDate to = row.to();
        if (to != null) {
          dates.add((int) to.toEpochDay());
        }
      }
      if (s.kind().age().from() > 0) {
        ages.add(s.kind().age().from());
      }
      if (s.kind().age().below() < 200) {
        ages.add(s.kind().age().below());
      }
    }
    int[] d = dates.stream().mapToInt(Integer::intValue).toArray();
    int[] a = ages.stream().mapToInt(Integer::intValue).toArray();
    @Nullable FeeTerm[][] terms = new FeeTerm[d.length][a.length];
    for (int i = 0; i < d.length; i++) {
      for (int j = 0; j < a.length; j++) {
        FeeRow row = inForce(series, d[i], a[j]);
        terms[i][j] = row == null ? null : term.apply(row);
      }
    }
    return new FeeBands(d, a, terms, extras);
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

  /** One for each extra that is always paid on top, in the order of the schedule. */
  public FeeBands[] extras() {
    return extras;
  }

  /** Whether there is no fee on any day. */
  public boolean isEmpty() {
    return dates.length == 0;
  }

  /**
   * The first epoch day after this one on which another fee may hold: a band of dates or of ages
   * ends.
   */
  public int nextChange(int day, int age, int birthDay) {
    int date = endOf(dateBand(day));
    int next = ageAfter(ageBand(age));
    return next == Integer.MAX_VALUE ? date : Math.min(date, CalendarDays.birthday(birthDay, next));
  }

  /** The fee in force on an epoch day at an age, or null where there is none. */
  public @Nullable FeeTerm on(int day, int age) {
    return at(dateBand(day), ageBand(age));
  }

  /** The fee of a band of dates and a band of ages, or null where there is none. */
  public @Nullable FeeTerm at(int dateBand, int ageBand) {
    return dateBand < 0 ? null : terms[dateBand][ageBand];
  }

  /** The band of dates that an epoch day lies in; -1 before the first. */
  public int dateBand(int day) {
    int band = dates.length - 1;
    while (band >= 0 && dates[band] > day) {
      band--;
    }
    return band;
  }

  /** The first epoch day after a band; the latest day there is, after the last. */
  public int endOf(int dateBand) {
    return dateBand + 1 < dates.length ? dates[dateBand + 1] : Integer.MAX_VALUE;
  }

  /** Whether a fee depends on age at all. */
  public boolean byAge() {
    return ages.length > 1;
  }

  /** The band of ages that an age lies in. */
  public int ageBand(int age) {
    int band = ages.length - 1;
    while (band > 0 && ages[band] > age) {
      band--;
    }
    return band;
  }

  /** The first age after a band; none is {@link Integer#MAX_VALUE}. */
  public int ageAfter(int ageBand) {
    return ageBand + 1 < ages.length ? ages[ageBand + 1] : Integer.MAX_VALUE;
  }
}
