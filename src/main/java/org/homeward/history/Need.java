package org.homeward.history;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What makes a child's case take more work (the published studies' additional needs). */
public enum Need {
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
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Need of(String code) {
    return Arrays.stream(values())
        .filter(v -> v.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + code
                        + "\" is not one of "
                        + Arrays.stream(values()).map(Need::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
