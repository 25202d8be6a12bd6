package org.homeward.returns;

/** Rows of a table that costs do not rest on: counted, so that nothing is dropped in silence. */
public final class CountedRows extends TableRows {

  public CountedRows(Table table, int file, int expected) {
    super(table, file, expected);
  }

  @Override
  void grow(int capacity) {}

  /** Adds a row; which child's does not matter. */
  public int add(int line, int authority, int year) {
    return addRow(line, ChildIds.NONE, authority, year);
  }
}
