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
   * @throws org.homeward.problem.InputException naming rows of one kind whose days overlap, and
   *     rows whose bands of ages or needs overlap on the same days
   */
  public FeeSchedule {
    rows = List.copyOf(rows);
    Problems problems = new Problems();
    FeeCoverage.of(byKind(rows).values()).refuseOverlaps(problems);
    problems.throwIfAny();
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
   * The days and bands between fees for which there is none, as sentences: a more general row holds
   * there, or none.
   */
  public List<String> gaps() {
    return FeeCoverage.of(byKind(rows).values()).gaps();
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

  /** Whether no row of its kind begins later. */
  public boolean isLast(FeeRow row) {
    return rows.stream()
        .noneMatch(r -> r.from().isAfter(row.from()) && r.kind().isSameAs(row.kind()));
  }

  /** A provider's name is the same whatever its case. */
  private static Map<FeeRow.Kind, Series> byKind(List<FeeRow> rows) {
    Map<FeeRow.Kind, List<FeeRow>> byKind = new LinkedHashMap<>();
    rows.forEach(
        r -> byKind.computeIfAbsent(r.kind().inLowerCase(), k -> new ArrayList<>()).add(r));
    Map<FeeRow.Kind, Series> series = new LinkedHashMap<>();
    byKind.forEach((kind, of) -> series.put(kind, new Series(of.get(0).kind(), of)));
    return series;
  }
}
