package org.homeward.intake;

import java.util.List;

/** The columns of a payroll: one row for each person's work in a post, and nobody named. */
enum PayrollColumn implements FileColumn {
  POST("post", Kind.CODE, "postid", "postnumber", "position", "positionid"),
  ROLE("role", Kind.ID, "roleid", "jobrole", "staffrole"),
  FTE("fte", Kind.NUMBER, "fulltimeequivalent", "wte", "wholetimeequivalent"),
  SALARY("salary", Kind.NUMBER, "annualsalary", "fulltimesalary", "ftesalary", "salaryayear"),
  WEEKLY_HOURS("weekly hours", Kind.NUMBER, "hoursaweek", "hoursperweek", "contractedhours"),
  AGENCY("agency", Kind.ID, "agencyworker", "isagency"),
  DAY_RATE("day rate", Kind.NUMBER, "dayrate", "dailyrate", "agencydayrate"),
  DAY_HOURS("hours a day", Kind.NUMBER, "hoursperday", "dayhours"),
  NOTE("note", Kind.LABEL, "notes", "comment");

  /** All of them, to be found by their names. */
  static final Columns<PayrollColumn> ALL = new Columns<>(List.of(values()), c -> c.others);

  private final String title;
  private final Kind kind;
  private final List<String> others;

  PayrollColumn(String title, Kind kind, String... others) {
    this.title = title;
    this.kind = kind;
    this.others = List.of(others);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
