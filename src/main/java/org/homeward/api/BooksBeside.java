package org.homeward.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.DearestPlacementsCalculator;
import org.homeward.comparison.BookVariations;
import org.homeward.comparison.BookVariationsCalculator;
import org.homeward.comparison.PartExplanations;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.OpenBook;
import org.homeward.explanation.Explanation;
import org.homeward.history.Child;
import org.homeward.intake.CohortAnswers;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Several cost books, the first of which the others are held against, and what is compared of them.
 *
 * @param sides the books, in prices of the first one's year
 * @param on the day on which fees are looked up and routes begin
 * @param ages for which fees are looked up
 * @param routes what is costed by every book
 */
public record BooksBeside(
    List<OpenBook> books,
    List<Side> sides,
    LocalDate on,
    List<Integer> ages,
    List<Pathway> routes) {

  private static final int MOST = 9;
  private static final int DEAREST = 10;
  private static final String PLACEMENTS = "dearest/";
  private static final int MOST_AGES = 6;
  private static final int MOST_PATHWAYS = 6;
  static final int GROWN_UP = 18;

  /**
   * @param others ids with commas
   * @param on a date, or null for the first day of the first book's price year
   * @param ages with commas, or null for 10
   * @param pathways ids of templates with commas, or null for none
   * @throws InputException with every problem
   */
  public static BooksBeside of(
      BookShelf shelf,
      String first,
      @Nullable String others,
      @Nullable String on,
      @Nullable String ages,
      @Nullable String pathways) {
    List<OpenBook> books = new ArrayList<>(List.of(shelf.open(first)));
    Problems problems = new Problems();
    LocalDate day =
        on == null || on.isBlank()
            ? books.get(0).book().priceYear().firstDay()
            : Fields.date(on, "on", problems);
    List<String> named = distinct(others);
    if (named.isEmpty() || named.size() > MOST) {
      problems.add(
          "others", others, "Name 1 to " + MOST + " books.", "Give their ids with commas between.");
    }
    List<Integer> years = ages(ages, problems);
    List<String> templates = distinct(pathways);
    if (templates.size() > MOST_PATHWAYS) {
      problems.add("pathways", pathways, "Name at most " + MOST_PATHWAYS + ".", "Leave some out.");
    }
    problems.throwIfAny();
    named.forEach(other -> books.add(shelf.open(other)));
    LocalDate start = day == null ? LocalDate.EPOCH : day;
    List<Pathway> routes = routes(books.get(0), templates, years, start, problems);
    problems.throwIfAny();
    return new BooksBeside(
        books,
        Side.of(books.stream().map(b -> b.parameters().inputs()).toList()),
        start,
        years,
        routes);
  }

  /** What explains the parts of the differences between two books, in prices of the first. */
  public static PartExplanations parts(OpenBook first, OpenBook second) {
    return new PartExplanations(
        Side.of(List.of(first.parameters().inputs(), second.parameters().inputs())),
        List.of(first.entry().name(), second.entry().name()));
  }

  /** What is between the books. */
  public BookVariations variations() {
    return new BookVariationsCalculator(sides).calculate((int) on.toEpochDay(), ages, routes);
  }

  /**
   * By each book, in prices of one year: what part of a cohort's fees its dearest placements take.
   */
  public List<DearestPlacementsCalculator.Result> dearest(CohortAnswers.Held held) {
    return sides.stream()
        .map(
            side ->
                new DearestPlacementsCalculator(side.book())
                    .calculate(held.histories(), held.fees(), held.histories().observed(), DEAREST))
        .toList();
  }

  /**
   * Why a figure of the dearest placements of a cohort is what it is by a book, small numbers kept
   * back.
   *
   * @param figure {@code dearest/COHORT/share}, or spend or spend-on-dearest
   * @throws InputException if there is no such cohort or figure
   */
  public static Explanation dearest(CohortAnswers cohorts, String figure, CompiledBook book) {
    String cohort = figure.substring(PLACEMENTS.length()).replaceFirst("/.*", "");
    CohortAnswers.Held held = cohorts.held(cohort);
    return held.dearest(
        book,
        CostQuestion.of(List.of(), held.histories().observed()),
        DEAREST,
        true,
        figure.substring(figure.lastIndexOf('/') + 1));
  }

  /** The address of a figure of the dearest placements of a cohort. */
  public static String dearest(String cohort, String figure) {
    return PLACEMENTS + cohort + "/" + figure;
  }

  public static boolean isOfDearest(String figure) {
    return figure.startsWith(PLACEMENTS);
  }

  public List<CostBookEntry> entries() {
    return books.stream().map(OpenBook::entry).toList();
  }

  private static List<String> distinct(@Nullable String text) {
    return Fields.list(text).stream().distinct().toList();
  }

  private static List<Integer> ages(@Nullable String text, Problems problems) {
    List<Integer> ages = new ArrayList<>();
    for (String one : text == null || text.isBlank() ? List.of("10") : distinct(text)) {
      Integer age = problems.attempt("ages", one, "Give whole years from 0 to 25.", () -> age(one));
      if (age != null) {
        ages.add(age);
      }
    }
    if (ages.size() > MOST_AGES) {
      problems.add("ages", text, "Name at most " + MOST_AGES + ".", "Leave some out.");
    }
    return ages;
  }

  private static Integer age(String text) {
    int age = Integer.parseInt(text);
    if (age < 0 || age > 25) {
      throw new IllegalArgumentException("The age must be between 0 and 25.");
    }
    return age;
  }

  /** Every route at every age below 18, to the 18th birthday. */
  private static List<Pathway> routes(
      OpenBook book, List<String> templates, List<Integer> ages, LocalDate on, Problems problems) {
    List<Pathway> routes = new ArrayList<>();
    for (String template : templates) {
      for (int age : ages) {
        try {
          if (age < GROWN_UP) {
            routes.add(route(book, template, age, on));
          }
        } catch (InputException e) {
          problems.addAll(e.problems());
        }
      }
    }
    return routes;
  }

  /**
   * A route of a book for a child of an age on a day, to the 18th birthday.
   *
   * @throws InputException if there is none
   */
  public static Pathway route(OpenBook book, String template, int age, LocalDate on) {
    Child child = new Child(on.minusYears(age), Set.of());
    return book.catalogue()
        .pathway(template)
        .forChild(child, (int) on.toEpochDay(), child.reaches(GROWN_UP), null);
  }
}
