package org.homeward.history;

import org.homeward.quantity.Coded;

/** Where a child lives: the looked-after placements, and the homes after care. */
public enum PlacementType implements Coded {
  FOSTER("foster"),
  KINSHIP_FOSTER("kinship-foster"),
  RESIDENTIAL("residential"),
  SECURE("secure"),
  PLACED_WITH_PARENTS("placed-with-parents"),
  PLACED_FOR_ADOPTION("placed-for-adoption"),
  SUPPORTED_ACCOMMODATION("supported-accommodation"),
  INDEPENDENT_LIVING("independent-living"),
  TEMPORARY("temporary"),
  OTHER("other"),
  ADOPTIVE_HOME("adoptive-home"),
  SPECIAL_GUARDIANSHIP("special-guardianship"),
  HOME("home"),
  STAYING_PUT("staying-put"),
  CARE_LEAVER("care-leaver"),
  SHORT_BREAK("short-break");

  private final String code;

  PlacementType(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static PlacementType of(String code) {
    return Coded.of(PlacementType.class, code);
  }

  /** Whether a child who lives there is looked after by the authority. */
  public boolean isLookedAfter() {
    return compareTo(ADOPTIVE_HOME) < 0;
  }
}
