package org.homeward.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.homeward.loader.Catalogue;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.staffing.HourlyCost;
import org.homeward.store.SurveyStore;
import org.homeward.timeuse.LoadedSurvey;
import org.homeward.timeuse.SurveyDescription;
import org.jspecify.annotations.Nullable;

/** Where surveys are brought: checked whole, then kept whole or refused whole. */
public final class SurveyDesk {

  private static final int ID_WORDS = 60;

  /** So many light files are read at once; any other file alone: that bounds what is held. */
  private static final int AT_ONCE = 4;

  private final List<ProcessGraph> processes;
  private final Map<String, String> roleNames;
  private final SurveyRows rows;
  private final @Nullable SurveyStore store;
  private final Semaphore reading = new Semaphore(AT_ONCE, true);

  /**
   * @param store where surveys are kept; null for a desk that only checks
   */
  public SurveyDesk(Catalogue catalogue, @Nullable SurveyStore store) {
    processes = catalogue.book().processes();
    roleNames = new HashMap<>();
    for (HourlyCost cost : catalogue.book().hourlyCosts()) {
      roleNames.put(cost.role().id(), cost.role().name());
    }
    rows = new SurveyRows(processes, roleNames);
    this.store = store;
  }

  /**
   * What loading did.
   *
   * @param fresh false if the same file had been loaded before: then nothing was added
   * @param checked null if the file was known
   */
  public record Outcome(LoadedSurvey survey, boolean fresh, @Nullable Checked checked) {}

  /**
   * Reads a file and keeps nothing.
   *
   * @throws InputException if the file cannot be read as a table at all, or the form has faults
   */
  public Checked check(SurveyFile file, SurveyForm form, Progress progress) {
    Problems problems = new Problems();
    SurveyForm.Reading reading = form.reading(problems);
    problems.throwIfAny();
    return inTurn(file, () -> checked(file.open(), file, reading, progress));
  }

  private Checked checked(
      Table table, SurveyFile file, SurveyForm.Reading reading, Progress progress) {
    return rows.read(table, file.name(), reading, Progress.Stage.CHECKING, progress, answer -> {});
  }

  /** Waits until there is memory to read a file in. */
  private <T> T inTurn(SurveyFile file, Supplier<T> read) {
    int turns = file.isLight() ? 1 : AT_ONCE;
    reading.acquireUninterruptibly(turns);
    try {
      return read.get();
    } finally {
      reading.release(turns);
    }
  }

  /**
   * Writes a copy of a file with its problems marked.
   *
   * @throws InputException as {@link #check} does; then nothing is written
   */
  public MarkedUp markUp(SurveyFile file, SurveyForm form, Path to) {
    Problems problems = new Problems();
    SurveyForm.Reading reading = form.reading(problems);
    problems.throwIfAny();
    return inTurn(
        file,
        () -> {
          Table table = file.open();
          MarkedUp copy = new MarkedUp(table, checked(table, file, reading, Progress.NONE));
          copy.write(to);
          return copy;
        });
  }

  /**
   * Checks a file and keeps it, or says that it is kept already.
   *
   * @throws InputException with every problem; then nothing was kept
   */
  public Outcome load(SurveyFile file, SurveyForm form, Progress progress) {
    return inTurn(file, () -> loadNow(file, form, progress));
  }

  private Outcome loadNow(SurveyFile file, SurveyForm form, Progress progress) {
    SurveyStore kept = java.util.Objects.requireNonNull(store, "this desk only checks");
    Problems problems = new Problems();
    SurveyDescription description = form.description(problems);
    SurveyForm.Reading reading = form.reading(new Problems());
    String sha256 = file.sha256();
    Optional<LoadedSurvey> before = kept.findBySha256(sha256);
    if (before.isPresent()) {
      return new Outcome(before.get(), false, null);
    }
    Table table;
    try {
      table = file.open();
    } catch (InputException e) {
      problems.addAll(e.problems());
      throw new InputException(problems.list());
    }
    Checked checked = checked(table, file, reading, progress);
    problems.addAll(checked.told());
    problems.throwIfAny();
    if (description == null) {
      throw new IllegalStateException("A form without a problem has a description");
    }
    LoadedSurvey survey =
        new LoadedSurvey(
            id(description.title(), sha256),
            sha256,
            file.name(),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            description,
            checked.answers(),
            checked.respondents());
    return keep(kept, survey, checked, table, reading, progress);
  }

  private Outcome keep(
      SurveyStore kept,
      LoadedSurvey survey,
      Checked checked,
      Table table,
      SurveyForm.Reading reading,
      Progress progress) {
    try {
      kept.keep(
          survey,
          checked.asked(),
          sink ->
              rows.read(table, survey.fileName(), reading, Progress.Stage.KEEPING, progress, sink));
      return new Outcome(survey, true, checked);
    } catch (RuntimeException e) {
      // Somebody may have loaded the same file in the meantime; then that is the answer.
      Optional<LoadedSurvey> other = kept.findBySha256(survey.sha256());
      if (other.isPresent()) {
        return new Outcome(other.get(), false, null);
      }
      throw e;
    }
  }

  /** Words of the title and the start of the file's hash. */
  static String id(String title, String sha256) {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = words.substring(0, Math.min(ID_WORDS, words.length())).replaceAll("-$", "");
    return (cut.isEmpty() ? "survey" : cut) + "-" + sha256.substring(0, 8);
  }

  /**
   * The form to fill in for a process.
   *
   * @throws InputException if there is no such process
   */
  public SurveyTemplate template(String process, org.homeward.timeuse.Method method) {
    ProcessGraph graph =
        processes.stream()
            .filter(p -> p.id().equals(process))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        Problem.of(
                            "process",
                            process,
                            "There is no process of this id; the nearest is \""
                                + Nearest.of(
                                    process, processes.stream().map(ProcessGraph::id).toList())
                                + "\".",
                            "See /api/processes for the ids.")));
    return new SurveyTemplate(graph, method, new java.util.TreeMap<>(roleNames));
  }
}
