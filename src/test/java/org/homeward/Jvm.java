package org.homeward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with the heap that a test gives it. */
public final class Jvm {

  private static final int LONGEST_MINUTES = 10;

  private Jvm() {}

  /** What a process left: its status, and both of its streams. */
  public record Ended(int status, String out, String err) {}

  /** Starts it; it ends when its memory does not do. */
  public static Process start(
      Path folder, String heap, Path out, Path err, List<String> properties, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + heap,
                "-Dhomeward.data=" + folder,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))));
    command.addAll(properties);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /** Runs it to its end. */
  public static Ended run(Path folder, String heap, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("homeward-test", ".out");
    Path err = Files.createTempFile("homeward-test", ".err");
    try {
      Process process = start(folder, heap, out, err, List.of(), arguments);
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("The process did not end: " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
