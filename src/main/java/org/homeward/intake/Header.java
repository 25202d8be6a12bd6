package org.homeward.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/** The header line of a survey file: which cell of a row belongs to which column. */
final class Header {

  private static final List<Column> TIMES =
      List.of(Column.TIMES, Column.PER_WEEK, Column.PER_MONTH);
  private static final List<Column> SHARES = List.of(Column.SHARE, Column.PERCENT);
  private static final List<Column> AMOUNTS = List.of(Column.MINUTES, Column.HOURS, Column.TIME);

  private final List<String> names;
  private final List<String> plainNames;
  private final @Nullable Column[] columns;
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  private Header(List<String> names) {
    this.names = names;
    plainNames = names.stream().map(Cells::plain).toList();
    columns = new @Nullable Column[names.size()];
  }

  static Header read(long line, List<String> cells, SurveyForm.Reading reading, Findings findings) {
    Header header = new Header(List.copyOf(cells));
    for (int i = 0; i < cells.size(); i++) {
      header.name(line, i, cells.get(i), reading, findings);
    }
    header.missing(line, reading, findings);
    return header;
  }

  private void name(long line, int at, String name, SurveyForm.Reading reading, Findings findings) {
    String plain = Cells.plain(name);
    boolean free = reading.personalDataFree().contains(plain);
    String personal = free ? null : PersonalData.inHeader(name).orElse(null);
    if (personal != null) {
      findings.ofCell(line, at, name, name, personal, remedy(name));
    } else if (name.isEmpty() || reading.ignored().contains(plain)) {
      return;
    } else if (Column.find(name).isEmpty()) {
      findings.ofCell(
          line,
          at,
          shown(at),
          shortened(name),
          "There is no column of this name; the nearest is \""
              + Nearest.of(name, Column.titles())
              + "\".",
          "Rename it, take it out, or leave it out with ignoreColumns="
              + shortened(name)
              + ". Columns are: "
              + String.join(", ", Column.titles())
              + ".");
    } else {
      Column column = Column.find(name).orElseThrow();
      Integer before = places.putIfAbsent(column, at);
      if (before == null) {
        columns[at] = column;
      } else {
        findings.ofCell(
            line,
            at,
            name,
            name,
            "The column stands twice: \"" + names.get(before) + "\" is the same.",
            "Take one of them out.");
      }
    }
  }

  static String remedy(String column) {
    return "Use codes such as R07 and take personal data out; if there is none in this column, say so with personalDataFree="
        + shortened(column)
        + ".";
  }

  private void missing(long line, SurveyForm.Reading reading, Findings findings) {
    boolean events = reading.method() == Method.EVENT_RECORD;
    List<Column> needed = new ArrayList<>(List.of(Column.TASK, Column.ROLE));
    needed.addAll(events ? List.of(Column.CASE, Column.OCCURRENCE) : List.of(Column.RESPONDENT));
    if (reading.process() == null) {
      needed.add(Column.PROCESS);
    }
    if (reading.method() == Method.FOCUS_GROUP) {
      needed.add(Column.PARTICIPANTS);
    }
    if (has(Column.TIME)) {
      needed.add(Column.UNIT);
    }
    for (Column column : needed) {
      if (!has(column)) {
        missing(line, column, findings);
      }
    }
    if (AMOUNTS.stream().noneMatch(this::has)) {
      missing(line, Column.MINUTES, findings);
    }
    for (List<Column> oneOf : List.of(AMOUNTS, SHARES, TIMES)) {
      List<String> found = oneOf.stream().filter(this::has).map(Column::title).toList();
      if (found.size() > 1) {
        findings.ofLine(
            line,
            String.join(", ", found),
            "These columns say the same thing in different units.",
            "Leave one of them.");
      }
    }
  }

  private void missing(long line, Column column, Findings findings) {
    List<String> unknown =
        names.stream().filter(n -> !n.isEmpty() && Column.find(n).isEmpty()).toList();
    String nearest = Nearest.of(column.title(), unknown);
    findings.ofLine(
        line,
        column.title(),
        "The column \""
            + column.title()
            + "\" is missing."
            + (nearest.isEmpty() ? "" : " Is it \"" + shortened(nearest) + "\"?"),
        "Add it, or mend its name in the first line.");
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The place of a column from 0, or -1. */
  int place(Column column) {
    return places.getOrDefault(column, -1);
  }

  String text(List<String> cells, Column column) {
    Integer place = places.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place);
  }

  int size() {
    return names.size();
  }

  /** What a cell's column is called in messages. */
  String shown(int at) {
    return at < names.size() && !names.get(at).isEmpty() ? shortened(names.get(at)) : letters(at);
  }

  @Nullable Column at(int place) {
    return place < columns.length ? columns[place] : null;
  }

  String plainName(int at) {
    return at < plainNames.size() ? plainNames.get(at) : "";
  }

  boolean isUnnamed(int at) {
    return at >= names.size() || names.get(at).isEmpty();
  }

  private static String letters(int at) {
    return at < 26
        ? String.valueOf((char) ('A' + at))
        : letters(at / 26 - 1) + (char) ('A' + at % 26);
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
