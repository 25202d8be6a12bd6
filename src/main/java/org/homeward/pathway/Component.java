package org.homeward.pathway;

/** The components of cost, in their fixed order (method, section 6). */
public enum Component {
  PLACEMENT("placement", "Placement"),
  CASE_MANAGEMENT("case-management", "Case management"),
  SUPPORT("support", "Support"),
  LEGAL("legal", "Legal"),
  ONE_OFF("one-off", "One-off");

  private final String code;
  private final String title;

  Component(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  /** As it stands in headings and tables. */
  public String title() {
    return title;
  }
}
