package org.homeward.returnfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/**
 * The files of a load: those of a folder and its folders, and those inside zips. Open while it is
 * read.
 */
public final class ReturnSources implements AutoCloseable {

  /** England's returns of ten years, one folder an authority, are 17,000 files. */
  private static final int MOST_FILES = 50_000;

  private static final long MOST_BYTES = 8L << 30;

  private final List<ReturnSource> sources = new ArrayList<>();
  private final List<ZipFile> zips = new ArrayList<>();
  private long bytes;

  /**
   * Adds a file, or every file of a folder; a zip counts as a folder.
   *
   * @param name as its owner knows it
   * @throws InputException if it is a broken zip, or there is too much
   */
  public void add(String name, Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          addFile(path.relativize(file).toString().replace('\\', '/'), file);
        }
      }
    } else {
      addFile(name, path);
    }
  }

  private void addFile(String name, Path file) throws IOException {
    if (!isZip(file)) {
      add(new ReturnSource(name, Files.size(file), () -> Files.newInputStream(file)));
      return;
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new InputException(
          Problem.of(name, null, "The zip is damaged.", "Pack the files again."));
    }
    zips.add(zip);
    String folder = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? folderOf(name) : name + "/";
    zip.stream()
        .filter(e -> !e.isDirectory())
        .sorted(Comparator.comparing(ZipEntry::getName))
        .forEach(
            e ->
                add(
                    new ReturnSource(
                        folder + e.getName().replace('\\', '/'),
                        e.getSize(),
                        () -> zip.getInputStream(e))));
  }

  private static String folderOf(String name) {
    return name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
  }

  private static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4;
    }
  }

  private void add(ReturnSource source) {
    sources.add(source);
    bytes += Math.max(0, source.size());
    if (sources.size() > MOST_FILES || bytes > MOST_BYTES) {
      throw new InputException(
          Problem.of(
              source.name(),
              null,
              "There are more than " + MOST_FILES + " files or 8 GB, zips unpacked.",
              "Load the returns in parts."));
    }
  }

  public List<ReturnSource> list() {
    return List.copyOf(sources);
  }

  /** How many bytes there are, unpacked. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    for (ZipFile zip : zips) {
      zip.close();
    }
  }
}
