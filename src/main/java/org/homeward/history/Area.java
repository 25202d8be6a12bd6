package org.homeward.history;

import org.homeward.quantity.Coded;

/** Where a placement is, seen from the authority that pays. */
public enum Area implements Coded {
  IN_AREA("in-area"),
  OUT_OF_AREA("out-of-area");

  private final String code;

  Area(String code) {
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
  public static Area of(String code) {
    return Coded.of(Area.class, code);
  }
}
