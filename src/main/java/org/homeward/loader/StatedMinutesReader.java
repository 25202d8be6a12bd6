package org.homeward.loader;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.Problems;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUse;

/**
 * Minutes that a book states in place of what the answers of surveys say; most books state none.
 */
final class StatedMinutesReader {

  static final String PATH = CatalogueReader.TABLES + "stated-minutes.csv";

  private static final List<String> COLUMNS =
      List.of(
          "process",
          "task",
          "role",
          "variation",
          "category",
          "minutes",
          "source",
          "illustrative",
          "note");

  private StatedMinutesReader() {}

  /** The set with what the files state in place of its estimates; problems are collected. */
  static EstimateSet read(CatalogueFiles files, EstimateSet set, Problems problems) {
    String text = files.texts().get(PATH);
    if (text == null) {
      return set;
    }
    Map<TimeCell, Estimate> estimates = new LinkedHashMap<>();
    set.timeUse().estimates().forEach(e -> estimates.put(e.cell(), e));
    Set<TimeCell> seen = new HashSet<>();
    for (CsvTable.Row row : CsvTable.read(PATH, text, COLUMNS, problems).rows()) {
      problems.attempt(
          PATH + ": line " + row.line(),
          null,
          "Mend the line.",
          () -> state(row, cell(row), estimates, seen, set.name()));
    }
    return set.with(new TimeUse(estimates.values()));
  }

  private static TimeCell cell(CsvTable.Row row) {
    String variation = row.text("variation");
    return new TimeCell(
        row.text("process"),
        row.text("task"),
        row.text("role"),
        variation.isEmpty() ? null : variation,
        TimeCategory.of(row.text("category")));
  }

  private static Estimate state(
      CsvTable.Row row,
      TimeCell cell,
      Map<TimeCell, Estimate> estimates,
      Set<TimeCell> seen,
      String set) {
    Estimate before = estimates.get(cell);
    if (before == null) {
      throw new IllegalArgumentException(
          "\"" + set + "\" has no estimate of this: change the minutes of the process itself.");
    }
    if (!seen.add(cell)) {
      throw new IllegalArgumentException("The same minutes are stated above.");
    }
    Estimate stated =
        before.stating(new Minutes(Fractions.of(row.decimal("minutes"))), row.provenance());
    estimates.put(cell, stated);
    return stated;
  }
}
