package org.homeward.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.uri.UriBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.api.CaseRequests;
import org.homeward.api.ScenarioRequest;
import org.homeward.parameter.Change;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What the page of what-ifs is asked, as it stands in the address: texts, right or wrong.
 *
 * @param routes of a child
 * @param changes in their order
 * @param name under which it is saved
 * @param search words of a number that is looked for
 */
public record WhatIfQuestion(
    Question routes, List<WhatIfChange> changes, String name, String search) {

  /** So many changes the form takes. */
  static final int MOST_CHANGES = 40;

  private static final Pattern PLACE = Pattern.compile("changes\\[(\\d+)](?:(?:\\.|: )(\\w+))?");

  public WhatIfQuestion {
    changes = List.copyOf(changes);
  }

  static WhatIfQuestion read(HttpParameters parameters) {
    Form form = Form.of(parameters);
    return new WhatIfQuestion(
        Question.read(parameters),
        form.all("change").stream().limit(MOST_CHANGES).map(WhatIfChange::read).toList(),
        form.value("name"),
        form.value("search"));
  }

  /** What the form has sent, after what one of its buttons asks for. */
  static WhatIfQuestion posted(Form form) {
    List<WhatIfChange> changes = new ArrayList<>();
    for (int i = 1; i <= MOST_CHANGES && form.values().containsKey("change-" + i + "-path"); i++) {
      changes.add(WhatIfChange.posted(form, "change-" + i));
    }
    Wish.of(form).on(changes);
    return new WhatIfQuestion(Question.of(form), changes, form.value("name"), form.value("search"));
  }

  /** What a button of the form asks for. */
  record Wish(String kind, String of) {

    /** Enter in the field of the search presses the first button, and means the search. */
    static Wish of(Form form) {
      String sent = form.value("do");
      int dash = sent.indexOf('-');
      boolean searched =
          sent.equals("answer") && !form.value("search").equals(form.value("searched"));
      return searched
          ? new Wish("find", "")
          : dash < 0
              ? new Wish(sent, "")
              : new Wish(sent.substring(0, dash), sent.substring(dash + 1));
    }

    private void on(List<WhatIfChange> changes) {
      int place = of.matches("\\d{1,3}") ? Integer.parseInt(of) - 1 : -1;
      boolean known = place >= 0 && place < changes.size();
      if (kind.equals("remove") && known) {
        changes.remove(place);
      } else if (kind.equals("earlier") && known && place > 0) {
        changes.add(place - 1, changes.remove(place));
      } else if (kind.equals("take") && changes.size() < MOST_CHANGES) {
        changes.add(WhatIfChange.to(of));
      } else if (kind.equals("add") && changes.size() < MOST_CHANGES) {
        changes.add(WhatIfChange.EMPTY);
      }
    }

    /** The place of the page that shows what it did. */
    private String place(int changes) {
      return switch (kind) {
        case "take" -> "#change-" + changes + "-value";
        case "add" -> "#change-" + changes + "-path";
        case "remove", "earlier" -> "#changes";
        case "answer" -> "#answer";
        case "find" -> "#found";
        default -> "";
      };
    }
  }

  /** Where a button leads to. */
  String address(Wish wish) {
    return address() + wish.place(changes.size());
  }

  /** The address that holds all of it. */
  public String address() {
    return about("/what-if").toString();
  }

  /** The address of the page about figures before and after. */
  String why() {
    return about(WhatIfWhy.ADDRESS).toString();
  }

  private UriBuilder about(String page) {
    UriBuilder uri = routes.about(page);
    changes.forEach(c -> uri.queryParam("change", c.written()));
    Pages.add(uri, "name", name);
    Pages.add(uri, "search", search);
    return uri;
  }

  /** As its form shows it. */
  Form form(List<Problem> problems) {
    Map<String, List<String>> values = new HashMap<>(routes.form(List.of()).values());
    values.put("name", List.of(name));
    values.put("search", List.of(search));
    return new Form(values, problems);
  }

  /**
   * The changes.
   *
   * @throws org.homeward.problem.InputException with every field that cannot be used
   */
  Scenario scenario() {
    Problems problems = new Problems();
    List<Change> made = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i).change("change-" + (i + 1), problems);
      if (change != null) {
        made.add(change);
      }
    }
    problems.throwIfAny();
    return new Scenario(name.isEmpty() ? "What if" : name, made);
  }

  /**
   * The same as the interface takes it, to be saved.
   *
   * @throws org.homeward.problem.InputException with every field that cannot be used, its name
   *     among them
   */
  ScenarioRequest request() {
    Problems problems = new Problems();
    if (name.isEmpty()) {
      problems.add("name", null, "A what-if that is saved needs a name.", "Give it one.");
    }
    problems.throwIfAny();
    return ScenarioRequest.of(
        scenario(),
        routes.pathways(),
        new CaseRequests.Case(
            routes.start(),
            routes.horizon(),
            Integer.valueOf(routes.age()),
            null,
            routes.area().isEmpty() ? null : routes.area(),
            routes.needs()));
  }

  /** A saved one, to be changed further; null where no address can hold it. */
  static @Nullable WhatIfQuestion of(ScenarioRequest saved, String catalogue) {
    CaseRequests.Case child = saved.child();
    if (saved.hasOwnPathways() || child == null || child.ageAtStart() == null) {
      return null;
    }
    return new WhatIfQuestion(
        new Question(
            orEmpty(saved.templates()),
            child.ageAtStart().toString(),
            orEmpty(child.start()),
            child.horizon() == null ? "age-18" : child.horizon(),
            orEmpty(child.area()),
            orEmpty(child.needs()),
            "",
            catalogue,
            ""),
        orEmpty(saved.changes()).stream()
            .map(
                c ->
                    new WhatIfChange(
                        orEmpty(c.path()),
                        orEmpty(c.operation()),
                        c.value() == null ? "" : c.value().toPlainString(),
                        orEmpty(c.reason())))
            .toList(),
        orEmpty(saved.name()),
        "");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** A problem of the domain, at the field that it is about. */
  static Problem atField(Problem problem) {
    Matcher place = PLACE.matcher(problem.where());
    if (!place.matches()) {
      return problem;
    }
    String part = place.group(2);
    String field = "path".equals(part) || "reason".equals(part) ? part : "value";
    return new Problem(
        "change-" + (Integer.parseInt(place.group(1)) + 1) + "-" + field,
        problem.value(),
        problem.reason(),
        problem.remedy());
  }
}
