package org.homeward.history;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Who provides a placement. */
public enum Provider {
  IN_HOUSE("in-house"),
  AGENCY("agency"),
  OTHER_AUTHORITY("other-authority"),
  NONE("none");

  private final String code;

  Provider(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Provider of(String code) {
    return Arrays.stream(values())
        .filter(v -> v.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + code
                        + "\" is not one of "
                        + Arrays.stream(values())
                            .map(Provider::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
