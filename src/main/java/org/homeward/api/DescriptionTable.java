package org.homeward.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.homeward.loader.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** A description as tables: tidy CSV of its slices, or a workbook with a sheet for each part. */
final class DescriptionTable {

  private static final List<String> SLICE_COLUMNS =
      List.of(
          "process",
          "task",
          "role",
          "variation",
          "category",
          "by",
          "of",
          "answers",
          "participants",
          "mean",
          "standard_deviation",
          "standard_error",
          "median",
          "lower_quartile",
          "upper_quartile",
          "trimmed_mean",
          "minimum",
          "maximum",
          "interval_low",
          "interval_high",
          "skewness",
          "distribution",
          "kolmogorov_smirnov",
          "outliers",
          "methods",
          "surveys",
          "illustrative");

  private final DescriptionResponses.DescriptionResponse description;

  DescriptionTable(DescriptionResponses.DescriptionResponse description) {
    this.description = description;
  }

  /** One row a slice; what is not known is blank. */
  String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(SLICE_COLUMNS);
      for (DescriptionResponses.SliceResponse slice : description.slices()) {
        csv.writeRecord(row(slice).stream().map(DescriptionTable::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  byte[] xlsx() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Homeward", "1.0")) {
      sheet(
          book,
          "statistics",
          SLICE_COLUMNS,
          description.slices().stream().map(DescriptionTable::row).toList());
      List<List<Object>> outliers = new ArrayList<>();
      for (DescriptionResponses.SliceResponse s : description.slices()) {
        for (DescriptionResponses.OutlierResponse o : s.outliers()) {
          outliers.add(
              row(
                  s.process(),
                  s.task(),
                  s.role(),
                  s.variation(),
                  s.category(),
                  s.by(),
                  s.of(),
                  o.survey(),
                  o.respondent(),
                  o.minutes(),
                  o.lowFence(),
                  o.highFence()));
        }
      }
      sheet(
          book,
          "outliers",
          List.of(
              "process",
              "task",
              "role",
              "variation",
              "category",
              "by",
              "of",
              "survey",
              "respondent",
              "minutes",
              "low_fence",
              "high_fence"),
          outliers);
      sheet(
          book,
          "agreement",
          List.of(
              "process", "task", "role", "variation", "category", "by", "means", "ratio", "agrees"),
          description.agreements().stream()
              .map(
                  a ->
                      row(
                          a.process(),
                          a.task(),
                          a.role(),
                          a.variation(),
                          a.category(),
                          a.by(),
                          a.means().toString(),
                          a.ratio(),
                          a.agrees()))
              .toList());
      sheet(
          book,
          "coverage",
          List.of("process", "task", "role", "state", "surveys_asking", "answers"),
          description.coverage().stream()
              .map(
                  c ->
                      row(
                          c.process(),
                          c.task(),
                          c.role(),
                          c.state(),
                          c.surveysAsking(),
                          c.answers()))
              .toList());
      sheet(
          book,
          "exclusions",
          List.of(
              "survey",
              "respondent",
              "process",
              "task",
              "role",
              "reason",
              "by",
              "at",
              "taken_back_at"),
          description.exclusions().stream()
              .map(
                  e ->
                      row(
                          e.survey(),
                          e.respondent(),
                          e.process(),
                          e.task(),
                          e.role(),
                          e.reason(),
                          e.by(),
                          e.at(),
                          e.takenBackAt()))
              .toList());
      sheet(
          book,
          "notes",
          List.of("note"),
          List.of(
              row("Minutes per process occurrence, in all: minutes × share × times."),
              row(
                  "The mean weighs a focus group as its participants, and so do standard error, interval and fit; every other statistic takes each answer once."),
              row(description.outlierRule()),
              row(description.agreementRule())));
    } catch (IOException e) {
      throw new UncheckedIOException("A workbook in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static void sheet(
      Workbook book, String name, List<String> header, List<List<Object>> rows) {
    Worksheet sheet = book.newWorksheet(name);
    for (int c = 0; c < header.size(); c++) {
      sheet.value(0, c, header.get(c));
      sheet.style(0, c).bold().set();
    }
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        if (rows.get(r).get(c) instanceof Number number) {
          sheet.value(r + 1, c, number);
        } else {
          sheet.value(r + 1, c, cell(rows.get(r).get(c)));
        }
      }
    }
    sheet.freezePane(0, 1);
  }

  private static List<Object> row(DescriptionResponses.SliceResponse s) {
    DescriptionResponses.DistributionResponse d = s.distribution();
    return row(
        s.process(),
        s.task(),
        s.role(),
        s.variation(),
        s.category(),
        s.by(),
        s.of(),
        s.answers(),
        s.participants(),
        s.mean(),
        s.standardDeviation(),
        s.standardError(),
        s.median(),
        s.lowerQuartile(),
        s.upperQuartile(),
        s.trimmedMean(),
        s.minimum(),
        s.maximum(),
        s.intervalLow(),
        s.intervalHigh(),
        s.skewness(),
        d == null ? null : d.family() + " " + d.parameters(),
        d == null ? null : d.kolmogorovSmirnov(),
        s.outliers().size(),
        String.join(";", s.methods()),
        String.join(";", s.surveys()),
        s.illustrative());
  }

  private static List<Object> row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(c -> c == null ? (Object) "" : c).toList();
  }

  private static String cell(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.toPlainString()
        : value instanceof Number ? value.toString() : SpreadsheetText.neutral(value.toString());
  }
}
