package org.homeward.returns;

import java.util.Arrays;

/** Rows of the episodes table. Codes stand by their places in the {@link ReturnCodes}. */
public final class EpisodeRows extends TableRows {

  /** In place of a day, for an episode that had not ended. */
  public static final int OPEN = Integer.MAX_VALUE;

  int[] from;
  int[] to;
  byte[] began;
  byte[] legalStatus;
  byte[] need;
  byte[] place;
  byte[] provider;
  byte[] ended;
  byte[] moved;

  /** Whether it is in the authority's area, where a column says so: an ordinal + 1, or 0. */
  byte[] area;

  /** The outward half of the placement's postcode; 0 for none. */
  int[] district;

  /** A fingerprint of postcode and URN, to tell whether two rows mean the same house. */
  int[] site;

  public EpisodeRows(int file, int expected) {
    super(Table.EPISODES, file, expected);
    int capacity = Math.max(16, expected);
    from = new int[capacity];
    to = new int[capacity];
    began = new byte[capacity];
    legalStatus = new byte[capacity];
    need = new byte[capacity];
    place = new byte[capacity];
    provider = new byte[capacity];
    ended = new byte[capacity];
    moved = new byte[capacity];
    area = new byte[capacity];
    district = new int[capacity];
    site = new int[capacity];
  }

  @Override
  void grow(int capacity) {
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    began = Arrays.copyOf(began, capacity);
    legalStatus = Arrays.copyOf(legalStatus, capacity);
    need = Arrays.copyOf(need, capacity);
    place = Arrays.copyOf(place, capacity);
    provider = Arrays.copyOf(provider, capacity);
    ended = Arrays.copyOf(ended, capacity);
    moved = Arrays.copyOf(moved, capacity);
    area = Arrays.copyOf(area, capacity);
    district = Arrays.copyOf(district, capacity);
    site = Arrays.copyOf(site, capacity);
  }

  /**
   * Adds a row that is read.
   *
   * @param fromDay DECOM, or {@link #NO_DAY}
   * @param toDay DEC, {@link #OPEN} or {@link #NO_DAY}
   * @param rejected if it cannot be used; its days still count in the nights
   */
  public int add(
      int line, long child, int authority, int year, int fromDay, int toDay, boolean rejected) {
    int row = addRow(line, child, authority, year);
    from[row] = fromDay;
    to[row] = toDay;
    if (rejected) {
      setFate(row, RowFate.REJECTED);
    }
    return row;
  }

  /** Says that something in a row was repaired when it was read. */
  public void setRepaired(int row) {
    setFate(row, RowFate.REPAIRED);
  }

  /** Sets the codes of a row. */
  public void setCodes(
      int row,
      byte rne,
      byte ls,
      byte cin,
      byte placeCode,
      byte providerCode,
      byte rec,
      byte reason) {
    began[row] = rne;
    legalStatus[row] = ls;
    need[row] = cin;
    place[row] = placeCode;
    provider[row] = providerCode;
    ended[row] = rec;
    moved[row] = reason;
  }

  /** Sets where the placement of a row is. */
  public void setSite(int row, byte areaOrdinal, int districtCode, int fingerprint) {
    area[row] = areaOrdinal;
    district[row] = districtCode;
    site[row] = fingerprint;
  }

  public int from(int row) {
    return from[row];
  }

  public int to(int row) {
    return to[row];
  }

  /** Whether none of the episodes has ended. */
  public boolean hasNoEnds() {
    for (int row = 0; row < size(); row++) {
      if (to[row] != OPEN && to[row] != NO_DAY) {
        return false;
      }
    }
    return true;
  }

  /** Whether most ends lie outside the years that the rows are said to be of. */
  public boolean contradictsItsYears() {
    int ended = 0;
    int inYear = 0;
    for (int run = 0; run < runs(); run++) {
      int year = yearOfRun(run);
      for (int row = firstOfRun(run); row < endOfRun(run); row++) {
        if (year > 0 && to[row] != OPEN && to[row] != NO_DAY) {
          ended++;
          inYear += ReturnYears.start(year) <= to[row] && to[row] <= ReturnYears.end(year) ? 1 : 0;
        }
      }
    }
    return 2 * inYear < ended;
  }
}
