package org.homeward.intake;

import java.util.List;

/** The columns that a survey file may have, whatever their order, case, blanks and underscores. */
enum Column implements FileColumn {
  RESPONDENT("respondent", Kind.CODE, "respondentcode", "respondentid", "groupcode"),
  PARTICIPANTS("participants", Kind.NUMBER, "groupsize", "numberofparticipants"),
  CASE("case", Kind.CODE, "casecode", "caseid"),
  OCCURRENCE("occurrence", Kind.NUMBER, "occurrencenumber"),
  OCCURRENCES("occurrences", Kind.NUMBER, "observedoccurrences"),
  EVENT("event", Kind.CODE, "eventid"),
  DATE("date", Kind.DATE, "eventdate"),
  PROCESS("process", Kind.ID, "processid"),
  TASK("task", Kind.ID, "taskid"),
  ROLE("role", Kind.ID, "roleid", "staffrole"),
  VARIATION("variation", Kind.ID, "variationid"),
  CATEGORY("category", Kind.ID, "timecategory"),
  MINUTES("minutes", Kind.NUMBER, "mins", "timeminutes", "timeinminutes"),
  HOURS("hours", Kind.NUMBER, "timehours", "timeinhours"),
  TIME("time", Kind.NUMBER, "timespent"),
  UNIT("unit", Kind.ID, "timeunit"),
  SHARE("share", Kind.NUMBER, "shareofcases"),
  PERCENT("percent", Kind.NUMBER, "percentofcases", "percentage", "sharepercent"),
  TIMES("times", Kind.NUMBER, "howoften"),
  PER_WEEK("times per week", Kind.NUMBER, "perweek", "timesaweek"),
  PER_MONTH("times per month", Kind.NUMBER, "permonth", "timesamonth"),
  TASK_LABEL("task name", Kind.LABEL),
  ROLE_LABEL("role name", Kind.LABEL),
  PROBLEM("problem", Kind.LABEL),
  REMEDY("remedy", Kind.LABEL);

  /** All of them, to be found by their names. */
  static final Columns<Column> ALL = new Columns<>(List.of(values()), c -> c.others);

  private final String title;
  private final Kind kind;
  private final List<String> others;

  Column(String title, Kind kind, String... others) {
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
