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
    return run(into, List.of("python3", generator()), arguments);
  }

  /** The same, and what nights each child truly has. */
  static Path generateWithTruthByChild(Path into, String... arguments)
      throws IOException, InterruptedException {
    String script = "src/test/resources/returns/truth-by-child.py";
    return run(into, List.of("python3", script, generator()), arguments);
  }

  private static String generator() {
    Path generator = FOLDER.resolve("bench/gen903.py");
    assumeTrue(Files.isRegularFile(generator), "The generator is not there: " + generator);
    return generator.toString();
  }

  private static Path run(Path into, List<String> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.add(into.toString());
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
