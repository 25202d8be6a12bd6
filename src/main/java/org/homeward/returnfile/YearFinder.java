package org.homeward.returnfile;

import java.util.function.IntUnaryOperator;
import org.homeward.returns.DatedRows;
import org.homeward.returns.EpisodeRows;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.TableRows;

/**
 * Finds out of its dates which return a table is of. Every episode of a return that ended did so in
 * its year, a day late at most; so the return is the one in whose year nearly all ends are, and the
 * latest. Starts do not tell: they may lie years back.
 */
final class YearFinder {

  /** Nine in ten. */
  private static final int OF_TEN = 9;

  private YearFinder() {}

  /** The return, or 0 where the dates do not tell. */
  static int of(TableRows table) {
    if (table instanceof EpisodeRows episodes) {
      return of(episodes.size(), episodes::to, EpisodeRows.OPEN);
    }
    if (table instanceof DatedRows dated) {
      return of(dated.size(), dated::first, EpisodeRows.OPEN);
    }
    return 0;
  }

  private static int of(int rows, IntUnaryOperator day, int ignored) {
    int latest = TableRows.NO_DAY;
    int known = 0;
    for (int i = 0; i < rows; i++) {
      int d = day.applyAsInt(i);
      if (d != TableRows.NO_DAY && d != ignored) {
        latest = Math.max(latest, d);
        known++;
      }
    }
    if (known == 0) {
      return 0;
    }
    int last = ReturnYears.of(latest);
    for (int year = last; year >= Math.max(ReturnYears.FIRST, last - 1); year--) {
      if (10L * within(rows, day, year) >= (long) OF_TEN * known) {
        return year;
      }
    }
    return 0;
  }

  /** How many days lie in the year of a return, or on the day after it. */
  private static int within(int rows, IntUnaryOperator day, int year) {
    int count = 0;
    for (int i = 0; i < rows; i++) {
      int d = day.applyAsInt(i);
      count += d >= ReturnYears.start(year) && d <= ReturnYears.end(year) ? 1 : 0;
    }
    return count;
  }
}
