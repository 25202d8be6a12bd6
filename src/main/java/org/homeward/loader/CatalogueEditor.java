package org.homeward.loader;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.parameter.Parameter;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and rows into the files of a catalogue: the line or the word changes, and every
 * other byte stays.
 */
public final class CatalogueEditor {

  private final SortedMap<String, String> texts;

  public CatalogueEditor(CatalogueFiles files) {
    texts = new TreeMap<>(files.texts());
  }

  /** The same files with another name of the book. */
  public static CatalogueFiles named(CatalogueFiles files, String name) {
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    texts.merge(
        ConventionsReader.PATH,
        "name: " + quoted + "\n",
        (text, own) -> YamlScalar.with(text, "/name", quoted));
    return new CatalogueFiles(texts);
  }

  /** Whether a path is one of those that a catalogue's files can have. */
  public static boolean isOfCatalogue(String path) {
    return path.matches("(processes|timeuse-surveys|catalogue)(/[A-Za-z0-9][A-Za-z0-9._-]*)+")
        && CatalogueFolder.ENDINGS.stream().anyMatch(path::endsWith);
  }

  /** The files with everything that was written. */
  public CatalogueFiles files() {
    return new CatalogueFiles(texts);
  }

  /**
   * Writes a number where it stands.
   *
   * @param provenance for the row of the number, or null to leave it; a document's is of the whole
   *     document, and stays
   * @throws IllegalStateException if there is no such place
   */
  public void write(Parameter.Place place, BigDecimal number, @Nullable Provenance provenance) {
    write(place, number.toPlainString(), provenance);
  }

  private void write(Parameter.Place place, String number, @Nullable Provenance provenance) {
    if (place instanceof Parameter.Place.Row row) {
      Map<String, String> cells = cells(row.column(), number, provenance);
      if (!CsvLine.has(texts.getOrDefault(row.file(), ""), row.key())) {
        cells(row.column(), number, Provenance.NONE_STATED).forEach(cells::putIfAbsent);
      }
      put(row.file(), row.key(), cells);
      return;
    }
    String text = texts.get(place.file());
    if (text == null) {
      throw new IllegalStateException("There is no file " + place.file());
    }
    if (place instanceof Parameter.Place.Cell cell) {
      String stated = place.file().equals(FeeLine.FILE) ? withoutUplifts(text, cell.key()) : text;
      texts.put(
          place.file(), CsvLine.with(stated, cell.key(), cells(cell.column(), number, provenance)));
    } else if (place instanceof Parameter.Place.Node node) {
      String value = node.unit().isEmpty() ? number : number + " " + node.unit();
      texts.put(place.file(), YamlScalar.with(text, node.pointer(), value));
    }
  }

  /**
   * The fee table with the amounts that uplifts make of the rows of a kind written out, so that the
   * number that changes is the only one.
   *
   * @param key of one of the rows
   */
  private String withoutUplifts(String text, Map<String, String> key) {
    Map<String, String> kind = new TreeMap<>(key);
    kind.remove(FeeLine.FROM);
    if (!CsvLine.hasAny(text, kind, FeeLine.UPLIFT)) {
      return text;
    }
    String stated = text;
    for (FeeRow row : CatalogueReader.read(files()).tables().fees()) {
      Map<String, String> line = FeeLine.key(row);
      if (CsvLine.hasAny(text, line, FeeLine.UPLIFT)
          && line.entrySet().containsAll(kind.entrySet())) {
        Map<String, String> cells = FeeLine.cells(row);
        cells.put(FeeLine.UPLIFT, "");
        stated = CsvLine.with(stated, line, cells);
      }
    }
    return stated;
  }

  private static Map<String, String> cells(
      String column, String number, @Nullable Provenance provenance) {
    Map<String, String> cells = new TreeMap<>();
    cells.put(column, number);
    if (provenance != null) {
      cells.put("source", provenance.source());
      cells.put("illustrative", Boolean.toString(provenance.illustrative()));
      cells.put("note", provenance.note());
    }
    return cells;
  }

  /**
   * Writes a row of a table over the one of the same key, or at the end; a table that is not there
   * begins with it.
   *
   * @param file path
   * @param key cells that no two rows share, by column
   * @param cells the others, by column
   */
  public void put(String file, Map<String, String> key, Map<String, String> cells) {
    texts.merge(file, CsvLine.first(key, cells), (text, first) -> CsvLine.put(text, key, cells));
  }

  /** Writes rows into the fee table in place of others, which must stand there. */
  public void replaceFees(List<FeeRow> before, List<FeeRow> after) {
    for (FeeRow row : before) {
      texts.computeIfPresent(FeeLine.FILE, (p, text) -> CsvLine.without(text, FeeLine.key(row)));
    }
    after.forEach(row -> put(FeeLine.FILE, FeeLine.key(row), FeeLine.cells(row)));
  }

  /** Takes a row out of the fee table, in which it must stand; uplifts on it keep their amounts. */
  public void removeFee(FeeRow row) {
    Map<String, String> key = FeeLine.key(row);
    texts.computeIfPresent(
        FeeLine.FILE, (p, text) -> CsvLine.without(withoutUplifts(text, key), key));
  }

  /** Writes a home with its parts, in place of the one that stands there. */
  public void replaceHome(@Nullable InHouseHome before, InHouseHome after) {
    if (before != null) {
      for (HomePart part : before.parts()) {
        texts.computeIfPresent(
            HomeLine.PARTS, (p, text) -> CsvLine.without(text, HomeLine.key(before, part)));
      }
      texts.computeIfPresent(
          HomeLine.HOMES, (p, text) -> CsvLine.without(text, HomeLine.key(before)));
    }
    put(HomeLine.HOMES, HomeLine.key(after), HomeLine.cells(after));
    after.parts().forEach(p -> put(HomeLine.PARTS, HomeLine.key(after, p), HomeLine.cells(p)));
  }

  /**
   * Puts the files of a published estimate set in place of the one there; none takes it away. What
   * was stated in place of its estimates goes with it.
   */
  public void replaceEstimates(SortedMap<String, String> set) {
    texts.remove(StatedMinutesReader.PATH);
    texts.keySet().removeIf(path -> path.startsWith(CatalogueReader.ESTIMATES));
    set.forEach((path, text) -> texts.put(CatalogueReader.ESTIMATES + path, text));
  }

  /** Keeps rows that rest on England's figures beside a fee table that has them no longer. */
  public void keepEnglandFees(List<FeeRow> rows) {
    rows.forEach(
        row ->
            put(
                CatalogueReader.TABLES + AuthorityReader.ENGLAND_FEES,
                FeeLine.key(row),
                FeeLine.cells(row)));
  }
}
