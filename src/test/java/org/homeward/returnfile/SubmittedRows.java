package org.homeward.returnfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of generated returns as texts, to tell by plain looking whether a planted defect is
 * there to be seen: some are planted in every return that has the child, and then nothing differs.
 */
final class SubmittedRows {

  private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Map<String, Map<Integer, List<String[]>>> episodes = new HashMap<>();
  private final Map<String, Set<String>> births = new HashMap<>();

  private SubmittedRows() {}

  static SubmittedRows read(Path folder, Set<String> children) throws IOException {
    SubmittedRows rows = new SubmittedRows();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("-episodes.csv")) {
          int year = Integer.parseInt(name.substring(0, 4));
          for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            if (children.contains(cells[0])) {
              rows.episodes
                  .computeIfAbsent(cells[0], c -> new HashMap<>())
                  .computeIfAbsent(year, y -> new ArrayList<>())
                  .add(cells);
            }
          }
        } else if (name.endsWith("-header.csv")) {
          for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            if (children.contains(cells[0])) {
              rows.births.computeIfAbsent(cells[0], c -> new HashSet<>()).add(cells[2]);
            }
          }
        }
      }
    }
    return rows;
  }

  /** Whether a defect of a child can be seen at all by whoever has the returns. */
  boolean shows(String child, String defect) {
    return switch (defect) {
      case "dob-differs" -> births.getOrDefault(child, Set.of()).size() > 1;
      case "changed-next-year" -> anyDiffers(child, 5);
      case "decom-moved" -> startMoves(child);
      default -> true;
    };
  }

  /** Whether an episode starts within the first month of life. */
  boolean isBornIntoCare(String child) {
    return births.getOrDefault(child, Set.of()).stream()
        .map(birth -> LocalDate.parse(birth, UK))
        .anyMatch(
            birth ->
                episodes.getOrDefault(child, Map.of()).values().stream()
                    .flatMap(List::stream)
                    .map(row -> day(row[1]))
                    .anyMatch(start -> start.isBefore(birth.plusDays(31))));
  }

  private static LocalDate day(String text) {
    return text.contains("/") ? LocalDate.parse(text, UK) : LocalDate.parse(text);
  }

  /** Whether two returns have an episode of the same start with another cell. */
  private boolean anyDiffers(String child, int cell) {
    Map<String, Set<String>> byStart = new HashMap<>();
    episodes
        .getOrDefault(child, Map.of())
        .values()
        .forEach(
            rows ->
                rows.forEach(
                    r -> byStart.computeIfAbsent(r[1], d -> new HashSet<>()).add(r[cell])));
    return byStart.values().stream().anyMatch(values -> values.size() > 1);
  }

  /** Whether an episode that is open in one return is not in the next with its start. */
  private boolean startMoves(String child) {
    Map<Integer, List<String[]>> years = episodes.getOrDefault(child, Map.of());
    for (Map.Entry<Integer, List<String[]>> year : years.entrySet()) {
      List<String[]> next = years.get(year.getKey() + 1);
      for (String[] row : year.getValue()) {
        boolean open = row[7].isEmpty();
        if (open && next != null && next.stream().noneMatch(r -> r[1].equals(row[1]))) {
          return true;
        }
      }
    }
    return false;
  }
}
