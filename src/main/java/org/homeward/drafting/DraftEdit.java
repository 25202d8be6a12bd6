package org.homeward.drafting;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.homeward.parameter.Change;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change in a draft: files are replaced first, then numbers are changed.
 *
 * @param edition of the draft that was read
 * @param by who: a code or a role, never a name
 * @param files by path; an empty text leaves the file out
 */
public record DraftEdit(
    int edition,
    String by,
    String reason,
    List<SourcedChange> changes,
    SortedMap<String, Optional<String>> files) {

  /**
   * A change of a number.
   *
   * @param provenance of the new number, for the row in which it stands; null to leave that
   */
  public record SourcedChange(Change change, @Nullable Provenance provenance) {}

  public DraftEdit {
    changes = List.copyOf(changes);
  }
}
