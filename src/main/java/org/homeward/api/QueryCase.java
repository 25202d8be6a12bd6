package org.homeward.api;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A question that stands in the address. */
final class QueryCase {

  private static final Set<String> CASE =
      Set.of("start", "horizon", "ageAtStart", "birth", "area", "needs", "catalogue");

  private static final Set<String> OVERRIDES =
      Set.of("method", "estimateSet", "staffArea", "authority", "authorityYear");

  private QueryCase() {}

  private static Set<String> with(Set<String> names, String... others) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(Arrays.asList(others));
    return all;
  }

  /** {@code pathways} with commas between, and the case. */
  static ComparisonRequests.ComparisonRequest comparison(
      HttpRequest<?> request, Set<String> others, Problems problems) {
    known(
        request,
        and(with(OVERRIDES, "pathways", "weeksInYear", "chart", "priceYears"), others),
        problems);
    CaseRequests.Case asked = read(request, problems);
    String pathways = get(request, "pathways");
    if (pathways == null) {
      problems.add(
          "pathways",
          null,
          "No pathway is named.",
          "Name at least one, with commas between: pathways=foster-in-house,adoption.");
    }
    return new ComparisonRequests.ComparisonRequest(
        Fields.list(pathways), null, asked, overrides(request), get(request, "weeksInYear"));
  }

  /** Which chart is asked for: by component, rather than over time. */
  static boolean asksForComponents(HttpRequest<?> request, Problems problems) {
    String chart = get(request, "chart");
    if (chart != null && !Set.of("cumulative", "components").contains(chart)) {
      problems.add(
          "chart", chart, "There is no chart of this name.", "Use cumulative or components.");
    }
    return "components".equals(chart);
  }

  /** What the address changes about the cost book, or null for nothing. */
  static ComparisonRequests.@Nullable Overrides overrides(HttpRequest<?> request) {
    ComparisonRequests.Overrides asked =
        new ComparisonRequests.Overrides(
            null,
            get(request, "method"),
            get(request, "estimateSet"),
            null,
            null,
            get(request, "staffArea"),
            get(request, "authority"),
            get(request, "authorityYear"));
    return asked.isEmpty() ? null : asked;
  }

  /** The case alone. */
  static CaseRequests.Case only(HttpRequest<?> request, Set<String> others, Problems problems) {
    known(request, and(OVERRIDES, others), problems);
    return read(request, problems);
  }

  private static Set<String> and(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static CaseRequests.Case read(HttpRequest<?> request, Problems problems) {
    String age = get(request, "ageAtStart");
    Integer years =
        age == null
            ? null
            : problems.attempt("ageAtStart", age, "Give an age in whole years.", () -> whole(age));
    return new CaseRequests.Case(
        get(request, "start"),
        get(request, "horizon"),
        years,
        get(request, "birth"),
        get(request, "area"),
        Fields.list(get(request, "needs")));
  }

  private static Integer whole(String text) {
    if (!text.matches("-?\\d{1,3}")) {
      throw new IllegalArgumentException("This is not a whole number of years.");
    }
    return Integer.valueOf(text);
  }

  private static void known(HttpRequest<?> request, Set<String> others, Problems problems) {
    for (String name : request.getParameters().names()) {
      if (!CASE.contains(name) && !others.contains(name)) {
        problems.add(
            name,
            get(request, name),
            "There is no parameter of this name.",
            "Use " + String.join(", ", and(CASE, others)) + ".");
      }
    }
  }

  private static @Nullable String get(HttpRequest<?> request, String name) {
    return request.getParameters().get(name);
  }
}
