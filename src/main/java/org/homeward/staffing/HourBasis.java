package org.homeward.staffing;

import org.homeward.quantity.Coded;

/** Which hour prices the tasks: see the method, section 3, for when each is right. */
public enum HourBasis implements Coded {
  WORKING_HOUR("working-hour"),
  CASE_RELATED_HOUR("case-related-hour");

  private final String code;

  HourBasis(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
