package org.homeward.cohort;

import org.homeward.quantity.Coded;

/** What kind of night a fee is paid for. */
public enum Nights implements Coded {
  /** Looked after by the authority. */
  IN_CARE("in-care"),
  /** A short break: the child stays away but is not looked after for it. */
  SHORT_BREAK("short-break"),
  /** In a home after care. */
  AFTER_CARE("after-care");

  private final String code;

  Nights(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
