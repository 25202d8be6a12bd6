package org.homeward.cohort;

import org.homeward.history.PlacementType;

/**
 * What is known of a child when care begins, and what it then cost: by the first facts children are
 * matched.
 *
 * @param age in years, with part of a year
 * @param need category of need, as the return has it
 * @param placement the first one
 * @param placements begun in the first six months
 * @param pence of the months that are compared
 */
record EntryFacts(double age, String need, PlacementType placement, int placements, long pence) {

  private static final int[] AGES = {1, 2, 5, 10, 16};
  private static final int MOST_PLACEMENTS = 3;

  /** The facts made coarse: children of equal strata are alike. */
  record Stratum(int ageBand, String need, PlacementType placement, int placements)
      implements Comparable<Stratum> {

    private static final java.util.Comparator<Stratum> ORDER =
        java.util.Comparator.comparingInt(Stratum::ageBand)
            .thenComparing(Stratum::need)
            .thenComparing(Stratum::placement)
            .thenComparingInt(Stratum::placements);

    /** What its children have in common, for readers. */
    String name() {
      return "aged "
          + ages()
          + ", need "
          + need
          + ", first placement "
          + placement.code()
          + ", "
          + placements
          + (placements < MOST_PLACEMENTS ? "" : " or more")
          + (placements == 1 ? " placement" : " placements")
          + " in six months";
    }

    private String ages() {
      if (ageBand == 0) {
        return "under " + AGES[0];
      }
      int from = AGES[ageBand - 1];
      if (ageBand == AGES.length) {
        return from + " or over";
      }
      int to = AGES[ageBand] - 1;
      return from == to ? "" + from : from + " to " + to;
    }

    @Override
    public int compareTo(Stratum other) {
      return ORDER.compare(this, other);
    }
  }

  Stratum stratum() {
    int band = 0;
    while (band < AGES.length && age >= AGES[band]) {
      band++;
    }
    return new Stratum(band, need, placement, Math.min(placements, MOST_PLACEMENTS));
  }
}
