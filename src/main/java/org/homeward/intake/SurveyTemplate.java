package org.homeward.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.loader.SpreadsheetText;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.timeuse.Method;

/**
 * The instrument of a survey about one process, made of its graph: one row for each task and role,
 * to be filled in and sent back as it is.
 */
public final class SurveyTemplate {

  /** Rows below the last that the drop-downs reach, for answers that are added. */
  private static final int MORE_ROWS = 500;

  private final ProcessGraph graph;
  private final Method method;
  private final SortedMap<String, String> roles;

  SurveyTemplate(ProcessGraph graph, Method method, SortedMap<String, String> roles) {
    this.graph = graph;
    this.method = method;
    this.roles = roles;
  }

  /** The name of the file to save. */
  public String fileName(String ending) {
    return graph.id() + "-" + method.code() + "." + ending;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    switch (method) {
      case EVENT_RECORD ->
          columns.addAll(List.of(Column.CASE, Column.OCCURRENCE, Column.EVENT, Column.DATE));
      case FOCUS_GROUP -> columns.addAll(List.of(Column.RESPONDENT, Column.PARTICIPANTS));
      case ONLINE_SURVEY -> columns.add(Column.RESPONDENT);
    }
    columns.addAll(
        List.of(
            Column.PROCESS,
            Column.TASK,
            Column.TASK_LABEL,
            Column.ROLE,
            Column.ROLE_LABEL,
            Column.VARIATION,
            Column.CATEGORY,
            Column.TIME,
            Column.UNIT));
    if (method != Method.EVENT_RECORD) {
      columns.add(Column.PERCENT);
      columns.add(graph.trigger() instanceof Trigger.Continuous ? Column.PER_MONTH : Column.TIMES);
    }
    return columns;
  }

  private List<Map<Column, String>> rows() {
    List<Map<Column, String>> rows = new ArrayList<>();
    for (Task task : graph.tasks()) {
      Set<String> doers = new LinkedHashSet<>();
      task.minutes().stream().map(RoleMinutes::role).forEach(doers::add);
      for (String role : doers) {
        rows.add(
            Map.of(
                Column.PROCESS,
                graph.id(),
                Column.TASK,
                task.id(),
                Column.TASK_LABEL,
                task.name(),
                Column.ROLE,
                role,
                Column.ROLE_LABEL,
                roles.getOrDefault(role, role),
                Column.UNIT,
                "minutes"));
      }
    }
    return rows;
  }

  public void csv(OutputStream out) {
    try {
      OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      CsvWriter writer = CsvWriter.builder().build(text);
      writer.writeRecord(columns().stream().map(Column::title).toList());
      for (Map<Column, String> row : rows()) {
        writer.writeRecord(
            columns().stream().map(c -> SpreadsheetText.neutral(row.getOrDefault(c, ""))).toList());
      }
      writer.flush();
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The template cannot be written", e);
    }
  }

  public void xlsx(OutputStream out) {
    try {
      Workbook book = new Workbook(out, "Homeward", "1.0");
      Worksheet answers = book.newWorksheet("answers");
      Worksheet instructions = book.newWorksheet("Instructions");
      Worksheet lists = book.newWorksheet("Lists");
      answers(answers);
      instructions(instructions);
      lists(lists);
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("The template cannot be written", e);
    }
  }

  private void answers(Worksheet sheet) {
    List<Column> columns = columns();
    List<Map<Column, String>> rows = rows();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      sheet.value(0, c, column.title());
      sheet.style(0, c).bold().set();
      sheet.width(c, column.kind() == Column.Kind.LABEL ? 36 : 18);
      for (int r = 0; r < rows.size(); r++) {
        String text = rows.get(r).get(column);
        if (text != null) {
          sheet.value(r + 1, c, SpreadsheetText.neutral(text));
        }
      }
    }
    sheet.freezePane(0, 1);
    dropDown(sheet, Column.ROLE, "A", roles.size(), rows.size());
    dropDown(sheet, Column.CATEGORY, "B", CATEGORIES.size(), rows.size());
    dropDown(sheet, Column.UNIT, "C", UNITS.size(), rows.size());
    dropDown(sheet, Column.TASK, "D", graph.tasks().size(), rows.size());
    if (!graph.variations().isEmpty()) {
      dropDown(sheet, Column.VARIATION, "E", graph.variations().size(), rows.size());
    }
  }

  private static final List<String> CATEGORIES = List.of("direct", "indirect", "travel");
  private static final List<String> UNITS = List.of("minutes", "hours");

  private void dropDown(Worksheet sheet, Column column, String list, int size, int rows) {
    int at = columns().indexOf(column);
    sheet
        .range(1, at, rows + MORE_ROWS, at)
        .validateWithListByFormula("Lists!$" + list + "$1:$" + list + "$" + size)
        .showErrorMessage(true)
        .errorTitle(column.title())
        .error("Choose one from the list.");
  }

  private void lists(Worksheet sheet) {
    column(sheet, 0, List.copyOf(roles.keySet()));
    column(sheet, 1, CATEGORIES);
    column(sheet, 2, UNITS);
    column(sheet, 3, graph.tasks().stream().map(Task::id).toList());
    column(sheet, 4, graph.variations().stream().map(Variation::id).toList());
  }

  private static void column(Worksheet sheet, int at, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      sheet.value(i, at, values.get(i));
    }
  }

  private void instructions(Worksheet sheet) {
    sheet.width(0, 110);
    sheet.value(0, 0, "Time spent on: " + graph.name());
    sheet.style(0, 0).bold().set();
    List<String> lines = instructions();
    for (int i = 0; i < lines.size(); i++) {
      sheet.value(i + 2, 0, SpreadsheetText.neutral(lines.get(i)));
      sheet.style(i + 2, 0).wrapText(true).set();
    }
  }

  private List<String> instructions() {
    List<String> lines = new ArrayList<>();
    lines.add("Fill in the sheet \"answers\" and send the file back as it is, as XLSX or CSV.");
    switch (method) {
      case EVENT_RECORD -> {
        lines.add(
            "One row is one event. Copy a row for each further event; leave rows that do not apply blank.");
        lines.add(
            "case: a code of the case, such as C001. occurrence: which time the process happens in this case, from 1.");
        lines.add("event: an id of your own, unique in the occurrence. date: day/month/year.");
      }
      case FOCUS_GROUP -> {
        lines.add(
            "One row is one answer on which the group agreed. Copy the rows for a further group.");
        lines.add(
            "respondent: a code of the group, such as FG1. participants: how many people took part.");
      }
      case ONLINE_SURVEY -> {
        lines.add("One row is one answer of one person. Copy the rows for a further person.");
        lines.add("respondent: a code, such as R07.");
      }
    }
    lines.add("Never write a name, e-mail address, phone number, NHS number or postcode anywhere.");
    lines.add(
        "time and unit: how long the role works on the task when it is done once, in minutes or hours. A blank cell is no answer; 0 means no time at all.");
    lines.add(
        "category: blank for all of the time together; or one row each for direct (with child, family or carer), indirect (recording, reports, calls, meetings) and travel.");
    lines.add("variation: blank for the ordinary case.");
    if (method != Method.EVENT_RECORD) {
      lines.add("percent: in how many of 100 cases the task is done at all; blank is all of them.");
      lines.add(
          graph.trigger() instanceof Trigger.Continuous
              ? "times per month: how often in a month it is done."
              : "times: how often it is done when it is done; blank is once.");
    }
    return lines;
  }
}
