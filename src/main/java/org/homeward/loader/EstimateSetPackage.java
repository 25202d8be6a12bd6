package org.homeward.loader;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.CatalogueFiles;

/**
 * A published estimate set as a Frictionless data package: its estimates, the surveys that it cites
 * and what was excluded from them. The same set gives the same bytes.
 */
public final class EstimateSetPackage {

  static final String DESCRIPTOR = "datapackage.json";
  static final String ESTIMATES = "estimates.csv";
  static final String SURVEYS = "surveys.csv";
  static final String EXCLUSIONS = "exclusions.csv";

  /** Means are kept as fractions, since a decimal would change unit costs in the last penny. */
  static final List<String> ESTIMATE_COLUMNS =
      List.of(
          "process",
          "task",
          "role",
          "variation",
          "category",
          "mean_exact",
          "mean",
          "answers",
          "participants",
          "methods",
          "surveys",
          "illustrative",
          "median",
          "lower_quartile",
          "upper_quartile",
          "trimmed_mean",
          "minimum",
          "maximum",
          "standard_deviation",
          "skewness",
          "standard_error",
          "interval_low",
          "interval_high",
          "distribution",
          "distribution_first",
          "distribution_second",
          "distribution_distance",
          "distribution_by_likelihood");

  static final List<String> SURVEY_COLUMNS =
      List.of("id", "title", "authority", "method", "dates", "answers", "illustrative", "note");
  static final List<String> EXCLUSION_COLUMNS =
      List.of("survey", "respondent", "process", "task", "role", "reason", "by", "at");

  private EstimateSetPackage() {}

  /**
   * The package among the files of a book that has an estimate set of its own; empty if it has
   * none.
   */
  public static SortedMap<String, String> of(CatalogueFiles book) {
    SortedMap<String, String> files = new TreeMap<>();
    book.under(CatalogueReader.ESTIMATES)
        .forEach(
            (path, text) -> files.put(path.substring(CatalogueReader.ESTIMATES.length()), text));
    return files;
  }

  /** By which a package is known: a changed byte changes it. */
  public static String sha256(SortedMap<String, String> files) {
    return new CatalogueFiles(files).hash();
  }
}
