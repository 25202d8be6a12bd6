package org.homeward.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a survey file may have, whatever their order, case, blanks and underscores. */
enum Column {
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

  /** What stands in the cells of a column; labels are for readers and not kept. */
  enum Kind {
    CODE,
    ID,
    NUMBER,
    DATE,
    LABEL
  }

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : values()) {
      BY_NAME.put(Cells.plain(column.title), column);
      column.others.forEach(o -> BY_NAME.put(o, column));
    }
  }

  private final String title;
  private final Kind kind;
  private final List<String> others;

  Column(String title, Kind kind, String... others) {
    this.title = title;
    this.kind = kind;
    this.others = List.of(others);
  }

  String title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  /** The column that a header cell names; a marked-up copy has texts in the header, too. */
  static Optional<Column> find(String header) {
    for (Column ours : new Column[] {PROBLEM, REMEDY}) {
      if (header.startsWith(ours.title + ": ")) {
        return Optional.of(ours);
      }
    }
    return Optional.ofNullable(BY_NAME.get(Cells.plain(header)));
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(Column::title).toList();
  }
}
