package org.homeward.returns;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file in columns, in runs of rows that follow each other and are of one child,
 * authority and year. A row that cannot be used is there too, with its fate, so that nothing is
 * lost from the count.
 */
public abstract sealed class TableRows permits EpisodeRows, PersonRows, DatedRows, CountedRows {

  /** For a cell without a date. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  private static final int FATES = RowFate.values().length;
  private static final RowFate[] FATE = RowFate.values();
  private static final byte UNDECIDED = -1;

  private final Table table;
  private final int file;
  private int size;
  private int[] line;
  private byte[] fate;

  // Runs
  private int runs;
  private long[] runChild = new long[64];
  private int[] runFirst = new int[65];
  private short @Nullable [] runAuthority;
  private short @Nullable [] runYear;

  /** Of the whole file, where rows do not tell. */
  private short fileAuthority;

  private short fileYear;

  /**
   * @param file its number among the files of the load
   * @param expected how many rows there may be
   */
  TableRows(Table table, int file, int expected) {
    this.table = table;
    this.file = file;
    line = new int[Math.max(16, expected)];
    fate = new byte[line.length];
  }

  public Table table() {
    return table;
  }

  public int file() {
    return file;
  }

  public int size() {
    return size;
  }

  /** Says of the whole file which return it is of, by the year in which that ends. */
  public void setYear(int year) {
    fileYear = (short) year;
  }

  /** Says of the whole file which authority's it is, by number. */
  public void setAuthority(int authority) {
    fileAuthority = (short) authority;
  }

  /**
   * Adds a row, of which the subclass then sets the cells.
   *
   * @param child as {@link ChildIds} knows it
   * @param authority the number of the row's own authority, or -1 if the file tells
   * @param year the row's own, or 0 if the file tells
   */
  final int addRow(int lineNumber, long child, int authority, int year) {
    if (size == line.length) {
      int capacity = size + (size >> 1);
      line = Arrays.copyOf(line, capacity);
      fate = Arrays.copyOf(fate, capacity);
      grow(capacity);
    }
    line[size] = lineNumber;
    fate[size] = table.isNeeded() ? UNDECIDED : (byte) RowFate.NOT_NEEDED.ordinal();
    if (runs == 0 || runChild[runs - 1] != child || differs(authority, year)) {
      startRun(child, authority, year);
    }
    runFirst[runs] = size + 1;
    return size++;
  }

  abstract void grow(int capacity);

  private boolean differs(int authority, int year) {
    return (authority >= 0 && authorityOfRun(runs - 1) != authority)
        || (year > 0 && yearOfRun(runs - 1) != year);
  }

  private void startRun(long child, int authority, int year) {
    if (runs == runChild.length) {
      runChild = Arrays.copyOf(runChild, 2 * runs);
      runFirst = Arrays.copyOf(runFirst, 2 * runs + 1);
    }
    if (authority >= 0) {
      runAuthority = room(runAuthority);
      runAuthority[runs] = (short) authority;
    }
    if (year > 0) {
      runYear = room(runYear);
      runYear[runs] = (short) year;
    }
    runChild[runs] = child;
    runFirst[runs++] = size;
  }

  private short[] room(short @Nullable [] column) {
    if (column == null) {
      return new short[runChild.length];
    }
    return column.length < runChild.length ? Arrays.copyOf(column, runChild.length) : column;
  }

  final int runs() {
    return runs;
  }

  final long childOfRun(int run) {
    return runChild[run];
  }

  final int firstOfRun(int run) {
    return runFirst[run];
  }

  final int endOfRun(int run) {
    return runFirst[run + 1];
  }

  final int authorityOfRun(int run) {
    return runAuthority == null ? fileAuthority : runAuthority[run];
  }

  final int yearOfRun(int run) {
    return runYear == null ? fileYear : runYear[run];
  }

  /** The returns that its rows are of, without 0. */
  public Set<Integer> years() {
    Set<Integer> years = new TreeSet<>();
    for (int run = 0; run < (runYear == null ? Math.min(1, runs) : runs); run++) {
      if (yearOfRun(run) > 0) {
        years.add(yearOfRun(run));
      }
    }
    return years;
  }

  /** The numbers of the authorities that its rows are of. */
  public Set<Integer> authorities() {
    Set<Integer> authorities = new TreeSet<>();
    for (int run = 0; run < (runAuthority == null ? Math.min(1, runs) : runs); run++) {
      authorities.add(authorityOfRun(run));
    }
    return authorities;
  }

  public int line(int row) {
    return line[row];
  }

  final void setFate(int row, RowFate of) {
    fate[row] = (byte) of.ordinal();
  }

  final boolean isUndecided(int row) {
    return fate[row] == UNDECIDED;
  }

  final boolean isRejected(int row) {
    return fate[row] == RowFate.REJECTED.ordinal();
  }

  /** What became of a row. */
  public RowFate fate(int row) {
    return FATE[fate[row]];
  }

  /** How many rows of a run had each fate, by the order of {@link RowFate}. */
  final void countFates(int run, long[] counts) {
    assertThatAllAreDecided(run);
    for (int row = firstOfRun(run); row < endOfRun(run); row++) {
      counts[fate[row]]++;
    }
  }

  private void assertThatAllAreDecided(int run) {
    for (int row = firstOfRun(run); row < endOfRun(run); row++) {
      if (fate[row] < 0 || fate[row] >= FATES) {
        throw new IllegalStateException(
            "A row was read and then forgotten: line " + line[row] + ".");
      }
    }
  }
}
