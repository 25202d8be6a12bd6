package org.homeward.timeuse;

/** How time-use answers were collected. */
public enum Method {
  FOCUS_GROUP("focus-group"),
  ONLINE_SURVEY("online-survey"),
  EVENT_RECORD("event-record");

  private final String code;

  Method(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public static Method of(String code) {
    for (Method method : values()) {
      if (method.code.equals(code)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "\"" + code + "\" is not one of focus-group, online-survey, event-record.");
  }
}
