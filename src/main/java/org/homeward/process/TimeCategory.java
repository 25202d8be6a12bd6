package org.homeward.process;

import org.homeward.quantity.Coded;

/** What working time is spent on (method, section 4). */
public enum TimeCategory implements Coded {
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

  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public static TimeCategory of(String code) {
    return Coded.of(TimeCategory.class, code);
  }
}
