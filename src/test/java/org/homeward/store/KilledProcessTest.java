package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.homeward.Books;
import org.homeward.costbook.CatalogueFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that publishes, at random instants, and looks for every version that it had
 * acknowledged.
 */
class KilledProcessTest {

  @TempDir private Path folder;

  @Test
  void noAcknowledgedVersionIsLostWhenTheProcessIsKilled() throws Exception {
    kill(3);
  }

  @Test
  @Tag("slow")
  void norInTwentyKills() throws Exception {
    kill(20);
  }

  private void kill(int times) throws Exception {
    Random random = new Random(903);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      acknowledged.addAll(publishUntilKilled(round, 5 + random.nextInt(120)));
    }
    assertThat(acknowledged).hasSizeGreaterThan(4 * times);
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("homeward.data", folder.toString()))) {
      assertThat(context.getBean(CatalogueStore.class).versions())
          .extracting(PublishedVersion::hash)
          .containsAll(acknowledged);
    }
  }

  /** Reads so many acknowledgements, then kills; those that were still under way are read too. */
  private List<String> publishUntilKilled(int round, int after)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Publisher.class.getName(),
                folder.toString(),
                String.valueOf(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.length() == 64) {
          acknowledged.add(line);
        }
        if (acknowledged.size() == after) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return acknowledged;
  }

  /**
   * The process that is killed: publishes one version after another and prints each when it is
   * kept.
   */
  public static final class Publisher {
    public static void main(String[] args) {
      try (ApplicationContext context = ApplicationContext.run(Map.of("homeward.data", args[0]))) {
        CatalogueStore store = context.getBean(CatalogueStore.class);
        for (int i = 0; i < 100_000; i++) {
          CatalogueFiles files =
              new CatalogueFiles(new TreeMap<>(Map.of("a", "round " + args[1] + ", version " + i)));
          store.publish(files, Books.NO_TABLES);
          System.out.println(files.hash());
          System.out.flush();
        }
      }
    }
  }
}
