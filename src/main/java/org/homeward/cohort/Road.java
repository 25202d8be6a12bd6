package org.homeward.cohort;

import org.homeward.quantity.Coded;

/** The roads to a lasting home that are compared on real children. */
public enum Road implements Coded {
  ADOPTION("adoption"),
  SPECIAL_GUARDIANSHIP("special-guardianship"),
  RETURN_HOME("return-home"),
  /** Still in care or aged out, with most nights in foster care, by relatives or others. */
  FOSTER_CARE("foster-care");

  private final String code;

  Road(String code) {
    this.code = code;
  }

  /** As it is written in requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Road of(String code) {
    return Coded.of(Road.class, code);
  }
}
