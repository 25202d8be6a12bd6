package org.homeward.returns;

/**
 * A code of the return, with the returns in which it may stand. A return is named by the year in
 * which it ends.
 */
public sealed interface ReturnCode
    permits PlaceCode,
        ProviderCode,
        LegalStatusCode,
        NeedCode,
        NewEpisodeCode,
        EndCode,
        MoveCode,
        SexCode {

  String code();

  String label();

  Validity validity();

  /**
   * The returns in which a code may stand, first and last included.
   *
   * @param first {@link #ALWAYS} if it was there before any return that is read
   * @param last {@link #STILL} if it has not been withdrawn
   */
  record Validity(int first, int last) {

    public static final int ALWAYS = 0;
    public static final int STILL = 9999;

    /**
     * @throws IllegalArgumentException if the last return comes before the first
     */
    public Validity {
      if (last < first) {
        throw new IllegalArgumentException(
            "A code cannot be withdrawn before it comes: " + first + " to " + last + ".");
      }
    }

    public boolean in(int returnYear) {
      return first <= returnYear && returnYear <= last;
    }
  }
}
