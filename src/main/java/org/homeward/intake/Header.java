package org.homeward.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header line of a file: which cell of a row belongs to which column. */
final class Header<C extends FileColumn> {

  private final Columns<C> known;
  private final Left left;
  private final List<String> names;
  private final List<String> plainNames;
  private final List<@Nullable C> columns = new ArrayList<>();
  private final Map<C, Integer> places = new HashMap<>();

  /**
   * Columns that a user says are to be left alone, by their plain names.
   *
   * @param personalDataFree whose texts are not looked through
   * @param ignored that are left out
   */
  record Left(Set<String> personalDataFree, Set<String> ignored) {}

  private Header(Columns<C> known, Left left, List<String> names) {
    this.known = known;
    this.left = left;
    this.names = names;
    plainNames = names.stream().map(Cells::plain).toList();
  }

  static <C extends FileColumn> Header<C> read(
      long line, List<String> cells, Columns<C> known, Left left, Findings findings) {
    Header<C> header = new Header<>(known, left, List.copyOf(cells));
    for (int i = 0; i < cells.size(); i++) {
      header.columns.add(header.name(line, i, cells.get(i), findings));
    }
    return header;
  }

  private @Nullable C name(long line, int at, String name, Findings findings) {
    String plain = Cells.plain(name);
    boolean free = left.personalDataFree().contains(plain);
    String personal = free ? null : PersonalData.inHeader(name).orElse(null);
    if (personal != null) {
      findings.ofCell(line, at, name, name, personal, remedy(name));
    } else if (name.isEmpty() || left.ignored().contains(plain)) {
      return null;
    } else if (known.find(name).isEmpty()) {
      findings.ofCell(
          line,
          at,
          shown(at),
          shortened(name),
          "There is no column of this name; the nearest is \""
              + Nearest.of(name, known.titles())
              + "\".",
          "Rename it, take it out, or leave it out with ignoreColumns="
              + shortened(name)
              + ". Columns are: "
              + String.join(", ", known.titles())
              + ".");
    } else {
      C column = known.find(name).orElseThrow();
      Integer before = places.putIfAbsent(column, at);
      if (before == null) {
        return column;
      }
      findings.ofCell(
          line,
          at,
          name,
          name,
          "The column stands twice: \"" + names.get(before) + "\" is the same.",
          "Take one of them out.");
    }
    return null;
  }

  static String remedy(String column) {
    return "Use codes such as R07 and take personal data out; if there is none in this column, say"
        + " so with personalDataFree="
        + shortened(column)
        + ".";
  }

  /** Tells that a column is missing, unless it is there. */
  void require(long line, C column, Findings findings) {
    if (has(column)) {
      return;
    }
    List<String> unknown =
        names.stream().filter(n -> !n.isEmpty() && known.find(n).isEmpty()).toList();
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

  boolean has(C column) {
    return places.containsKey(column);
  }

  /** The place of a column from 0, or -1. */
  int place(C column) {
    return places.getOrDefault(column, -1);
  }

  String text(List<String> cells, C column) {
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

  @Nullable C at(int place) {
    return place < columns.size() ? columns.get(place) : null;
  }

  String plainName(int at) {
    return at < plainNames.size() ? plainNames.get(at) : "";
  }

  boolean isUnnamed(int at) {
    return at >= names.size() || names.get(at).isEmpty();
  }

  /** Tells what a row holds that belongs to a person, and what stands outside the columns. */
  void lookThrough(long line, List<String> cells, Findings findings) {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      if (text.isEmpty()) {
        continue;
      }
      if (isUnnamed(i)) {
        findings.ofCell(
            line,
            i,
            shown(i),
            null,
            "There is a value to the right of the table, or under an empty header cell.",
            "Name the column in the first line, clear the cell, or put quotes around cells with a"
                + " comma.");
        continue;
      }
      C column = at(i);
      boolean plainNumber =
          column != null
              && (column.kind() == FileColumn.Kind.NUMBER || column.kind() == FileColumn.Kind.DATE);
      if (left.personalDataFree().contains(plainName(i))
          || (plainNumber && (Values.number(text) != null || Values.date(text) != null))) {
        continue;
      }
      boolean code = column == null || column.kind() == FileColumn.Kind.CODE;
      String personal = PersonalData.inCell(text, code);
      if (personal != null) {
        // The value itself is not repeated: it should not be here.
        findings.ofCell(line, i, shown(i), null, personal, remedy(shown(i)));
      }
    }
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
