package org.homeward.history;

import org.homeward.quantity.Coded;

/** Who provides a placement. */
public enum Provider implements Coded {
  IN_HOUSE("in-house"),
  AGENCY("agency"),
  OTHER_AUTHORITY("other-authority"),
  NONE("none");

  private final String code;

  Provider(String code) {
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
  public static Provider of(String code) {
    return Coded.of(Provider.class, code);
  }
}
