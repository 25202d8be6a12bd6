package org.homeward.cohort;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.PlacementType;
import org.homeward.problem.Problems;
import org.homeward.quantity.Fractions;
import org.homeward.returns.Route;
import org.jspecify.annotations.Nullable;

/**
 * The homes of children after adoption and special guardianship, from the end of care to the 18th
 * birthday: a return does not follow them, but allowances are paid. Each family counts for the
 * share of families who receive the allowance of the price list.
 *
 * @param adoption share of adoptive families with an adoption allowance
 * @param guardianship share of special guardians with an allowance
 */
public record AfterCare(BigDecimal adoption, BigDecimal guardianship) {

  /** As in the pathway templates. */
  public static final AfterCare ILLUSTRATIVE =
      new AfterCare(new BigDecimal("0.2"), new BigDecimal("0.9"));

  static final int ENDS_AT_AGE = 18;

  /**
   * @throws org.homeward.problem.InputException if a share is not between 0 and 1
   */
  public AfterCare {
    Problems problems = new Problems();
    check("adoption", adoption, problems);
    check("guardianship", guardianship, problems);
    problems.throwIfAny();
  }

  private static void check(String field, BigDecimal share, Problems problems) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      problems.add(
          "afterCare." + field,
          share.toPlainString(),
          "A share is from 0 to 1.",
          "Write 0.9 for 90 %.");
    }
  }

  /** The home to which a road leads, or null where none is followed. */
  static @Nullable PlacementType homeOf(Route route) {
    return switch (route) {
      case ADOPTED -> PlacementType.ADOPTIVE_HOME;
      case SPECIAL_GUARDIANSHIP -> PlacementType.SPECIAL_GUARDIANSHIP;
      default -> null;
    };
  }

  /** The item of the price list that is paid there. */
  static String allowanceOf(PlacementType home) {
    return home == PlacementType.ADOPTIVE_HOME ? "adoption-allowance" : "sgo-allowance";
  }

  BigFraction shareOf(PlacementType home) {
    return Fractions.of(home == PlacementType.ADOPTIVE_HOME ? adoption : guardianship);
  }
}
