package org.homeward.costbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.homeward.history.Area;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Bands;

/**
 * Fee look-up by kind of placement, needs, day and age: for each kind the days and ages at which a
 * fee can change, and the fee between.
 */
final class CompiledFees {

  private static final int PROVIDERS = Provider.values().length;
  private static final int AREAS = Area.values().length;
  private static final int KINDS = PlacementType.values().length * PROVIDERS * AREAS;

  private final FeeSchedule schedule;
  private final Bands dates;
  private final Bands ages;
  private final Function<FeeRow, FeeTerm> compile;
  private final List<FeeRow.Extra> always;

  /** The band of needs that a number of needs lies in. */
  private final int[] needsBands = new int[Need.values().length + 1];

  private final FeeBands[] slots;
  private final Map<FeeRow.Placement, FeeBands> named = new ConcurrentHashMap<>();

  CompiledFees(FeeSchedule schedule, Bands ages, Function<FeeRow, FeeTerm> compile) {
    this.schedule = schedule;
    this.ages = ages;
    dates = Bands.at(changes(schedule));
    Map<FeeRow, FeeTerm> terms = new HashMap<>();
    schedule.rows().forEach(row -> terms.put(row, compile.apply(row)));
    this.compile = row -> Objects.requireNonNull(terms.get(row));
    always =
        schedule.rows().stream()
            .map(r -> r.kind().extra())
            .filter(e -> e != null && e.always())
            .distinct()
            .toList();
    List<Integer> firsts = needsBands();
    slots = new FeeBands[firsts.size() * KINDS];
    for (int band = 0; band < firsts.size(); band++) {
      for (PlacementType type : PlacementType.values()) {
        for (Provider provider : Provider.values()) {
          for (Area area : Area.values()) {
            slots[band * KINDS + index(type, provider, area)] =
                compile(new FeeRow.Placement(type, provider, null, area, firsts.get(band)));
          }
        }
      }
    }
  }

  /** Divides the numbers of needs where a row begins or ends; the first number of each band. */
  private List<Integer> needsBands() {
    TreeSet<Integer> firsts = new TreeSet<>(List.of(0));
    for (FeeRow row : schedule.rows()) {
      firsts.add(row.kind().needs().from());
      firsts.add(row.kind().needs().below());
    }
    firsts.removeIf(n -> n < 0 || n >= needsBands.length);
    List<Integer> bands = new ArrayList<>(firsts);
    for (int n = 0; n < needsBands.length; n++) {
      needsBands[n] = firsts.headSet(n, true).size() - 1;
    }
    return bands;
  }

  private FeeBands compile(FeeRow.Placement placement) {
    FeeBands[] extras =
        always.stream()
            .map(e -> FeeBands.of(dates, ages, schedule.series(placement, e), compile))
            .toArray(FeeBands[]::new);
    return FeeBands.of(dates, ages, schedule.series(placement), compile, extras);
  }

  private static List<Integer> changes(FeeSchedule schedule) {
    List<Integer> days = new ArrayList<>();
    for (FeeRow row : schedule.rows()) {
      days.add((int) row.from().toEpochDay());
      LocalDate to = row.to();
      if (to != null) {
        days.add((int) to.toEpochDay());
      }
    }
    return days;
  }

  /** The days on which any fee changes. */
  Bands dates() {
    return dates;
  }

  /** The band that a number of needs lies in. */
  int needsBand(int needs) {
    return needsBands[needs];
  }

  FeeBands bands(PlacementType type, Provider provider, Area area, int needsBand) {
    return slots[needsBand * KINDS + index(type, provider, area)];
  }

  /** The fees of a placement with a provider by name; of any such provider if none has the name. */
  FeeBands bands(FeeRow.Placement placement) {
    boolean known =
        schedule.rows().stream()
            .map(r -> r.kind().providerName())
            .anyMatch(n -> n != null && n.equalsIgnoreCase(placement.providerName()));
    return known
        ? named.computeIfAbsent(placement.inLowerCase(), this::compile)
        : bands(
            placement.type(), placement.provider(), placement.area(), needsBand(placement.needs()));
  }

  /** How many extras there are that are always paid where they are priced. */
  int alwaysPaid() {
    return always.size();
  }

  /** The prices of an extra that is paid where it is asked for. */
  FeeBands extra(String id, FeeRow.Placement placement) {
    return FeeBands.of(
        dates, ages, schedule.series(placement, new FeeRow.Extra(id, false)), compile);
  }

  /** Why there is no fee, as the user's problem. */
  InputException missing(PlacementType type, Provider provider, Area area, int day) {
    List<FeeRow> ofType =
        schedule.rows().stream().filter(r -> r.type() == type && r.kind().extra() == null).toList();
    String first = ofType.stream().map(r -> r.from().toString()).min(String::compareTo).orElse("");
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
            ofType.isEmpty()
                ? "There is no fee for this kind of placement."
                : "There is no fee for this placement on that day; the first "
                    + type.code()
                    + " fee is from "
                    + first
                    + ".",
            "State a fee on the leg, or start it later."));
  }

  private static int index(PlacementType type, Provider provider, Area area) {
    return (type.ordinal() * PROVIDERS + provider.ordinal()) * AREAS + area.ordinal();
  }
}
