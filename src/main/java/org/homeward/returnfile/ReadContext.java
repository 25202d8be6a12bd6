package org.homeward.returnfile;

import java.util.Arrays;
import org.homeward.quantity.FinancialYear;
import org.homeward.returns.ChildIds;
import org.homeward.returns.Findings;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.Rule;
import org.homeward.returns.TableRows;

/** Reads what every table has – child, authority, year – and writes down what is found in a row. */
final class ReadContext {

  private final int file;
  private final ByteRows rows;
  private final Cells cells;
  private final ChildIds ids;
  private final Authorities authorities;
  private final int childCell;
  private final int authorityCell;
  private final int yearCell;
  private final int cellsNeeded;

  final Findings findings = new Findings();

  // The row
  long child;

  /** Of the row itself, or -1. */
  int authority = -1;

  /** Of the row itself, or 0. */
  int year;

  /** Whether something in the row was repaired. */
  boolean repaired;

  private long lastChild;
  private long lastHead;
  private long lastTail;
  private int lastLength;
  private byte[] lastAuthority = new byte[0];

  ReadContext(
      int file,
      ByteRows rows,
      Cells cells,
      TableLayout layout,
      ChildIds ids,
      Authorities authorities) {
    this.file = file;
    this.rows = rows;
    this.cells = cells;
    this.ids = ids;
    this.authorities = authorities;
    childCell = layout.of("CHILD");
    authorityCell = layout.of("LA");
    yearCell = layout.of("YEAR");
    cellsNeeded = layout.cellsNeeded();
  }

  /** Whether rows tell their authority. */
  boolean hasAuthority() {
    return authorityCell >= 0;
  }

  /** Whether rows tell their year. */
  boolean hasYear() {
    return yearCell >= 0;
  }

  /**
   * Reads what every row has.
   *
   * @return whether it can be used; the reason is written down if it cannot
   */
  boolean begin() {
    repaired = false;
    child = ChildIds.NONE;
    if (rows.cells < Math.max(cellsNeeded, Math.max(authorityCell, yearCell) + 1)) {
      year = 0;
      find(Rule.CELLS_MISSING);
      return false;
    }
    if (authorityCell >= 0) {
      readAuthority();
    }
    if (yearCell >= 0 && !readYear()) {
      find(Rule.YEAR_UNREADABLE);
      return false;
    }
    int start = rows.starts[childCell];
    int end = rows.ends[childCell];
    child = child(start, end - start);
    if (child == ChildIds.NONE) {
      find(Rule.CHILD_MISSING);
      return false;
    }
    return true;
  }

  /** Rows of one child follow each other, so the number is looked at as a whole first. */
  private long child(int start, int length) {
    if (length > 2 * Long.BYTES) {
      return ids.of(rows.bytes, start, start + length);
    }
    long head = cells.key(start, Math.min(length, Long.BYTES));
    long tail = length > Long.BYTES ? cells.key(start + Long.BYTES, length - Long.BYTES) : 0;
    if (head != lastHead || tail != lastTail || length != lastLength) {
      lastChild = ids.of(rows.bytes, start, start + length);
      lastHead = head;
      lastTail = tail;
      lastLength = length;
    }
    return lastChild;
  }

  private void readAuthority() {
    int start = rows.starts[authorityCell];
    int end = rows.ends[authorityCell];
    if (authority < 0
        || !Arrays.equals(rows.bytes, start, end, lastAuthority, 0, lastAuthority.length)) {
      authority = authorities.number(cells.text(authorityCell));
      lastAuthority = Arrays.copyOfRange(rows.bytes, start, end);
    }
  }

  private boolean readYear() {
    String text = cells.text(yearCell);
    int read = 0;
    if (text.matches("\\d{4}(\\.0)?")) {
      read = Integer.parseInt(text.substring(0, 4));
    } else {
      try {
        read = FinancialYear.parse(text).startYear() + 1;
      } catch (IllegalArgumentException e) {
        read = 0;
      }
    }
    boolean good = ReturnYears.FIRST <= read && read <= ReturnYears.LAST;
    year = good ? read : 0;
    return good;
  }

  void find(Rule rule) {
    find(rule, TableRows.NO_DAY, TableRows.NO_DAY, 0);
  }

  void find(Rule rule, int day, int to, long code) {
    repaired |= rule.outcome() == Rule.Outcome.REPAIRED;
    findings.add(rule, file, rows.line, child, day, to, 0, code);
    findings.setAuthority(authority);
  }
}
