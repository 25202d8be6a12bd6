package org.homeward.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.homeward.cohort.ChildFees;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.PlacementMoves;
import org.homeward.costbook.CompiledBook;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.Pseudonyms;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.homeward.store.StoredCohort.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cohorts that are read, merged and costed one after another. While the service runs, the histories
 * of the last few are in memory and anything can be asked of them; what was answered is kept, and
 * with it the children under their pseudonyms. The key is never kept, and the files are deleted as
 * soon as they are read.
 */
public final class CohortJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CohortJobs.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WAITING = 4;

  /** Cohorts whose histories stay in memory: England alone is 300 MB. */
  private static final int IN_MEMORY = 3;

  private static final List<Dimension> PAIRED_WITH_YEAR =
      List.of(
          Dimension.PLACEMENT,
          Dimension.PROVIDER,
          Dimension.NEED,
          Dimension.LEGAL_STATUS,
          Dimension.AGE,
          Dimension.SEX,
          Dimension.AREA,
          Dimension.ROUTE);

  private final CohortStore store;
  private final Clock clock;
  private final Map<String, CohortJob> jobs = new ConcurrentHashMap<>();
  private final Map<String, Held> held = new LinkedHashMap<>();
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

  /** Histories in memory, and the fees and the book that they are costed with. */
  public record Held(ChildHistories histories, ChildFees fees, CompiledBook book) {}

  public CohortJobs(CohortStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    thread.allowCoreThreadTimeOut(true);
    store.interruptAll(clock.instant());
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
              PlacementMoves.NONE,
              String.valueOf(e.getMessage()),
              "Give a long one of your own and keep it: the same key gives the same pseudonyms."));
    }
  }

  private void run(CohortJob job, CohortSubmission submission, Pseudonyms pseudonyms) {
    try {
      CohortLoad load;
      ChildFees fees;
      try (ReturnSources sources = new ReturnSources()) {
        for (Map.Entry<String, Path> file : submission.files().entrySet()) {
          sources.add(file.getKey(), file.getValue());
        }
        load = CohortLoad.of(sources, submission.options(), pseudonyms, job::at);
        fees = load.fees(submission.fees(), "fees", pseudonyms);
      } finally {
        delete(submission);
      }
      finish(job, submission, load, fees);
      LOG.info("A cohort of {} children is costed", load.returns().histories().size());
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

  private void finish(CohortJob job, CohortSubmission submission, CohortLoad load, ChildFees fees) {
    ChildHistories histories = load.returns().histories();
    Held made = new Held(histories, fees, submission.book());
    Map<String, String> answers = new LinkedHashMap<>();
    List<CostsAsked> questions = new ArrayList<>();
    questions.add(submission.asked());
    for (Dimension dimension : PAIRED_WITH_YEAR) {
      questions.add(CostsAsked.by(List.of(Dimension.YEAR, dimension)));
    }
    CohortCosts first = null;
    for (int q = 0; q < questions.size(); q++) {
      CohortCosts costs = costs(made, questions.get(q), progress(job, histories, q, questions));
      first = first == null ? costs : first;
      for (boolean suppress : new boolean[] {false, true}) {
        CostsAsked asked = questions.get(q);
        CostsAsked variant = new CostsAsked(asked.by(), asked.window(), asked.kind(), suppress);
        answers.put(variant.key(), CostTableText.write(table(costs, made, variant)));
      }
    }
    job.at(CohortLoad.Stage.KEEPING, 0, histories.size());
    store.finish(
        job.id(),
        clock.instant(),
        json(load.report(fees)),
        answers,
        children(histories, first),
        new FindingsFile(load.returns()));
    synchronized (held) {
      held.put(job.id(), made);
      if (held.size() > IN_MEMORY) {
        held.remove(held.keySet().iterator().next());
      }
    }
  }

  private static CohortCostCalculator.Progress progress(
      CohortJob job, ChildHistories histories, int question, List<CostsAsked> questions) {
    AtomicLong done = new AtomicLong((long) question * histories.size());
    long all = (long) questions.size() * histories.size();
    return children -> {
      long now = done.addAndGet(children);
      job.at(CohortLoad.Stage.COSTING, CohortLoad.percent(now, all), now);
    };
  }

  private static CohortCosts costs(
      Held held, CostsAsked asked, CohortCostCalculator.Progress progress) {
    return new CohortCostCalculator(held.book(), CohortLoad.threads())
        .calculate(
            held.histories(),
            held.fees(),
            asked.question(held.histories().observed()),
            PlacementMoves.NONE,
            progress);
  }

  private static CostTable table(CohortCosts costs, Held held, CostsAsked asked) {
    return CostTable.of(costs, asked.kind(), held.book().book().hourlyCosts(), asked.suppress());
  }

  private static Iterator<Map.Entry<String, String>> children(
      ChildHistories histories, @Nullable CohortCosts costs) {
    return IntStream.range(0, histories.size())
        .mapToObj(
            child -> {
              ChildLine line =
                  ChildLine.of(
                      histories.child(child),
                      costs == null ? 0 : costs.children().cost(child).value(),
                      costs == null ? 0 : costs.children().nights(child));
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
    synchronized (held) {
      held.remove(id);
    }
    return store.delete(id);
  }

  /** What was read, merged, repaired and rejected. */
  public static CohortReport report(StoredCohort cohort) {
    return read(cohort.report(), CohortReport.class);
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept report is damaged", e);
    }
  }

  /** A child of a finished cohort. */
  public Optional<ChildLine> child(String id, String pseudonym) {
    return store.child(id, pseudonym).map(text -> read(text, ChildLine.class));
  }

  /**
   * The answer to a question about a finished cohort.
   *
   * @throws InputException if it was not asked while the histories were in memory
   */
  public CostTable answer(String id, CostsAsked asked) {
    Optional<String> kept = store.costs(id, asked.key());
    if (kept.isPresent()) {
      return CostTableText.read(kept.get());
    }
    Held made = inMemory(id);
    if (made == null) {
      throw new InputException(
          Problem.of(
              "by",
              asked.key(),
              "This was not asked before the service was started again, and the day of birth of a"
                  + " child is never kept, so it cannot be worked out now.",
              "Send the files and the key again, or ask what is there: year with one of "
                  + String.join(", ", PAIRED_WITH_YEAR.stream().map(Dimension::code).toList())
                  + "."));
    }
    CostTable table = table(costs(made, asked, CohortCostCalculator.Progress.NONE), made, asked);
    store.putCosts(id, asked.key(), CostTableText.write(table));
    return table;
  }

  /**
   * The histories of a cohort, for what is asked of them but not kept.
   *
   * @throws InputException if there is no such cohort, or they are not in memory any more
   */
  public Held held(String id) {
    Held made = inMemory(id);
    if (made != null) {
      return made;
    }
    throw new InputException(
        store.find(id).isEmpty()
            ? Problem.of(
                "id", id, "There is no cohort of this id.", "See /api/cohorts for the ids.")
            : Problem.of(
                "cohort",
                id,
                "Its histories are not in memory: it is not finished, or the service was started"
                    + " again.",
                "Wait for it, or send the files and the key again."));
  }

  private @Nullable Held inMemory(String id) {
    synchronized (held) {
      return held.get(id);
    }
  }

  @Override
  public void close() {
    closing = true;
    jobs.values().forEach(job -> job.cancel());
    thread.shutdownNow();
  }
}
