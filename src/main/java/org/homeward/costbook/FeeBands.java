package org.homeward.costbook;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.jspecify.annotations.Nullable;

/**
 * The fees of one kind of placement: a grid of date bands by age bands.
 *
 * @param dates epoch days at which a band begins
 * @param ages at which a band begins, the first 0
 * @param terms by date band and age band; null where no row is in force
 */
public record FeeBands(int[] dates, int[] ages, @Nullable FeeTerm[][] terms) {

  static FeeBands of(List<FeeSchedule.Series> series, Function<FeeRow, FeeTerm> term) {
    TreeSet<Integer> dates = new TreeSet<>();
    TreeSet<Integer> ages = new TreeSet<>(List.of(0));
    for (FeeSchedule.Series s : series) {
      s.rows().forEach(r -> dates.add((int) r.from().toEpochDay()));
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
    return new FeeBands(d, a, terms);
  }

  private static @Nullable FeeRow inForce(List<FeeSchedule.Series> series, int day, int age) {
    for (FeeSchedule.Series s : series) {
      if (s.kind().age().contains(age)) {
        FeeRow found = null;
        for (FeeRow row : s.rows()) {
          if (row.from().toEpochDay() <= day) {
            found = row;
          }
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The date band that a day falls in, or -1 before the first. */
  public int dateBand(int day) {
    int band = dates.length - 1;
    while (band >= 0 && dates[band] > day) {
      band--;
    }
    return band;
  }

  /** The age band that an age falls in. */
  public int ageBand(int age) {
    int band = ages.length - 1;
    while (band > 0 && ages[band] > age) {
      band--;
    }
    return band;
  }
}
