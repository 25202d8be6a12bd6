package org.homeward.history;

import org.homeward.quantity.Coded;

/** What makes a child's case take more work (the published studies' additional needs). */
public enum Need implements Coded {
  EMOTIONAL_OR_BEHAVIOURAL_DIFFICULTIES("emotional-or-behavioural-difficulties"),
  DISABILITY("disability"),
  OFFENDING("offending"),
  UNACCOMPANIED_ASYLUM_SEEKING("unaccompanied-asylum-seeking"),
  HEALTH("health");

  private final String code;

  Need(String code) {
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
  public static Need of(String code) {
    return Coded.of(Need.class, code);
  }
}
