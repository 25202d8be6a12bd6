package org.homeward.quantity;

/**
 * Where a number comes from.
 *
 * @param source the publication, survey or rule
 * @param illustrative true if it was chosen to be plausible rather than observed or published;
 *     every result that used it says so
 * @param note what a reader should know, or empty
 */
public record Provenance(String source, boolean illustrative, String note) {

  /** Of a number that somebody set without saying where it is from. */
  public static final Provenance NONE_STATED = new Provenance("no source stated", true, "");

  /** What the user stated in the request itself. */
  public static final Provenance STATED_IN_REQUEST =
      new Provenance("stated in the request", false, "");
}
