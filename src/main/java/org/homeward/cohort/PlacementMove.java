package org.homeward.cohort;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.problem.Problems;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;

/**
 * A share of the placements of one kind that another provider gives, as “10 % of agency foster
 * placements move in-house”. Nobody is drawn: every such placement counts for the share at the new
 * provider and for the rest at the old one, so that costs are expected values.
 */
public record PlacementMove(
    PlacementType type, Provider from, Provider to, BigDecimal share, String reason) {

  /**
   * @throws org.homeward.problem.InputException if the share is not between 0 and 1, nothing moves,
   *     or there is no reason
   */
  public PlacementMove {
    Problems problems = new Problems();
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      problems.add(
          "share", share.toPlainString(), "A share is from 0 to 1.", "Write 0.1 for 10 %.");
    }
    if (from == to) {
      problems.add(
          "to", to.code(), "That is the provider they are with.", "Name another provider.");
    }
    if (reason.isBlank()) {
      problems.add(
          "reason", null, "A change needs a reason.", "Say in a few words why it could happen.");
    }
    problems.throwIfAny();
  }

  /** What it changes, in plain English. */
  public String sentence() {
    return Format.number(share.movePointRight(2))
        + " % of "
        + Format.words(type.code())
        + " placements go from "
        + Format.words(from.code())
        + " to "
        + Format.words(to.code())
        + Format.because(reason);
  }

  /** Whether a placement of this type by this provider is one of those of which a share moves. */
  boolean moves(PlacementType of, Provider by) {
    return of == type && by == from;
  }

  BigFraction exactShare() {
    return Fractions.of(share);
  }
}
