package org.homeward.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.FigureExplanations;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.scenario.ScenarioNumber;
import org.homeward.scenario.Solver;

/**
 * Which value of a number makes two routes cost the same, as its page is asked: texts, right or
 * wrong.
 *
 * @param routes two of them
 * @param search words of a number that is looked for
 * @param path of the number
 * @param low and high: between which values it is looked for
 */
public record EqualCost(Question routes, String search, String path, String low, String high) {

  private static final String PAGE = "/what-if/equal";

  static EqualCost read(Form form) {
    List<String> asked =
        form.chosen("pathways").isEmpty() ? Question.EXAMPLE.pathways() : form.chosen("pathways");
    Question routes =
        form.value("ageAtStart").isEmpty() && form.value("first").isEmpty()
            ? Question.EXAMPLE
            : Question.of(form);
    return new EqualCost(
        routes.comparing(
            Stream.of(either(form, "first", asked, 0), either(form, "second", asked, 1))
                .distinct()
                .toList()),
        form.value("search"),
        form.value("path"),
        form.values().containsKey("low") ? form.value("low") : "0",
        form.value("high"));
  }

  private static String either(Form form, String name, List<String> asked, int place) {
    return form.value(name).isEmpty() && place < asked.size() ? asked.get(place) : form.value(name);
  }

  /** The address that asks it of the first two routes of a question. */
  public static String address(Question routes) {
    return routes.about(PAGE).toString();
  }

  /** As its form shows it. */
  Form form(List<Problem> problems) {
    Map<String, List<String>> values = new HashMap<>(routes.form(List.of()).values());
    List<String> ids = routes.pathways();
    values.put("first", ids.subList(0, Math.min(1, ids.size())));
    values.put("second", ids.size() < 2 ? List.of() : ids.subList(1, 2));
    values.put("search", List.of(search));
    values.put("path", List.of(path));
    values.put("low", List.of(low));
    values.put("high", List.of(high));
    return new Form(values, problems);
  }

  /** The numbers to choose from: what is chosen stays among them. */
  List<Option> options(
      NumberSearch found,
      List<Pathway> pathways,
      CompiledBook book,
      ParameterCatalogue parameters) {
    List<Option> options = new ArrayList<>();
    String meaning = NumberSearch.meaning(path, pathways, book, parameters);
    if (!meaning.isEmpty() && found.found().stream().noneMatch(n -> n.path().equals(path))) {
      options.add(new Option(path, meaning, path));
    }
    found
        .found()
        .forEach(
            n -> options.add(new Option(n.path(), n.name() + ", now " + n.written(), n.path())));
    return options;
  }

  /**
   * The answer.
   *
   * @param sentence in plain English
   * @param table the value and its neighbour, with what the second route then costs more
   */
  public record Answer(String sentence, Table table) {}

  /**
   * @throws org.homeward.problem.InputException with every field that cannot be used, or if no
   *     value between low and high makes them equal
   */
  Answer solve(List<Pathway> pathways, CompiledBook book, ParameterCatalogue parameters) {
    Problems problems = new Problems();
    if (path.isEmpty()) {
      problems.add("path", null, "No number is chosen.", "Find one, and choose it.");
    }
    BigDecimal from = Typed.number(low, "low", problems);
    BigDecimal to = Typed.number(high, "high", problems);
    problems.throwIfAny();
    ScenarioNumber number = ScenarioNumber.find(path, pathways, parameters, book);
    Solver.Solution solution =
        Solver.solve(
            parameters,
            book,
            pathways,
            new Solver.Question(
                path, Objects.requireNonNull(from), Objects.requireNonNull(to), number.step()));
    String first = pathways.get(0).name();
    String second = pathways.get(1).name();
    return new Answer(
        solution.sentence(number, first, second),
        new Table(
            "equal",
            number.name() + ", now " + number.written(),
            List.of("Value", "In " + number.unit(), second + " less " + first),
            List.of(
                row("The nearest", solution.best(), "The routes cost the same"),
                row(
                    "Its neighbour",
                    solution.other(),
                    "A step beyond the value at which the routes cost the same"))));
  }

  private Table.Row row(String name, Solver.Costed costed, String reason) {
    WhatIfQuestion set =
        new WhatIfQuestion(
            routes,
            List.of(new WhatIfChange(path, "set", costed.value().toPlainString(), reason)),
            "",
            "");
    return Table.Row.of(
        Cell.text(name),
        Cell.number(costed.value()).to(set.address()),
        Cell.pounds(costed.difference())
            .to(
                WhatIfWhy.address(
                    set.why(),
                    routes.pathways().get(1),
                    WhatIfWhy.AFTER + FigureExplanations.DIFFERENCE)));
  }
}
