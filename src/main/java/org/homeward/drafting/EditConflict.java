package org.homeward.drafting;

import java.util.List;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CostBookEntry;

/**
 * A draft is no longer as its editor read it; nothing was changed.
 *
 * <p>It carries what became of the draft since then, so that the editor can decide with both before
 * them.
 */
public final class EditConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CostBookEntry now;
  private final transient List<BookEdit> since;

  EditConflict(CostBookEntry now, List<BookEdit> since) {
    super(now.id() + " has edition " + now.edition() + " now");
    this.now = now;
    this.since = List.copyOf(since);
  }

  /** The book as it is now. */
  public CostBookEntry now() {
    return now;
  }

  /** The edits that came after the edition that was read, the first first. */
  public List<BookEdit> since() {
    return since;
  }
}
