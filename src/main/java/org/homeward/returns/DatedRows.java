package org.homeward.returns;

import java.util.Arrays;

/**
 * Rows of a table that tells dated events: reviews, missing, ad1, placed_for_adoption, sw_episodes.
 */
public final class DatedRows extends TableRows {

  int[] first;
  int[] second;

  public DatedRows(Table table, int file, int expected) {
    super(table, file, expected);
    first = new int[Math.max(16, expected)];
    second = new int[Math.max(16, expected)];
  }

  @Override
  void grow(int capacity) {
    first = Arrays.copyOf(first, capacity);
    second = Arrays.copyOf(second, capacity);
  }

  /**
   * Adds a row that is read.
   *
   * @param firstDay REVIEW, MIS_START, DATE_INT, DATE_PLACED or SW_DECOM
   * @param secondDay MIS_END, DATE_MATCH or DATE_PLACED_CEASED; {@link #NO_DAY} for none
   */
  public int add(
      int line,
      long child,
      int authority,
      int year,
      int firstDay,
      int secondDay,
      boolean rejected) {
    int row = addRow(line, child, authority, year);
    first[row] = firstDay;
    second[row] = secondDay;
    if (rejected) {
      setFate(row, RowFate.REJECTED);
    }
    return row;
  }

  public int first(int row) {
    return first[row];
  }
}
