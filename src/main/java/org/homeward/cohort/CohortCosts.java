package org.homeward.cohort;

import java.util.List;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.Pence;

/**
 * What a cohort cost.
 *
 * @param groups every combination of values that anything falls into, in the order of the axes
 * @param totals for each axis each of its values, all other values together; in the order of the
 *     axes
 * @param all everything
 * @param unpriced nights inside the window that are in no sum, since the book has no fee for them
 * @param children what each child cost, by its number in the histories
 */
public record CohortCosts(
    CostQuestion question,
    List<GroupCosts> groups,
    List<GroupCosts> totals,
    GroupCosts all,
    List<Unpriced> unpriced,
    PerChild children) {

  public CohortCosts {
    groups = List.copyOf(groups);
    totals = List.copyOf(totals);
    unpriced = List.copyOf(unpriced);
  }

  /** Nights of one kind of placement for which there is no fee on their day. */
  public record Unpriced(PlacementType type, Provider provider, Area area, long nights) {}

  /** What each child cost inside the window, by its number. */
  public static final class PerChild {

    private final long[] pence;
    private final int[] nights;

    PerChild(long[] pence, int[] nights) {
      this.pence = pence;
      this.nights = nights;
    }

    public int size() {
      return pence.length;
    }

    public Pence cost(int child) {
      return Pence.of(pence[child]);
    }

    /** Nights in care. */
    public int nights(int child) {
      return nights[child];
    }
  }
}
