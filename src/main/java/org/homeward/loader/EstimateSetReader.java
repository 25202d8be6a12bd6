package org.homeward.loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.problem.Problems;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.FittedDistribution;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/** Reads an {@link EstimateSetPackage} that was made here or by another council. */
public final class EstimateSetReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EstimateSetReader() {}

  /** What a package holds. */
  public record Read(EstimateSet set, String note, Instant publishedAt) {}

  /** The set of a package, or null with every problem of its files collected. */
  public static @Nullable Read read(Map<String, String> files, Problems problems) {
    Problems own = new Problems();
    JsonNode root = null;
    for (String path :
        List.of(
            EstimateSetPackage.DESCRIPTOR,
            EstimateSetPackage.ESTIMATES,
            EstimateSetPackage.SURVEYS,
            EstimateSetPackage.EXCLUSIONS)) {
      if (!files.containsKey(path)) {
        own.add(path, null, "The file is missing from the package.", "Send it as it was exported.");
      }
    }
    try {
      root = JSON.readTree(files.getOrDefault(EstimateSetPackage.DESCRIPTOR, "{}"));
    } catch (JsonProcessingException e) {
      own.add(
          EstimateSetPackage.DESCRIPTOR,
          null,
          "This is not JSON.",
          "Send the package as it was exported.");
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
              EstimateSetPackage.DESCRIPTOR + " (homeward/methods)",
              code.asText(),
              "Use a known method.",
              () -> Method.of(code.asText()));
      if (method != null) {
        methods.add(method);
      }
    }
    Instant created =
        problems.attempt(
            EstimateSetPackage.DESCRIPTOR + " (created)",
            root.path("created").asText(),
            "Write a time such as 2026-04-01T12:00:00Z.",
            () -> Instant.parse(root.path("created").asText()));
    String name = root.path("name").asText();
    String title = root.path("title").asText();
    if (!name.matches("[a-z0-9-]{1,120}") || title.isBlank() || methods.isEmpty()) {
      problems.add(
          EstimateSetPackage.DESCRIPTOR,
          name,
          "The package has no usable name, title or methods.",
          "A name has small letters, digits and hyphens.");
    }
    List<Estimate> estimates = new ArrayList<>();
    Set<TimeCell> cells = new HashSet<>();
    for (CsvTable.Row row :
        CsvTable.read(
                EstimateSetPackage.ESTIMATES,
                files.getOrDefault(EstimateSetPackage.ESTIMATES, ""),
                EstimateSetPackage.ESTIMATE_COLUMNS,
                problems)
            .rows()) {
      Estimate estimate =
          problems.attempt(
              EstimateSetPackage.ESTIMATES + ": line " + row.line(),
              null,
              "Send the package as it was exported.",
              () -> estimate(row));
      if (estimate != null) {
        estimates.add(estimate);
        if (!cells.add(estimate.cell())) {
          problems.add(
              EstimateSetPackage.ESTIMATES + ": line " + row.line(),
              null,
              "There is an estimate of the same task, role, variation and category above.",
              "Leave one of them.");
        }
      }
    }
    List<String> surveys =
        CsvTable.read(
                EstimateSetPackage.SURVEYS,
                files.getOrDefault(EstimateSetPackage.SURVEYS, ""),
                EstimateSetPackage.SURVEY_COLUMNS,
                problems)
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
}
