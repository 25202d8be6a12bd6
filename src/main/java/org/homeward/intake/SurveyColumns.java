package org.homeward.intake;

import java.util.ArrayList;
import java.util.List;
import org.homeward.timeuse.Method;

/** Which columns a survey file must have, and which say the same thing. */
final class SurveyColumns {

  private static final List<Column> TIMES =
      List.of(Column.TIMES, Column.PER_WEEK, Column.PER_MONTH);
  private static final List<Column> SHARES = List.of(Column.SHARE, Column.PERCENT);
  private static final List<Column> AMOUNTS = List.of(Column.MINUTES, Column.HOURS, Column.TIME);

  private SurveyColumns() {}

  static void check(
      Header<Column> header, long line, SurveyForm.Reading reading, Findings findings) {
    boolean events = reading.method() == Method.EVENT_RECORD;
    List<Column> needed = new ArrayList<>(List.of(Column.TASK, Column.ROLE));
    needed.addAll(events ? List.of(Column.CASE, Column.OCCURRENCE) : List.of(Column.RESPONDENT));
    if (reading.process() == null) {
      needed.add(Column.PROCESS);
    }
    if (reading.method() == Method.FOCUS_GROUP) {
      needed.add(Column.PARTICIPANTS);
    }
    if (header.has(Column.TIME)) {
      needed.add(Column.UNIT);
    }
    needed.forEach(column -> header.require(line, column, findings));
    if (AMOUNTS.stream().noneMatch(header::has)) {
      header.require(line, Column.MINUTES, findings);
    }
    for (List<Column> oneOf : List.of(AMOUNTS, SHARES, TIMES)) {
      List<String> found = oneOf.stream().filter(header::has).map(Column::title).toList();
      if (found.size() > 1) {
        findings.ofLine(
            line,
            String.join(", ", found),
            "These columns say the same thing in different units.",
            "Leave one of them.");
      }
    }
  }
}
