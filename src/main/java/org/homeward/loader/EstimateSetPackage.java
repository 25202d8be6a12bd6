package org.homeward.loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.Problems;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.FittedDistribution;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/**
 * A published estimate set as a Frictionless data package: its estimates, the surveys that it cites
 * and what was excluded from them. The same set gives the same bytes.
 */
public final class EstimateSetPackage {

  public static final String DESCRIPTOR = "datapackage.json";
  private static final String ESTIMATES = "estimates.csv";
  private static final String SURVEYS = "surveys.csv";
  private static final String EXCLUSIONS = "exclusions.csv";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Means are kept as fractions, since a decimal would change unit costs in the last penny. */
  private static final List<String> ESTIMATE_COLUMNS =
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

  private static final List<String> SURVEY_COLUMNS =
      List.of("id", "title", "authority", "method", "dates", "answers", "illustrative", "note");
  private static final List<String> EXCLUSION_COLUMNS =
      List.of("survey", "respondent", "process", "task", "role", "reason", "by", "at");

  private EstimateSetPackage() {}

  /** What a package holds. */
  public record Read(EstimateSet set, String note, Instant publishedAt) {}

  /** The files of a package by path. */
  public static SortedMap<String, String> write(
      EstimateSetEntry entry,
      Instant publishedAt,
      TimeUse timeUse,
      List<Survey> surveys,
      List<Exclusion> exclusions) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(DESCRIPTOR, descriptor(entry, publishedAt));
    files.put(
        ESTIMATES,
        csv(
            ESTIMATE_COLUMNS,
            timeUse.estimates().stream().map(EstimateSetPackage::estimate).toList()));
    files.put(
        SURVEYS,
        csv(
            SURVEY_COLUMNS,
            surveys.stream()
                .map(
                    s ->
                        List.of(
                            s.id(),
                            s.title(),
                            s.authority(),
                            s.method().code(),
                            s.dates(),
                            "" + s.answers().size(),
                            "" + s.illustrative(),
                            s.note()))
                .toList()));
    files.put(
        EXCLUSIONS,
        csv(
            EXCLUSION_COLUMNS,
            exclusions.stream()
                .map(
                    e ->
                        List.of(
                            e.survey(),
                            e.respondent(),
                            orEmpty(e.process()),
                            orEmpty(e.task()),
                            orEmpty(e.role()),
                            e.reason(),
                            e.by(),
                            e.at().toString()))
                .toList()));
    return files;
  }

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

  private static String descriptor(EstimateSetEntry entry, Instant publishedAt) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("profile", "tabular-data-package");
    root.put("name", entry.id());
    root.put("title", entry.name());
    root.put("description", entry.note());
    root.put("created", publishedAt.toString());
    root.put(
        "homeward",
        Map.of("methods", entry.methods().stream().sorted().map(Method::code).toList()));
    root.put(
        "resources",
        List.of(
            resource(ESTIMATES, ESTIMATE_COLUMNS),
            resource(SURVEYS, SURVEY_COLUMNS),
            resource(EXCLUSIONS, EXCLUSION_COLUMNS)));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> resource(String path, List<String> columns) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", path.replace(".csv", ""));
    resource.put("path", path);
    resource.put("profile", "tabular-data-resource");
    resource.put("encoding", "utf-8");
    resource.put(
        "schema",
        Map.of(
            "fields",
            columns.stream()
                .map(
                    c -> {
                      Map<String, String> field = new LinkedHashMap<>();
                      field.put("name", c);
                      field.put("type", type(c));
                      return field;
                    })
                .toList()));
    return resource;
  }

  private static String type(String column) {
    return switch (column) {
      case "answers", "participants" -> "integer";
      case "illustrative", "distribution_by_likelihood" -> "boolean";
      case "at" -> "datetime";
      case "mean",
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
          "distribution_first",
          "distribution_second",
          "distribution_distance" ->
          "number";
      default -> "string";
    };
  }

  private static List<String> estimate(Estimate e) {
    BigFraction mean = e.mean().value();
    Statistics s = e.statistics();
    FittedDistribution d = e.distribution();
    List<String> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            e.cell().process(),
            e.cell().task(),
            e.cell().role(),
            orEmpty(e.cell().variation()),
            e.cell().category().code(),
            mean.getNumerator() + "/" + mean.getDenominator(),
            Fractions.toDecimal(mean, 6).toPlainString(),
            "" + e.answers(),
            "" + e.participants(),
            e.methods().stream().map(Method::code).collect(Collectors.joining(";")),
            String.join(";", e.surveys()),
            "" + e.illustrative()));
    for (double value :
        new double[] {
          s.median(),
          s.lowerQuartile(),
          s.upperQuartile(),
          s.trimmedMean(),
          s.minimum(),
          s.maximum(),
          s.standardDeviation(),
          s.skewness(),
          s.standardError(),
          s.intervalLow(),
          s.intervalHigh()
        }) {
      cells.add(Double.toString(value));
    }
    cells.addAll(
        d == null
            ? List.of("", "", "", "", "")
            : List.of(
                d.family().code(),
                "" + d.first(),
                "" + d.second(),
                "" + d.distance(),
                "" + d.byLikelihood()));
    return cells;
  }

  private static String csv(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(header);
      for (List<String> row : rows) {
        writer.writeRecord(
            row.stream()
                .map(c -> c.matches("-[\\d.]+(E-?\\d+)?") ? c : SpreadsheetText.neutral(c))
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  /** The set of a package, or null with every problem of its files collected. */
  public static @Nullable Read read(Map<String, String> files, Problems problems) {
    Problems own = new Problems();
    JsonNode root = null;
    for (String path : List.of(DESCRIPTOR, ESTIMATES, SURVEYS, EXCLUSIONS)) {
      if (!files.containsKey(path)) {
        own.add(path, null, "The file is missing from the package.", "Send it as it was exported.");
      }
    }
    try {
      root = JSON.readTree(files.getOrDefault(DESCRIPTOR, "{}"));
    } catch (JsonProcessingException e) {
      own.add(DESCRIPTOR, null, "This is not JSON.", "Send the package as it was exported.");
    }
    Read read = root == null || !own.isEmpty() ? null : read(root, files, own);
    problems.addAll(own.list());
    return own.isEmpty() ? read : null;
  }

  private static @Nullable Read read(JsonNode root, Map<String, String> files, Problems problems) {
    Set<Method> methods = new LinkedHashSet<>();
    for (JsonNode code : root.path("homeward").path("methods")) {
      Method method =
          problems.attempt(
              DESCRIPTOR + " (homeward/methods)",
              code.asText(),
              "Use a known method.",
              () -> Method.of(code.asText()));
      if (method != null) {
        methods.add(method);
      }
    }
    Instant created =
        problems.attempt(
            DESCRIPTOR + " (created)",
            root.path("created").asText(),
            "Write a time such as 2026-04-01T12:00:00Z.",
            () -> Instant.parse(root.path("created").asText()));
    String name = root.path("name").asText();
    String title = root.path("title").asText();
    if (!name.matches("[a-z0-9-]{1,120}") || title.isBlank() || methods.isEmpty()) {
      problems.add(
          DESCRIPTOR,
          name,
          "The package has no usable name, title or methods.",
          "A name has small letters, digits and hyphens.");
    }
    List<Estimate> estimates = new ArrayList<>();
    Set<TimeCell> cells = new HashSet<>();
    for (CsvTable.Row row :
        CsvTable.read(ESTIMATES, files.getOrDefault(ESTIMATES, ""), ESTIMATE_COLUMNS, problems)
            .rows()) {
      Estimate estimate =
          problems.attempt(
              ESTIMATES + ": line " + row.line(),
              null,
              "Send the package as it was exported.",
              () -> estimate(row));
      if (estimate != null) {
        estimates.add(estimate);
        if (!cells.add(estimate.cell())) {
          problems.add(
              ESTIMATES + ": line " + row.line(),
              null,
              "There is an estimate of the same task, role, variation and category above.",
              "Leave one of them.");
        }
      }
    }
    List<String> surveys =
        CsvTable.read(SURVEYS, files.getOrDefault(SURVEYS, ""), SURVEY_COLUMNS, problems)
            .rows()
            .stream()
            .map(r -> SpreadsheetText.plain(r.text("id")))
            .toList();
    return created == null || !problems.isEmpty()
        ? null
        : new Read(
            new EstimateSet(name, title, methods, surveys, new TimeUse(estimates)),
            root.path("description").asText(),
            created);
  }

  private static Estimate estimate(CsvTable.Row row) {
    Function<String, Double> any = column -> number(row, column);
    Function<String, Double> number =
        column -> {
          double value = any.apply(column);
          if (!Double.isFinite(value)) {
            throw notANumber(column);
          }
          return value;
        };
    String variation = row.text("variation");
    return new Estimate(
        new TimeCell(
            row.text("process"),
            row.text("task"),
            row.text("role"),
            variation.isEmpty() ? null : variation,
            TimeCategory.of(row.text("category"))),
        new Minutes(fraction(row.text("mean_exact"))),
        number.apply("answers").intValue(),
        number.apply("participants").intValue(),
        parts(row.text("methods")).stream().map(Method::of).toList(),
        parts(row.text("surveys")),
        new Statistics(
            number.apply("median"),
            number.apply("lower_quartile"),
            number.apply("upper_quartile"),
            number.apply("trimmed_mean"),
            number.apply("minimum"),
            number.apply("maximum"),
            number.apply("standard_deviation"),
            any.apply("skewness"),
            any.apply("standard_error"),
            number.apply("interval_low"),
            number.apply("interval_high")),
        distribution(row, number),
        Boolean.parseBoolean(row.text("illustrative")),
        null);
  }

  private static double number(CsvTable.Row row, String column) {
    try {
      return Double.parseDouble(row.text(column));
    } catch (NumberFormatException e) {
      throw notANumber(column);
    }
  }

  private static IllegalArgumentException notANumber(String column) {
    return new IllegalArgumentException("The " + column + " is not a number.");
  }

  private static @Nullable FittedDistribution distribution(
      CsvTable.Row row, Function<String, Double> number) {
    String family = row.text("distribution");
    return family.isEmpty()
        ? null
        : new FittedDistribution(
            FittedDistribution.Family.of(family),
            number.apply("distribution_first"),
            number.apply("distribution_second"),
            number.apply("distribution_distance"),
            Boolean.parseBoolean(row.text("distribution_by_likelihood")));
  }

  private static BigFraction fraction(String text) {
    if (!text.matches("\\d{1,200}/[1-9]\\d{0,200}")) {
      throw new IllegalArgumentException("The exact mean is not a fraction such as 271/6.");
    }
    String[] parts = text.split("/", -1);
    return BigFraction.of(new BigInteger(parts[0]), new BigInteger(parts[1]));
  }

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(";", -1));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
