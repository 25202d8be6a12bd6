package org.homeward.history;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a placement is, seen from the authority that pays. */
public enum Area {
  IN_AREA("in-area"),
  OUT_OF_AREA("out-of-area");

  private final String code;

  Area(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Area of(String code) {
    return Arrays.stream(values())
        .filter(v -> v.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + code
                        + "\" is not one of "
                        + Arrays.stream(values()).map(Area::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
