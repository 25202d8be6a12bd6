package org.homeward.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.BookDiffCalculator;
import org.homeward.parameter.CostChange;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Everything in which two books differ, and what that does to unit costs and routes.
 *
 * @param diff with the templates of pathways last
 * @param routes that cost something else, as {@link RouteCosts} names them; they begin on the first
 *     day of the first book's price year
 * @param files what is written differently, to the line
 */
public record BookDifferences(BookDiff diff, List<CostChange> routes, List<FileDifference> files) {

  public BookDifferences {
    routes = List.copyOf(routes);
    files = List.copyOf(files);
  }

  public static BookDifferences between(OpenBook first, OpenBook second) {
    LocalDate from = first.book().priceYear().firstDay();
    RouteCosts routes = new RouteCosts(first.catalogue().pathways(), from);
    RouteCosts others = new RouteCosts(second.catalogue().pathways(), from);
    Map<String, Pence> before = routes.apply(new CompiledBook(first.book()));
    Map<String, Pence> byTemplates =
        CostChange.since(before, others.apply(new CompiledBook(first.book())));
    BookDiff diff =
        BookDiffCalculator.calculate(first.parameters(), second.parameters(), routes)
            .and(templates(first, second, byTemplates));
    return new BookDifferences(
        diff,
        CostChange.of(
            before,
            others.apply(new CompiledBook(second.book())),
            diff.items().stream().map(BookDiff.Item::routeEffects).toList()),
        FileDifference.between(first.files(), second.files()));
  }

  private static List<BookDiff.Item> templates(
      OpenBook first, OpenBook second, Map<String, Pence> effects) {
    Map<String, PathwayTemplate> others = new LinkedHashMap<>();
    second.catalogue().pathways().forEach(t -> others.put(t.id(), t));
    List<BookDiff.Item> items = new ArrayList<>();
    for (PathwayTemplate template : first.catalogue().pathways()) {
      PathwayTemplate other = others.remove(template.id());
      if (!Objects.equals(template, other)) {
        items.add(item(template, other, effects));
      }
    }
    others.values().forEach(t -> items.add(item(null, t, effects)));
    return items;
  }

  private static BookDiff.Item item(
      @Nullable PathwayTemplate was, @Nullable PathwayTemplate is, Map<String, Pence> effects) {
    PathwayTemplate known = Objects.requireNonNull(was == null ? is : was);
    Map<String, Pence> own = new LinkedHashMap<>(effects);
    own.keySet().removeIf(route -> !route.startsWith(known.id() + "/"));
    return BookDiff.Item.ofWords(
        "pathways/" + known.id(),
        known.name(),
        BookDiff.Kind.of(was, is, BookDiff.Kind.STRUCTURE),
        was == null ? null : was.name(),
        is == null ? null : is.name(),
        own);
  }
}
