package org.homeward.returns;

import org.homeward.history.PlacementType;

/**
 * A code of PLACE.
 *
 * @param type what it is for costs; for a temporary placement what stands if no usual one is known
 * @param stay whether it is where the child lives, or a stay away while the usual placement goes on
 * @param providerRule which providers can be right
 */
public record PlaceCode(
    String code,
    String label,
    Validity validity,
    PlacementType type,
    Stay stay,
    ProviderRule providerRule)
    implements ReturnCode {

  /** Where the child lives, or a hospital, a holiday, or the like. */
  public enum Stay {
    USUAL,
    TEMPORARY
  }

  /** Rules 178, 213, 526 to 531 and 550. */
  public enum ProviderRule {
    /** PR1 to PR5. */
    ANY,
    /** PR1, PR2, PR4 or PR5. */
    NOT_OTHER_PUBLIC,
    /** PR0. */
    PARENT,
    /** None is given. */
    BLANK
  }

  public boolean isTemporary() {
    return stay == Stay.TEMPORARY;
  }
}
