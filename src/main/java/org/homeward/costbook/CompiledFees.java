package org.homeward.costbook;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Bands;

/**
 * Fee look-up by kind of placement, day and age: for each kind the days and ages at which a fee can
 * change, and the fee between.
 */
final class CompiledFees {

  private static final int PROVIDERS = Provider.values().length;
  private static final int AREAS = Area.values().length;

  private final FeeSchedule schedule;
  private final FeeBands[] slots;
  private final Bands dates;

  CompiledFees(FeeSchedule schedule, Bands ages, Function<FeeRow, FeeTerm> compile) {
    this.schedule = schedule;
    dates = Bands.at(schedule.rows().stream().map(r -> (int) r.from().toEpochDay()).toList());
    slots = new FeeBands[PlacementType.values().length * PROVIDERS * AREAS];
    java.util.Map<FeeRow, FeeTerm> terms = new java.util.HashMap<>();
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        for (Area area : Area.values()) {
          List<FeeSchedule.Series> series = schedule.series(type, provider, area);
          slots[index(type, provider, area)] =
              FeeBands.of(dates, ages, series, row -> terms.computeIfAbsent(row, compile));
        }
      }
    }
  }

  /** The days on which any fee changes. */
  Bands dates() {
    return dates;
  }

  FeeBands bands(PlacementType type, Provider provider, Area area) {
    return slots[index(type, provider, area)];
  }

  /** Why there is no fee, as the user's problem. */
  InputException missing(PlacementType type, Provider provider, Area area, int day) {
    boolean known = schedule.rows().stream().anyMatch(r -> r.type() == type);
    String first =
        schedule.rows().stream()
            .filter(r -> r.type() == type)
            .map(r -> r.from().toString())
            .min(String::compareTo)
            .orElse("");
    return new InputException(
        Problem.of(
            "legs",
            type.code()
                + " by "
                + provider.code()
                + ", "
                + area.code()
                + ", on "
                + LocalDate.ofEpochDay(day),
            known
                ? "There is no fee for this placement on that day; the first "
                    + type.code()
                    + " fee is from "
                    + first
                    + "."
                : "There is no fee for this kind of placement.",
            "State a fee on the leg, or start it later."));
  }

  private static int index(PlacementType type, Provider provider, Area area) {
    return (type.ordinal() * PROVIDERS + provider.ordinal()) * AREAS + area.ordinal();
  }
}
