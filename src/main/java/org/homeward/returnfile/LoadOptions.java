package org.homeward.returnfile;

import java.util.Map;
import org.homeward.returns.ReturnsMerge;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a load.
 *
 * @param authority whose returns they are, where neither a column LA nor folders tell; null if they
 *     do
 * @param years the return of a file or folder, by its name or path and by the year in which the
 *     return ends, where it is not to be found in the data
 * @param smallGap a gap of so many days at most after X1 is taken as going on
 */
public record LoadOptions(@Nullable String authority, Map<String, Integer> years, int smallGap) {

  private static final int LONGEST_GAP = 31;

  /**
   * @throws IllegalArgumentException for a gap that is negative or longer than a month
   */
  public LoadOptions {
    years = Map.copyOf(years);
    if (smallGap < 0 || smallGap > LONGEST_GAP) {
      throw new IllegalArgumentException(
          "A small gap is of 0 to " + LONGEST_GAP + " days, but was " + smallGap + ".");
    }
  }

  public static LoadOptions of(@Nullable String authority) {
    return new LoadOptions(authority, Map.of(), ReturnsMerge.SMALL_GAP);
  }
}
