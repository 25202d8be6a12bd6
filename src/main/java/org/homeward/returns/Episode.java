package org.homeward.returns;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One episode while a child's returns are merged: first as one row has it, then as all have. */
final class Episode {

  /**
   * By start, then by return, then by everything that can differ, so that the order of the rows in
   * the files does not matter; exact copies by where they stand.
   */
  static final Comparator<Episode> IN_ORDER =
      Comparator.comparingInt((Episode e) -> e.from)
          .thenComparingInt(e -> e.year)
          .thenComparingInt(e -> e.to)
          .thenComparingLong(Episode::codes)
          .thenComparingInt(e -> e.site)
          .thenComparingInt(e -> e.rows.file())
          .thenComparingInt(e -> e.rows.line(e.row));

  EpisodeRows rows = new EpisodeRows(0, 0);
  int row;

  /** The return that the row is in. */
  int year;

  int from;

  /** {@link EpisodeRows#OPEN} while the episode lasts. */
  int to;

  byte began;
  byte legalStatus;
  byte need;
  byte place;
  byte provider;
  byte ended;
  byte moved;
  byte area;
  int district;
  int site;

  /** Nights within the year of the return. */
  int claim;

  /** The same episode in the return before. */
  @Nullable Episode earlier;

  /** Whether it goes on as another placement code without a new episode, from this return on. */
  int recodedFrom;

  byte recodedTo;

  /** The last return that has the episode with another start; 0 for none. */
  int movedIn;

  boolean repaired;

  void read(EpisodeRows table, int number, int returnYear) {
    rows = table;
    row = number;
    year = returnYear;
    from = table.from[number];
    to = table.to[number];
    began = table.began[number];
    legalStatus = table.legalStatus[number];
    need = table.need[number];
    place = table.place[number];
    provider = table.provider[number];
    ended = table.ended[number];
    moved = table.moved[number];
    area = table.area[number];
    district = table.district[number];
    site = table.site[number];
    claim = nightsIn(returnYear);
    earlier = null;
    recodedFrom = 0;
    movedIn = 0;
    repaired = false;
  }

  boolean isOpen() {
    return to == EpisodeRows.OPEN;
  }

  boolean hasNoNights() {
    return from == to;
  }

  /** Nights from start to end, or to the end of the return, that lie in the year of a return. */
  int nightsIn(int returnYear) {
    int until = Math.min(to, ReturnYears.end(returnYear));
    return Math.max(0, until - Math.max(from, ReturnYears.start(returnYear)));
  }

  /** Where it ends as far as its last return knows. */
  int knownEnd() {
    return isOpen() ? ReturnYears.end(year) : to;
  }

  /** As submitted. */
  private long codes() {
    return (began & 0xFFL)
        | (legalStatus & 0xFFL) << 8
        | (need & 0xFFL) << 16
        | (rows.place[row] & 0xFFL) << 24
        | (provider & 0xFFL) << 32
        | (ended & 0xFFL) << 40
        | (moved & 0xFFL) << 48
        | (area & 0xFFL) << 56;
  }

  /** Whether nothing at all differs but the row. */
  boolean isCopyOf(Episode other) {
    return from == other.from
        && to == other.to
        && year == other.year
        && codes() == other.codes()
        && site == other.site;
  }

  /** Whether it can be the same episode, but for its start. */
  boolean looksLike(Episode other) {
    return began == other.began
        && place == other.place
        && provider == other.provider
        && legalStatus == other.legalStatus
        && need == other.need
        && site == other.site;
  }

  int firstYear() {
    Episode first = this;
    while (first.earlier != null) {
      first = first.earlier;
    }
    return first.year;
  }
}
