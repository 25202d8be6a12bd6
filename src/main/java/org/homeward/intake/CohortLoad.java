package org.homeward.intake;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.quantity.Coded;
import org.homeward.returnfile.CodeTables;
import org.homeward.returnfile.FileReport;
import org.homeward.returnfile.LoadOptions;
import org.homeward.returnfile.ReturnReader;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnsMerge;

/** Returns that are read and merged, in memory. */
public record CohortLoad(MergedReturns returns, List<FileReport> files) {

  /** What is done to a cohort, in order. */
  public enum Stage implements Coded {
    WAITING("waiting"),
    READING("reading"),
    MERGING("merging"),
    COSTING("costing"),
    KEEPING("keeping"),
    DONE("done");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Told how far it is, by any thread. */
  @FunctionalInterface
  public interface Progress {

    /**
     * @param percent of the stage
     * @param count bytes that are read, children that are merged or costed
     * @throws CancellationException to end the work
     */
    void at(Stage stage, int percent, long count);
  }

  /**
   * Reads and merges returns.
   *
   * @throws org.homeward.problem.InputException with every problem, if they cannot be used
   * @throws CancellationException if the progress says so, or the thread is interrupted
   */
  public static CohortLoad of(
      ReturnSources sources, LoadOptions options, Pseudonyms pseudonyms, Progress progress) {
    ExecutorService threads = Executors.newFixedThreadPool(threads());
    try {
      long total = Math.max(1, sources.bytes());
      ReturnReader.Reading reading =
          ReturnReader.read(
              sources.list(),
              options,
              CodeTables.codes(),
              threads,
              bytes -> progress.at(Stage.READING, percent(bytes, total), bytes));
      progress.at(Stage.MERGING, 0, 0);
      MergedReturns merged =
          ReturnsMerge.merge(
              reading.tables(),
              CodeTables.codes(),
              options.smallGap(),
              pseudonyms,
              threads,
              (children, of) -> progress.at(Stage.MERGING, percent(children, of), children));
      return new CohortLoad(merged, reading.files());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      threads.shutdownNow();
    }
  }

  static int percent(long done, long of) {
    return (int) Math.min(100, 100 * done / Math.max(1, of));
  }

  /** How many threads work at once. */
  public static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  CohortReport report() {
    return CohortReport.of(returns, files);
  }
}
