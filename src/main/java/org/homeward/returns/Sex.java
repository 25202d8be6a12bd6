package org.homeward.returns;

import org.homeward.quantity.Coded;

/** As the latest return has it. */
public enum Sex implements Coded {
  MALE("male"),
  FEMALE("female"),
  NOT_KNOWN("not-known");

  private final String code;

  Sex(String code) {
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
  public static Sex of(String code) {
    return Coded.of(Sex.class, code);
  }
}
