package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Need;
import org.homeward.pathway.Horizon;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/** The child and the days that a caller asks about, and their reading into values of the domain. */
public final class CaseRequests {

  private CaseRequests() {}

  private static final int MOST_YEARS = 26;

  /** A child, and the days that are asked about. */
  @Serdeable
  public record Case(
      @Nullable String start,
      @Nullable String horizon,
      @Nullable Integer ageAtStart,
      @Nullable String birth,
      @Nullable String area,
      @Nullable List<String> needs) {}

  /** A case that can be costed. */
  record CaseRead(Child child, DateSpan span, @Nullable Area area) {}

  /** Reads a case; start is required, horizon is age-18 unless given. */
  static @Nullable CaseRead read(@Nullable Case asked, Problems problems) {
    if (asked == null) {
      problems.add("child", null, "The child is missing.", "Give start, and ageAtStart or birth.");
      return null;
    }
    LocalDate start = Fields.date(asked.start(), "start", problems);
    String until = asked.horizon();
    Horizon horizon =
        until == null
            ? Horizon.AGE_18
            : problems.attempt(
                "horizon",
                until,
                "Write age-18, age-21, 36-months or a date.",
                () -> Horizon.parse(until));
    List<Need> needs = new ArrayList<>();
    List<String> codes = Fields.orEmpty(asked.needs(), "needs");
    for (int i = 0; i < codes.size(); i++) {
      Need need = Fields.code(codes.get(i), "needs[" + i + "]", Need::of, problems);
      if (need != null) {
        needs.add(need);
      }
    }
    Area area = asked.area() == null ? null : Fields.code(asked.area(), "area", Area::of, problems);
    LocalDate birth = birth(asked, start, problems);
    if (start == null || horizon == null || birth == null) {
      return null;
    }
    if (birth.isAfter(start)) {
      problems.add(
          "birth",
          birth,
          "The child is born after the start " + start + ".",
          "Mend one of the two dates.");
      return null;
    }
    Child child = new Child(birth, Set.copyOf(needs));
    DateSpan span = span(child, start, horizon, asked.horizon(), problems);
    return span == null ? null : new CaseRead(child, span, area);
  }

  private static @Nullable DateSpan span(
      Child child, LocalDate start, Horizon horizon, @Nullable String text, Problems problems) {
    int from = (int) start.toEpochDay();
    int to = horizon.day(child, from);
    if (to < from) {
      problems.add(
          "horizon",
          text == null ? "age-18" : text,
          "The horizon, " + LocalDate.ofEpochDay(to) + ", is before the start " + start + ".",
          "Ask for a later horizon, or start earlier.");
      return null;
    }
    if (to > from + MOST_YEARS * 366) {
      problems.add(
          "horizon",
          text,
          "The horizon is more than " + MOST_YEARS + " years after the start.",
          "Ask for fewer years.");
      return null;
    }
    return new DateSpan(from, to);
  }

  private static @Nullable LocalDate birth(
      Case asked, @Nullable LocalDate start, Problems problems) {
    if (asked.birth() != null) {
      if (asked.ageAtStart() != null) {
        problems.add(
            "ageAtStart",
            asked.ageAtStart(),
            "Both birth and ageAtStart are given.",
            "Give one of them.");
      }
      return Fields.date(asked.birth(), "birth", problems);
    }
    if (asked.ageAtStart() == null) {
      problems.add(
          "ageAtStart",
          null,
          "The child's age is missing.",
          "Give ageAtStart in years, or birth as a date.");
      return null;
    }
    if (asked.ageAtStart() < 0 || asked.ageAtStart() > 24) {
      problems.add(
          "ageAtStart",
          asked.ageAtStart(),
          "The age at the start must be between 0 and 24 years.",
          "Give an age in whole years.");
      return null;
    }
    return start == null ? null : start.minusYears(asked.ageAtStart());
  }
}
