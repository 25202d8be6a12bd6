package org.homeward.drafting;

import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.CostBookEntry;
import org.homeward.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/** One number through the books that a book goes back to. */
public final class ParameterHistory {

  private static final int MOST_BOOKS = 20;

  private ParameterHistory() {}

  /**
   * The number in a book.
   *
   * @param parameter null where that book has none of this path
   */
  public record Point(CostBookEntry book, @Nullable Parameter parameter) {}

  /**
   * The first book known to have had it, then each in which its value or source changed, and the
   * book itself, the newest first; at most {@value #MOST_BOOKS} books are looked at.
   */
  public static List<Point> of(OpenBook book, String path, BookShelf shelf) {
    List<Point> all = new ArrayList<>();
    CostBookEntry entry = book.entry();
    while (entry != null && all.size() < MOST_BOOKS) {
      all.add(new Point(entry, shelf.open(entry.id()).parameters().findParameter(path)));
      entry = shelf.before(entry);
    }
    List<Point> changed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean last = i + 1 == all.size();
      if (i == 0 || last || !same(all.get(i), all.get(i + 1))) {
        changed.add(all.get(i));
      }
    }
    return changed;
  }

  private static boolean same(Point a, Point b) {
    Parameter one = a.parameter();
    Parameter other = b.parameter();
    return one == null
        ? other == null
        : other != null
            && one.value().equals(other.value())
            && one.provenance().source().equals(other.provenance().source());
  }
}
