package org.homeward.history;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Who pays. The council's own total is social care. */
public enum Payer {
  SOCIAL_CARE("social-care"),
  HEALTH("health"),
  EDUCATION("education"),
  JUSTICE("justice"),
  CENTRAL_GOVERNMENT("central-government");

  private final String code;

  Payer(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Payer of(String code) {
    return Arrays.stream(values())
        .filter(v -> v.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + code
                        + "\" is not one of "
                        + Arrays.stream(values()).map(Payer::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
