package org.homeward.returns;

import java.util.Map;

/**
 * What went in and what came out.
 *
 * @param rows how many rows of each table of each return had each fate
 * @param childrenRead different children in all tables that costs need
 * @param childrenWithHistory those of them who were in care
 * @param childrenWithoutEpisodes those who were not: care leavers
 * @param childrenRejected those whose every episode had to be left out
 * @param nights by return
 */
public record Reconciliation(
    Map<TableYear, RowCounts> rows,
    long childrenRead,
    long childrenWithHistory,
    long childrenWithoutEpisodes,
    long childrenRejected,
    Map<Integer, NightsByYear> nights) {

  /** A table of one return; 0 for rows that do not tell their year. */
  public record TableYear(Table table, int year) implements Comparable<TableYear> {
    @Override
    public int compareTo(TableYear other) {
      int tables = table.compareTo(other.table);
      return tables != 0 ? tables : Integer.compare(year, other.year);
    }
  }

  /** How many rows had each fate. */
  public record RowCounts(long used, long merged, long repaired, long rejected, long notNeeded) {
    public long read() {
      return used + merged + repaired + rejected + notNeeded;
    }
  }

  /** Whether children and nights come out as they went in; rows do by their making. */
  public boolean agrees() {
    return childrenRead == childrenWithHistory + childrenWithoutEpisodes + childrenRejected
        && nights.values().stream().allMatch(NightsByYear::agrees);
  }
}
