package org.homeward.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files with rows about children that wait to be read. They are deleted when they are read; those
 * that a crash left, before any other cohort is sent: their names tell the process that they are
 * of.
 */
public final class SentFiles {

  private static final String PREFIX = "homeward-return-";

  private SentFiles() {}

  /** A new one, empty. */
  public static Path create() throws IOException {
    Path file = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", null);
    file.toFile().deleteOnExit();
    return file;
  }

  /** Deletes those of processes that are no more; to be asked before any is made. */
  public static void deleteLeft() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.filter(SentFiles::isLeft).toList();
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Files that a crash left cannot be deleted", e);
    }
  }

  private static boolean isLeft(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.indexOf('-', PREFIX.length());
    if (!name.startsWith(PREFIX) || end < 0) {
      return false;
    }
    try {
      long process = Long.parseLong(name.substring(PREFIX.length(), end));
      // in a container each process has the number of the one before
      return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
