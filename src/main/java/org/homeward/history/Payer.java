package org.homeward.history;

import org.homeward.quantity.Coded;

/** Who pays. The council's own total is social care. */
public enum Payer implements Coded {
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
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Payer of(String code) {
    return Coded.of(Payer.class, code);
  }
}
