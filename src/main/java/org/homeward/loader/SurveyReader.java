package org.homeward.loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.EventRecords;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads one survey: a Frictionless data package with its CSV tables. Nothing of a survey is kept
 * unless all of it is good.
 */
final class SurveyReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ABOUT =
      List.of("process", "task", "role", "variation", "category");

  private final Map<String, ProcessGraph> processes = new HashMap<>();
  private final KnownIds processIds;
  private final KnownIds roles;

  SurveyReader(List<ProcessGraph> processes, KnownIds processIds, KnownIds roles) {
    processes.forEach(p -> this.processes.put(p.id(), p));
    this.processIds = processIds;
    this.roles = roles;
  }

  /**
   * The survey, or null with every problem of its files collected.
   *
   * @param folder of the data package, with a slash at its end
   * @param texts of the files in it, by their whole path
   */
  @Nullable Survey read(String folder, Map<String, String> texts, Problems problems) {
    Problems own = new Problems();
    JsonNode descriptor = descriptor(folder, texts, own);
    Survey survey =
        descriptor == null ? null : new OneSurvey(folder, texts, descriptor, own).read();
    problems.addAll(own.list());
    return own.isEmpty() ? survey : null;
  }

  private static @Nullable JsonNode descriptor(
      String folder, Map<String, String> texts, Problems problems) {
    String path = folder + "datapackage.json";
    String text = texts.get(path);
    if (text == null) {
      problems.add(path, null, "The survey has no datapackage.json.", "Add one: see the README.");
      return null;
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      problems.add(
          path + ": line " + e.getLocation().getLineNr(),
          null,
          "This is not JSON.",
          "Mend the brackets, quotes and commas there.");
      return null;
    }
  }

  /** The reading of one survey. */
  private final class OneSurvey {

    private final String folder;
    private final Map<String, String> texts;
    private final JsonNode descriptor;
    private final JsonNode own;
    private final Problems problems;

    OneSurvey(String folder, Map<String, String> texts, JsonNode descriptor, Problems problems) {
      this.folder = folder;
      this.texts = texts;
      this.descriptor = descriptor;
      this.own = descriptor.path("homeward");
      this.problems = problems;
    }

    @Nullable Survey read() {
      String at = folder + "datapackage.json";
      Method method =
          problems.attempt(
              at + " (homeward/method)",
              own.path("method").asText(),
              "Use a known method.",
              () -> Method.of(own.path("method").asText()));
      Set<Survey.AskedTask> asked = asked(at);
      if (method == null) {
        return null;
      }
      List<Answer> answers = method == Method.EVENT_RECORD ? events(asked) : answers(method);
      return new Survey(
          descriptor.path("name").asText(),
          descriptor.path("title").asText(),
          own.path("authority").asText(),
          method,
          own.path("dates").asText(),
          own.path("includesNonCaseRelatedTime").asBoolean(false),
          own.path("illustrative").asBoolean(false),
          own.path("note").asText(),
          asked,
          answers);
    }

    private Set<Survey.AskedTask> asked(String at) {
      Set<Survey.AskedTask> asked = new LinkedHashSet<>();
      JsonNode list = own.path("askedTasks");
      if (list.isEmpty()) {
        problems.add(
            at + " (homeward/askedTasks)",
            null,
            "The survey does not say which tasks it asked about.",
            "List process, task and role of each.");
      }
      for (int i = 0; i < list.size(); i++) {
        Survey.AskedTask task =
            new Survey.AskedTask(
                list.get(i).path("process").asText(),
                list.get(i).path("task").asText(),
                list.get(i).path("role").asText());
        String where = at + " (homeward/askedTasks/" + i;
        known(task.process(), task.task(), task.role(), "", c -> where + "/" + c + ")");
        asked.add(task);
      }
      return asked;
    }

    private List<Answer> answers(Method method) {
      List<Answer> answers = new ArrayList<>();
      Map<String, Long> seen = new HashMap<>();
      CsvTable table =
          table("answers", List.of("respondent", "participants", "minutes", "share", "times"));
      for (CsvTable.Row row : table.rows()) {
        TimeCell cell = cell(row);
        BigDecimal minutes = minutes(row);
        BigDecimal share = orOne(row, "share");
        BigDecimal times = orOne(row, "times");
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
          problems.add(
              row.where("share"),
              share,
              "A share must be between 0 and 1.",
              "Write 0.25 for a quarter of cases.");
        }
        int participants = method == Method.FOCUS_GROUP ? orOne(row, "participants").intValue() : 1;
        String respondent = row.text("respondent");
        if (respondent.isEmpty()) {
          problems.add(
              row.where("respondent"),
              "",
              "The respondent has no code.",
              "Give each respondent or group a code such as R07.");
        }
        Long before = seen.putIfAbsent(respondent + cell, row.line());
        if (before != null) {
          problems.add(
              row.where("respondent"),
              respondent,
              "The same respondent has answered this already in line " + before + ".",
              "Leave one of the two out.");
        }
        if (problems.isEmpty()) {
          answers.add(
              new Answer(
                  respondent,
                  participants,
                  cell,
                  Minutes.of(minutes).times(Fractions.of(share.multiply(times)))));
        }
      }
      return answers;
    }

    private List<Answer> events(Set<Survey.AskedTask> asked) {
      List<EventRecords.Observed> observed = new ArrayList<>();
      Map<String, Integer> occurrences = new HashMap<>();
      for (CsvTable.Row row :
          table("occurrences", List.of("case", "process", "occurrences")).rows()) {
        int count = row.decimal("occurrences").intValue();
        if (count < 1) {
          problems.add(
              row.where("occurrences"),
              count,
              "An observed case has at least one occurrence.",
              "Write how many were observed, or leave the line out.");
          continue;
        }
        if (occurrences.put(row.text("case") + "/" + row.text("process"), count) != null) {
          problems.add(
              row.where("case"),
              row.text("case"),
              "The case and process stand twice.",
              "Leave one of the two lines out.");
        }
        observed.add(new EventRecords.Observed(row.text("case"), row.text("process"), count));
      }
      List<EventRecords.Event> events = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (CsvTable.Row row :
          table("events", List.of("respondent", "case", "occurrence", "event", "minutes")).rows()) {
        TimeCell cell = cell(row);
        BigDecimal minutes = minutes(row);
        int occurrence = row.decimal("occurrence").intValue();
        int most = occurrences.getOrDefault(row.text("case") + "/" + cell.process(), 0);
        if (occurrence < 1 || occurrence > most) {
          problems.add(
              row.where("occurrence"),
              occurrence,
              "This occurrence of the case was not observed: occurrences.csv says " + most + ".",
              "Mend the number, or add the case to occurrences.csv.");
        }
        if (!row.text("event").isEmpty()
            && !seen.add(
                row.text("case")
                    + "/"
                    + cell.process()
                    + "/"
                    + occurrence
                    + "/"
                    + row.text("event"))) {
          problems.add(
              row.where("event"),
              row.text("event"),
              "The event stands twice in this occurrence.",
              "Leave one of the two out, or give it an id of its own.");
        }
        if (problems.isEmpty()) {
          events.add(
              new EventRecords.Event(row.text("case"), occurrence, cell, Minutes.of(minutes)));
        }
      }
      return problems.isEmpty() ? EventRecords.answers(asked, observed, events) : List.of();
    }

    private CsvTable table(String resource, List<String> columns) {
      String path = folder + resource + ".csv";
      for (JsonNode r : descriptor.path("resources")) {
        if (r.path("name").asText().equals(resource)) {
          path = folder + r.path("path").asText();
        }
      }
      String text = texts.get(path);
      List<String> all = new ArrayList<>(columns);
      if (!resource.equals("occurrences")) {
        all.addAll(ABOUT);
      }
      if (text == null) {
        problems.add(
            path,
            null,
            "The file of the resource \"" + resource + "\" is missing.",
            "Add it, or mend its path in datapackage.json.");
        return CsvTable.read(path, String.join(",", all), all, problems);
      }
      return CsvTable.read(path, text, all, problems);
    }

    private TimeCell cell(CsvTable.Row row) {
      known(
          row.text("process"),
          row.text("task"),
          row.text("role"),
          row.text("variation"),
          row::where);
      String category = row.text("category");
      TimeCategory of =
          category.isEmpty()
              ? TimeCategory.UNDIVIDED
              : row.code("category", TimeCategory::of, TimeCategory.UNDIVIDED);
      String variation = row.text("variation");
      return new TimeCell(
          row.text("process"),
          row.text("task"),
          row.text("role"),
          variation.isEmpty() ? null : variation,
          of);
    }

    private void known(
        String process,
        String task,
        String role,
        String variation,
        java.util.function.UnaryOperator<String> where) {
      ProcessGraph graph = processes.get(process);
      if (processIds.lacks(process)) {
        problems.add(
            where.apply("process"),
            process,
            "There is no process of this id.",
            processIds.remedy());
      }
      if (graph != null) {
        if (graph.findTask(task).isEmpty()) {
          problems.add(
              where.apply("task"),
              task,
              "The process " + process + " has no task of this id.",
              "Use one of "
                  + String.join(", ", graph.tasks().stream().map(t -> t.id()).toList())
                  + ".");
        }
        if (!variation.isEmpty() && graph.findVariation(variation).isEmpty()) {
          problems.add(
              where.apply("variation"),
              variation,
              "The process " + process + " has no variation of this id.",
              "Use one of its variations, or leave the cell blank.");
        }
      }
      if (roles.lacks(role)) {
        problems.add(where.apply("role"), role, "There is no role of this id.", roles.remedy());
      }
    }

    private BigDecimal minutes(CsvTable.Row row) {
      BigDecimal minutes = row.decimal("minutes");
      if (minutes.signum() < 0 || minutes.compareTo(BigDecimal.valueOf(Answer.MOST_MINUTES)) > 0) {
        problems.add(
            row.where("minutes"),
            minutes,
            "Minutes of one answer must be between 0 and "
                + Answer.MOST_MINUTES
                + ", which is a week.",
            "Check the unit: are these hours or seconds?");
      }
      return minutes;
    }

    private BigDecimal orOne(CsvTable.Row row, String column) {
      return row.text(column).isEmpty() ? BigDecimal.ONE : row.decimal(column);
    }
  }
}
