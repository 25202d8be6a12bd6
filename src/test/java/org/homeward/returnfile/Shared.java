package org.homeward.returnfile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Data beside the checkout that only some machines have; a test that needs it is skipped elsewhere.
 */
final class Shared {

  private static final Path FOLDER = Path.of("..", "shared");

  private Shared() {}

  static Path sampleReturns() {
    Path folder = FOLDER.resolve("data/ssda903-sample");
    assumeTrue(Files.isDirectory(folder), "The sample returns are not there: " + folder);
    return folder;
  }

  /** Makes returns with the truth beside them. */
  static Path generate(Path into, String... arguments) throws IOException, InterruptedException {
    Path generator = FOLDER.resolve("bench/gen903.py");
    assumeTrue(Files.isRegularFile(generator), "The generator is not there: " + generator);
    List<String> command =
        new ArrayList<>(List.of("python3", generator.toString(), into.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeTrue(process.waitFor(10, TimeUnit.MINUTES), "The generator takes too long.");
    assumeTrue(process.exitValue() == 0, "The generator cannot run here.");
    return into;
  }
}
