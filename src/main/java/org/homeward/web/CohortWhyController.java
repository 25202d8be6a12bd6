package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.GroupCosts;
import org.homeward.cohort.GroupExplanations;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.intake.CohortAnswers;
import org.homeward.intake.CohortJobs;
import org.homeward.intake.CostsAsked;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.StoredCohort;

/** Why a figure of a cohort is what it is: of a group of children, or of one child. */
@Hidden
@Controller("/cohorts/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CohortWhyController {

  private final CohortJobs jobs;
  private final CohortPages cohorts;
  private final Pages pages;

  CohortWhyController(CohortJobs jobs, CohortPages cohorts, Pages pages) {
    this.jobs = jobs;
    this.cohorts = cohorts;
    this.pages = pages;
  }

  /**
   * The address of a figure of the table of costs.
   *
   * @param table the page that has the table, with what it was asked for
   * @param group the values of its dimensions
   */
  static String address(UriBuilder table, List<String> group, String figure) {
    UriBuilder address = UriBuilder.of(table.build());
    group.forEach(value -> address.queryParam("group", value));
    return address.queryParam("figure", figure).toString();
  }

  /** A figure of the table of costs. */
  @Get("/why")
  HttpResponse<?> group(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          StoredCohort cohort = cohorts.find(id);
          Form form = Form.of(request.getParameters());
          List<Dimension> by = CohortPages.dimensions(form);
          boolean keepsBack = CohortPages.keepsBack(form);
          CohortAnswers.Costed costed = jobs.answers().costed(id, CostsAsked.by(by));
          GroupCosts group = GroupExplanations.group(costed.costs(), form.all("group"), keepsBack);
          GroupExplanations explanations = new GroupExplanations(costed.book(), keepsBack);
          Explanation figure = explanations.of(group, form.value("figure"));
          Why.Figure why =
              Why.Figure.of(
                  name(cohort, group),
                  figure,
                  keepsBack ? explanations.unitCosts(group) : List.of());
          Map<String, Object> model = new HashMap<>();
          model.put("section", Section.COHORTS);
          model.put("crumbs", List.of(Section.COHORTS.link(), table(request, cohort)));
          model.put("why", why);
          model.put(
              "about",
              keepsBack
                  ? "Small numbers are kept back: nights at each fee and kinds of case, which may be"
                      + " of few children, are not told apart. Below stands what each process costs"
                      + " in an ordinary case."
                  : "A sum over the ledgers of all these children: how often, at which fee or unit"
                      + " cost. Whose days they are stands on the page of each child.");
          return pages.page(request, "why-figure.jte", model, why.exhibits());
        });
  }

  private static Link table(HttpRequest<?> request, StoredCohort cohort) {
    UriBuilder back = UriBuilder.of("/cohorts/" + cohort.id());
    for (String asked : List.of("rows", "columns", "suppress")) {
      Pages.add(back, asked, Form.of(request.getParameters()).value(asked));
    }
    return new Link(cohort.name(), back.toString());
  }

  private static String name(StoredCohort cohort, GroupCosts group) {
    String of =
        group.values().stream()
            .filter(Objects::nonNull)
            .map(CohortTables::value)
            .collect(Collectors.joining(", "));
    return cohort.name() + (of.isEmpty() ? "" : ": " + of);
  }

  /** The ledger of one child, line by line. */
  @Get("/children/{pseudonym}/why")
  HttpResponse<?> child(HttpRequest<?> request, String id, String pseudonym) {
    return pages.orProblems(
        () -> {
          StoredCohort cohort = cohorts.find(id);
          String child = cohorts.child(id, pseudonym).pseudonym();
          CohortAnswers.ChildLedger made =
              jobs.answers()
                  .ledger(id, child)
                  .orElseThrow(
                      () ->
                          new InputException(
                              Problem.of(
                                  "cohort",
                                  cohort.name(),
                                  CohortTables.NO_LEDGER,
                                  "Open the cohort again on its page, with the same files and"
                                      + " key.")));
          return Why.of(
                  "child " + child,
                  new ExplanationCalculator(made.book()).total("child " + child, made.ledger()))
              .page(
                  pages,
                  request,
                  Section.COHORTS,
                  List.of(
                      Section.COHORTS.link(),
                      new Link(cohort.name(), "/cohorts/" + id),
                      new Link("Child", "/cohorts/" + id + "/children/" + child)));
        });
  }
}
