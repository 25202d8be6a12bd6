package org.homeward.returns;

import org.homeward.quantity.Coded;

/** A table of the return. */
public enum Table implements Coded {
  EPISODES("episodes"),
  HEADER("header"),
  UASC("uasc"),
  REVIEWS("reviews"),
  MISSING("missing"),
  AD1("ad1"),
  PLACED_FOR_ADOPTION("placed-for-adoption"),
  SW_EPISODES("sw-episodes"),
  PREVIOUS_PERMANENCE("previous-permanence"),
  OC2("oc2"),
  OC3("oc3"),
  DOLO("dolo");

  private final String code;

  Table(String code) {
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
  public static Table of(String code) {
    return Coded.of(Table.class, code);
  }

  /** Whether costs rest on it; the rows of the others are counted and left alone. */
  public boolean isNeeded() {
    return compareTo(PREVIOUS_PERMANENCE) < 0;
  }
}
