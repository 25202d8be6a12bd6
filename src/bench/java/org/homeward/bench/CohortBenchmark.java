package org.homeward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.Dimension;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.quantity.DateSpan;
import org.homeward.returnfile.CodeTables;
import org.homeward.returnfile.LoadOptions;
import org.homeward.returnfile.ReturnReader;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.ReturnsMerge;

/**
 * From files on disk to what every placement and every process cost, by financial year, placement
 * and need – beside DuckDB, which only multiplies days by fees and counts events on the same files,
 * and beside one bare pass over their bytes. Each runs in a fresh process, in turns; CPU time is
 * that of the whole work, compilation and garbage collection with it. The cost book is there
 * before: the service has compiled it when it starts, and the rival takes its fees from it.
 *
 * <p>Homeward runs as the launcher runs the commands about cohorts, with the quick compiler only;
 * and once more with the optimising one, as the service does, whose compiling costs more than it
 * gains in a process that ends at once.
 *
 * <p>{@code ./homeward bench cohort FOLDER} compares, {@code ./homeward bench cohort growth FOLDER}
 * measures samples of the folder in one warm process and fits the exponent of growth. Without a
 * folder a synthetic one is made.
 */
public final class CohortBenchmark {

  private static final int THREADS = 2;
  private static final int TURNS = 3;
  private static final String HEAP = "-Xmx1g";

  /**
   * As the launcher runs the commands about cohorts: what runs once gains nothing from the rest.
   */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private static final int[] ONE_IN = {435, 145, 44, 14, 4, 1};
  private static final List<Dimension> BY =
      List.of(Dimension.YEAR, Dimension.PLACEMENT, Dimension.NEED);

