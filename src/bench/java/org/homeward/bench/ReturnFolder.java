package org.homeward.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files of a folder of returns, named by year and table. */
record ReturnFolder(Path path) {

  private static final List<String> TABLES =
      List.of(
          "header",
          "episodes",
          "reviews",
          "uasc",
          "ad1",
          "placed_for_adoption",
          "missing",
          "oc2",
          "oc3",
          "previous_permanence",
          "sw_episodes");

  /** Files of the return, without what else lies beside them. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(
              f ->
                  TABLES.stream()
                      .anyMatch(t -> f.getFileName().toString().endsWith("-" + t + ".csv")))
          .sorted()
          .toList();
    }
  }

  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Looks at every byte once, and counts the ends of lines. */
  long lines() throws IOException {
    long lines = 0;
    byte[] buffer = new byte[1 << 16];
    for (Path file : files()) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          for (int i = 0; i < count; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
          }
        }
      }
    }
    return lines;
  }

  /** Writes the rows of one child in so many to another folder. */
  void sample(int oneIn, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files()) {
      try (BufferedReader in = Files.newBufferedReader(file);
          BufferedWriter out = Files.newBufferedWriter(to.resolve(file.getFileName()))) {
        String line = in.readLine();
        boolean header = true;
        while (line != null) {
          if (header || isIn(line.substring(0, line.indexOf(',')), oneIn)) {
            out.write(line);
            out.write('\n');
          }
          header = false;
          line = in.readLine();
        }
      }
    }
  }

  private static boolean isIn(String child, int oneIn) {
    return Math.floorMod((child.hashCode() * 0x9E3779B9) >>> 7, oneIn) == 0;
  }
}
