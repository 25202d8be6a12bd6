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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.api.BooksBeside;
import org.homeward.api.CurrentCatalogue;
import org.homeward.comparison.PartExplanations;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.drafting.BookShelf;
import org.homeward.explanation.BookFigures;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.intake.CohortJobs;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.WeeksInYear;

/** Why a figure of a cost book is what it is, or how much more it is than another. */
@Hidden
@Controller("/why/figure")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class BookWhyController {

  private final CurrentCatalogue current;
  private final BookShelf shelf;
  private final CohortJobs cohorts;
  private final Pages pages;

  BookWhyController(CurrentCatalogue current, BookShelf shelf, CohortJobs cohorts, Pages pages) {
    this.current = current;
    this.shelf = shelf;
    this.cohorts = cohorts;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> why(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          BookWhy.Asked asked = BookWhy.read(Form.of(request.getParameters()));
          CompiledBook book = book(asked.whose());
          Explanation made =
              asked.figure().startsWith(PartExplanations.PART)
                  ? part(asked)
                  : BookWhy.isRoute(asked.figure()) ? route(asked, book) : figure(asked, book);
          return Why.Figure.of(name(asked.whose()), made)
              .page(pages, request, section(asked.whose()), crumbs(asked.whose()));
        });
  }

  private CompiledBook book(BookWhy whose) {
    if (whose.book().isEmpty()) {
      return current.book(null, whose.set());
    }
    CostBook book = shelf.open(whose.book()).book();
    return new CompiledBook(
        whose.beside().isEmpty()
            ? book
            : book.inPricesOf(shelf.open(whose.beside()).book().priceYear()));
  }

  private Explanation figure(BookWhy.Asked asked, CompiledBook book) {
    if (BooksBeside.isOfDearest(asked.figure())) {
      return BooksBeside.dearest(cohorts.answers(), asked.figure(), book);
    }
    BookFigures figures = new BookFigures(book);
    BookWhy.Asked other = asked.other();
    if (other == null) {
      return figures.of(asked.figure());
    }
    boolean same = asked.whose().equals(other.whose());
    return figures.less(
        asked.figure(),
        same ? "" : name(asked.whose()),
        same ? figures : new BookFigures(book(other.whose())),
        other.figure(),
        same ? "" : name(other.whose()));
  }

  /** The part of a factor in the difference between two books. */
  private Explanation part(BookWhy.Asked asked) {
    BookWhy.Asked other = asked.other();
    if (other == null) {
      throw new InputException(
          Problem.of(
              "figure",
              asked.figure(),
              "A part is of the difference between two books.",
              "Follow a figure of the page of books side by side."));
    }
    return BooksBeside.parts(shelf.open(other.whose().book()), shelf.open(asked.whose().book()))
        .of(asked.figure(), BookWhy.isRoute(other.figure()) ? pathway(other) : null);
  }

  /** A route of the book beside which others stand, by this book. */
  private Explanation route(BookWhy.Asked asked, CompiledBook book) {
    Pathway pathway = pathway(asked);
    FigureExplanations figures = FigureExplanations.of(book, pathway);
    BookWhy.Asked other = asked.other();
    return other == null
        ? figures.of(ExplanationCalculator.TOTAL, WeeksInYear.ACTUAL_DAYS)
        : figures.change(
            FigureExplanations.of(book(other.whose()), pathway(other)),
            ExplanationCalculator.TOTAL,
            WeeksInYear.ACTUAL_DAYS);
  }

  private Pathway pathway(BookWhy.Asked asked) {
    String[] words = asked.figure().split("/", -1);
    try {
      return BooksBeside.route(
          shelf.open(asked.whose().beside()),
          words[1],
          Integer.parseInt(words[2]),
          LocalDate.parse(words[3]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new InputException(
          Problem.of(
              "figure",
              asked.figure(),
              "This is no route of an age and a day.",
              "Follow a figure of the page of books side by side."));
    }
  }

  private String name(BookWhy whose) {
    return !whose.book().isEmpty()
        ? shelf.open(whose.book()).entry().name()
        : !whose.set().isEmpty()
            ? "minutes of " + whose.set()
            : current.at(null).book().book().name();
  }

  private static Section section(BookWhy whose) {
    return !whose.book().isEmpty()
        ? Section.COST_BOOKS
        : whose.set().isEmpty() ? Section.PROCESSES : Section.TIME_DATA;
  }

  private List<Link> crumbs(BookWhy whose) {
    List<Link> crumbs = new ArrayList<>(List.of(section(whose).link()));
    if (!whose.book().isEmpty()) {
      crumbs.add(new Link(name(whose), "/cost-books/" + whose.book()));
    }
    return crumbs;
  }
}
