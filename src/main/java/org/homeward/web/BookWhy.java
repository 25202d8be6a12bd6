package org.homeward.web;

import io.micronaut.http.uri.UriBuilder;
import java.time.LocalDate;
import org.homeward.explanation.BookFigures;

/**
 * Whose figure is asked about: where its page of why is found. Figures are named as {@link
 * BookFigures} does; those of a whole route as {@link #route}.
 *
 * @param book the id of a cost book; empty for the current one
 * @param set the estimate set that the current book is to rest on; empty for its own
 * @param beside the id of the book in whose prices the figure is and of which a route is; empty for
 *     the book itself
 */
record BookWhy(String book, String set, String beside) {

  static final BookWhy CURRENT = new BookWhy("", "", "");

  private static final String PAGE = "/why/figure";
  private static final String FIGURE = "figure";
  private static final String OTHER = "other-";
  private static final String ROUTE = "route/";

  static BookWhy ofBook(String id) {
    return new BookWhy(id, "", "");
  }

  static BookWhy ofSet(String id) {
    return new BookWhy("", id, "");
  }

  /**
   * What is asked on the page of why.
   *
   * @param other what the figure is held against; null where it stands alone
   */
  record Asked(BookWhy whose, String figure, @org.jspecify.annotations.Nullable Asked other) {}

  static Asked read(Form form) {
    return new Asked(
        whose(form, ""),
        form.value(FIGURE),
        form.value(OTHER + FIGURE).isEmpty()
            ? null
            : new Asked(whose(form, OTHER), form.value(OTHER + FIGURE), null));
  }

  private static BookWhy whose(Form form, String prefix) {
    return new BookWhy(
        form.value(prefix + "book"), form.value(prefix + "set"), form.value(prefix + "beside"));
  }

  /** The name of what a route costs a child of an age from a day to the 18th birthday. */
  static String route(String template, int age, LocalDate from) {
    return route(template + "/" + age, from);
  }

  /** The same of a template and an age that are named together: {@code adoption/2}. */
  static String route(String templateAndAge, LocalDate from) {
    return ROUTE + templateAndAge + "/" + from;
  }

  static boolean isRoute(String figure) {
    return figure.startsWith(ROUTE);
  }

  /** Where the figure is told. */
  String address(String figure) {
    return add(UriBuilder.of(PAGE), "", figure).toString();
  }

  /** Where it is told how much more or less it is than another. */
  String less(String figure, BookWhy other, String otherFigure) {
    return other.add(add(UriBuilder.of(PAGE), "", figure), OTHER, otherFigure).toString();
  }

  private UriBuilder add(UriBuilder address, String prefix, String figure) {
    Pages.add(address, prefix + "book", book);
    Pages.add(address, prefix + "set", set);
    Pages.add(address, prefix + "beside", beside);
    return address.queryParam(prefix + FIGURE, figure);
  }
}
