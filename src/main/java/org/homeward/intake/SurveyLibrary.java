package org.homeward.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.ExclusionStore;
import org.homeward.store.SurveyStore;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.LoadedSurvey;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.SurveyDescription;

/**
 * Every survey that there is to make estimates of: those that ship, then those that users loaded.
 */
public final class SurveyLibrary {

  private final List<Survey> shipped;
  private final SurveyStore store;
  private final ExclusionStore exclusions;

  public SurveyLibrary(List<Survey> shipped, SurveyStore store, ExclusionStore exclusions) {
    this.shipped = List.copyOf(shipped);
    this.store = store;
    this.exclusions = exclusions;
  }

  public List<String> ids() {
    List<String> ids = new ArrayList<>(shipped.stream().map(Survey::id).toList());
    ids.addAll(store.list().stream().map(LoadedSurvey::id).toList());
    return ids;
  }

  /** What a list of surveys says of each. */
  public record Entry(
      String id,
      String title,
      String authority,
      Method method,
      String dates,
      int answers,
      int respondents,
      boolean illustrative) {}

  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    for (Survey s : shipped) {
      long respondents = s.answers().stream().map(Answer::respondent).distinct().count();
      entries.add(
          new Entry(
              s.id(),
              s.title(),
              s.authority(),
              s.method(),
              s.dates(),
              s.answers().size(),
              (int) respondents,
              s.illustrative()));
    }
    for (LoadedSurvey s : store.list()) {
      SurveyDescription about = s.description();
      entries.add(
          new Entry(
              s.id(),
              about.title(),
              about.authority(),
              about.method(),
              about.dates(),
              s.answers(),
              s.respondents(),
              about.illustrative()));
    }
    return entries;
  }

  /** A survey with all its answers, excluded ones too. */
  public Optional<Survey> find(String id) {
    return shipped.stream().filter(s -> s.id().equals(id)).findFirst().or(() -> store.survey(id));
  }

  /**
   * The surveys of these ids; every survey if none is named.
   *
   * @throws InputException naming every id that there is not
   */
  public List<Survey> named(String field, List<String> ids) {
    Problems problems = new Problems();
    List<Survey> found = new ArrayList<>();
    for (String id : ids.isEmpty() ? ids() : ids) {
      Survey survey = find(id).orElse(null);
      if (survey == null) {
        problems.add(none(field, id));
      } else {
        found.add(survey);
      }
    }
    problems.throwIfAny();
    return found;
  }

  /** Why there is no survey of an id. */
  public Problem none(String field, String id) {
    return Problem.of(
        field,
        id,
        "There is no survey of this id; the nearest is \"" + Nearest.of(id, ids()) + "\".",
        "See /api/surveys for the ids.");
  }

  /** Every exclusion, in force or taken back, in order of time. */
  public List<Exclusion> exclusions() {
    return exclusions.list(null);
  }

  /** Those that are in force about these surveys. */
  public List<Exclusion> inForce(List<String> surveys) {
    return exclusions().stream().filter(e -> e.inForce() && surveys.contains(e.survey())).toList();
  }
}
