package org.homeward.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.uri.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Need;
import org.homeward.loader.Catalogue;
import org.homeward.pathway.Horizon;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Format;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/**
 * What the form asks, as it stands in the address: texts, so that a page can show again what was
 * typed, right or wrong.
 *
 * @param pathways ids of templates; the first is the baseline
 * @param age in whole years at the start
 * @param area empty for that of each template
 * @param weeksInYear how long a year is said to be where a figure is shown by the year
 * @param catalogue hash of the version, or id of the cost book, that answers; empty for the current
 *     one
 * @param estimateSet id of the published set of minutes that answers rest on; empty for the book's
 */
public record Question(
    List<String> pathways,
    String age,
    String start,
    String horizon,
    String area,
    List<String> needs,
    String weeksInYear,
    String catalogue,
    String estimateSet) {

  /** What the home page answers before anything is asked. */
  static final Question EXAMPLE =
      new Question(
          List.of("foster-in-house", "adoption", "special-guardianship"),
          "2",
          "2025-04-01",
          "age-18",
          "",
          List.of(),
          "",
          "",
          "");

  public Question {
    pathways = List.copyOf(pathways);
    needs = List.copyOf(needs);
  }

  static Question read(HttpParameters parameters) {
    return parameters.contains("pathways") || parameters.contains("ageAtStart")
        ? of(Form.of(parameters))
        : EXAMPLE;
  }

  /** The baseline that was chosen comes first, whatever its place in the list. */
  static Question of(Form form) {
    List<String> pathways = new ArrayList<>(form.chosen("pathways"));
    String baseline = form.value("baseline");
    if (!baseline.isEmpty()) {
      pathways.remove(baseline);
      pathways.add(0, baseline);
    }
    return new Question(
        pathways,
        form.value("ageAtStart"),
        form.date("start"),
        form.value("horizon").isEmpty() ? "age-18" : form.value("horizon"),
        form.value("area"),
        form.chosen("needs"),
        form.value("weeksInYear").equals(WeeksInYear.ACTUAL_DAYS.code())
            ? ""
            : form.value("weeksInYear"),
        form.value("catalogue"),
        form.value("estimateSet"));
  }

  /** Whether it was just sent by the form, so that its address can be made shorter. */
  static boolean isFreshlySent(HttpParameters parameters) {
    return parameters.contains("start-day");
  }

  /** As its form shows it. */
  public Form form(List<Problem> problems) {
    Map<String, List<String>> values = new HashMap<>();
    values.put("pathways", pathways);
    values.put("baseline", pathways.stream().limit(1).toList());
    values.put("ageAtStart", List.of(age));
    values.put("start", List.of(start));
    values.put("horizon", List.of(horizon));
    values.put("area", List.of(area));
    values.put("needs", needs);
    values.put("weeksInYear", List.of(weeksInYear));
    values.put("catalogue", List.of(catalogue));
    values.put("estimateSet", List.of(estimateSet));
    return new Form(values, problems);
  }

  /** The address of a page about this question. */
  public String address(String page) {
    return about(page).toString();
  }

  /** The address of a page about one pathway of this question. */
  public String address(String page, String pathway) {
    return about(page).queryParam("pathway", pathway).toString();
  }

  UriBuilder about(String page) {
    UriBuilder uri =
        UriBuilder.of(page)
            .queryParam("pathways", String.join(",", pathways))
            .queryParam("ageAtStart", age)
            .queryParam("start", start)
            .queryParam("horizon", horizon);
    Pages.add(uri, "area", area);
    Pages.add(uri, "needs", String.join(",", needs));
    Pages.add(uri, "weeksInYear", weeksInYear);
    Pages.add(uri, "catalogue", catalogue);
    Pages.add(uri, "estimateSet", estimateSet);
    return uri;
  }

  /** The same question, to be answered by one version of the catalogue for ever. */
  public Question at(String hash) {
    return new Question(pathways, age, start, horizon, area, needs, weeksInYear, hash, estimateSet);
  }

  /** The same question about other routes. */
  Question comparing(List<String> others) {
    return new Question(
        others, age, start, horizon, area, needs, weeksInYear, catalogue, estimateSet);
  }

  /** How long a year is said to be; as long as it is where nothing or nonsense is asked. */
  WeeksInYear weeks() {
    return Arrays.stream(WeeksInYear.values())
        .filter(w -> w.code().equals(weeksInYear))
        .findFirst()
        .orElse(WeeksInYear.ACTUAL_DAYS);
  }

  /** The version that is asked, as {@link org.homeward.api.CurrentCatalogue#at} takes it. */
  @Nullable String version() {
    return catalogue.isEmpty() ? null : catalogue;
  }

  /**
   * The pathways that it asks for.
   *
   * @throws org.homeward.problem.InputException with every field that cannot be used
   */
  List<Pathway> pathways(Catalogue catalogue) {
    Problems problems = new Problems();
    if (pathways.isEmpty()) {
      problems.add("pathways", null, "No route is chosen.", "Choose at least one route.");
    }
    List<PathwayTemplate> templates = new ArrayList<>();
    for (String id : pathways) {
      PathwayTemplate template =
          problems.attempt("pathways", id, "Choose one of the list.", () -> catalogue.pathway(id));
      if (template != null) {
        templates.add(template);
      }
    }
    LocalDate first =
        problems.attempt(
            "start",
            start,
            "Give day, month and year on which the routes begin, like 1 4 2025.",
            () -> day(start));
    Integer years =
        problems.attempt("ageAtStart", age, "Give a whole number from 0 to 24.", () -> years(age));
    Horizon until =
        problems.attempt(
            "horizon", horizon, "Choose one of the list.", () -> Horizon.parse(horizon));
    Area where =
        area.isEmpty()
            ? null
            : problems.attempt("area", area, "Choose one of the list.", () -> Area.of(area));
    List<Need> known = new ArrayList<>();
    for (String need : needs) {
      Need found =
          problems.attempt(
              "needs", need, "Choose from the list.", () -> Coded.of(Need.class, need));
      if (found != null) {
        known.add(found);
      }
    }
    problems.throwIfAny();
    if (first == null || years == null || until == null) {
      throw new IllegalStateException("Every field that cannot be used is a problem");
    }
    return made(templates, first, years, until, where, known, problems);
  }

  private static List<Pathway> made(
      List<PathwayTemplate> templates,
      LocalDate first,
      int years,
      Horizon until,
      @Nullable Area where,
      List<Need> needs,
      Problems problems) {
    Child child = new Child(first.minusYears(years), java.util.Set.copyOf(needs));
    int start = (int) first.toEpochDay();
    int horizon = until.day(child, start);
    if (horizon <= start) {
      problems.add(
          "horizon",
          Format.date(LocalDate.ofEpochDay(horizon)),
          "The costs would be added up to a day that is not after the start.",
          "Choose a later end, or a younger child.");
    }
    problems.throwIfAny();
    return templates.stream().map(t -> t.forChild(child, start, horizon, where)).toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("This is not a date.", e);
    }
  }

  private static int years(String text) {
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > 24) {
      throw new IllegalArgumentException("This is not an age in whole years.");
    }
    return Integer.parseInt(text);
  }
}
