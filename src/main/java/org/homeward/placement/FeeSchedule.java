package org.homeward.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.problem.Problems;

/** All placement fees. */
public record FeeSchedule(List<FeeRow> rows) {

  /**
   * @throws org.homeward.problem.InputException naming rows of one kind that begin on the same day
   */
  public FeeSchedule {
    rows = List.copyOf(rows);
    Problems problems = new Problems();
    Set<String> seen = new HashSet<>();
    for (FeeRow row : rows) {
      if (!seen.add(row.label())) {
        problems.add(
            "fees",
            row.label(),
            "Two fees of the same kind begin on the same day.",
            "Leave one of them out.");
      }
    }
    problems.throwIfAny();
  }

  /** The rows of one kind in order of their dates. */
  public record Series(FeeRow.Kind kind, List<FeeRow> rows) {
    public Series {
      rows = rows.stream().sorted(Comparator.comparing(FeeRow::from)).toList();
    }
  }

  /** The series that can be meant for such a placement, the most specific first. */
  public List<Series> series(PlacementType type, Provider provider, Area area) {
    Map<FeeRow.Kind, List<FeeRow>> byKind = new LinkedHashMap<>();
    for (FeeRow row : rows) {
      if (row.kind().covers(type, provider, area)) {
        byKind.computeIfAbsent(row.kind(), k -> new ArrayList<>()).add(row);
      }
    }
    List<Series> found = new ArrayList<>();
    byKind.forEach((kind, of) -> found.add(new Series(kind, of)));
    found.sort(Comparator.comparingInt((Series s) -> s.kind().specificity()).reversed());
    return found;
  }
}
