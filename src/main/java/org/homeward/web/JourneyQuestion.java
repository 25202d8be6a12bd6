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
import java.util.Objects;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparison;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the page of journeys is asked, as it stands in the address: texts, right or wrong.
 *
 * @param months how long they are: {@code four-weeks} or {@code calendar}
 * @param start the first day; only calendar months need it
 * @param statedActual the total that a source prints, or empty; so the next two
 * @param assumptions why the other journey would have gone so, in words
 */
public record JourneyQuestion(
    String months,
    String start,
    List<JourneyRow> actual,
    List<JourneyRow> anticipated,
    String statedActual,
    String statedAnticipated,
    String statedAvoided,
    String assumptions) {

  /** So many rows a journey may have. */
  static final int MOST_ROWS = 40;

  public JourneyQuestion {
    actual = List.copyOf(actual);
    anticipated = List.copyOf(anticipated);
  }

  static JourneyQuestion read(HttpParameters parameters) {
    Form form = Form.of(parameters);
    return new JourneyQuestion(
        form.value("months").isEmpty() ? "four-weeks" : form.value("months"),
        form.value("start"),
        form.all("actual").stream().limit(MOST_ROWS).map(JourneyRow::read).toList(),
        form.all("anticipated").stream().limit(MOST_ROWS).map(JourneyRow::read).toList(),
        form.value("statedActual"),
        form.value("statedAnticipated"),
        form.value("statedAvoided"),
        form.value("assumptions"));
  }

  /** What the form has sent, with a row more or less where one of its buttons asks for that. */
  static JourneyQuestion posted(Form form) {
    String wish = form.value("do");
    return new JourneyQuestion(
        form.value("months"),
        form.date("start"),
        rows(form, "actual", wish),
        rows(form, "anticipated", wish),
        form.value("statedActual"),
        form.value("statedAnticipated"),
        form.value("statedAvoided"),
        form.value("assumptions"));
  }

  private static List<JourneyRow> rows(Form form, String side, String wish) {
    List<JourneyRow> rows = new ArrayList<>();
    for (int i = 1; i <= MOST_ROWS && form.values().containsKey(side + "-" + i + "-what"); i++) {
      if (!wish.equals("remove-" + side + "-" + i)) {
        rows.add(JourneyRow.posted(form, side + "-" + i));
      }
    }
    if (wish.equals("add-" + side) && rows.size() < MOST_ROWS) {
      rows.add(JourneyRow.EMPTY);
    }
    return rows;
  }

  /** Where a button of the form leads: to the row that it added, else to the answer. */
  String address(String wish) {
    return switch (wish) {
      case "add-actual" -> address() + "#actual-" + actual.size() + "-what";
      case "add-anticipated" -> address() + "#anticipated-" + anticipated.size() + "-what";
      default -> wish.startsWith("remove-") ? address() + "#journeys" : address();
    };
  }

  /** The address that holds all of it. */
  public String address() {
    return about("/journeys").toString();
  }

  /** Where they can be had as a report: {@code html}, {@code docx} or {@code xlsx}. */
  public String report(String format) {
    return about("/journeys/report").queryParam("format", format).toString();
  }

  private UriBuilder about(String page) {
    UriBuilder uri = UriBuilder.of(page).queryParam("months", months);
    Pages.add(uri, "start", start);
    actual.forEach(r -> uri.queryParam("actual", r.written()));
    anticipated.forEach(r -> uri.queryParam("anticipated", r.written()));
    Pages.add(uri, "statedActual", statedActual);
    Pages.add(uri, "statedAnticipated", statedAnticipated);
    Pages.add(uri, "statedAvoided", statedAvoided);
    Pages.add(uri, "assumptions", assumptions);
    return uri;
  }

  /** Whether there is nothing yet that could be compared. */
  boolean isEmpty() {
    return actual.stream().allMatch(JourneyRow::isEmpty)
        && anticipated.stream().allMatch(JourneyRow::isEmpty);
  }

  /** As its form shows it. */
  Form form(List<Problem> problems) {
    Map<String, List<String>> values = new HashMap<>();
    values.put("months", List.of(months));
    values.put("start", List.of(start));
    values.put("statedActual", List.of(statedActual));
    values.put("statedAnticipated", List.of(statedAnticipated));
    values.put("statedAvoided", List.of(statedAvoided));
    values.put("assumptions", List.of(assumptions));
    return new Form(values, problems);
  }

  /** The rows that a form shows: at least one. */
  public static List<JourneyRow> shown(List<JourneyRow> rows) {
    return rows.isEmpty() ? List.of(JourneyRow.EMPTY) : rows;
  }

  /** The journeys as they were read, and the two compared. */
  record Compared(
      JourneyComparisonCalculator calculator,
      Journey actual,
      Journey anticipated,
      JourneyComparison result,
      Journey.MonthLength months) {}

  /**
   * The two journeys compared.
   *
   * @throws org.homeward.problem.InputException with every field that cannot be used
   */
  Compared compare() {
    Problems problems = new Problems();
    Journey.MonthLength length =
        problems.attempt(
            "months",
            months,
            "Choose how long a month is.",
            () -> Coded.of(Journey.MonthLength.class, months));
    LocalDate first = first(length, problems);
    Journey did = journey("Actual", actual, "actual", statedActual, problems);
    Journey would = journey("Anticipated", anticipated, "anticipated", statedAnticipated, problems);
    Money avoided = JourneyRow.money(statedAvoided, "statedAvoided", "what is avoided", problems);
    problems.throwIfAny();
    JourneyComparisonCalculator calculator =
        new JourneyComparisonCalculator(Objects.requireNonNull(length), first);
    return new Compared(calculator, did, would, calculator.calculate(did, would, avoided), length);
  }

  private LocalDate first(Journey.@Nullable MonthLength length, Problems problems) {
    if (start.isEmpty() && length != Journey.MonthLength.CALENDAR) {
      return LocalDate.EPOCH;
    }
    try {
      return LocalDate.parse(start);
    } catch (DateTimeException e) {
      problems.add(
          "start",
          start,
          start.isEmpty()
              ? "Calendar months have a length only from a date on."
              : "This is not a date.",
          "Give day, month and year of the first day, like 1 4 2025.");
      return LocalDate.EPOCH;
    }
  }

  private static Journey journey(
      String name, List<JourneyRow> typed, String side, String stated, Problems problems) {
    List<Journey.Row> rows = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      if (!typed.get(i).isEmpty()) {
        Journey.Row row = typed.get(i).row(side + "-" + (i + 1), problems);
        if (row != null) {
          rows.add(row);
        }
      }
    }
    if (typed.stream().allMatch(JourneyRow::isEmpty)) {
      problems.add(
          side + "-1-what", null, "The " + side + " journey has no row.", "Fill in at least one.");
    }
    String field = "stated" + name;
    return new Journey(name, rows, JourneyRow.money(stated, field, "the stated total", problems));
  }

  /** The assumptions, one a line. */
  public List<String> assumed() {
    return Arrays.stream(assumptions.split("\\R", -1))
        .map(String::strip)
        .filter(a -> !a.isEmpty())
        .toList();
  }
}
