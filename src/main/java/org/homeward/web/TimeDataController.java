package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.costbook.CostBook;
import org.homeward.intake.SurveyLibrary;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Format;
import org.homeward.store.EstimateSetStore;
import org.homeward.store.ExclusionStore;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.DescriptionCalculator;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Survey;

/** Time data: the surveys, and what their answers say. */
@Hidden
@Controller("/time-data")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TimeDataController {

  private final CurrentCatalogue current;
  private final SurveyLibrary library;
  private final ExclusionStore exclusions;
  private final EstimateSetStore sets;
  private final Pages pages;

  TimeDataController(
      CurrentCatalogue current,
      SurveyLibrary library,
      ExclusionStore exclusions,
      EstimateSetStore sets,
      Pages pages) {
    this.current = current;
    this.library = library;
    this.exclusions = exclusions;
    this.sets = sets;
    this.pages = pages;
  }

  private CostBook book() {
    return current.at(null).book().book();
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          Table surveys = surveys();
          Table estimates = sets(sets.list());
          Names names = new Names(book());
          return pages.page(
              request,
              "time-data.jte",
              Map.of(
                  "surveys",
                  surveys,
                  "sets",
                  estimates,
                  "processes",
                  names.options(book().processes().stream().map(p -> p.id()).toList()),
                  "notice",
                  notice(request)),
              List.of(surveys, estimates));
        });
  }

  /** What has just happened, by the word that stands in the address; empty for nothing. */
  private static String notice(HttpRequest<?> request) {
    return switch (request.getParameters().get("done", String.class, "")) {
      case "loaded" -> "The survey is loaded.";
      case "known" -> "The same file was loaded before; nothing was added.";
      case "excluded" -> "The answers are left out.";
      case "taken-back" -> "The answers count again.";
      case "deleted" -> "The draft is gone.";
      default -> "";
    };
  }

  private Table surveys() {
    return new Table(
        "surveys",
        "Surveys",
        List.of("Survey", "Authority", "Method", "Dates", "Answers", "Respondents"),
        library.list().stream()
            .map(
                s ->
                    Table.Row.of(
                        Cell.text(s.title())
                            .to("/time-data/surveys/" + s.id())
                            .illustrative(s.illustrative()),
                        Cell.text(s.authority()),
                        Cell.text(Format.title(s.method().code())),
                        Cell.text(Format.days(s.dates())),
                        Cell.number(s.answers()),
                        Cell.number(s.respondents())))
            .toList());
  }

  private static Table sets(List<EstimateSetEntry> entries) {
    return new Table(
        "sets",
        "Estimate sets",
        List.of("Set", "State", "Methods", "Surveys"),
        entries.stream()
            .map(
                e ->
                    Table.Row.of(
                        Cell.text(e.name()).to("/time-data/sets/" + e.id()),
                        Cell.text(e.isPublished() ? "published" : "draft"),
                        Cell.text(
                            String.join(
                                ", ",
                                e.methods().stream()
                                    .sorted()
                                    .map(m -> Format.words(m.code()))
                                    .toList())),
                        Cell.number(e.surveys().size())))
            .toList());
  }

  /** What the answers of all surveys say about a process. */
  @Get("/answers")
  HttpResponse<?> answers(HttpRequest<?> request) {
    return pages.orProblems(
        () ->
            described(
                request,
                "time-data-answers.jte",
                library.named("surveys", List.of()),
                new HashMap<>()));
  }

  /** One survey: what is known about it, what its answers say, what was left out. */
  @Get("/surveys/{id}")
  HttpResponse<?> survey(HttpRequest<?> request, String id) {
    return pages.orProblems(
        () -> {
          Survey survey = find(id);
          Map<String, Object> model = new HashMap<>();
          model.put("survey", survey);
          model.put("about", about(survey));
          model.put("left", left(exclusions.list(id), new Names(book())));
          model.put("notice", notice(request));
          return described(request, "time-data-survey.jte", List.of(survey), model);
        });
  }

  private Survey find(String id) {
    return library.find(id).orElseThrow(() -> new InputException(library.none("survey", id)));
  }

  private HttpResponse<?> described(
      HttpRequest<?> request, String template, List<Survey> surveys, Map<String, Object> model) {
    Names names = new Names(book());
    List<Option> processes =
        names.options(
            surveys.stream()
                .flatMap(s -> s.answers().stream())
                .map(a -> a.cell().process())
                .distinct()
                .toList());
    Form form = Form.of(request.getParameters());
    String process =
        form.value("process").isEmpty() && !processes.isEmpty()
            ? processes.get(0).value()
            : form.value("process");
    if (processes.stream().noneMatch(p -> p.value().equals(process))) {
      throw new InputException(
          Problem.of(
              "process", process, "There is no answer about this process.", "Choose another."));
    }
    Description description =
        new DescriptionCalculator()
            .calculate(
                surveys,
                library.exclusions(),
                c -> c.process().equals(process),
                book().processes().stream().filter(p -> p.id().equals(process)).toList());
    List<Survey> kept = surveys.stream().map(s -> s.without(library.exclusions())).toList();
    AnswersView view = AnswersView.of(description, kept, names);
    model.put("form", form.with("process", process));
    model.put("processes", processes);
    model.put("view", view);
    return pages.page(request, template, model, view.exhibits());
  }

  private static Map<String, Cell> about(Survey survey) {
    Map<String, Cell> about = new LinkedHashMap<>();
    about.put("Method", Cell.text(Format.title(survey.method().code())));
    about.put("Authority", Cell.text(orDash(survey.authority())));
    about.put("Dates", Cell.text(orDash(Format.days(survey.dates()))));
    about.put("Answers", Cell.number(survey.answers().size()).illustrative(survey.illustrative()));
    about.put(
        "Time counted",
        Cell.text(
            survey.includesNonCaseRelatedTime()
                ? "case-related, and team meetings, training and the like"
                : "case-related"));
    about.put("Note", Cell.text(orDash(survey.note())));
    return about;
  }

  private static String orDash(String text) {
    return text.isBlank() ? "–" : text;
  }

  /** What was left out, and what of it was taken back; each with the way to take it back. */
  private static Table left(List<Exclusion> exclusions, Names names) {
    return new Table(
        "left-out",
        "Answers left out",
        List.of("Respondent", "About", "Reason", "By", "On", "State"),
        exclusions.stream()
            .map(
                e ->
                    Table.Row.of(
                        Cell.text(e.respondent()),
                        Cell.text(names.about(e)),
                        Cell.text(e.reason()),
                        Cell.text(e.by()),
                        Cell.date(e.at().atZone(java.time.ZoneOffset.UTC).toLocalDate()),
                        e.inForce()
                            ? Cell.text("Let it count again")
                                .to("/time-data/surveys/" + e.survey() + "/exclusions/" + e.id())
                            : Cell.text("counts again")))
            .toList());
  }
}
