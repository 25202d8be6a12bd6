package org.homeward.loader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.history.PlacementType;
import org.homeward.placement.AuthorityCosts;
import org.homeward.placement.FeeRow;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The published weekly unit costs of every authority and year, and what each measure is; a
 * catalogue may have neither.
 */
final class AuthorityReader {

  private static final String FIGURES = CatalogueReader.TABLES + "authority-weekly-costs.csv";
  private static final String MEASURES = CatalogueReader.TABLES + "authority-measures.csv";
  static final String ENGLAND_FEES = "england-fees.csv";

  private final CatalogueFiles files;
  private final Problems problems;

  AuthorityReader(CatalogueFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** All of it; lines that a value refuses are told and left out. */
  AuthorityCosts read() {
    String figures = files.texts().get(FIGURES);
    String measures = files.texts().get(MEASURES);
    if (figures == null && measures == null) {
      return AuthorityCosts.NONE;
    }
    List<AuthorityCosts.Measure> known = measures(measures == null ? "" : measures);
    List<AuthorityCosts.OfYear> all = figures(figures == null ? "" : figures, known);
    AuthorityCosts costs =
        problems.attempt(
            FIGURES, null, "Mend the table.", () -> new AuthorityCosts(known, all, englandFees()));
    return costs == null ? AuthorityCosts.NONE : costs;
  }

  private List<FeeRow> englandFees() {
    return files.texts().containsKey(CatalogueReader.TABLES + ENGLAND_FEES)
        ? new TableReader(files, problems).fees(ENGLAND_FEES)
        : List.of();
  }

  private List<AuthorityCosts.Measure> measures(String text) {
    List<String> columns =
        List.of(
            "measure",
            "name",
            "definition",
            "placement_types",
            "caveat",
            "source",
            "illustrative",
            "note");
    List<AuthorityCosts.Measure> found = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(MEASURES, text, columns, problems).rows()) {
      TreeSet<PlacementType> covers = new TreeSet<>();
      for (String type : row.text("placement_types").split("\\|", -1)) {
        if (!type.isEmpty()) {
          covers.add(row.code("placement_types", t -> PlacementType.of(type), PlacementType.OTHER));
        }
      }
      found.add(
          new AuthorityCosts.Measure(
              row.text("measure"),
              row.text("name"),
              row.text("definition"),
              covers,
              row.text("caveat"),
              row.provenance()));
    }
    return found;
  }

  /** A measure's column has its id, with underscores. */
  private List<AuthorityCosts.OfYear> figures(String text, List<AuthorityCosts.Measure> measures) {
    List<String> columns =
        new ArrayList<>(
            List.of("code", "authority", "region", "financial_year", "spend", "children"));
    measures.forEach(m -> columns.add(column(m)));
    List<AuthorityCosts.OfYear> found = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(FIGURES, text, columns, problems).rows()) {
      Map<String, Money> perWeek = new LinkedHashMap<>();
      for (AuthorityCosts.Measure measure : measures) {
        Money amount = money(row, column(measure));
        if (amount != null) {
          perWeek.put(measure.id(), amount);
        }
      }
      found.add(
          new AuthorityCosts.OfYear(
              new AuthorityCosts.Authority(
                  row.text("code"), row.text("authority"), row.text("region")),
              row.year("financial_year"),
              perWeek,
              money(row, "spend"),
              row.text("children").isEmpty() ? null : row.decimal("children").intValue()));
    }
    return found;
  }

  private static String column(AuthorityCosts.Measure measure) {
    return measure.id().replace('-', '_');
  }

  /** An empty cell is a figure that is not published. */
  private static @Nullable Money money(CsvTable.Row row, String column) {
    return row.text(column).isEmpty() ? null : row.money(column);
  }
}
