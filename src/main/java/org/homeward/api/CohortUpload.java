package org.homeward.api;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.cohort.Dimension;
import org.homeward.intake.CohortSubmission;
import org.homeward.intake.CostsAsked;
import org.homeward.intake.SentFiles;
import org.homeward.problem.Problems;
import org.homeward.returnfile.LoadOptions;
import org.homeward.returns.ReturnsMerge;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A form of returns as it was sent; its files are on disk until they are handed on, or deleted. */
public final class CohortUpload implements AutoCloseable {

  private static final int LONGEST_FIELD = 4_000;
  private static final String FEES = "fees";

  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private @Nullable Path fees;
  private boolean handedOn;

  private CohortUpload() {}

  /** Takes in every part. */
  public static CohortUpload of(MultipartBody body) {
    CohortUpload upload = new CohortUpload();
    try {
      Flux.from(body).doOnNext(upload::take).blockLast();
      return upload;
    } catch (RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  private void take(CompletedPart part) {
    try (InputStream in = part.getInputStream()) {
      if (part instanceof CompletedFileUpload file) {
        String name = file.getFilename() == null ? "" : file.getFilename();
        if (!name.isBlank()) {
          Path path = SentFiles.create();
          Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
          if (FEES.equals(part.getName()) && fees == null) {
            fees = path;
          } else {
            files.put(unused(name), path);
          }
        }
      } else {
        String text = new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        if (!text.isEmpty()) {
          fields.merge(part.getName(), text, (a, b) -> a + "," + b);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The upload cannot be kept for reading", e);
    }
  }

  private String unused(String name) {
    String free = name;
    for (int i = 2; files.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  /** A field, or null where nothing was typed. */
  public @Nullable String field(String name) {
    return fields.get(name);
  }

  /** The names of the fields that are shown again if something is wrong: not the key. */
  public Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>(fields);
    shown.remove("key");
    return shown;
  }

  /**
   * What is to be done; the files are no longer this upload's.
   *
   * @throws org.homeward.problem.InputException if an option is nonsense
   */
  public CohortSubmission submission(PublishedCatalogue catalogue) {
    Problems problems = new Problems();
    Map<String, Integer> years = years(problems);
    String gap = fields.getOrDefault("smallGap", Integer.toString(ReturnsMerge.SMALL_GAP));
    LoadOptions options =
        problems.attempt(
            "smallGap",
            gap,
            "Give a number of days, such as 7.",
            () -> new LoadOptions(fields.get("authority"), years, Integer.parseInt(gap)));
    List<Dimension> by = dimensions(fields.getOrDefault("by", "placement,need"), problems);
    problems.throwIfAny();
    handedOn = true;
    return new CohortSubmission(
        fields.getOrDefault("name", fields.getOrDefault("authority", "Cohort")),
        files,
        fees,
        fields.getOrDefault("key", ""),
        options == null ? LoadOptions.of(null) : options,
        CostsAsked.by(by),
        catalogue.book(),
        catalogue.book().book().hash());
  }

  private Map<String, Integer> years(Problems problems) {
    Map<String, Integer> years = new LinkedHashMap<>();
    for (String entry : split(fields.getOrDefault("years", ""))) {
      int equals = entry.lastIndexOf('=');
      String file = equals < 0 ? "*" : entry.substring(0, equals).strip();
      String year = entry.substring(equals + 1).strip();
      Integer read =
          problems.attempt(
              "years",
              entry,
              "Write the year in which a return ends, as episodes.csv=2024.",
              () -> Integer.valueOf(year));
      if (read != null) {
        years.put(file, read);
      }
    }
    return years;
  }

  static List<Dimension> dimensions(String by, Problems problems) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String code : split(by)) {
      Dimension dimension =
          problems.attempt("by", code, "Use some of these.", () -> Dimension.of(code));
      if (dimension != null && !dimensions.contains(dimension)) {
        dimensions.add(dimension);
      }
    }
    return dimensions;
  }

  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  @Override
  public void close() {
    if (handedOn) {
      return;
    }
    List<Path> all = new ArrayList<>(files.values());
    if (fees != null) {
      all.add(fees);
    }
    for (Path file : all) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("A temporary file cannot be deleted", e);
      }
    }
  }
}
