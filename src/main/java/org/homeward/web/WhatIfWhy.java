package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import org.homeward.comparison.Comparison;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.quantity.WeeksInYear;
import org.homeward.scenario.ScenarioExplanations;
import org.homeward.scenario.ScenarioResult;

/**
 * Why a figure of a what-if is what it is: before, after, or the change, which is after less
 * before, each down to its inputs.
 */
final class WhatIfWhy {

  static final String ADDRESS = "/what-if/why";

  static final String BEFORE = ScenarioExplanations.BEFORE;
  static final String AFTER = ScenarioExplanations.AFTER;
  static final String CHANGE = ScenarioExplanations.CHANGE;

  private WhatIfWhy() {}

  /**
   * The address of a figure.
   *
   * @param page about the what-if
   * @param figure before, after or change, and then as {@link FigureExplanations} has it
   */
  static String address(String page, String pathway, String figure) {
    return UriBuilder.of(page)
        .replaceQueryParam("pathway", pathway)
        .replaceQueryParam("figure", figure)
        .toString();
  }

  /**
   * The page of the figure that the address names; of the total after the changes, if it names
   * none.
   *
   * @throws org.homeward.problem.InputException if there is no such route or figure
   */
  static HttpResponse<?> page(
      Pages pages, HttpRequest<?> request, ScenarioResult result, WeeksInYear weeks, Link back) {
    Form asked = Form.of(request.getParameters());
    String figure = asked.value("figure");
    Comparison.CostedPathway before = Why.asked(result.base().pathways(), asked.value("pathway"));
    Comparison.CostedPathway after = Why.asked(result.changed().pathways(), asked.value("pathway"));
    String name = after.pathway().name();
    if (figure.isEmpty() || figure.equals(AFTER + ExplanationCalculator.TOTAL)) {
      return Why.of(result.changedBook(), after.pathway(), after.ledger())
          .page(pages, request, Section.WHAT_IF, List.of(back));
    }
    if (figure.equals(BEFORE + ExplanationCalculator.TOTAL)) {
      return Why.of(result.book(), before.pathway(), before.ledger())
          .page(pages, request, Section.WHAT_IF, List.of(back));
    }
    String when =
        figure.startsWith(BEFORE) ? ", before" : figure.startsWith(CHANGE) ? "" : ", after";
    Comparison.CostedPathway first = result.changed().pathways().get(0);
    Why.Figure why =
        Why.Figure.of(
            name + when,
            figure.equals(AFTER + FigureExplanations.DIFFERENCE)
                ? new FigureExplanations(result.changedBook(), after.pathway(), after.ledger())
                    .against(first.pathway(), first.ledger())
                : new ScenarioExplanations(result, before, after).of(figure, weeks));
    Link total =
        new Link(name, UriBuilder.of(request.getUri()).replaceQueryParam("figure").toString());
    return why.page(pages, request, Section.WHAT_IF, List.of(back, total));
  }
}
