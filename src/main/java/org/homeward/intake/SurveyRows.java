package org.homeward.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Rate;
import org.homeward.timeuse.Answer;
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

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final int MOST_PARTICIPANTS = 1_000;
  private static final int MOST_TIMES = 10_000;
  private static final int STEP = 2_000;

  private final Map<String, Known> processes = new TreeMap<>();
  private final Map<String, String> roles;

  /** The ids of a process, found by their plain spelling. */
  private record Known(
      ProcessGraph graph, Map<String, String> tasks, Map<String, String> variations) {}

  SurveyRows(List<ProcessGraph> graphs, Map<String, String> roleNames) {
    for (ProcessGraph graph : graphs) {
      Known known =
          new Known(
              graph,
              spellings(graph.tasks().stream().map(Task::id).toList()),
              spellings(graph.variations().stream().map(Variation::id).toList()));
      processes.put(Cells.plain(graph.id()), known);
    }
    roles = spellings(roleNames.keySet());
    roleNames.forEach((id, name) -> roles.putIfAbsent(Cells.plain(name), id));
  }

  private static Map<String, String> spellings(Collection<String> ids) {
    Map<String, String> spellings = new TreeMap<>();
    ids.forEach(id -> spellings.put(Cells.plain(id), id));
    return spellings;
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
    private final Map<List<String>, Long> conversions = new LinkedHashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
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
      GivenAnswer answer = new OneRow(known, line, cells).read();
      if (findings.total() == before && answer != null) {
        answers++;
        sink.accept(answer);
      }
    }

    private void convert(String column, String from, String to, String factor) {
      conversions.merge(List.of(column, from, to, factor), 1L, Long::sum);
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
      List<Conversion> made = new ArrayList<>();
      conversions.forEach(
          (k, n) -> made.add(new Conversion(k.get(0), k.get(1), k.get(2), k.get(3), n)));
      return new Checked(
          findings.file(),
          rows,
          answers,
          respondents.size(),
          asked,
          made,
          all,
          findings.list(),
          findings.total());
    }

    /** The columns of one row, read in their units. */
    private final class OneRow {

      private final Header<Column> known;
      private final long line;
      private final List<String> cells;

      OneRow(Header<Column> known, long line, List<String> cells) {
        this.known = known;
        this.line = line;
        this.cells = cells;
      }

      @Nullable GivenAnswer read() {
        TimeCell cell = cell();
        BigDecimal minutes = minutes();
        if (cell != null) {
          asked.add(new Survey.AskedTask(cell.process(), cell.task(), cell.role()));
        }
        if (minutes == null) {
          return null;
        }
        Column who = events ? Column.CASE : Column.RESPONDENT;
        String respondent = code(who, true);
        String event = events ? code(Column.EVENT, false) : "";
        int participants = participants();
        int occurrence = events ? whole(Column.OCCURRENCE, 1, MOST_TIMES, null) : 0;
        int occurrences =
            events ? whole(Column.OCCURRENCES, 1, MOST_TIMES, Math.max(1, occurrence)) : 0;
        BigDecimal share = share();
        BigDecimal often = times(cell);
        LocalDate date = date();
        if (events && occurrence > occurrences) {
          problem(
              Column.OCCURRENCES,
              occurrences,
              "The event is of occurrence " + occurrence + ", but fewer are said to be observed.",
              "Mend one of the two numbers.");
        }
        if (cell == null) {
          return null;
        }
        respondents.put(respondent, line);
        duplicate(respondent, occurrence, event, cell, minutes, date);
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

      private String text(Column column) {
        return known.text(cells, column);
      }

      private void problem(Column column, @Nullable Object value, String reason, String remedy) {
        int place = known.place(column);
        String name = place < 0 ? column.title() : known.shown(place);
        String shown = value == null ? null : Header.shortened(value.toString());
        findings.ofCell(line, place, name, shown, reason, remedy);
      }

      private void duplicate(
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
          problem(
              Column.EVENT,
              event,
              "The event stands in line " + before + " already.",
              "Leave one of the two out, or give it an id of its own.");
        } else if (events) {
          equalEvents++;
        } else {
          problem(
              Column.RESPONDENT,
              respondent,
              "The same respondent has answered this already in line " + before + ".",
              "Leave one of the two out.");
        }
      }

      private @Nullable TimeCell cell() {
        String stated = reading.process();
        String process =
            known.has(Column.PROCESS) && !text(Column.PROCESS).isEmpty()
                ? text(Column.PROCESS)
                : (stated == null ? "" : stated);
        Known of = processes.get(Cells.plain(process));
        if (of == null) {
          problem(
              Column.PROCESS,
              process,
              unknown("process", process, processIds()),
              "Use an id of /api/processes.");
        }
        String role = id(Column.ROLE, "role", roles);
        String task = of == null ? null : id(Column.TASK, "task of " + of.graph.id(), of.tasks);
        String variation =
            of == null || text(Column.VARIATION).isEmpty()
                ? null
                : id(Column.VARIATION, "variation of " + of.graph.id(), of.variations);
        TimeCategory category = category();
        return of == null || role == null || task == null
            ? null
            : new TimeCell(of.graph.id(), task, role, variation, category);
      }

      private Collection<String> processIds() {
        return processes.values().stream().map(k -> k.graph.id()).toList();
      }

      private @Nullable String id(Column column, String what, Map<String, String> spellings) {
        String id = spellings.get(Cells.plain(text(column)));
        if (id == null) {
          problem(
              column,
              text(column),
              unknown(what, text(column), spellings.values()),
              spellings.isEmpty()
                  ? "Leave the cell blank."
                  : "Use one of "
                      + String.join(", ", new LinkedHashSet<>(spellings.values()))
                      + ".");
        }
        return id;
      }

      private String unknown(String what, String given, Collection<String> known) {
        if (given.isEmpty()) {
          return "The cell is empty, but every row must name its " + what + ".";
        }
        String nearest = Nearest.of(given, known);
        return "There is no "
            + what
            + " of this id"
            + (nearest.isEmpty() ? "." : "; the nearest is \"" + nearest + "\".");
      }

      private TimeCategory category() {
        String text = Cells.plain(text(Column.CATEGORY));
        if (text.isEmpty()) {
          return TimeCategory.UNDIVIDED;
        }
        Optional<TimeCategory> found = Optional.empty();
        List<String> codes = new ArrayList<>();
        for (TimeCategory category : TimeCategory.values()) {
          codes.add(category.code());
          found = category.code().equals(text) ? Optional.of(category) : found;
        }
        if (found.isEmpty()) {
          problem(
              Column.CATEGORY,
              text(Column.CATEGORY),
              unknown("time category", text, codes),
              "Use one of "
                  + String.join(", ", codes)
                  + ", or leave it blank for all of the time.");
        }
        return found.orElse(TimeCategory.UNDIVIDED);
      }

      private String code(Column column, boolean needed) {
        String code = text(column);
        if (code.isEmpty() && needed) {
          problem(column, "", "There is no code.", "Give each a code such as R07 or C001.");
        } else if (Cells.holdsControls(code)) {
          problem(column, null, "The code holds characters that cannot be seen.", "Type it again.");
        } else if (code.length() > 80) {
          problem(column, null, "The code has more than 80 characters.", "Shorten it.");
        }
        return code;
      }

      /** A number, or null where the cell is blank or its fault has been told. */
      private @Nullable BigDecimal number(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
          return null;
        }
        boolean percentSign =
            text.endsWith("%") && (column == Column.SHARE || column == Column.PERCENT);
        String digits = percentSign ? Cells.strip(text.substring(0, text.length() - 1)) : text;
        BigDecimal number = Values.number(digits);
        if (Values.isAmbiguous(text)) {
          problem(
              column,
              text,
              "This can be read with a decimal comma or with thousands.",
              "Write 1234 or 1.234 without a comma.");
          return null;
        }
        if (number == null) {
          problem(
              column,
              text,
              "This is not a number.",
              "Write digits alone, for instance 45 or 7.5; the unit belongs into the name of the"
                  + " column.");
          return null;
        }
        if (Values.isDecimalComma(digits)) {
          convert(known.shown(known.place(column)), "decimal comma", "decimal point", "");
        }
        if (percentSign && column == Column.SHARE) {
          convert(known.shown(known.place(column)), "per cent sign", "share", "1/100");
          return number.movePointLeft(2);
        }
        return number;
      }

      private @Nullable BigDecimal minutes() {
        Column column =
            known.has(Column.MINUTES)
                ? Column.MINUTES
                : known.has(Column.HOURS) ? Column.HOURS : Column.TIME;
        if (text(column).isEmpty()) {
          withoutTime++;
          return null;
        }
        BigDecimal number = number(column);
        if (number == null) {
          return null;
        }
        boolean hours = column == Column.HOURS || (column == Column.TIME && unitIsHours());
        BigDecimal minutes = hours ? number.multiply(SIXTY) : number;
        if (hours) {
          convert(known.shown(known.place(column)), "hours", "minutes", "60");
        }
        BigDecimal most = BigDecimal.valueOf(Answer.MOST_MINUTES);
        if (minutes.signum() < 0 || minutes.compareTo(most) > 0) {
          problem(
              column,
              text(column),
              "The time of one answer must be between 0 and "
                  + Answer.MOST_MINUTES
                  + " minutes, which is a week.",
              "Check the unit: are these minutes, hours or seconds?");
        }
        return rounded(minutes);
      }

      private boolean unitIsHours() {
        switch (Cells.plain(text(Column.UNIT))) {
          case "hours", "hour", "h", "hrs" -> {
            return true;
          }
          case "minutes", "minute", "min", "mins" -> {
            return false;
          }
          default -> {
            problem(
                Column.UNIT,
                text(Column.UNIT),
                "The unit of the time is not known.",
                "Write minutes or hours.");
            return false;
          }
        }
      }

      private BigDecimal share() {
        Column column = known.has(Column.PERCENT) ? Column.PERCENT : Column.SHARE;
        BigDecimal number = number(column);
        if (number == null) {
          return BigDecimal.ONE;
        }
        BigDecimal share = column == Column.PERCENT ? number.movePointLeft(2) : number;
        if (column == Column.PERCENT) {
          convert(known.shown(known.place(column)), "per cent", "share", "1/100");
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
          problem(
              column,
              text(column),
              column == Column.PERCENT
                  ? "A per cent must be between 0 and 100."
                  : "A share must be between 0 and 1.",
              column == Column.PERCENT
                  ? "Write 25 for a quarter of cases."
                  : "Write 0.25 for a quarter of cases; if these are per cent, call the column"
                      + " \"percent\".");
        }
        return rounded(share);
      }

      private BigDecimal times(@Nullable TimeCell cell) {
        Column column =
            known.has(Column.PER_WEEK)
                ? Column.PER_WEEK
                : known.has(Column.PER_MONTH) ? Column.PER_MONTH : Column.TIMES;
        BigDecimal number = number(column);
        if (number == null) {
          return BigDecimal.ONE;
        }
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST_TIMES)) > 0) {
          problem(
              column,
              text(column),
              "How often something is done must be between 0 and " + MOST_TIMES + ".",
              "Write how often it is done when it is done.");
          return BigDecimal.ONE;
        }
        return column == Column.TIMES || cell == null
            ? rounded(number)
            : frequency(column, number, cell.process());
      }

      /** So often a week or a month, as so often in the period that the process is counted in. */
      private BigDecimal frequency(Column column, BigDecimal number, String process) {
        Known of = processes.get(Cells.plain(process));
        if (of == null || !(of.graph.trigger() instanceof Trigger.Continuous continuous)) {
          problem(
              column,
              text(column),
              "The process " + process + " happens on occasions, not by the week or month.",
              "Say in a column \"times\" how often it is done in one occurrence.");
          return BigDecimal.ONE;
        }
        Rate.Per given = column == Column.PER_WEEK ? Rate.Per.WEEK : Rate.Per.MONTH;
        BigFraction factor = continuous.per().days().divide(given.days());
        convert(
            known.shown(known.place(column)),
            "times a " + given.code(),
            "times a " + continuous.per().code(),
            factor.getNumerator() + "/" + factor.getDenominator());
        return Fractions.toDecimal(Fractions.of(number).multiply(factor), 12);
      }

      private int participants() {
        if (reading.method() == Method.FOCUS_GROUP) {
          return whole(Column.PARTICIPANTS, 1, MOST_PARTICIPANTS, null);
        }
        int participants = whole(Column.PARTICIPANTS, 1, MOST_PARTICIPANTS, 1);
        if (participants > 1) {
          problem(
              Column.PARTICIPANTS,
              participants,
              "Only the answer of a focus group stands for several people.",
              "Load it with the method focus-group, or leave the cell blank.");
        }
        return 1;
      }

      private int whole(Column column, int least, int most, @Nullable Integer ifBlank) {
        if (text(column).isEmpty() && ifBlank != null) {
          return ifBlank;
        }
        String text = text(column);
        Integer known = times.get(text);
        if (known != null && known >= least && known <= most) {
          return known;
        }
        BigDecimal number = text.isEmpty() ? null : Values.number(text);
        boolean whole =
            number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!whole || number == null) {
          problem(
              column,
              text,
              "This must be a whole number from " + least + " to " + most + ".",
              "Write digits alone.");
          return least;
        }
        if (times.size() < STEP) {
          times.put(text, number.intValue());
        }
        return number.intValue();
      }

      private @Nullable LocalDate date() {
        String text = text(Column.DATE);
        if (text.isEmpty()) {
          return null;
        }
        LocalDate date = Values.date(text);
        if (date == null) {
          problem(
              Column.DATE,
              text,
              "This is not a date.",
              "Write 2025-03-28 or 28/03/2025, the day first.");
          return null;
        }
        if (Values.isSerial(text)) {
          convert(known.shown(known.place(Column.DATE)), "serial number of a day", "date", "");
        } else if (Values.isBritish(text)) {
          convert(known.shown(known.place(Column.DATE)), "day/month/year", "date", "");
        }
        LocalDate from = reading.from();
        LocalDate to = reading.to();
        if ((from != null && date.isBefore(from)) || (to != null && date.isAfter(to))) {
          problem(
              Column.DATE,
              date,
              "The day is outside the dates of the survey.",
              "Mend the day, or the dates from and to.");
        }
        return date;
      }

      private BigDecimal rounded(BigDecimal value) {
        return value.scale() > 12 ? value.setScale(12, RoundingMode.HALF_EVEN) : value;
      }
    }
  }
}
