package org.homeward.drafting;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.parameter.BookDiff;
import org.jspecify.annotations.Nullable;

/**
 * A file in which two books differ, line by line.
 *
 * @param kind changed, added or removed
 */
public record FileDifference(String path, BookDiff.Kind kind, List<Place> places) {

  public FileDifference {
    places = List.copyOf(places);
  }

  /**
   * Lines that stand in place of others.
   *
   * @param line number, from 1, of the first of them in the first book
   * @param before none where lines were added
   * @param after none where lines were removed
   */
  public record Place(int line, List<String> before, List<String> after) {
    public Place {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** By path. */
  static List<FileDifference> between(CatalogueFiles first, CatalogueFiles second) {
    TreeSet<String> paths = new TreeSet<>(first.texts().keySet());
    paths.addAll(second.texts().keySet());
    List<FileDifference> files = new ArrayList<>();
    for (String path : paths) {
      String before = first.texts().get(path);
      String after = second.texts().get(path);
      if (!Objects.equals(before, after)) {
        files.add(new FileDifference(path, kind(before, after), places(before, after)));
      }
    }
    return files;
  }

  private static BookDiff.Kind kind(@Nullable String before, @Nullable String after) {
    return before == null
        ? BookDiff.Kind.ADDED
        : after == null ? BookDiff.Kind.REMOVED : BookDiff.Kind.CHANGED;
  }

  private static List<String> lines(@Nullable String text) {
    return text == null ? List.of() : text.lines().toList();
  }

  private static List<Place> places(@Nullable String before, @Nullable String after) {
    return DiffUtils.diff(lines(before), lines(after)).getDeltas().stream()
        .map(FileDifference::place)
        .toList();
  }

  private static Place place(AbstractDelta<String> delta) {
    Chunk<String> source = delta.getSource();
    return new Place(source.getPosition() + 1, source.getLines(), delta.getTarget().getLines());
  }
}
