package org.homeward.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.process.ProcessGraph;
import org.homeward.timeuse.GivenAnswer;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one survey file: columns by name, units converted, every rule of method.md
 * section 5 checked. One reading goes through the file once and holds one row, a hash of each row
 * and the problems.
 */
final class SurveyRows {

  private static final int STEP = 2_000;

  private final KnownIds ids;

  SurveyRows(List<ProcessGraph> graphs, Map<String, String> roleNames) {
    ids = new KnownIds(graphs, roleNames);
  }

  /** Goes through the file; the sink is given each answer of a row without a problem. */
  Checked read(
      Table table,
      String file,
      SurveyForm.Reading reading,
      Progress.Stage stage,
      Progress progress,
      Consumer<GivenAnswer> sink) {
    OneReading one = new OneReading(file, reading, sink);
    table.forEach(
        (line, cells, share) -> {
          one.row(line, cells);
          if (one.rows % STEP == 1) {
            progress.at(stage, (int) (share * 100), one.rows);
          }
        });
    progress.at(stage, 100, one.rows);
    return one.result(table.notes());
  }

  /** One going-through of one file. */
  private final class OneReading {

    private final Findings findings;
    private final SurveyForm.Reading reading;
    private final Consumer<GivenAnswer> sink;
    private final boolean events;
    private final SeenRows keys = new SeenRows();
    private final SeenRows respondents = new SeenRows();
    private final Set<Survey.AskedTask> asked = new LinkedHashSet<>();
    private final Conversions conversions = new Conversions();
    private @Nullable Header<Column> header;
    private boolean headerIsGood;
    private int rows;
    private int answers;
    private int withoutTime;
    private int equalEvents;

    OneReading(String file, SurveyForm.Reading reading, Consumer<GivenAnswer> sink) {
      this.findings = new Findings(file);
      this.reading = reading;
      this.sink = sink;
      this.events = reading.method() == Method.EVENT_RECORD;
    }

    void row(long line, List<String> cells) {
      Header<Column> known = header;
      if (known == null) {
        header = Header.read(line, cells, Column.ALL, reading.left(), findings);
        SurveyColumns.check(header, line, reading, findings);
        headerIsGood = findings.isEmpty();
        return;
      }
      rows++;
      long before = findings.total();
      known.lookThrough(line, cells, findings);
      if (!headerIsGood) {
        return;
      }
      GivenAnswer answer = answer(line, new RowValues(known, line, cells, findings, conversions));
      if (findings.total() == before && answer != null) {
        answers++;
        sink.accept(answer);
      }
    }

    Checked result(List<String> notes) {
      if (header == null) {
        findings.ofFile(null, "The file has no rows.", "Send a header line and rows below it.");
      } else if (headerIsGood && answers == 0 && findings.isEmpty()) {
        findings.ofFile(
            null,
            "No row holds an answer: the time is blank in all of them.",
            "Fill in the time; 0 is zero, blank is no answer.");
      }
      List<String> all = new ArrayList<>(notes);
      if (withoutTime > 0) {
        all.add(withoutTime + " rows have no time: they count as asked, not as answers.");
      }
      if (equalEvents > 0) {
        all.add(
            equalEvents
                + " event rows without an event id are equal to an earlier one and were kept: check"
                + " that they are different events.");
      }
      return new Checked(
          findings.file(),
          rows,
          answers,
          respondents.size(),
          asked,
          conversions.list(),
          all,
          findings.list(),
          findings.total());
    }

    private @Nullable GivenAnswer answer(long line, RowValues row) {
      RowAmounts amounts = new RowAmounts(row, ids);
      TimeCell cell = ids.cell(row, reading.process());
      BigDecimal minutes = amounts.minutes();
      if (cell != null) {
        asked.add(new Survey.AskedTask(cell.process(), cell.task(), cell.role()));
      }
      if (minutes == null) {
        withoutTime += amounts.isWithoutTime() ? 1 : 0;
        return null;
      }
      Column who = events ? Column.CASE : Column.RESPONDENT;
      String respondent = row.code(who, true);
      String event = events ? row.code(Column.EVENT, false) : "";
      int participants = amounts.participants(reading.method());
      int occurrence = events ? row.whole(Column.OCCURRENCE, 1, RowAmounts.MOST_TIMES, null) : 0;
      int occurrences =
          events
              ? row.whole(Column.OCCURRENCES, 1, RowAmounts.MOST_TIMES, Math.max(1, occurrence))
              : 0;
      BigDecimal share = amounts.share();
      BigDecimal often = amounts.times(cell);
      LocalDate date = row.date(reading);
      if (events && occurrence > occurrences) {
        row.problem(
            Column.OCCURRENCES,
            occurrences,
            "The event is of occurrence " + occurrence + ", but fewer are said to be observed.",
            "Mend one of the two numbers.");
      }
      if (cell == null) {
        return null;
      }
      respondents.put(respondent, line);
      duplicate(line, row, respondent, occurrence, event, cell, minutes, date);
      return new GivenAnswer(
          line,
          respondent,
          participants,
          occurrence,
          occurrences,
          event,
          cell,
          minutes,
          share,
          often,
          date);
    }

    private void duplicate(
        long line,
        RowValues row,
        String respondent,
        int occurrence,
        String event,
        TimeCell cell,
        BigDecimal minutes,
        @Nullable LocalDate date) {
      boolean byId = events && !event.isEmpty();
      String key =
          byId
              ? String.join("\n", "id", respondent, cell.process(), "" + occurrence, event)
              : respondent + "\n" + cell + (events ? "\n" + occurrence + minutes + date : "");
      int before = keys.put(key, line);
      if (before == 0) {
        return;
      }
      if (byId) {
        row.problem(
            Column.EVENT,
            event,
            "The event stands in line " + before + " already.",
            "Leave one of the two out, or give it an id of its own.");
      } else if (events) {
        equalEvents++;
      } else {
        row.problem(
            Column.RESPONDENT,
            respondent,
            "The same respondent has answered this already in line " + before + ".",
            "Leave one of the two out.");
      }
    }
  }
}
