package org.homeward.pathway;

/** The components of cost, in their fixed order (method, section 6). */
public enum Component {
  PLACEMENT("placement"),
  CASE_MANAGEMENT("case-management"),
  SUPPORT("support"),
  LEGAL("legal"),
  ONE_OFF("one-off");

  private final String code;

  Component(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
