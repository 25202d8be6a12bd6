package org.homeward.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What some work took.
 *
 * @param cpu seconds of all threads of the process, compilers and garbage collectors with them
 * @param wall seconds
 * @param peak most memory the process ever had, in MiB, or 0 where the system does not tell
 */
record Measured(double cpu, double wall, double peak) {

  private static final double NANOS = 1e9;

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  static Measured of(Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    return new Measured(
        (system.getProcessCpuTime() - cpu) / NANOS,
        (System.nanoTime() - wall) / NANOS,
        mostMemory());
  }

  private static double mostMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** As one line that {@link #parse} reads. */
  String told() {
    return String.format(Locale.ROOT, "measured %.4f %.4f %.1f", cpu, wall, peak);
  }

  static Measured parse(String told) {
    String[] parts = told.split(" ");
    return new Measured(
        Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
  }
}
