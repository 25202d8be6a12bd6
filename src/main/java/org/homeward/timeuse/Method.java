package org.homeward.timeuse;

import org.homeward.quantity.Coded;

/** How time-use answers were collected. */
public enum Method implements Coded {
  FOCUS_GROUP("focus-group"),
  ONLINE_SURVEY("online-survey"),
  EVENT_RECORD("event-record");

  private final String code;

  Method(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public static Method of(String code) {
    return Coded.of(Method.class, code);
  }
}
