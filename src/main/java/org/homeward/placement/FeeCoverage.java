package org.homeward.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.problem.Problems;
import org.homeward.process.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Which fees of one kind of placement hold when, band of ages and of needs by band: where two are
 * in force at once no one could say which is meant, and where none is between others a more general
 * one holds, or none. Kinds differ where one names what another leaves open: then the more specific
 * wins, and they do not overlap.
 */
final class FeeCoverage {

  /** Rows that differ in their bands and dates at most. */
  private final List<List<FeeSchedule.Series>> families;

  private FeeCoverage(List<List<FeeSchedule.Series>> families) {
    this.families = families;
  }

  static FeeCoverage of(Iterable<FeeSchedule.Series> all) {
    Map<FeeRow.Kind, List<FeeSchedule.Series>> families = new LinkedHashMap<>();
    for (FeeSchedule.Series series : all) {
      families.computeIfAbsent(family(series.kind()), k -> new ArrayList<>()).add(series);
    }
    return new FeeCoverage(List.copyOf(families.values()));
  }

  /** The kind with one band in place of any; whether an extra is always paid does not matter. */
  private static FeeRow.Kind family(FeeRow.Kind kind) {
    IntRange some = new IntRange(0, 1);
    FeeRow.Extra extra = kind.extra();
    FeeRow.Kind own = kind.inLowerCase();
    return new FeeRow.Kind(
        own.type(),
        own.provider(),
        own.providerName(),
        own.area(),
        own.age().equals(IntRange.ANY) ? IntRange.ANY : some,
        own.needs().equals(IntRange.ANY) ? IntRange.ANY : some,
        extra == null ? null : new FeeRow.Extra(extra.id(), true));
  }

  /** A row and the day on which it ends, or the next of its series begins; null for never. */
  private record Stretch(FeeRow row, @Nullable LocalDate to) {

    static List<Stretch> of(FeeSchedule.Series series) {
      List<Stretch> stretches = new ArrayList<>();
      List<FeeRow> rows = series.rows();
      for (int i = 0; i < rows.size(); i++) {
        LocalDate to = rows.get(i).to();
        LocalDate next = i + 1 < rows.size() ? rows.get(i + 1).from() : null;
        boolean replaced = to == null || (next != null && next.isBefore(to));
        stretches.add(new Stretch(rows.get(i), replaced ? next : to));
      }
      return stretches;
    }

    boolean overlaps(Stretch other) {
      return startsBefore(other.to) && other.startsBefore(to);
    }

    private boolean startsBefore(@Nullable LocalDate day) {
      return day == null || row.from().isBefore(day);
    }
  }

  /** Names every two rows that are in force at once for some child. */
  void refuseOverlaps(Problems problems) {
    for (List<FeeSchedule.Series> family : families) {
      for (FeeSchedule.Series series : family) {
        refuseOverlaps(series, problems);
      }
      for (int i = 0; i < family.size(); i++) {
        for (FeeSchedule.Series other : family.subList(i + 1, family.size())) {
          refuseOverlaps(family.get(i), other, problems);
        }
      }
    }
  }

  private static void refuseOverlaps(FeeSchedule.Series series, Problems problems) {
    FeeRow before = null;
    for (FeeRow row : series.rows()) {
      if (before != null && before.overlaps(row)) {
        problems.add(
            "fees",
            row.label(),
            before.from().equals(row.from())
                ? "Two fees of the same kind begin on the same day."
                : "It begins before the row from "
                    + before.from()
                    + " ends, on "
                    + before.to()
                    + ": their days overlap.",
            "Leave one of them out, or let the earlier end where the later begins.");
      }
      before = row;
    }
  }

  private static void refuseOverlaps(
      FeeSchedule.Series series, FeeSchedule.Series other, Problems problems) {
    FeeRow.Kind kind = series.kind();
    FeeRow.Kind second = other.kind();
    if (!kind.age().intersects(second.age()) || !kind.needs().intersects(second.needs())) {
      return;
    }
    for (Stretch a : Stretch.of(series)) {
      for (Stretch b : Stretch.of(other)) {
        if (a.overlaps(b)) {
          problems.add(
              "fees",
              b.row().label(),
              "It and the row for "
                  + a.row().label()
                  + " are for the same children on the same days: their bands overlap.",
              "Change the bands, or let the earlier end (to_date) where the later begins.");
        }
      }
    }
  }

  /** The days and bands between fees for which there is none, as sentences. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (List<FeeSchedule.Series> family : families) {
      for (IntRange age : cells(family, s -> s.kind().age())) {
        for (IntRange needs : cells(family, s -> s.kind().needs())) {
          gaps(family, age, needs, gaps);
        }
      }
    }
    return gaps;
  }

  /** The bands cut where any of them begins or ends. */
  private static List<IntRange> cells(
      List<FeeSchedule.Series> family, Function<FeeSchedule.Series, IntRange> band) {
    SortedSet<Integer> edges = new TreeSet<>();
    for (FeeSchedule.Series series : family) {
      edges.add(band.apply(series).from());
      edges.add(band.apply(series).below());
    }
    List<IntRange> cells = new ArrayList<>();
    Integer from = null;
    for (int edge : edges) {
      if (from != null) {
        cells.add(new IntRange(from, edge));
      }
      from = edge;
    }
    return cells;
  }

  private static void gaps(
      List<FeeSchedule.Series> family, IntRange age, IntRange needs, List<String> gaps) {
    List<Stretch> stretches =
        family.stream()
            .filter(s -> s.kind().age().contains(age.from()))
            .filter(s -> s.kind().needs().contains(needs.from()))
            .flatMap(s -> Stretch.of(s).stream())
            .sorted(Comparator.comparing(s -> s.row().from()))
            .toList();
    String label = family.get(0).kind().ofBands(age, needs).label();
    if (stretches.isEmpty()) {
      gaps.add(gap(label, "on any day, though there is for other ages or needs"));
    }
    LocalDate ended = null;
    for (Stretch stretch : stretches) {
      if (ended != null && ended.isBefore(stretch.row().from())) {
        gaps.add(gap(label, "from " + ended + " to " + stretch.row().from()));
      }
      ended = stretch.to();
    }
  }

  private static String gap(String label, String when) {
    return "There is no fee for "
        + label
        + " "
        + when
        + ": a more general one holds there, or none.";
  }
}
