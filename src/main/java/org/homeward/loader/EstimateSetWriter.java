package org.homeward.loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.FittedDistribution;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/** Makes the {@link EstimateSetPackage} of a set. */
public final class EstimateSetWriter {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private EstimateSetWriter() {}

  /** The files of a package by path. */
  public static SortedMap<String, String> write(
      EstimateSetEntry entry,
      Instant publishedAt,
      TimeUse timeUse,
      List<Survey> surveys,
      List<Exclusion> exclusions) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(EstimateSetPackage.DESCRIPTOR, descriptor(entry, publishedAt));
    files.put(
        EstimateSetPackage.ESTIMATES,
        csv(
            EstimateSetPackage.ESTIMATE_COLUMNS,
            timeUse.estimates().stream().map(EstimateSetWriter::estimate).toList()));
    files.put(
        EstimateSetPackage.SURVEYS,
        csv(
            EstimateSetPackage.SURVEY_COLUMNS,
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
        EstimateSetPackage.EXCLUSIONS,
        csv(
            EstimateSetPackage.EXCLUSION_COLUMNS,
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
            resource(EstimateSetPackage.ESTIMATES, EstimateSetPackage.ESTIMATE_COLUMNS),
            resource(EstimateSetPackage.SURVEYS, EstimateSetPackage.SURVEY_COLUMNS),
            resource(EstimateSetPackage.EXCLUSIONS, EstimateSetPackage.EXCLUSION_COLUMNS)));
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

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
