package org.homeward.web;

import io.micronaut.http.uri.UriBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.picture.AnswersChart;
import org.homeward.picture.Size;
import org.homeward.quantity.Format;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.FittedDistribution;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeCell;

/** What answers about one process say, as a page shows it: a picture and tables. */
public record AnswersView(
    Picture picture,
    Table statistics,
    Table outliers,
    Table slices,
    Table agreement,
    Table coverage) {

  private static final int PLACES = 1;

  /**
   * @param surveys without what is excluded
   */
  static AnswersView of(Description description, List<Survey> surveys, Names names) {
    List<Description.Slice> pools =
        description.slices().stream().filter(s -> s.by() == Description.By.POOL).toList();
    return new AnswersView(
        picture(pools, surveys, names),
        statistics(pools, names),
        outliers(pools, names),
        slices(description, names),
        agreement(description, names),
        coverage(description, names));
  }

  List<Exhibit> exhibits() {
    return List.of(picture, statistics, outliers, slices, agreement, coverage);
  }

  private static Picture picture(List<Description.Slice> pools, List<Survey> surveys, Names names) {
    List<AnswersChart.Strip> strips = pools.stream().map(p -> strip(p, surveys, names)).toList();
    String title = "Answers in minutes per occurrence";
    return new Picture(
        "answers",
        title,
        AnswersChart.of("answers-wide", title, strips, Size.WIDE),
        AnswersChart.of("answers-narrow", title, strips, Size.NARROW));
  }

  private static AnswersChart.Strip strip(
      Description.Slice pool, List<Survey> surveys, Names names) {
    Estimate estimate = pool.estimate();
    Statistics of = estimate.statistics();
    double reach = Description.FENCE * (of.upperQuartile() - of.lowerQuartile());
    Predicate<Double> isFar = m -> m < of.lowerQuartile() - reach || m > of.upperQuartile() + reach;
    List<Double> minutes = new ArrayList<>();
    for (Survey survey : surveys) {
      for (Answer answer : survey.answers()) {
        if (answer.cell().equals(estimate.cell())) {
          minutes.add(answer.minutes().value().doubleValue());
        }
      }
    }
    minutes.sort(null);
    return new AnswersChart.Strip(
        names.cell(estimate.cell()),
        minutes.stream().filter(isFar.negate()).toList(),
        minutes.stream().filter(isFar).toList(),
        estimate.mean().value().doubleValue(),
        of);
  }

  private static Table statistics(List<Description.Slice> pools, Names names) {
    return new Table(
        "statistics",
        "Statistics of the answers, in minutes per occurrence",
        columns("Task and role"),
        pools.stream().map(p -> row(Cell.text(names.cell(p.estimate().cell())), p)).toList());
  }

  private static List<String> columns(String... first) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(
        List.of(
            "Answers",
            "People",
            "Mean",
            "95% from",
            "to",
            "Median",
            "Lower quartile",
            "Upper quartile",
            "Trimmed mean",
            "Lowest",
            "Highest",
            "Standard deviation",
            "Skewness",
            "Fitted"));
    return columns;
  }

  private static Table.Row row(Cell head, Description.Slice slice) {
    List<Cell> cells = new ArrayList<>(List.of(head.illustrative(slice.estimate().illustrative())));
    cells.addAll(figures(slice.estimate()));
    return Table.Row.of(cells);
  }

  private static List<Cell> figures(Estimate e) {
    Statistics s = e.statistics();
    return List.of(
        Cell.number(e.answers()),
        Cell.number(e.participants()),
        minutes(e.mean().value().doubleValue()),
        minutes(s.intervalLow()),
        minutes(s.intervalHigh()),
        minutes(s.median()),
        minutes(s.lowerQuartile()),
        minutes(s.upperQuartile()),
        minutes(s.trimmedMean()),
        minutes(s.minimum()),
        minutes(s.maximum()),
        minutes(s.standardDeviation()),
        number(s.skewness(), 2),
        Cell.text(fitted(e.distribution())));
  }

  private static Cell minutes(double minutes) {
    return number(minutes, PLACES);
  }

  private static Cell number(double number, int places) {
    return Double.isFinite(number)
        ? Cell.number(BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_EVEN))
        : Cell.text("–");
  }

  private static String fitted(@org.jspecify.annotations.Nullable FittedDistribution fitted) {
    return fitted == null
        ? "–"
        : String.format(
            java.util.Locale.UK,
            "%s, distance %.2f",
            Format.words(fitted.family().code()),
            fitted.distance());
  }

  private static Table outliers(List<Description.Slice> pools, Names names) {
    List<Table.Row> rows = new ArrayList<>();
    for (Description.Slice pool : pools) {
      TimeCell cell = pool.estimate().cell();
      for (Description.Outlier far : pool.outliers()) {
        rows.add(
            Table.Row.of(
                Cell.text(far.respondent()),
                Cell.text(names.cell(cell)),
                minutes(far.minutes().value().doubleValue()),
                minutes(Math.max(0, far.lowFence())),
                minutes(far.highFence()),
                Cell.text("Leave out").to(exclude(far, cell))));
      }
    }
    return new Table(
        "outliers",
        "Answers far from the others",
        List.of("Respondent", "Task and role", "Minutes", "Usual from", "to", "What to do"),
        rows);
  }

  private static String exclude(Description.Outlier far, TimeCell cell) {
    return UriBuilder.of("/time-data/surveys/")
        .path(far.survey())
        .path("exclude")
        .queryParam("respondent", far.respondent())
        .queryParam("process", cell.process())
        .queryParam("task", cell.task())
        .queryParam("role", cell.role())
        .build()
        .toString();
  }

  private static Table slices(Description description, Names names) {
    List<Table.Row> rows = new ArrayList<>();
    for (Description.Slice slice : description.slices()) {
      if (slice.by() != Description.By.POOL) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(names.cell(slice.estimate().cell())));
        cells.add(Cell.text(of(slice.by(), slice.of())));
        cells.addAll(figures(slice.estimate()));
        rows.add(Table.Row.of(cells));
      }
    }
    return new Table(
        "slices",
        "The same by method and by authority",
        columns("Task and role", "Answers of"),
        rows);
  }

  private static String of(Description.By by, String of) {
    return by == Description.By.METHOD ? method(Method.of(of)) : of;
  }

  static String method(Method method) {
    return Format.title(method.code());
  }

  private static Table agreement(Description description, Names names) {
    return new Table(
        "agreement",
        "Whether methods and authorities agree",
        List.of("Task and role", "Between", "Means, in minutes", "Highest ÷ lowest", "Agree"),
        description.agreements().stream()
            .map(
                a ->
                    Table.Row.of(
                        Cell.text(names.cell(a.cell())),
                        Cell.text(a.by() == Description.By.METHOD ? "methods" : "authorities"),
                        Cell.text(
                            a.means().entrySet().stream()
                                .map(
                                    m ->
                                        of(a.by(), m.getKey())
                                            + " "
                                            + minutes(m.getValue().value().doubleValue()).shown())
                                .collect(Collectors.joining("; "))),
                        number(a.ratio(), 2),
                        Cell.text(a.agrees() ? "yes" : "no")))
            .toList());
  }

  private static Table coverage(Description description, Names names) {
    return new Table(
        "coverage",
        "Which tasks were asked about",
        List.of("Task", "Role", "State", "Surveys that ask", "Answers"),
        description.coverage().stream()
            .map(
                c ->
                    Table.Row.of(
                        Cell.text(names.task(c.process(), c.task())),
                        Cell.text(names.role(c.role())),
                        Cell.text(
                            switch (c.state()) {
                              case "answered" -> "answered";
                              case "asked" -> "asked, no answer";
                              default -> "not asked";
                            }),
                        Cell.number(c.asking()),
                        Cell.number(c.answers())))
            .toList());
  }
}
