package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {

  @Test
  void aCatalogueWithFaultsIsToldProblemByProblemAndTheServiceDoesNotStart(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    copy(Path.of("processes"), home.resolve("processes"));
    copy(Path.of("timeuse-surveys"), home.resolve("timeuse-surveys"));
    copy(Path.of("src/main/resources/catalogue"), home.resolve("src/main/resources/catalogue"));
    replace(home.resolve("processes/review.yaml"), "share: 0.15", "share: 1.5");
    replace(home.resolve("processes/exit-care.yaml"), "event: care-end", "event: care-ends");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");

    Process process =
        Jvm.start(folder, "256m", out, err, List.of("-Dhomeward.home=" + home), "serve");

    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    List<String> told = Files.readAllLines(err);
    assertThat(told)
        .contains("The catalogue cannot be used; nothing was changed. Mend this and start again:")
        .anyMatch(
            l -> l.startsWith("  processes/exit-care.yaml: line 7") && l.contains("care-ends"))
        .anyMatch(l -> l.startsWith("  processes/review.yaml: line ") && l.contains("1.5"));
    assertThat(told).noneMatch(l -> l.contains("Exception") || l.startsWith("\tat "));
  }

  private static void replace(Path file, String good, String bad) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(good);
    Files.writeString(file, text.replace(good, bad));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Path copy = to.resolve(from.relativize(file));
              Files.createDirectories(copy.getParent());
              if (Files.isRegularFile(file)) {
                Files.copy(file, copy);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
