package org.homeward.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.ExclusionStore;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Survey;
import org.jspecify.annotations.Nullable;

/** Where researchers leave answers out, with the reason, and let them count again. */
public final class ExclusionDesk {

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_CODE = 80;

  private final ExclusionStore store;

  public ExclusionDesk(ExclusionStore store) {
    this.store = store;
  }

  /** What is to be left out, as it was typed; blank or null is every process, task, role. */
  public record Wish(
      @Nullable String respondent,
      @Nullable String process,
      @Nullable String task,
      @Nullable String role,
      @Nullable String reason,
      @Nullable String by) {}

  /**
   * Leaves answers of a survey out.
   *
   * @throws InputException if a text is missing, no answer would be left out, or it is done already
   */
  public Exclusion exclude(Survey survey, Wish wish) {
    Problems problems = new Problems();
    String respondent = text(wish.respondent(), "respondent", LONGEST_CODE, problems);
    String reason = text(wish.reason(), "reason", LONGEST_REASON, problems);
    String by = text(wish.by(), "by", LONGEST_CODE, problems);
    problems.throwIfAny();
    Exclusion exclusion =
        new Exclusion(
            UUID.randomUUID().toString(),
            survey.id(),
            respondent,
            orNull(wish.process()),
            orNull(wish.task()),
            orNull(wish.role()),
            reason,
            by,
            now(),
            null);
    if (survey.answers().stream().noneMatch(a -> exclusion.leavesOut(survey.id(), a))) {
      throw refused(
          respondent,
          "The survey has no answer that this would leave out.",
          "Check the respondent's code, and process, task and role where they are given.");
    }
    if (store.list(survey.id()).stream().anyMatch(e -> e.inForce() && isSame(e, exclusion))) {
      throw refused(
          respondent,
          "These answers are left out already.",
          "Take that exclusion back first, if its reason is to be mended.");
    }
    store.keep(exclusion);
    return exclusion;
  }

  /** Lets answers count again; false if the survey has no such exclusion in force. */
  public boolean takeBack(String survey, String exclusion) {
    return store.takeBack(survey, exclusion, now());
  }

  private static boolean isSame(Exclusion a, Exclusion b) {
    return a.respondent().equals(b.respondent())
        && Objects.equals(a.process(), b.process())
        && Objects.equals(a.task(), b.task())
        && Objects.equals(a.role(), b.role());
  }

  private static InputException refused(String respondent, String reason, String remedy) {
    return new InputException(Problem.of("respondent", respondent, reason, remedy));
  }

  private static String text(@Nullable String given, String field, int longest, Problems problems) {
    String text = given == null ? "" : Cells.strip(given);
    String personal = PersonalData.inCell(text, false);
    if (text.isEmpty() || text.length() > longest || Cells.holdsControls(text)) {
      problems.add(
          field,
          null,
          text.isEmpty()
              ? "It is missing."
              : "It is too long, or holds characters that cannot be seen.",
          "Give it in at most " + longest + " characters.");
    } else if (personal != null && !field.equals("respondent")) {
      problems.add(field, null, personal, "Name a role or a team, never a person.");
    }
    return text;
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : Cells.strip(text);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
