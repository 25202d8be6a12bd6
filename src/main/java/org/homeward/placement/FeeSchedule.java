package org.homeward.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** All placement fees and extras. */
public record FeeSchedule(List<FeeRow> rows) {

  /**
   * @throws org.homeward.problem.InputException naming rows of one kind whose days overlap
   */
  public FeeSchedule {
    rows = List.copyOf(rows);
    Problems problems = new Problems();
    for (Series series : byKind(rows).values()) {
      FeeRow before = null;
      for (FeeRow row : series.rows()) {
        if (before != null && overlap(before, row)) {
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
    problems.throwIfAny();
  }

  private static boolean overlap(FeeRow earlier, FeeRow later) {
    LocalDate to = earlier.to();
    return earlier.from().equals(later.from()) || (to != null && to.isAfter(later.from()));
  }

  /** The rows of one kind in order of their dates. */
  public record Series(FeeRow.Kind kind, List<FeeRow> rows) {
    public Series {
      rows = rows.stream().sorted(Comparator.comparing(FeeRow::from)).toList();
    }

    /** The row in force on a day, or null. */
    public @Nullable FeeRow on(LocalDate day) {
      return rows.stream().filter(r -> r.inForceOn(day)).reduce((a, b) -> b).orElse(null);
    }
  }

  /**
   * The days between rows of one kind on which none is in force, as sentences: a more general row
   * holds there, or none.
   */
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (Series series : byKind(rows).values()) {
      FeeRow before = null;
      for (FeeRow row : series.rows()) {
        LocalDate ended = before == null ? null : before.to();
        if (ended != null && ended.isBefore(row.from())) {
          gaps.add(
              "There is no fee for "
                  + series.kind().label()
                  + " from "
                  + ended
                  + " to "
                  + row.from()
                  + ": a more general one holds there, or none.");
        }
        before = row;
      }
    }
    return gaps;
  }

  /** The ids of all extras, in the order of the rows. */
  public List<String> extras() {
    Set<String> ids = new LinkedHashSet<>();
    for (FeeRow row : rows) {
      FeeRow.Extra extra = row.kind().extra();
      if (extra != null) {
        ids.add(extra.id());
      }
    }
    return List.copyOf(ids);
  }

  /** The series of fees that can be meant for such a placement, the most specific first. */
  public List<Series> series(FeeRow.Placement placement) {
    return series(placement, null);
  }

  /** The series of an extra that can be meant for such a placement; of the fee itself for null. */
  public List<Series> series(FeeRow.Placement placement, FeeRow.@Nullable Extra extra) {
    return byKind(rows).values().stream()
        .filter(s -> java.util.Objects.equals(s.kind().extra(), extra))
        .filter(s -> s.kind().covers(placement))
        .sorted(Comparator.comparingInt((Series s) -> s.kind().specificity()).reversed())
        .toList();
  }

  private static Map<FeeRow.Kind, Series> byKind(List<FeeRow> rows) {
    Map<FeeRow.Kind, List<FeeRow>> byKind = new LinkedHashMap<>();
    rows.forEach(r -> byKind.computeIfAbsent(r.kind(), k -> new ArrayList<>()).add(r));
    Map<FeeRow.Kind, Series> series = new LinkedHashMap<>();
    byKind.forEach((kind, of) -> series.put(kind, new Series(kind, of)));
    return series;
  }
}
