package org.homeward.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** The catalogue's files as they lie on disk under the project's folder. */
public final class CatalogueFolder {

  private static final String TABLES_ON_DISK = "src/main/resources/catalogue";
  static final List<String> ENDINGS = List.of(".yaml", ".csv", ".json");

  private CatalogueFolder() {}

  /**
   * Reads processes, pathways, surveys and tables.
   *
   * @throws InputException if the folder holds no processes
   */
  public static CatalogueFiles read(Path home) {
    SortedMap<String, String> texts = new TreeMap<>();
    add(home.resolve("processes"), "processes/", texts);
    add(home.resolve("timeuse-surveys"), "timeuse-surveys/", texts);
    add(home.resolve(TABLES_ON_DISK), CatalogueReader.TABLES, texts);
    if (texts.isEmpty()) {
      throw new InputException(
          Problem.of(
              "homeward.home",
              home.getFileName(),
              "There is no catalogue in this folder.",
              "Start the service with ./homeward serve, or name the folder that holds processes and timeuse-surveys."));
    }
    return new CatalogueFiles(texts);
  }

  private static void add(Path folder, String prefix, SortedMap<String, String> texts) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (ENDINGS.stream().anyMatch(path.toString()::endsWith)) {
          String name = folder.relativize(path).toString().replace('\\', '/');
          texts.put(prefix + name, Files.readString(path, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue's files cannot be read", e);
    }
  }
}
