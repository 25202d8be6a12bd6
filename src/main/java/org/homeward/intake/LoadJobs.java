package org.homeward.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads under way and lately done, in memory: a load that a stop of the service cuts short has kept
 * nothing.
 */
public final class LoadJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadJobs.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 8;
  private static final int REMEMBERED = 500;

  private final SurveyDesk desk;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          run -> {
            Thread thread = new Thread(run, "survey-load");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  public LoadJobs(SurveyDesk desk) {
    this.desk = desk;
    threads.allowCoreThreadTimeOut(true);
  }

  /** One load: its state is read while it runs. */
  public static final class Job {

    private final String id = UUID.randomUUID().toString();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile State state = new State(Progress.Stage.WAITING, 0, 0, null, List.of(), false);

    /**
     * @param percent of the stage
     * @param outcome once it is kept
     * @param problems once it is refused
     * @param failed by no fault of the file
     */
    public record State(
        Progress.Stage stage,
        int percent,
        long rows,
        SurveyDesk.@Nullable Outcome outcome,
        List<Problem> problems,
        boolean failed) {

      public boolean isDone() {
        return stage == Progress.Stage.DONE;
      }
    }

    public String id() {
      return id;
    }

    public State state() {
      return state;
    }

    /** Waits for the end, but no longer than this. */
    public State await(long millis) {
      try {
        if (!finished.await(millis, TimeUnit.MILLISECONDS)) {
          return state;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return state;
    }

    private void done(
        SurveyDesk.@Nullable Outcome outcome, List<Problem> problems, boolean failed) {
      state = new State(Progress.Stage.DONE, 100, state.rows(), outcome, problems, failed);
      finished.countDown();
    }
  }

  /** Begins a load; the file is deleted when it is over. Empty if too many wait already. */
  public Optional<Job> begin(SurveyFile file, SurveyForm form) {
    Job job = new Job();
    try {
      threads.execute(() -> run(job, file, form));
    } catch (RejectedExecutionException e) {
      delete(file);
      return Optional.empty();
    }
    synchronized (jobs) {
      jobs.put(job.id(), job);
      jobs.values().stream()
          .filter(j -> jobs.size() > REMEMBERED && j.state().isDone())
          .findFirst()
          .ifPresent(j -> jobs.remove(j.id()));
    }
    return Optional.of(job);
  }

  public Optional<Job> find(String id) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id));
    }
  }

  private void run(Job job, SurveyFile file, SurveyForm form) {
    try {
      SurveyDesk.Outcome outcome =
          desk.load(
              file,
              form,
              (stage, percent, rows) ->
                  job.state = new Job.State(stage, percent, rows, null, List.of(), false));
      LOG.info(
          "Survey {}: {} answers, {}",
          outcome.survey().id(),
          outcome.survey().answers(),
          outcome.fresh() ? "kept" : "known");
      job.done(outcome, List.of(), false);
    } catch (InputException e) {
      job.done(null, e.problems(), false);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("A survey could not be loaded", e);
      job.done(null, List.of(), true);
    } finally {
      delete(file);
    }
  }

  private static void delete(SurveyFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      LOG.warn("A temporary file could not be deleted");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