  private CohortBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    String mode = all.size() > 0 && MODES.contains(all.get(0)) ? all.remove(0) : "compare";
    Path folder = all.isEmpty() ? SyntheticReturns.england() : Path.of(all.get(0));
    switch (mode) {
      case "bare" -> {
        System.out.println(Measured.of(() -> new ReturnFolder(folder).lines()).told());
      }
      case "duckdb" -> {
        Class.forName("org.duckdb.DuckDBDriver");
        CompiledBook book = book();
        ReturnCodes codes = CodeTables.codes();
        DuckDbRival rival = new DuckDbRival(folder, window(folder));
        System.out.println(Measured.of(() -> say("pence", rival.run(book, codes))).told());
      }
      case "homeward" -> {
        CompiledBook book = book();
        System.out.println(Measured.of(() -> say("pence", cost(folder, book, true))).told());
      }
      case "growth" -> growth(folder);
      default -> compare(folder);
    }
  }

  private static final List<String> MODES =
      List.of("bare", "duckdb", "homeward", "growth", "compare");

  private static void say(String what, long value) {
    System.err.printf(Locale.UK, "%s %,d%n", what, value);
  }

  private static CompiledBook book() {
    return new CompiledBook(
        CatalogueReader.read(
                CatalogueFolder.read(Path.of(System.getProperty("homeward.home", "."))))
            .book());
  }

  /** From files to costs. */
  private static long cost(Path folder, CompiledBook book, boolean tell) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (ReturnSources sources = new ReturnSources()) {
      for (Path file : new ReturnFolder(folder).files()) {
        sources.add(file.getFileName().toString(), file);
      }
      ReturnCodes codes = CodeTables.codes();
      Map<String, Measured> stages = new LinkedHashMap<>();
      ReturnReader.Reading[] reading = new ReturnReader.Reading[1];
      stages.put(
          "read",
          Measured.of(
              () ->
                  reading[0] =
                      ReturnReader.read(
                          sources.list(), LoadOptions.of("England"), codes, threads, b -> {})));
      MergedReturns[] merged = new MergedReturns[1];
      stages.put(
          "merge",
          Measured.of(
              () ->
                  merged[0] =
                      ReturnsMerge.merge(
                          reading[0].tables(),
                          codes,
                          ReturnsMerge.SMALL_GAP,
                          new Pseudonyms("a key for benchmarks"),
                          threads,
                          done -> {})));
      reading[0] = null;
      CohortCosts[] costs = new CohortCosts[1];
      stages.put(
          "cost",
          Measured.of(
              () ->
                  costs[0] =
                      new CohortCostCalculator(book, THREADS)
                          .calculate(merged[0].histories(), CostQuestion.of(BY, window(folder)))));
      if (tell) {
        System.err.printf(
            Locale.UK,
            "%,d children, %,d stays, %,d groups%n",
            merged[0].histories().size(),
            merged[0].histories().stays(),
            costs[0].groups().size());
        stages.forEach(
            (stage, m) ->
                System.err.printf(
                    Locale.UK, "%-6s cpu %.2f s, wall %.2f s%n", stage, m.cpu(), m.wall()));
      }
      return costs[0].all().total().value();
    } finally {
      threads.shutdownNow();
    }
  }

  /** The years of the returns, from the first fee of the catalogue on. */
  private static DateSpan window(Path folder) throws IOException {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (Path file : new ReturnFolder(folder).files()) {
      int year = Integer.parseInt(file.getFileName().toString().substring(0, 4));
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
    return DateSpan.of(LocalDate.of(Math.max(first - 1, 2015), 4, 1), LocalDate.of(last, 4, 1));
  }

  private static void compare(Path folder) throws Exception {
    Map<String, List<Measured>> taken = new LinkedHashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      for (String contestant : List.of("bare", "duckdb", "homeward", "optimising")) {
        taken.computeIfAbsent(contestant, c -> new ArrayList<>()).add(fresh(contestant, folder));
      }
    }
    ReturnFolder files = new ReturnFolder(folder);
    System.out.printf(
        Locale.UK,
        "%n%,.0f MB in %d files; medians of %d runs%n",
        files.bytes() / 1e6,
        files.files().size(),
        TURNS);
    Map<String, Measured> medians = new LinkedHashMap<>();
    taken.forEach((name, of) -> medians.put(name, median(of)));
    medians.forEach(
        (name, m) ->
            System.out.printf(
                Locale.UK,
                "%-9s cpu %6.2f s  wall %6.2f s  peak %5.0f MiB%n",
                name,
                m.cpu(),
                m.wall(),
                m.peak()));
    Measured own = medians.get("homeward");
    for (String other : List.of("duckdb", "bare")) {
      Measured rival = medians.get(other);
      System.out.printf(
          Locale.UK,
          "Homeward ÷ %-7s cpu %.2f  wall %.2f%n",
          other,
          own.cpu() / rival.cpu(),
          own.wall() / rival.wall());
    }
  }

  private static Measured median(List<Measured> taken) {
    return taken.stream()
        .sorted(Comparator.comparingDouble(Measured::cpu))
        .toList()
        .get(taken.size() / 2);
  }

  private static Measured fresh(String contestant, Path folder)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC"));
    if (contestant.equals("homeward")) {
      command.add(QUICK);
    }
    command.addAll(
        List.of(
            "-Dhomeward.home=" + System.getProperty("homeward.home", "."),
            "-cp",
            System.getProperty("java.class.path"),
            CohortBenchmark.class.getName(),
            contestant.equals("optimising") ? "homeward" : contestant,
            folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> out = process.inputReader().lines().toList();
    if (process.waitFor() != 0 || out.isEmpty()) {
      throw new IllegalStateException(contestant + " failed");
    }
    String last = out.get(out.size() - 1);
    System.out.println(contestant + " " + last);
    return Measured.parse(last);
  }

  private static void growth(Path folder) throws Exception {
    Path samples = Files.createTempDirectory("homeward-growth");
    List<Double> sizes = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int oneIn : ONE_IN) {
      if (oneIn > 1) {
        new ReturnFolder(folder).sample(oneIn, samples.resolve("1-in-" + oneIn));
      }
    }
    CompiledBook book = book();
    for (int warm = 0; warm < 4; warm++) {
      cost(samples.resolve("1-in-14"), book, false);
    }
    for (int oneIn : ONE_IN) {
      Path of = oneIn == 1 ? folder : samples.resolve("1-in-" + oneIn);
      List<Measured> taken = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        taken.add(Measured.of(() -> cost(of, book, false)));
      }
      double bytes = new ReturnFolder(of).bytes();
      Measured median = median(taken);
      System.out.printf(
          Locale.UK,
          "1 in %3d: %,8.1f MB  cpu %7.3f s  wall %7.3f s%n",
          oneIn,
          bytes / 1e6,
          median.cpu(),
          median.wall());
      sizes.add(Math.log(bytes));
      times.add(Math.log(median.cpu()));
    }
    System.out.printf(Locale.UK, "fitted exponent of CPU time: %.3f%n", slope(sizes, times));
  }

  private static double slope(List<Double> x, List<Double> y) {
    double mx = x.stream().mapToDouble(d -> d).average().orElseThrow();
    double my = y.stream().mapToDouble(d -> d).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.size(); i++) {
      xy += (x.get(i) - mx) * (y.get(i) - my);
      xx += (x.get(i) - mx) * (x.get(i) - mx);
    }
    return xy / xx;
  }
}
