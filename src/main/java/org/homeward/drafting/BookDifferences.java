package org.homeward.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.BookDiffCalculator;
import org.homeward.pathway.PathwayTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Everything in which two books differ.
 *
 * @param diff with the templates of pathways last
 * @param files what is written differently, to the line
 */
public record BookDifferences(BookDiff diff, List<FileDifference> files) {

  public BookDifferences {
    files = List.copyOf(files);
  }

  public static BookDifferences between(OpenBook first, OpenBook second) {
    BookDiff diff = BookDiffCalculator.calculate(first.parameters(), second.parameters());
    return new BookDifferences(
        diff.and(templates(first, second)), FileDifference.between(first.files(), second.files()));
  }

  private static List<BookDiff.Item> templates(OpenBook first, OpenBook second) {
    Map<String, PathwayTemplate> others = new LinkedHashMap<>();
    second.catalogue().pathways().forEach(t -> others.put(t.id(), t));
    List<BookDiff.Item> items = new ArrayList<>();
    for (PathwayTemplate template : first.catalogue().pathways()) {
      PathwayTemplate other = others.remove(template.id());
      if (!Objects.equals(template, other)) {
        items.add(item(template, other));
      }
    }
    others.values().forEach(t -> items.add(item(null, t)));
    return items;
  }

  private static BookDiff.Item item(@Nullable PathwayTemplate was, @Nullable PathwayTemplate is) {
    PathwayTemplate known = Objects.requireNonNull(was == null ? is : was);
    BookDiff.Kind kind =
        was == null
            ? BookDiff.Kind.ADDED
            : is == null ? BookDiff.Kind.REMOVED : BookDiff.Kind.STRUCTURE;
    return BookDiff.Item.ofWords(
        "pathways/" + known.id(),
        known.name(),
        kind,
        was == null ? null : was.name(),
        is == null ? null : is.name());
  }
}
