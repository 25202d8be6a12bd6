package org.homeward.history;

import org.homeward.quantity.Coded;

/** Under what a child is looked after. */
public enum LegalStatus implements Coded {
  SINGLE_ACCOMMODATION("single-accommodation"),
  INTERIM_CARE_ORDER("interim-care-order"),
  CARE_ORDER("care-order"),
  PLACEMENT_ORDER("placement-order"),
  SHORT_BREAK("short-break"),
  REMAND("remand"),
  POLICE_PROTECTION("police-protection"),
  EMERGENCY_PROTECTION("emergency-protection"),
  NONE("none");

  private final String code;

  LegalStatus(String code) {
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
  public static LegalStatus of(String code) {
    return Coded.of(LegalStatus.class, code);
  }
}
