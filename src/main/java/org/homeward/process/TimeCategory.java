package org.homeward.process;

/** What working time is spent on (method, section 4). */
public enum TimeCategory {
  /** With the child, family or carer. */
  DIRECT("direct"),
  /** Recording, reports, calls, meetings. */
  INDIRECT("indirect"),
  TRAVEL("travel"),
  /** Asked about as a whole: a survey answer without a category stands for all three. */
  UNDIVIDED("undivided");

  private final String code;

  TimeCategory(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public static TimeCategory of(String code) {
    for (TimeCategory category : values()) {
      if (category.code.equals(code)) {
        return category;
      }
    }
    throw new IllegalArgumentException(
        "\"" + code + "\" is not one of direct, indirect, travel, undivided.");
  }
}
