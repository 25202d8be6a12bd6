package org.homeward.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.homeward.cohort.ChildFees;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CohortFingerprint;
import org.homeward.cohort.CostCellRecorder;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.MilestoneTable;
import org.homeward.costbook.CompiledBook;
import org.homeward.intake.CohortLoad.Stage;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.Pseudonyms;
import org.homeward.store.CohortResult;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.homeward.store.StoredCohort.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cohorts that are read, merged and costed one after another. The key is never kept, and the files
 * are deleted as soon as they are read.
 */
public final class CohortJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CohortJobs.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WAITING = 4;

  /** Seconds that a stop of the service waits for the one that runs to delete its files. */
  private static final int LONGEST_END = 10;

  private final CohortStore store;
  private final Clock clock;
  private final Map<String, CohortJob> jobs = new ConcurrentHashMap<>();
  private final CohortAnswers answers;
  private volatile boolean closing;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          run -> {
            Thread made = new Thread(run, "cohort");
            made.setDaemon(true);
            return made;
          });

  /**
   * @param books the compiled book of the hash of a version
   */
  public CohortJobs(CohortStore store, Function<String, CompiledBook> books, Clock clock) {
    this.store = store;
    this.clock = clock;
    answers = new CohortAnswers(store, books);
    thread.allowCoreThreadTimeOut(true);
    store.interruptAll(clock.instant());
    SentFiles.deleteLeft();
  }

  /**
   * Begins one. Empty if too many wait already; the files are deleted then.
   *
   * @throws InputException if the key is too short or there is no file
   */
  public Optional<StoredCohort> begin(CohortSubmission submission) {
    Pseudonyms pseudonyms;
    try {
      pseudonyms = check(submission);
    } catch (InputException e) {
      delete(submission);
      throw e;
    }
    String id = UUID.randomUUID().toString();
    CohortJob job = new CohortJob(id);
    StoredCohort cohort =
        new StoredCohort(
            id,
            submission.name(),
            State.RUNNING,
            clock.instant(),
            null,
            submission.catalogue(),
            json(CohortReport.NONE));
    store.begin(cohort);
    jobs.put(id, job);
    try {
      thread.execute(() -> run(job, submission, pseudonyms));
    } catch (RejectedExecutionException e) {
      jobs.remove(id);
      store.delete(id);
      delete(submission);
      return Optional.empty();
    }
    return Optional.of(cohort);
  }

  /**
   * Reads what a finished cohort was made of once more, so that its histories are in memory as they
   * were and every question about them has the same answer again. Waits for those that run. False
   * if too many wait already; the files are deleted in any case.
   *
   * @throws InputException if the files or the key are not those of the cohort
   */
  public boolean open(String id, CohortSubmission submission) {
    CohortJob job = new CohortJob(id);
    try {
      String fingerprint = fingerprint(id);
      Pseudonyms pseudonyms = check(submission);
      jobs.put(id, job);
      Future<?> opened = thread.submit(() -> open(job, submission, pseudonyms, fingerprint));
      opened.get();
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException refused) {
        throw refused;
      }
      throw new IllegalStateException("A cohort could not be opened again", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      jobs.remove(id, job);
      delete(submission);
    }
  }

  private String fingerprint(String id) {
    return store
        .fingerprint(id)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "cohort",
                        id,
                        "It cannot be opened again: it did not finish, or is of an earlier Homeward.",
                        "Send the files and the key as a cohort of their own.")));
  }

  private void open(
      CohortJob job, CohortSubmission submission, Pseudonyms pseudonyms, String fingerprint) {
    try {
      Read read = read(job, submission, pseudonyms);
      if (!read.fingerprint().equals(fingerprint)) {
        throw new InputException(
            Problem.of(
                "files",
                null,
                "These are not the files, fees, options and key that the cohort was made of.",
                "Send the same again, or send them as a cohort of their own."));
      }
      answers.hold(
          job.id(), new CohortAnswers.Held(read.histories(), read.fees(), submission.book()));
    } catch (IOException e) {
      throw new UncheckedIOException("The files of a cohort cannot be read", e);
    } catch (CancellationException e) {
      throw new InputException(
          Problem.of("cohort", job.id(), "It was cancelled.", "Send the files and the key again."));
    } finally {
      job.end();
    }
    if (store.find(job.id()).isEmpty()) { // deleted in the meantime
      answers.forget(job.id());
    }
  }

  private static Pseudonyms check(CohortSubmission submission) {
    if (submission.files().isEmpty()) {
      throw new InputException(
          Problem.of(
              "files", null, "There is no file.", "Send the CSV tables, a zip of them, or XML."));
    }
    try {
      return new Pseudonyms(submission.key());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          Problem.of(
              "key",
              null,
              String.valueOf(e.getMessage()),
              "Give a long one of your own and keep it: the same key gives the same pseudonyms."));
    }
  }

  /** Files that are read and merged, with the fees of single children. */
  private record Read(CohortLoad load, ChildFees fees, Pseudonyms pseudonyms) {

    ChildHistories histories() {
      return load.returns().histories();
    }

    String fingerprint() {
      return CohortFingerprint.of(histories(), fees, pseudonyms);
    }
  }

  private static Read read(CohortJob job, CohortSubmission submission, Pseudonyms pseudonyms)
      throws IOException {
    try (ReturnSources sources = new ReturnSources()) {
      job.at(Stage.WAITING, 0, 0);
      for (Map.Entry<String, Path> file : submission.files().entrySet()) {
        sources.add(file.getKey(), file.getValue());
      }
      CohortLoad load = CohortLoad.of(sources, submission.options(), pseudonyms, job::at);
      return new Read(load, load.fees(submission.fees(), "fees", pseudonyms), pseudonyms);
    } finally {
      delete(submission);
    }
  }

  private void run(CohortJob job, CohortSubmission submission, Pseudonyms pseudonyms) {
    try {
      Read read = read(job, submission, pseudonyms);
      finish(job, submission, read);
      LOG.info("A cohort of {} children is costed", read.histories().size());
    } catch (CancellationException e) {
      end(job, State.CANCELLED, CohortReport.NONE);
    } catch (InputException e) {
      end(job, State.REFUSED, CohortReport.refused(e.problems()));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.error("A cohort could not be costed: {}", e.getClass().getName());
      end(job, State.FAILED, CohortReport.NONE);
    } finally {
      job.end();
      jobs.remove(job.id());
    }
  }

  private void finish(CohortJob job, CohortSubmission submission, Read read) {
    ChildHistories histories = read.histories();
    ChildFees fees = read.fees();
    CohortAnswers.Held made = new CohortAnswers.Held(histories, fees, submission.book());
    CohortCosts costs = CohortAnswers.costs(made, submission.asked(), costing(job, histories));
    Map<String, String> answered = new LinkedHashMap<>();
    CostTable table = CohortAnswers.table(costs, made, submission.asked());
    answered.put(submission.asked().key(), CostTableText.write(table));
    putMilestones(answered, histories);
    CellsFile cells =
        new CellsFile(
            new CostCellRecorder(made.book(), histories, fees),
            histories.size(),
            done -> job.at(Stage.KEEPING, CohortLoad.percent(done, histories.size()), done));
    job.at(Stage.KEEPING, 0, 0);
    store.finish(
        job.id(),
        clock.instant(),
        new CohortResult(
            read.fingerprint(),
            json(read.load().report(fees)),
            answered,
            children(histories, costs),
            new FindingsFile(read.load().returns()),
            cells,
            cells::head));
    answers.hold(job.id(), made);
  }

  /** All that can be asked about them, since it needs the histories. */
  private static void putMilestones(Map<String, String> answered, ChildHistories histories) {
    List<List<Dimension>> all = new ArrayList<>(List.of(List.of()));
    MilestoneTable.BY.forEach(d -> all.add(List.of(d)));
    for (List<Dimension> by : all) {
      for (boolean suppress : new boolean[] {false, true}) {
        CostsAsked asked = new CostsAsked(by, null, CostTable.Kind.MILESTONES, suppress);
        CostTable table = MilestoneTable.of(histories, by, suppress);
        answered.put(asked.key(), CostTableText.write(table));
      }
    }
  }

  private static CohortCostCalculator.Progress costing(CohortJob job, ChildHistories histories) {
    AtomicLong done = new AtomicLong();
    return children -> {
      long now = done.addAndGet(children);
      job.at(Stage.COSTING, CohortLoad.percent(now, histories.size()), now);
    };
  }

  private static Iterator<Map.Entry<String, String>> children(
      ChildHistories histories, CohortCosts costs) {
    ChildView view = histories.view();
    return IntStream.range(0, histories.size())
        .mapToObj(
            child -> {
              view.moveTo(child);
              ChildLine line =
                  ChildLine.of(
                      histories.child(child),
                      MilestoneTable.entry(view, histories),
                      view,
                      costs.children().cost(child).value(),
                      costs.children().nights(child));
              return Map.entry(line.pseudonym(), json(line));
            })
        .iterator();
  }

  /** A stop of the service leaves it as running: the next start says that it was interrupted. */
  private void end(CohortJob job, State state, CohortReport report) {
    if (closing) {
      return;
    }
    store.end(job.id(), state, clock.instant(), json(report));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(CohortSubmission submission) {
    List<Path> files = new ArrayList<>(submission.files().values());
    if (submission.fees() != null) {
      files.add(submission.fees());
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("A temporary file could not be deleted");
      }
    }
  }

  /** How far one is that runs. */
  public Optional<CohortJob> running(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** Asks one to end; whether it runs. What was sent of it is deleted. */
  public boolean cancel(String id) {
    CohortJob job = jobs.get(id);
    if (job != null) {
      job.cancel();
    }
    return job != null;
  }

  /** Takes one away with everything derived from it; whether there was one. */
  public boolean delete(String id) {
    cancel(id);
    answers.forget(id);
    return store.delete(id);
  }

  /** Answers about what is finished. */
  public CohortAnswers answers() {
    return answers;
  }

  @Override
  public void close() {
    closing = true;
    jobs.values().forEach(job -> job.cancel());
    thread.shutdownNow().forEach(Runnable::run); // those that waited have files to delete
    try {
      if (!thread.awaitTermination(LONGEST_END, TimeUnit.SECONDS)) {
        LOG.warn("A cohort is still being read or costed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
