package org.homeward.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.problem.Problems;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.SurveyDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a user says beside the file, field by field as it was typed: by the names of the parts of
 * the request.
 */
public record SurveyForm(Map<String, String> fields) {

  /** Every field there is. */
  public static final List<String> NAMES =
      List.of(
          "title",
          "authority",
          "method",
          "from",
          "to",
          "instrument",
          "contactRole",
          "priceNeutral",
          "includesNonCaseRelatedTime",
          "illustrative",
          "note",
          "process",
          "personalDataFree",
          "ignoreColumns");

  private static final int SHORT = 200;
  private static final int LONG = 2_000;

  public SurveyForm {
    fields = Map.copyOf(fields);
  }

  /**
   * How the file is to be read.
   *
   * @param process of every row, for a file without such a column; or null
   * @param personalDataFree plain names of columns whose texts are not looked through
   * @param ignored plain names of columns that are left out
   */
  record Reading(
      Method method,
      @Nullable String process,
      Set<String> personalDataFree,
      Set<String> ignored,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    Header.Left left() {
      return new Header.Left(personalDataFree, ignored);
    }
  }

  /** For a check a method is enough, and without it the rules of an online survey hold. */
  Reading reading(Problems problems) {
    Method method = text("method").isEmpty() ? Method.ONLINE_SURVEY : method(problems);
    return new Reading(
        method == null ? Method.ONLINE_SURVEY : method,
        text("process").isEmpty() ? null : text("process"),
        columns("personalDataFree"),
        columns("ignoreColumns"),
        date("from", problems),
        date("to", problems));
  }

  /** What is kept of the survey as a whole, or null with every fault collected. */
  @Nullable SurveyDescription description(Problems problems) {
    Problems own = new Problems();
    for (String field : NAMES) {
      int most = Set.of("instrument", "note").contains(field) ? LONG : SHORT;
      if (text(field).length() > most) {
        own.add(field, null, "This is longer than " + most + " characters.", "Shorten it.");
      } else if (Cells.holdsControls(text(field))) {
        own.add(field, null, "This holds characters that cannot be seen.", "Type it again.");
      }
    }
    for (String field : List.of("title", "authority", "instrument", "contactRole", "note")) {
      String personal = PersonalData.inCell(text(field), false);
      if (personal != null) {
        own.add(field, null, personal, "Name a role or a team, never a person.");
      }
    }
    if (text("title").isEmpty()) {
      own.add("title", null, "The survey has no title.", "Give it one.");
    }
    Method method = method(own);
    LocalDate from = date("from", own);
    LocalDate to = date("to", own);
    boolean priceNeutral = flag("priceNeutral", true, own);
    boolean nonCase = flag("includesNonCaseRelatedTime", false, own);
    boolean illustrative = flag("illustrative", false, own);
    if (from != null && to != null && to.isBefore(from)) {
      own.add("to", to, "The last day comes before the first, " + from + ".", "Swap them.");
    }
    problems.addAll(own.list());
    return method == null || !own.isEmpty()
        ? null
        : new SurveyDescription(
            text("title"),
            text("authority"),
            method,
            from,
            to,
            text("instrument"),
            text("contactRole"),
            priceNeutral,
            nonCase,
            illustrative,
            text("note"));
  }

  private String text(String field) {
    return Cells.strip(fields.getOrDefault(field, ""));
  }

  private @Nullable Method method(Problems problems) {
    if (text("method").isEmpty()) {
      problems.add(
          "method",
          null,
          "The method of the survey is not said.",
          "Use one of focus-group, online-survey, event-record.");
      return null;
    }
    return problems.attempt(
        "method", text("method"), "Use a known method.", () -> Method.of(text("method")));
  }

  private @Nullable LocalDate date(String field, Problems problems) {
    if (text(field).isEmpty()) {
      return null;
    }
    LocalDate date = Values.date(text(field));
    if (date == null) {
      problems.add(field, text(field), "This is not a date.", "Write 2025-03-28 or 28/03/2025.");
    }
    return date;
  }

  private boolean flag(String field, boolean otherwise, Problems problems) {
    return switch (text(field)) {
      case "" -> otherwise;
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> {
        problems.add(field, text(field), "This must be said with true or false.", "Write one.");
        yield otherwise;
      }
    };
  }

  private Set<String> columns(String field) {
    Set<String> columns = new HashSet<>();
    Arrays.stream(text(field).split(",", -1)).map(Cells::plain).forEach(columns::add);
    columns.remove("");
    return columns;
  }
}
